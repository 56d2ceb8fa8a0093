# What joins the places.

# peering/load
# Workers load what they have cleaned.
resource "aws_vpc_peering_connection" "us_east_1_load" {
  provider = aws.us_east_1

  auto_accept   = false
  peer_owner_id = module.us_west_2.account_id
  peer_region   = "us-west-2"
  peer_vpc_id   = module.us_west_2.vpc_warehouse_id
  vpc_id        = module.us_east_1.vpc_ingest_id

  tags = {
    Name = "analytics-load"
  }
}

# peering/load
resource "aws_vpc_peering_connection_accepter" "us_west_2_load" {
  provider = aws.us_west_2

  auto_accept               = true
  vpc_peering_connection_id = aws_vpc_peering_connection.us_east_1_load.id

  tags = {
    Name = "analytics-load"
  }
}

# peering/load
resource "aws_vpc_peering_connection_options" "us_west_2_load_requester" {
  provider = aws.us_east_1

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id

  requester {
    allow_remote_vpc_dns_resolution = true
  }
}

# peering/load
resource "aws_vpc_peering_connection_options" "us_west_2_load_accepter" {
  provider = aws.us_west_2

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id

  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

# vpc/ingest/subnet/public/route/10.21.0.0/16
resource "aws_route" "us_east_1_ingest_public_10_21_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block    = "10.21.0.0/16"
  route_table_id            = module.us_east_1.vpc_ingest_subnet_public_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}

# vpc/ingest/subnet/public/route/100.64.0.0/18
resource "aws_route" "us_east_1_ingest_public_100_64_0_0_18" {
  provider = aws.us_east_1

  destination_cidr_block    = "100.64.0.0/18"
  route_table_id            = module.us_east_1.vpc_ingest_subnet_public_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}

# vpc/ingest/subnet/workers/a/route/10.21.0.0/16
resource "aws_route" "us_east_1_ingest_workers_a_10_21_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block    = "10.21.0.0/16"
  route_table_id            = module.us_east_1.vpc_ingest_subnet_workers_a_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}

# vpc/ingest/subnet/workers/a/route/100.64.0.0/18
resource "aws_route" "us_east_1_ingest_workers_a_100_64_0_0_18" {
  provider = aws.us_east_1

  destination_cidr_block    = "100.64.0.0/18"
  route_table_id            = module.us_east_1.vpc_ingest_subnet_workers_a_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}

# vpc/ingest/subnet/workers/b/route/10.21.0.0/16
resource "aws_route" "us_east_1_ingest_workers_b_10_21_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block    = "10.21.0.0/16"
  route_table_id            = module.us_east_1.vpc_ingest_subnet_workers_b_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}

# vpc/ingest/subnet/workers/b/route/100.64.0.0/18
resource "aws_route" "us_east_1_ingest_workers_b_100_64_0_0_18" {
  provider = aws.us_east_1

  destination_cidr_block    = "100.64.0.0/18"
  route_table_id            = module.us_east_1.vpc_ingest_subnet_workers_b_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}

# vpc/warehouse/subnet/query/route/10.20.0.0/16
resource "aws_route" "us_west_2_warehouse_query_10_20_0_0_16" {
  provider = aws.us_west_2

  destination_cidr_block    = "10.20.0.0/16"
  route_table_id            = module.us_west_2.vpc_warehouse_subnet_query_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}

# vpc/warehouse/subnet/scratch/route/10.20.0.0/16
resource "aws_route" "us_west_2_warehouse_scratch_10_20_0_0_16" {
  provider = aws.us_west_2

  destination_cidr_block    = "10.20.0.0/16"
  route_table_id            = module.us_west_2.vpc_warehouse_subnet_scratch_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_west_2_load.id
}
