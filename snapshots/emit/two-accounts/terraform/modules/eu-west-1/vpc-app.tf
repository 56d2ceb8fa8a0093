# VPC app: subnets, routing, attachments

# vpc/app
resource "aws_vpc" "app" {
  region = "eu-west-1"

  cidr_block           = "10.128.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "corp-app"
  }
}

# vpc/app
resource "aws_default_security_group" "app" {
  region = "eu-west-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "corp-app-default-closed"
  }
}

# vpc/app
resource "aws_flow_log" "app" {
  region = "eu-west-1"

  iam_role_arn             = aws_iam_role.app_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.app_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.app.id

  tags = {
    Name = "corp-app-flow-logs"
  }
}

# vpc/app
resource "aws_iam_role" "app_flow_log" {
  description = "Writes the flow logs of corp-app in eu-west-1"

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
            "aws:SourceAccount" = "111122223333"
          }
        }
      },
    ]
  })

  tags = {
    Name = "corp-app-flow-logs"
  }
}

# vpc/app
resource "aws_iam_role_policy" "app_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.app_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-west-1:111122223333:log-group:/corp/vpc/app/flow-logs",
          "arn:aws:logs:eu-west-1:111122223333:log-group:/corp/vpc/app/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/app
resource "aws_cloudwatch_log_group" "app_flow_log" {
  region = "eu-west-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/corp/vpc/app/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "corp-app-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/app/subnet/app
resource "aws_route_table" "app_app" {
  region = "eu-west-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "corp-app-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/app/route/10.128.0.0/9
resource "aws_route" "app_app_10_128_0_0_9" {
  region = "eu-west-1"

  destination_cidr_block = "10.128.0.0/9"
  route_table_id         = aws_route_table.app_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/app/a
resource "aws_subnet" "app_app_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.128.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "corp-app-app-a"
  }
}

# vpc/app/subnet/app/a
resource "aws_route_table_association" "app_app_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.app_app.id
  subnet_id      = aws_subnet.app_app_a.id
}

# vpc/app/subnet/app/b
resource "aws_subnet" "app_app_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.128.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "corp-app-app-b"
  }
}

# vpc/app/subnet/app/b
resource "aws_route_table_association" "app_app_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.app_app.id
  subnet_id      = aws_subnet.app_app_b.id
}

# vpc/app/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "app_attach_core" {
  region = "eu-west-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.app_attach_core_a.id, aws_subnet.app_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.app.id

  tags = {
    Name = "corp-app-core"
  }
}

# vpc/app/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "app_attach_core" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.app_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/app/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "app_attach_core" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.app_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/app/attach/core
resource "aws_route_table" "app_attach_core" {
  region = "eu-west-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "corp-app-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/a
resource "aws_subnet" "app_attach_core_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.128.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "corp-app-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/a
resource "aws_route_table_association" "app_attach_core_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.app_attach_core.id
  subnet_id      = aws_subnet.app_attach_core_a.id
}

# vpc/app/attach/core/b
resource "aws_subnet" "app_attach_core_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.128.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "corp-app-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/b
resource "aws_route_table_association" "app_attach_core_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.app_attach_core.id
  subnet_id      = aws_subnet.app_attach_core_b.id
}
