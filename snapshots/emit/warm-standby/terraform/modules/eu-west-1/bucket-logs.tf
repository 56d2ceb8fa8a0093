# Flow logs of both sides, each in its own region.

# bucket/logs
# Flow logs of both sides, each in its own region.
resource "aws_s3_bucket" "logs" {
  region = "eu-west-1"

  bucket = "erp-dev-logs-${data.aws_caller_identity.current.account_id}-eu-west-1"

  tags = {
    Name = "erp-dev-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# bucket/logs
# Flow logs of both sides, each in its own region.
resource "aws_s3_bucket_versioning" "logs" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

# bucket/logs
# Flow logs of both sides, each in its own region.
resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.logs.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# bucket/logs
# Flow logs of both sides, each in its own region.
resource "aws_s3_bucket_public_access_block" "logs" {
  region = "eu-west-1"

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.logs.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# bucket/logs
# Flow logs of both sides, each in its own region.
resource "aws_s3_bucket_ownership_controls" "logs" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.logs.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# bucket/logs
# Flow logs of both sides, each in its own region.
resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "housekeeping"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 90
    }
  }

  rule {
    id     = "old"
    status = "Enabled"

    expiration {
      days = 400
    }

    filter {}
  }

  depends_on = [aws_s3_bucket_versioning.logs]
}

# bucket/logs
# Flow logs of both sides, each in its own region.
resource "aws_s3_bucket_policy" "logs" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.logs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          "arn:aws:s3:::erp-dev-logs-${data.aws_caller_identity.current.account_id}-eu-west-1",
          "arn:aws:s3:::erp-dev-logs-${data.aws_caller_identity.current.account_id}-eu-west-1/*",
        ]
        Condition = {
          Bool = {
            "aws:SecureTransport" = "false"
          }
        }
      },
      {
        Sid    = "LogDeliveryWrites"
        Effect = "Allow"
        Principal = {
          Service = "delivery.logs.amazonaws.com"
        }
        Action   = "s3:PutObject"
        Resource = "arn:aws:s3:::erp-dev-logs-${data.aws_caller_identity.current.account_id}-eu-west-1/AWSLogs/${data.aws_caller_identity.current.account_id}/*"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
          ArnLike = {
            "aws:SourceArn" = "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:*"
          }
        }
      },
      {
        Sid    = "LogDeliveryChecks"
        Effect = "Allow"
        Principal = {
          Service = "delivery.logs.amazonaws.com"
        }
        Action   = ["s3:GetBucketAcl", "s3:ListBucket"]
        Resource = "arn:aws:s3:::erp-dev-logs-${data.aws_caller_identity.current.account_id}-eu-west-1"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
          ArnLike = {
            "aws:SourceArn" = "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:*"
          }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.logs]
}
