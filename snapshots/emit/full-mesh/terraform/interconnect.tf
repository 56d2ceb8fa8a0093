# What joins the places.

# peering/core/ap-northeast-1/ap-south-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_ap_south_1" {
  region = "ap-northeast-1"

  peer_account_id         = module.ap_south_1.account_id
  peer_region             = "ap-south-1"
  peer_transit_gateway_id = module.ap_south_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-ap-south-1"
  }
}

# peering/core/ap-northeast-1/ap-south-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ap_south_1_core_ap_northeast_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_ap_south_1.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-ap-south-1"
  }
}

# peering/core/ap-northeast-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_ap_south_1" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_south_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_ap_southeast_1" {
  region = "ap-northeast-1"

  peer_account_id         = module.ap_southeast_1.account_id
  peer_region             = "ap-southeast-1"
  peer_transit_gateway_id = module.ap_southeast_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-ap-southeast-1"
  }
}

# peering/core/ap-northeast-1/ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ap_southeast_1_core_ap_northeast_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_ap_southeast_1.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-ap-southeast-1"
  }
}

# peering/core/ap-northeast-1/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_ap_southeast_1" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_ca_central_1" {
  region = "ap-northeast-1"

  peer_account_id         = module.ca_central_1.account_id
  peer_region             = "ca-central-1"
  peer_transit_gateway_id = module.ca_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-ca-central-1"
  }
}

# peering/core/ap-northeast-1/ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ca_central_1_core_ap_northeast_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_ca_central_1.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-ca-central-1"
  }
}

# peering/core/ap-northeast-1/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_ca_central_1" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_eu_central_1" {
  region = "ap-northeast-1"

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-eu-central-1"
  }
}

# peering/core/ap-northeast-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_core_ap_northeast_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_eu_central_1.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-eu-central-1"
  }
}

# peering/core/ap-northeast-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_eu_central_1" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_eu_north_1" {
  region = "ap-northeast-1"

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-eu-north-1"
  }
}

# peering/core/ap-northeast-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_core_ap_northeast_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_eu_north_1.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-eu-north-1"
  }
}

# peering/core/ap-northeast-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_eu_north_1" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_eu_west_1" {
  region = "ap-northeast-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-eu-west-1"
  }
}

# peering/core/ap-northeast-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_ap_northeast_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_eu_west_1.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-eu-west-1"
  }
}

# peering/core/ap-northeast-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_eu_west_1" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_us_east_1" {
  region = "ap-northeast-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-us-east-1"
  }
}

# peering/core/ap-northeast-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_ap_northeast_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_us_east_1.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-us-east-1"
  }
}

# peering/core/ap-northeast-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_us_east_1" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_us_east_2" {
  region = "ap-northeast-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-us-east-2"
  }
}

# peering/core/ap-northeast-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_ap_northeast_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-us-east-2"
  }
}

# peering/core/ap-northeast-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_us_east_2" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-northeast-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_northeast_1_core_us_west_2" {
  region = "ap-northeast-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_northeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-northeast-1-us-west-2"
  }
}

# peering/core/ap-northeast-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_ap_northeast_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_northeast_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-ap-northeast-1-us-west-2"
  }
}

# peering/core/ap-northeast-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_northeast_1_core_us_west_2" {
  region = "ap-northeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_northeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_ap_northeast_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_south_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_ap_southeast_1" {
  region = "ap-south-1"

  peer_account_id         = module.ap_southeast_1.account_id
  peer_region             = "ap-southeast-1"
  peer_transit_gateway_id = module.ap_southeast_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-ap-southeast-1"
  }
}

# peering/core/ap-south-1/ap-southeast-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ap_southeast_1_core_ap_south_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_ap_southeast_1.id

  tags = {
    Name = "mesh10-core-ap-south-1-ap-southeast-1"
  }
}

# peering/core/ap-south-1/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_ap_southeast_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_ca_central_1" {
  region = "ap-south-1"

  peer_account_id         = module.ca_central_1.account_id
  peer_region             = "ca-central-1"
  peer_transit_gateway_id = module.ca_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-ca-central-1"
  }
}

