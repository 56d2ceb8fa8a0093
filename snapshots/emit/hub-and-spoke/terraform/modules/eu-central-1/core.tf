# Transit gateways and their route tables

# transit_gateway/wan
resource "aws_ec2_transit_gateway" "wan" {
  region = "eu-central-1"

  amazon_side_asn                 = 64601
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "wan of retail in eu-central-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "retail-wan"
  }
}

# transit_gateway/wan
resource "aws_ec2_transit_gateway_route_table" "wan" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.wan.id

  tags = {
    Name = "retail-wan"
  }
}
