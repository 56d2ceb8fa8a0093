module "eu_west_1" {
  source = "./modules/eu-west-1"

  eu_west_1_peering_core_eu_west_1_hub_tools_eu_west_1_id                = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_hub_tools_eu_west_1.id
  tools_eu_west_1_peering_core_eu_west_1_hub_tools_eu_west_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_core_eu_west_1_hub.id
  us_east_1_peering_core_eu_west_1_us_east_1_accepter_id                 = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
}

module "tools_eu_west_1" {
  source = "./modules/tools-eu-west-1"

  providers = {
    aws = aws.tools
  }

  tools_eu_west_1_peering_core_eu_west_1_hub_tools_eu_west_1_accepter_accepter_attachment_id = aws_ec2_transit_gateway_peering_attachment_accepter.tools_eu_west_1_core_eu_west_1_hub.id
}

module "tools_us_east_1" {
  source = "./modules/tools-us-east-1"

  providers = {
    aws = aws.tools
  }
}

module "us_east_1" {
  source = "./modules/us-east-1"

  us_east_1_peering_core_eu_west_1_us_east_1_accepter_id = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
}
