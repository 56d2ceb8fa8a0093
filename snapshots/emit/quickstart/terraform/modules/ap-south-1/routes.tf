# Associations and routes over peerings

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_16_0_0_12" {
  region = "ap-south-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.eu_west_1_peering_core_ap_south_1_eu_west_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_32_0_0_12" {
  region = "ap-south-1"

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_ap_south_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
