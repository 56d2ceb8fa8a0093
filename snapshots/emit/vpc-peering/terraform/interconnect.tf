# What joins the places.

# vpc_peering/ingest/us-east-1/warehouse/us-west-2
# Workers load what they have cleaned.
resource "aws_vpc_peering_connection" "us_east_1_ingest_warehouse_us_west_2" {
  region = "us-east-1"

  auto_accept   = false
  peer_owner_id = module.us_west_2.account_id
  peer_region   = "us-west-2"
  peer_vpc_id   = module.us_west_2.vpc_warehouse_id
  vpc_id        = module.us_east_1.vpc_ingest_id

  tags = {
    Name = "analytics-ingest-us-east-1-warehouse-us-west-2"
  }
}

# vpc_peering/ingest/us-east-1/warehouse/us-west-2
resource "aws_vpc_peering_connection_accepter" "us_west_2_ingest_us_east_1_warehouse" {
  region = "us-west-2"

  auto_accept               = true
  vpc_peering_connection_id = aws_vpc_peering_connection.us_east_1_ingest_warehouse_us_west_2.id

  tags = {
    Name = "analytics-ingest-us-east-1-warehouse-us-west-2"
  }
}

# vpc_peering/ingest/us-east-1/warehouse/us-west-2
resource "aws_vpc_peering_connection_options" "us_west_2_ingest_us_east_1_warehouse_requester" {
  region = "us-east-1"

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_ingest_us_east_1_warehouse.id

  requester {
    allow_remote_vpc_dns_resolution = true
  }
}

# vpc_peering/ingest/us-east-1/warehouse/us-west-2
resource "aws_vpc_peering_connection_options" "us_west_2_ingest_us_east_1_warehouse_accepter" {
  region = "us-west-2"

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_ingest_us_east_1_warehouse.id

  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}
