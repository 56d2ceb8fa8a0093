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
    table = {
      profiles = {
        arn  = aws_dynamodb_table.profiles.arn
        name = aws_dynamodb_table.profiles.id
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
