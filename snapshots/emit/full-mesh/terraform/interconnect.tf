# What joins the places.

# peering/backbone-ap-northeast-1-ap-south-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_ap_south_1" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.ap_south_1.account_id
  peer_region             = "ap-south-1"
  peer_transit_gateway_id = module.ap_south_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-ap-south-1"
  }
}

# peering/backbone-ap-northeast-1-ap-south-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ap_south_1_backbone_ap_northeast_1_ap_south_1" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_ap_south_1.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-ap-south-1"
  }
}

# peering/backbone-ap-northeast-1-ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_ap_south_1_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_south_1_backbone_ap_northeast_1_ap_south_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_northeast_1_ap_south_1_accepter_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_south_1_backbone_ap_northeast_1_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_ap_southeast_1" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.ap_southeast_1.account_id
  peer_region             = "ap-southeast-1"
  peer_transit_gateway_id = module.ap_southeast_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-ap-southeast-1"
  }
}

# peering/backbone-ap-northeast-1-ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ap_southeast_1_backbone_ap_northeast_1_ap_southeast_1" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_ap_southeast_1.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-ap-southeast-1"
  }
}

# peering/backbone-ap-northeast-1-ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_ap_southeast_1_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_northeast_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_northeast_1_ap_southeast_1_accepter_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_northeast_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_ca_central_1" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.ca_central_1.account_id
  peer_region             = "ca-central-1"
  peer_transit_gateway_id = module.ca_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-ca-central-1"
  }
}

# peering/backbone-ap-northeast-1-ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ca_central_1_backbone_ap_northeast_1_ca_central_1" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_ca_central_1.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-ca-central-1"
  }
}

# peering/backbone-ap-northeast-1-ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_ca_central_1_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_northeast_1_ca_central_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ap_northeast_1_ca_central_1_accepter_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_northeast_1_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_eu_central_1" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-eu-central-1"
  }
}

# peering/backbone-ap-northeast-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_backbone_ap_northeast_1_eu_central_1" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_eu_central_1.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-eu-central-1"
  }
}

# peering/backbone-ap-northeast-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_eu_central_1_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_northeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_ap_northeast_1_eu_central_1_accepter_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_northeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_eu_north_1" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-eu-north-1"
  }
}

# peering/backbone-ap-northeast-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_backbone_ap_northeast_1_eu_north_1" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_eu_north_1.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-eu-north-1"
  }
}

# peering/backbone-ap-northeast-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_eu_north_1_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_northeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_ap_northeast_1_eu_north_1_accepter_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_northeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_eu_west_1" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-eu-west-1"
  }
}

# peering/backbone-ap-northeast-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_ap_northeast_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_eu_west_1.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-eu-west-1"
  }
}

# peering/backbone-ap-northeast-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_eu_west_1_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_northeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_ap_northeast_1_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_northeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_us_east_1" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-us-east-1"
  }
}

# peering/backbone-ap-northeast-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_ap_northeast_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_us_east_1.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-us-east-1"
  }
}

# peering/backbone-ap-northeast-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_us_east_1_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_northeast_1_us_east_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_ap_northeast_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_northeast_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_us_east_2" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-us-east-2"
  }
}

# peering/backbone-ap-northeast-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_ap_northeast_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-us-east-2"
  }
}

# peering/backbone-ap-northeast-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_us_east_2_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_northeast_1_us_east_2.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_ap_northeast_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_northeast_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_backbone_ap_northeast_1_us_west_2" {
  provider = aws.ap_northeast_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-us-west-2"
  }
}

# peering/backbone-ap-northeast-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_ap_northeast_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_backbone_ap_northeast_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-ap-northeast-1-us-west-2"
  }
}

