output "account_id" {
  description = "Account that the module is in."
  value       = data.aws_caller_identity.current.account_id
}

output "vpc_warehouse_id" {
  description = "The id of vpc/warehouse."
  value       = aws_vpc.warehouse.id
}

output "published" {
  description = "What others build on."

  value = {
    vpc = {
      warehouse = {
        id = aws_vpc.warehouse.id
        subnet = {
          query = {
            a = {
              id = aws_subnet.warehouse_query_a.id
            }
            b = {
              id = aws_subnet.warehouse_query_b.id
            }
            route_table = {
              id = aws_route_table.warehouse_query.id
            }
          }
          scratch = {
            a = {
              id = aws_subnet.warehouse_scratch_a.id
            }
            b = {
              id = aws_subnet.warehouse_scratch_b.id
            }
            route_table = {
              id = aws_route_table.warehouse_scratch.id
            }
          }
        }
      }
    }
  }
}
