output "vpc_ingest_id" {
  description = "The id of vpc/ingest."
  value       = aws_vpc.ingest.id
}

output "published" {
  description = "What others build on."

  value = {
    vpc = {
      ingest = {
        id = aws_vpc.ingest.id
        subnet = {
          public = {
            a = {
              id = aws_subnet.ingest_public_a.id
            }
            b = {
              id = aws_subnet.ingest_public_b.id
            }
            route_table = {
              id = aws_route_table.ingest_public.id
            }
          }
          workers = {
            a = {
              id = aws_subnet.ingest_workers_a.id
              route_table = {
                id = aws_route_table.ingest_workers_a.id
              }
            }
            b = {
              id = aws_subnet.ingest_workers_b.id
              route_table = {
                id = aws_route_table.ingest_workers_b.id
              }
            }
          }
        }
      }
    }
  }
}
