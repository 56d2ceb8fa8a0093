variable "eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id" {
  description = "The id of peering/core/eu-central-1/eu-west-1 (accepter) in eu-west-1."
  type        = string
}

variable "us_east_1_peering_core_eu_west_1_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-west-1/us-east-1 (accepter) in us-east-1."
  type        = string
}
