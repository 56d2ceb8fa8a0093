# Associations and routes over peerings

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_16_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.us_west_2_peering_core_eu_north_1_us_west_2_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/2600:1f28:110::/44
resource "aws_ec2_transit_gateway_route" "core_2600_1f28_110___44" {
  region = "eu-north-1"

  destination_cidr_block         = "2600:1f28:110::/44"
  transit_gateway_attachment_id  = var.us_west_2_peering_core_eu_north_1_us_west_2_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
