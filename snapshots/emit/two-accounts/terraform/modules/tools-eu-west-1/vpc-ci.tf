# VPC ci: subnets, routing, attachments

# vpc/ci
resource "aws_vpc" "ci" {
  cidr_block           = "10.129.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "corp-ci"
  }
}

# vpc/ci
resource "aws_default_security_group" "ci" {
  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-default-closed"
  }
}

# vpc/ci
resource "aws_flow_log" "ci_flow_logs" {
  iam_role_arn             = aws_iam_role.ci_flow_logs.arn
  log_destination          = aws_cloudwatch_log_group.ci_flow_logs.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-flow-logs"
  }
}

# vpc/ci
resource "aws_iam_role" "ci_flow_logs" {
  description = "Writes the flow logs of corp-ci in eu-west-1"

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
            "aws:SourceAccount" = "444455556666"
          }
        }
      },
    ]
  })

  tags = {
    Name = "corp-ci-flow-logs"
  }
}

# vpc/ci
resource "aws_iam_role_policy" "ci_flow_logs_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.ci_flow_logs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-west-1:444455556666:log-group:/corp/vpc/ci/flow-logs",
          "arn:aws:logs:eu-west-1:444455556666:log-group:/corp/vpc/ci/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/ci
resource "aws_cloudwatch_log_group" "ci_flow_logs" {
  kms_key_id        = aws_kms_key.logs.arn
  name              = "/corp/vpc/ci/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "corp-ci-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/ci
resource "aws_internet_gateway" "ci" {
  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci"
  }
}

# vpc/ci/nat/a
resource "aws_nat_gateway" "ci_a" {
  allocation_id = aws_eip.ci_a.id
  subnet_id     = aws_subnet.ci_public_a.id

  tags = {
    Name = "corp-ci-nat-a"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/nat/a
resource "aws_eip" "ci_a" {
  domain = "vpc"

  tags = {
    Name = "corp-ci-nat-a"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/nat/b
resource "aws_nat_gateway" "ci_b" {
  allocation_id = aws_eip.ci_b.id
  subnet_id     = aws_subnet.ci_public_b.id

  tags = {
    Name = "corp-ci-nat-b"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/nat/b
resource "aws_eip" "ci_b" {
  domain = "vpc"

  tags = {
    Name = "corp-ci-nat-b"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/subnet/public
resource "aws_route_table" "ci_public" {
  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-public"
  }
}

# vpc/ci/subnet/public/route/0.0.0.0/0
resource "aws_route" "ci_public_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.ci.id
  route_table_id         = aws_route_table.ci_public.id
}

# vpc/ci/subnet/public/route/10.128.0.0/9
resource "aws_route" "ci_public_10_128_0_0_9" {
  destination_cidr_block = "10.128.0.0/9"
  route_table_id         = aws_route_table.ci_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub]
}

# vpc/ci/subnet/public/a
resource "aws_subnet" "ci_public_a" {
  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.129.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-public-a"
  }
}

# vpc/ci/subnet/public/a
resource "aws_route_table_association" "ci_public_a" {
  route_table_id = aws_route_table.ci_public.id
  subnet_id      = aws_subnet.ci_public_a.id
}

# vpc/ci/subnet/public/b
resource "aws_subnet" "ci_public_b" {
  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.129.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-public-b"
  }
}

# vpc/ci/subnet/public/b
resource "aws_route_table_association" "ci_public_b" {
  route_table_id = aws_route_table.ci_public.id
  subnet_id      = aws_subnet.ci_public_b.id
}

# vpc/ci/subnet/runners/a
resource "aws_subnet" "ci_runners_a" {
  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.129.8.0/21"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-runners-a"
  }
}

# vpc/ci/subnet/runners/a
resource "aws_route_table" "ci_runners_a" {
  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-runners-a"
  }
}

# vpc/ci/subnet/runners/a
resource "aws_route_table_association" "ci_runners_a" {
  route_table_id = aws_route_table.ci_runners_a.id
  subnet_id      = aws_subnet.ci_runners_a.id
}

# vpc/ci/subnet/runners/a/route/0.0.0.0/0
resource "aws_route" "ci_runners_a_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ci_a.id
  route_table_id         = aws_route_table.ci_runners_a.id
}

# vpc/ci/subnet/runners/a/route/10.128.0.0/9
resource "aws_route" "ci_runners_a_10_128_0_0_9" {
  destination_cidr_block = "10.128.0.0/9"
  route_table_id         = aws_route_table.ci_runners_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub]
}

# vpc/ci/subnet/runners/b
resource "aws_subnet" "ci_runners_b" {
  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.129.16.0/21"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-runners-b"
  }
}

# vpc/ci/subnet/runners/b
resource "aws_route_table" "ci_runners_b" {
  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-runners-b"
  }
}

# vpc/ci/subnet/runners/b
resource "aws_route_table_association" "ci_runners_b" {
  route_table_id = aws_route_table.ci_runners_b.id
  subnet_id      = aws_subnet.ci_runners_b.id
}

# vpc/ci/subnet/runners/b/route/0.0.0.0/0
resource "aws_route" "ci_runners_b_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ci_b.id
  route_table_id         = aws_route_table.ci_runners_b.id
}

# vpc/ci/subnet/runners/b/route/10.128.0.0/9
resource "aws_route" "ci_runners_b_10_128_0_0_9" {
  destination_cidr_block = "10.128.0.0/9"
  route_table_id         = aws_route_table.ci_runners_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub]
}

# vpc/ci/attach/hub
resource "aws_ec2_transit_gateway_vpc_attachment" "ci_attach_hub" {
  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.ci_attach_hub_a.id, aws_subnet.ci_attach_hub_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.hub.id
  vpc_id                                          = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-hub"
  }
}

# vpc/ci/attach/hub
resource "aws_ec2_transit_gateway_route_table_association" "ci_attach_hub" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

# vpc/ci/attach/hub
resource "aws_ec2_transit_gateway_route_table_propagation" "ci_attach_hub" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

# vpc/ci/attach/hub
resource "aws_route_table" "ci_attach_hub" {
  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-hub"
  }
}

# vpc/ci/attach/hub/a
resource "aws_subnet" "ci_attach_hub_a" {
  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.129.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-hub-a"
  }
}

# vpc/ci/attach/hub/a
resource "aws_route_table_association" "ci_attach_hub_a" {
  route_table_id = aws_route_table.ci_attach_hub.id
  subnet_id      = aws_subnet.ci_attach_hub_a.id
}

# vpc/ci/attach/hub/b
resource "aws_subnet" "ci_attach_hub_b" {
  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.129.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-hub-b"
  }
}

# vpc/ci/attach/hub/b
resource "aws_route_table_association" "ci_attach_hub_b" {
  route_table_id = aws_route_table.ci_attach_hub.id
  subnet_id      = aws_subnet.ci_attach_hub_b.id
}
