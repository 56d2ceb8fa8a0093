module "ap_south_1" {
  source = "./modules/ap-south-1"

  providers = {
    aws = aws.ap_south_1
  }
}

module "eu_west_1" {
  source = "./modules/eu-west-1"

  providers = {
    aws = aws.eu_west_1
  }
}

module "us_east_1" {
  source = "./modules/us-east-1"

  providers = {
    aws = aws.us_east_1
  }

  eu_west_1_account_id = module.eu_west_1.account_id
}
