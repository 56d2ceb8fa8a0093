# Documents must not leave the European Union.

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket" "documents" {
  region = "eu-central-1"

  bucket = "erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-central-1"

  tags = {
    Name = "erp-dev-documents"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_versioning" "documents" {
  region = "eu-central-1"

  bucket = aws_s3_bucket.documents.id

  versioning_configuration {
    status = "Enabled"
  }
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_server_side_encryption_configuration" "documents" {
  region = "eu-central-1"

  bucket = aws_s3_bucket.documents.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_replica_key.erp.arn
      sse_algorithm     = "aws:kms"
    }
  }
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_public_access_block" "documents" {
  region = "eu-central-1"

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.documents.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_ownership_controls" "documents" {
  region = "eu-central-1"

  bucket = aws_s3_bucket.documents.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_lifecycle_configuration" "documents" {
  region = "eu-central-1"

  bucket = aws_s3_bucket.documents.id

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
    id     = "archive"
    status = "Enabled"

    filter {
      prefix = "closed/"
    }

    transition {
      days          = 90
      storage_class = "GLACIER_IR"
    }

    transition {
      days          = 365
      storage_class = "DEEP_ARCHIVE"
    }
  }

  depends_on = [aws_s3_bucket_versioning.documents]
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_policy" "documents" {
  region = "eu-central-1"

  bucket = aws_s3_bucket.documents.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          "arn:aws:s3:::erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-central-1",
          "arn:aws:s3:::erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-central-1/*",
        ]
        Condition = {
          Bool = {
            "aws:SecureTransport" = "false"
          }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.documents]
}
