# VPC ingest: subnets, routing, attachments

# vpc/ingest
resource "aws_vpc" "ingest" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "analytics-ingest"
  }
}

# vpc/ingest
resource "aws_default_security_group" "ingest" {
  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-default-closed"
  }
}

# vpc/ingest
resource "aws_flow_log" "ingest_flow_logs" {
  iam_role_arn             = aws_iam_role.ingest_flow_logs.arn
  log_destination          = aws_cloudwatch_log_group.ingest_flow_logs.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-flow-logs"
  }
}

# vpc/ingest
resource "aws_iam_role" "ingest_flow_logs" {
  description = "Writes the flow logs of analytics-ingest in us-east-1"

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
    Name = "analytics-ingest-flow-logs"
  }
}

# vpc/ingest
resource "aws_iam_role_policy" "ingest_flow_logs_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.ingest_flow_logs.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/analytics/vpc/ingest/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/analytics/vpc/ingest/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/ingest
resource "aws_cloudwatch_log_group" "ingest_flow_logs" {
  kms_key_id        = aws_kms_key.logs.arn
  name              = "/analytics/vpc/ingest/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "analytics-ingest-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/ingest
resource "aws_internet_gateway" "ingest" {
  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest"
  }
}

# vpc/ingest/nat/a
resource "aws_nat_gateway" "ingest_a" {
  allocation_id = aws_eip.ingest_a.id
  subnet_id     = aws_subnet.ingest_public_a.id

  tags = {
    Name = "analytics-ingest-nat-a"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/nat/a
resource "aws_eip" "ingest_a" {
  domain = "vpc"

  tags = {
    Name = "analytics-ingest-nat-a"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/nat/b
resource "aws_nat_gateway" "ingest_b" {
  allocation_id = aws_eip.ingest_b.id
  subnet_id     = aws_subnet.ingest_public_b.id

  tags = {
    Name = "analytics-ingest-nat-b"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/nat/b
resource "aws_eip" "ingest_b" {
  domain = "vpc"

  tags = {
    Name = "analytics-ingest-nat-b"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/subnet/public
resource "aws_route_table" "ingest_public" {
  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-public"
  }
}

# vpc/ingest/subnet/public/route/0.0.0.0/0
resource "aws_route" "ingest_public_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.ingest.id
  route_table_id         = aws_route_table.ingest_public.id
}

# vpc/ingest/subnet/public/a
resource "aws_subnet" "ingest_public_a" {
  availability_zone_id    = "use1-az1"
  cidr_block              = "10.20.0.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-public-a"
  }
}

# vpc/ingest/subnet/public/a
resource "aws_route_table_association" "ingest_public_a" {
  route_table_id = aws_route_table.ingest_public.id
  subnet_id      = aws_subnet.ingest_public_a.id
}

# vpc/ingest/subnet/public/b
resource "aws_subnet" "ingest_public_b" {
  availability_zone_id    = "use1-az2"
  cidr_block              = "10.20.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-public-b"
  }
}

# vpc/ingest/subnet/public/b
resource "aws_route_table_association" "ingest_public_b" {
  route_table_id = aws_route_table.ingest_public.id
  subnet_id      = aws_subnet.ingest_public_b.id
}

# vpc/ingest/subnet/workers/a
resource "aws_subnet" "ingest_workers_a" {
  availability_zone_id    = "use1-az1"
  cidr_block              = "10.20.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-workers-a"
  }
}

# vpc/ingest/subnet/workers/a
resource "aws_route_table" "ingest_workers_a" {
  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-workers-a"
  }
}

# vpc/ingest/subnet/workers/a
resource "aws_route_table_association" "ingest_workers_a" {
  route_table_id = aws_route_table.ingest_workers_a.id
  subnet_id      = aws_subnet.ingest_workers_a.id
}

# vpc/ingest/subnet/workers/a/route/0.0.0.0/0
resource "aws_route" "ingest_workers_a_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ingest_a.id
  route_table_id         = aws_route_table.ingest_workers_a.id
}

# vpc/ingest/subnet/workers/b
resource "aws_subnet" "ingest_workers_b" {
  availability_zone_id    = "use1-az2"
  cidr_block              = "10.20.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-workers-b"
  }
}

# vpc/ingest/subnet/workers/b
resource "aws_route_table" "ingest_workers_b" {
  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-workers-b"
  }
}

# vpc/ingest/subnet/workers/b
resource "aws_route_table_association" "ingest_workers_b" {
  route_table_id = aws_route_table.ingest_workers_b.id
  subnet_id      = aws_subnet.ingest_workers_b.id
}

# vpc/ingest/subnet/workers/b/route/0.0.0.0/0
resource "aws_route" "ingest_workers_b_0_0_0_0_0" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ingest_b.id
  route_table_id         = aws_route_table.ingest_workers_b.id
}
