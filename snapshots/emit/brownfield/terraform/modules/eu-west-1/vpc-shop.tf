# VPC shop: subnets, routing, attachments

# vpc/shop
resource "aws_vpc" "shop" {
  region = "eu-west-1"

  cidr_block           = "10.100.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "rollout-shop"
  }
}

# vpc/shop
resource "aws_default_security_group" "shop" {
  region = "eu-west-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-default-closed"
  }
}

# vpc/shop
resource "aws_flow_log" "shop" {
  region = "eu-west-1"

  iam_role_arn             = aws_iam_role.shop_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.shop_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-flow-logs"
  }
}

# vpc/shop
resource "aws_iam_role" "shop_flow_log" {
  description = "Writes the flow logs of rollout-shop in eu-west-1"

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
    Name = "rollout-shop-flow-logs"
  }
}

# vpc/shop
resource "aws_iam_role_policy" "shop_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.shop_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/rollout/vpc/shop/flow-logs",
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/rollout/vpc/shop/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/shop
resource "aws_cloudwatch_log_group" "shop_flow_log" {
  region = "eu-west-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/rollout/vpc/shop/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "rollout-shop-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/shop/subnet/app
resource "aws_route_table" "shop_app" {
  region = "eu-west-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/app/route/10.100.0.0/14
resource "aws_route" "shop_app_10_100_0_0_14" {
  region = "eu-west-1"

  destination_cidr_block = "10.100.0.0/14"
  route_table_id         = aws_route_table.shop_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/route/172.20.0.0/14
resource "aws_route" "shop_app_172_20_0_0_14" {
  region = "eu-west-1"

  destination_cidr_block = "172.20.0.0/14"
  route_table_id         = aws_route_table.shop_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/a
resource "aws_subnet" "shop_app_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.100.8.0/21"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-app-a"
  }
}

# vpc/shop/subnet/app/a
resource "aws_route_table_association" "shop_app_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.shop_app.id
  subnet_id      = aws_subnet.shop_app_a.id
}

# vpc/shop/subnet/app/b
resource "aws_subnet" "shop_app_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.100.16.0/21"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-app-b"
  }
}

# vpc/shop/subnet/app/b
resource "aws_route_table_association" "shop_app_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.shop_app.id
  subnet_id      = aws_subnet.shop_app_b.id
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "shop_attach_core" {
  region = "eu-west-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.shop_attach_core_a.id, aws_subnet.shop_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-core"
  }
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "shop_attach_core" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/shop/attach/core
resource "aws_route_table" "shop_attach_core" {
  region = "eu-west-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/a
resource "aws_subnet" "shop_attach_core_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.100.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/a
resource "aws_route_table_association" "shop_attach_core_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.shop_attach_core.id
  subnet_id      = aws_subnet.shop_attach_core_a.id
}

# vpc/shop/attach/core/b
resource "aws_subnet" "shop_attach_core_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.100.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "rollout-shop-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/b
resource "aws_route_table_association" "shop_attach_core_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.shop_attach_core.id
  subnet_id      = aws_subnet.shop_attach_core_b.id
}
