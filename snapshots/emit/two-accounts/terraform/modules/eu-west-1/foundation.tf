# What the other stacks of this place rely on: the key of its logs

# key/mrc-logs
resource "aws_kms_key" "mrc_logs" {
  region = "eu-west-1"

  deletion_window_in_days = 30
  description             = "Encrypts the logs of corp in prod/eu-west-1"
  enable_key_rotation     = true
  multi_region            = false

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "AccountOwnsKey"
        Effect = "Allow"
        Principal = {
          AWS = "arn:aws:iam::111122223333:root"
        }
        Action   = "kms:*"
        Resource = "*"
      },
      {
        Sid    = "LogsUseKey"
        Effect = "Allow"
        Principal = {
          Service = "logs.eu-west-1.amazonaws.com"
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
              "arn:aws:logs:eu-west-1:111122223333:log-group:/corp/*",
              "arn:aws:logs:eu-west-1:111122223333:log-group:corp-*",
            ]
          }
        }
      },
    ]
  })

  tags = {
    Name = "corp-mrc-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# key/mrc-logs
resource "aws_kms_alias" "mrc_logs" {
  region = "eu-west-1"

  name          = "alias/corp-mrc-logs"
  target_key_id = aws_kms_key.mrc_logs.key_id
}
