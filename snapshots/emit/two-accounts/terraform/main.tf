module "eu_west_1" {
  source = "./modules/eu-west-1"

  providers = {
    aws = aws.eu_west_1
  }
}

module "tools_eu_west_1" {
  source = "./modules/tools-eu-west-1"

  providers = {
    aws = aws.tools_eu_west_1
  }
}

module "tools_us_east_1" {
  source = "./modules/tools-us-east-1"

  providers = {
    aws = aws.tools_us_east_1
  }
}

module "us_east_1" {
  source = "./modules/us-east-1"

  providers = {
    aws = aws.us_east_1
  }
}
