module "eu_central_1" {
  source = "./modules/eu-central-1"

  eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  us_east_1_peering_core_eu_central_1_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
}

module "eu_west_1" {
  source = "./modules/eu-west-1"

  eu_west_1_peering_core_eu_central_1_eu_west_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  us_east_1_peering_core_eu_west_1_us_east_1_accepter_id    = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
}

module "us_east_1" {
  source = "./modules/us-east-1"

  us_east_1_peering_core_eu_central_1_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
  us_east_1_peering_core_eu_west_1_us_east_1_accepter_id    = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
}
