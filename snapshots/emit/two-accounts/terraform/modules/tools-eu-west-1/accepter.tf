# The role that accepts peerings of other accounts

# peering/accepter
resource "aws_iam_role" "accepter" {
  description = "Accepts peerings that other accounts request, in eu-west-1"
  name        = "corp-peering-accepter-eu-west-1"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          AWS = "arn:aws:iam::111122223333:root"
        }
        Action = "sts:AssumeRole"
        Condition = {
          ArnLike = {
            "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/corp-*"
          }
        }
      },
    ]
  })

  tags = {
    Name = "corp-peering-accepter-eu-west-1"
  }
}

# peering/accepter
resource "aws_iam_role_policy" "accepter_accept_peerings" {
  name = "accept-peerings"
  role = aws_iam_role.accepter.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "ec2:AcceptTransitGatewayPeeringAttachment",
          "ec2:AcceptVpcPeeringConnection",
          "ec2:DescribeTransitGatewayPeeringAttachments",
          "ec2:DescribeVpcPeeringConnections",
          "ec2:ModifyVpcPeeringConnectionOptions",
          "ec2:RejectTransitGatewayPeeringAttachment",
        ]
        Resource = "*"
        Condition = {
          StringEquals = {
            "aws:RequestedRegion" = "eu-west-1"
          }
        }
      },
    ]
  })
}
