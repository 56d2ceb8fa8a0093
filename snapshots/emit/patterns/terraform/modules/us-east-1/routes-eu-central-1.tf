# Routes over peerings to single VPCs in eu-central-1

# transit_gateway/core/segment/estate-prod/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "core_estate_prod_10_0_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_prod.id
}

# transit_gateway/core/segment/estate-prod/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "core_estate_prod_10_2_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_prod.id
}

# transit_gateway/core/segment/estate-shared/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "core_estate_shared_10_0_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# transit_gateway/core/segment/estate-shared/route/10.1.0.0/20
resource "aws_ec2_transit_gateway_route" "core_estate_shared_10_1_0_0_20" {
  region = "us-east-1"

  destination_cidr_block         = "10.1.0.0/20"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# transit_gateway/core/segment/estate-shared/route/10.1.32.0/20
resource "aws_ec2_transit_gateway_route" "core_estate_shared_10_1_32_0_20" {
  region = "us-east-1"

  destination_cidr_block         = "10.1.32.0/20"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# transit_gateway/core/segment/estate-shared/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "core_estate_shared_10_2_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# transit_gateway/core/vpc/cart/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_cart_10_0_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cart.id
}

# transit_gateway/core/vpc/cart/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_cart_10_2_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cart.id
}

# transit_gateway/core/vpc/search/route/10.0.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_search_10_0_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_search.id
}

# transit_gateway/core/vpc/search/route/10.2.0.0/16
resource "aws_ec2_transit_gateway_route" "core_vpc_search_10_2_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.2.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_search.id
}
