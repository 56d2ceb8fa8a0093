# What joins the places.

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_backbone_eu_north_1_us_west_2" {
  provider = aws.eu_north_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "media-backbone-eu-north-1-us-west-2"
  }
}

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_eu_north_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_backbone_eu_north_1_us_west_2.id

  tags = {
    Name = "media-backbone-eu-north-1-us-west-2"
  }
}

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_eu_north_1_us_west_2_requester_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_eu_north_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_0_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_16_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/100.64.0.0/20
resource "aws_ec2_transit_gateway_route" "us_west_2_core_100_64_0_0_20" {
  provider = aws.us_west_2

  destination_cidr_block         = "100.64.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/2600:1f28:100::/44
resource "aws_ec2_transit_gateway_route" "us_west_2_core_2600_1f28_100___44" {
  provider = aws.us_west_2

  destination_cidr_block         = "2600:1f28:100::/44"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/2600:1f28:110::/44
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_2600_1f28_110___44" {
  provider = aws.eu_north_1

  destination_cidr_block         = "2600:1f28:110::/44"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}
