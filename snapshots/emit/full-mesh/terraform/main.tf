module "ap_northeast_1" {
  source = "./modules/ap-northeast-1"

  providers = {
    aws = aws.ap_northeast_1
  }
}

module "ap_south_1" {
  source = "./modules/ap-south-1"

  providers = {
    aws = aws.ap_south_1
  }
}

module "ap_southeast_1" {
  source = "./modules/ap-southeast-1"

  providers = {
    aws = aws.ap_southeast_1
  }
}

module "ca_central_1" {
  source = "./modules/ca-central-1"

  providers = {
    aws = aws.ca_central_1
  }
}

module "eu_central_1" {
  source = "./modules/eu-central-1"

  providers = {
    aws = aws.eu_central_1
  }
}

module "eu_north_1" {
  source = "./modules/eu-north-1"

  providers = {
    aws = aws.eu_north_1
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
}

module "us_east_2" {
  source = "./modules/us-east-2"

  providers = {
    aws = aws.us_east_2
  }
}

module "us_west_2" {
  source = "./modules/us-west-2"

  providers = {
    aws = aws.us_west_2
  }
}
