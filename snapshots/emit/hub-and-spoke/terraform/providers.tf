provider "aws" {
  region = "ap-southeast-2"

  default_tags {
    tags = {
      cost-center = "4711"
      owner       = "network-platform"
    }
  }
}
