variable "eu_west_1_account_id" {
  description = "Account of eu-west-1."
  type        = string
}

variable "us_east_1_peering_core_ap_south_1_us_east_1_accepter_id" {
  description = "The id of peering/core/ap-south-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_peering_core_eu_west_1_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-west-1/us-east-1 (accepter) in us-east-1."
  type        = string
}
