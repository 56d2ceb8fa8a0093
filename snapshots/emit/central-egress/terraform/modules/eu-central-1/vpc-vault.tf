# VPC vault: subnets, routing, attachments

# vpc/vault
resource "aws_vpc" "vault" {
  region = "eu-central-1"

  cidr_block           = "10.0.64.0/20"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "travel-vault"
  }
}

# vpc/vault
resource "aws_security_group" "vault_allowed" {
  region = "eu-central-1"

  description = "Who may start connections to vault"
  name_prefix = "travel-vault-allowed-"
  vpc_id      = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-allowed"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/vault
resource "aws_vpc_security_group_ingress_rule" "vault_allowed_tcp_443_443_10_0_0_0_18" {
  region = "eu-central-1"

  cidr_ipv4         = "10.0.0.0/18"
  description       = "From prod"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.vault_allowed.id
  to_port           = 443
}

# vpc/vault
resource "aws_vpc_security_group_ingress_rule" "vault_allowed_tcp_443_443_10_4_64_0_18" {
  region = "eu-central-1"

  cidr_ipv4         = "10.4.64.0/18"
  description       = "From prod"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.vault_allowed.id
  to_port           = 443
}

# vpc/vault
resource "aws_vpc_security_group_ingress_rule" "vault_allowed_tcp_443_443_10_8_0_0_14" {
  region = "eu-central-1"

  cidr_ipv4         = "10.8.0.0/14"
  description       = "From prod"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.vault_allowed.id
  to_port           = 443
}

# vpc/vault
resource "aws_vpc_security_group_egress_rule" "vault_allowed_all_127_0_0_1_32" {
  region = "eu-central-1"

  cidr_ipv4         = "127.0.0.1/32"
  description       = "Nothing goes out by this group"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.vault_allowed.id
}

# vpc/vault
resource "aws_default_security_group" "vault" {
  region = "eu-central-1"

  vpc_id = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-default-closed"
  }
}

# vpc/vault
resource "aws_flow_log" "vault" {
  region = "eu-central-1"

  iam_role_arn             = aws_iam_role.vault_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.vault_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-flow-logs"
  }
}

# vpc/vault
resource "aws_iam_role" "vault_flow_log" {
  description = "Writes the flow logs of travel-vault in eu-central-1"

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
    Name = "travel-vault-flow-logs"
  }
}

# vpc/vault
resource "aws_iam_role_policy" "vault_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.vault_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/vault/flow-logs",
          "arn:aws:logs:eu-central-1:${data.aws_caller_identity.current.account_id}:log-group:/travel/vpc/vault/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/vault
resource "aws_cloudwatch_log_group" "vault_flow_log" {
  region = "eu-central-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/travel/vpc/vault/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "travel-vault-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/vault/subnet/data
resource "aws_route_table" "vault_data" {
  region = "eu-central-1"

  vpc_id = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/vault/subnet/data/route/10.0.0.0/10
resource "aws_route" "vault_data_10_0_0_0_10" {
  region = "eu-central-1"

  destination_cidr_block = "10.0.0.0/10"
  route_table_id         = aws_route_table.vault_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.vault_attach_core]
}

# vpc/vault/subnet/data/a
resource "aws_subnet" "vault_data_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.0.65.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-data-a"
  }
}

# vpc/vault/subnet/data/a
resource "aws_route_table_association" "vault_data_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.vault_data.id
  subnet_id      = aws_subnet.vault_data_a.id
}

# vpc/vault/subnet/data/b
resource "aws_subnet" "vault_data_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.0.66.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-data-b"
  }
}

# vpc/vault/subnet/data/b
resource "aws_route_table_association" "vault_data_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.vault_data.id
  subnet_id      = aws_subnet.vault_data_b.id
}

# vpc/vault/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "vault_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.vault_attach_core_a.id, aws_subnet.vault_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-core"
  }
}

# vpc/vault/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "vault_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vault_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_cards.id
}

# vpc/vault/attach/core
resource "aws_route_table" "vault_attach_core" {
  region = "eu-central-1"

  vpc_id = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/vault/attach/core/a
resource "aws_subnet" "vault_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.0.64.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/vault/attach/core/a
resource "aws_route_table_association" "vault_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.vault_attach_core.id
  subnet_id      = aws_subnet.vault_attach_core_a.id
}

# vpc/vault/attach/core/arrivals
resource "aws_ec2_transit_gateway_route_table_propagation" "vault_attach_core_arrivals" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vault_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_arrivals.id
}

# vpc/vault/attach/core/b
resource "aws_subnet" "vault_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.0.64.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.vault.id

  tags = {
    Name = "travel-vault-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/vault/attach/core/b
resource "aws_route_table_association" "vault_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.vault_attach_core.id
  subnet_id      = aws_subnet.vault_attach_core_b.id
}

# vpc/vault/attach/core/cards
resource "aws_ec2_transit_gateway_route_table_propagation" "vault_attach_core_cards" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vault_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_cards.id
}

# vpc/vault/attach/core/prod
resource "aws_ec2_transit_gateway_route_table_propagation" "vault_attach_core_prod" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.vault_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core_prod.id
}
