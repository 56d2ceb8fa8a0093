# Associations and routes over peerings

# transit_gateway/core/route/10.101.0.0/16
resource "aws_ec2_transit_gateway_route" "core_10_101_0_0_16" {
  region = "eu-west-1"

  destination_cidr_block         = "10.101.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_backbone_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
