# Routes over peerings to single VPCs in us-east-1

# transit_gateway/core/uplink/lines/route/172.16.0.0/13
resource "aws_ec2_transit_gateway_route" "core_uplink_lines_172_16_0_0_13" {
  region = "eu-central-1"

  destination_cidr_block         = "172.16.0.0/13"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_lines.id
}

# transit_gateway/core/uplink/lines/route/192.168.128.0/17
resource "aws_ec2_transit_gateway_route" "core_uplink_lines_192_168_128_0_17" {
  region = "eu-central-1"

  destination_cidr_block         = "192.168.128.0/17"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_lines.id
}
