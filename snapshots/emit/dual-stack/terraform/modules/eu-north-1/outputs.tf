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
      origin = {
        id = aws_vpc.origin.id
        subnet = {
          edge = {
            a = {
              id = aws_subnet.origin_edge_a.id
            }
            b = {
              id = aws_subnet.origin_edge_b.id
            }
            route_table = {
              id = aws_route_table.origin_edge.id
            }
          }
          store = {
            a = {
              id = aws_subnet.origin_store_a.id
            }
            b = {
              id = aws_subnet.origin_store_b.id
            }
            route_table = {
              id = aws_route_table.origin_store.id
            }
          }
        }
      }
      player = {
        id = aws_vpc.player.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.player_app_a.id
              route_table = {
                id = aws_route_table.player_app_a.id
              }
            }
            b = {
              id = aws_subnet.player_app_b.id
              route_table = {
                id = aws_route_table.player_app_b.id
              }
            }
          }
          data = {
            a = {
              id = aws_subnet.player_data_a.id
            }
            b = {
              id = aws_subnet.player_data_b.id
            }
            route_table = {
              id = aws_route_table.player_data.id
            }
          }
          public = {
            a = {
              id = aws_subnet.player_public_a.id
            }
            b = {
              id = aws_subnet.player_public_b.id
            }
            route_table = {
              id = aws_route_table.player_public.id
            }
          }
        }
      }
    }
  }
}
