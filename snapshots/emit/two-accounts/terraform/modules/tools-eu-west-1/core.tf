# Transit gateways and their route tables

# transit_gateway/hub
resource "aws_ec2_transit_gateway" "hub" {
  region = "eu-west-1"

  amazon_side_asn                 = 64710
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "hub of corp in eu-west-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "corp-hub"
  }
}

# transit_gateway/hub
resource "aws_ec2_transit_gateway_route_table" "hub" {
  region = "eu-west-1"

  transit_gateway_id = aws_ec2_transit_gateway.hub.id

  tags = {
    Name = "corp-hub"
  }
}
