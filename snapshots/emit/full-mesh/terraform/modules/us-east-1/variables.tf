variable "us_east_1_peering_core_ap_northeast_1_us_east_1_accepter_id" {
  description = "The id of peering/core/ap-northeast-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_peering_core_ap_south_1_us_east_1_accepter_id" {
  description = "The id of peering/core/ap-south-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_peering_core_ap_southeast_1_us_east_1_accepter_id" {
  description = "The id of peering/core/ap-southeast-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_peering_core_ca_central_1_us_east_1_accepter_id" {
  description = "The id of peering/core/ca-central-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_peering_core_eu_central_1_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-central-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_peering_core_eu_north_1_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-north-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_peering_core_eu_west_1_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-west-1/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_2_peering_core_us_east_1_us_east_2_accepter_id" {
  description = "The id of peering/core/us-east-1/us-east-2 (accepter) in us-east-2."
  type        = string
}

variable "us_west_2_peering_core_us_east_1_us_west_2_accepter_id" {
  description = "The id of peering/core/us-east-1/us-west-2 (accepter) in us-west-2."
  type        = string
}
