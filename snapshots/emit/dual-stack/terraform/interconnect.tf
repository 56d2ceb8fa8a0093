# What joins the places.

# peering/core/eu-north-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_core_us_west_2" {
  region = "eu-north-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "media-core-eu-north-1-us-west-2"
  }
}

# peering/core/eu-north-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_eu_north_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_core_us_west_2.id

  tags = {
    Name = "media-core-eu-north-1-us-west-2"
  }
}

# peering/core/eu-north-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_us_west_2" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_eu_north_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_north_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}
