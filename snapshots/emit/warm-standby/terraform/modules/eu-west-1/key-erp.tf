# Key erp: the primary

# key/erp
# One key for both sides.
resource "aws_kms_key" "erp" {
  region = "eu-west-1"

  deletion_window_in_days = 30
  description             = "One key for both sides."
  enable_key_rotation     = true
  multi_region            = true

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
    Name = "erp-dev-erp"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# key/erp
# One key for both sides.
resource "aws_kms_alias" "erp" {
  region = "eu-west-1"

  name          = "alias/erp-dev-erp"
  target_key_id = aws_kms_key.erp.key_id
}
