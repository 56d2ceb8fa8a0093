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
    transit_gateway = {
      core = {
        id = aws_ec2_transit_gateway.core.id
        segment = {
          estate-dev = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_estate_dev.id
            }
          }
          estate-prod = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_estate_prod.id
            }
          }
          estate-shared = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
            }
          }
        }
      }
    }
    vpc = {
      cart = {
        id = aws_vpc.cart.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.cart_app_a.id
            }
            allowed = {
              id = aws_security_group.cart_app_allowed.id
            }
            b = {
              id = aws_subnet.cart_app_b.id
            }
            route_table = {
              id = aws_route_table.cart_app.id
            }
          }
          data = {
            a = {
              id = aws_subnet.cart_data_a.id
            }
            b = {
              id = aws_subnet.cart_data_b.id
            }
            route_table = {
              id = aws_route_table.cart_data.id
            }
          }
          public = {
            a = {
              id = aws_subnet.cart_public_a.id
            }
            b = {
              id = aws_subnet.cart_public_b.id
            }
            route_table = {
              id = aws_route_table.cart_public.id
            }
          }
        }
      }
      search = {
        id = aws_vpc.search.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.search_app_a.id
            }
            allowed = {
              id = aws_security_group.search_app_allowed.id
            }
            b = {
              id = aws_subnet.search_app_b.id
            }
            route_table = {
              id = aws_route_table.search_app.id
            }
          }
          data = {
            a = {
              id = aws_subnet.search_data_a.id
            }
            b = {
              id = aws_subnet.search_data_b.id
            }
            route_table = {
              id = aws_route_table.search_data.id
            }
          }
          public = {
            a = {
              id = aws_subnet.search_public_a.id
            }
            b = {
              id = aws_subnet.search_public_b.id
            }
            route_table = {
              id = aws_route_table.search_public.id
            }
          }
        }
      }
      tools = {
        allowed = {
          id = aws_security_group.tools_allowed.id
        }
        id = aws_vpc.tools.id
        subnet = {
          services = {
            a = {
              id = aws_subnet.tools_services_a.id
            }
            b = {
              id = aws_subnet.tools_services_b.id
            }
            route_table = {
              id = aws_route_table.tools_services.id
            }
          }
        }
      }
    }
  }
}
