# The branch in Cologne; its router speaks BGP.

# vpn/branch
# The branch in Cologne; its router speaks BGP.
resource "aws_vpn_connection" "branch" {
  customer_gateway_id = aws_customer_gateway.branch.id
  static_routes_only  = false
  transit_gateway_id  = aws_ec2_transit_gateway.core.id
  type                = "ipsec.1"

  tags = {
    Name = "freight-branch"
  }
}

# vpn/branch
resource "aws_ec2_transit_gateway_route_table_association" "branch" {
  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_branch.id
}

# vpn/branch
resource "aws_customer_gateway" "branch" {
  bgp_asn    = "65010"
  ip_address = "203.0.113.10"
  type       = "ipsec.1"

  tags = {
    Name = "freight-branch"
  }
}

# vpn/branch/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_arrivals" {
  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpn/branch/dev
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_dev" {
  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# vpn/branch/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_prod" {
  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpn/branch/vpc-shop
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_vpc_shop" {
  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
