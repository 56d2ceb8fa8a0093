# What joins the places.

# peering/backbone/us-east-1/core/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1_backbone.id
  transit_gateway_route_table_id = var.backbone_route_table
}

# peering/core/eu-west-1/backbone/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_core_backbone_us_east_1" {
  region = "eu-west-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = var.backbone_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "rollout-core-eu-west-1-backbone-us-east-1"
  }
}

# peering/core/eu-west-1/backbone/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_west_1_backbone" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_backbone_us_east_1.id

  tags = {
    Name = "rollout-core-eu-west-1-backbone-us-east-1"
  }
}

# peering/core/eu-west-1/backbone/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_backbone_us_east_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1_backbone.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# vpc_peering/shop/legacy/us-east-1
# The shop reads the warehouse directly.
resource "aws_vpc_peering_connection" "us_east_1_shop_legacy" {
  region = "us-east-1"

  auto_accept   = false
  peer_owner_id = module.us_east_1.account_id
  peer_region   = "us-east-1"
  peer_vpc_id   = var.legacy_vpc_id
  vpc_id        = module.us_east_1.vpc_shop_id

  tags = {
    Name = "rollout-shop-legacy-us-east-1"
  }
}

# vpc_peering/shop/legacy/us-east-1
resource "aws_vpc_peering_connection_accepter" "us_east_1_shop_legacy" {
  region = "us-east-1"

  auto_accept               = true
  vpc_peering_connection_id = aws_vpc_peering_connection.us_east_1_shop_legacy.id

  tags = {
    Name = "rollout-shop-legacy-us-east-1"
  }
}

# vpc_peering/shop/legacy/us-east-1
resource "aws_vpc_peering_connection_options" "us_east_1_shop_legacy_requester" {
  region = "us-east-1"

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_shop_legacy.id

  requester {
    allow_remote_vpc_dns_resolution = true
  }
}

# vpc_peering/shop/legacy/us-east-1
resource "aws_vpc_peering_connection_options" "us_east_1_shop_legacy_accepter" {
  region = "us-east-1"

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_shop_legacy.id

  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}
