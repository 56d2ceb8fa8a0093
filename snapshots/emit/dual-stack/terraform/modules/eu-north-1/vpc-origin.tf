# VPC origin: subnets, routing, attachments

# vpc/origin
resource "aws_vpc" "origin" {
  region = "eu-north-1"

  cidr_block           = "10.1.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "media-origin"
  }
}

# vpc/origin
resource "aws_default_security_group" "origin" {
  region = "eu-north-1"

  vpc_id = aws_vpc.origin.id

  tags = {
    Name = "media-origin-default-closed"
  }
}

# vpc/origin
resource "aws_flow_log" "origin" {
  region = "eu-north-1"

  iam_role_arn             = aws_iam_role.origin_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.origin_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.origin.id

  tags = {
    Name = "media-origin-flow-logs"
  }
}

# vpc/origin
resource "aws_iam_role" "origin_flow_log" {
  description = "Writes the flow logs of media-origin in eu-north-1"

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
    Name = "media-origin-flow-logs"
  }
}

# vpc/origin
resource "aws_iam_role_policy" "origin_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.origin_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/origin/flow-logs",
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/origin/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/origin
resource "aws_cloudwatch_log_group" "origin_flow_log" {
  region = "eu-north-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/media/vpc/origin/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "media-origin-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/origin
resource "aws_internet_gateway" "origin" {
  region = "eu-north-1"

  vpc_id = aws_vpc.origin.id

  tags = {
    Name = "media-origin"
  }
}

# vpc/origin/ipv6
resource "aws_vpc_ipv6_cidr_block_association" "origin" {
  region = "eu-north-1"

  ipv6_cidr_block = "2600:1f28:100::/56"
  ipv6_pool       = "ipv6pool-ec2-0aaaabbbbccccdddd"
  vpc_id          = aws_vpc.origin.id
}

# vpc/origin/subnet/edge
resource "aws_route_table" "origin_edge" {
  region = "eu-north-1"

  vpc_id = aws_vpc.origin.id

  tags = {
    Name = "media-origin-edge"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/origin/subnet/edge/route/0.0.0.0/0
resource "aws_route" "origin_edge_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.origin.id
  route_table_id         = aws_route_table.origin_edge.id
}

# vpc/origin/subnet/edge/route/10.0.0.0/8
resource "aws_route" "origin_edge_10_0_0_0_8" {
  region = "eu-north-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.origin_edge.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.origin_attach_core]
}

# vpc/origin/subnet/edge/route/100.64.0.0/20
resource "aws_route" "origin_edge_100_64_0_0_20" {
  region = "eu-north-1"

  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.origin_edge.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.origin_attach_core]
}

# vpc/origin/subnet/edge/route/2600:1f28:100::/40
resource "aws_route" "origin_edge_2600_1f28_100___40" {
  region = "eu-north-1"

  destination_ipv6_cidr_block = "2600:1f28:100::/40"
  route_table_id              = aws_route_table.origin_edge.id
  transit_gateway_id          = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.origin_attach_core]
}

# vpc/origin/subnet/edge/route/::/0
resource "aws_route" "origin_edge____0" {
  region = "eu-north-1"

  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.origin.id
  route_table_id              = aws_route_table.origin_edge.id
}

# vpc/origin/subnet/edge/a
resource "aws_subnet" "origin_edge_a" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.1.1.0/24"
  ipv6_cidr_block                 = "2600:1f28:100::/64"
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.origin.id

  tags = {
    Name = "media-origin-edge-a"
  }

  depends_on = [aws_vpc_ipv6_cidr_block_association.origin]
}

# vpc/origin/subnet/edge/a
resource "aws_route_table_association" "origin_edge_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.origin_edge.id
  subnet_id      = aws_subnet.origin_edge_a.id
}

# vpc/origin/subnet/edge/b
resource "aws_subnet" "origin_edge_b" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.1.2.0/24"
  ipv6_cidr_block                 = "2600:1f28:100:1::/64"
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.origin.id

  tags = {
    Name = "media-origin-edge-b"
  }

  depends_on = [aws_vpc_ipv6_cidr_block_association.origin]
}

