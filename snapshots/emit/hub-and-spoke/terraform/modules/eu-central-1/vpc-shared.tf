# What every region uses: directory, build servers, observability.

# vpc/shared
# What every region uses: directory, build servers, observability.
resource "aws_vpc" "shared" {
  region = "eu-central-1"

  cidr_block           = "10.72.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "retail-shared"
  }
}

# vpc/shared
resource "aws_default_security_group" "shared" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-default-closed"
  }
}

# vpc/shared
resource "aws_security_group" "shared_endpoints" {
  region = "eu-central-1"

  description = "Interface endpoints of retail-shared"
  name_prefix = "retail-shared-endpoints-"
  vpc_id      = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-endpoints"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared
resource "aws_vpc_security_group_ingress_rule" "shared_endpoints_tcp_443_443_10_72_0_0_16" {
  region = "eu-central-1"

  cidr_ipv4         = "10.72.0.0/16"
  description       = "HTTPS from the VPC"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.shared_endpoints.id
  to_port           = 443
}

# vpc/shared
resource "aws_vpc_security_group_egress_rule" "shared_endpoints_all_127_0_0_1_32" {
  region = "eu-central-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.shared_endpoints.id
}

# vpc/shared
resource "aws_flow_log" "shared" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.shared_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.shared_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-flow-logs"
  }
}

# vpc/shared
resource "aws_iam_role" "shared_flow_log" {
  description = "Writes the flow logs of retail-shared in eu-central-1"

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
    Name = "retail-shared-flow-logs"
  }
}

# vpc/shared
resource "aws_iam_role_policy" "shared_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.shared_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/retail/vpc/shared/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/retail/vpc/shared/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/shared
resource "aws_cloudwatch_log_group" "shared_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/retail/vpc/shared/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "retail-shared-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/shared
resource "aws_internet_gateway" "shared" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shared.id

  tags = {
    Name = "retail-shared"
  }
}

# vpc/shared/endpoint/dynamodb
resource "aws_vpc_endpoint" "shared_dynamodb" {
  region = "eu-central-1"

  route_table_ids   = [aws_route_table.shared_public.id, aws_route_table.shared_services.id]
  service_name      = "com.amazonaws.eu-central-1.dynamodb"
  vpc_endpoint_type = "Gateway"
  vpc_id            = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-dynamodb"
  }
}

# vpc/shared/endpoint/ecr.api
resource "aws_vpc_endpoint" "shared_ecr_api" {
  region = "eu-central-1"

  private_dns_enabled = true
  security_group_ids  = [aws_security_group.shared_endpoints.id]
  service_name        = "com.amazonaws.eu-central-1.ecr.api"
  vpc_endpoint_type   = "Interface"
  vpc_id              = aws_vpc.shared.id

  subnet_ids = [
    aws_subnet.shared_services_a.id,
    aws_subnet.shared_services_b.id,
    aws_subnet.shared_services_c.id,
  ]

  tags = {
    Name = "retail-shared-ecr.api"
  }
}

# vpc/shared/endpoint/s3
resource "aws_vpc_endpoint" "shared_s3" {
  region = "eu-central-1"

  route_table_ids   = [aws_route_table.shared_public.id, aws_route_table.shared_services.id]
  service_name      = "com.amazonaws.eu-central-1.s3"
  vpc_endpoint_type = "Gateway"
  vpc_id            = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-s3"
  }
}

# vpc/shared/endpoint/ssm
resource "aws_vpc_endpoint" "shared_ssm" {
  region = "eu-central-1"

  private_dns_enabled = true
  security_group_ids  = [aws_security_group.shared_endpoints.id]
  service_name        = "com.amazonaws.eu-central-1.ssm"
  vpc_endpoint_type   = "Interface"
  vpc_id              = aws_vpc.shared.id

  subnet_ids = [
    aws_subnet.shared_services_a.id,
    aws_subnet.shared_services_b.id,
    aws_subnet.shared_services_c.id,
  ]

  tags = {
    Name = "retail-shared-ssm"
  }
}

# vpc/shared/nat_eip/a
resource "aws_eip" "shared_a" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "retail-shared-nat-a"
  }

  depends_on = [aws_internet_gateway.shared]
}

# vpc/shared/nat_gateway/a
resource "aws_nat_gateway" "shared_a" {
  region = "eu-central-1"

  allocation_id = aws_eip.shared_a.id
  subnet_id     = aws_subnet.shared_public_a.id

  tags = {
    Name = "retail-shared-nat-a"
  }

  depends_on = [aws_internet_gateway.shared]
}

