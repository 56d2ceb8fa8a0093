# What joins the places.

# peering/backbone-ap-southeast-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_2_backbone_ap_southeast_2" {
  provider = aws.ap_southeast_2

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_wan_id
  transit_gateway_id      = module.ap_southeast_2.transit_gateway_wan_id

  tags = {
    Name = "retail-backbone-ap-southeast-2"
  }
}

# peering/backbone-ap-southeast-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_backbone_ap_southeast_2" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_2_backbone_ap_southeast_2.id

  tags = {
    Name = "retail-backbone-ap-southeast-2"
  }
}

# peering/backbone-ap-southeast-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_2_backbone_ap_southeast_2_requester_association" {
  provider = aws.ap_southeast_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_2.id
  transit_gateway_route_table_id = module.ap_southeast_2.transit_gateway_wan_route_table_id
}

# peering/backbone-ap-southeast-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_ap_southeast_2_accepter_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_2.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/backbone-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_north_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_wan_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_wan_id

  tags = {
    Name = "retail-backbone-eu-north-1"
  }
}

# peering/backbone-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_backbone_eu_north_1" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_north_1.id

  tags = {
    Name = "retail-backbone-eu-north-1"
  }
}

# peering/backbone-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_north_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_north_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/backbone-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_eu_north_1_accepter_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_wan_route_table_id
}

# peering/backbone-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_west_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_wan_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_wan_id

  tags = {
    Name = "retail-backbone-eu-west-1"
  }
}

# peering/backbone-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_west_1.id

  tags = {
    Name = "retail-backbone-eu-west-1"
  }
}

# peering/backbone-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_west_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/backbone-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_wan_route_table_id
}

# peering/backbone-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_us_east_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_wan_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_wan_id

  tags = {
    Name = "retail-backbone-us-east-1"
  }
}

# peering/backbone-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_us_east_1.id

  tags = {
    Name = "retail-backbone-us-east-1"
  }
}

# peering/backbone-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_us_east_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# peering/backbone-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.68.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_wan_10_68_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.68.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_2.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.68.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_north_1_wan_10_68_0_0_14" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.68.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.68.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_wan_10_68_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.68.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.68.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_wan_10_68_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.68.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.72.0.0/14
resource "aws_ec2_transit_gateway_route" "ap_southeast_2_wan_10_72_0_0_14" {
  provider = aws.ap_southeast_2

  destination_cidr_block         = "10.72.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_2.id
  transit_gateway_route_table_id = module.ap_southeast_2.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.72.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_north_1_wan_10_72_0_0_14" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.72.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.72.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_wan_10_72_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.72.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.72.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_wan_10_72_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.72.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.76.0.0/14
resource "aws_ec2_transit_gateway_route" "ap_southeast_2_wan_10_76_0_0_14" {
  provider = aws.ap_southeast_2

  destination_cidr_block         = "10.76.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_2.id
  transit_gateway_route_table_id = module.ap_southeast_2.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.76.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_wan_10_76_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.76.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_north_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.76.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_wan_10_76_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.76.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.76.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_wan_10_76_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.76.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.80.0.0/14
resource "aws_ec2_transit_gateway_route" "ap_southeast_2_wan_10_80_0_0_14" {
  provider = aws.ap_southeast_2

  destination_cidr_block         = "10.80.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_2.id
  transit_gateway_route_table_id = module.ap_southeast_2.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.80.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_wan_10_80_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.80.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.80.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_north_1_wan_10_80_0_0_14" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.80.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.80.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_wan_10_80_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.80.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.84.0.0/14
resource "aws_ec2_transit_gateway_route" "ap_southeast_2_wan_10_84_0_0_14" {
  provider = aws.ap_southeast_2

  destination_cidr_block         = "10.84.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_2.id
  transit_gateway_route_table_id = module.ap_southeast_2.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.84.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_wan_10_84_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.84.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.84.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_north_1_wan_10_84_0_0_14" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.84.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_wan_route_table_id
}

# transit_gateway/wan/route/10.84.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_wan_10_84_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.84.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_wan_route_table_id
}
