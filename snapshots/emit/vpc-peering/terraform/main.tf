module "us_east_1" {
  source = "./modules/us-east-1"

  providers = {
    aws = aws.us_east_1
  }
}

module "us_west_2" {
  source = "./modules/us-west-2"

  providers = {
    aws = aws.us_west_2
  }
}
