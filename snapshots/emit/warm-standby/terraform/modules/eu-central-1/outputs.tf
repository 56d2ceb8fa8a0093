output "account_id" {
  description = "Account that the module is in."
  value       = data.aws_caller_identity.current.account_id
}

output "bucket_documents_id" {
  description = "The id of bucket/documents."
  value       = aws_s3_bucket.documents.id

  depends_on = [aws_s3_bucket_policy.documents, aws_s3_bucket_versioning.documents]
}

output "key_erp_arn" {
  description = "The arn of key/erp."
  value       = aws_kms_replica_key.erp.arn
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
      documents = {
        arn  = aws_s3_bucket.documents.arn
        name = aws_s3_bucket.documents.id
      }
      logs = {
        arn  = aws_s3_bucket.logs.arn
        name = aws_s3_bucket.logs.id
      }
    }
    key = {
      erp = {
        arn = aws_kms_replica_key.erp.arn
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
      erp = {
        id = aws_vpc.erp.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.erp_app_a.id
            }
            b = {
              id = aws_subnet.erp_app_b.id
            }
            route_table = {
              id = aws_route_table.erp_app.id
            }
          }
          data = {
            a = {
              id = aws_subnet.erp_data_a.id
            }
            b = {
              id = aws_subnet.erp_data_b.id
            }
            route_table = {
              id = aws_route_table.erp_data.id
            }
          }
          public = {
            a = {
              id = aws_subnet.erp_public_a.id
            }
            b = {
              id = aws_subnet.erp_public_b.id
            }
            route_table = {
              id = aws_route_table.erp_public.id
            }
          }
        }
      }
    }
  }
}
