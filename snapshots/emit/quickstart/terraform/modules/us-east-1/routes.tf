# Associations and routes over peerings

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_0_0_0_12" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_ap_south_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_16_0_0_12" {
  region = "us-east-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
