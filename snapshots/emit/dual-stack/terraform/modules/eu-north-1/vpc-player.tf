# VPC player: subnets, routing, attachments

# vpc/player
resource "aws_vpc" "player" {
  region = "eu-north-1"

  assign_generated_ipv6_cidr_block = true
  cidr_block                       = "10.2.0.0/16"
  enable_dns_hostnames             = true
  enable_dns_support               = true

  tags = {
    Name = "media-player"
  }
}

# vpc/player
resource "aws_default_security_group" "player" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player-default-closed"
  }
}

# vpc/player
resource "aws_egress_only_internet_gateway" "player" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player"
  }
}

# vpc/player
resource "aws_flow_log" "player" {
  region = "eu-north-1"

  iam_role_arn             = aws_iam_role.player_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.player_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.player.id

  tags = {
    Name = "media-player-flow-logs"
  }
}

# vpc/player
resource "aws_iam_role" "player_flow_log" {
  description = "Writes the flow logs of media-player in eu-north-1"

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
    Name = "media-player-flow-logs"
  }
}

# vpc/player
resource "aws_iam_role_policy" "player_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.player_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/player/flow-logs",
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/player/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/player
resource "aws_cloudwatch_log_group" "player_flow_log" {
  region = "eu-north-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/media/vpc/player/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "media-player-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/player
resource "aws_internet_gateway" "player" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player"
  }
}

# vpc/player/nat_eip/a
resource "aws_eip" "player_a" {
  region = "eu-north-1"

  domain = "vpc"

  tags = {
    Name = "media-player-nat-a"
  }

  depends_on = [aws_internet_gateway.player]
}

# vpc/player/nat_eip/b
resource "aws_eip" "player_b" {
  region = "eu-north-1"

  domain = "vpc"

  tags = {
    Name = "media-player-nat-b"
  }

  depends_on = [aws_internet_gateway.player]
}

# vpc/player/nat_gateway/a
resource "aws_nat_gateway" "player_a" {
  region = "eu-north-1"

  allocation_id = aws_eip.player_a.id
  subnet_id     = aws_subnet.player_public_a.id

  tags = {
    Name = "media-player-nat-a"
  }

  depends_on = [aws_internet_gateway.player]
}

# vpc/player/nat_gateway/b
resource "aws_nat_gateway" "player_b" {
  region = "eu-north-1"

  allocation_id = aws_eip.player_b.id
  subnet_id     = aws_subnet.player_public_b.id

  tags = {
    Name = "media-player-nat-b"
  }

  depends_on = [aws_internet_gateway.player]
}

# vpc/player/subnet/app/a
resource "aws_subnet" "player_app_a" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.2.16.0/20"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.player.ipv6_cidr_block, 8, 0)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.player.id

  tags = {
    Name = "media-player-app-a"
  }
}

# vpc/player/subnet/app/a
resource "aws_route_table" "player_app_a" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player-app-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/player/subnet/app/a
resource "aws_route_table_association" "player_app_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_app_a.id
  subnet_id      = aws_subnet.player_app_a.id
}

# vpc/player/subnet/app/a/route/0.0.0.0/0
resource "aws_route" "player_app_a_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.player_a.id
  route_table_id         = aws_route_table.player_app_a.id
}

# vpc/player/subnet/app/a/route/10.0.0.0/8
resource "aws_route" "player_app_a_10_0_0_0_8" {
  region = "eu-north-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.player_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/app/a/route/100.64.0.0/20
resource "aws_route" "player_app_a_100_64_0_0_20" {
  region = "eu-north-1"

  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.player_app_a.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/app/a/route/::/0
resource "aws_route" "player_app_a____0" {
  region = "eu-north-1"

  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.player.id
  route_table_id              = aws_route_table.player_app_a.id
}

# vpc/player/subnet/app/b
resource "aws_subnet" "player_app_b" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.2.32.0/20"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.player.ipv6_cidr_block, 8, 1)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.player.id

  tags = {
    Name = "media-player-app-b"
  }
}

# vpc/player/subnet/app/b
resource "aws_route_table" "player_app_b" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player-app-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/player/subnet/app/b
resource "aws_route_table_association" "player_app_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_app_b.id
  subnet_id      = aws_subnet.player_app_b.id
}

# vpc/player/subnet/app/b/route/0.0.0.0/0
resource "aws_route" "player_app_b_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.player_b.id
  route_table_id         = aws_route_table.player_app_b.id
}

