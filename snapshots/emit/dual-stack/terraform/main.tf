module "eu_north_1" {
  source = "./modules/eu-north-1"

  providers = {
    aws = aws.eu_north_1
  }
}

module "us_west_2" {
  source = "./modules/us-west-2"

  providers = {
    aws = aws.us_west_2
  }
}