# peering/backbone-ap-northeast-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_backbone_ap_northeast_1_us_west_2_requester_association" {
  provider = aws.ap_northeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_northeast_1_us_west_2.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-northeast-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_ap_northeast_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_northeast_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_ap_southeast_1" {
  provider = aws.ap_south_1

  peer_account_id         = module.ap_southeast_1.account_id
  peer_region             = "ap-southeast-1"
  peer_transit_gateway_id = module.ap_southeast_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-ap-southeast-1"
  }
}

# peering/backbone-ap-south-1-ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ap_southeast_1_backbone_ap_south_1_ap_southeast_1" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_ap_southeast_1.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-ap-southeast-1"
  }
}

# peering/backbone-ap-south-1-ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_ap_southeast_1_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_south_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_south_1_ap_southeast_1_accepter_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_south_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_ca_central_1" {
  provider = aws.ap_south_1

  peer_account_id         = module.ca_central_1.account_id
  peer_region             = "ca-central-1"
  peer_transit_gateway_id = module.ca_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-ca-central-1"
  }
}

# peering/backbone-ap-south-1-ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ca_central_1_backbone_ap_south_1_ca_central_1" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_ca_central_1.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-ca-central-1"
  }
}

# peering/backbone-ap-south-1-ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_ca_central_1_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_south_1_ca_central_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ap_south_1_ca_central_1_accepter_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_south_1_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_eu_central_1" {
  provider = aws.ap_south_1

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-eu-central-1"
  }
}

# peering/backbone-ap-south-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_backbone_ap_south_1_eu_central_1" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_eu_central_1.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-eu-central-1"
  }
}

# peering/backbone-ap-south-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_eu_central_1_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_south_1_eu_central_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_ap_south_1_eu_central_1_accepter_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_south_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_eu_north_1" {
  provider = aws.ap_south_1

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-eu-north-1"
  }
}

# peering/backbone-ap-south-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_backbone_ap_south_1_eu_north_1" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_eu_north_1.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-eu-north-1"
  }
}

# peering/backbone-ap-south-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_eu_north_1_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_south_1_eu_north_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_ap_south_1_eu_north_1_accepter_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_south_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_eu_west_1" {
  provider = aws.ap_south_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-eu-west-1"
  }
}

# peering/backbone-ap-south-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_ap_south_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_eu_west_1.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-eu-west-1"
  }
}

# peering/backbone-ap-south-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_eu_west_1_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_south_1_eu_west_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_ap_south_1_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_south_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_us_east_1" {
  provider = aws.ap_south_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-us-east-1"
  }
}

# peering/backbone-ap-south-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_ap_south_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_us_east_1.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-us-east-1"
  }
}

# peering/backbone-ap-south-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_us_east_1_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_south_1_us_east_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_ap_south_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_south_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_us_east_2" {
  provider = aws.ap_south_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-us-east-2"
  }
}

# peering/backbone-ap-south-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_ap_south_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-us-east-2"
  }
}

# peering/backbone-ap-south-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_us_east_2_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_south_1_us_east_2.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_ap_south_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_south_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_backbone_ap_south_1_us_west_2" {
  provider = aws.ap_south_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-south-1-us-west-2"
  }
}

# peering/backbone-ap-south-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_ap_south_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_backbone_ap_south_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-ap-south-1-us-west-2"
  }
}

# peering/backbone-ap-south-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_backbone_ap_south_1_us_west_2_requester_association" {
  provider = aws.ap_south_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_south_1_us_west_2.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-south-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_ap_south_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_south_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_backbone_ap_southeast_1_eu_central_1" {
  provider = aws.ap_southeast_1

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-eu-central-1"
  }
}

# peering/backbone-ap-southeast-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_backbone_ap_southeast_1_eu_central_1" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_backbone_ap_southeast_1_eu_central_1.id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-eu-central-1"
  }
}

# peering/backbone-ap-southeast-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_southeast_1_eu_central_1_requester_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_ap_southeast_1_eu_central_1_accepter_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_backbone_ap_southeast_1_eu_north_1" {
  provider = aws.ap_southeast_1

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-eu-north-1"
  }
}

