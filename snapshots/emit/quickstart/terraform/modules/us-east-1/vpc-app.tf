# VPC app: subnets, routing, attachments

# vpc/app
resource "aws_vpc" "app" {
  region = "us-east-1"

  cidr_block           = "10.32.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "quickstart-app"
  }
}

# vpc/app
resource "aws_default_security_group" "app" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-default-closed"
  }
}

# vpc/app
resource "aws_flow_log" "app" {
  region = "us-east-1"

  iam_role_arn             = aws_iam_role.app_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.app_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-flow-logs"
  }
}

# vpc/app
resource "aws_iam_role" "app_flow_log" {
  description = "Writes the flow logs of quickstart-app in us-east-1"

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
    Name = "quickstart-app-flow-logs"
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
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/quickstart/vpc/app/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/quickstart/vpc/app/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/app
resource "aws_cloudwatch_log_group" "app_flow_log" {
  region = "us-east-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/quickstart/vpc/app/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "quickstart-app-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/app
resource "aws_internet_gateway" "app" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app"
  }
}

# vpc/app/nat_eip/a
resource "aws_eip" "app_a" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "quickstart-app-nat-a"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_eip/b
resource "aws_eip" "app_b" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "quickstart-app-nat-b"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_eip/c
resource "aws_eip" "app_c" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "quickstart-app-nat-c"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_gateway/a
resource "aws_nat_gateway" "app_a" {
  region = "us-east-1"

  allocation_id = aws_eip.app_a.id
  subnet_id     = aws_subnet.app_public_a.id

  tags = {
    Name = "quickstart-app-nat-a"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_gateway/b
resource "aws_nat_gateway" "app_b" {
  region = "us-east-1"

  allocation_id = aws_eip.app_b.id
  subnet_id     = aws_subnet.app_public_b.id

  tags = {
    Name = "quickstart-app-nat-b"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_gateway/c
resource "aws_nat_gateway" "app_c" {
  region = "us-east-1"

  allocation_id = aws_eip.app_c.id
  subnet_id     = aws_subnet.app_public_c.id

  tags = {
    Name = "quickstart-app-nat-c"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/subnet/data
resource "aws_route_table" "app_data" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/data/route/10.0.0.0/8
resource "aws_route" "app_data_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/data/a
resource "aws_subnet" "app_data_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.32.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-data-a"
  }
}

# vpc/app/subnet/data/a
resource "aws_route_table_association" "app_data_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_data.id
  subnet_id      = aws_subnet.app_data_a.id
}

# vpc/app/subnet/data/b
resource "aws_subnet" "app_data_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.32.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-data-b"
  }
}

# vpc/app/subnet/data/b
resource "aws_route_table_association" "app_data_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_data.id
  subnet_id      = aws_subnet.app_data_b.id
}

# vpc/app/subnet/data/c
resource "aws_subnet" "app_data_c" {
  region = "us-east-1"

  availability_zone_id    = "use1-az3"
  cidr_block              = "10.32.3.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-data-c"
  }
}

# vpc/app/subnet/data/c
resource "aws_route_table_association" "app_data_c" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_data.id
  subnet_id      = aws_subnet.app_data_c.id
}

# vpc/app/subnet/private/a
resource "aws_subnet" "app_private_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.32.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-private-a"
  }
}

# vpc/app/subnet/private/a
resource "aws_route_table" "app_private_a" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-private-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/private/a
resource "aws_route_table_association" "app_private_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_private_a.id
  subnet_id      = aws_subnet.app_private_a.id
}

# vpc/app/subnet/private/a/route/0.0.0.0/0
resource "aws_route" "app_private_a_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.app_a.id
  route_table_id         = aws_route_table.app_private_a.id
}

# vpc/app/subnet/private/a/route/10.0.0.0/8
resource "aws_route" "app_private_a_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_private_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/private/b
resource "aws_subnet" "app_private_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.32.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-private-b"
  }
}

