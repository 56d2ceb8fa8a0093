# VPC shop: subnets, routing, attachments

# vpc/shop
resource "aws_vpc" "shop" {
  region = "eu-central-1"

  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "bank-shop"
  }
}

# vpc/shop
resource "aws_default_security_group" "shop" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-default-closed"
  }
}

# vpc/shop
resource "aws_flow_log" "shop" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.shop_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.shop_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-flow-logs"
  }
}

# vpc/shop
resource "aws_iam_role" "shop_flow_log" {
  description = "Writes the flow logs of bank-shop in eu-central-1"

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
    Name = "bank-shop-flow-logs"
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
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/shop/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/shop/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/shop
resource "aws_cloudwatch_log_group" "shop_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/bank/vpc/shop/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "bank-shop-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/shop
resource "aws_internet_gateway" "shop" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "bank-shop"
  }
}

# vpc/shop/nat_eip/a
resource "aws_eip" "shop_a" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "bank-shop-nat-a"
  }

  depends_on = [aws_internet_gateway.shop]
}

# vpc/shop/nat_eip/b
resource "aws_eip" "shop_b" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "bank-shop-nat-b"
  }

  depends_on = [aws_internet_gateway.shop]
}

# vpc/shop/nat_eip/c
resource "aws_eip" "shop_c" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "bank-shop-nat-c"
  }

  depends_on = [aws_internet_gateway.shop]
}

# vpc/shop/nat_gateway/a
resource "aws_nat_gateway" "shop_a" {
  region = "eu-central-1"

  allocation_id = aws_eip.shop_a.id
  subnet_id     = aws_subnet.shop_public_a.id

  tags = {
    Name = "bank-shop-nat-a"
  }

  depends_on = [aws_internet_gateway.shop]
}

# vpc/shop/nat_gateway/b
resource "aws_nat_gateway" "shop_b" {
  region = "eu-central-1"

  allocation_id = aws_eip.shop_b.id
  subnet_id     = aws_subnet.shop_public_b.id

  tags = {
    Name = "bank-shop-nat-b"
  }

  depends_on = [aws_internet_gateway.shop]
}

# vpc/shop/nat_gateway/c
resource "aws_nat_gateway" "shop_c" {
  region = "eu-central-1"

  allocation_id = aws_eip.shop_c.id
  subnet_id     = aws_subnet.shop_public_c.id

  tags = {
    Name = "bank-shop-nat-c"
  }

  depends_on = [aws_internet_gateway.shop]
}

# vpc/shop/subnet/app/a
resource "aws_subnet" "shop_app_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.0.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-app-a"
  }
}

# vpc/shop/subnet/app/a
resource "aws_route_table" "shop_app_a" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-app-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/app/a
resource "aws_route_table_association" "shop_app_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_app_a.id
  subnet_id      = aws_subnet.shop_app_a.id
}

# vpc/shop/subnet/app/a/route/0.0.0.0/0
resource "aws_route" "shop_app_a_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.shop_a.id
  route_table_id         = aws_route_table.shop_app_a.id
}

# vpc/shop/subnet/app/a/route/10.0.0.0/10
resource "aws_route" "shop_app_a_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.shop_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/a/route/10.128.0.0/12
resource "aws_route" "shop_app_a_10_128_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/12"
  route_table_id         = aws_route_table.shop_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/a/route/10.144.0.0/12
resource "aws_route" "shop_app_a_10_144_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.144.0.0/12"
  route_table_id         = aws_route_table.shop_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/b
resource "aws_subnet" "shop_app_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.0.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-app-b"
  }
}

# vpc/shop/subnet/app/b
resource "aws_route_table" "shop_app_b" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-app-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/app/b
resource "aws_route_table_association" "shop_app_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_app_b.id
  subnet_id      = aws_subnet.shop_app_b.id
}

# vpc/shop/subnet/app/b/route/0.0.0.0/0
resource "aws_route" "shop_app_b_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.shop_b.id
  route_table_id         = aws_route_table.shop_app_b.id
}

# vpc/shop/subnet/app/b/route/10.0.0.0/10
resource "aws_route" "shop_app_b_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.shop_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/b/route/10.128.0.0/12
resource "aws_route" "shop_app_b_10_128_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/12"
  route_table_id         = aws_route_table.shop_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/b/route/10.144.0.0/12
