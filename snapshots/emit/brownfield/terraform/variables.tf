variable "BackboneId" {
  description = "Value of param(\"BackboneId\") in the topology."
  type        = string
}

variable "BackboneRouteTable" {
  description = "Value of param(\"BackboneRouteTable\") in the topology."
  type        = string
}

variable "LegacyRouteTable" {
  description = "Value of param(\"LegacyRouteTable\") in the topology."
  type        = string
}

variable "LegacyVpcId" {
  description = "Value of param(\"LegacyVpcId\") in the topology."
  type        = string
}