# peering/backbone-ap-southeast-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_backbone_ap_southeast_1_eu_north_1" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_backbone_ap_southeast_1_eu_north_1.id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-eu-north-1"
  }
}

# peering/backbone-ap-southeast-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_southeast_1_eu_north_1_requester_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_southeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_ap_southeast_1_eu_north_1_accepter_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_southeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_backbone_ap_southeast_1_eu_west_1" {
  provider = aws.ap_southeast_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-eu-west-1"
  }
}

# peering/backbone-ap-southeast-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_ap_southeast_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_backbone_ap_southeast_1_eu_west_1.id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-eu-west-1"
  }
}

# peering/backbone-ap-southeast-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_southeast_1_eu_west_1_requester_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_southeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_ap_southeast_1_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_southeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_backbone_ap_southeast_1_us_east_1" {
  provider = aws.ap_southeast_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-us-east-1"
  }
}

# peering/backbone-ap-southeast-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_ap_southeast_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_backbone_ap_southeast_1_us_east_1.id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-us-east-1"
  }
}

# peering/backbone-ap-southeast-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_southeast_1_us_east_1_requester_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_southeast_1_us_east_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_ap_southeast_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_southeast_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_backbone_ap_southeast_1_us_east_2" {
  provider = aws.ap_southeast_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-us-east-2"
  }
}

# peering/backbone-ap-southeast-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_ap_southeast_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_backbone_ap_southeast_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-us-east-2"
  }
}

# peering/backbone-ap-southeast-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_southeast_1_us_east_2_requester_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_southeast_1_us_east_2.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_ap_southeast_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_southeast_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_backbone_ap_southeast_1_us_west_2" {
  provider = aws.ap_southeast_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-us-west-2"
  }
}

# peering/backbone-ap-southeast-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_ap_southeast_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_backbone_ap_southeast_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-ap-southeast-1-us-west-2"
  }
}

# peering/backbone-ap-southeast-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_backbone_ap_southeast_1_us_west_2_requester_association" {
  provider = aws.ap_southeast_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_southeast_1_us_west_2.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/backbone-ap-southeast-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_ap_southeast_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_southeast_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_backbone_ca_central_1_eu_central_1" {
  provider = aws.ca_central_1

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ca-central-1-eu-central-1"
  }
}

# peering/backbone-ca-central-1-eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_backbone_ca_central_1_eu_central_1" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_backbone_ca_central_1_eu_central_1.id

  tags = {
    Name = "mesh10-backbone-ca-central-1-eu-central-1"
  }
}

# peering/backbone-ca-central-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ca_central_1_eu_central_1_requester_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ca_central_1_eu_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_ca_central_1_eu_central_1_accepter_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ca_central_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_backbone_ca_central_1_eu_north_1" {
  provider = aws.ca_central_1

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ca-central-1-eu-north-1"
  }
}

# peering/backbone-ca-central-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_backbone_ca_central_1_eu_north_1" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_backbone_ca_central_1_eu_north_1.id

  tags = {
    Name = "mesh10-backbone-ca-central-1-eu-north-1"
  }
}

# peering/backbone-ca-central-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ca_central_1_eu_north_1_requester_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ca_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_ca_central_1_eu_north_1_accepter_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ca_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_backbone_ca_central_1_eu_west_1" {
  provider = aws.ca_central_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ca-central-1-eu-west-1"
  }
}

# peering/backbone-ca-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_ca_central_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_backbone_ca_central_1_eu_west_1.id

  tags = {
    Name = "mesh10-backbone-ca-central-1-eu-west-1"
  }
}

# peering/backbone-ca-central-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ca_central_1_eu_west_1_requester_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ca_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_ca_central_1_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ca_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_backbone_ca_central_1_us_east_1" {
  provider = aws.ca_central_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ca-central-1-us-east-1"
  }
}

# peering/backbone-ca-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_ca_central_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_backbone_ca_central_1_us_east_1.id

  tags = {
    Name = "mesh10-backbone-ca-central-1-us-east-1"
  }
}

