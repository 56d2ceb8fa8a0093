# VPC erp: subnets, routing, attachments

# vpc/erp
resource "aws_vpc" "erp" {
  region = "eu-central-1"

  cidr_block           = "10.32.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "erp-dev-erp"
  }
}

# vpc/erp
resource "aws_default_security_group" "erp" {
  region = "eu-central-1"

  vpc_id = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-default-closed"
  }
}

# vpc/erp
resource "aws_flow_log" "erp" {
  region = "eu-central-1"

  log_destination          = aws_s3_bucket.logs.arn
  log_destination_type     = "s3"
  max_aggregation_interval = 60
  traffic_type             = "ALL"
  vpc_id                   = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-flow-logs"
  }

  depends_on = [aws_s3_bucket_policy.logs, aws_s3_bucket_versioning.logs]
}

# vpc/erp
resource "aws_internet_gateway" "erp" {
  region = "eu-central-1"

  vpc_id = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp"
  }
}

# vpc/erp/nat_eip/a
resource "aws_eip" "erp_a" {
  region = "eu-central-1"

  domain = "vpc"

  tags = {
    Name = "erp-dev-erp-nat-a"
  }

  depends_on = [aws_internet_gateway.erp]
}

# vpc/erp/nat_gateway/a
resource "aws_nat_gateway" "erp_a" {
  region = "eu-central-1"

  allocation_id = aws_eip.erp_a.id
  subnet_id     = aws_subnet.erp_public_a.id

  tags = {
    Name = "erp-dev-erp-nat-a"
  }

  depends_on = [aws_internet_gateway.erp]
}

# vpc/erp/subnet/app
resource "aws_route_table" "erp_app" {
  region = "eu-central-1"

  vpc_id = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-app"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/erp/subnet/app/route/0.0.0.0/0
resource "aws_route" "erp_app_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.erp_a.id
  route_table_id         = aws_route_table.erp_app.id
}

# vpc/erp/subnet/app/route/10.32.0.0/11
resource "aws_route" "erp_app_10_32_0_0_11" {
  region = "eu-central-1"

  destination_cidr_block = "10.32.0.0/11"
  route_table_id         = aws_route_table.erp_app.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.erp_attach_core]
}

# vpc/erp/subnet/app/a
resource "aws_subnet" "erp_app_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.32.16.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-app-a"
  }
}

# vpc/erp/subnet/app/a
resource "aws_route_table_association" "erp_app_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_app.id
  subnet_id      = aws_subnet.erp_app_a.id
}

# vpc/erp/subnet/app/b
resource "aws_subnet" "erp_app_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.32.32.0/20"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-app-b"
  }
}

# vpc/erp/subnet/app/b
resource "aws_route_table_association" "erp_app_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_app.id
  subnet_id      = aws_subnet.erp_app_b.id
}

# vpc/erp/subnet/data
resource "aws_route_table" "erp_data" {
  region = "eu-central-1"

  vpc_id = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-data"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/erp/subnet/data/route/10.32.0.0/11
resource "aws_route" "erp_data_10_32_0_0_11" {
  region = "eu-central-1"

  destination_cidr_block = "10.32.0.0/11"
  route_table_id         = aws_route_table.erp_data.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.erp_attach_core]
}

# vpc/erp/subnet/data/a
resource "aws_subnet" "erp_data_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.32.1.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-data-a"
  }
}

# vpc/erp/subnet/data/a
resource "aws_route_table_association" "erp_data_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_data.id
  subnet_id      = aws_subnet.erp_data_a.id
}

# vpc/erp/subnet/data/b
resource "aws_subnet" "erp_data_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.32.2.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-data-b"
  }
}

# vpc/erp/subnet/data/b
resource "aws_route_table_association" "erp_data_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_data.id
  subnet_id      = aws_subnet.erp_data_b.id
}

# vpc/erp/subnet/public
resource "aws_route_table" "erp_public" {
  region = "eu-central-1"

  vpc_id = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-public"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/erp/subnet/public/route/0.0.0.0/0
resource "aws_route" "erp_public_0_0_0_0_0" {
  region = "eu-central-1"

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.erp.id
  route_table_id         = aws_route_table.erp_public.id
}

# vpc/erp/subnet/public/route/10.32.0.0/11
resource "aws_route" "erp_public_10_32_0_0_11" {
  region = "eu-central-1"

  destination_cidr_block = "10.32.0.0/11"
  route_table_id         = aws_route_table.erp_public.id
  transit_gateway_id     = aws_ec2_transit_gateway.core.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.erp_attach_core]
}

# vpc/erp/subnet/public/a
resource "aws_subnet" "erp_public_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.32.3.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-public-a"
  }
}

# vpc/erp/subnet/public/a
resource "aws_route_table_association" "erp_public_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_public.id
  subnet_id      = aws_subnet.erp_public_a.id
}

# vpc/erp/subnet/public/b
resource "aws_subnet" "erp_public_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.32.4.0/24"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-public-b"
  }
}

# vpc/erp/subnet/public/b
resource "aws_route_table_association" "erp_public_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_public.id
  subnet_id      = aws_subnet.erp_public_b.id
}

# vpc/erp/attach/core
resource "aws_ec2_transit_gateway_vpc_attachment" "erp_attach_core" {
  region = "eu-central-1"

  appliance_mode_support                          = "disable"
  dns_support                                     = "enable"
  subnet_ids                                      = [aws_subnet.erp_attach_core_a.id, aws_subnet.erp_attach_core_b.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  transit_gateway_id                              = aws_ec2_transit_gateway.core.id
  vpc_id                                          = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-core"
  }
}

# vpc/erp/attach/core
resource "aws_ec2_transit_gateway_route_table_association" "erp_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.erp_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/erp/attach/core
resource "aws_ec2_transit_gateway_route_table_propagation" "erp_attach_core" {
  region = "eu-central-1"

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.erp_attach_core.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.core.id
}

# vpc/erp/attach/core
resource "aws_route_table" "erp_attach_core" {
  region = "eu-central-1"

  vpc_id = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-core"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/erp/attach/core/a
resource "aws_subnet" "erp_attach_core_a" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az1"
  cidr_block              = "10.32.0.0/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-core-a"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/erp/attach/core/a
resource "aws_route_table_association" "erp_attach_core_a" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_attach_core.id
  subnet_id      = aws_subnet.erp_attach_core_a.id
}

# vpc/erp/attach/core/b
resource "aws_subnet" "erp_attach_core_b" {
  region = "eu-central-1"

  availability_zone_id    = "euc1-az2"
  cidr_block              = "10.32.0.16/28"
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.erp.id

  tags = {
    Name = "erp-dev-erp-core-b"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# vpc/erp/attach/core/b
resource "aws_route_table_association" "erp_attach_core_b" {
  region = "eu-central-1"

  route_table_id = aws_route_table.erp_attach_core.id
  subnet_id      = aws_subnet.erp_attach_core_b.id
}
