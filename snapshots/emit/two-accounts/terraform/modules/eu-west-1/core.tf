# Transit gateways and their route tables

# transit_gateway/core
resource "aws_ec2_transit_gateway" "core" {
  region = "eu-west-1"

  amazon_side_asn                 = 64700
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "core of corp in eu-west-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "corp-core"
  }
}

# transit_gateway/core
resource "aws_ec2_transit_gateway_route_table" "core" {
  region = "eu-west-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "corp-core"
  }
}
