# Routes over peerings to single VPCs in us-east-1

# transit_gateway/core/segment/estate-dev/route/10.18.0.0/18
resource "aws_ec2_transit_gateway_route" "core_estate_dev_10_18_0_0_18" {
  region = "eu-central-1"

  destination_cidr_block         = "10.18.0.0/18"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_dev.id
}
