output "transit_gateway_wan_id" {
  description = "The id of transit_gateway/wan."
  value       = aws_ec2_transit_gateway.wan.id
}

output "transit_gateway_wan_route_table_id" {
  description = "The id of transit_gateway/wan (route table)."
  value       = aws_ec2_transit_gateway_route_table.wan.id
}

output "published" {
  description = "What others build on."

  value = {
    transit_gateway = {
      wan = {
        id = aws_ec2_transit_gateway.wan.id
        route_table = {
          id = aws_ec2_transit_gateway_route_table.wan.id
        }
      }
    }
    vpc = {
      stores = {
        id = aws_vpc.stores.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.stores_app_a.id
              route_table = {
                id = aws_route_table.stores_app_a.id
              }
            }
            b = {
              id = aws_subnet.stores_app_b.id
              route_table = {
                id = aws_route_table.stores_app_b.id
              }
            }
          }
          data = {
            a = {
              id = aws_subnet.stores_data_a.id
            }
            b = {
              id = aws_subnet.stores_data_b.id
            }
            route_table = {
              id = aws_route_table.stores_data.id
            }
          }
          public = {
            a = {
              id = aws_subnet.stores_public_a.id
            }
            b = {
              id = aws_subnet.stores_public_b.id
            }
            route_table = {
              id = aws_route_table.stores_public.id
            }
          }
        }
      }
    }
  }
}
