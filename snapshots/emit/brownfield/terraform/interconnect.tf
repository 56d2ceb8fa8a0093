# What joins the places.

# peering/ocean
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_ocean" {
  provider = aws.eu_west_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = var.BackboneId
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "rollout-ocean"
  }
}

# peering/ocean
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_ocean" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_ocean.id

  tags = {
    Name = "rollout-ocean"
  }
}

# peering/ocean
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_ocean_requester_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_ocean.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/ocean
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_ocean_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_ocean.id
  transit_gateway_route_table_id = var.BackboneRouteTable
}

# peering/warehouse
# The shop reads the warehouse directly.
resource "aws_vpc_peering_connection" "us_east_1_warehouse" {
  provider = aws.us_east_1

  auto_accept   = false
  peer_owner_id = module.us_east_1.account_id
  peer_region   = "us-east-1"
  peer_vpc_id   = var.LegacyVpcId
  vpc_id        = module.us_east_1.vpc_shop_id

  tags = {
    Name = "rollout-warehouse"
  }
}

# peering/warehouse
resource "aws_vpc_peering_connection_accepter" "us_east_1_warehouse" {
  provider = aws.us_east_1

  auto_accept               = true
  vpc_peering_connection_id = aws_vpc_peering_connection.us_east_1_warehouse.id

  tags = {
    Name = "rollout-warehouse"
  }
}

# peering/warehouse
resource "aws_vpc_peering_connection_options" "us_east_1_warehouse_requester" {
  provider = aws.us_east_1

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_warehouse.id

  requester {
    allow_remote_vpc_dns_resolution = true
  }
}

# peering/warehouse
resource "aws_vpc_peering_connection_options" "us_east_1_warehouse_accepter" {
  provider = aws.us_east_1

  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_warehouse.id

  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

# transit_gateway/backbone/route/10.100.0.0/16
resource "aws_ec2_transit_gateway_route" "us_east_1_backbone_10_100_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.100.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_ocean.id
  transit_gateway_route_table_id = var.BackboneRouteTable
}

# transit_gateway/core/route/10.101.0.0/16
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_101_0_0_16" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.101.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_ocean.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/172.20.0.0/14
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_172_20_0_0_14" {
  provider = aws.eu_west_1

  destination_cidr_block         = "172.20.0.0/14"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_ocean.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# vpc/legacy/route_table/1/route/10.101.0.0/18
resource "aws_route" "us_east_1_legacy_1_10_101_0_0_18" {
  provider = aws.us_east_1

  destination_cidr_block    = "10.101.0.0/18"
  route_table_id            = var.LegacyRouteTable
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_warehouse.id
}

# vpc/shop/subnet/app/route/10.90.0.0/16
resource "aws_route" "us_east_1_shop_app_10_90_0_0_16" {
  provider = aws.us_east_1

  destination_cidr_block    = "10.90.0.0/16"
  route_table_id            = module.us_east_1.vpc_shop_subnet_app_route_table_id
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.us_east_1_warehouse.id
}