# peering/backbone-ca-central-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ca_central_1_us_east_1_requester_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ca_central_1_us_east_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_ca_central_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ca_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_backbone_ca_central_1_us_east_2" {
  provider = aws.ca_central_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ca-central-1-us-east-2"
  }
}

# peering/backbone-ca-central-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_ca_central_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_backbone_ca_central_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-ca-central-1-us-east-2"
  }
}

# peering/backbone-ca-central-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ca_central_1_us_east_2_requester_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ca_central_1_us_east_2.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_ca_central_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ca_central_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_backbone_ca_central_1_us_west_2" {
  provider = aws.ca_central_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-ca-central-1-us-west-2"
  }
}

# peering/backbone-ca-central-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_ca_central_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_backbone_ca_central_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-ca-central-1-us-west-2"
  }
}

# peering/backbone-ca-central-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_backbone_ca_central_1_us_west_2_requester_association" {
  provider = aws.ca_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ca_central_1_us_west_2.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-ca-central-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_ca_central_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ca_central_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_eu_north_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-central-1-eu-north-1"
  }
}

# peering/backbone-eu-central-1-eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_backbone_eu_central_1_eu_north_1" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_eu_north_1.id

  tags = {
    Name = "mesh10-backbone-eu-central-1-eu-north-1"
  }
}

# peering/backbone-eu-central-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_central_1_eu_north_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_eu_central_1_eu_north_1_accepter_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_eu_west_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-central-1-eu-west-1"
  }
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_eu_central_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_eu_west_1.id

  tags = {
    Name = "mesh10-backbone-eu-central-1-eu-west-1"
  }
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_central_1_eu_west_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_central_1_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_us_east_1" {
  provider = aws.eu_central_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-central-1-us-east-1"
  }
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_central_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_us_east_1.id

  tags = {
    Name = "mesh10-backbone-eu-central-1-us-east-1"
  }
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_central_1_us_east_1_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_eu_central_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_us_east_2" {
  provider = aws.eu_central_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-central-1-us-east-2"
  }
}

# peering/backbone-eu-central-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_eu_central_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-eu-central-1-us-east-2"
  }
}

# peering/backbone-eu-central-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_central_1_us_east_2_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_central_1_us_east_2.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_eu_central_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_central_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_backbone_eu_central_1_us_west_2" {
  provider = aws.eu_central_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-central-1-us-west-2"
  }
}

# peering/backbone-eu-central-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_eu_central_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_backbone_eu_central_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-eu-central-1-us-west-2"
  }
}

# peering/backbone-eu-central-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_backbone_eu_central_1_us_west_2_requester_association" {
  provider = aws.eu_central_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_central_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-central-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_eu_central_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_central_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_backbone_eu_north_1_eu_west_1" {
  provider = aws.eu_north_1

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-north-1-eu-west-1"
  }
}

# peering/backbone-eu-north-1-eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_backbone_eu_north_1_eu_west_1" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_backbone_eu_north_1_eu_west_1.id

  tags = {
    Name = "mesh10-backbone-eu-north-1-eu-west-1"
  }
}

# peering/backbone-eu-north-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_eu_north_1_eu_west_1_requester_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_north_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_north_1_eu_west_1_accepter_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_north_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_backbone_eu_north_1_us_east_1" {
  provider = aws.eu_north_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-north-1-us-east-1"
  }
}

# peering/backbone-eu-north-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_north_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_backbone_eu_north_1_us_east_1.id

  tags = {
    Name = "mesh10-backbone-eu-north-1-us-east-1"
  }
}

# peering/backbone-eu-north-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_eu_north_1_us_east_1_requester_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_north_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_eu_north_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_north_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_backbone_eu_north_1_us_east_2" {
  provider = aws.eu_north_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-north-1-us-east-2"
  }
}

