# Bucket assets

# bucket/assets
resource "aws_s3_bucket" "assets" {
  region = "eu-west-1"

  bucket = "quickstart-assets-${data.aws_caller_identity.current.account_id}-eu-west-1"

  tags = {
    Name = "quickstart-assets"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# bucket/assets
resource "aws_s3_bucket_versioning" "assets" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.assets.id

  versioning_configuration {
    status = "Enabled"
  }
}

# bucket/assets
resource "aws_s3_bucket_server_side_encryption_configuration" "assets" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.assets.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# bucket/assets
resource "aws_s3_bucket_public_access_block" "assets" {
  region = "eu-west-1"

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.assets.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# bucket/assets
resource "aws_s3_bucket_ownership_controls" "assets" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.assets.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# bucket/assets
resource "aws_s3_bucket_lifecycle_configuration" "assets" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.assets.id

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

  depends_on = [aws_s3_bucket_versioning.assets]
}

# bucket/assets
resource "aws_s3_bucket_policy" "assets" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.assets.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          "arn:aws:s3:::quickstart-assets-${data.aws_caller_identity.current.account_id}-eu-west-1",
          "arn:aws:s3:::quickstart-assets-${data.aws_caller_identity.current.account_id}-eu-west-1/*",
        ]
        Condition = {
          Bool = {
            "aws:SecureTransport" = "false"
          }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.assets]
}
