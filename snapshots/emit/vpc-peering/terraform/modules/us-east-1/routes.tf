# Associations and routes over peerings

# vpc/ingest/subnet/public/route/10.21.0.0/16
resource "aws_route" "ingest_public_10_21_0_0_16" {
  region = "us-east-1"

  destination_cidr_block    = "10.21.0.0/16"
  route_table_id            = aws_route_table.ingest_public.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}

# vpc/ingest/subnet/public/route/100.64.0.0/18
resource "aws_route" "ingest_public_100_64_0_0_18" {
  region = "us-east-1"

  destination_cidr_block    = "100.64.0.0/18"
  route_table_id            = aws_route_table.ingest_public.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}

# vpc/ingest/subnet/workers/a/route/10.21.0.0/16
resource "aws_route" "ingest_workers_a_10_21_0_0_16" {
  region = "us-east-1"

  destination_cidr_block    = "10.21.0.0/16"
  route_table_id            = aws_route_table.ingest_workers_a.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}

# vpc/ingest/subnet/workers/a/route/100.64.0.0/18
resource "aws_route" "ingest_workers_a_100_64_0_0_18" {
  region = "us-east-1"

  destination_cidr_block    = "100.64.0.0/18"
  route_table_id            = aws_route_table.ingest_workers_a.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}

# vpc/ingest/subnet/workers/b/route/10.21.0.0/16
resource "aws_route" "ingest_workers_b_10_21_0_0_16" {
  region = "us-east-1"

  destination_cidr_block    = "10.21.0.0/16"
  route_table_id            = aws_route_table.ingest_workers_b.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}

# vpc/ingest/subnet/workers/b/route/100.64.0.0/18
resource "aws_route" "ingest_workers_b_100_64_0_0_18" {
  region = "us-east-1"

  destination_cidr_block    = "100.64.0.0/18"
  route_table_id            = aws_route_table.ingest_workers_b.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}