# peering/core/ap-south-1/ca-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "ca_central_1_core_ap_south_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_ca_central_1.id

  tags = {
    Name = "mesh10-core-ap-south-1-ca-central-1"
  }
}

# peering/core/ap-south-1/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_ca_central_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_eu_central_1" {
  region = "ap-south-1"

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-eu-central-1"
  }
}

# peering/core/ap-south-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_core_ap_south_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_eu_central_1.id

  tags = {
    Name = "mesh10-core-ap-south-1-eu-central-1"
  }
}

# peering/core/ap-south-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_eu_central_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_eu_north_1" {
  region = "ap-south-1"

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-eu-north-1"
  }
}

# peering/core/ap-south-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_core_ap_south_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_eu_north_1.id

  tags = {
    Name = "mesh10-core-ap-south-1-eu-north-1"
  }
}

# peering/core/ap-south-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_eu_north_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_eu_west_1" {
  region = "ap-south-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-eu-west-1"
  }
}

# peering/core/ap-south-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_ap_south_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_eu_west_1.id

  tags = {
    Name = "mesh10-core-ap-south-1-eu-west-1"
  }
}

# peering/core/ap-south-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_eu_west_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_us_east_1" {
  region = "ap-south-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-us-east-1"
  }
}

# peering/core/ap-south-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_ap_south_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_us_east_1.id

  tags = {
    Name = "mesh10-core-ap-south-1-us-east-1"
  }
}

# peering/core/ap-south-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_us_east_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_us_east_2" {
  region = "ap-south-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-us-east-2"
  }
}

# peering/core/ap-south-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_ap_south_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-ap-south-1-us-east-2"
  }
}

# peering/core/ap-south-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_us_east_2" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-south-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_us_west_2" {
  region = "ap-south-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-south-1-us-west-2"
  }
}

# peering/core/ap-south-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_ap_south_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-ap-south-1-us-west-2"
  }
}

# peering/core/ap-south-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_us_west_2" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_ap_northeast_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_ap_south_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ap_southeast_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_core_eu_central_1" {
  region = "ap-southeast-1"

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-southeast-1-eu-central-1"
  }
}

# peering/core/ap-southeast-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_core_ap_southeast_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_core_eu_central_1.id

  tags = {
    Name = "mesh10-core-ap-southeast-1-eu-central-1"
  }
}

# peering/core/ap-southeast-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_eu_central_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_core_eu_north_1" {
  region = "ap-southeast-1"

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-southeast-1-eu-north-1"
  }
}

# peering/core/ap-southeast-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_core_ap_southeast_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_core_eu_north_1.id

  tags = {
    Name = "mesh10-core-ap-southeast-1-eu-north-1"
  }
}

# peering/core/ap-southeast-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_eu_north_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_core_eu_west_1" {
  region = "ap-southeast-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-southeast-1-eu-west-1"
  }
}

# peering/core/ap-southeast-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_ap_southeast_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_core_eu_west_1.id

  tags = {
    Name = "mesh10-core-ap-southeast-1-eu-west-1"
  }
}

# peering/core/ap-southeast-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_eu_west_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_core_us_east_1" {
  region = "ap-southeast-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-southeast-1-us-east-1"
  }
}

# peering/core/ap-southeast-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_ap_southeast_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_core_us_east_1.id

  tags = {
    Name = "mesh10-core-ap-southeast-1-us-east-1"
  }
}

# peering/core/ap-southeast-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_us_east_1" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_core_us_east_2" {
  region = "ap-southeast-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-southeast-1-us-east-2"
  }
}

# peering/core/ap-southeast-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_ap_southeast_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-ap-southeast-1-us-east-2"
  }
}

# peering/core/ap-southeast-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_us_east_2" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ap-southeast-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ap_southeast_1_core_us_west_2" {
  region = "ap-southeast-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ap_southeast_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ap-southeast-1-us-west-2"
  }
}

# peering/core/ap-southeast-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_ap_southeast_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_southeast_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-ap-southeast-1-us-west-2"
  }
}

