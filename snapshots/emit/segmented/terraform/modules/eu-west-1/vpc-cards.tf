# VPC cards: subnets, routing, attachments

# vpc/cards
resource "aws_vpc" "cards" {
  region = "eu-west-1"

  cidr_block           = "10.145.0.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "bank-cards"
  }
}

# vpc/cards
resource "aws_default_security_group" "cards" {
  region = "eu-west-1"

  vpc_id = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-default-closed"
  }
}

# vpc/cards
resource "aws_flow_log" "cards" {
  region = "eu-west-1"

  iam_role_arn             = aws_iam_role.cards_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.cards_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-flow-logs"
  }
}

# vpc/cards
resource "aws_iam_role" "cards_flow_log" {
  description = "Writes the flow logs of bank-cards in eu-west-1"

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
    Name = "bank-cards-flow-logs"
  }
}

# vpc/cards
resource "aws_iam_role_policy" "cards_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.cards_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/cards/flow-logs",
          "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:/bank/vpc/cards/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/cards
resource "aws_cloudwatch_log_group" "cards_flow_log" {
  region = "eu-west-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/bank/vpc/cards/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "bank-cards-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/cards/subnet/data
resource "aws_security_group" "cards_data_allowed" {
  region = "eu-west-1"

  description = "Who may start connections to cards/data"
  name_prefix = "bank-cards-data-allowed-"
  vpc_id      = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-data-allowed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cards/subnet/data
resource "aws_vpc_security_group_ingress_rule" "cards_data_allowed_tcp_5432_5432_10_0_0_0_10" {
  region = "eu-west-1"

  cidr_ipv4         = "10.0.0.0/10"
  description       = "From shop"
  from_port         = 5432
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.cards_data_allowed.id
  to_port           = 5432
}

# vpc/cards/subnet/data
resource "aws_vpc_security_group_ingress_rule" "cards_data_allowed_tcp_5432_5432_10_128_0_0_12" {
  region = "eu-west-1"

  cidr_ipv4         = "10.128.0.0/12"
  description       = "From shared"
  from_port         = 5432
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.cards_data_allowed.id
  to_port           = 5432
}

# vpc/cards/subnet/data
resource "aws_vpc_security_group_egress_rule" "cards_data_allowed_all_127_0_0_1_32" {
  region = "eu-west-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.cards_data_allowed.id
}

# vpc/cards/subnet/data
resource "aws_route_table" "cards_data" {
  region = "eu-west-1"

  vpc_id = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cards/subnet/data/route/10.0.0.0/10
resource "aws_route" "cards_data_10_0_0_0_10" {
  region = "eu-west-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.cards_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.cards_attach_core]
}

# vpc/cards/subnet/data/route/10.128.0.0/12
resource "aws_route" "cards_data_10_128_0_0_12" {
  region = "eu-west-1"

  destination_cidr_block = "10.128.0.0/12"
  route_table_id         = aws_route_table.cards_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.cards_attach_core]
}

# vpc/cards/subnet/data/route/10.144.0.0/12
resource "aws_route" "cards_data_10_144_0_0_12" {
  region = "eu-west-1"

  destination_cidr_block = "10.144.0.0/12"
  route_table_id         = aws_route_table.cards_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.cards_attach_core]
}

# vpc/cards/subnet/data/a
resource "aws_subnet" "cards_data_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.145.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-data-a"
  }
}

# vpc/cards/subnet/data/a
resource "aws_route_table_association" "cards_data_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.cards_data.id
  subnet_id      = aws_subnet.cards_data_a.id
}

# vpc/cards/subnet/data/b
resource "aws_subnet" "cards_data_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.145.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-data-b"
  }
}

# vpc/cards/subnet/data/b
resource "aws_route_table_association" "cards_data_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.cards_data.id
  subnet_id      = aws_subnet.cards_data_b.id
}

# vpc/cards/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "cards_attach_core" {
  region = "eu-west-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.cards_attach_core_a.id, aws_subnet.cards_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-core"
  }
}

# vpc/cards/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "cards_attach_core" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cards_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_cards.id
}

# vpc/cards/attach/core
resource "aws_route_table" "cards_attach_core" {
  region = "eu-west-1"

  vpc_id = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cards/attach/core/a
resource "aws_subnet" "cards_attach_core_a" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az1"
  cidr_block              = "10.145.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cards/attach/core/a
resource "aws_route_table_association" "cards_attach_core_a" {
  region = "eu-west-1"

  route_table_id = aws_route_table.cards_attach_core.id
  subnet_id      = aws_subnet.cards_attach_core_a.id
}

# vpc/cards/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "cards_attach_core_arrivals" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cards_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/cards/attach/core/b
resource "aws_subnet" "cards_attach_core_b" {
  region = "eu-west-1"

  availability_zone_id    = "euw1-az2"
  cidr_block              = "10.145.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.cards.id

  tags = {
    Name = "bank-cards-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/cards/attach/core/b
resource "aws_route_table_association" "cards_attach_core_b" {
  region = "eu-west-1"

  route_table_id = aws_route_table.cards_attach_core.id
  subnet_id      = aws_subnet.cards_attach_core_b.id
}

# vpc/cards/attach/core/pci
resource "aws_ec2_transit_gateway_route_table_propagation" "cards_attach_core_pci" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cards_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_pci.id
}

# vpc/cards/attach/core/shared
resource "aws_ec2_transit_gateway_route_table_propagation" "cards_attach_core_shared" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cards_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_shared.id
}

# vpc/cards/attach/core/vpc-shop
resource "aws_ec2_transit_gateway_route_table_propagation" "cards_attach_core_vpc_shop" {
  region = "eu-west-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.cards_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_vpc_shop.id
}
