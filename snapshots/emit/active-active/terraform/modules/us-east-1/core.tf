# Transit gateways and their route tables

# transit_gateway/core
resource "aws_ec2_transit_gateway" "core" {
  region = "us-east-1"

  amazon_side_asn                 = 64512
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "core of checkout in us-east-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "checkout-core"
  }
}

# transit_gateway/core
resource "aws_ec2_transit_gateway_route_table" "core" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "checkout-core"
  }
}

# transit_gateway/core/id
resource "aws_ssm_parameter" "core_id" {
  region = "us-east-1"

  description = "Transit gateway core"
  name        = "/checkout/us-east-1/transit_gateway/core/id"
  type        = "String"
  value       = aws_ec2_transit_gateway.core.id
}

# transit_gateway/core/route_table/id
resource "aws_ssm_parameter" "core_route_table_id" {
  region = "us-east-1"

  description = "Route table of transit gateway core"
  name        = "/checkout/us-east-1/transit_gateway/core/route_table/id"
  type        = "String"
  value       = aws_ec2_transit_gateway_route_table.core.id
}
