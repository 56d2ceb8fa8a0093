output "transit_gateway_hub_id" {
  description = "The id of transit_gateway/hub."
  value       = aws_ec2_transit_gateway.hub.id
}

output "transit_gateway_hub_route_table_id" {
  description = "The id of transit_gateway/hub (route table)."
  value       = aws_ec2_transit_gateway_route_table.hub.id
}

output "published" {
  description = "What others build on."

  value = {
    transit_gateway = {
      hub = {
        id = aws_ec2_transit_gateway.hub.id
        route_table = {
          id = aws_ec2_transit_gateway_route_table.hub.id
        }
      }
    }
    vpc = {
      ci = {
        id = aws_vpc.ci.id
        subnet = {
          public = {
            a = {
              id = aws_subnet.ci_public_a.id
            }
            b = {
              id = aws_subnet.ci_public_b.id
            }
            route_table = {
              id = aws_route_table.ci_public.id
            }
          }
          runners = {
            a = {
              id = aws_subnet.ci_runners_a.id
              route_table = {
                id = aws_route_table.ci_runners_a.id
              }
            }
            b = {
              id = aws_subnet.ci_runners_b.id
              route_table = {
                id = aws_route_table.ci_runners_b.id
              }
            }
          }
        }
      }
    }
  }
}
