module "eu_west_1" {
  source = "./modules/eu-west-1"

  us_east_1_peering_core_eu_west_1_backbone_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1_backbone.id
}

module "us_east_1" {
  source = "./modules/us-east-1"

  backbone_id                                                     = var.backbone_id
  backbone_route_table                                            = var.backbone_route_table
  legacy_route_table                                              = var.legacy_route_table
  us_east_1_peering_core_eu_west_1_backbone_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1_backbone.id
  us_east_1_vpc_peering_shop_legacy_us_east_1_accepter_id         = aws_vpc_peering_connection_accepter.us_east_1_shop_legacy.id
}
