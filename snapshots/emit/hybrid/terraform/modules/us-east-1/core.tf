# Transit gateways and their route tables

# prefix_list/data_centres
# Ranges of the data centres, for tables here and security groups of other teams as well.
resource "aws_ec2_managed_prefix_list" "data_centres" {
  region = "us-east-1"

  address_family = "IPv4"
  max_entries    = 10
  name           = "freight-data_centres"

  tags = {
    Name = "freight-data_centres"
  }

  entry {
    cidr = "172.16.0.0/13"
  }

  entry {
    cidr = "192.168.128.0/17"
  }
}

# transit_gateway/core
resource "aws_ec2_transit_gateway" "core" {
  region = "us-east-1"

  amazon_side_asn                 = 64513
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "core of freight in us-east-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "freight-core"
  }
}

# transit_gateway/core/segment/dev
resource "aws_ec2_transit_gateway_route_table" "core_dev" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "freight-core-dev"
  }
}

# transit_gateway/core/segment/prod
resource "aws_ec2_transit_gateway_route_table" "core_prod" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "freight-core-prod"
  }
}

# transit_gateway/core/arrivals
resource "aws_ec2_transit_gateway_route_table" "core_arrivals" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "freight-core-arrivals"
  }
}

# transit_gateway/core/uplink/lines
resource "aws_ec2_transit_gateway_route_table" "core_uplink_lines" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "freight-core-uplink-lines"
  }
}

# transit_gateway/core/vpc/shop
resource "aws_ec2_transit_gateway_route_table" "core_vpc_shop" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "freight-core-vpc-shop"
  }
}
