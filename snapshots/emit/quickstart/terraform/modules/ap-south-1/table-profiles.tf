# Global table profiles

# table/profiles
resource "aws_dynamodb_table" "profiles" {
  region = "ap-south-1"

  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true
  hash_key                    = "id"
  name                        = "quickstart-profiles"
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"

  tags = {
    Name = "quickstart-profiles"
  }

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }

  replica {
    deletion_protection_enabled = true
    point_in_time_recovery      = true
    propagate_tags              = true
    region_name                 = "eu-west-1"
  }

  replica {
    deletion_protection_enabled = true
    point_in_time_recovery      = true
    propagate_tags              = true
    region_name                 = "us-east-1"
  }

  server_side_encryption {
    enabled = true
  }

  lifecycle {
    prevent_destroy = true
  }
}
