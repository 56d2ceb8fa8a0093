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
    transit_gateway = {
      core = {
        id = aws_ec2_transit_gateway.core.id
        route_table = {
          id = aws_ec2_transit_gateway_route_table.core.id
        }
      }
    }
    vpc = {
      archive = {
        id = aws_vpc.archive.id
        subnet = {
          files = {
            a = {
              id = aws_subnet.archive_files_a.id
            }
            b = {
              id = aws_subnet.archive_files_b.id
            }
            route_table = {
              id = aws_route_table.archive_files.id
            }
          }
        }
      }
      stream = {
        id = aws_vpc.stream.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.stream_app_a.id
              route_table = {
                id = aws_route_table.stream_app_a.id
              }
            }
            b = {
              id = aws_subnet.stream_app_b.id
              route_table = {
                id = aws_route_table.stream_app_b.id
              }
            }
          }
          data = {
            a = {
              id = aws_subnet.stream_data_a.id
            }
            b = {
              id = aws_subnet.stream_data_b.id
            }
            route_table = {
              id = aws_route_table.stream_data.id
            }
          }
          public = {
            a = {
              id = aws_subnet.stream_public_a.id
            }
            b = {
              id = aws_subnet.stream_public_b.id
            }
            route_table = {
              id = aws_route_table.stream_public.id
            }
          }
        }
      }
    }
  }
}
