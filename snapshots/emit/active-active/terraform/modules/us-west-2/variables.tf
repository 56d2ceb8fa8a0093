variable "us_east_1_account_id" {
  description = "Account of us-east-1."
  type        = string
}

variable "us_east_1_key_data_arn" {
  description = "The arn of key/data in us-east-1."
  type        = string
}

variable "us_west_2_peering_core_us_east_1_us_west_2_accepter_id" {
  description = "The id of peering/core/us-east-1/us-west-2 (accepter) in us-west-2."
  type        = string
}