# vpc/shared/subnet/public
resource "aws_route_table" "shared_public" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/subnet/public/route/0.0.0.0/0
resource "aws_route" "shared_public_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.shared.id
  route_table_id         = aws_route_table.shared_public.id
}

# vpc/shared/subnet/public/route/10.64.0.0/10
resource "aws_route" "shared_public_10_64_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.shared_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.wan.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shared_attach_wan]
}

# vpc/shared/subnet/public/a
resource "aws_subnet" "shared_public_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.72.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-public-a"
  }
}

# vpc/shared/subnet/public/a
resource "aws_route_table_association" "shared_public_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_public.id
  subnet_id      = aws_subnet.shared_public_a.id
}

# vpc/shared/subnet/public/b
resource "aws_subnet" "shared_public_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.72.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-public-b"
  }
}

# vpc/shared/subnet/public/b
resource "aws_route_table_association" "shared_public_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_public.id
  subnet_id      = aws_subnet.shared_public_b.id
}

# vpc/shared/subnet/public/c
resource "aws_subnet" "shared_public_c" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az3"
  cidr_block              = "10.72.3.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-public-c"
  }
}

# vpc/shared/subnet/public/c
resource "aws_route_table_association" "shared_public_c" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_public.id
  subnet_id      = aws_subnet.shared_public_c.id
}

# vpc/shared/subnet/services
resource "aws_route_table" "shared_services" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-services"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/subnet/services/route/0.0.0.0/0
resource "aws_route" "shared_services_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.shared_a.id
  route_table_id         = aws_route_table.shared_services.id
}

# vpc/shared/subnet/services/route/10.64.0.0/10
resource "aws_route" "shared_services_10_64_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.64.0.0/10"
  route_table_id         = aws_route_table.shared_services.id
  transit_gateway_id     = aws_ec2_transit_gateway.wan.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.shared_attach_wan]
}

# vpc/shared/subnet/services/a
resource "aws_subnet" "shared_services_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.72.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-services-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/subnet/services/a
resource "aws_route_table_association" "shared_services_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_services.id
  subnet_id      = aws_subnet.shared_services_a.id
}

# vpc/shared/subnet/services/b
resource "aws_subnet" "shared_services_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.72.8.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-services-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/subnet/services/b
resource "aws_route_table_association" "shared_services_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_services.id
  subnet_id      = aws_subnet.shared_services_b.id
}

# vpc/shared/subnet/services/c
resource "aws_subnet" "shared_services_c" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az3"
  cidr_block              = "10.72.12.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-services-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/subnet/services/c
resource "aws_route_table_association" "shared_services_c" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_services.id
  subnet_id      = aws_subnet.shared_services_c.id
}

# vpc/shared/attach/wan
resource "aws_ec2_transit_gateway_vpc_attachment" "shared_attach_wan" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.wan.id
  vpc_id                                          = aws_vpc.shared.id

  subnet_ids = [
    aws_subnet.shared_attach_wan_a.id,
    aws_subnet.shared_attach_wan_b.id,
    aws_subnet.shared_attach_wan_c.id,
  ]

  tags = {
    Name = "retail-shared-wan"
  }
}

# vpc/shared/attach/wan
resource "aws_ec2_transit_gateway_route_table_association" "shared_attach_wan" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shared_attach_wan.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}

# vpc/shared/attach/wan
resource "aws_ec2_transit_gateway_route_table_propagation" "shared_attach_wan" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.shared_attach_wan.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.wan.id
}

# vpc/shared/attach/wan
resource "aws_route_table" "shared_attach_wan" {
  region = "eu-central-1"

  vpc_id = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-wan"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/attach/wan/a
resource "aws_subnet" "shared_attach_wan_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.72.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-wan-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/attach/wan/a
resource "aws_route_table_association" "shared_attach_wan_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_attach_wan.id
  subnet_id      = aws_subnet.shared_attach_wan_a.id
}

# vpc/shared/attach/wan/b
resource "aws_subnet" "shared_attach_wan_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.72.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-wan-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/attach/wan/b
resource "aws_route_table_association" "shared_attach_wan_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_attach_wan.id
  subnet_id      = aws_subnet.shared_attach_wan_b.id
}

# vpc/shared/attach/wan/c
resource "aws_subnet" "shared_attach_wan_c" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az3"
  cidr_block              = "10.72.0.32/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.shared.id

  tags = {
    Name = "retail-shared-wan-c"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/shared/attach/wan/c
resource "aws_route_table_association" "shared_attach_wan_c" {
  region = "eu-central-1"

  route_table_id = aws_route_table.shared_attach_wan.id
  subnet_id      = aws_subnet.shared_attach_wan_c.id
}
