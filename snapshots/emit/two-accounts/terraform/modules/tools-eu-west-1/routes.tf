# Associations and routes over peerings

# transit_gateway/hub/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "hub_10_128_0_0_12" {
  region = "eu-west-1"

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = var.tools_eu_west_1_peering_core_eu_west_1_hub_tools_eu_west_1_accepter_accepter_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}
