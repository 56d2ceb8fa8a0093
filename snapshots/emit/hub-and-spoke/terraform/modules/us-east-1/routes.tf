# Associations and routes over peerings

# transit_gateway/wan/route/10.68.0.0/14
resource "aws_ec2_transit_gateway_route" "wan_10_68_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.68.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_wan_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}

# transit_gateway/wan/route/10.72.0.0/14
resource "aws_ec2_transit_gateway_route" "wan_10_72_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.72.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_wan_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}

# transit_gateway/wan/route/10.76.0.0/14
resource "aws_ec2_transit_gateway_route" "wan_10_76_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.76.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_wan_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}

# transit_gateway/wan/route/10.80.0.0/14
resource "aws_ec2_transit_gateway_route" "wan_10_80_0_0_14" {
  region = "us-east-1"

  destination_cidr_block         = "10.80.0.0/14"
  transit_gateway_attachment_id  = var.us_east_1_peering_wan_eu_central_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}
