# What joins the places.

# peering/wan/ap-southeast-2/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_2_wan_eu_central_1" {
  region = "ap-southeast-2"

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_wan_id
  transit_gateway_id      = module.ap_southeast_2.transit_gateway_wan_id

  tags = {
    Name = "retail-wan-ap-southeast-2-eu-central-1"
  }
}

# peering/wan/ap-southeast-2/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_wan_ap_southeast_2" {
  region = "eu-central-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_2_wan_eu_central_1.id

  tags = {
    Name = "retail-wan-ap-southeast-2-eu-central-1"
  }
}

# peering/wan/ap-southeast-2/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_2_wan_eu_central_1" {
  region = "ap-southeast-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_wan_ap_southeast_2.id
  transit_gateway_route_table_id = module.ap_southeast_2.transit_gateway_wan_route_table_id
}

# peering/wan/eu-central-1/ap-southeast-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_wan_ap_southeast_2" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_wan_ap_southeast_2.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/wan/eu-central-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_wan_eu_north_1" {
  region = "eu-central-1"

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_wan_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_wan_id

  tags = {
    Name = "retail-wan-eu-central-1-eu-north-1"
  }
}

# peering/wan/eu-central-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_wan_eu_central_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_wan_eu_north_1.id

  tags = {
    Name = "retail-wan-eu-central-1-eu-north-1"
  }
}

# peering/wan/eu-central-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_wan_eu_north_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_wan_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/wan/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_wan_eu_west_1" {
  region = "eu-central-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_wan_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_wan_id

  tags = {
    Name = "retail-wan-eu-central-1-eu-west-1"
  }
}

# peering/wan/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_wan_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_wan_eu_west_1.id

  tags = {
    Name = "retail-wan-eu-central-1-eu-west-1"
  }
}

# peering/wan/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_wan_eu_west_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_wan_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/wan/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_wan_us_east_1" {
  region = "eu-central-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_wan_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_wan_id

  tags = {
    Name = "retail-wan-eu-central-1-us-east-1"
  }
}

# peering/wan/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_wan_eu_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_wan_us_east_1.id

  tags = {
    Name = "retail-wan-eu-central-1-us-east-1"
  }
}

# peering/wan/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_wan_us_east_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_wan_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/wan/eu-north-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_wan_eu_central_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_wan_eu_central_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_wan_route_table_id
}

# peering/wan/eu-west-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_wan_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_wan_eu_central_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_wan_route_table_id
}

# peering/wan/us-east-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_wan_eu_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_wan_eu_central_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_wan_route_table_id
}
