output "account_id" {
  description = "Account that the module is in."
  value       = data.aws_caller_identity.current.account_id
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
          work = {
            a = {
              id = aws_subnet.app_work_a.id
            }
            b = {
              id = aws_subnet.app_work_b.id
            }
            route_table = {
              id = aws_route_table.app_work.id
            }
          }
        }
      }
    }
  }
}
