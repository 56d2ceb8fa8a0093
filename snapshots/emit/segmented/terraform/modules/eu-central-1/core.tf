# Transit gateways and their route tables

# transit_gateway/core
resource "aws_ec2_transit_gateway" "core" {
  region = "eu-central-1"

  amazon_side_asn                 = 64512
  auto_accept_shared_attachments  = "disable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  description                     = "core of bank in eu-central-1"
  dns_support                     = "enable"
  vpn_ecmp_support                = "enable"

  tags = {
    Name = "bank-core"
  }
}

# transit_gateway/core/segment/dev
resource "aws_ec2_transit_gateway_route_table" "core_dev" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "bank-core-dev"
  }
}

# transit_gateway/core/segment/pci
resource "aws_ec2_transit_gateway_route_table" "core_pci" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "bank-core-pci"
  }
}

# transit_gateway/core/segment/prod
resource "aws_ec2_transit_gateway_route_table" "core_prod" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "bank-core-prod"
  }
}

# transit_gateway/core/segment/shared
resource "aws_ec2_transit_gateway_route_table" "core_shared" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "bank-core-shared"
  }
}

# transit_gateway/core/arrivals
resource "aws_ec2_transit_gateway_route_table" "core_arrivals" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "bank-core-arrivals"
  }
}

# transit_gateway/core/vpc/cards
resource "aws_ec2_transit_gateway_route_table" "core_vpc_cards" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "bank-core-vpc-cards"
  }
}

# transit_gateway/core/vpc/shop
resource "aws_ec2_transit_gateway_route_table" "core_vpc_shop" {
  region = "eu-central-1"

  transit_gateway_id = aws_ec2_transit_gateway.core.id

  tags = {
    Name = "bank-core-vpc-shop"
  }
}
