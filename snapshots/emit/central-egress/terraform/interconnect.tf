# What joins the places.

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_eu_west_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "travel-backbone-eu-central-1-eu-west-1"
  }
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_eu_central_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_eu_west_1.id

  tags = {
    Name = "travel-backbone-eu-central-1-eu-west-1"
  }
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_central_1_eu_west_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_arrivals_route_table_id
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_central_1_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_arrivals_route_table_id
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_us_east_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "travel-backbone-eu-central-1-us-east-1"
  }
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_central_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_us_east_1.id

  tags = {
    Name = "travel-backbone-eu-central-1-us-east-1"
  }
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_central_1_us_east_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_arrivals_route_table_id
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_eu_central_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_arrivals_route_table_id
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_backbone_eu_west_1_us_east_1" {
  provider = aws.eu_west_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "travel-backbone-eu-west-1-us-east-1"
  }
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_west_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_backbone_eu_west_1_us_east_1.id

  tags = {
    Name = "travel-backbone-eu-west-1-us-east-1"
  }
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_west_1_us_east_1_requester_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_arrivals_route_table_id
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_eu_west_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_arrivals_route_table_id
}

# transit_gateway/core/segment/cards/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_cards_10_0_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_cards_route_table_id
}

# transit_gateway/core/segment/cards/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_cards_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_cards_route_table_id
}

# transit_gateway/core/segment/cards/route/10.4.64.0/18
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_cards_10_4_64_0_18" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.64.0/18"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_cards_route_table_id
}

# transit_gateway/core/segment/cards/route/10.4.64.0/18
resource "aws_ec2_transit_gateway_route" "us_east_1_core_cards_10_4_64_0_18" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.4.64.0/18"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_cards_route_table_id
}

# transit_gateway/core/segment/cards/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_cards_10_8_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_cards_route_table_id
}

# transit_gateway/core/segment/cards/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_cards_10_8_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_cards_route_table_id
}

# transit_gateway/core/segment/dev/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_dev_0_0_0_0_0" {
  provider = aws.eu_west_1

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.128.0.0/20
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_dev_10_128_0_0_20" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.4.0.0/18
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_dev_10_4_0_0_18" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/18"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.4.0.0/18
resource "aws_ec2_transit_gateway_route" "us_east_1_core_dev_10_4_0_0_18" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.4.0.0/18"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/prod/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_prod_0_0_0_0_0" {
  provider = aws.eu_west_1

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_prod_10_0_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_prod_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.128.0.0/20
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_prod_10_128_0_0_20" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.4.64.0/18
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_prod_10_4_64_0_18" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.64.0/18"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.4.64.0/18
resource "aws_ec2_transit_gateway_route" "us_east_1_core_prod_10_4_64_0_18" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.4.64.0/18"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_prod_10_8_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_prod_10_8_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/vpc/edge/route/10.128.0.0/20
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_edge_10_128_0_0_20" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_edge_route_table_id
}

# transit_gateway/core/vpc/edge/route/10.128.16.0/20
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_edge_10_128_16_0_20" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.128.16.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_edge_route_table_id
}

# transit_gateway/core/vpc/edge/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_edge_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_edge_route_table_id
}
