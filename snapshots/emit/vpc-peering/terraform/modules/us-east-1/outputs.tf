output "vpc_ingest_id" {
  description = "The id of vpc/ingest."
  value       = aws_vpc.ingest.id
}

output "vpc_ingest_subnet_public_route_table_id" {
  description = "The id of vpc/ingest/subnet/public (route table)."
  value       = aws_route_table.ingest_public.id
}

output "vpc_ingest_subnet_workers_a_route_table_id" {
  description = "The id of vpc/ingest/subnet/workers/a (route table)."
  value       = aws_route_table.ingest_workers_a.id
}

output "vpc_ingest_subnet_workers_b_route_table_id" {
  description = "The id of vpc/ingest/subnet/workers/b (route table)."
  value       = aws_route_table.ingest_workers_b.id
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
