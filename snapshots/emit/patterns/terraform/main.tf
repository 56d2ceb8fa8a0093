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
}
