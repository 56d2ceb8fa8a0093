# The estate that examples/brownfield calls existing, and the output of mrc beside it.

terraform {
  required_version = ">= 1.6"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_ec2_transit_gateway" "backbone" {
  amazon_side_asn                 = 64512
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}

resource "aws_ec2_transit_gateway_route_table" "backbone" {
  transit_gateway_id = aws_ec2_transit_gateway.backbone.id
}

resource "aws_vpc" "legacy" {
  cidr_block = "10.90.0.0/16"

  tags = {
    Name = "legacy"
  }
}

resource "aws_route_table" "legacy" {
  vpc_id = aws_vpc.legacy.id
}

resource "aws_subnet" "legacy" {
  cidr_block = "10.90.0.0/20"
  vpc_id     = aws_vpc.legacy.id

  tags = {
    Name = "legacy"
  }
}

resource "aws_route_table_association" "legacy" {
  route_table_id = aws_route_table.legacy.id
  subnet_id      = aws_subnet.legacy.id
}

module "net" {
  source = "./net"

  backbone_id          = aws_ec2_transit_gateway.backbone.id
  backbone_route_table = aws_ec2_transit_gateway_route_table.backbone.id
  legacy_route_table   = aws_route_table.legacy.id
  legacy_vpc_id        = aws_vpc.legacy.id
}