# vpc/origin/subnet/edge/b
resource "aws_route_table_association" "origin_edge_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.origin_edge.id
  subnet_id      = aws_subnet.origin_edge_b.id
}

# vpc/origin/subnet/store
resource "aws_route_table" "origin_store" {
  region = "eu-north-1"

  vpc_id = aws_vpc.origin.id

  tags = {
    Name = "media-origin-store"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/origin/subnet/store/route/10.0.0.0/8
resource "aws_route" "origin_store_10_0_0_0_8" {
  region = "eu-north-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.origin_store.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.origin_attach_core]
}

# vpc/origin/subnet/store/route/100.64.0.0/20
resource "aws_route" "origin_store_100_64_0_0_20" {
  region = "eu-north-1"

  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.origin_store.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.origin_attach_core]
}

# vpc/origin/subnet/store/route/2600:1f28:100::/40
resource "aws_route" "origin_store_2600_1f28_100___40" {
  region = "eu-north-1"

  destination_ipv6_cidr_block = "2600:1f28:100::/40"
  route_table_id              = aws_route_table.origin_store.id
  transit_gateway_id          = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.origin_attach_core]
}

# vpc/origin/subnet/store/a
resource "aws_subnet" "origin_store_a" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.1.4.0/22"
  ipv6_cidr_block                 = "2600:1f28:100:2::/64"
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.origin.id

  tags = {
    Name = "media-origin-store-a"
  }

  depends_on = [aws_vpc_ipv6_cidr_block_association.origin]
}

# vpc/origin/subnet/store/a
resource "aws_route_table_association" "origin_store_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.origin_store.id
  subnet_id      = aws_subnet.origin_store_a.id
}

# vpc/origin/subnet/store/b
resource "aws_subnet" "origin_store_b" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.1.8.0/22"
  ipv6_cidr_block                 = "2600:1f28:100:3::/64"
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.origin.id

  tags = {
    Name = "media-origin-store-b"
  }

  depends_on = [aws_vpc_ipv6_cidr_block_association.origin]
}

# vpc/origin/subnet/store/b
resource "aws_route_table_association" "origin_store_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.origin_store.id
  subnet_id      = aws_subnet.origin_store_b.id
}

# vpc/origin/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "origin_attach_core" {
  region = "eu-north-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  ipv6_support                                    = "enable"
  subnet_ids                                      = [aws_subnet.origin_attach_core_a.id, aws_subnet.origin_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.origin.id

  tags = {
    Name = "media-origin-core"
  }

  depends_on = [aws_vpc_ipv6_cidr_block_association.origin]
}

# vpc/origin/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "origin_attach_core" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.origin_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/origin/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "origin_attach_core" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.origin_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/origin/attach/core
resource "aws_route_table" "origin_attach_core" {
  region = "eu-north-1"

  vpc_id = aws_vpc.origin.id

  tags = {
    Name = "media-origin-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/origin/attach/core/a
resource "aws_subnet" "origin_attach_core_a" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.1.0.0/28"
  ipv6_cidr_block                 = "2600:1f28:100:4::/64"
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.origin.id

  tags = {
    Name = "media-origin-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_vpc_ipv6_cidr_block_association.origin]
}

# vpc/origin/attach/core/a
resource "aws_route_table_association" "origin_attach_core_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.origin_attach_core.id
  subnet_id      = aws_subnet.origin_attach_core_a.id
}

# vpc/origin/attach/core/b
resource "aws_subnet" "origin_attach_core_b" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.1.0.16/28"
  ipv6_cidr_block                 = "2600:1f28:100:5::/64"
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.origin.id

  tags = {
    Name = "media-origin-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_vpc_ipv6_cidr_block_association.origin]
}

# vpc/origin/attach/core/b
resource "aws_route_table_association" "origin_attach_core_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.origin_attach_core.id
  subnet_id      = aws_subnet.origin_attach_core_b.id
}
