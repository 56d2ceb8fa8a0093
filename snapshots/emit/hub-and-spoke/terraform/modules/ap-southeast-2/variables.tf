variable "eu_central_1_peering_wan_ap_southeast_2_eu_central_1_accepter_id" {
  description = "The id of peering/wan/ap-southeast-2/eu-central-1 (accepter) in eu-central-1."
  type        = string
}
