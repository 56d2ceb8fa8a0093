# VPC out-edge: subnets, routing, attachments

# transit_gateway/core/segment/estate-dev/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "core_estate_dev_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.out_edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_dev.id
}

# vpc/out-edge
resource "aws_vpc" "out_edge" {
  region = "eu-central-1"

  cidr_block           = "10.1.16.0/24"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "shop-out-edge"
  }
}

# vpc/out-edge
resource "aws_default_security_group" "out_edge" {
  region = "eu-central-1"

  vpc_id = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-default-closed"
  }
}

# vpc/out-edge
resource "aws_flow_log" "out_edge" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.out_edge_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.out_edge_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-flow-logs"
  }
}

# vpc/out-edge
resource "aws_iam_role" "out_edge_flow_log" {
  description = "Writes the flow logs of shop-out-edge in eu-central-1"

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
    Name = "shop-out-edge-flow-logs"
  }
}

# vpc/out-edge
resource "aws_iam_role_policy" "out_edge_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.out_edge_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/out-edge/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/out-edge/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/out-edge
resource "aws_cloudwatch_log_group" "out_edge_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/shop/vpc/out-edge/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "shop-out-edge-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/out-edge
resource "aws_internet_gateway" "out_edge" {
  region = "eu-central-1"

  vpc_id = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge"
  }
}

# vpc/out-edge/nat_eip/a
resource "aws_eip" "out_edge_a" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "shop-out-edge-nat-a"
  }

  depends_on = [aws_internet_gateway.out_edge]
}

# vpc/out-edge/nat_eip/b
resource "aws_eip" "out_edge_b" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "shop-out-edge-nat-b"
  }

  depends_on = [aws_internet_gateway.out_edge]
}

# vpc/out-edge/nat_gateway/a
resource "aws_nat_gateway" "out_edge_a" {
  region = "eu-central-1"

  allocation_id = aws_eip.out_edge_a.id
  subnet_id     = aws_subnet.out_edge_public_a.id

  tags = {
    Name = "shop-out-edge-nat-a"
  }

  depends_on = [aws_internet_gateway.out_edge]
}

# vpc/out-edge/nat_gateway/b
resource "aws_nat_gateway" "out_edge_b" {
  region = "eu-central-1"

  allocation_id = aws_eip.out_edge_b.id
  subnet_id     = aws_subnet.out_edge_public_b.id

  tags = {
    Name = "shop-out-edge-nat-b"
  }

  depends_on = [aws_internet_gateway.out_edge]
}

# vpc/out-edge/subnet/public
resource "aws_route_table" "out_edge_public" {
  region = "eu-central-1"

  vpc_id = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/out-edge/subnet/public/route/0.0.0.0/0
resource "aws_route" "out_edge_public_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.out_edge.id
  route_table_id         = aws_route_table.out_edge_public.id
}

# vpc/out-edge/subnet/public/route/10.0.0.0/8
resource "aws_route" "out_edge_public_10_0_0_0_8" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.out_edge_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.out_edge_attach_core]
}

# vpc/out-edge/subnet/public/a
resource "aws_subnet" "out_edge_public_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.1.16.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-public-a"
  }
}

# vpc/out-edge/subnet/public/a
resource "aws_route_table_association" "out_edge_public_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.out_edge_public.id
  subnet_id      = aws_subnet.out_edge_public_a.id
}

# vpc/out-edge/subnet/public/b
resource "aws_subnet" "out_edge_public_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.1.16.48/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-public-b"
  }
}

# vpc/out-edge/subnet/public/b
resource "aws_route_table_association" "out_edge_public_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.out_edge_public.id
  subnet_id      = aws_subnet.out_edge_public_b.id
}

# vpc/out-edge/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "out_edge_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.out_edge_attach_core_a.id, aws_subnet.out_edge_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-core"
  }
}

# vpc/out-edge/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "out_edge_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.out_edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_out_edge.id
}

# vpc/out-edge/attach/core/a
resource "aws_subnet" "out_edge_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.1.16.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/out-edge/attach/core/a
resource "aws_route_table" "out_edge_attach_core_a" {
  region = "eu-central-1"

  vpc_id = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/out-edge/attach/core/a
resource "aws_route_table_association" "out_edge_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.out_edge_attach_core_a.id
  subnet_id      = aws_subnet.out_edge_attach_core_a.id
}

# vpc/out-edge/attach/core/a/route/0.0.0.0/0
resource "aws_route" "out_edge_attach_core_a_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.out_edge_a.id
  route_table_id         = aws_route_table.out_edge_attach_core_a.id
}

# vpc/out-edge/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "out_edge_attach_core_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.out_edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/out-edge/attach/core/b
resource "aws_subnet" "out_edge_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.1.16.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/out-edge/attach/core/b
resource "aws_route_table" "out_edge_attach_core_b" {
  region = "eu-central-1"

  vpc_id = aws_vpc.out_edge.id

  tags = {
    Name = "shop-out-edge-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/out-edge/attach/core/b
resource "aws_route_table_association" "out_edge_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.out_edge_attach_core_b.id
  subnet_id      = aws_subnet.out_edge_attach_core_b.id
}

# vpc/out-edge/attach/core/b/route/0.0.0.0/0
resource "aws_route" "out_edge_attach_core_b_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.out_edge_b.id
  route_table_id         = aws_route_table.out_edge_attach_core_b.id
}
