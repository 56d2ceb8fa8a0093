# Routes over peerings to single VPCs in eu-north-1

# transit_gateway/core/route/100.64.0.0/20
resource "aws_ec2_transit_gateway_route" "core_100_64_0_0_20" {
  region = "us-west-2"

  destination_cidr_block         = "100.64.0.0/20"
  transit_gateway_attachment_id  = var.us_west_2_peering_core_eu_north_1_us_west_2_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