# vpc/player/subnet/app/b/route/10.0.0.0/8
resource "aws_route" "player_app_b_10_0_0_0_8" {
  region = "eu-north-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.player_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/app/b/route/100.64.0.0/20
resource "aws_route" "player_app_b_100_64_0_0_20" {
  region = "eu-north-1"

  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.player_app_b.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/app/b/route/::/0
resource "aws_route" "player_app_b____0" {
  region = "eu-north-1"

  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.player.id
  route_table_id              = aws_route_table.player_app_b.id
}

# vpc/player/subnet/data
resource "aws_route_table" "player_data" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/player/subnet/data/route/10.0.0.0/8
resource "aws_route" "player_data_10_0_0_0_8" {
  region = "eu-north-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.player_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/data/route/100.64.0.0/20
resource "aws_route" "player_data_100_64_0_0_20" {
  region = "eu-north-1"

  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.player_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/data/a
resource "aws_subnet" "player_data_a" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.2.4.0/22"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.player.ipv6_cidr_block, 8, 2)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.player.id

  tags = {
    Name = "media-player-data-a"
  }
}

# vpc/player/subnet/data/a
resource "aws_route_table_association" "player_data_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_data.id
  subnet_id      = aws_subnet.player_data_a.id
}

# vpc/player/subnet/data/b
resource "aws_subnet" "player_data_b" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.2.8.0/22"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.player.ipv6_cidr_block, 8, 3)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.player.id

  tags = {
    Name = "media-player-data-b"
  }
}

# vpc/player/subnet/data/b
resource "aws_route_table_association" "player_data_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_data.id
  subnet_id      = aws_subnet.player_data_b.id
}

# vpc/player/subnet/public
resource "aws_route_table" "player_public" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/player/subnet/public/route/0.0.0.0/0
resource "aws_route" "player_public_0_0_0_0_0" {
  region = "eu-north-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.player.id
  route_table_id         = aws_route_table.player_public.id
}

# vpc/player/subnet/public/route/10.0.0.0/8
resource "aws_route" "player_public_10_0_0_0_8" {
  region = "eu-north-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.player_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/public/route/100.64.0.0/20
resource "aws_route" "player_public_100_64_0_0_20" {
  region = "eu-north-1"

  destination_cidr_block = "100.64.0.0/20"
  route_table_id         = aws_route_table.player_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.player_attach_core]
}

# vpc/player/subnet/public/route/::/0
resource "aws_route" "player_public____0" {
  region = "eu-north-1"

  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.player.id
  route_table_id              = aws_route_table.player_public.id
}

# vpc/player/subnet/public/a
resource "aws_subnet" "player_public_a" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az1"
  cidr_block                      = "10.2.1.0/24"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.player.ipv6_cidr_block, 8, 4)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.player.id

  tags = {
    Name = "media-player-public-a"
  }
}

# vpc/player/subnet/public/a
resource "aws_route_table_association" "player_public_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_public.id
  subnet_id      = aws_subnet.player_public_a.id
}

# vpc/player/subnet/public/b
resource "aws_subnet" "player_public_b" {
  region = "eu-north-1"

  assign_ipv6_address_on_creation = true
  availability_zone_id            = "eun1-az2"
  cidr_block                      = "10.2.2.0/24"
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.player.ipv6_cidr_block, 8, 5)
  map_public_ip_on_launch         = false
  vpc_id                          = aws_vpc.player.id

  tags = {
    Name = "media-player-public-b"
  }
}

# vpc/player/subnet/public/b
resource "aws_route_table_association" "player_public_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_public.id
  subnet_id      = aws_subnet.player_public_b.id
}

# vpc/player/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "player_attach_core" {
  region = "eu-north-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.player_attach_core_a.id, aws_subnet.player_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.player.id

  tags = {
    Name = "media-player-core"
  }
}

# vpc/player/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "player_attach_core" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.player_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/player/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "player_attach_core" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.player_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/player/attach/core
resource "aws_route_table" "player_attach_core" {
  region = "eu-north-1"

  vpc_id = aws_vpc.player.id

  tags = {
    Name = "media-player-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/player/attach/core/a
resource "aws_subnet" "player_attach_core_a" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az1"
  cidr_block              = "10.2.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.player.id

  tags = {
    Name = "media-player-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/player/attach/core/a
resource "aws_route_table_association" "player_attach_core_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_attach_core.id
  subnet_id      = aws_subnet.player_attach_core_a.id
}

# vpc/player/attach/core/b
resource "aws_subnet" "player_attach_core_b" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az2"
  cidr_block              = "10.2.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.player.id

  tags = {
    Name = "media-player-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/player/attach/core/b
resource "aws_route_table_association" "player_attach_core_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.player_attach_core.id
  subnet_id      = aws_subnet.player_attach_core_b.id
}
