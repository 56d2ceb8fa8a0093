"""Finds attachments of a transit gateway that CloudFormation makes but does not tell the id of.

That of a VPN or of a Direct Connect gateway: this function looks for it until it is available. That of
the accepter's side of a peering inside one Region: it is there before anybody accepts it. Nothing is
made or changed.
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


def find_accepter(ec2, peering, seconds_left):
    """The attachment that AWS made for the accepter of a peering."""
    while True:
        found = ec2.describe_transit_gateway_peering_attachments(
            TransitGatewayAttachmentIds=[peering])["TransitGatewayPeeringAttachments"]
        accepter = found[0].get("AccepterTransitGatewayAttachmentId") if found else None
        if accepter:
            return accepter
        if seconds_left() < RESERVE + PAUSE:
            raise RuntimeError(f"{peering} has no attachment of its accepter")
        time.sleep(PAUSE)


def handler(event, context):
    """Answer one request of CloudFormation."""
    properties = event["ResourceProperties"]
    identity = event.get("PhysicalResourceId") or event["LogicalResourceId"]
    status, reason = cfnresponse.SUCCESS, None
    try:
        if event["RequestType"] != "Delete":
            def seconds_left():
                return context.get_remaining_time_in_millis() / 1000

            ec2 = boto3.client("ec2")
            if "PeeringAttachmentId" in properties:
                identity = find_accepter(ec2, properties["PeeringAttachmentId"], seconds_left)
            else:
                identity = find(ec2, properties["TransitGatewayId"], properties["ResourceId"], seconds_left)
    except Exception as problem:
        print(repr(problem))
        status, reason = cfnresponse.FAILED, str(problem)[:1000]
    cfnresponse.send(event, context, status, {}, identity, reason=reason)
