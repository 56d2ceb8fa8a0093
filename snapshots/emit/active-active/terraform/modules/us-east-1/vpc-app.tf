# VPC app: subnets, routing, attachments

# vpc/app
resource "aws_vpc" "app" {
  region = "us-east-1"

  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "checkout-app"
  }
}

# vpc/app
resource "aws_default_security_group" "app" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "checkout-app-default-closed"
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
    Name = "checkout-app-flow-logs"
  }
}

# vpc/app
resource "aws_iam_role" "app_flow_log" {
  description = "Writes the flow logs of checkout-app in us-east-1"

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
    Name = "checkout-app-flow-logs"
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
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/checkout/vpc/app/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/checkout/vpc/app/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/app
resource "aws_cloudwatch_log_group" "app_flow_log" {
  region = "us-east-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/checkout/vpc/app/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "checkout-app-flow-logs"
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
    Name = "checkout-app"
  }
}

# vpc/app/endpoint/dynamodb
resource "aws_vpc_endpoint" "app_dynamodb" {
  region = "us-east-1"

  service_name      = "com.amazonaws.us-east-1.dynamodb"
  vpc_endpoint_type = "Gateway"
  vpc_id            = aws_vpc.app.id

  route_table_ids = [
    aws_route_table.app_app_a.id,
    aws_route_table.app_app_b.id,
    aws_route_table.app_app_c.id,
    aws_route_table.app_public.id,
  ]

  tags = {
    Name = "checkout-app-dynamodb"
  }
}

# vpc/app/endpoint/s3
resource "aws_vpc_endpoint" "app_s3" {
  region = "us-east-1"

  service_name      = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = "Gateway"
  vpc_id            = aws_vpc.app.id

  route_table_ids = [
    aws_route_table.app_app_a.id,
    aws_route_table.app_app_b.id,
    aws_route_table.app_app_c.id,
    aws_route_table.app_public.id,
  ]

  tags = {
    Name = "checkout-app-s3"
  }
}

# vpc/app/nat_eip/a
resource "aws_eip" "app_a" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "checkout-app-nat-a"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_eip/b
resource "aws_eip" "app_b" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "checkout-app-nat-b"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_eip/c
resource "aws_eip" "app_c" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "checkout-app-nat-c"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_gateway/a
resource "aws_nat_gateway" "app_a" {
  region = "us-east-1"

  allocation_id = aws_eip.app_a.id
  subnet_id     = aws_subnet.app_public_a.id

  tags = {
    Name = "checkout-app-nat-a"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_gateway/b
resource "aws_nat_gateway" "app_b" {
  region = "us-east-1"

  allocation_id = aws_eip.app_b.id
  subnet_id     = aws_subnet.app_public_b.id

  tags = {
    Name = "checkout-app-nat-b"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/nat_gateway/c
resource "aws_nat_gateway" "app_c" {
  region = "us-east-1"

  allocation_id = aws_eip.app_c.id
  subnet_id     = aws_subnet.app_public_c.id

  tags = {
    Name = "checkout-app-nat-c"
  }

  depends_on = [aws_internet_gateway.app]
}

# vpc/app/subnet/app/a
resource "aws_subnet" "app_app_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.0.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-app-a"
  }
}

# vpc/app/subnet/app/a
resource "aws_route_table" "app_app_a" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "checkout-app-app-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/app/a
resource "aws_route_table_association" "app_app_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_app_a.id
  subnet_id      = aws_subnet.app_app_a.id
}

# vpc/app/subnet/app/a/route/0.0.0.0/0
resource "aws_route" "app_app_a_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.app_a.id
  route_table_id         = aws_route_table.app_app_a.id
}

# vpc/app/subnet/app/a/route/10.0.0.0/8
resource "aws_route" "app_app_a_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/app/a/id
resource "aws_ssm_parameter" "app_app_a_id" {
  region = "us-east-1"

  description = "Subnet app/app/a"
  name        = "/checkout/us-east-1/vpc/app/subnet/app/a/id"
  type        = "String"
  value       = aws_subnet.app_app_a.id
}

# vpc/app/subnet/app/a/route_table/id
resource "aws_ssm_parameter" "app_app_a_route_table_id" {
  region = "us-east-1"

  description = "Route table app/app/a"
  name        = "/checkout/us-east-1/vpc/app/subnet/app/a/route_table/id"
  type        = "String"
  value       = aws_route_table.app_app_a.id
}

# vpc/app/subnet/app/b
resource "aws_subnet" "app_app_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.0.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-app-b"
  }
}

# vpc/app/subnet/app/b
resource "aws_route_table" "app_app_b" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "checkout-app-app-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/app/b
resource "aws_route_table_association" "app_app_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_app_b.id
  subnet_id      = aws_subnet.app_app_b.id
}

# vpc/app/subnet/app/b/route/0.0.0.0/0
resource "aws_route" "app_app_b_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.app_b.id
  route_table_id         = aws_route_table.app_app_b.id
}

