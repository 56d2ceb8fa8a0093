# What joins the places.

# bucket/receipts
resource "aws_s3_bucket_replication_configuration" "us_east_1_receipts" {
  region = "us-east-1"

  bucket = module.us_east_1.bucket_receipts_id
  role   = module.us_east_1.bucket_receipts_replication_arn

  rule {
    id       = "to-us-west-2"
    priority = 1
    status   = "Enabled"

    delete_marker_replication {
      status = "Enabled"
    }

    destination {
      bucket = "arn:aws:s3:::checkout-receipts-${module.us_west_2.account_id}-us-west-2"

      encryption_configuration {
        replica_kms_key_id = module.us_west_2.key_data_arn
      }

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

    source_selection_criteria {
      replica_modifications {
        status = "Enabled"
      }

      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
  }

  depends_on = [module.us_west_2.bucket_receipts_id]
}

# bucket/receipts
resource "aws_s3_bucket_replication_configuration" "us_west_2_receipts" {
  region = "us-west-2"

  bucket = module.us_west_2.bucket_receipts_id
  role   = module.us_west_2.bucket_receipts_replication_arn

  rule {
    id       = "to-us-east-1"
    priority = 1
    status   = "Enabled"

    delete_marker_replication {
      status = "Enabled"
    }

    destination {
      bucket = "arn:aws:s3:::checkout-receipts-${module.us_east_1.account_id}-us-east-1"

      encryption_configuration {
        replica_kms_key_id = module.us_east_1.key_data_arn
      }

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

    source_selection_criteria {
      replica_modifications {
        status = "Enabled"
      }

      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
  }

  depends_on = [module.us_east_1.bucket_receipts_id]
}

# peering/core/us-east-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment" "us_east_1_core_us_west_2" {
  region = "us-east-1"

  peer_account_id         = module.us_west_2.account_id
  peer_region             = "us-west-2"
  peer_transit_gateway_id = module.us_west_2.transit_gateway_core_id
  transit_gateway_id      = module.us_east_1.transit_gateway_core_id

  tags = {
    Name = "checkout-core-us-east-1-us-west-2"
  }
}

# peering/core/us-east-1/us-west-2
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "us_west_2_core_us_east_1" {
  region = "us-west-2"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.us_east_1_core_us_west_2.id

  tags = {
    Name = "checkout-core-us-east-1-us-west-2"
  }
}

# peering/core/us-east-1/us-west-2
resource "aws_ec2_transit_gateway_route_table_association" "us_east_1_core_us_west_2" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_1.id
  transit_gateway_route_table_id = module.us_east_1.transit_gateway_core_route_table_id
}

# peering/core/us-west-2/us-east-1
resource "aws_ec2_transit_gateway_route_table_association" "us_west_2_core_us_east_1" {
  region = "us-west-2"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.us_west_2_core_us_east_1.id
  transit_gateway_route_table_id = module.us_west_2.transit_gateway_core_route_table_id
}
