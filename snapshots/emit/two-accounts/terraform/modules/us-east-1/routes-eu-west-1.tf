# Routes over peerings to single VPCs in eu-west-1

# transit_gateway/core/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_10_128_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
