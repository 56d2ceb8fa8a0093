# Open carts: the last writer wins, a second or so later everywhere.

# table/carts
# Open carts: the last writer wins, a second or so later everywhere.
resource "aws_dynamodb_table" "carts" {
  region = "us-east-1"

  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true
  hash_key                    = "cart"
  name                        = "checkout-carts"
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"

  tags = {
    Name = "checkout-carts"
  }

  attribute {
    name = "cart"
    type = "S"
  }

  attribute {
    name = "customer"
    type = "S"
  }

  attribute {
    name = "updated_at"
    type = "N"
  }

  global_secondary_index {
    name            = "by_customer"
    projection_type = "ALL"

    key_schema {
      attribute_name = "customer"
      key_type       = "HASH"
    }

    key_schema {
      attribute_name = "updated_at"
      key_type       = "RANGE"
    }
  }

  point_in_time_recovery {
    enabled = true
  }

  replica {
    deletion_protection_enabled = true
    kms_key_arn                 = var.us_west_2_key_data_arn
    point_in_time_recovery      = true
    propagate_tags              = true
    region_name                 = "us-west-2"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.data.arn
  }

  ttl {
    attribute_name = "expires_at"
    enabled        = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

# table/carts/arn
resource "aws_ssm_parameter" "carts_arn" {
  region = "us-east-1"

  description = "ARN of table carts"
  name        = "/checkout/us-east-1/table/carts/arn"
  type        = "String"
  value       = aws_dynamodb_table.carts.arn
}

# table/carts/name
resource "aws_ssm_parameter" "carts_name" {
  region = "us-east-1"

  description = "Table carts"
  name        = "/checkout/us-east-1/table/carts/name"
  type        = "String"
  value       = aws_dynamodb_table.carts.id
}
