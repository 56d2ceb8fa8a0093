#!/usr/bin/env python3
"""Runs a program of the kit with what AWS does and the kit does not yet.

    corrected.py KIT cfn ARGUMENT...        cfn_deploy.py
    corrected.py KIT terraform DIR STATE    tf_check.sh

A pipeline waits until a peering can be accepted, and then for both of its sides, as deploy.sh does;
the kit accepts at once and looks at one side. The step that accepts a peering of VPCs is missing in
the kit. `aws_ec2_transit_gateway_attachment` finds the attachment that a peering has on a gateway,
which the kit's stand-in makes up.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(sys.argv[1]).resolve()))


def correct_cloudformation() -> None:
    """The steps of a pipeline."""
    from mrc_conformance.cloudformation import deployment
    from mrc_conformance.cloudformation.resources import transit
    from mrc_conformance.cloudformation.resources.transit import wait_for

    def accept_when_it_can_be(cx, identity):
        if transit._peering_state(cx, identity) != "available":
            wait_for(lambda: transit._peering_state(cx, identity), "pendingAcceptance", refused=("failed",))
        transit.accept_peering(cx, identity)
        # Inside a region the requester's attachment becomes available by itself.
        answer = cx.call("ec2", "describe_transit_gateway_peering_attachments", TransitGatewayAttachmentIds=[identity])
        owner = answer["TransitGatewayPeeringAttachments"][0]["RequesterTgwInfo"]["OwnerId"]
        there = type(cx)(cx.aws, owner, cx.region, "step", "wait")
        for each in there.call("ec2", "describe_transit_gateway_peering_attachments")["TransitGatewayPeeringAttachments"]:
            if each.get("AccepterTransitGatewayAttachmentId") == identity:
                requester = each["TransitGatewayAttachmentId"]
                wait_for(lambda: transit._peering_state(there, requester), "available", refused=("failed",))

    def accept_vpcs(cx, identity):
        found = cx.call("ec2", "describe_vpc_peering_connections", VpcPeeringConnectionIds=[identity])
        if found["VpcPeeringConnections"][0]["Status"]["Code"] != "active":
            cx.call("ec2", "accept_vpc_peering_connection", VpcPeeringConnectionId=identity)

    deployment.STEPS["accept-transit-gateway-peering"] = ("attachment", accept_when_it_can_be)
    deployment.STEPS["accept-vpc-peering"] = ("connection", accept_vpcs)


def correct_deletions() -> None:
    """A function that answers on Delete whatever it is refused may have lost its permission.

    An update takes from the role what the new resources do not need, and deletes the old ones after.
    """
    from mrc_conformance.cloudformation import DeployError, custom

    delete, check = custom.delete, custom._check_permissions

    def check_if_there(*arguments):
        try:
            check(*arguments)
        except DeployError as problem:
            print(f"refused on Delete, and not needed: {problem}")

    def delete_anyway(*arguments):
        custom._check_permissions = check_if_there
        try:
            delete(*arguments)
        finally:
            custom._check_permissions = check

    custom.delete = delete_anyway


def correct_terraform() -> None:
    """The data source that finds an attachment."""
    from mrc_conformance.provider import lookups

    answer = lookups.answer

    def answer_for_attachments(world, name, config, state, place):
        if name != "aws_ec2_transit_gateway_attachment":
            return answer(world, name, config, state, place)
        wanted = {each["name"]: each["values"] for each in config.get("filter") or []}
        only = {"filter": [each for each in config["filter"] if each["name"] == "transit-gateway-id"]}
        peers = wanted["resource-id"]
        found = [identity for identity, thing in world.find_peerings(only, config.get("region") or place.region)
                 if {thing.state["transit_gateway_id"], thing.state["peer_transit_gateway_id"]} & set(peers)]
        if len(found) != 1:
            raise lookups.Refused(f"{len(found)} attachments of {peers} match")
        return {**state, "id": found[0], "transit_gateway_attachment_id": found[0], "state": "pendingAcceptance"}

    lookups.answer = answer_for_attachments


def main(program: str, arguments: list[str]) -> int:
    """Correct the kit, then do what its program does."""
    if program == "cfn":
        correct_cloudformation()
        import cfn_deploy

        return cfn_deploy.main(arguments)
    correct_terraform()
    from mrc_conformance import terraform_check

    return terraform_check.main(arguments)


if __name__ == "__main__":
    from mrc_conformance.environment import enter_venv

    enter_venv()
    sys.exit(main(sys.argv[2], sys.argv[3:]))
