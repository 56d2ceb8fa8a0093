variable "backbone_id" {
  description = "ID of the existing transit gateway backbone in us-east-1: The gateway of the data centre team. Its id is known at deployment only."
  type        = string

  validation {
    condition     = can(regex("^tgw-[0-9a-z]+$", var.backbone_id))
    error_message = "Write a value such as tgw-0123456789abcdef0."
  }
}

variable "backbone_route_table" {
  description = "ID of the route table of the existing transit gateway backbone in us-east-1: The gateway of the data centre team. Its id is known at deployment only."
  type        = string

  validation {
    condition     = can(regex("^tgw-rtb-[0-9a-z]+$", var.backbone_route_table))
    error_message = "Write a value such as tgw-rtb-0123456789abcdef0."
  }
}

variable "legacy_route_table" {
  description = "ID of the route table of the existing VPC legacy in us-east-1: The old warehouse."
  type        = string

  validation {
    condition     = can(regex("^rtb-[0-9a-z]+$", var.legacy_route_table))
    error_message = "Write a value such as rtb-0123456789abcdef0."
  }
}

variable "legacy_vpc_id" {
  description = "ID of the existing VPC legacy in us-east-1: The old warehouse."
  type        = string

  validation {
    condition     = can(regex("^vpc-[0-9a-z]+$", var.legacy_vpc_id))
    error_message = "Write a value such as vpc-0123456789abcdef0."
  }
}
