provider "aws" {
  alias  = "ap_southeast_2"
  region = "ap-southeast-2"

  default_tags {
    tags = {
      cost-center = "4711"
      owner       = "network-platform"
    }
  }
}

provider "aws" {
  alias  = "eu_central_1"
  region = "eu-central-1"

  default_tags {
    tags = {
      cost-center = "4711"
      owner       = "network-platform"
    }
  }
}

provider "aws" {
  alias  = "eu_north_1"
  region = "eu-north-1"

  default_tags {
    tags = {
      cost-center = "4711"
      owner       = "network-platform"
    }
  }
}

provider "aws" {
  alias  = "eu_west_1"
  region = "eu-west-1"

  default_tags {
    tags = {
      cost-center = "4711"
      owner       = "network-platform"
    }
  }
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = {
      cost-center = "4711"
      owner       = "network-platform"
    }
  }
}
