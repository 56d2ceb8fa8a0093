variable "us_east_1_peering_core_eu_west_1_backbone_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-west-1/backbone/us-east-1 (accepter) in us-east-1."
  type        = string
}
