# What joins the places.

# bucket/documents
resource "aws_s3_bucket_replication_configuration" "eu_west_1_documents" {
  region = "eu-west-1"

  bucket = module.eu_west_1.bucket_documents_id
  role   = module.eu_west_1.bucket_documents_replication_arn

  rule {
    id       = "to-eu-central-1"
    priority = 1
    status   = "Enabled"

    delete_marker_replication {
      status = "Enabled"
    }

    destination {
      bucket        = "arn:aws:s3:::erp-dev-documents-${module.eu_central_1.account_id}-eu-central-1"
      storage_class = "STANDARD_IA"

      encryption_configuration {
        replica_kms_key_id = module.eu_central_1.key_erp_arn
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
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
  }

  depends_on = [module.eu_central_1.bucket_documents_id]
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment" "eu_central_1_core_eu_west_1" {
  region = "eu-central-1"

  peer_account_id         = module.eu_west_1.account_id
  peer_region             = "eu-west-1"
  peer_transit_gateway_id = module.eu_west_1.transit_gateway_core_id
  transit_gateway_id      = module.eu_central_1.transit_gateway_core_id

  tags = {
    Name = "erp-dev-core-eu-central-1-eu-west-1"
  }
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "eu_west_1_core_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.eu_central_1_core_eu_west_1.id

  tags = {
    Name = "erp-dev-core-eu-central-1-eu-west-1"
  }
}

# peering/core/eu-central-1/eu-west-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_central_1_core_eu_west_1" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_central_1.transit_gateway_core_route_table_id
}

# peering/core/eu-west-1/eu-central-1
resource "aws_ec2_transit_gateway_route_table_association" "eu_west_1_core_eu_central_1" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.eu_west_1_core_eu_central_1.id
  transit_gateway_route_table_id = module.eu_west_1.transit_gateway_core_route_table_id
}
