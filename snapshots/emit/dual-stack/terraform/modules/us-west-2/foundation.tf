# What the other stacks of this place rely on: the key of its logs

# key/logs
resource "aws_kms_key" "logs" {
  deletion_window_in_days = 30
  description             = "Encrypts the logs of media in us-west-2"
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
          Service = "logs.us-west-2.amazonaws.com"
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
            "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:us-west-2:${data.aws_caller_identity.current.account_id}:log-group:/media/*"
          }
        }
      },
    ]
  })

  tags = {
    Name = "media-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# key/logs
resource "aws_kms_alias" "logs" {
  name          = "alias/media-logs"
  target_key_id = aws_kms_key.logs.key_id
}
