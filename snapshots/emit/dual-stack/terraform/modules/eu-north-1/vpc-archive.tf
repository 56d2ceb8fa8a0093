# Records have no IPv6: nothing outside asks for them.

# vpc/archive
# Records have no IPv6: nothing outside asks for them.
resource "aws_vpc" "archive" {
  region = "eu-north-1"

  cidr_block           = "10.0.0.0/18"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "media-archive"
  }
}

# vpc/archive
resource "aws_default_security_group" "archive" {
  region = "eu-north-1"

  vpc_id = aws_vpc.archive.id

  tags = {
    Name = "media-archive-default-closed"
  }
}

# vpc/archive
resource "aws_flow_log" "archive" {
  region = "eu-north-1"

  iam_role_arn             = aws_iam_role.archive_flow_log.arn
  log_destination          = aws_cloudwatch_log_group.archive_flow_log.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.archive.id

  tags = {
    Name = "media-archive-flow-logs"
  }
}

# vpc/archive
resource "aws_iam_role" "archive_flow_log" {
  description = "Writes the flow logs of media-archive in eu-north-1"

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
    Name = "media-archive-flow-logs"
  }
}

# vpc/archive
resource "aws_iam_role_policy" "archive_flow_log_write_flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.archive_flow_log.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = [
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/archive/flow-logs",
          "arn:aws:logs:eu-north-1:${data.aws_caller_identity.current.account_id}:log-group:/media/vpc/archive/flow-logs:*",
        ]
      },
    ]
  })
}

# vpc/archive
resource "aws_cloudwatch_log_group" "archive_flow_log" {
  region = "eu-north-1"

  kms_key_id        = aws_kms_key.mrc_logs.arn
  name              = "/media/vpc/archive/flow-logs"
  retention_in_days = 365

  tags = {
    Name = "media-archive-flow-logs"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# vpc/archive/cidr/100.64.0.0/20
resource "aws_vpc_ipv4_cidr_block_association" "archive_100_64_0_0_20" {
  region = "eu-north-1"

  cidr_block = "100.64.0.0/20"
  vpc_id     = aws_vpc.archive.id
}

# vpc/archive/subnet/files
resource "aws_route_table" "archive_files" {
  region = "eu-north-1"

  vpc_id = aws_vpc.archive.id

  tags = {
    Name = "media-archive-files"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/archive/subnet/files/route/10.0.0.0/8
resource "aws_route" "archive_files_10_0_0_0_8" {
  region = "eu-north-1"

  destination_cidr_block = "10.0.0.0/8"
  route_table_id         = aws_route_table.archive_files.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.archive_attach_core]
}

# vpc/archive/subnet/files/a
resource "aws_subnet" "archive_files_a" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az1"
  cidr_block              = "10.0.0.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.archive.id

  tags = {
    Name = "media-archive-files-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/archive/subnet/files/a
resource "aws_route_table_association" "archive_files_a" {
  region = "eu-north-1"

  route_table_id = aws_route_table.archive_files.id
  subnet_id      = aws_subnet.archive_files_a.id
}

# vpc/archive/subnet/files/b
resource "aws_subnet" "archive_files_b" {
  region = "eu-north-1"

  availability_zone_id    = "eun1-az2"
  cidr_block              = "10.0.4.0/22"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.archive.id

  tags = {
    Name = "media-archive-files-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/archive/subnet/files/b
resource "aws_route_table_association" "archive_files_b" {
  region = "eu-north-1"

  route_table_id = aws_route_table.archive_files.id
  subnet_id      = aws_subnet.archive_files_b.id
}

# vpc/archive/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "archive_attach_core" {
  region = "eu-north-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.archive_files_a.id, aws_subnet.archive_files_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.archive.id

  tags = {
    Name = "media-archive-core"
  }
}

# vpc/archive/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "archive_attach_core" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.archive_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/archive/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "archive_attach_core" {
  region = "eu-north-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.archive_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}
