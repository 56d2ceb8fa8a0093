variable "BackboneId" {
  description = "Value of param(\"BackboneId\") in the topology."
  type        = string
}

variable "BackboneRouteTable" {
  description = "Value of param(\"BackboneRouteTable\") in the topology."
  type        = string
}
