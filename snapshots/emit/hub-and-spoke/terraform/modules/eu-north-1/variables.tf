variable "eu_north_1_peering_wan_eu_central_1_eu_north_1_accepter_id" {
  description = "The id of peering/wan/eu-central-1/eu-north-1 (accepter) in eu-north-1."
  type        = string
}
