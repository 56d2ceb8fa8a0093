variable "us_west_2_peering_core_eu_north_1_us_west_2_accepter_id" {
  description = "The id of peering/core/eu-north-1/us-west-2 (accepter) in us-west-2."
  type        = string
}