# peering/backbone-eu-north-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_eu_north_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_backbone_eu_north_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-eu-north-1-us-east-2"
  }
}

# peering/backbone-eu-north-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_eu_north_1_us_east_2_requester_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_north_1_us_east_2.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_eu_north_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_north_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_backbone_eu_north_1_us_west_2" {
  provider = aws.eu_north_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-north-1-us-west-2"
  }
}

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_eu_north_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_backbone_eu_north_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-eu-north-1-us-west-2"
  }
}

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_backbone_eu_north_1_us_west_2_requester_association" {
  provider = aws.eu_north_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-north-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_eu_north_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_backbone_eu_west_1_us_east_1" {
  provider = aws.eu_west_1

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-west-1-us-east-1"
  }
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_backbone_eu_west_1_us_east_1" {
  provider = aws.us_east_1

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_backbone_eu_west_1_us_east_1.id

  tags = {
    Name = "mesh10-backbone-eu-west-1-us-east-1"
  }
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_west_1_us_east_1_requester_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-west-1-us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_eu_west_1_us_east_1_accepter_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-west-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_backbone_eu_west_1_us_east_2" {
  provider = aws.eu_west_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-west-1-us-east-2"
  }
}

# peering/backbone-eu-west-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_eu_west_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_backbone_eu_west_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-eu-west-1-us-east-2"
  }
}

# peering/backbone-eu-west-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_west_1_us_east_2_requester_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_west_1_us_east_2.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-west-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_eu_west_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_west_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-eu-west-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_backbone_eu_west_1_us_west_2" {
  provider = aws.eu_west_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-eu-west-1-us-west-2"
  }
}

# peering/backbone-eu-west-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_eu_west_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_backbone_eu_west_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-eu-west-1-us-west-2"
  }
}

# peering/backbone-eu-west-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_backbone_eu_west_1_us_west_2_requester_association" {
  provider = aws.eu_west_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_west_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/backbone-eu-west-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_eu_west_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_west_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-us-east-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "us_east_1_backbone_us_east_1_us_east_2" {
  provider = aws.us_east_1

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.us_east_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-us-east-1-us-east-2"
  }
}

# peering/backbone-us-east-1-us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_backbone_us_east_1_us_east_2" {
  provider = aws.us_east_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.us_east_1_backbone_us_east_1_us_east_2.id

  tags = {
    Name = "mesh10-backbone-us-east-1-us-east-2"
  }
}

# peering/backbone-us-east-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_us_east_1_us_east_2_requester_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_us_east_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-us-east-1-us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_us_east_1_us_east_2_accepter_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_us_east_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-us-east-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "us_east_1_backbone_us_east_1_us_west_2" {
  provider = aws.us_east_1

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.us_east_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-us-east-1-us-west-2"
  }
}

# peering/backbone-us-east-1-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_us_east_1_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.us_east_1_backbone_us_east_1_us_west_2.id

  tags = {
    Name = "mesh10-backbone-us-east-1-us-west-2"
  }
}

# peering/backbone-us-east-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_backbone_us_east_1_us_west_2_requester_association" {
  provider = aws.us_east_1

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_1_us_west_2.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/backbone-us-east-1-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_us_east_1_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/backbone-us-east-2-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "us_east_2_backbone_us_east_2_us_west_2" {
  provider = aws.us_east_2

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.us_east_2.transit_gateway_core_id

  tags = {
    Name = "mesh10-backbone-us-east-2-us-west-2"
  }
}

# peering/backbone-us-east-2-us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_backbone_us_east_2_us_west_2" {
  provider = aws.us_west_2

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.us_east_2_backbone_us_east_2_us_west_2.id

  tags = {
    Name = "mesh10-backbone-us-east-2-us-west-2"
  }
}

