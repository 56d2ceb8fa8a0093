# VPC search: subnets, routing, attachments

# vpc/search
resource "aws_vpc" "search" {
  region = "eu-central-1"

  cidr_block           = "10.2.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "shop-search"
  }
}

# vpc/search
resource "aws_default_security_group" "search" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search.id

  tags = {
    Name = "shop-search-default-closed"
  }
}

# vpc/search
resource "aws_flow_log" "search" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.search_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.search_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.search.id

  tags = {
    Name = "shop-search-flow-logs"
  }
}

# vpc/search
resource "aws_iam_role" "search_flow_log" {
  description = "Writes the flow logs of shop-search in eu-central-1"

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
    Name = "shop-search-flow-logs"
  }
}

# vpc/search
resource "aws_iam_role_policy" "search_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.search_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/search/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/shop/vpc/search/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/search
resource "aws_cloudwatch_log_group" "search_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/shop/vpc/search/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "shop-search-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/search
resource "aws_internet_gateway" "search" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search.id

  tags = {
    Name = "shop-search"
  }
}

# vpc/search/nat_eip/a
resource "aws_eip" "search_a" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "shop-search-nat-a"
  }

  depends_on = [aws_internet_gateway.search]
}

# vpc/search/nat_gateway/a
resource "aws_nat_gateway" "search_a" {
  region = "eu-central-1"

  allocation_id = aws_eip.search_a.id
  subnet_id     = aws_subnet.search_public_a.id

  tags = {
    Name = "shop-search-nat-a"
  }

  depends_on = [aws_internet_gateway.search]
}

# vpc/search/subnet/app
resource "aws_security_group" "search_app_allowed" {
  region = "eu-central-1"

  description = "Who may start connections to search/app"
  name_prefix = "shop-search-app-allowed-"
  vpc_id      = aws_vpc.search.id

  tags = {
    Name = "shop-search-app-allowed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search/subnet/app
resource "aws_vpc_security_group_ingress_rule" "search_app_allowed_tcp_9200_9200_10_18_0_0_18" {
  region = "eu-central-1"

  cidr_ipv4         = "10.18.0.0/18"
  description       = "From estate-shared"
  from_port         = 9200
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.search_app_allowed.id
  to_port           = 9200
}

# vpc/search/subnet/app
resource "aws_vpc_security_group_egress_rule" "search_app_allowed_all_127_0_0_1_32" {
  region = "eu-central-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.search_app_allowed.id
}

# vpc/search/subnet/app
resource "aws_route_table" "search_app" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search.id

  tags = {
    Name = "shop-search-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search/subnet/app/route/0.0.0.0/0
resource "aws_route" "search_app_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.search_a.id
  route_table_id         = aws_route_table.search_app.id
}

# vpc/search/subnet/app/route/10.0.0.0/8
resource "aws_route" "search_app_10_0_0_0_8" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.search_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.search_attach_core]
}

# vpc/search/subnet/app/a
resource "aws_subnet" "search_app_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.2.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-app-a"
  }
}

# vpc/search/subnet/app/a
resource "aws_route_table_association" "search_app_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_app.id
  subnet_id      = aws_subnet.search_app_a.id
}

# vpc/search/subnet/app/b
resource "aws_subnet" "search_app_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.2.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-app-b"
  }
}

# vpc/search/subnet/app/b
resource "aws_route_table_association" "search_app_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_app.id
  subnet_id      = aws_subnet.search_app_b.id
}

# vpc/search/subnet/data
resource "aws_route_table" "search_data" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search.id

  tags = {
    Name = "shop-search-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search/subnet/data/route/10.0.0.0/8
resource "aws_route" "search_data_10_0_0_0_8" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.search_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.search_attach_core]
}

# vpc/search/subnet/data/a
resource "aws_subnet" "search_data_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.2.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-data-a"
  }
}

# vpc/search/subnet/data/a
resource "aws_route_table_association" "search_data_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_data.id
  subnet_id      = aws_subnet.search_data_a.id
}

# vpc/search/subnet/data/b
resource "aws_subnet" "search_data_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.2.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-data-b"
  }
}

# vpc/search/subnet/data/b
resource "aws_route_table_association" "search_data_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_data.id
  subnet_id      = aws_subnet.search_data_b.id
}

# vpc/search/subnet/public
resource "aws_route_table" "search_public" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search.id

  tags = {
    Name = "shop-search-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search/subnet/public/route/0.0.0.0/0
resource "aws_route" "search_public_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.search.id
  route_table_id         = aws_route_table.search_public.id
}

# vpc/search/subnet/public/route/10.0.0.0/8
resource "aws_route" "search_public_10_0_0_0_8" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.search_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.search_attach_core]
}

# vpc/search/subnet/public/a
resource "aws_subnet" "search_public_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.2.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-public-a"
  }
}

# vpc/search/subnet/public/a
resource "aws_route_table_association" "search_public_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_public.id
  subnet_id      = aws_subnet.search_public_a.id
}

# vpc/search/subnet/public/b
resource "aws_subnet" "search_public_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.2.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-public-b"
  }
}

# vpc/search/subnet/public/b
resource "aws_route_table_association" "search_public_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_public.id
  subnet_id      = aws_subnet.search_public_b.id
}

# vpc/search/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "search_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.search_attach_core_a.id, aws_subnet.search_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.search.id

  tags = {
    Name = "shop-search-core"
  }
}

# vpc/search/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "search_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_search.id
}

# vpc/search/attach/core
resource "aws_route_table" "search_attach_core" {
  region = "eu-central-1"

  vpc_id = aws_vpc.search.id

  tags = {
    Name = "shop-search-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search/attach/core/a
resource "aws_subnet" "search_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.2.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search/attach/core/a
resource "aws_route_table_association" "search_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_attach_core.id
  subnet_id      = aws_subnet.search_attach_core_a.id
}

# vpc/search/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "search_attach_core_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/search/attach/core/b
resource "aws_subnet" "search_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.2.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.search.id

  tags = {
    Name = "shop-search-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/search/attach/core/b
resource "aws_route_table_association" "search_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.search_attach_core.id
  subnet_id      = aws_subnet.search_attach_core_b.id
}

# vpc/search/attach/core/estate-prod
resource "aws_ec2_transit_gateway_route_table_propagation" "search_attach_core_estate_prod" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_prod.id
}

# vpc/search/attach/core/estate-shared
resource "aws_ec2_transit_gateway_route_table_propagation" "search_attach_core_estate_shared" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_estate_shared.id
}

# vpc/search/attach/core/vpc-cart
resource "aws_ec2_transit_gateway_route_table_propagation" "search_attach_core_vpc_cart" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.search_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cart.id
}
