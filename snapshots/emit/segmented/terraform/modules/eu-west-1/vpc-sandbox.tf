# VPC sandbox: subnets, routing, attachments

# vpc/sandbox
resource "aws_vpc" "sandbox" {
  region = "eu-west-1"

  cidr_block           = "10.64.64.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "bank-sandbox"
  }
}

# vpc/sandbox
resource "aws_default_security_group" "sandbox" {
  region = "eu-west-1"

  vpc_id = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-default-closed"
  }
}

# vpc/sandbox
resource "aws_flow_log" "sandbox" {
  region = "eu-west-1"

  iam_role_arn             = aws_iam_role.sandbox_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.sandbox_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-flow-logs"
  }
}

# vpc/sandbox
resource "aws_iam_role" "sandbox_flow_log" {
  description = "Writes the flow logs of bank-sandbox in eu-west-1"

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
    Name = "bank-sandbox-flow-logs"
  }
}

# vpc/sandbox
resource "aws_iam_role_policy" "sandbox_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.sandbox_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/sandbox/flow-logs",
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/sandbox/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/sandbox
resource "aws_cloudwatch_log_group" "sandbox_flow_log" {
  region = "eu-west-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/bank/vpc/sandbox/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "bank-sandbox-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/sandbox/subnet/work
resource "aws_route_table" "sandbox_work" {
  region = "eu-west-1"

  vpc_id = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-work"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/sandbox/subnet/work/route/10.128.0.0/12
resource "aws_route" "sandbox_work_10_128_0_0_12" {
  region = "eu-west-1"

  destination_cidr_block = "10.128.0.0/12"
  route_table_id         = aws_route_table.sandbox_work.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.sandbox_attach_core]
}

# vpc/sandbox/subnet/work/a
resource "aws_subnet" "sandbox_work_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.64.65.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-work-a"
  }
}

# vpc/sandbox/subnet/work/a
resource "aws_route_table_association" "sandbox_work_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.sandbox_work.id
  subnet_id      = aws_subnet.sandbox_work_a.id
}

# vpc/sandbox/subnet/work/b
resource "aws_subnet" "sandbox_work_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.64.66.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-work-b"
  }
}

# vpc/sandbox/subnet/work/b
resource "aws_route_table_association" "sandbox_work_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.sandbox_work.id
  subnet_id      = aws_subnet.sandbox_work_b.id
}

# vpc/sandbox/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "sandbox_attach_core" {
  region = "eu-west-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.sandbox_attach_core_a.id, aws_subnet.sandbox_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-core"
  }
}

# vpc/sandbox/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "sandbox_attach_core" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.sandbox_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# vpc/sandbox/attach/core
resource "aws_route_table" "sandbox_attach_core" {
  region = "eu-west-1"

  vpc_id = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/sandbox/attach/core/a
resource "aws_subnet" "sandbox_attach_core_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.64.64.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/sandbox/attach/core/a
resource "aws_route_table_association" "sandbox_attach_core_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.sandbox_attach_core.id
  subnet_id      = aws_subnet.sandbox_attach_core_a.id
}

# vpc/sandbox/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "sandbox_attach_core_arrivals" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.sandbox_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/sandbox/attach/core/b
resource "aws_subnet" "sandbox_attach_core_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.64.64.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.sandbox.id

  tags = {
    Name = "bank-sandbox-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/sandbox/attach/core/b
resource "aws_route_table_association" "sandbox_attach_core_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.sandbox_attach_core.id
  subnet_id      = aws_subnet.sandbox_attach_core_b.id
}

# vpc/sandbox/attach/core/shared
resource "aws_ec2_transit_gateway_route_table_propagation" "sandbox_attach_core_shared" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.sandbox_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}