# peering/core/ap-southeast-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ap_southeast_1_core_us_west_2" {
  region = "ap-southeast-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.ap_southeast_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_ap_northeast_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_ap_south_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.ca_central_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_core_eu_central_1" {
  region = "ca-central-1"

  peer_account_id         = module.eu_central_1.account_id
  peer_region             = "eu-central-1"
  peer_transit_gateway_id = module.eu_central_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ca-central-1-eu-central-1"
  }
}

# peering/core/ca-central-1/eu-central-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_central_1_core_ca_central_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_core_eu_central_1.id

  tags = {
    Name = "mesh10-core-ca-central-1-eu-central-1"
  }
}

# peering/core/ca-central-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_eu_central_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_core_eu_north_1" {
  region = "ca-central-1"

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ca-central-1-eu-north-1"
  }
}

# peering/core/ca-central-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_core_ca_central_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_core_eu_north_1.id

  tags = {
    Name = "mesh10-core-ca-central-1-eu-north-1"
  }
}

# peering/core/ca-central-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_eu_north_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_core_eu_west_1" {
  region = "ca-central-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ca-central-1-eu-west-1"
  }
}

# peering/core/ca-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_ca_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_core_eu_west_1.id

  tags = {
    Name = "mesh10-core-ca-central-1-eu-west-1"
  }
}

# peering/core/ca-central-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_eu_west_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_core_us_east_1" {
  region = "ca-central-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ca-central-1-us-east-1"
  }
}

# peering/core/ca-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_ca_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_core_us_east_1.id

  tags = {
    Name = "mesh10-core-ca-central-1-us-east-1"
  }
}

# peering/core/ca-central-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_us_east_1" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_core_us_east_2" {
  region = "ca-central-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ca-central-1-us-east-2"
  }
}

# peering/core/ca-central-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_ca_central_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-ca-central-1-us-east-2"
  }
}

# peering/core/ca-central-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_us_east_2" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/ca-central-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "ca_central_1_core_us_west_2" {
  region = "ca-central-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.ca_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-ca-central-1-us-west-2"
  }
}

# peering/core/ca-central-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_ca_central_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ca_central_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-ca-central-1-us-west-2"
  }
}

# peering/core/ca-central-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "ca_central_1_core_us_west_2" {
  region = "ca-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ca_central_1.id
  transit_gateway_route_table_id = module.ca_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_ap_northeast_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_ap_south_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_ap_southeast_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_ca_central_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_central_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_eu_north_1" {
  region = "eu-central-1"

  peer_account_id         = module.eu_north_1.account_id
  peer_region             = "eu-north-1"
  peer_transit_gateway_id = module.eu_north_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-central-1-eu-north-1"
  }
}

# peering/core/eu-central-1/eu-north-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_north_1_core_eu_central_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_eu_north_1.id

  tags = {
    Name = "mesh10-core-eu-central-1-eu-north-1"
  }
}

# peering/core/eu-central-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_eu_north_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_eu_west_1" {
  region = "eu-central-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-central-1-eu-west-1"
  }
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_eu_west_1.id

  tags = {
    Name = "mesh10-core-eu-central-1-eu-west-1"
  }
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_eu_west_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_us_east_1" {
  region = "eu-central-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-central-1-us-east-1"
  }
}

# peering/core/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_us_east_1.id

  tags = {
    Name = "mesh10-core-eu-central-1-us-east-1"
  }
}

# peering/core/eu-central-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_us_east_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_us_east_2" {
  region = "eu-central-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-central-1-us-east-2"
  }
}

# peering/core/eu-central-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_eu_central_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-eu-central-1-us-east-2"
  }
}

# peering/core/eu-central-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_us_east_2" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-central-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_us_west_2" {
  region = "eu-central-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-central-1-us-west-2"
  }
}

# peering/core/eu-central-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_eu_central_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-eu-central-1-us-west-2"
  }
}

# peering/core/eu-central-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_us_west_2" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_ap_northeast_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_ap_south_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_ap_southeast_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_ca_central_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_eu_central_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_north_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_core_eu_west_1" {
  region = "eu-north-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-north-1-eu-west-1"
  }
}

# peering/core/eu-north-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_eu_north_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_core_eu_west_1.id

  tags = {
    Name = "mesh10-core-eu-north-1-eu-west-1"
  }
}