# vpc/app/subnet/app/b/route/10.0.0.0/8
resource "aws_route" "app_app_b_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/app/b/id
resource "aws_ssm_parameter" "app_app_b_id" {
  region = "us-east-1"

  description = "Subnet app/app/b"
  name        = "/checkout/us-east-1/vpc/app/subnet/app/b/id"
  type        = "String"
  value       = aws_subnet.app_app_b.id
}

# vpc/app/subnet/app/b/route_table/id
resource "aws_ssm_parameter" "app_app_b_route_table_id" {
  region = "us-east-1"

  description = "Route table app/app/b"
  name        = "/checkout/us-east-1/vpc/app/subnet/app/b/route_table/id"
  type        = "String"
  value       = aws_route_table.app_app_b.id
}

# vpc/app/subnet/app/c
resource "aws_subnet" "app_app_c" {
  region = "us-east-1"

  availability_zone_id    = "use1-az3"
  cidr_block              = "10.0.48.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-app-c"
  }
}

# vpc/app/subnet/app/c
resource "aws_route_table" "app_app_c" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "checkout-app-app-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/subnet/app/c
resource "aws_route_table_association" "app_app_c" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_app_c.id
  subnet_id      = aws_subnet.app_app_c.id
}

# vpc/app/subnet/app/c/route/0.0.0.0/0
resource "aws_route" "app_app_c_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.app_c.id
  route_table_id         = aws_route_table.app_app_c.id
}

# vpc/app/subnet/app/c/route/10.0.0.0/8
resource "aws_route" "app_app_c_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.app_app_c.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.app_attach_core]
}

# vpc/app/subnet/app/c/id
resource "aws_ssm_parameter" "app_app_c_id" {
  region = "us-east-1"

  description = "Subnet app/app/c"
  name        = "/checkout/us-east-1/vpc/app/subnet/app/c/id"
  type        = "String"
  value       = aws_subnet.app_app_c.id
}

# vpc/app/subnet/app/c/route_table/id
resource "aws_ssm_parameter" "app_app_c_route_table_id" {
  region = "us-east-1"

  description = "Route table app/app/c"
  name        = "/checkout/us-east-1/vpc/app/subnet/app/c/route_table/id"
  type        = "String"
  value       = aws_route_table.app_app_c.id
}

# vpc/app/subnet/public
resource "aws_route_table" "app_public" {
  region = "us-east-1"

  vpc_id = aws_vpc.app.id

  tags = {
    Name = "checkout-app-public"
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
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-public-a"
  }
}

# vpc/app/subnet/public/a
resource "aws_route_table_association" "app_public_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_public.id
  subnet_id      = aws_subnet.app_public_a.id
}

# vpc/app/subnet/public/a/id
resource "aws_ssm_parameter" "app_public_a_id" {
  region = "us-east-1"

  description = "Subnet app/public/a"
  name        = "/checkout/us-east-1/vpc/app/subnet/public/a/id"
  type        = "String"
  value       = aws_subnet.app_public_a.id
}

# vpc/app/subnet/public/b
resource "aws_subnet" "app_public_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-public-b"
  }
}

# vpc/app/subnet/public/b
resource "aws_route_table_association" "app_public_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_public.id
  subnet_id      = aws_subnet.app_public_b.id
}

# vpc/app/subnet/public/b/id
resource "aws_ssm_parameter" "app_public_b_id" {
  region = "us-east-1"

  description = "Subnet app/public/b"
  name        = "/checkout/us-east-1/vpc/app/subnet/public/b/id"
  type        = "String"
  value       = aws_subnet.app_public_b.id
}

# vpc/app/subnet/public/c
resource "aws_subnet" "app_public_c" {
  region = "us-east-1"

  availability_zone_id    = "use1-az3"
  cidr_block              = "10.0.3.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-public-c"
  }
}

# vpc/app/subnet/public/c
resource "aws_route_table_association" "app_public_c" {
  region = "us-east-1"

  route_table_id = aws_route_table.app_public.id
  subnet_id      = aws_subnet.app_public_c.id
}

# vpc/app/subnet/public/c/id
resource "aws_ssm_parameter" "app_public_c_id" {
  region = "us-east-1"

  description = "Subnet app/public/c"
  name        = "/checkout/us-east-1/vpc/app/subnet/public/c/id"
  type        = "String"
  value       = aws_subnet.app_public_c.id
}

# vpc/app/subnet/public/route_table/id
resource "aws_ssm_parameter" "app_public_route_table_id" {
  region = "us-east-1"

  description = "Route table app/public"
  name        = "/checkout/us-east-1/vpc/app/subnet/public/route_table/id"
  type        = "String"
  value       = aws_route_table.app_public.id
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
    Name = "checkout-app-core"
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
    Name = "checkout-app-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/app/attach/core/a
resource "aws_subnet" "app_attach_core_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.0.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-core-a"
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
  cidr_block              = "10.0.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-core-b"
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
  cidr_block              = "10.0.0.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.app.id

  tags = {
    Name = "checkout-app-core-c"
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

# vpc/app/id
resource "aws_ssm_parameter" "app_id" {
  region = "us-east-1"

  description = "VPC app"
  name        = "/checkout/us-east-1/vpc/app/id"
  type        = "String"
  value       = aws_vpc.app.id
}