# vpc/app/subnet/private/b
resource "aws_route_table" "app_private_b" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-private-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/private/b
resource "aws_route_table_association" "app_private_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_private_b.id
  subnet_id      = aws_subnet.app_private_b.id
}

# vpc/app/subnet/private/b/route/0.0.0.0/0
resource "aws_route" "app_private_b_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.app_b.id
  route_table_id         = aws_route_table.app_private_b.id
}

# vpc/app/subnet/private/b/route/10.0.0.0/8
resource "aws_route" "app_private_b_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_private_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/private/c
resource "aws_subnet" "app_private_c" {
  region = "us-east-1"

  availability_zone_id    = "use1-az3"
  cidr_block              = "10.32.48.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-private-c"
  }
}

# vpc/app/subnet/private/c
resource "aws_route_table" "app_private_c" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-private-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/private/c
resource "aws_route_table_association" "app_private_c" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_private_c.id
  subnet_id      = aws_subnet.app_private_c.id
}

# vpc/app/subnet/private/c/route/0.0.0.0/0
resource "aws_route" "app_private_c_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.app_c.id
  route_table_id         = aws_route_table.app_private_c.id
}

# vpc/app/subnet/private/c/route/10.0.0.0/8
resource "aws_route" "app_private_c_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_private_c.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/public
resource "aws_route_table" "app_public" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/public/route/0.0.0.0/0
resource "aws_route" "app_public_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.app.id
  route_table_id         = aws_route_table.app_public.id
}

# vpc/app/subnet/public/route/10.0.0.0/8
resource "aws_route" "app_public_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/public/a
resource "aws_subnet" "app_public_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.32.4.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-public-a"
  }
}

# vpc/app/subnet/public/a
resource "aws_route_table_association" "app_public_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_public.id
  subnet_id      = aws_subnet.app_public_a.id
}

# vpc/app/subnet/public/b
resource "aws_subnet" "app_public_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.32.5.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-public-b"
  }
}

# vpc/app/subnet/public/b
resource "aws_route_table_association" "app_public_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_public.id
  subnet_id      = aws_subnet.app_public_b.id
}

# vpc/app/subnet/public/c
resource "aws_subnet" "app_public_c" {
  region = "us-east-1"

  availability_zone_id    = "use1-az3"
  cidr_block              = "10.32.6.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-public-c"
  }
}

# vpc/app/subnet/public/c
resource "aws_route_table_association" "app_public_c" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_public.id
  subnet_id      = aws_subnet.app_public_c.id
}

# vpc/app/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "app_attach_core" {
  region = "us-east-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.app.id

  subnet_ids = [
    aws_subnet.app_attach_core_a.id,
    aws_subnet.app_attach_core_b.id,
    aws_subnet.app_attach_core_c.id,
  ]

  tags = {
    Name = "quickstart-app-core"
  }
}

# vpc/app/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "app_attach_core" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.app_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/app/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "app_attach_core" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.app_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/app/attach/core
resource "aws_route_table" "app_attach_core" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/a
resource "aws_subnet" "app_attach_core_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.32.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/a
resource "aws_route_table_association" "app_attach_core_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_attach_core.id
  subnet_id      = aws_subnet.app_attach_core_a.id
}

# vpc/app/attach/core/b
resource "aws_subnet" "app_attach_core_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.32.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/b
resource "aws_route_table_association" "app_attach_core_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_attach_core.id
  subnet_id      = aws_subnet.app_attach_core_b.id
}

# vpc/app/attach/core/c
resource "aws_subnet" "app_attach_core_c" {
  region = "us-east-1"

  availability_zone_id    = "use1-az3"
  cidr_block              = "10.32.0.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "quickstart-app-core-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/c
resource "aws_route_table_association" "app_attach_core_c" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_attach_core.id
  subnet_id      = aws_subnet.app_attach_core_c.id
}
