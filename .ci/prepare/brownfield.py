"""The estate that examples/brownfield calls existing: a gateway with its table, and a VPC."""


def prepare(client):
    """Make it and return the values of the topology's parameters."""
    ec2 = client("ec2", "us-east-1")
    gateway = ec2.create_transit_gateway(Options={
        "AmazonSideAsn": 64512, "DefaultRouteTableAssociation": "disable",
        "DefaultRouteTablePropagation": "disable"})["TransitGateway"]["TransitGatewayId"]
    table = ec2.create_transit_gateway_route_table(TransitGatewayId=gateway)
    vpc = ec2.create_vpc(CidrBlock="10.90.0.0/16", TagSpecifications=[
        {"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "legacy"}]}])["Vpc"]["VpcId"]
    routes = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.90.0.0/20", TagSpecifications=[
        {"ResourceType": "subnet", "Tags": [{"Key": "Name", "Value": "legacy"}]}])["Subnet"]["SubnetId"]
    ec2.associate_route_table(SubnetId=subnet, RouteTableId=routes)
    return {
        "BackboneId": gateway,
        "BackboneRouteTable": table["TransitGatewayRouteTable"]["TransitGatewayRouteTableId"],
        "LegacyVpcId": vpc,
        "LegacyRouteTable": routes,
    }
