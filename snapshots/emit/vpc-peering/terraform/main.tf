module "us_east_1" {
  source = "./modules/us-east-1"

  us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id = aws_vpc_peering_connection_accepter.us_west_2_ingest_us_east_1_warehouse.id
}

module "us_west_2" {
  source = "./modules/us-west-2"

  us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id = aws_vpc_peering_connection_accepter.us_west_2_ingest_us_east_1_warehouse.id
}
