module "us_east_1" {
  source = "./modules/us-east-1"

  us_west_2_account_id                                   = module.us_west_2.account_id
  us_west_2_key_data_arn                                 = module.us_west_2.key_data_arn
  us_west_2_peering_core_us_east_1_us_west_2_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_1.id
}

module "us_east_2" {
  source = "./modules/us-east-2"
}

module "us_west_2" {
  source = "./modules/us-west-2"

  us_east_1_account_id                                   = module.us_east_1.account_id
  us_east_1_key_data_arn                                 = module.us_east_1.key_data_arn
  us_west_2_peering_core_us_east_1_us_west_2_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_1.id
}