# peering/backbone-us-east-2-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_backbone_us_east_2_us_west_2_requester_association" {
  provider = aws.us_east_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_2_us_west_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/backbone-us-east-2-us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_backbone_us_east_2_us_west_2_accepter_association" {
  provider = aws.us_west_2

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_2_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_0_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_south_1_backbone_ap_northeast_1_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_0_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_northeast_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_0_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_northeast_1_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_0_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_northeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_0_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_northeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_0_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_northeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_0_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_northeast_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_0_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_northeast_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.0.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_0_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.0.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_northeast_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_112_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_northeast_1_us_east_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_112_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_south_1_us_east_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_112_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_southeast_1_us_east_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_112_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ca_central_1_us_east_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_112_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_112_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_north_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_112_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_112_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_us_east_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.112.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_112_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.112.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_128_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_northeast_1_us_east_2.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_128_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_south_1_us_east_2.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_128_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_southeast_1_us_east_2.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_128_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ca_central_1_us_east_2.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_128_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_central_1_us_east_2.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_128_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_north_1_us_east_2.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_128_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_west_1_us_east_2.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_128_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_us_east_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.128.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_128_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.128.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_2_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_144_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_northeast_1_us_west_2.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_144_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_south_1_us_west_2.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_144_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_southeast_1_us_west_2.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_144_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ca_central_1_us_west_2.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_144_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_central_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_144_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_144_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_west_1_us_west_2.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_144_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_1_us_west_2.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.144.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_144_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.144.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_us_east_2_us_west_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_16_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_south_1_backbone_ap_northeast_1_ap_south_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_16_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_south_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_16_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_south_1_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_16_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_south_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_16_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_south_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_16_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_south_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_16_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_south_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_16_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_south_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.16.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_16_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.16.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_south_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_32_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_northeast_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_32_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_backbone_ap_south_1_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_32_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_32_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_southeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_32_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_southeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_32_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ap_southeast_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_32_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ap_southeast_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.32.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_32_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.32.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ap_southeast_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_48_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_northeast_1_ca_central_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_48_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_backbone_ap_south_1_ca_central_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_48_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ca_central_1_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_48_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ca_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_48_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ca_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_48_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_ca_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_48_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_ca_central_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.48.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_48_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.48.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_ca_central_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_64_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_northeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_64_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_south_1_eu_central_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_64_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ap_southeast_1_eu_central_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_64_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_backbone_ca_central_1_eu_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_64_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_64_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_64_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_central_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_64_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_central_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.64.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_64_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.64.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_central_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_80_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_northeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_80_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_south_1_eu_north_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_80_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ap_southeast_1_eu_north_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_80_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_ca_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_80_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_backbone_eu_central_1_eu_north_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_west_1_core_10_80_0_0_12" {
  provider = aws.eu_west_1

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_north_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_80_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_north_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_80_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_north_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.80.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_80_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.80.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_north_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_northeast_1_core_10_96_0_0_12" {
  provider = aws.ap_northeast_1

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_northeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_south_1_core_10_96_0_0_12" {
  provider = aws.ap_south_1

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_south_1_eu_west_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "ap_southeast_1_core_10_96_0_0_12" {
  provider = aws.ap_southeast_1

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ap_southeast_1_eu_west_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "ca_central_1_core_10_96_0_0_12" {
  provider = aws.ca_central_1

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_ca_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_central_1_core_10_96_0_0_12" {
  provider = aws.eu_central_1

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_central_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "eu_north_1_core_10_96_0_0_12" {
  provider = aws.eu_north_1

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_backbone_eu_north_1_eu_west_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_1_core_10_96_0_0_12" {
  provider = aws.us_east_1

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_backbone_eu_west_1_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "us_east_2_core_10_96_0_0_12" {
  provider = aws.us_east_2

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_backbone_eu_west_1_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# transit_gateway/core/route/10.96.0.0/12
resource "aws_ec2_transit_gateway_route" "us_west_2_core_10_96_0_0_12" {
  provider = aws.us_west_2

  destination_cidr_block         = "10.96.0.0/12"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_backbone_eu_west_1_us_west_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}
