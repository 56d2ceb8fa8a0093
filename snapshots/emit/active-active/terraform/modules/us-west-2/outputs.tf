output "account_id" {
  description = "Account that the module is in."
  value       = data.aws_caller_identity.current.account_id
}

output "bucket_receipts_id" {
  description = "The id of bucket/receipts."
  value       = aws_s3_bucket.receipts.id

  depends_on = [aws_s3_bucket_policy.receipts, aws_s3_bucket_versioning.receipts]
}

output "bucket_receipts_replication_arn" {
  description = "The arn of bucket/receipts (replication)."
  value       = aws_iam_role.receipts_replication.arn
}

output "key_data_arn" {
  description = "The arn of key/data."
  value       = aws_kms_replica_key.data.arn
}

output "transit_gateway_core_id" {
  description = "The id of transit_gateway/core."
  value       = aws_ec2_transit_gateway.core.id
}

output "transit_gateway_core_route_table_id" {
  description = "The id of transit_gateway/core (route table)."
  value       = aws_ec2_transit_gateway_route_table.core.id
}

output "published" {
  description = "What others build on."

  value = {
    bucket = {
      receipts = {
        arn  = aws_s3_bucket.receipts.arn
        name = aws_s3_bucket.receipts.id
      }
    }
    key = {
      data = {
        arn = aws_kms_replica_key.data.arn
      }
    }
    transit_gateway = {
      core = {
        id = aws_ec2_transit_gateway.core.id
        route_table = {
          id = aws_ec2_transit_gateway_route_table.core.id
        }
      }
    }
    vpc = {
      app = {
        id = aws_vpc.app.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.app_app_a.id
              route_table = {
                id = aws_route_table.app_app_a.id
              }
            }
            b = {
              id = aws_subnet.app_app_b.id
              route_table = {
                id = aws_route_table.app_app_b.id
              }
            }
            c = {
              id = aws_subnet.app_app_c.id
              route_table = {
                id = aws_route_table.app_app_c.id
              }
            }
          }
          public = {
            a = {
              id = aws_subnet.app_public_a.id
            }
            b = {
              id = aws_subnet.app_public_b.id
            }
            c = {
              id = aws_subnet.app_public_c.id
            }
            route_table = {
              id = aws_route_table.app_public.id
            }
          }
        }
      }
    }
  }
}
