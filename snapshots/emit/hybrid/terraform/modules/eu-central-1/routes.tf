# Associations and routes over peerings

# transit_gateway/core/segment/prod/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_prod_10_4_0_0_14" {
  region = "eu-central-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/uplink/branch/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_uplink_branch_10_4_0_0_14" {
  region = "eu-central-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_branch.id
}

# transit_gateway/core/uplink/lines/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_uplink_lines_10_4_0_0_14" {
  region = "eu-central-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_lines.id
}

# transit_gateway/core/vpc/shop/route/10.4.0.0/14
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_4_0_0_14" {
  region = "eu-central-1"

  destination_cidr_block         = "10.4.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
