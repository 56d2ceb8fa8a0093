# NAT gateways, and the firewall before them.

# firewall/wall
resource "aws_cloudwatch_log_group" "wall" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/travel/firewall/wall"
  retention_in_days = 365

  tags = {
    Name = "travel-wall-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# firewall/wall
resource "aws_networkfirewall_rule_group" "wall_domains" {
  region = "eu-central-1"

  capacity = 1000
  name     = "travel-wall-domains-strict-1000"
  type     = "STATEFUL"

  tags = {
    Name = "travel-wall-domains"
  }

  rule_group {
    rule_variables {
      ip_sets {
        key = "HOME_NET"

        ip_set {
          definition = ["10.0.0.0/10", "10.128.0.0/16", "10.128.0.0/22"]
        }
      }
    }

    rules_source {
      rules_source_list {
        generated_rules_type = "ALLOWLIST"
        target_types         = ["HTTP_HOST", "TLS_SNI"]
        targets              = [".amazonaws.com", ".example.com", "pypi.org"]
      }
    }

    stateful_rule_options {
      rule_order = "STRICT_ORDER"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

# firewall/wall
resource "aws_networkfirewall_firewall_policy" "wall" {
  region = "eu-central-1"

  name = "travel-wall-strict"

  tags = {
    Name = "travel-wall"
  }

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]

    stateful_default_actions = [
      "aws:alert_established_app_layer_to_server",
      "aws:drop_established_app_layer_to_server",
    ]

    stateful_engine_options {
      rule_order = "STRICT_ORDER"
    }

    stateful_rule_group_reference {
      priority     = 1
      resource_arn = aws_networkfirewall_rule_group.wall_domains.arn
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

# firewall/wall/a
resource "aws_networkfirewall_firewall" "wall_a" {
  region = "eu-central-1"

  firewall_policy_arn = aws_networkfirewall_firewall_policy.wall.arn
  name                = "travel-wall-a-${aws_vpc.edge.id}"
  vpc_id              = aws_vpc.edge.id

  tags = {
    Name = "travel-wall-a"
  }

  subnet_mapping {
    subnet_id = aws_subnet.edge_inspect_a.id
  }
}

# firewall/wall/a
resource "aws_networkfirewall_logging_configuration" "wall_a" {
  region = "eu-central-1"

  firewall_arn = aws_networkfirewall_firewall.wall_a.arn

  logging_configuration {
    log_destination_config {
      log_destination_type = "CloudWatchLogs"
      log_type             = "ALERT"

      log_destination = {
        logGroup = aws_cloudwatch_log_group.wall.name
      }
    }

    log_destination_config {
      log_destination_type = "CloudWatchLogs"
      log_type             = "FLOW"

      log_destination = {
        logGroup = aws_cloudwatch_log_group.wall.name
      }
    }
  }
}

# firewall/wall/b
resource "aws_networkfirewall_firewall" "wall_b" {
  region = "eu-central-1"

  firewall_policy_arn = aws_networkfirewall_firewall_policy.wall.arn
  name                = "travel-wall-b-${aws_vpc.edge.id}"
  vpc_id              = aws_vpc.edge.id

  tags = {
    Name = "travel-wall-b"
  }

  subnet_mapping {
    subnet_id = aws_subnet.edge_inspect_b.id
  }
}

# firewall/wall/b
resource "aws_networkfirewall_logging_configuration" "wall_b" {
  region = "eu-central-1"

  firewall_arn = aws_networkfirewall_firewall.wall_b.arn

  logging_configuration {
    log_destination_config {
      log_destination_type = "CloudWatchLogs"
      log_type             = "ALERT"

      log_destination = {
        logGroup = aws_cloudwatch_log_group.wall.name
      }
    }

    log_destination_config {
      log_destination_type = "CloudWatchLogs"
      log_type             = "FLOW"

      log_destination = {
        logGroup = aws_cloudwatch_log_group.wall.name
      }
    }
  }
}

# transit_gateway/core/segment/dev/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "core_dev_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/prod/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "core_prod_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# transit_gateway/core/arrivals/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "core_arrivals_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/edge
# NAT gateways, and the firewall before them.
resource "aws_vpc" "edge" {
  region = "eu-central-1"

  cidr_block           = "10.128.0.0/22"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "travel-edge"
  }
}

# vpc/edge
resource "aws_default_security_group" "edge" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-default-closed"
  }
}

# vpc/edge
resource "aws_flow_log" "edge" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.edge_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.edge_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-flow-logs"
  }
}

