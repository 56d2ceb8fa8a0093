# What joins the places.

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_backbone_eu_west_1_us_east_1" {
  provider = aws.eu_west_1

  peer_account_id         = "111122223333"
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "corp-backbone-eu-west-1-us-east-1"
  }
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_west_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_backbone_eu_west_1_us_east_1.id

  tags = {
    Name = "corp-backbone-eu-west-1-us-east-1"
  }
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_west_1_us_east_1_requester_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_eu_west_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/deploy
# Runners deploy into production.
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_deploy" {
  provider = aws.eu_west_1

  peer_account_id         = "444455556666"
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.tools_eu_west_1.transit_gateway_hub_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "corp-deploy"
  }
}

# peering/deploy
data "aws_ec2_transit_gateway_peering_attachment" "tools_eu_west_1_deploy" {
  provider = aws.tools_eu_west_1

  filter {
    name   = "transit-gateway-id"
    values = aws_ec2_transit_gateway_peering_attachment.eu_west_1_deploy.id == "" ? [] : [module.tools_eu_west_1.transit_gateway_hub_id]
  }

  filter {
    name   = "state"
    values = ["available", "pending", "pendingAcceptance"]
  }
}

# peering/deploy
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "tools_eu_west_1_deploy" {
  provider = aws.tools_eu_west_1

  transit_gateway_attachment_id = data.aws_ec2_transit_gateway_peering_attachment.tools_eu_west_1_deploy.id

  tags = {
    Name = "corp-deploy"
  }
}

# peering/deploy
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_deploy_requester_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment.eu_west_1_deploy.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id

  depends_on = [aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_deploy]
}

# peering/deploy
resource "aws_ec2_transit_gateway_route_table_association" "tools_eu_west_1_deploy_accepter_association" {
  provider = aws.tools_eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_deploy.id
  transit_gateway_route_table_id = module.tools_eu_west_1.transit_gateway_hub_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_128_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment.eu_west_1_deploy.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id

  depends_on = [aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_deploy]
}

# transit_gateway/core/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_128_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_144_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/hub/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "tools_eu_west_1_hub_10_128_0_0_12" {
  provider = aws.tools_eu_west_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_deploy.id
  transit_gateway_route_table_id = module.tools_eu_west_1.transit_gateway_hub_route_table_id
}
