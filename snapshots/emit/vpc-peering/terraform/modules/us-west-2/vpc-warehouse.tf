# VPC warehouse: subnets, routing, attachments

# vpc/warehouse
resource "aws_vpc" "warehouse" {
  region = "us-west-2"

  cidr_block           = "10.21.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "analytics-warehouse"
  }
}

# vpc/warehouse
resource "aws_default_security_group" "warehouse" {
  region = "us-west-2"

  vpc_id = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-default-closed"
  }
}

# vpc/warehouse
resource "aws_flow_log" "warehouse" {
  region = "us-west-2"

  iam_role_arn             = aws_iam_role.warehouse_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.warehouse_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-flow-logs"
  }
}

# vpc/warehouse
resource "aws_iam_role" "warehouse_flow_log" {
  description = "Writes the flow logs of analytics-warehouse in us-west-2"

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
    Name = "analytics-warehouse-flow-logs"
  }
}

# vpc/warehouse
resource "aws_iam_role_policy" "warehouse_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.warehouse_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:us-west-2:${data.aws_caller_identity.current.account_id}:log-group:/analytics/vpc/warehouse/flow-logs",
          "arn:aws:logs:us-west-2:${data.aws_caller_identity.current.account_id}:log-group:/analytics/vpc/warehouse/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/warehouse
resource "aws_cloudwatch_log_group" "warehouse_flow_log" {
  region = "us-west-2"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/analytics/vpc/warehouse/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "analytics-warehouse-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/warehouse/cidr/100.64.0.0/18
resource "aws_vpc_ipv4_cidr_block_association" "warehouse_100_64_0_0_18" {
  region = "us-west-2"

  cidr_block = "100.64.0.0/18"
  vpc_id     = aws_vpc.warehouse.id
}

# vpc/warehouse/subnet/query
resource "aws_route_table" "warehouse_query" {
  region = "us-west-2"

  vpc_id = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-query"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/warehouse/subnet/query/a
resource "aws_subnet" "warehouse_query_a" {
  region = "us-west-2"

  availability_zone_id    = "usw2-az1"
  cidr_block              = "10.21.0.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-query-a"
  }
}

# vpc/warehouse/subnet/query/a
resource "aws_route_table_association" "warehouse_query_a" {
  region = "us-west-2"

  route_table_id = aws_route_table.warehouse_query.id
  subnet_id      = aws_subnet.warehouse_query_a.id
}

# vpc/warehouse/subnet/query/b
resource "aws_subnet" "warehouse_query_b" {
  region = "us-west-2"

  availability_zone_id    = "usw2-az2"
  cidr_block              = "10.21.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-query-b"
  }
}

# vpc/warehouse/subnet/query/b
resource "aws_route_table_association" "warehouse_query_b" {
  region = "us-west-2"

  route_table_id = aws_route_table.warehouse_query.id
  subnet_id      = aws_subnet.warehouse_query_b.id
}

# vpc/warehouse/subnet/scratch
resource "aws_route_table" "warehouse_scratch" {
  region = "us-west-2"

  vpc_id = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-scratch"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/warehouse/subnet/scratch/a
resource "aws_subnet" "warehouse_scratch_a" {
  region = "us-west-2"

  availability_zone_id    = "usw2-az1"
  cidr_block              = "100.64.0.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-scratch-a"
  }

  depends_on = [aws_vpc_ipv4_cidr_block_association.warehouse_100_64_0_0_18]
}

# vpc/warehouse/subnet/scratch/a
resource "aws_route_table_association" "warehouse_scratch_a" {
  region = "us-west-2"

  route_table_id = aws_route_table.warehouse_scratch.id
  subnet_id      = aws_subnet.warehouse_scratch_a.id
}

# vpc/warehouse/subnet/scratch/b
resource "aws_subnet" "warehouse_scratch_b" {
  region = "us-west-2"

  availability_zone_id    = "usw2-az2"
  cidr_block              = "100.64.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.warehouse.id

  tags = {
    Name = "analytics-warehouse-scratch-b"
  }

  depends_on = [aws_vpc_ipv4_cidr_block_association.warehouse_100_64_0_0_18]
}

# vpc/warehouse/subnet/scratch/b
resource "aws_route_table_association" "warehouse_scratch_b" {
  region = "us-west-2"

  route_table_id = aws_route_table.warehouse_scratch.id
  subnet_id      = aws_subnet.warehouse_scratch_b.id
}
