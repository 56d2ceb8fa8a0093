# VPC lab: subnets, routing, attachments

# vpc/lab
resource "aws_vpc" "lab" {
  region = "eu-west-1"

  cidr_block           = "10.4.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "travel-lab"
  }
}

# vpc/lab
resource "aws_default_security_group" "lab" {
  region = "eu-west-1"

  vpc_id = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-default-closed"
  }
}

# vpc/lab
resource "aws_flow_log" "lab" {
  region = "eu-west-1"

  iam_role_arn             = aws_iam_role.lab_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.lab_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-flow-logs"
  }
}

# vpc/lab
resource "aws_iam_role" "lab_flow_log" {
  description = "Writes the flow logs of travel-lab in eu-west-1"

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
    Name = "travel-lab-flow-logs"
  }
}

# vpc/lab
resource "aws_iam_role_policy" "lab_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.lab_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/lab/flow-logs",
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/lab/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/lab
resource "aws_cloudwatch_log_group" "lab_flow_log" {
  region = "eu-west-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/travel/vpc/lab/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "travel-lab-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/lab/subnet/work
resource "aws_route_table" "lab_work" {
  region = "eu-west-1"

  vpc_id = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-work"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/lab/subnet/work/route/0.0.0.0/0
resource "aws_route" "lab_work_0_0_0_0_0" {
  region = "eu-west-1"

  destination_cidr_block = "0.0.0.0/0"
  route_table_id         = aws_route_table.lab_work.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.lab_attach_core]
}

# vpc/lab/subnet/work/a
resource "aws_subnet" "lab_work_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.4.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-work-a"
  }
}

# vpc/lab/subnet/work/a
resource "aws_route_table_association" "lab_work_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.lab_work.id
  subnet_id      = aws_subnet.lab_work_a.id
}

# vpc/lab/subnet/work/b
resource "aws_subnet" "lab_work_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.4.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-work-b"
  }
}

# vpc/lab/subnet/work/b
resource "aws_route_table_association" "lab_work_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.lab_work.id
  subnet_id      = aws_subnet.lab_work_b.id
}

# vpc/lab/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "lab_attach_core" {
  region = "eu-west-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.lab_attach_core_a.id, aws_subnet.lab_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-core"
  }
}

# vpc/lab/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "lab_attach_core" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.lab_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}

# vpc/lab/attach/core
resource "aws_route_table" "lab_attach_core" {
  region = "eu-west-1"

  vpc_id = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/lab/attach/core/a
resource "aws_subnet" "lab_attach_core_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.4.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/lab/attach/core/a
resource "aws_route_table_association" "lab_attach_core_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.lab_attach_core.id
  subnet_id      = aws_subnet.lab_attach_core_a.id
}

# vpc/lab/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "lab_attach_core_arrivals" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.lab_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/lab/attach/core/b
resource "aws_subnet" "lab_attach_core_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.4.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.lab.id

  tags = {
    Name = "travel-lab-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/lab/attach/core/b
resource "aws_route_table_association" "lab_attach_core_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.lab_attach_core.id
  subnet_id      = aws_subnet.lab_attach_core_b.id
}

# vpc/lab/attach/core/dev
resource "aws_ec2_transit_gateway_route_table_propagation" "lab_attach_core_dev" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.lab_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_dev.id
}
