# Associations and routes over peerings

# transit_gateway/core/segment/estate-prod/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_estate_prod_10_16_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_prod.id
}

# transit_gateway/core/segment/estate-shared/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_estate_shared_10_16_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# transit_gateway/core/vpc/cart/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_vpc_cart_10_16_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cart.id
}

# transit_gateway/core/vpc/search/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_vpc_search_10_16_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_search.id
}
