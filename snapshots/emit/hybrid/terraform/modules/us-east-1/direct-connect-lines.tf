# Lines to Frankfurt and Ashburn. Virtual interfaces are attached to it where the lines end.

# direct_connect/lines/core
resource "aws_dx_gateway_association" "lines_core" {
  region = "us-east-1"

  allowed_prefixes      = ["10.4.0.0/14"]
  associated_gateway_id = aws_ec2_transit_gateway.core.id
  dx_gateway_id         = var.eu_central_1_direct_connect_lines_id
}

# direct_connect/lines/core
resource "aws_ec2_transit_gateway_route_table_association" "lines_core" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_dx_gateway_association.lines_core.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_lines.id
}

# direct_connect/lines/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "lines_core_arrivals" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_dx_gateway_association.lines_core.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# direct_connect/lines/core/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "lines_core_prod" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_dx_gateway_association.lines_core.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# direct_connect/lines/core/vpc-shop
resource "aws_ec2_transit_gateway_route_table_propagation" "lines_core_vpc_shop" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_dx_gateway_association.lines_core.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
