# The shops of a region.

# vpc/stores
# The shops of a region.
resource "aws_vpc" "stores" {
  region = "eu-north-1"

  cidr_block           = "10.76.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "retail-stores"
  }
}

# vpc/stores
resource "aws_default_security_group" "stores" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-default-closed"
  }
}

# vpc/stores
resource "aws_flow_log" "stores" {
  region = "eu-north-1"

  iam_role_arn             = aws_iam_role.stores_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.stores_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-flow-logs"
  }
}

# vpc/stores
resource "aws_iam_role" "stores_flow_log" {
  description = "Writes the flow logs of retail-stores in eu-north-1"

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
    Name = "retail-stores-flow-logs"
  }
}

# vpc/stores
resource "aws_iam_role_policy" "stores_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.stores_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/retail/vpc/stores/flow-logs",
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/retail/vpc/stores/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/stores
resource "aws_cloudwatch_log_group" "stores_flow_log" {
  region = "eu-north-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/retail/vpc/stores/flow-logs"
  retention_in_days = 400

  tags = {
    Name = "retail-stores-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/stores
resource "aws_internet_gateway" "stores" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores"
  }
}

# vpc/stores/nat_eip/a
resource "aws_eip" "stores_a" {
  region = "eu-north-1"

  domain = "vpc"

  tags = {
    Name = "retail-stores-nat-a"
  }

  depends_on = [aws_internet_gateway.stores]
}

# vpc/stores/nat_eip/b
resource "aws_eip" "stores_b" {
  region = "eu-north-1"

  domain = "vpc"

  tags = {
    Name = "retail-stores-nat-b"
  }

  depends_on = [aws_internet_gateway.stores]
}

# vpc/stores/nat_eip/c
resource "aws_eip" "stores_c" {
  region = "eu-north-1"

  domain = "vpc"

  tags = {
    Name = "retail-stores-nat-c"
  }

  depends_on = [aws_internet_gateway.stores]
}

# vpc/stores/nat_gateway/a
resource "aws_nat_gateway" "stores_a" {
  region = "eu-north-1"

  allocation_id = aws_eip.stores_a.id
  subnet_id     = aws_subnet.stores_public_a.id

  tags = {
    Name = "retail-stores-nat-a"
  }

  depends_on = [aws_internet_gateway.stores]
}

# vpc/stores/nat_gateway/b
resource "aws_nat_gateway" "stores_b" {
  region = "eu-north-1"

  allocation_id = aws_eip.stores_b.id
  subnet_id     = aws_subnet.stores_public_b.id

  tags = {
    Name = "retail-stores-nat-b"
  }

  depends_on = [aws_internet_gateway.stores]
}

# vpc/stores/nat_gateway/c
resource "aws_nat_gateway" "stores_c" {
  region = "eu-north-1"

  allocation_id = aws_eip.stores_c.id
  subnet_id     = aws_subnet.stores_public_c.id

  tags = {
    Name = "retail-stores-nat-c"
  }

  depends_on = [aws_internet_gateway.stores]
}

# vpc/stores/subnet/app/a
resource "aws_subnet" "stores_app_a" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az1"
  cidr_block              = "10.76.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-app-a"
  }
}

# vpc/stores/subnet/app/a
resource "aws_route_table" "stores_app_a" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-app-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/subnet/app/a
resource "aws_route_table_association" "stores_app_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_app_a.id
  subnet_id      = aws_subnet.stores_app_a.id
}

# vpc/stores/subnet/app/a/route/0.0.0.0/0
resource "aws_route" "stores_app_a_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.stores_a.id
  route_table_id         = aws_route_table.stores_app_a.id
}

# vpc/stores/subnet/app/a/route/10.64.0.0/10
resource "aws_route" "stores_app_a_10_64_0_0_10" {
  region = "eu-north-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.stores_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.wan.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stores_attach_wan]
}

# vpc/stores/subnet/app/b
resource "aws_subnet" "stores_app_b" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az2"
  cidr_block              = "10.76.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-app-b"
  }
}

# vpc/stores/subnet/app/b
resource "aws_route_table" "stores_app_b" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-app-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/subnet/app/b
resource "aws_route_table_association" "stores_app_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_app_b.id
  subnet_id      = aws_subnet.stores_app_b.id
}

# vpc/stores/subnet/app/b/route/0.0.0.0/0
resource "aws_route" "stores_app_b_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.stores_b.id
  route_table_id         = aws_route_table.stores_app_b.id
}

# vpc/stores/subnet/app/b/route/10.64.0.0/10
resource "aws_route" "stores_app_b_10_64_0_0_10" {
  region = "eu-north-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.stores_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.wan.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stores_attach_wan]
}

# vpc/stores/subnet/app/c
resource "aws_subnet" "stores_app_c" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az3"
  cidr_block              = "10.76.48.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-app-c"
  }
}

# vpc/stores/subnet/app/c
resource "aws_route_table" "stores_app_c" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-app-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/subnet/app/c
resource "aws_route_table_association" "stores_app_c" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_app_c.id
  subnet_id      = aws_subnet.stores_app_c.id
}

# vpc/stores/subnet/app/c/route/0.0.0.0/0
resource "aws_route" "stores_app_c_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.stores_c.id
  route_table_id         = aws_route_table.stores_app_c.id
}

