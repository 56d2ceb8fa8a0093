# VPC ingest: subnets, routing, attachments

# vpc/ingest
resource "aws_vpc" "ingest" {
  region = "us-east-1"

  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "analytics-ingest"
  }
}

# vpc/ingest
resource "aws_default_security_group" "ingest" {
  region = "us-east-1"

  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-default-closed"
  }
}

# vpc/ingest
resource "aws_flow_log" "ingest" {
  region = "us-east-1"

  iam_role_arn             = aws_iam_role.ingest_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.ingest_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-flow-logs"
  }
}

# vpc/ingest
resource "aws_iam_role" "ingest_flow_log" {
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
resource "aws_iam_role_policy" "ingest_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.ingest_flow_log.id

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
resource "aws_cloudwatch_log_group" "ingest_flow_log" {
  region = "us-east-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
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
  region = "us-east-1"

  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest"
  }
}

# vpc/ingest/nat_eip/a
resource "aws_eip" "ingest_a" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "analytics-ingest-nat-a"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/nat_eip/b
resource "aws_eip" "ingest_b" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "analytics-ingest-nat-b"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/nat_gateway/a
resource "aws_nat_gateway" "ingest_a" {
  region = "us-east-1"

  allocation_id = aws_eip.ingest_a.id
  subnet_id     = aws_subnet.ingest_public_a.id

  tags = {
    Name = "analytics-ingest-nat-a"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/nat_gateway/b
resource "aws_nat_gateway" "ingest_b" {
  region = "us-east-1"

  allocation_id = aws_eip.ingest_b.id
  subnet_id     = aws_subnet.ingest_public_b.id

  tags = {
    Name = "analytics-ingest-nat-b"
  }

  depends_on = [aws_internet_gateway.ingest]
}

# vpc/ingest/subnet/public
resource "aws_route_table" "ingest_public" {
  region = "us-east-1"

  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ingest/subnet/public/route/0.0.0.0/0
resource "aws_route" "ingest_public_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.ingest.id
  route_table_id         = aws_route_table.ingest_public.id
}

# vpc/ingest/subnet/public/a
resource "aws_subnet" "ingest_public_a" {
  region = "us-east-1"

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
  region = "us-east-1"

  route_table_id = aws_route_table.ingest_public.id
  subnet_id      = aws_subnet.ingest_public_a.id
}

# vpc/ingest/subnet/public/b
resource "aws_subnet" "ingest_public_b" {
  region = "us-east-1"

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
  region = "us-east-1"

  route_table_id = aws_route_table.ingest_public.id
  subnet_id      = aws_subnet.ingest_public_b.id
}

# vpc/ingest/subnet/workers/a
resource "aws_subnet" "ingest_workers_a" {
  region = "us-east-1"

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
  region = "us-east-1"

  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-workers-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ingest/subnet/workers/a
resource "aws_route_table_association" "ingest_workers_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.ingest_workers_a.id
  subnet_id      = aws_subnet.ingest_workers_a.id
}

# vpc/ingest/subnet/workers/a/route/0.0.0.0/0
resource "aws_route" "ingest_workers_a_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ingest_a.id
  route_table_id         = aws_route_table.ingest_workers_a.id
}

# vpc/ingest/subnet/workers/b
resource "aws_subnet" "ingest_workers_b" {
  region = "us-east-1"

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
  region = "us-east-1"

  vpc_id = aws_vpc.ingest.id

  tags = {
    Name = "analytics-ingest-workers-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/ingest/subnet/workers/b
resource "aws_route_table_association" "ingest_workers_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.ingest_workers_b.id
  subnet_id      = aws_subnet.ingest_workers_b.id
}

# vpc/ingest/subnet/workers/b/route/0.0.0.0/0
resource "aws_route" "ingest_workers_b_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.ingest_b.id
  route_table_id         = aws_route_table.ingest_workers_b.id
}
