# What joins the places.

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_us_east_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "freight-backbone-eu-central-1-us-east-1"
  }
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_central_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_us_east_1.id

  tags = {
    Name = "freight-backbone-eu-central-1-us-east-1"
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

# transit_gateway/core/segment/dev/route/10.64.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_dev_10_64_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.64.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/192.168.0.0/20
resource "aws_ec2_transit_gateway_route" "us_east_1_core_dev_192_168_0_0_20" {
  provider = aws.us_east_1

  destination_cidr_block         = "192.168.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/prod/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_prod_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_prod_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/192.168.0.0/20
resource "aws_ec2_transit_gateway_route" "us_east_1_core_prod_192_168_0_0_20" {
  provider = aws.us_east_1

  destination_cidr_block         = "192.168.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/uplink/branch/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_uplink_branch_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_uplink_branch_route_table_id
}

# transit_gateway/core/uplink/lines/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_uplink_lines_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_uplink_lines_route_table_id
}

# transit_gateway/core/uplink/lines/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_uplink_lines_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_uplink_lines_route_table_id
}

# transit_gateway/core/uplink/lines/route/172.16.0.0/13
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_uplink_lines_172_16_0_0_13" {
  provider = aws.eu_central_1

  destination_cidr_block         = "172.16.0.0/13"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_uplink_lines_route_table_id
}

# transit_gateway/core/uplink/lines/route/172.16.0.0/13
resource "aws_ec2_transit_gateway_route" "us_east_1_core_uplink_lines_172_16_0_0_13" {
  provider = aws.us_east_1

  destination_cidr_block         = "172.16.0.0/13"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_uplink_lines_route_table_id
}

# transit_gateway/core/uplink/lines/route/192.168.128.0/17
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_uplink_lines_192_168_128_0_17" {
  provider = aws.eu_central_1

  destination_cidr_block         = "192.168.128.0/17"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_uplink_lines_route_table_id
}

# transit_gateway/core/uplink/lines/route/192.168.128.0/17
resource "aws_ec2_transit_gateway_route" "us_east_1_core_uplink_lines_192_168_128_0_17" {
  provider = aws.us_east_1

  destination_cidr_block         = "192.168.128.0/17"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_uplink_lines_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_shop_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/192.168.0.0/20
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_192_168_0_0_20" {
  provider = aws.us_east_1

  destination_cidr_block         = "192.168.0.0/20"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}
