# What the other stacks of this place rely on: the key of its logs

# key/mrc-logs
resource "aws_kms_key" "mrc_logs" {
  region = "us-east-1"

  deletion_window_in_days = 30
  description             = "Encrypts the logs of quickstart in us-east-1"
  enable_key_rotation     = true
  multi_region            = false

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
      {
        Sid    = "LogsUseKey"
        Effect = "Allow"
        Principal = {
          Service = "logs.us-east-1.amazonaws.com"
        }
        Action = [
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey*",
          "kms:ReEncrypt*",
        ]
        Resource = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = [
              "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/quickstart/*",
              "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:quickstart-*",
            ]
          }
        }
      },
    ]
  })

  tags = {
    Name = "quickstart-mrc-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# key/mrc-logs
resource "aws_kms_alias" "mrc_logs" {
  region = "us-east-1"

  name          = "alias/quickstart-mrc-logs"
  target_key_id = aws_kms_key.mrc_logs.key_id
}
