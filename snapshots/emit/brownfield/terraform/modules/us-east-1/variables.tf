variable "backbone_id" {
  description = "ID of the existing transit gateway backbone in us-east-1: The gateway of the data centre team. Its id is known at deployment only."
  type        = string
}

variable "backbone_route_table" {
  description = "ID of the route table of the existing transit gateway backbone in us-east-1: The gateway of the data centre team. Its id is known at deployment only."
  type        = string
}

variable "legacy_route_table" {
  description = "ID of the route table of the existing VPC legacy in us-east-1: The old warehouse."
  type        = string
}

variable "us_east_1_peering_core_eu_west_1_backbone_us_east_1_accepter_id" {
  description = "The id of peering/core/eu-west-1/backbone/us-east-1 (accepter) in us-east-1."
  type        = string
}

variable "us_east_1_vpc_peering_shop_legacy_us_east_1_accepter_id" {
  description = "The id of vpc_peering/shop/legacy/us-east-1 (accepter) in us-east-1."
  type        = string
}
