# Transit gateways and their route tables

# transit_gateway/core
resource "aws_ec2_transit_gateway" "core" {
  region = "eu-central-1"

  amazon_side_asn                 = 64512
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "core of shop in eu-central-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "shop-core"
  }
}

# transit_gateway/core/segment/estate-dev
resource "aws_ec2_transit_gateway_route_table" "core_estate_dev" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-estate-dev"
  }
}

# transit_gateway/core/segment/estate-dev/route/10.0.0.0/8
resource "aws_ec2_transit_gateway_route" "core_estate_dev_10_0_0_0_8" {
  region = "eu-central-1"

  blackhole                      = true
  destination_cidr_block         = "10.0.0.0/8"
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_dev.id
}

# transit_gateway/core/segment/estate-prod
resource "aws_ec2_transit_gateway_route_table" "core_estate_prod" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-estate-prod"
  }
}

# transit_gateway/core/segment/estate-shared
resource "aws_ec2_transit_gateway_route_table" "core_estate_shared" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-estate-shared"
  }
}

# transit_gateway/core/arrivals
resource "aws_ec2_transit_gateway_route_table" "core_arrivals" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-arrivals"
  }
}

# transit_gateway/core/vpc/cart
resource "aws_ec2_transit_gateway_route_table" "core_vpc_cart" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-vpc-cart"
  }
}

# transit_gateway/core/vpc/out-edge
resource "aws_ec2_transit_gateway_route_table" "core_vpc_out_edge" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-vpc-out-edge"
  }
}

# transit_gateway/core/vpc/search
resource "aws_ec2_transit_gateway_route_table" "core_vpc_search" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-vpc-search"
  }
}