# vpc/stores/subnet/app/c/route/10.64.0.0/10
resource "aws_route" "stores_app_c_10_64_0_0_10" {
  region = "eu-north-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.stores_app_c.id
  transit_gateway_id     = aws_ec2_transit_gateway.wan.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stores_attach_wan]
}

# vpc/stores/subnet/data
resource "aws_route_table" "stores_data" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/subnet/data/route/10.64.0.0/10
resource "aws_route" "stores_data_10_64_0_0_10" {
  region = "eu-north-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.stores_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.wan.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stores_attach_wan]
}

# vpc/stores/subnet/data/a
resource "aws_subnet" "stores_data_a" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az1"
  cidr_block              = "10.76.2.0/23"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-data-a"
  }
}

# vpc/stores/subnet/data/a
resource "aws_route_table_association" "stores_data_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_data.id
  subnet_id      = aws_subnet.stores_data_a.id
}

# vpc/stores/subnet/data/b
resource "aws_subnet" "stores_data_b" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az2"
  cidr_block              = "10.76.4.0/23"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-data-b"
  }
}

# vpc/stores/subnet/data/b
resource "aws_route_table_association" "stores_data_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_data.id
  subnet_id      = aws_subnet.stores_data_b.id
}

# vpc/stores/subnet/data/c
resource "aws_subnet" "stores_data_c" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az3"
  cidr_block              = "10.76.6.0/23"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-data-c"
  }
}

# vpc/stores/subnet/data/c
resource "aws_route_table_association" "stores_data_c" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_data.id
  subnet_id      = aws_subnet.stores_data_c.id
}

# vpc/stores/subnet/public
resource "aws_route_table" "stores_public" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/subnet/public/route/0.0.0.0/0
resource "aws_route" "stores_public_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.stores.id
  route_table_id         = aws_route_table.stores_public.id
}

# vpc/stores/subnet/public/route/10.64.0.0/10
resource "aws_route" "stores_public_10_64_0_0_10" {
  region = "eu-north-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.stores_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.wan.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.stores_attach_wan]
}

# vpc/stores/subnet/public/a
resource "aws_subnet" "stores_public_a" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az1"
  cidr_block              = "10.76.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-public-a"
  }
}

# vpc/stores/subnet/public/a
resource "aws_route_table_association" "stores_public_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_public.id
  subnet_id      = aws_subnet.stores_public_a.id
}

# vpc/stores/subnet/public/b
resource "aws_subnet" "stores_public_b" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az2"
  cidr_block              = "10.76.8.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-public-b"
  }
}

# vpc/stores/subnet/public/b
resource "aws_route_table_association" "stores_public_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_public.id
  subnet_id      = aws_subnet.stores_public_b.id
}

# vpc/stores/subnet/public/c
resource "aws_subnet" "stores_public_c" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az3"
  cidr_block              = "10.76.9.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-public-c"
  }
}

# vpc/stores/subnet/public/c
resource "aws_route_table_association" "stores_public_c" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_public.id
  subnet_id      = aws_subnet.stores_public_c.id
}

# vpc/stores/attach/wan
resource "aws_ec2_transit_gateway_vpc_attachment" "stores_attach_wan" {
  region = "eu-north-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.wan.id
  vpc_id                                          = aws_vpc.stores.id

  subnet_ids = [
    aws_subnet.stores_attach_wan_a.id,
    aws_subnet.stores_attach_wan_b.id,
    aws_subnet.stores_attach_wan_c.id,
  ]

  tags = {
    Name = "retail-stores-wan"
  }
}

# vpc/stores/attach/wan
resource "aws_ec2_transit_gateway_route_table_association" "stores_attach_wan" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.stores_attach_wan.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}

# vpc/stores/attach/wan
resource "aws_ec2_transit_gateway_route_table_propagation" "stores_attach_wan" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.stores_attach_wan.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}

# vpc/stores/attach/wan
resource "aws_route_table" "stores_attach_wan" {
  region = "eu-north-1"

  vpc_id = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-wan"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/attach/wan/a
resource "aws_subnet" "stores_attach_wan_a" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az1"
  cidr_block              = "10.76.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-wan-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/attach/wan/a
resource "aws_route_table_association" "stores_attach_wan_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_attach_wan.id
  subnet_id      = aws_subnet.stores_attach_wan_a.id
}

# vpc/stores/attach/wan/b
resource "aws_subnet" "stores_attach_wan_b" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az2"
  cidr_block              = "10.76.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-wan-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/attach/wan/b
resource "aws_route_table_association" "stores_attach_wan_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_attach_wan.id
  subnet_id      = aws_subnet.stores_attach_wan_b.id
}

# vpc/stores/attach/wan/c
resource "aws_subnet" "stores_attach_wan_c" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az3"
  cidr_block              = "10.76.0.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.stores.id

  tags = {
    Name = "retail-stores-wan-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/stores/attach/wan/c
resource "aws_route_table_association" "stores_attach_wan_c" {
  region = "eu-north-1"

  route_table_id = aws_route_table.stores_attach_wan.id
  subnet_id      = aws_subnet.stores_attach_wan_c.id
}
