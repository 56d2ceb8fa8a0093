# VPC search-lab: subnets, routing, attachments

# vpc/search-lab
resource "aws_vpc" "search_lab" {
  region = "eu-central-1"

  cidr_block           = "10.1.32.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "shop-search-lab"
  }
}

# vpc/search-lab
resource "aws_default_security_group" "search_lab" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-default-closed"
  }
}

# vpc/search-lab
resource "aws_flow_log" "search_lab" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.search_lab_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.search_lab_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-flow-logs"
  }
}

# vpc/search-lab
resource "aws_iam_role" "search_lab_flow_log" {
  description = "Writes the flow logs of shop-search-lab in eu-central-1"

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
    Name = "shop-search-lab-flow-logs"
  }
}

# vpc/search-lab
resource "aws_iam_role_policy" "search_lab_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.search_lab_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/search-lab/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/search-lab/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/search-lab
resource "aws_cloudwatch_log_group" "search_lab_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/shop/vpc/search-lab/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "shop-search-lab-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/search-lab/subnet/work
resource "aws_route_table" "search_lab_work" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-work"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search-lab/subnet/work/route/0.0.0.0/0
resource "aws_route" "search_lab_work_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  route_table_id         = aws_route_table.search_lab_work.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.search_lab_attach_core]
}

# vpc/search-lab/subnet/work/route/10.0.0.0/8
resource "aws_route" "search_lab_work_10_0_0_0_8" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.search_lab_work.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.search_lab_attach_core]
}

# vpc/search-lab/subnet/work/a
resource "aws_subnet" "search_lab_work_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.1.36.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-work-a"
  }
}

# vpc/search-lab/subnet/work/a
resource "aws_route_table_association" "search_lab_work_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_lab_work.id
  subnet_id      = aws_subnet.search_lab_work_a.id
}

# vpc/search-lab/subnet/work/b
resource "aws_subnet" "search_lab_work_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.1.40.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-work-b"
  }
}

# vpc/search-lab/subnet/work/b
resource "aws_route_table_association" "search_lab_work_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_lab_work.id
  subnet_id      = aws_subnet.search_lab_work_b.id
}

# vpc/search-lab/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "search_lab_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.search_lab_attach_core_a.id, aws_subnet.search_lab_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-core"
  }
}

# vpc/search-lab/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "search_lab_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_lab_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_dev.id
}

# vpc/search-lab/attach/core
resource "aws_route_table" "search_lab_attach_core" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search-lab/attach/core/a
resource "aws_subnet" "search_lab_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.1.32.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search-lab/attach/core/a
resource "aws_route_table_association" "search_lab_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_lab_attach_core.id
  subnet_id      = aws_subnet.search_lab_attach_core_a.id
}

# vpc/search-lab/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "search_lab_attach_core_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_lab_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/search-lab/attach/core/b
resource "aws_subnet" "search_lab_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.1.32.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search_lab.id

  tags = {
    Name = "shop-search-lab-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search-lab/attach/core/b
resource "aws_route_table_association" "search_lab_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_lab_attach_core.id
  subnet_id      = aws_subnet.search_lab_attach_core_b.id
}

# vpc/search-lab/attach/core/estate-shared
resource "aws_ec2_transit_gateway_route_table_propagation" "search_lab_attach_core_estate_shared" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_lab_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# vpc/search-lab/attach/core/vpc-out-edge
resource "aws_ec2_transit_gateway_route_table_propagation" "search_lab_attach_core_vpc_out_edge" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_lab_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_out_edge.id
}
