# Transit gateways and their route tables

# transit_gateway/core
resource "aws_ec2_transit_gateway" "core" {
  region = "us-east-1"

  amazon_side_asn                 = 64513
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "core of shop in us-east-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "shop-core"
  }
}

# transit_gateway/core/segment/estate-dev
resource "aws_ec2_transit_gateway_route_table" "core_estate_dev" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-estate-dev"
  }
}

# transit_gateway/core/segment/estate-prod
resource "aws_ec2_transit_gateway_route_table" "core_estate_prod" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-estate-prod"
  }
}

# transit_gateway/core/segment/estate-shared
resource "aws_ec2_transit_gateway_route_table" "core_estate_shared" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-estate-shared"
  }
}

# transit_gateway/core/arrivals
resource "aws_ec2_transit_gateway_route_table" "core_arrivals" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-arrivals"
  }
}

# transit_gateway/core/vpc/cart
resource "aws_ec2_transit_gateway_route_table" "core_vpc_cart" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-vpc-cart"
  }
}

# transit_gateway/core/vpc/search
resource "aws_ec2_transit_gateway_route_table" "core_vpc_search" {
  region = "us-east-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "shop-core-vpc-search"
  }
}
