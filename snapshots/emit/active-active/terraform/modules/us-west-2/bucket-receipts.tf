# Receipts, written wherever the customer is.

# bucket/receipts
# Receipts, written wherever the customer is.
resource "aws_s3_bucket" "receipts" {
  region = "us-west-2"

  bucket = "checkout-receipts-${data.aws_caller_identity.current.account_id}-us-west-2"

  tags = {
    Name = "checkout-receipts"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# bucket/receipts
# Receipts, written wherever the customer is.
resource "aws_s3_bucket_versioning" "receipts" {
  region = "us-west-2"

  bucket = aws_s3_bucket.receipts.id

  versioning_configuration {
    status = "Enabled"
  }
}

# bucket/receipts
# Receipts, written wherever the customer is.
resource "aws_s3_bucket_server_side_encryption_configuration" "receipts" {
  region = "us-west-2"

  bucket = aws_s3_bucket.receipts.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_replica_key.data.arn
      sse_algorithm     = "aws:kms"
    }
  }
}

# bucket/receipts
# Receipts, written wherever the customer is.
resource "aws_s3_bucket_public_access_block" "receipts" {
  region = "us-west-2"

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.receipts.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# bucket/receipts
# Receipts, written wherever the customer is.
resource "aws_s3_bucket_ownership_controls" "receipts" {
  region = "us-west-2"

  bucket = aws_s3_bucket.receipts.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# bucket/receipts
# Receipts, written wherever the customer is.
resource "aws_s3_bucket_lifecycle_configuration" "receipts" {
  region = "us-west-2"

  bucket = aws_s3_bucket.receipts.id

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

  depends_on = [aws_s3_bucket_versioning.receipts]
}

# bucket/receipts
# Receipts, written wherever the customer is.
resource "aws_s3_bucket_policy" "receipts" {
  region = "us-west-2"

  bucket = aws_s3_bucket.receipts.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          "arn:aws:s3:::checkout-receipts-${data.aws_caller_identity.current.account_id}-us-west-2",
          "arn:aws:s3:::checkout-receipts-${data.aws_caller_identity.current.account_id}-us-west-2/*",
        ]
        Condition = {
          Bool = {
            "aws:SecureTransport" = "false"
          }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.receipts]
}

# bucket/receipts
resource "aws_iam_role" "receipts_replication" {
  description = "Replicates bucket receipts from us-west-2"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "s3.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })

  tags = {
    Name = "checkout-receipts-replication"
  }
}

# bucket/receipts
resource "aws_iam_role_policy" "receipts_replication_replicate" {
  name = "replicate"
  role = aws_iam_role.receipts_replication.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
        Resource = "arn:aws:s3:::checkout-receipts-${data.aws_caller_identity.current.account_id}-us-west-2"
      },
      {
        Effect = "Allow"
        Action = [
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionTagging",
        ]
        Resource = "arn:aws:s3:::checkout-receipts-${data.aws_caller_identity.current.account_id}-us-west-2/*"
      },
      {
        Effect   = "Allow"
        Action   = ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"]
        Resource = ["arn:aws:s3:::checkout-receipts-${var.us_east_1_account_id}-us-east-1/*"]
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = aws_kms_replica_key.data.arn
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Encrypt", "kms:GenerateDataKey"]
        Resource = [var.us_east_1_key_data_arn]
      },
    ]
  })
}

# bucket/receipts/arn
resource "aws_ssm_parameter" "receipts_arn" {
  region = "us-west-2"

  description = "ARN of bucket receipts"
  name        = "/checkout/us-west-2/bucket/receipts/arn"
  type        = "String"
  value       = aws_s3_bucket.receipts.arn
}

# bucket/receipts/name
resource "aws_ssm_parameter" "receipts_name" {
  region = "us-west-2"

  description = "Bucket receipts"
  name        = "/checkout/us-west-2/bucket/receipts/name"
  type        = "String"
  value       = aws_s3_bucket.receipts.id
}