resource "aws_route" "shop_app_b_10_144_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.144.0.0/12"
  route_table_id         = aws_route_table.shop_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/c
resource "aws_subnet" "shop_app_c" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az3"
  cidr_block              = "10.0.12.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-app-c"
  }
}

# vpc/shop/subnet/app/c
resource "aws_route_table" "shop_app_c" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-app-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/app/c
resource "aws_route_table_association" "shop_app_c" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_app_c.id
  subnet_id      = aws_subnet.shop_app_c.id
}

# vpc/shop/subnet/app/c/route/0.0.0.0/0
resource "aws_route" "shop_app_c_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.shop_c.id
  route_table_id         = aws_route_table.shop_app_c.id
}

# vpc/shop/subnet/app/c/route/10.0.0.0/10
resource "aws_route" "shop_app_c_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.shop_app_c.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/c/route/10.128.0.0/12
resource "aws_route" "shop_app_c_10_128_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/12"
  route_table_id         = aws_route_table.shop_app_c.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/app/c/route/10.144.0.0/12
resource "aws_route" "shop_app_c_10_144_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.144.0.0/12"
  route_table_id         = aws_route_table.shop_app_c.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/public
resource "aws_route_table" "shop_public" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/subnet/public/route/0.0.0.0/0
resource "aws_route" "shop_public_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.shop.id
  route_table_id         = aws_route_table.shop_public.id
}

# vpc/shop/subnet/public/route/10.0.0.0/10
resource "aws_route" "shop_public_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.shop_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/public/route/10.128.0.0/12
resource "aws_route" "shop_public_10_128_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.128.0.0/12"
  route_table_id         = aws_route_table.shop_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/public/route/10.144.0.0/12
resource "aws_route" "shop_public_10_144_0_0_12" {
  region = "eu-central-1"

  destination_cidr_block = "10.144.0.0/12"
  route_table_id         = aws_route_table.shop_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shop_attach_core]
}

# vpc/shop/subnet/public/a
resource "aws_subnet" "shop_public_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-public-a"
  }
}

# vpc/shop/subnet/public/a
resource "aws_route_table_association" "shop_public_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_public.id
  subnet_id      = aws_subnet.shop_public_a.id
}

# vpc/shop/subnet/public/b
resource "aws_subnet" "shop_public_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-public-b"
  }
}

# vpc/shop/subnet/public/b
resource "aws_route_table_association" "shop_public_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_public.id
  subnet_id      = aws_subnet.shop_public_b.id
}

# vpc/shop/subnet/public/c
resource "aws_subnet" "shop_public_c" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az3"
  cidr_block              = "10.0.3.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-public-c"
  }
}

# vpc/shop/subnet/public/c
resource "aws_route_table_association" "shop_public_c" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_public.id
  subnet_id      = aws_subnet.shop_public_c.id
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "shop_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.shop.id

  subnet_ids = [
    aws_subnet.shop_attach_core_a.id,
    aws_subnet.shop_attach_core_b.id,
    aws_subnet.shop_attach_core_c.id,
  ]

  tags = {
    Name = "bank-shop-core"
  }
}

# vpc/shop/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "shop_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}

# vpc/shop/attach/core
resource "aws_route_table" "shop_attach_core" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/a
resource "aws_subnet" "shop_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.0.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/a
resource "aws_route_table_association" "shop_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_attach_core.id
  subnet_id      = aws_subnet.shop_attach_core_a.id
}

# vpc/shop/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/shop/attach/core/b
resource "aws_subnet" "shop_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.0.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/b
resource "aws_route_table_association" "shop_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_attach_core.id
  subnet_id      = aws_subnet.shop_attach_core_b.id
}

# vpc/shop/attach/core/c
resource "aws_subnet" "shop_attach_core_c" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az3"
  cidr_block              = "10.0.0.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shop.id

  tags = {
    Name = "bank-shop-core-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shop/attach/core/c
resource "aws_route_table_association" "shop_attach_core_c" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shop_attach_core.id
  subnet_id      = aws_subnet.shop_attach_core_c.id
}

# vpc/shop/attach/core/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_prod" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}

# vpc/shop/attach/core/shared
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_shared" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# vpc/shop/attach/core/vpc-cards
resource "aws_ec2_transit_gateway_route_table_propagation" "shop_attach_core_vpc_cards" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shop_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}
