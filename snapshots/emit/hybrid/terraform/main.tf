module "eu_central_1" {
  source = "./modules/eu-central-1"

  us_east_1_peering_core_eu_central_1_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
}

module "us_east_1" {
  source = "./modules/us-east-1"

  eu_central_1_direct_connect_lines_id                      = module.eu_central_1.direct_connect_lines_id
  us_east_1_peering_core_eu_central_1_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
}