# vpc/edge
resource "aws_iam_role" "edge_flow_log" {
  description = "Writes the flow logs of travel-edge in eu-central-1"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "vpc-flow-logs.amazonaws.com"
        }
        Action = "sts:AssumeRole"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })

  tags = {
    Name = "travel-edge-flow-logs"
  }
}

# vpc/edge
resource "aws_iam_role_policy" "edge_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.edge_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/edge/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/edge/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/edge
resource "aws_cloudwatch_log_group" "edge_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/travel/vpc/edge/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "travel-edge-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/edge
resource "aws_internet_gateway" "edge" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge"
  }
}

# vpc/edge/nat_eip/a
resource "aws_eip" "edge_a" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "travel-edge-nat-a"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/nat_eip/b
resource "aws_eip" "edge_b" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "travel-edge-nat-b"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/nat_gateway/a
resource "aws_nat_gateway" "edge_a" {
  region = "eu-central-1"

  allocation_id = aws_eip.edge_a.id
  subnet_id     = aws_subnet.edge_public_a.id

  tags = {
    Name = "travel-edge-nat-a"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/nat_gateway/b
resource "aws_nat_gateway" "edge_b" {
  region = "eu-central-1"

  allocation_id = aws_eip.edge_b.id
  subnet_id     = aws_subnet.edge_public_b.id

  tags = {
    Name = "travel-edge-nat-b"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/subnet/inspect/a
resource "aws_subnet" "edge_inspect_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.128.0.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-inspect-a"
  }
}

# vpc/edge/subnet/inspect/a
resource "aws_route_table" "edge_inspect_a" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-inspect-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/subnet/inspect/a
resource "aws_route_table_association" "edge_inspect_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.edge_inspect_a.id
  subnet_id      = aws_subnet.edge_inspect_a.id
}

# vpc/edge/subnet/inspect/a/route/0.0.0.0/0
resource "aws_route" "edge_inspect_a_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.edge_a.id
  route_table_id         = aws_route_table.edge_inspect_a.id
}

# vpc/edge/subnet/inspect/a/route/10.0.0.0/10
resource "aws_route" "edge_inspect_a_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.edge_inspect_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.edge_attach_core]
}

# vpc/edge/subnet/inspect/a/route/10.128.0.0/16
resource "aws_route" "edge_inspect_a_10_128_0_0_16" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/16"
  route_table_id         = aws_route_table.edge_inspect_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.edge_attach_core]
}

# vpc/edge/subnet/inspect/b
resource "aws_subnet" "edge_inspect_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.128.0.48/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-inspect-b"
  }
}

# vpc/edge/subnet/inspect/b
resource "aws_route_table" "edge_inspect_b" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-inspect-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/subnet/inspect/b
resource "aws_route_table_association" "edge_inspect_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.edge_inspect_b.id
  subnet_id      = aws_subnet.edge_inspect_b.id
}

# vpc/edge/subnet/inspect/b/route/0.0.0.0/0
resource "aws_route" "edge_inspect_b_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.edge_b.id
  route_table_id         = aws_route_table.edge_inspect_b.id
}

# vpc/edge/subnet/inspect/b/route/10.0.0.0/10
resource "aws_route" "edge_inspect_b_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.edge_inspect_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.edge_attach_core]
}

# vpc/edge/subnet/inspect/b/route/10.128.0.0/16
resource "aws_route" "edge_inspect_b_10_128_0_0_16" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/16"
  route_table_id         = aws_route_table.edge_inspect_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.edge_attach_core]
}

# vpc/edge/subnet/public/a
resource "aws_subnet" "edge_public_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.128.0.64/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-public-a"
  }
}

# vpc/edge/subnet/public/a
resource "aws_route_table" "edge_public_a" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-public-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/subnet/public/a
resource "aws_route_table_association" "edge_public_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.edge_public_a.id
  subnet_id      = aws_subnet.edge_public_a.id
}

# vpc/edge/subnet/public/a/route/0.0.0.0/0
resource "aws_route" "edge_public_a_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.edge.id
  route_table_id         = aws_route_table.edge_public_a.id
}

# vpc/edge/subnet/public/a/route/10.0.0.0/10
resource "aws_route" "edge_public_a_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.edge_public_a.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_a.firewall_status[0].sync_states).attachment).endpoint_id
}

