# Routes over peerings to single VPCs in eu-west-1

# transit_gateway/core/segment/cards/route/10.4.64.0/18
resource "aws_ec2_transit_gateway_route" "core_cards_10_4_64_0_18" {
  region = "eu-central-1"

  destination_cidr_block         = "10.4.64.0/18"
  transit_gateway_attachment_id  = var.eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_cards.id
}

# transit_gateway/core/segment/dev/route/10.4.0.0/18
resource "aws_ec2_transit_gateway_route" "core_dev_10_4_0_0_18" {
  region = "eu-central-1"

  destination_cidr_block         = "10.4.0.0/18"
  transit_gateway_attachment_id  = var.eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/prod/route/10.4.64.0/18
resource "aws_ec2_transit_gateway_route" "core_prod_10_4_64_0_18" {
  region = "eu-central-1"

  destination_cidr_block         = "10.4.64.0/18"
  transit_gateway_attachment_id  = var.eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}
