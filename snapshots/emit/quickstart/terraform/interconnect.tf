# What joins the places.

# bucket/assets
resource "aws_s3_bucket_replication_configuration" "us_east_1_assets" {
  region = "us-east-1"

  bucket = module.us_east_1.bucket_assets_id
  role   = module.us_east_1.bucket_assets_replication_arn

  rule {
    id       = "to-eu-west-1"
    priority = 1
    status   = "Enabled"

    delete_marker_replication {
      status = "Enabled"
    }

    destination {
      bucket = "arn:aws:s3:::quickstart-assets-${module.eu_west_1.account_id}-eu-west-1"

      metrics {
        status = "Enabled"

        event_threshold {
          minutes = 15
        }
      }

      replication_time {
        status = "Enabled"

        time {
          minutes = 15
        }
      }
    }

    filter {}
  }

  depends_on = [module.eu_west_1.bucket_assets_id]
}

# peering/core/ap-south-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "ap_south_1_core_eu_west_1" {
  region = "ap-south-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.ap_south_1.transit_gateway_core_id

  tags = {
    Name = "quickstart-core-ap-south-1-eu-west-1"
  }
}

# peering/core/ap-south-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_ap_south_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_eu_west_1.id

  tags = {
    Name = "quickstart-core-ap-south-1-eu-west-1"
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
    Name = "quickstart-core-ap-south-1-us-east-1"
  }
}

# peering/core/ap-south-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_ap_south_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.ap_south_1_core_us_east_1.id

  tags = {
    Name = "quickstart-core-ap-south-1-us-east-1"
  }
}

# peering/core/ap-south-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "ap_south_1_core_us_east_1" {
  region = "ap-south-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.ap_south_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_ap_south_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_ap_south_1.id
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
    Name = "quickstart-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_west_1_core_us_east_1.id

  tags = {
    Name = "quickstart-core-eu-west-1-us-east-1"
  }
}

# peering/core/eu-west-1/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_us_east_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/ap-south-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_ap_south_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_ap_south_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-east-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_eu_west_1" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_east_1_core_eu_west_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}
