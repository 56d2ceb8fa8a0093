provider "aws" {
  allowed_account_ids = ["111122223333"]
  region              = "eu-west-1"

  assume_role {
    role_arn = "arn:aws:iam::111122223333:role/deployer"
  }

  default_tags {
    tags = {
      environment = "prod"
    }
  }
}

provider "aws" {
  alias               = "tools"
  allowed_account_ids = ["444455556666"]
  region              = "eu-west-1"

  assume_role {
    role_arn = "arn:aws:iam::444455556666:role/deployer"
  }

  default_tags {
    tags = {
      environment = "tools"
    }
  }
}
