# Associations and routes over peerings

# transit_gateway/core/segment/dev/route/10.64.0.0/14
resource "aws_ec2_transit_gateway_route" "core_dev_10_64_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.64.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/prod/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_prod_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/uplink/lines/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_uplink_lines_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_lines.id
}

# transit_gateway/core/vpc/shop/route/10.0.0.0/14
resource "aws_ec2_transit_gateway_route" "core_vpc_shop_10_0_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.0.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
