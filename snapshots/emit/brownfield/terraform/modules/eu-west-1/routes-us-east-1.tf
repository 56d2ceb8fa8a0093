# Routes over peerings to single VPCs in us-east-1

# transit_gateway/core/route/172.20.0.0/14
resource "aws_ec2_transit_gateway_route" "core_172_20_0_0_14" {
  region = "eu-west-1"

  destination_cidr_block         = "172.20.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_backbone_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
