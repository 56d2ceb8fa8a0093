# VPC tools: subnets, routing, attachments

# vpc/tools
resource "aws_vpc" "tools" {
  region = "eu-central-1"

  cidr_block           = "10.128.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "bank-tools"
  }
}

# vpc/tools
resource "aws_security_group" "tools_allowed" {
  region = "eu-central-1"

  description = "Who may start connections to tools"
  name_prefix = "bank-tools-allowed-"
  vpc_id      = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-allowed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools
resource "aws_vpc_security_group_ingress_rule" "tools_allowed_tcp_443_443_10_64_0_0_10" {
  region = "eu-central-1"

  cidr_ipv4         = "10.64.0.0/10"
  description       = "Builds fetch artefacts; nothing in shared services starts a connection to a laboratory."
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.tools_allowed.id
  to_port           = 443
}

# vpc/tools
resource "aws_vpc_security_group_ingress_rule" "tools_allowed_tcp_8443_8443_10_64_0_0_10" {
  region = "eu-central-1"

  cidr_ipv4         = "10.64.0.0/10"
  description       = "Builds fetch artefacts; nothing in shared services starts a connection to a laboratory."
  from_port         = 8443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.tools_allowed.id
  to_port           = 8443
}

# vpc/tools
resource "aws_vpc_security_group_egress_rule" "tools_allowed_all_127_0_0_1_32" {
  region = "eu-central-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.tools_allowed.id
}

# vpc/tools
resource "aws_default_security_group" "tools" {
  region = "eu-central-1"

  vpc_id = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-default-closed"
  }
}

# vpc/tools
resource "aws_flow_log" "tools" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.tools_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.tools_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-flow-logs"
  }
}

# vpc/tools
resource "aws_iam_role" "tools_flow_log" {
  description = "Writes the flow logs of bank-tools in eu-central-1"

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
    Name = "bank-tools-flow-logs"
  }
}

# vpc/tools
resource "aws_iam_role_policy" "tools_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.tools_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/tools/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/tools/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/tools
resource "aws_cloudwatch_log_group" "tools_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/bank/vpc/tools/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "bank-tools-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/tools/subnet/services
resource "aws_route_table" "tools_services" {
  region = "eu-central-1"

  vpc_id = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-services"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/subnet/services/route/10.0.0.0/10
resource "aws_route" "tools_services_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.tools_services.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.tools_attach_core]
}

# vpc/tools/subnet/services/route/10.128.0.0/12
resource "aws_route" "tools_services_10_128_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/12"
  route_table_id         = aws_route_table.tools_services.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.tools_attach_core]
}

# vpc/tools/subnet/services/route/10.144.0.0/12
resource "aws_route" "tools_services_10_144_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.144.0.0/12"
  route_table_id         = aws_route_table.tools_services.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.tools_attach_core]
}

# vpc/tools/subnet/services/route/10.64.0.0/10
resource "aws_route" "tools_services_10_64_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.tools_services.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.tools_attach_core]
}

# vpc/tools/subnet/services/a
resource "aws_subnet" "tools_services_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.128.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-services-a"
  }
}

# vpc/tools/subnet/services/a
resource "aws_route_table_association" "tools_services_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.tools_services.id
  subnet_id      = aws_subnet.tools_services_a.id
}

# vpc/tools/subnet/services/b
resource "aws_subnet" "tools_services_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.128.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-services-b"
  }
}

# vpc/tools/subnet/services/b
resource "aws_route_table_association" "tools_services_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.tools_services.id
  subnet_id      = aws_subnet.tools_services_b.id
}

# vpc/tools/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "tools_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.tools_attach_core_a.id, aws_subnet.tools_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-core"
  }
}

# vpc/tools/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "tools_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# vpc/tools/attach/core
resource "aws_route_table" "tools_attach_core" {
  region = "eu-central-1"

  vpc_id = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/attach/core/a
resource "aws_subnet" "tools_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.128.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/attach/core/a
resource "aws_route_table_association" "tools_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.tools_attach_core.id
  subnet_id      = aws_subnet.tools_attach_core_a.id
}

# vpc/tools/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/tools/attach/core/b
resource "aws_subnet" "tools_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.128.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "bank-tools-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/attach/core/b
resource "aws_route_table_association" "tools_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.tools_attach_core.id
  subnet_id      = aws_subnet.tools_attach_core_b.id
}

# vpc/tools/attach/core/dev
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_dev" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# vpc/tools/attach/core/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_prod" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpc/tools/attach/core/shared
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_shared" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# vpc/tools/attach/core/vpc-cards
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_vpc_cards" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# vpc/tools/attach/core/vpc-shop
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_vpc_shop" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
