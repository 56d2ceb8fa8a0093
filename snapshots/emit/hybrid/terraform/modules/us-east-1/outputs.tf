output "account_id" {
  description = "Account that the module is in."
  value       = data.aws_caller_identity.current.account_id
}

output "transit_gateway_core_arrivals_route_table_id" {
  description = "The id of transit_gateway/core/arrivals (route table)."
  value       = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

output "transit_gateway_core_id" {
  description = "The id of transit_gateway/core."
  value       = aws_ec2_transit_gateway.core.id
}

output "published" {
  description = "What others build on."

  value = {
    prefix_list = {
      data_centres = {
        id = aws_ec2_managed_prefix_list.data_centres.id
      }
    }
    transit_gateway = {
      core = {
        id = aws_ec2_transit_gateway.core.id
        segment = {
          dev = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_dev.id
            }
          }
          prod = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_prod.id
            }
          }
        }
      }
    }
    vpc = {
      shop = {
        id = aws_vpc.shop.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.shop_app_a.id
            }
            allowed = {
              id = aws_security_group.shop_app_allowed.id
            }
            b = {
              id = aws_subnet.shop_app_b.id
            }
            route_table = {
              id = aws_route_table.shop_app.id
            }
          }
          data = {
            a = {
              id = aws_subnet.shop_data_a.id
            }
            b = {
              id = aws_subnet.shop_data_b.id
            }
            route_table = {
              id = aws_route_table.shop_data.id
            }
          }
        }
      }
    }
  }
}
