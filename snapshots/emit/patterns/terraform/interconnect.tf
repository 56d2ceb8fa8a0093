# What joins the places.

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_us_east_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "shop-backbone-eu-central-1-us-east-1"
  }
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_central_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_us_east_1.id

  tags = {
    Name = "shop-backbone-eu-central-1-us-east-1"
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

# transit_gateway/core/segment/estate-dev/route/10.18.0.0/18
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_estate_dev_10_18_0_0_18" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.18.0.0/18"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_estate_dev_route_table_id
}

# transit_gateway/core/segment/estate-prod/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_estate_prod_10_0_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_estate_prod_route_table_id
}

# transit_gateway/core/segment/estate-prod/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_estate_prod_10_16_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_estate_prod_route_table_id
}

# transit_gateway/core/segment/estate-prod/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_estate_prod_10_2_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_estate_prod_route_table_id
}

# transit_gateway/core/segment/estate-shared/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_estate_shared_10_0_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_estate_shared_route_table_id
}

# transit_gateway/core/segment/estate-shared/route/10.1.0.0/20
resource "aws_ec2_transit_gateway_route" "us_east_1_core_estate_shared_10_1_0_0_20" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.1.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_estate_shared_route_table_id
}

# transit_gateway/core/segment/estate-shared/route/10.1.32.0/20
resource "aws_ec2_transit_gateway_route" "us_east_1_core_estate_shared_10_1_32_0_20" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.1.32.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_estate_shared_route_table_id
}

# transit_gateway/core/segment/estate-shared/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_estate_shared_10_16_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_estate_shared_route_table_id
}

# transit_gateway/core/segment/estate-shared/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_estate_shared_10_2_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_estate_shared_route_table_id
}

# transit_gateway/core/vpc/cart/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cart_10_0_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cart_route_table_id
}

# transit_gateway/core/vpc/cart/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_cart_10_16_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_cart_route_table_id
}

# transit_gateway/core/vpc/cart/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cart_10_2_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cart_route_table_id
}

# transit_gateway/core/vpc/search/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_search_10_0_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_search_route_table_id
}

# transit_gateway/core/vpc/search/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_search_10_16_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_search_route_table_id
}

# transit_gateway/core/vpc/search/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_search_10_2_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_search_route_table_id
}
