# VPC stream: subnets, routing, attachments

# vpc/stream
resource "aws_vpc" "stream" {
  assign_generated_ipv6_cidr_block = true
  cidr_block                       = "10.1.0.0/16"
  enable_dns_hostnames             = true
  enable_dns_support               = true

  tags = {
    Name = "media-stream"
  }
}

# vpc/stream
resource "aws_default_security_group" "stream" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream-default-closed"
  }
}

# vpc/stream
resource "aws_egress_only_internet_gateway" "stream" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream"
  }
}

# vpc/stream
resource "aws_flow_log" "stream_flow_logs" {
  iam_role_arn             = aws_iam_role.stream_flow_logs.arn
  log_destination          = aws_cloudwatch_log_group.stream_flow_logs.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.stream.id

  tags = {
    Name = "media-stream-flow-logs"
  }
}

# vpc/stream
resource "aws_iam_role" "stream_flow_logs" {
  description = "Writes the flow logs of media-stream in eu-north-1"

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
    Name = "media-stream-flow-logs"
  }
}

# vpc/stream
resource "aws_iam_role_policy" "stream_flow_logs_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.stream_flow_logs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/stream/flow-logs",
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/stream/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/stream
resource "aws_cloudwatch_log_group" "stream_flow_logs" {
  kms_key_id        = aws_kms_key.logs.arn
  name              = "/media/vpc/stream/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "media-stream-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/stream
resource "aws_internet_gateway" "stream" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream"
  }
}

# vpc/stream/nat/a
resource "aws_nat_gateway" "stream_a" {
  allocation_id = aws_eip.stream_a.id
  subnet_id     = aws_subnet.stream_public_a.id

  tags = {
    Name = "media-stream-nat-a"
  }

  depends_on = [aws_internet_gateway.stream]
}

# vpc/stream/nat/a
resource "aws_eip" "stream_a" {
  domain = "vpc"

  tags = {
    Name = "media-stream-nat-a"
  }

  depends_on = [aws_internet_gateway.stream]
}

# vpc/stream/nat/b
resource "aws_nat_gateway" "stream_b" {
  allocation_id = aws_eip.stream_b.id
  subnet_id     = aws_subnet.stream_public_b.id

  tags = {
    Name = "media-stream-nat-b"
  }

  depends_on = [aws_internet_gateway.stream]
}

# vpc/stream/nat/b
resource "aws_eip" "stream_b" {
  domain = "vpc"

  tags = {
    Name = "media-stream-nat-b"
  }

  depends_on = [aws_internet_gateway.stream]
}

# vpc/stream/subnet/app/a
resource "aws_subnet" "stream_app_a" {
  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.1.16.0/20"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.stream.ipv6_cidr_block, 8, 0)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.stream.id

  tags = {
    Name = "media-stream-app-a"
  }
}

# vpc/stream/subnet/app/a
resource "aws_route_table" "stream_app_a" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream-app-a"
  }
}

# vpc/stream/subnet/app/a
resource "aws_route_table_association" "stream_app_a" {
  route_table_id = aws_route_table.stream_app_a.id
  subnet_id      = aws_subnet.stream_app_a.id
}

# vpc/stream/subnet/app/a/route/0.0.0.0/0
resource "aws_route" "stream_app_a_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.stream_a.id
  route_table_id         = aws_route_table.stream_app_a.id
}

# vpc/stream/subnet/app/a/route/10.0.0.0/8
resource "aws_route" "stream_app_a_10_0_0_0_8" {
  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.stream_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/app/a/route/100.64.0.0/20
resource "aws_route" "stream_app_a_100_64_0_0_20" {
  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.stream_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/app/a/route/::/0
resource "aws_route" "stream_app_a____0" {
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.stream.id
  route_table_id              = aws_route_table.stream_app_a.id
}

# vpc/stream/subnet/app/b
resource "aws_subnet" "stream_app_b" {
  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.1.32.0/20"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.stream.ipv6_cidr_block, 8, 1)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.stream.id

  tags = {
    Name = "media-stream-app-b"
  }
}

# vpc/stream/subnet/app/b
resource "aws_route_table" "stream_app_b" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream-app-b"
  }
}

# vpc/stream/subnet/app/b
resource "aws_route_table_association" "stream_app_b" {
  route_table_id = aws_route_table.stream_app_b.id
  subnet_id      = aws_subnet.stream_app_b.id
}

# vpc/stream/subnet/app/b/route/0.0.0.0/0
resource "aws_route" "stream_app_b_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.stream_b.id
  route_table_id         = aws_route_table.stream_app_b.id
}

