variable "eu_west_1_peering_wan_eu_central_1_eu_west_1_accepter_id" {
  description = "The id of peering/wan/eu-central-1/eu-west-1 (accepter) in eu-west-1."
  type        = string
}
