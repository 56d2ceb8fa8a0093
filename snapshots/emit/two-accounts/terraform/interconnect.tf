# What joins the places.

# peering/core/eu-west-1/hub/tools-eu-west-1
# Runners deploy into production.
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_core_hub_tools_eu_west_1" {
  region = "eu-west-1"

  peer_account_id         = "444455556666"
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.tools_eu_west_1.transit_gateway_hub_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "corp-core-eu-west-1-hub-tools-eu-west-1"
  }
}

# peering/core/eu-west-1/hub/tools-eu-west-1
data "aws_ec2_transit_gateway_peering_attachment" "tools_eu_west_1_core_eu_west_1_hub" {
  provider = aws.tools
  region   = "eu-west-1"

  filter {
    name   = "transit-gateway-id"
    values = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_hub_tools_eu_west_1.id == "" ? [] : [module.tools_eu_west_1.transit_gateway_hub_id]
  }

  filter {
    name   = "state"
    values = ["available", "pending", "pendingAcceptance"]
  }
}

# peering/core/eu-west-1/hub/tools-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "tools_eu_west_1_core_eu_west_1_hub" {
  provider = aws.tools
  region   = "eu-west-1"

  transit_gateway_attachment_id = data.aws_ec2_transit_gateway_peering_attachment.tools_eu_west_1_core_eu_west_1_hub.id

  tags = {
    Name = "corp-core-eu-west-1-hub-tools-eu-west-1"
  }
}

# peering/core/eu-west-1/hub/tools-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_hub_tools_eu_west_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_hub_tools_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id

  depends_on = [
    aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_core_eu_west_1_hub,
  ]
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_core_us_east_1" {
  region = "eu-west-1"

  peer_account_id         = "111122223333"
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "corp-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_us_east_1.id

  tags = {
    Name = "corp-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_us_east_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/hub/tools-eu-west-1/core/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "tools_eu_west_1_hub_core_eu_west_1" {
  provider = aws.tools
  region   = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_core_eu_west_1_hub.id
  transit_gateway_route_table_id = module.tools_eu_west_1.transit_gateway_hub_route_table_id
}
