module "eu_central_1" {
  source = "./modules/eu-central-1"

  providers = {
    aws = aws.eu_central_1
  }

  eu_west_1_key_erp_arn = module.eu_west_1.key_erp_arn
}

module "eu_west_1" {
  source = "./modules/eu-west-1"

  providers = {
    aws = aws.eu_west_1
  }

  eu_central_1_account_id  = module.eu_central_1.account_id
  eu_central_1_key_erp_arn = module.eu_central_1.key_erp_arn
}
