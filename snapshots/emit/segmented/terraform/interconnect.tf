# What joins the places.

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_eu_west_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "bank-backbone-eu-central-1-eu-west-1"
  }
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_eu_central_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_eu_west_1.id

  tags = {
    Name = "bank-backbone-eu-central-1-eu-west-1"
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
    Name = "bank-backbone-eu-central-1-us-east-1"
  }
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_central_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_us_east_1.id

  tags = {
    Name = "bank-backbone-eu-central-1-us-east-1"
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
    Name = "bank-backbone-eu-west-1-us-east-1"
  }
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_west_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_backbone_eu_west_1_us_east_1.id

  tags = {
    Name = "bank-backbone-eu-west-1-us-east-1"
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

# transit_gateway/core/segment/dev/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_dev_10_128_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_dev_10_128_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_dev_10_129_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_dev_10_129_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_dev_10_130_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/dev/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_dev_10_130_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_dev_route_table_id
}

# transit_gateway/core/segment/pci/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_pci_10_144_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_pci_route_table_id
}

# transit_gateway/core/segment/pci/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_pci_10_144_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_pci_route_table_id
}

# transit_gateway/core/segment/pci/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_pci_10_145_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_pci_route_table_id
}

# transit_gateway/core/segment/pci/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_pci_10_145_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_pci_route_table_id
}

# transit_gateway/core/segment/pci/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_pci_10_146_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_pci_route_table_id
}

# transit_gateway/core/segment/pci/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_pci_10_146_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_pci_route_table_id
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

# transit_gateway/core/segment/prod/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_prod_10_128_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_prod_10_128_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_prod_10_129_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_prod_10_129_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_prod_10_130_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_prod_10_130_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_prod_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_prod_route_table_id
}

# transit_gateway/core/segment/prod/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_prod_10_4_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.4.0.0/14"
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

# transit_gateway/core/segment/shared/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_shared_10_0_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_shared_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_shared_10_128_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_shared_10_128_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_129_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_shared_10_129_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_130_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_shared_10_130_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_shared_10_144_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_shared_10_144_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_145_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_shared_10_145_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_146_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_shared_10_146_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_shared_10_4_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.64.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_64_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.64.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.64.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_shared_10_64_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.64.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.68.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_68_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.68.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.68.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_shared_10_68_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.68.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_shared_10_8_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/segment/shared/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_shared_10_8_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_segment_shared_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_cards_10_0_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cards_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_cards_10_128_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cards_10_128_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_cards_10_129_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cards_10_129_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_cards_10_130_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_cards_10_130_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_cards_10_144_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cards_10_144_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_cards_10_145_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cards_10_145_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_cards_10_146_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_cards_10_146_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_cards_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_cards_10_4_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_cards_10_8_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/cards/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_cards_10_8_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_cards_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_shop_10_0_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_10_0_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_shop_10_128_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_10_128_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_shop_10_129_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_10_129_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_shop_10_130_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.130.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_shop_10_130_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.130.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_shop_10_144_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_10_144_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_shop_10_145_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_10_145_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_shop_10_146_0_0_16" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.146.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_shop_10_146_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.146.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_shop_10_4_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "us_east_1_core_vpc_shop_10_4_0_0_14" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_vpc_shop_10_8_0_0_14" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_vpc_shop_route_table_id
}

# transit_gateway/core/vpc/shop/route/10.8.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_vpc_shop_10_8_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.8.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_vpc_shop_route_table_id
}
