# Associations and routes over peerings

# transit_gateway/core/route/10.40.0.0/13
resource "aws_ec2_transit_gateway_route" "core_10_40_0_0_13" {
  region = "eu-central-1"

  destination_cidr_block         = "10.40.0.0/13"
  transit_gateway_attachment_id  = var.eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
