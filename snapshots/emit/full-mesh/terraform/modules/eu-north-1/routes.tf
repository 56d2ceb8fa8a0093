# Associations and routes over peerings

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_0_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = var.eu_north_1_peering_core_ap_northeast_1_eu_north_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_112_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = var.us_east_1_peering_core_eu_north_1_us_east_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_128_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = var.us_east_2_peering_core_eu_north_1_us_east_2_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_144_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = var.us_west_2_peering_core_eu_north_1_us_west_2_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_16_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = var.eu_north_1_peering_core_ap_south_1_eu_north_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_32_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = var.eu_north_1_peering_core_ap_southeast_1_eu_north_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_48_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = var.eu_north_1_peering_core_ca_central_1_eu_north_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_64_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = var.eu_north_1_peering_core_eu_central_1_eu_north_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "core_10_96_0_0_12" {
  region = "eu-north-1"

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = var.eu_west_1_peering_core_eu_north_1_eu_west_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
