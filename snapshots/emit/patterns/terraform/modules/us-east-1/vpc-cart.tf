# VPC cart: subnets, routing, attachments

# vpc/cart
resource "aws_vpc" "cart" {
  region = "us-east-1"

  cidr_block           = "10.16.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "shop-cart"
  }
}

# vpc/cart
resource "aws_default_security_group" "cart" {
  region = "us-east-1"

  vpc_id = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-default-closed"
  }
}

# vpc/cart
resource "aws_flow_log" "cart" {
  region = "us-east-1"

  iam_role_arn             = aws_iam_role.cart_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.cart_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-flow-logs"
  }
}

# vpc/cart
resource "aws_iam_role" "cart_flow_log" {
  description = "Writes the flow logs of shop-cart in us-east-1"

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
    Name = "shop-cart-flow-logs"
  }
}

# vpc/cart
resource "aws_iam_role_policy" "cart_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.cart_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/cart/flow-logs",
          "arn:aws:logs:us-east-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/cart/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/cart
resource "aws_cloudwatch_log_group" "cart_flow_log" {
  region = "us-east-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/shop/vpc/cart/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "shop-cart-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/cart
resource "aws_internet_gateway" "cart" {
  region = "us-east-1"

  vpc_id = aws_vpc.cart.id

  tags = {
    Name = "shop-cart"
  }
}

# vpc/cart/nat_eip/a
resource "aws_eip" "cart_a" {
  region = "us-east-1"

  domain = "vpc"

  tags = {
    Name = "shop-cart-nat-a"
  }

  depends_on = [aws_internet_gateway.cart]
}

# vpc/cart/nat_gateway/a
resource "aws_nat_gateway" "cart_a" {
  region = "us-east-1"

  allocation_id = aws_eip.cart_a.id
  subnet_id     = aws_subnet.cart_public_a.id

  tags = {
    Name = "shop-cart-nat-a"
  }

  depends_on = [aws_internet_gateway.cart]
}

# vpc/cart/subnet/app
resource "aws_security_group" "cart_app_allowed" {
  region = "us-east-1"

  description = "Who may start connections to cart/app"
  name_prefix = "shop-cart-app-allowed-"
  vpc_id      = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-app-allowed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cart/subnet/app
resource "aws_vpc_security_group_ingress_rule" "cart_app_allowed_tcp_443_443_10_18_0_0_18" {
  region = "us-east-1"

  cidr_ipv4         = "10.18.0.0/18"
  description       = "From estate-shared"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.cart_app_allowed.id
  to_port           = 443
}

# vpc/cart/subnet/app
resource "aws_vpc_security_group_egress_rule" "cart_app_allowed_all_127_0_0_1_32" {
  region = "us-east-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.cart_app_allowed.id
}

# vpc/cart/subnet/app
resource "aws_route_table" "cart_app" {
  region = "us-east-1"

  vpc_id = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cart/subnet/app/route/0.0.0.0/0
resource "aws_route" "cart_app_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.cart_a.id
  route_table_id         = aws_route_table.cart_app.id
}

# vpc/cart/subnet/app/route/10.0.0.0/8
resource "aws_route" "cart_app_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.cart_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.cart_attach_core]
}

# vpc/cart/subnet/app/a
resource "aws_subnet" "cart_app_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.16.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-app-a"
  }
}

# vpc/cart/subnet/app/a
resource "aws_route_table_association" "cart_app_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_app.id
  subnet_id      = aws_subnet.cart_app_a.id
}

# vpc/cart/subnet/app/b
resource "aws_subnet" "cart_app_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.16.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-app-b"
  }
}

# vpc/cart/subnet/app/b
resource "aws_route_table_association" "cart_app_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_app.id
  subnet_id      = aws_subnet.cart_app_b.id
}

# vpc/cart/subnet/data
resource "aws_route_table" "cart_data" {
  region = "us-east-1"

  vpc_id = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cart/subnet/data/route/10.0.0.0/8
resource "aws_route" "cart_data_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.cart_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.cart_attach_core]
}

# vpc/cart/subnet/data/a
resource "aws_subnet" "cart_data_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.16.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-data-a"
  }
}

# vpc/cart/subnet/data/a
resource "aws_route_table_association" "cart_data_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_data.id
  subnet_id      = aws_subnet.cart_data_a.id
}

# vpc/cart/subnet/data/b
resource "aws_subnet" "cart_data_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.16.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-data-b"
  }
}

# vpc/cart/subnet/data/b
resource "aws_route_table_association" "cart_data_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_data.id
  subnet_id      = aws_subnet.cart_data_b.id
}

# vpc/cart/subnet/public
resource "aws_route_table" "cart_public" {
  region = "us-east-1"

  vpc_id = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cart/subnet/public/route/0.0.0.0/0
resource "aws_route" "cart_public_0_0_0_0_0" {
  region = "us-east-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.cart.id
  route_table_id         = aws_route_table.cart_public.id
}

# vpc/cart/subnet/public/route/10.0.0.0/8
resource "aws_route" "cart_public_10_0_0_0_8" {
  region = "us-east-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.cart_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.cart_attach_core]
}

# vpc/cart/subnet/public/a
resource "aws_subnet" "cart_public_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.16.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-public-a"
  }
}

# vpc/cart/subnet/public/a
resource "aws_route_table_association" "cart_public_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_public.id
  subnet_id      = aws_subnet.cart_public_a.id
}

# vpc/cart/subnet/public/b
resource "aws_subnet" "cart_public_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.16.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-public-b"
  }
}

# vpc/cart/subnet/public/b
resource "aws_route_table_association" "cart_public_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_public.id
  subnet_id      = aws_subnet.cart_public_b.id
}

# vpc/cart/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "cart_attach_core" {
  region = "us-east-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.cart_attach_core_a.id, aws_subnet.cart_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-core"
  }
}

# vpc/cart/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "cart_attach_core" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cart_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cart.id
}

# vpc/cart/attach/core
resource "aws_route_table" "cart_attach_core" {
  region = "us-east-1"

  vpc_id = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cart/attach/core/a
resource "aws_subnet" "cart_attach_core_a" {
  region = "us-east-1"

  availability_zone_id    = "use1-az1"
  cidr_block              = "10.16.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cart/attach/core/a
resource "aws_route_table_association" "cart_attach_core_a" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_attach_core.id
  subnet_id      = aws_subnet.cart_attach_core_a.id
}

# vpc/cart/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "cart_attach_core_arrivals" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cart_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/cart/attach/core/b
resource "aws_subnet" "cart_attach_core_b" {
  region = "us-east-1"

  availability_zone_id    = "use1-az2"
  cidr_block              = "10.16.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cart.id

  tags = {
    Name = "shop-cart-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cart/attach/core/b
resource "aws_route_table_association" "cart_attach_core_b" {
  region = "us-east-1"

  route_table_id = aws_route_table.cart_attach_core.id
  subnet_id      = aws_subnet.cart_attach_core_b.id
}

# vpc/cart/attach/core/estate-prod
resource "aws_ec2_transit_gateway_route_table_propagation" "cart_attach_core_estate_prod" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cart_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_prod.id
}

# vpc/cart/attach/core/estate-shared
resource "aws_ec2_transit_gateway_route_table_propagation" "cart_attach_core_estate_shared" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cart_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# vpc/cart/attach/core/vpc-search
resource "aws_ec2_transit_gateway_route_table_propagation" "cart_attach_core_vpc_search" {
  region = "us-east-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cart_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_search.id
}
