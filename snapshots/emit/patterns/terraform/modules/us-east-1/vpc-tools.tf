# VPC tools: subnets, routing, attachments

# vpc/tools
resource "aws_vpc" "tools" {
  region = "us-east-1"

  cidr_block           = "10.18.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "shop-tools"
  }
}

# vpc/tools
resource "aws_security_group" "tools_allowed" {
  region = "us-east-1"

  description = "Who may start connections to tools"
  name_prefix = "shop-tools-allowed-"
  vpc_id      = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-allowed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools
resource "aws_vpc_security_group_ingress_rule" "tools_allowed_all_10_1_0_0_20" {
  region = "us-east-1"

  cidr_ipv4         = "10.1.0.0/20"
  description       = "From estate-dev"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.tools_allowed.id
}

# vpc/tools
resource "aws_vpc_security_group_ingress_rule" "tools_allowed_all_10_1_32_0_20" {
  region = "us-east-1"

  cidr_ipv4         = "10.1.32.0/20"
  description       = "From estate-dev"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.tools_allowed.id
}

# vpc/tools
resource "aws_vpc_security_group_egress_rule" "tools_allowed_all_127_0_0_1_32" {
  region = "us-east-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.tools_allowed.id
}

# vpc/tools
resource "aws_default_security_group" "tools" {
  region = "us-east-1"

  vpc_id = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-default-closed"
  }
}

# vpc/tools
resource "aws_flow_log" "tools" {
  region = "us-east-1"

  iam_role_arn             = aws_iam_role.tools_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.tools_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-flow-logs"
  }
}

# vpc/tools
resource "aws_iam_role" "tools_flow_log" {
  description = "Writes the flow logs of shop-tools in us-east-1"

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
    Name = "shop-tools-flow-logs"
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
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/tools/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/tools/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/tools
resource "aws_cloudwatch_log_group" "tools_flow_log" {
  region = "us-east-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/shop/vpc/tools/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "shop-tools-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/tools/subnet/services
resource "aws_route_table" "tools_services" {
  region = "us-east-1"

  vpc_id = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-services"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/subnet/services/route/10.0.0.0/8
resource "aws_route" "tools_services_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.tools_services.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.tools_attach_core]
}

# vpc/tools/subnet/services/a
resource "aws_subnet" "tools_services_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.18.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-services-a"
  }
}

# vpc/tools/subnet/services/a
resource "aws_route_table_association" "tools_services_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.tools_services.id
  subnet_id      = aws_subnet.tools_services_a.id
}

# vpc/tools/subnet/services/b
resource "aws_subnet" "tools_services_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.18.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-services-b"
  }
}

# vpc/tools/subnet/services/b
resource "aws_route_table_association" "tools_services_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.tools_services.id
  subnet_id      = aws_subnet.tools_services_b.id
}

# vpc/tools/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "tools_attach_core" {
  region = "us-east-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.tools_attach_core_a.id, aws_subnet.tools_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-core"
  }
}

# vpc/tools/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "tools_attach_core" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# vpc/tools/attach/core
resource "aws_route_table" "tools_attach_core" {
  region = "us-east-1"

  vpc_id = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/attach/core/a
resource "aws_subnet" "tools_attach_core_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.18.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/attach/core/a
resource "aws_route_table_association" "tools_attach_core_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.tools_attach_core.id
  subnet_id      = aws_subnet.tools_attach_core_a.id
}

# vpc/tools/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_arrivals" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/tools/attach/core/b
resource "aws_subnet" "tools_attach_core_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.18.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.tools.id

  tags = {
    Name = "shop-tools-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/tools/attach/core/b
resource "aws_route_table_association" "tools_attach_core_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.tools_attach_core.id
  subnet_id      = aws_subnet.tools_attach_core_b.id
}

# vpc/tools/attach/core/estate-dev
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_estate_dev" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_dev.id
}

# vpc/tools/attach/core/estate-prod
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_estate_prod" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_prod.id
}

# vpc/tools/attach/core/estate-shared
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_estate_shared" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# vpc/tools/attach/core/vpc-cart
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_vpc_cart" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cart.id
}

# vpc/tools/attach/core/vpc-search
resource "aws_ec2_transit_gateway_route_table_propagation" "tools_attach_core_vpc_search" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.tools_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_search.id
}
