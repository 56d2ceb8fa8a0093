# Transit gateways and their route tables

# transit_gateway/core
resource "aws_ec2_transit_gateway" "core" {
  region = "eu-central-1"

  amazon_side_asn                 = 64512
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "core of travel in eu-central-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "travel-core"
  }
}

# transit_gateway/core/segment/cards
resource "aws_ec2_transit_gateway_route_table" "core_cards" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "travel-core-cards"
  }
}

# transit_gateway/core/segment/dev
resource "aws_ec2_transit_gateway_route_table" "core_dev" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "travel-core-dev"
  }
}

# transit_gateway/core/segment/dev/route/10.0.0.0/10
resource "aws_ec2_transit_gateway_route" "core_dev_10_0_0_0_10" {
  region = "eu-central-1"

  blackhole                      = true
  destination_cidr_block         = "10.0.0.0/10"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/dev/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_dev_10_128_0_0_16" {
  region = "eu-central-1"

  blackhole                      = true
  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/prod
resource "aws_ec2_transit_gateway_route_table" "core_prod" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "travel-core-prod"
  }
}

# transit_gateway/core/segment/prod/route/10.0.0.0/10
resource "aws_ec2_transit_gateway_route" "core_prod_10_0_0_0_10" {
  region = "eu-central-1"

  blackhole                      = true
  destination_cidr_block         = "10.0.0.0/10"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/segment/prod/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_prod_10_128_0_0_16" {
  region = "eu-central-1"

  blackhole                      = true
  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/arrivals
resource "aws_ec2_transit_gateway_route_table" "core_arrivals" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "travel-core-arrivals"
  }
}

# transit_gateway/core/arrivals/route/10.0.0.0/10
resource "aws_ec2_transit_gateway_route" "core_arrivals_10_0_0_0_10" {
  region = "eu-central-1"

  blackhole                      = true
  destination_cidr_block         = "10.0.0.0/10"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# transit_gateway/core/arrivals/route/10.128.0.0/16
resource "aws_ec2_transit_gateway_route" "core_arrivals_10_128_0_0_16" {
  region = "eu-central-1"

  blackhole                      = true
  destination_cidr_block         = "10.128.0.0/16"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# transit_gateway/core/vpc/edge
resource "aws_ec2_transit_gateway_route_table" "core_vpc_edge" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "travel-core-vpc-edge"
  }
}
