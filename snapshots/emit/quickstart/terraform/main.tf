module "ap_south_1" {
  source = "./modules/ap-south-1"

  eu_west_1_peering_core_ap_south_1_eu_west_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_south_1.id
  us_east_1_peering_core_ap_south_1_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_south_1.id
}

module "eu_west_1" {
  source = "./modules/eu-west-1"

  eu_west_1_peering_core_ap_south_1_eu_west_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_south_1.id
  us_east_1_peering_core_eu_west_1_us_east_1_accepter_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
}

module "us_east_1" {
  source = "./modules/us-east-1"

  eu_west_1_account_id                                    = module.eu_west_1.account_id
  us_east_1_peering_core_ap_south_1_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_south_1.id
  us_east_1_peering_core_eu_west_1_us_east_1_accepter_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
}
