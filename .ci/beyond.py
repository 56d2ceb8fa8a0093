"""What the kit does not know yet: endpoints of network firewalls, and attachments of VPNs.

A VPN and an association of a Direct Connect gateway get an attachment in the emulator, which tables
can be associated with and learn from. A VPC tells its IPv6 ranges. What lies at the other end is not there, so no packet is sent
there.

The kit keeps firewalls as records and lets a packet end at their endpoints. Here an endpoint's id
names its subnet, in the emulator and in the stand-in for the AWS provider, and a packet that is sent
to an endpoint goes on from that subnet, by that subnet's table. Only routing is looked at, as
everywhere in the walker: what the firewall would drop is not known.
"""

from __future__ import annotations

PREFIX = "vpce-"


def teach() -> None:
    """Make the kit of this process know them."""
    _walker()
    _provider()
    _deployer()
    _attachments()
    _ipv6()


def _walker() -> None:
    from mrc_conformance.network import walk

    follow = walk._follow

    def _follow(network, subnet, vpc, route, address, trace):
        behind = network.subnets.get(route.target.removeprefix(PREFIX)) if route.kind == "endpoint" else None
        if behind is None:
            return follow(network, subnet, vpc, route, address, trace)
        if behind.vpc != subnet.vpc:
            return trace.drop(f"{route.target} is not in the VPC of {subnet.id}")
        trace.hops.append(route.target)
        return walk._from_subnet(network, behind, address, trace)

    walk._follow = _follow


def _provider() -> None:
    from mrc_conformance.provider import fakes

    made_up = fakes._made_up

    def _made_up(resource, name, kind, state, place):
        if (resource, name) != ("aws_networkfirewall_firewall", "firewall_status"):
            return made_up(resource, name, kind, state, place)
        states = [
            {
                "attachment": [{"endpoint_id": PREFIX + each["subnet_id"], "subnet_id": each["subnet_id"]}],
                "availability_zone": "unknown",
            }
            for each in state["subnet_mapping"]
        ]
        return [{"sync_states": states, "transit_gateway_attachment_sync_states": []}]

    fakes._made_up = _made_up


def _deployer() -> None:
    try:
        from moto.ec2.models import vpcs
    except ModuleNotFoundError:
        return
    from mrc_conformance.cloudformation import registry
    from mrc_conformance.cloudformation.resources import recorded  # noqa: F401  what is there must come first

    backend = vpcs.VPCBackend
    create = backend.create_vpc_endpoint

    def create_vpc_endpoint(self, *arguments, **named):
        made = create(self, *arguments, **named)
        if made.vpc_endpoint_type == "GatewayLoadBalancer":
            del self.vpc_end_points[made.id]
            made.id = PREFIX + made.subnet_ids[0]
            self.vpc_end_points[made.id] = made
        return made

    backend.create_vpc_endpoint = create_vpc_endpoint

    def delete(cx, record):
        cx.call("ec2", "delete_vpc_endpoints", VpcEndpointIds=[record["attributes"]["EndpointIds"][0].split(":")[1]])

    def create_firewall(cx, p):
        given = p.rest()
        endpoints = []
        for mapping in given["SubnetMappings"]:
            subnet = cx.call("ec2", "describe_subnets", SubnetIds=[mapping["SubnetId"]])["Subnets"][0]
            made = cx.call(
                "ec2", "create_vpc_endpoint", VpcEndpointType="GatewayLoadBalancer", VpcId=given["VpcId"],
                ServiceName="com.amazonaws.vpce.firewall", SubnetIds=[mapping["SubnetId"]])["VpcEndpoint"]
            endpoints.append(f"{subnet['AvailabilityZone']}:{made['VpcEndpointId']}")
        arn = cx.arn("network-firewall", f"firewall/{given['FirewallName']}")
        return registry.Made(arn, {"FirewallArn": arn, "EndpointIds": endpoints})

    kind = "AWS::NetworkFirewall::Firewall"
    registry.resource(kind, delete=delete)(create_firewall)


def _attachments() -> None:
    try:
        from moto.ec2.models import ec2_backends
        from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachment
    except ModuleNotFoundError:
        return
    from mrc_conformance.cloudformation import registry
    from mrc_conformance.cloudformation.resources import recorded  # noqa: F401  what is there must come first

    def made_with(kind, resource_type, gateway, resource):
        """The kind as the kit records it, and an attachment beside it."""
        record = registry.HANDLERS[kind].create

        def create(cx, p):
            properties = dict(p._values)
            made = record(cx, p)
            backend = ec2_backends[cx.account][cx.region]
            attachment = TransitGatewayAttachment(
                backend, resource(properties, made), resource_type, backend.transit_gateways[properties[gateway]])
            backend.transit_gateway_attachments[attachment.id] = attachment
            return made

        def delete(cx, state):
            backend = ec2_backends[cx.account][cx.region]
            for identity, each in list(backend.transit_gateway_attachments.items()):
                if each.resource_type == resource_type and each.transit_gateway_id == state["properties"][gateway]:
                    for table in backend.transit_gateways_route_tables.values():
                        assert identity not in table.route_table_associations, f"{identity} is still associated"
                    del backend.transit_gateway_attachments[identity]

        registry.resource(kind, delete=delete)(create)

    made_with("AWS::EC2::VPNConnection", "vpn", "TransitGatewayId", lambda properties, made: made.physical_id)
    made_with(
        "AWS::DirectConnect::DirectConnectGatewayAssociation", "direct-connect-gateway", "AssociatedGatewayId",
        lambda properties, made: properties["DirectConnectGatewayId"])


def _ipv6() -> None:
    from mrc_conformance.cloudformation import registry
    from mrc_conformance.cloudformation.resources import vpc  # noqa: F401  what is there must come first

    make_vpc = registry.HANDLERS["AWS::EC2::VPC"]
    make_range = registry.HANDLERS["AWS::EC2::VPCCidrBlock"]
    ranges: dict[str, list[str]] = {}

    def create_vpc(cx, p):
        made = make_vpc.create(cx, p)
        made.attributes["Ipv6CidrBlocks"] = ranges.setdefault(made.physical_id, [])
        return made

    def create_range(cx, p):
        from moto.ec2.models import vpcs

        identity = p._values["VpcId"]
        wanted, holder = p.pop("Ipv6CidrBlock"), [p.pop(name) for name in ("Ipv6Pool", "Ipv6IpamPoolId")]
        if wanted is None:
            made = make_range.create(cx, p)
        else:
            # The emulator has Amazon's ranges only; a range of one's own comes from one pool.
            assert any(holder), "a range of one's own comes from a pool"
            random, vpcs.random_ipv6_cidr = vpcs.random_ipv6_cidr, lambda: wanted
            p._values["AmazonProvidedIpv6CidrBlock"] = True
            try:
                made = make_range.create(cx, p)
            finally:
                vpcs.random_ipv6_cidr = random
        found = cx.call("ec2", "describe_vpcs", VpcIds=[identity])["Vpcs"][0]
        ranges.setdefault(identity, [])[:] = [
            each["Ipv6CidrBlock"] for each in found.get("Ipv6CidrBlockAssociationSet", [])]
        return made

    registry.resource("AWS::EC2::VPC", delete=make_vpc.delete, update=make_vpc.update)(create_vpc)
    registry.resource("AWS::EC2::VPCCidrBlock", delete=make_range.delete, update=make_range.update)(create_range)
