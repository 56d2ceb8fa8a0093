module "eu_north_1" {
  source = "./modules/eu-north-1"

  us_west_2_peering_core_eu_north_1_us_west_2_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_north_1.id
}

module "us_west_2" {
  source = "./modules/us-west-2"

  us_west_2_peering_core_eu_north_1_us_west_2_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_north_1.id
}
