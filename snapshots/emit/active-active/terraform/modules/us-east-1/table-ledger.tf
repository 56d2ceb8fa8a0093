# Money: every write is in two regions before it is acknowledged.

# table/ledger
# Money: every write is in two regions before it is acknowledged.
resource "aws_dynamodb_table" "ledger" {
  region = "us-east-1"

  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true
  hash_key                    = "account"
  name                        = "checkout-ledger"
  range_key                   = "entry"

  tags = {
    Name = "checkout-ledger"
  }

  attribute {
    name = "account"
    type = "S"
  }

  attribute {
    name = "entry"
    type = "S"
  }

  global_table_witness {
    region_name = "us-east-2"
  }

  point_in_time_recovery {
    enabled = true
  }

  replica {
    consistency_mode            = "STRONG"
    deletion_protection_enabled = true
    point_in_time_recovery      = true
    propagate_tags              = true
    region_name                 = "us-west-2"
  }

  server_side_encryption {
    enabled = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

# table/ledger/arn
resource "aws_ssm_parameter" "ledger_arn" {
  region = "us-east-1"

  description = "ARN of table ledger"
  name        = "/checkout/us-east-1/table/ledger/arn"
  type        = "String"
  value       = aws_dynamodb_table.ledger.arn
}

# table/ledger/name
resource "aws_ssm_parameter" "ledger_name" {
  region = "us-east-1"

  description = "Table ledger"
  name        = "/checkout/us-east-1/table/ledger/name"
  type        = "String"
  value       = aws_dynamodb_table.ledger.id
}
