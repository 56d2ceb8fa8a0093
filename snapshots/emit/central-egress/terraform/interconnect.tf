# What joins the places.

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_eu_west_1" {
  region = "eu-central-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "travel-core-eu-central-1-eu-west-1"
  }
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_eu_west_1.id

  tags = {
    Name = "travel-core-eu-central-1-eu-west-1"
  }
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_eu_west_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_arrivals_route_table_id
}

# peering/core/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_us_east_1" {
  region = "eu-central-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "travel-core-eu-central-1-us-east-1"
  }
}

# peering/core/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_us_east_1.id

  tags = {
    Name = "travel-core-eu-central-1-us-east-1"
  }
}

# peering/core/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_us_east_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_arrivals_route_table_id
}

# peering/core/eu-west-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_arrivals_route_table_id
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_core_us_east_1" {
  region = "eu-west-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "travel-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_us_east_1.id

  tags = {
    Name = "travel-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_us_east_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_arrivals_route_table_id
}

# peering/core/us-east-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_eu_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_arrivals_route_table_id
}

# peering/core/us-east-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_arrivals_route_table_id
}
