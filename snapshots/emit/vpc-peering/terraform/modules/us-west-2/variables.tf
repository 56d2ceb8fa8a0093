variable "us_west_2_vpc_peering_ingest_us_east_1_warehouse_us_west_2_accepter_id" {
  description = "The id of vpc_peering/ingest/us-east-1/warehouse/us-west-2 (accepter) in us-west-2."
  type        = string
}
