variable "us_east_1_peering_core_eu_central_1_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-central-1/us-east-1 (accepter) in us-east-1."
  type        = string
}
