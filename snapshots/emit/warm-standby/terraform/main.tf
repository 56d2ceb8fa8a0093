module "eu_central_1" {
  source = "./modules/eu-central-1"

  eu_west_1_key_erp_arn                                     = module.eu_west_1.key_erp_arn
  eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
}

module "eu_west_1" {
  source = "./modules/eu-west-1"

  eu_central_1_account_id                                   = module.eu_central_1.account_id
  eu_central_1_key_erp_arn                                  = module.eu_central_1.key_erp_arn
  eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
}
