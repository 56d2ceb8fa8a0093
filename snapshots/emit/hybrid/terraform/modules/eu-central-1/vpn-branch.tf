# The branch in Cologne; its router speaks BGP.

# vpn/branch
# The branch in Cologne; its router speaks BGP.
resource "aws_vpn_connection" "branch" {
  region = "eu-central-1"

  customer_gateway_id                  = aws_customer_gateway.branch.id
  static_routes_only                   = false
  transit_gateway_id                   = aws_ec2_transit_gateway.core.id
  tunnel1_ike_versions                 = ["ikev2"]
  tunnel1_phase1_dh_group_numbers      = [19, 20, 21]
  tunnel1_phase1_encryption_algorithms = ["AES256-GCM-16"]
  tunnel1_phase1_integrity_algorithms  = ["SHA2-384", "SHA2-512"]
  tunnel1_phase2_dh_group_numbers      = [19, 20, 21]
  tunnel1_phase2_encryption_algorithms = ["AES256-GCM-16"]
  tunnel1_phase2_integrity_algorithms  = ["SHA2-384", "SHA2-512"]
  tunnel2_ike_versions                 = ["ikev2"]
  tunnel2_phase1_dh_group_numbers      = [19, 20, 21]
  tunnel2_phase1_encryption_algorithms = ["AES256-GCM-16"]
  tunnel2_phase1_integrity_algorithms  = ["SHA2-384", "SHA2-512"]
  tunnel2_phase2_dh_group_numbers      = [19, 20, 21]
  tunnel2_phase2_encryption_algorithms = ["AES256-GCM-16"]
  tunnel2_phase2_integrity_algorithms  = ["SHA2-384", "SHA2-512"]
  type                                 = "ipsec.1"

  tags = {
    Name = "freight-branch"
  }

  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled       = true
      log_group_arn     = aws_cloudwatch_log_group.branch_tunnel_logs.arn
      log_output_format = "json"
    }
  }

  tunnel2_log_options {
    cloudwatch_log_options {
      log_enabled       = true
      log_group_arn     = aws_cloudwatch_log_group.branch_tunnel_logs.arn
      log_output_format = "json"
    }
  }
}

# vpn/branch
resource "aws_ec2_transit_gateway_route_table_association" "branch" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_branch.id
}

# vpn/branch
resource "aws_customer_gateway" "branch" {
  region = "eu-central-1"

  bgp_asn    = "65010"
  ip_address = "203.0.113.10"
  type       = "ipsec.1"

  tags = {
    Name = "freight-branch"
  }
}

# vpn/branch
resource "aws_cloudwatch_log_group" "branch_tunnel_logs" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/freight/vpn/branch"
  retention_in_days = 365

  tags = {
    Name = "freight-branch-tunnel-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpn/branch/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpn/branch/dev
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_dev" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# vpn/branch/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_prod" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpn/branch/vpc-shop
resource "aws_ec2_transit_gateway_route_table_propagation" "branch_vpc_shop" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_vpn_connection.branch.transit_gateway_attachment_id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
