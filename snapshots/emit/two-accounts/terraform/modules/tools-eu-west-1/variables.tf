variable "tools_eu_west_1_peering_core_eu_west_1_hub_tools_eu_west_1_accepter_accepter_attachment_id" {
  description = "The accepter_attachment_id of peering/core/eu-west-1/hub/tools-eu-west-1 (accepter) in tools-eu-west-1."
  type        = string
}
