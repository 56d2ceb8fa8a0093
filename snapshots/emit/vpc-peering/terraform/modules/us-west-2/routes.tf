# Associations and routes over peerings

# vpc/warehouse/subnet/query/route/10.20.0.0/16
resource "aws_route" "warehouse_query_10_20_0_0_16" {
  region = "us-west-2"

  destination_cidr_block    = "10.20.0.0/16"
  route_table_id            = aws_route_table.warehouse_query.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}

# vpc/warehouse/subnet/scratch/route/10.20.0.0/16
resource "aws_route" "warehouse_scratch_10_20_0_0_16" {
  region = "us-west-2"

  destination_cidr_block    = "10.20.0.0/16"
  route_table_id            = aws_route_table.warehouse_scratch.id
  vpc_peering_connection_id = var.us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id
}
