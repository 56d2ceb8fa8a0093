variable "eu_central_1_account_id" {
  description = "Account of eu-central-1."
  type        = string
}

variable "eu_central_1_key_erp_arn" {
  description = "The arn of key/erp in eu-central-1."
  type        = string
}

variable "eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id" {
  description = "The id of peering/core/eu-central-1/eu-west-1 (accepter) in eu-west-1."
  type        = string
}
