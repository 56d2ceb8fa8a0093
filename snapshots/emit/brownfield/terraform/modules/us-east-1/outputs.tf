output "account_id" {
  description = "Account that the module is in."
  value       = data.aws_caller_identity.current.account_id
}

output "vpc_shop_id" {
  description = "The id of vpc/shop."
  value       = aws_vpc.shop.id
}

output "published" {
  description = "What others build on."

  value = {
    vpc = {
      shop = {
        id = aws_vpc.shop.id
        subnet = {
          app = {
            a = {
              id = aws_subnet.shop_app_a.id
            }
            b = {
              id = aws_subnet.shop_app_b.id
            }
            route_table = {
              id = aws_route_table.shop_app.id
            }
          }
        }
      }
    }
  }
}
