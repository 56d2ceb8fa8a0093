provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = {
      data = "confidential"
      env  = "dev"
    }
  }
}