# vpc/edge/subnet/public/a/route/10.128.0.0/16
resource "aws_route" "edge_public_a_10_128_0_0_16" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/16"
  route_table_id         = aws_route_table.edge_public_a.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_a.firewall_status[0].sync_states).attachment).endpoint_id
}

# vpc/edge/subnet/public/b
resource "aws_subnet" "edge_public_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.128.0.80/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-public-b"
  }
}

# vpc/edge/subnet/public/b
resource "aws_route_table" "edge_public_b" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-public-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/subnet/public/b
resource "aws_route_table_association" "edge_public_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.edge_public_b.id
  subnet_id      = aws_subnet.edge_public_b.id
}

# vpc/edge/subnet/public/b/route/0.0.0.0/0
resource "aws_route" "edge_public_b_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.edge.id
  route_table_id         = aws_route_table.edge_public_b.id
}

# vpc/edge/subnet/public/b/route/10.0.0.0/10
resource "aws_route" "edge_public_b_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.edge_public_b.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_b.firewall_status[0].sync_states).attachment).endpoint_id
}

# vpc/edge/subnet/public/b/route/10.128.0.0/16
resource "aws_route" "edge_public_b_10_128_0_0_16" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/16"
  route_table_id         = aws_route_table.edge_public_b.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_b.firewall_status[0].sync_states).attachment).endpoint_id
}

# vpc/edge/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "edge_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "enable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.edge_attach_core_a.id, aws_subnet.edge_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-core"
  }
}

# vpc/edge/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "edge_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_edge.id
}

# vpc/edge/attach/core/a
resource "aws_subnet" "edge_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.128.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/attach/core/a
resource "aws_route_table" "edge_attach_core_a" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/attach/core/a
resource "aws_route_table_association" "edge_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.edge_attach_core_a.id
  subnet_id      = aws_subnet.edge_attach_core_a.id
}

# vpc/edge/attach/core/a/route/0.0.0.0/0
resource "aws_route" "edge_attach_core_a_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  route_table_id         = aws_route_table.edge_attach_core_a.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_a.firewall_status[0].sync_states).attachment).endpoint_id
}

# vpc/edge/attach/core/a/route/10.128.0.64/28
resource "aws_route" "edge_attach_core_a_10_128_0_64_28" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.64/28"
  route_table_id         = aws_route_table.edge_attach_core_a.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_a.firewall_status[0].sync_states).attachment).endpoint_id

  depends_on = [aws_subnet.edge_public_a]
}

# vpc/edge/attach/core/a/route/10.128.0.80/28
resource "aws_route" "edge_attach_core_a_10_128_0_80_28" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.80/28"
  route_table_id         = aws_route_table.edge_attach_core_a.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_b.firewall_status[0].sync_states).attachment).endpoint_id

  depends_on = [aws_subnet.edge_public_b]
}

# vpc/edge/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "edge_attach_core_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/edge/attach/core/b
resource "aws_subnet" "edge_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.128.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/attach/core/b
resource "aws_route_table" "edge_attach_core_b" {
  region = "eu-central-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/attach/core/b
resource "aws_route_table_association" "edge_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.edge_attach_core_b.id
  subnet_id      = aws_subnet.edge_attach_core_b.id
}

# vpc/edge/attach/core/b/route/0.0.0.0/0
resource "aws_route" "edge_attach_core_b_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  route_table_id         = aws_route_table.edge_attach_core_b.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_b.firewall_status[0].sync_states).attachment).endpoint_id
}

# vpc/edge/attach/core/b/route/10.128.0.64/28
resource "aws_route" "edge_attach_core_b_10_128_0_64_28" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.64/28"
  route_table_id         = aws_route_table.edge_attach_core_b.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_a.firewall_status[0].sync_states).attachment).endpoint_id

  depends_on = [aws_subnet.edge_public_a]
}

# vpc/edge/attach/core/b/route/10.128.0.80/28
resource "aws_route" "edge_attach_core_b_10_128_0_80_28" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.80/28"
  route_table_id         = aws_route_table.edge_attach_core_b.id
  vpc_endpoint_id        = one(one(aws_networkfirewall_firewall.wall_b.firewall_status[0].sync_states).attachment).endpoint_id

  depends_on = [aws_subnet.edge_public_b]
}
