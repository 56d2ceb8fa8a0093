variable "eu_west_1_peering_core_eu_west_1_hub_tools_eu_west_1_id" {
  description = "The id of peering/core/eu-west-1/hub/tools-eu-west-1 in eu-west-1."
  type        = string
}

variable "tools_eu_west_1_peering_core_eu_west_1_hub_tools_eu_west_1_accepter_id" {
  description = "The id of peering/core/eu-west-1/hub/tools-eu-west-1 (accepter) in tools-eu-west-1."
  type        = string
}

variable "us_east_1_peering_core_eu_west_1_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-west-1/us-east-1 (accepter) in us-east-1."
  type        = string
}
