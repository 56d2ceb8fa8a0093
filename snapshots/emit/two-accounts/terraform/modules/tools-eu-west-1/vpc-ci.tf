# VPC ci: subnets, routing, attachments

# vpc/ci
resource "aws_vpc" "ci" {
  region = "eu-west-1"

  cidr_block           = "10.129.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "corp-ci"
  }
}

# vpc/ci
resource "aws_default_security_group" "ci" {
  region = "eu-west-1"

  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-default-closed"
  }
}

# vpc/ci
resource "aws_flow_log" "ci" {
  region = "eu-west-1"

  iam_role_arn             = aws_iam_role.ci_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.ci_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-flow-logs"
  }
}

# vpc/ci
resource "aws_iam_role" "ci_flow_log" {
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
resource "aws_iam_role_policy" "ci_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.ci_flow_log.id

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
resource "aws_cloudwatch_log_group" "ci_flow_log" {
  region = "eu-west-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
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
  region = "eu-west-1"

  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci"
  }
}

# vpc/ci/nat_eip/a
resource "aws_eip" "ci_a" {
  region = "eu-west-1"

  domain = "vpc"

  tags = {
    Name = "corp-ci-nat-a"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/nat_eip/b
resource "aws_eip" "ci_b" {
  region = "eu-west-1"

  domain = "vpc"

  tags = {
    Name = "corp-ci-nat-b"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/nat_gateway/a
resource "aws_nat_gateway" "ci_a" {
  region = "eu-west-1"

  allocation_id = aws_eip.ci_a.id
  subnet_id     = aws_subnet.ci_public_a.id

  tags = {
    Name = "corp-ci-nat-a"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/nat_gateway/b
resource "aws_nat_gateway" "ci_b" {
  region = "eu-west-1"

  allocation_id = aws_eip.ci_b.id
  subnet_id     = aws_subnet.ci_public_b.id

  tags = {
    Name = "corp-ci-nat-b"
  }

  depends_on = [aws_internet_gateway.ci]
}

# vpc/ci/subnet/public
resource "aws_route_table" "ci_public" {
  region = "eu-west-1"

  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ci/subnet/public/route/0.0.0.0/0
resource "aws_route" "ci_public_0_0_0_0_0" {
  region = "eu-west-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.ci.id
  route_table_id         = aws_route_table.ci_public.id
}

# vpc/ci/subnet/public/route/10.128.0.0/9
resource "aws_route" "ci_public_10_128_0_0_9" {
  region = "eu-west-1"

  destination_cidr_block = "10.128.0.0/9"
  route_table_id         = aws_route_table.ci_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub]
}

# vpc/ci/subnet/public/a
resource "aws_subnet" "ci_public_a" {
  region = "eu-west-1"

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
  region = "eu-west-1"

  route_table_id = aws_route_table.ci_public.id
  subnet_id      = aws_subnet.ci_public_a.id
}

# vpc/ci/subnet/public/b
resource "aws_subnet" "ci_public_b" {
  region = "eu-west-1"

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
  region = "eu-west-1"

  route_table_id = aws_route_table.ci_public.id
  subnet_id      = aws_subnet.ci_public_b.id
}

# vpc/ci/subnet/runners/a
resource "aws_subnet" "ci_runners_a" {
  region = "eu-west-1"

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
  region = "eu-west-1"

  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-runners-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ci/subnet/runners/a
resource "aws_route_table_association" "ci_runners_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.ci_runners_a.id
  subnet_id      = aws_subnet.ci_runners_a.id
}

# vpc/ci/subnet/runners/a/route/0.0.0.0/0
resource "aws_route" "ci_runners_a_0_0_0_0_0" {
  region = "eu-west-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ci_a.id
  route_table_id         = aws_route_table.ci_runners_a.id
}

# vpc/ci/subnet/runners/a/route/10.128.0.0/9
resource "aws_route" "ci_runners_a_10_128_0_0_9" {
  region = "eu-west-1"

  destination_cidr_block = "10.128.0.0/9"
  route_table_id         = aws_route_table.ci_runners_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub]
}

# vpc/ci/subnet/runners/b
resource "aws_subnet" "ci_runners_b" {
  region = "eu-west-1"

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
  region = "eu-west-1"

  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-runners-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ci/subnet/runners/b
resource "aws_route_table_association" "ci_runners_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.ci_runners_b.id
  subnet_id      = aws_subnet.ci_runners_b.id
}

# vpc/ci/subnet/runners/b/route/0.0.0.0/0
resource "aws_route" "ci_runners_b_0_0_0_0_0" {
  region = "eu-west-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ci_b.id
  route_table_id         = aws_route_table.ci_runners_b.id
}

# vpc/ci/subnet/runners/b/route/10.128.0.0/9
resource "aws_route" "ci_runners_b_10_128_0_0_9" {
  region = "eu-west-1"

  destination_cidr_block = "10.128.0.0/9"
  route_table_id         = aws_route_table.ci_runners_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub]
}

# vpc/ci/attach/hub
resource "aws_ec2_transit_gateway_vpc_attachment" "ci_attach_hub" {
  region = "eu-west-1"

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
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

# vpc/ci/attach/hub
resource "aws_ec2_transit_gateway_route_table_propagation" "ci_attach_hub" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.ci_attach_hub.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

# vpc/ci/attach/hub
resource "aws_route_table" "ci_attach_hub" {
  region = "eu-west-1"

  vpc_id = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-hub"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ci/attach/hub/a
resource "aws_subnet" "ci_attach_hub_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.129.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-hub-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ci/attach/hub/a
resource "aws_route_table_association" "ci_attach_hub_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.ci_attach_hub.id
  subnet_id      = aws_subnet.ci_attach_hub_a.id
}

# vpc/ci/attach/hub/b
resource "aws_subnet" "ci_attach_hub_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.129.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ci.id

  tags = {
    Name = "corp-ci-hub-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ci/attach/hub/b
resource "aws_route_table_association" "ci_attach_hub_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.ci_attach_hub.id
  subnet_id      = aws_subnet.ci_attach_hub_b.id
}
