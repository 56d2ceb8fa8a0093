output "account_id" {
  description = "Account that the module is in."
  value       = data.aws_caller_identity.current.account_id
}

output "bucket_assets_id" {
  description = "The id of bucket/assets."
  value       = aws_s3_bucket.assets.id

  depends_on = [aws_s3_bucket_policy.assets, aws_s3_bucket_versioning.assets]
}

output "bucket_assets_replication_arn" {
  description = "The arn of bucket/assets (replication)."
  value       = aws_iam_role.assets_replication.arn
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
      assets = {
        arn  = aws_s3_bucket.assets.arn
        name = aws_s3_bucket.assets.id
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
          data = {
            a = {
              id = aws_subnet.app_data_a.id
            }
            b = {
              id = aws_subnet.app_data_b.id
            }
            c = {
              id = aws_subnet.app_data_c.id
            }
            route_table = {
              id = aws_route_table.app_data.id
            }
          }
          private = {
            a = {
              id = aws_subnet.app_private_a.id
              route_table = {
                id = aws_route_table.app_private_a.id
              }
            }
            b = {
              id = aws_subnet.app_private_b.id
              route_table = {
                id = aws_route_table.app_private_b.id
              }
            }
            c = {
              id = aws_subnet.app_private_c.id
              route_table = {
                id = aws_route_table.app_private_c.id
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
