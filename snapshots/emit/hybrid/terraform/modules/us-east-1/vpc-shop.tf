# VPC shop: subnets, routing, attachments

# vpc/shop
resource "aws_vpc" "shop" {
  region = "us-east-1"

  cidr_block           = "10.4.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "freight-shop"
  }
}

# vpc/shop
resource "aws_default_security_group" "shop" {
  region = "us-east-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-default-closed"
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
    Name = "freight-shop-flow-logs"
  }
}

# vpc/shop
resource "aws_iam_role" "shop_flow_log" {
  description = "Writes the flow logs of freight-shop in us-east-1"

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
    Name = "freight-shop-flow-logs"
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
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/freight/vpc/shop/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/freight/vpc/shop/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/shop
resource "aws_cloudwatch_log_group" "shop_flow_log" {
  region = "us-east-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/freight/vpc/shop/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "freight-shop-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/shop/subnet/app
resource "aws_security_group" "shop_app_allowed" {
  region = "us-east-1"

  description = "Who may start connections to shop/app"
  name_prefix = "freight-shop-app-allowed-"
  vpc_id      = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-app-allowed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/app
resource "aws_vpc_security_group_ingress_rule" "shop_app_allowed_tcp_443_443_172_16_0_0_13" {
  region = "us-east-1"

  cidr_ipv4         = "172.16.0.0/13"
  description       = "From lines"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.shop_app_allowed.id
  to_port           = 443
}

# vpc/shop/subnet/app
resource "aws_vpc_security_group_ingress_rule" "shop_app_allowed_tcp_443_443_192_168_128_0_17" {
  region = "us-east-1"

  cidr_ipv4         = "192.168.128.0/17"
  description       = "From lines"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.shop_app_allowed.id
  to_port           = 443
}

# vpc/shop/subnet/app
resource "aws_vpc_security_group_egress_rule" "shop_app_allowed_all_127_0_0_1_32" {
  region = "us-east-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.shop_app_allowed.id
}

# vpc/shop/subnet/app
resource "aws_route_table" "shop_app" {
  region = "us-east-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/app/route/10.0.0.0/10
resource "aws_route" "shop_app_10_0_0_0_10" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.shop_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/route/192.168.0.0/20
resource "aws_route" "shop_app_192_168_0_0_20" {
  region = "us-east-1"

  destination_cidr_block = "192.168.0.0/20"
  route_table_id         = aws_route_table.shop_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/route/data_centres
resource "aws_route" "shop_app_data_centres" {
  region = "us-east-1"

  destination_prefix_list_id = aws_ec2_managed_prefix_list.data_centres.id
  route_table_id             = aws_route_table.shop_app.id
  transit_gateway_id         = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/a
resource "aws_subnet" "shop_app_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.4.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-app-a"
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
  cidr_block              = "10.4.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-app-b"
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
    Name = "freight-shop-data"
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

# vpc/shop/subnet/data/route/192.168.0.0/20
resource "aws_route" "shop_data_192_168_0_0_20" {
  region = "us-east-1"

  destination_cidr_block = "192.168.0.0/20"
  route_table_id         = aws_route_table.shop_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/data/route/data_centres
resource "aws_route" "shop_data_data_centres" {
  region = "us-east-1"

  destination_prefix_list_id = aws_ec2_managed_prefix_list.data_centres.id
  route_table_id             = aws_route_table.shop_data.id
  transit_gateway_id         = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/data/a
resource "aws_subnet" "shop_data_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.4.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-data-a"
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
  cidr_block              = "10.4.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-data-b"
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
    Name = "freight-shop-core"
  }
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "shop_attach_core" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}

# vpc/shop/attach/core
resource "aws_route_table" "shop_attach_core" {
  region = "us-east-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/a
resource "aws_subnet" "shop_attach_core_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.4.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-core-a"
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
  cidr_block              = "10.4.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "freight-shop-core-b"
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

# vpc/shop/attach/core/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_prod" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpc/shop/attach/core/uplink-lines
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_uplink_lines" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_uplink_lines.id
}
