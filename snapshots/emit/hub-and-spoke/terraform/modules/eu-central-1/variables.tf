variable "eu_central_1_peering_wan_ap_southeast_2_eu_central_1_accepter_id" {
  description = "The id of peering/wan/ap-southeast-2/eu-central-1 (accepter) in eu-central-1."
  type        = string
}

variable "eu_north_1_peering_wan_eu_central_1_eu_north_1_accepter_id" {
  description = "The id of peering/wan/eu-central-1/eu-north-1 (accepter) in eu-north-1."
  type        = string
}

variable "eu_west_1_peering_wan_eu_central_1_eu_west_1_accepter_id" {
  description = "The id of peering/wan/eu-central-1/eu-west-1 (accepter) in eu-west-1."
  type        = string
}

variable "us_east_1_peering_wan_eu_central_1_us_east_1_accepter_id" {
  description = "The id of peering/wan/eu-central-1/us-east-1 (accepter) in us-east-1."
  type        = string
}
