# Key data: a replica

# key/data
# Encrypts carts and receipts.
resource "aws_kms_replica_key" "data" {
  region = "us-west-2"

  deletion_window_in_days = 30
  description             = "Encrypts carts and receipts."
  primary_key_arn         = var.us_east_1_key_data_arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "AccountOwnsKey"
        Effect = "Allow"
        Principal = {
          AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"
        }
        Action   = "kms:*"
        Resource = "*"
      },
    ]
  })

  tags = {
    Name = "checkout-data"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# key/data
# Encrypts carts and receipts.
resource "aws_kms_alias" "data" {
  region = "us-west-2"

  name          = "alias/checkout-data"
  target_key_id = aws_kms_replica_key.data.key_id
}

# key/data/arn
resource "aws_ssm_parameter" "data_arn" {
  region = "us-west-2"

  description = "ARN of key data"
  name        = "/checkout/us-west-2/key/data/arn"
  type        = "String"
  value       = aws_kms_replica_key.data.arn
}
