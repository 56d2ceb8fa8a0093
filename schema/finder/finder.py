"""Finds the attachment that a VPN or a Direct Connect gateway has on a transit gateway.

CloudFormation makes the VPN and the association but does not say the attachment's id, which route
tables need. This function looks for it until it is available. Nothing is made or changed.
"""

import time

import boto3
import cfnresponse

# Left before the function's own timeout, to tell CloudFormation what happened.
RESERVE = 30
PAUSE = 10
WAITING = ("initiating", "initiatingRequest", "pending", "pendingAcceptance", "modifying")


def look(ec2, gateway, resource):
    """The attachment of a resource on a gateway: its id and state, None where there is none."""
    found = ec2.describe_transit_gateway_attachments(Filters=[
        {"Name": "transit-gateway-id", "Values": [gateway]},
        {"Name": "resource-id", "Values": [resource]},
    ])["TransitGatewayAttachments"]
    alive = [each for each in found if each["State"] not in ("deleted", "deleting", "failed")]
    return (alive[0]["TransitGatewayAttachmentId"], alive[0]["State"]) if alive else None


def find(ec2, gateway, resource, seconds_left):
    """Wait until the attachment can be used."""
    while True:
        now = look(ec2, gateway, resource)
        if now is not None and now[1] == "available":
            return now[0]
        if now is not None and now[1] not in WAITING:
            raise RuntimeError(f"{now[0]} is {now[1]} and will not become available")
        if seconds_left() < RESERVE + PAUSE:
            raise RuntimeError(f"the attachment of {resource} on {gateway} is {now} and took too long")
        time.sleep(PAUSE)


def handler(event, context):
    """Answer one request of CloudFormation."""
    properties = event["ResourceProperties"]
    identity = event.get("PhysicalResourceId") or event["LogicalResourceId"]
    status, reason = cfnresponse.SUCCESS, None
    try:
        if event["RequestType"] != "Delete":
            identity = find(
                boto3.client("ec2"), properties["TransitGatewayId"], properties["ResourceId"],
                lambda: context.get_remaining_time_in_millis() / 1000)
    except Exception as problem:
        print(repr(problem))
        status, reason = cfnresponse.FAILED, str(problem)[:1000]
    cfnresponse.send(event, context, status, {}, identity, reason=reason)
