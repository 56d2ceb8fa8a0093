# NAT gateways, and the firewall before them.

# transit_gateway/core/segment/dev/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "core_dev_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# transit_gateway/core/segment/prod/route/0.0.0.0/0
resource "aws_ec2_transit_gateway_route" "core_prod_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpc/edge
# NAT gateways, and the firewall before them.
resource "aws_vpc" "edge" {
  region = "us-east-1"

  cidr_block           = "10.128.16.0/22"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "travel-edge"
  }
}

# vpc/edge
resource "aws_default_security_group" "edge" {
  region = "us-east-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-default-closed"
  }
}

# vpc/edge
resource "aws_flow_log" "edge" {
  region = "us-east-1"

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
  description = "Writes the flow logs of travel-edge in us-east-1"

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
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/edge/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/edge/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/edge
resource "aws_cloudwatch_log_group" "edge_flow_log" {
  region = "us-east-1"

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
  region = "us-east-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge"
  }
}

# vpc/edge/nat_eip/a
resource "aws_eip" "edge_a" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "travel-edge-nat-a"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/nat_eip/b
resource "aws_eip" "edge_b" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "travel-edge-nat-b"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/nat_gateway/a
resource "aws_nat_gateway" "edge_a" {
  region = "us-east-1"

  allocation_id = aws_eip.edge_a.id
  subnet_id     = aws_subnet.edge_public_a.id

  tags = {
    Name = "travel-edge-nat-a"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/nat_gateway/b
resource "aws_nat_gateway" "edge_b" {
  region = "us-east-1"

  allocation_id = aws_eip.edge_b.id
  subnet_id     = aws_subnet.edge_public_b.id

  tags = {
    Name = "travel-edge-nat-b"
  }

  depends_on = [aws_internet_gateway.edge]
}

# vpc/edge/subnet/public
resource "aws_route_table" "edge_public" {
  region = "us-east-1"

  vpc_id = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/edge/subnet/public/route/0.0.0.0/0
resource "aws_route" "edge_public_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.edge.id
  route_table_id         = aws_route_table.edge_public.id
}

# vpc/edge/subnet/public/route/10.0.0.0/10
resource "aws_route" "edge_public_10_0_0_0_10" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.edge_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.edge_attach_core]
}

# vpc/edge/subnet/public/route/10.128.0.0/16
resource "aws_route" "edge_public_10_128_0_0_16" {
  region = "us-east-1"

  destination_cidr_block = "10.128.0.0/16"
  route_table_id         = aws_route_table.edge_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.edge_attach_core]
}

# vpc/edge/subnet/public/a
resource "aws_subnet" "edge_public_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.128.16.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-public-a"
  }
}

# vpc/edge/subnet/public/a
resource "aws_route_table_association" "edge_public_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.edge_public.id
  subnet_id      = aws_subnet.edge_public_a.id
}

# vpc/edge/subnet/public/b
resource "aws_subnet" "edge_public_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.128.16.48/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.edge.id

  tags = {
    Name = "travel-edge-public-b"
  }
}

# vpc/edge/subnet/public/b
resource "aws_route_table_association" "edge_public_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.edge_public.id
  subnet_id      = aws_subnet.edge_public_b.id
}

# vpc/edge/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "edge_attach_core" {
  region = "us-east-1"

  appliance_mode_support                          = "disable"
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
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_edge.id
}

# vpc/edge/attach/core/a
resource "aws_subnet" "edge_attach_core_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.128.16.0/28"
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
  region = "us-east-1"

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
  region = "us-east-1"

  route_table_id = aws_route_table.edge_attach_core_a.id
  subnet_id      = aws_subnet.edge_attach_core_a.id
}

# vpc/edge/attach/core/a/route/0.0.0.0/0
resource "aws_route" "edge_attach_core_a_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.edge_a.id
  route_table_id         = aws_route_table.edge_attach_core_a.id
}

# vpc/edge/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "edge_attach_core_arrivals" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.edge_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/edge/attach/core/b
resource "aws_subnet" "edge_attach_core_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.128.16.16/28"
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
  region = "us-east-1"

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
  region = "us-east-1"

  route_table_id = aws_route_table.edge_attach_core_b.id
  subnet_id      = aws_subnet.edge_attach_core_b.id
}

# vpc/edge/attach/core/b/route/0.0.0.0/0
resource "aws_route" "edge_attach_core_b_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.edge_b.id
  route_table_id         = aws_route_table.edge_attach_core_b.id
}
