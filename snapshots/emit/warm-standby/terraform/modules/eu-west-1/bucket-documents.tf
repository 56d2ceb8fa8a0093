# Documents must not leave the European Union.

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket" "documents" {
  region = "eu-west-1"

  bucket = "erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-west-1"

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
  region = "eu-west-1"

  bucket = aws_s3_bucket.documents.id

  versioning_configuration {
    status = "Enabled"
  }
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_server_side_encryption_configuration" "documents" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.documents.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_key.erp.arn
      sse_algorithm     = "aws:kms"
    }
  }
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_public_access_block" "documents" {
  region = "eu-west-1"

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.documents.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_ownership_controls" "documents" {
  region = "eu-west-1"

  bucket = aws_s3_bucket.documents.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# bucket/documents
# Documents must not leave the European Union.
resource "aws_s3_bucket_lifecycle_configuration" "documents" {
  region = "eu-west-1"

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
  region = "eu-west-1"

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
          "arn:aws:s3:::erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-west-1",
          "arn:aws:s3:::erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-west-1/*",
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

# bucket/documents
resource "aws_iam_role" "documents_replication" {
  description = "Replicates bucket documents from eu-west-1"

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
    Name = "erp-dev-documents-replication"
  }
}

# bucket/documents
resource "aws_iam_role_policy" "documents_replication_replicate" {
  name = "replicate"
  role = aws_iam_role.documents_replication.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
        Resource = "arn:aws:s3:::erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-west-1"
      },
      {
        Effect = "Allow"
        Action = [
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionTagging",
        ]
        Resource = "arn:aws:s3:::erp-dev-documents-${data.aws_caller_identity.current.account_id}-eu-west-1/*"
      },
      {
        Effect   = "Allow"
        Action   = ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"]
        Resource = ["arn:aws:s3:::erp-dev-documents-${var.eu_central_1_account_id}-eu-central-1/*"]
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = aws_kms_key.erp.arn
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Encrypt", "kms:GenerateDataKey"]
        Resource = [var.eu_central_1_key_erp_arn]
      },
    ]
  })
}
