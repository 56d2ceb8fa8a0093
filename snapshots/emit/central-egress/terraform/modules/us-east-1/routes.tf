# Associations and routes over peerings

# transit_gateway/core/segment/cards/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_cards_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_cards.id
}

# transit_gateway/core/segment/prod/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_prod_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/vpc/edge/route/10.128.0.0/20
resource "aws_ec2_transit_gateway_route" "core_vpc_edge_10_128_0_0_20" {
  region = "us-east-1"

  destination_cidr_block         = "10.128.0.0/20"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_edge.id
}
