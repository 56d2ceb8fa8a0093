# What the other stacks of this place rely on: the key of its logs

# key/mrc-logs
resource "aws_kms_key" "mrc_logs" {
  region = "eu-central-1"

  deletion_window_in_days = 30
  description             = "Encrypts the logs of mesh10 in eu-central-1"
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
          Service = "logs.eu-central-1.amazonaws.com"
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
              "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/mesh10/*",
              "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:mesh10-*",
            ]
          }
        }
      },
    ]
  })

  tags = {
    Name = "mesh10-mrc-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# key/mrc-logs
resource "aws_kms_alias" "mrc_logs" {
  region = "eu-central-1"

  name          = "alias/mesh10-mrc-logs"
  target_key_id = aws_kms_key.mrc_logs.key_id
}
