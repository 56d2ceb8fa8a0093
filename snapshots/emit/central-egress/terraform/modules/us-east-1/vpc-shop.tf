# VPC shop: subnets, routing, attachments

# vpc/shop
resource "aws_vpc" "shop" {
  region = "us-east-1"

  cidr_block           = "10.8.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "travel-shop"
  }
}

# vpc/shop
resource "aws_default_security_group" "shop" {
  region = "us-east-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-default-closed"
  }
}

# vpc/shop
resource "aws_flow_log" "shop" {
  region = "us-east-1"

  iam_role_arn             = aws_iam_role.shop_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.shop_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-flow-logs"
  }
}

# vpc/shop
resource "aws_iam_role" "shop_flow_log" {
  description = "Writes the flow logs of travel-shop in us-east-1"

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
    Name = "travel-shop-flow-logs"
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
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/shop/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/shop/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/shop
resource "aws_cloudwatch_log_group" "shop_flow_log" {
  region = "us-east-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/travel/vpc/shop/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "travel-shop-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/shop/subnet/app
resource "aws_route_table" "shop_app" {
  region = "us-east-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/app/route/0.0.0.0/0
resource "aws_route" "shop_app_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  route_table_id         = aws_route_table.shop_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/route/10.0.0.0/10
resource "aws_route" "shop_app_10_0_0_0_10" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.shop_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/a
resource "aws_subnet" "shop_app_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.8.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-app-a"
  }
}

# vpc/shop/subnet/app/a
resource "aws_route_table_association" "shop_app_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.shop_app.id
  subnet_id      = aws_subnet.shop_app_a.id
}

# vpc/shop/subnet/app/b
resource "aws_subnet" "shop_app_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.8.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-app-b"
  }
}

# vpc/shop/subnet/app/b
resource "aws_route_table_association" "shop_app_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.shop_app.id
  subnet_id      = aws_subnet.shop_app_b.id
}

# vpc/shop/subnet/data
resource "aws_route_table" "shop_data" {
  region = "us-east-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/data/route/10.0.0.0/10
resource "aws_route" "shop_data_10_0_0_0_10" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.shop_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/data/a
resource "aws_subnet" "shop_data_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.8.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-data-a"
  }
}

# vpc/shop/subnet/data/a
resource "aws_route_table_association" "shop_data_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.shop_data.id
  subnet_id      = aws_subnet.shop_data_a.id
}

# vpc/shop/subnet/data/b
resource "aws_subnet" "shop_data_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.8.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-data-b"
  }
}

# vpc/shop/subnet/data/b
resource "aws_route_table_association" "shop_data_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.shop_data.id
  subnet_id      = aws_subnet.shop_data_b.id
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "shop_attach_core" {
  region = "us-east-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.shop_attach_core_a.id, aws_subnet.shop_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-core"
  }
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "shop_attach_core" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpc/shop/attach/core
resource "aws_route_table" "shop_attach_core" {
  region = "us-east-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/a
resource "aws_subnet" "shop_attach_core_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.8.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/a
resource "aws_route_table_association" "shop_attach_core_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.shop_attach_core.id
  subnet_id      = aws_subnet.shop_attach_core_a.id
}

# vpc/shop/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_arrivals" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/shop/attach/core/b
resource "aws_subnet" "shop_attach_core_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.8.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "travel-shop-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/b
resource "aws_route_table_association" "shop_attach_core_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.shop_attach_core.id
  subnet_id      = aws_subnet.shop_attach_core_b.id
}

# vpc/shop/attach/core/cards
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_cards" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_cards.id
}

# vpc/shop/attach/core/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_prod" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpc/shop/attach/core/vpc-edge
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_vpc_edge" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_edge.id
}
