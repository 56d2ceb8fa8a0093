module "eu_central_1" {
  source = "./modules/eu-central-1"

  providers = {
    aws = aws.eu_central_1
  }
}

module "us_east_1" {
  source = "./modules/us-east-1"

  providers = {
    aws = aws.us_east_1
  }

  eu_central_1_direct_connect_lines_id = module.eu_central_1.direct_connect_lines_id
}
