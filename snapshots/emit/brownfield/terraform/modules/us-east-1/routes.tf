# Associations and routes over peerings

# transit_gateway/backbone/route/10.100.0.0/16
resource "aws_ec2_transit_gateway_route" "backbone_10_100_0_0_16" {
  region = "us-east-1"

  destination_cidr_block         = "10.100.0.0/16"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_west_1_backbone_us_east_1_accepter_id
  transit_gateway_route_table_id = var.backbone_route_table
}

# vpc/legacy/route_table/1/route/10.101.0.0/18
resource "aws_route" "legacy_1_10_101_0_0_18" {
  region = "us-east-1"

  destination_cidr_block    = "10.101.0.0/18"
  route_table_id            = var.legacy_route_table
  vpc_peering_connection_id = var.us_east_1_vpc_peering_shop_legacy_us_east_1_accepter_id
}

# vpc/shop/subnet/app/route/10.90.0.0/16
resource "aws_route" "shop_app_10_90_0_0_16" {
  region = "us-east-1"

  destination_cidr_block    = "10.90.0.0/16"
  route_table_id            = aws_route_table.shop_app.id
  vpc_peering_connection_id = var.us_east_1_vpc_peering_shop_legacy_us_east_1_accepter_id
}
