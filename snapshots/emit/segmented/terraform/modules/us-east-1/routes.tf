# Associations and routes over peerings

# transit_gateway/core/segment/dev/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_dev_10_128_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/dev/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "core_dev_10_129_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/pci/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "core_pci_10_144_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_pci.id
}

# transit_gateway/core/segment/pci/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "core_pci_10_145_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_pci.id
}

# transit_gateway/core/segment/prod/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_prod_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/segment/prod/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_prod_10_128_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/segment/prod/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "core_prod_10_129_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/segment/prod/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_prod_10_4_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/segment/shared/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_shared_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# transit_gateway/core/segment/shared/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_shared_10_128_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# transit_gateway/core/segment/shared/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "core_shared_10_129_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# transit_gateway/core/segment/shared/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "core_shared_10_144_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# transit_gateway/core/segment/shared/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "core_shared_10_145_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# transit_gateway/core/segment/shared/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_shared_10_4_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# transit_gateway/core/segment/shared/route/10.64.0.0/14
resource "aws_ec2_transit_gateway_route" "core_shared_10_64_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.64.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# transit_gateway/core/vpc/cards/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_vpc_cards_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# transit_gateway/core/vpc/cards/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_cards_10_128_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# transit_gateway/core/vpc/cards/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_cards_10_129_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# transit_gateway/core/vpc/cards/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_cards_10_144_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# transit_gateway/core/vpc/cards/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_cards_10_145_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# transit_gateway/core/vpc/cards/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_vpc_cards_10_4_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# transit_gateway/core/vpc/shop/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}

# transit_gateway/core/vpc/shop/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_128_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}

# transit_gateway/core/vpc/shop/route/10.129.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_129_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.129.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}

# transit_gateway/core/vpc/shop/route/10.144.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_144_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.144.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}

# transit_gateway/core/vpc/shop/route/10.145.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_145_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.145.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}

# transit_gateway/core/vpc/shop/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_4_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
