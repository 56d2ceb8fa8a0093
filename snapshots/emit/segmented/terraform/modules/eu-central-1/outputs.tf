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
          dev = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_dev.id
            }
          }
          pci = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_pci.id
            }
          }
          prod = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_prod.id
            }
          }
          shared = {
            route_table = {
              id = aws_ec2_transit_gateway_route_table.core_shared.id
            }
          }
        }
      }
    }
    vpc = {
      cards = {
        id = aws_vpc.cards.id
        subnet = {
          data = {
            a = {
              id = aws_subnet.cards_data_a.id
            }
            allowed = {
              id = aws_security_group.cards_data_allowed.id
            }
            b = {
              id = aws_subnet.cards_data_b.id
            }
            route_table = {
              id = aws_route_table.cards_data.id
            }
          }
        }
      }
      shop = {
        id = aws_vpc.shop.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.shop_app_a.id
              route_table = {
                id = aws_route_table.shop_app_a.id
              }
            }
            b = {
              id = aws_subnet.shop_app_b.id
              route_table = {
                id = aws_route_table.shop_app_b.id
              }
            }
            c = {
              id = aws_subnet.shop_app_c.id
              route_table = {
                id = aws_route_table.shop_app_c.id
              }
            }
          }
          public = {
            a = {
              id = aws_subnet.shop_public_a.id
            }
            b = {
              id = aws_subnet.shop_public_b.id
            }
            c = {
              id = aws_subnet.shop_public_c.id
            }
            route_table = {
              id = aws_route_table.shop_public.id
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