# peering/core/eu-north-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_eu_west_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_core_us_east_1" {
  region = "eu-north-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-north-1-us-east-1"
  }
}

# peering/core/eu-north-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_north_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_core_us_east_1.id

  tags = {
    Name = "mesh10-core-eu-north-1-us-east-1"
  }
}

# peering/core/eu-north-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_us_east_1" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_core_us_east_2" {
  region = "eu-north-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-north-1-us-east-2"
  }
}

# peering/core/eu-north-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_eu_north_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-eu-north-1-us-east-2"
  }
}

# peering/core/eu-north-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_us_east_2" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-north-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_north_1_core_us_west_2" {
  region = "eu-north-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_north_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-north-1-us-west-2"
  }
}

# peering/core/eu-north-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_eu_north_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_north_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-eu-north-1-us-west-2"
  }
}

# peering/core/eu-north-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_north_1_core_us_west_2" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_north_1.id
  transit_gateway_route_table_id = module.eu_north_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_ap_northeast_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_ap_south_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_ap_southeast_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_ca_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_eu_north_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_north_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_core_us_east_1" {
  region = "eu-west-1"

  peer_account_id         = module.us_east_1.account_id
  peer_region             = "us-east-1"
  peer_transit_gateway_id = module.us_east_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_us_east_1.id

  tags = {
    Name = "mesh10-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_us_east_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_core_us_east_2" {
  region = "eu-west-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-west-1-us-east-2"
  }
}

# peering/core/eu-west-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_eu_west_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-eu-west-1-us-east-2"
  }
}

# peering/core/eu-west-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_us_east_2" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "eu_west_1_core_us_west_2" {
  region = "eu-west-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.eu_west_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-eu-west-1-us-west-2"
  }
}

# peering/core/eu-west-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_eu_west_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-eu-west-1-us-west-2"
  }
}

# peering/core/eu-west-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_us_west_2" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_ap_northeast_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_ap_south_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_ap_southeast_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_ca_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ca_central_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_eu_central_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_eu_north_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_north_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment" "us_east_1_core_us_east_2" {
  region = "us-east-1"

  peer_account_id         = module.us_east_2.account_id
  peer_region             = "us-east-2"
  peer_transit_gateway_id = module.us_east_2.transit_gateway_core_id
  transit_gateway_id      = module.us_east_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-us-east-1-us-east-2"
  }
}

# peering/core/us-east-1/us-east-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_2_core_us_east_1" {
  region = "us-east-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.us_east_1_core_us_east_2.id

  tags = {
    Name = "mesh10-core-us-east-1-us-east-2"
  }
}

# peering/core/us-east-1/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_us_east_2" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "us_east_1_core_us_west_2" {
  region = "us-east-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.us_east_1.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-us-east-1-us-west-2"
  }
}

# peering/core/us-east-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_us_east_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.us_east_1_core_us_west_2.id

  tags = {
    Name = "mesh10-core-us-east-1-us-west-2"
  }
}

# peering/core/us-east-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_us_west_2" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_ap_northeast_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_ap_south_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ap_south_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_ap_southeast_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_ca_central_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_ca_central_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_eu_central_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_eu_central_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_eu_north_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_eu_north_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_eu_west_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_eu_west_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_us_east_1" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_2_core_us_east_1.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-east-2/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "us_east_2_core_us_west_2" {
  region = "us-east-2"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.us_east_2.transit_gateway_core_id

  tags = {
    Name = "mesh10-core-us-east-2-us-west-2"
  }
}

# peering/core/us-east-2/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_us_east_2" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.us_east_2_core_us_west_2.id

  tags = {
    Name = "mesh10-core-us-east-2-us-west-2"
  }
}

# peering/core/us-east-2/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_2_core_us_west_2" {
  region = "us-east-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_2.id
  transit_gateway_route_table_id = module.us_east_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/ap-northeast-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_ap_northeast_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ap_northeast_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_ap_south_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ap_south_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/ap-southeast-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_ap_southeast_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ap_southeast_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/ca-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_ca_central_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_ca_central_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_eu_central_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_central_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/eu-north-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_eu_north_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_north_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_eu_west_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_eu_west_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_us_east_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/us-east-2
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_us_east_2" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_2.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}