# vpc/stream/subnet/app/b/route/10.0.0.0/8
resource "aws_route" "stream_app_b_10_0_0_0_8" {
  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.stream_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/app/b/route/100.64.0.0/20
resource "aws_route" "stream_app_b_100_64_0_0_20" {
  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.stream_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/app/b/route/::/0
resource "aws_route" "stream_app_b____0" {
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.stream.id
  route_table_id              = aws_route_table.stream_app_b.id
}

# vpc/stream/subnet/data
resource "aws_route_table" "stream_data" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream-data"
  }
}

# vpc/stream/subnet/data/route/10.0.0.0/8
resource "aws_route" "stream_data_10_0_0_0_8" {
  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.stream_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/data/route/100.64.0.0/20
resource "aws_route" "stream_data_100_64_0_0_20" {
  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.stream_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/data/a
resource "aws_subnet" "stream_data_a" {
  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.1.4.0/22"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.stream.ipv6_cidr_block, 8, 2)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.stream.id

  tags = {
    Name = "media-stream-data-a"
  }
}

# vpc/stream/subnet/data/a
resource "aws_route_table_association" "stream_data_a" {
  route_table_id = aws_route_table.stream_data.id
  subnet_id      = aws_subnet.stream_data_a.id
}

# vpc/stream/subnet/data/b
resource "aws_subnet" "stream_data_b" {
  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.1.8.0/22"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.stream.ipv6_cidr_block, 8, 3)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.stream.id

  tags = {
    Name = "media-stream-data-b"
  }
}

# vpc/stream/subnet/data/b
resource "aws_route_table_association" "stream_data_b" {
  route_table_id = aws_route_table.stream_data.id
  subnet_id      = aws_subnet.stream_data_b.id
}

# vpc/stream/subnet/public
resource "aws_route_table" "stream_public" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream-public"
  }
}

# vpc/stream/subnet/public/route/0.0.0.0/0
resource "aws_route" "stream_public_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.stream.id
  route_table_id         = aws_route_table.stream_public.id
}

# vpc/stream/subnet/public/route/10.0.0.0/8
resource "aws_route" "stream_public_10_0_0_0_8" {
  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.stream_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/public/route/100.64.0.0/20
resource "aws_route" "stream_public_100_64_0_0_20" {
  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.stream_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stream_attach_core]
}

# vpc/stream/subnet/public/route/::/0
resource "aws_route" "stream_public____0" {
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.stream.id
  route_table_id              = aws_route_table.stream_public.id
}

# vpc/stream/subnet/public/a
resource "aws_subnet" "stream_public_a" {
  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.1.1.0/24"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.stream.ipv6_cidr_block, 8, 4)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.stream.id

  tags = {
    Name = "media-stream-public-a"
  }
}

# vpc/stream/subnet/public/a
resource "aws_route_table_association" "stream_public_a" {
  route_table_id = aws_route_table.stream_public.id
  subnet_id      = aws_subnet.stream_public_a.id
}

# vpc/stream/subnet/public/b
resource "aws_subnet" "stream_public_b" {
  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.1.2.0/24"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.stream.ipv6_cidr_block, 8, 5)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.stream.id

  tags = {
    Name = "media-stream-public-b"
  }
}

# vpc/stream/subnet/public/b
resource "aws_route_table_association" "stream_public_b" {
  route_table_id = aws_route_table.stream_public.id
  subnet_id      = aws_subnet.stream_public_b.id
}

# vpc/stream/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "stream_attach_core" {
  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.stream_attach_core_a.id, aws_subnet.stream_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.stream.id

  tags = {
    Name = "media-stream-core"
  }
}

# vpc/stream/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "stream_attach_core" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.stream_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/stream/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "stream_attach_core" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.stream_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/stream/attach/core
resource "aws_route_table" "stream_attach_core" {
  vpc_id = aws_vpc.stream.id

  tags = {
    Name = "media-stream-core"
  }
}

# vpc/stream/attach/core/a
resource "aws_subnet" "stream_attach_core_a" {
  availability_zone_id    = "eun1-az1"
  cidr_block              = "10.1.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stream.id

  tags = {
    Name = "media-stream-core-a"
  }
}

# vpc/stream/attach/core/a
resource "aws_route_table_association" "stream_attach_core_a" {
  route_table_id = aws_route_table.stream_attach_core.id
  subnet_id      = aws_subnet.stream_attach_core_a.id
}

# vpc/stream/attach/core/b
resource "aws_subnet" "stream_attach_core_b" {
  availability_zone_id    = "eun1-az2"
  cidr_block              = "10.1.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stream.id

  tags = {
    Name = "media-stream-core-b"
  }
}

# vpc/stream/attach/core/b
resource "aws_route_table_association" "stream_attach_core_b" {
  route_table_id = aws_route_table.stream_attach_core.id
  subnet_id      = aws_subnet.stream_attach_core_b.id
}
