"""Accepts peerings of transit gateways and of VPCs, for stacks that ask for them.

CloudFormation asks for a peering but has no resource that accepts one in another region. This
function does: it waits until the request can be accepted, accepts it where it arrived, and waits
until the peering works. Everything may be repeated. On Delete it refuses what is still pending and
leaves the rest to CloudFormation, which deletes the peering itself.
"""

import time

import boto3
import cfnresponse

# Left before the function's own timeout, to tell CloudFormation what happened.
RESERVE = 30
PAUSE = 10


class TransitGatewayPeering:
    """A peering of transit gateways.

    Between Regions both sides share one attachment. Inside a Region AWS makes one for each side, and
    only the accepter's own can be accepted and be used on the accepter's route tables.
    """

    pending, ready = ("pendingAcceptance",), "available"
    waiting = ("initiating", "initiatingRequest", "pending", "modifying")

    def __init__(self, properties):
        self.id = properties["AttachmentId"]
        self.inside = properties.get("SameRegion") == "true"
        self.theirs = client(properties["Region"], properties.get("RoleArn"))
        self.ours = client()
        self.accepter = None if self.inside else self.id

    def look(self, ec2, identity):
        found = ec2.describe_transit_gateway_peering_attachments(
            TransitGatewayAttachmentIds=[identity])["TransitGatewayPeeringAttachments"]
        return found[0] if found else {}

    def state(self):
        if self.accepter is None:
            self.accepter = self.look(self.ours, self.id).get("AccepterTransitGatewayAttachmentId")
        if self.accepter is None:
            return None
        state = self.look(self.theirs, self.accepter).get("State")
        if self.inside and state == self.ready:
            # Each side becomes available by itself.
            ours = self.look(self.ours, self.id).get("State")
            return "pending" if ours in self.pending else ours
        return state

    def accept(self):
        self.theirs.accept_transit_gateway_peering_attachment(TransitGatewayAttachmentId=self.accepter)

    def reject(self):
        self.theirs.reject_transit_gateway_peering_attachment(TransitGatewayAttachmentId=self.accepter)

    def finish(self):
        """What the stack wants to know: the attachment of the accepter's side."""
        return {"AccepterAttachmentId": self.accepter}


class VpcPeering:
    """A peering connection of two VPCs, and whether names resolve over it."""

    pending, ready = ("pending-acceptance",), "active"
    waiting = ("initiating-request", "provisioning")

    def __init__(self, properties):
        self.id = properties["PeeringConnectionId"]
        self.dns = properties.get("Dns") == "true"
        self.theirs = client(properties["Region"], properties.get("RoleArn"))
        self.ours = client()

    def state(self):
        found = self.theirs.describe_vpc_peering_connections(
            VpcPeeringConnectionIds=[self.id])["VpcPeeringConnections"]
        return found[0]["Status"]["Code"] if found else None

    def accept(self):
        self.theirs.accept_vpc_peering_connection(VpcPeeringConnectionId=self.id)

    def reject(self):
        self.theirs.reject_vpc_peering_connection(VpcPeeringConnectionId=self.id)

    def finish(self):
        """Each side sets its own options, in its own region."""
        options = {"AllowDnsResolutionFromRemoteVpc": self.dns}
        self.ours.modify_vpc_peering_connection_options(
            VpcPeeringConnectionId=self.id, RequesterPeeringConnectionOptions=options)
        self.theirs.modify_vpc_peering_connection_options(
            VpcPeeringConnectionId=self.id, AccepterPeeringConnectionOptions=options)
        return {}


def client(region=None, role=None):
    """EC2 in a region, as a role of the account where the request arrives if there is one."""
    if not role:
        return boto3.client("ec2", region_name=region)
    session = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName="mrc-accepter")
    keys = session["Credentials"]
    return boto3.client(
        "ec2", region_name=region, aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"], aws_session_token=keys["SessionToken"])


def peering(properties):
    """What the resource of the template is about."""
    kind = TransitGatewayPeering if "AttachmentId" in properties else VpcPeering
    return kind(properties)


def is_missing(problem):
    """Whether EC2 does not know the id: not yet in the other region, or no longer."""
    response = getattr(problem, "response", {})
    return response.get("Error", {}).get("Code", "").endswith("NotFound")


def state(each):
    """The state of a peering, None where it is not known."""
    try:
        return each.state()
    except Exception as problem:
        if is_missing(problem):
            return None
        raise


def accept(each, seconds_left):
    """Accept a peering once it can be, wait until it works, and tell about it."""
    accepted = False
    while True:
        now = state(each)
        if now == each.ready:
            return each.finish()
        if now in each.pending:
            if not accepted:
                each.accept()
                accepted = True
        elif now is not None and now not in each.waiting:
            raise RuntimeError(f"{each.id} is {now} and cannot be accepted")
        if seconds_left() < RESERVE + PAUSE:
            raise RuntimeError(f"{each.id} is {now} and took too long to become {each.ready}")
        time.sleep(PAUSE)


def refuse(each):
    """Reject what is still pending. Never fails: a stack must not hang on its way out."""
    try:
        if state(each) in each.pending:
            each.reject()
    except Exception as problem:
        print(f"{each.id} was left as it is: {problem!r}")


def handler(event, context):
    """Answer one request of CloudFormation."""
    properties = event["ResourceProperties"]
    identity = properties.get("AttachmentId") or properties.get("PeeringConnectionId")
    status, reason, data = cfnresponse.SUCCESS, None, {}
    try:
        if event["RequestType"] == "Delete":
            refuse(peering(properties))
        else:
            data = accept(peering(properties), lambda: context.get_remaining_time_in_millis() / 1000)
    except Exception as problem:
        print(repr(problem))
        # Nothing is lost when a deletion goes wrong here: the peering is deleted by its own stack.
        if event["RequestType"] != "Delete":
            status, reason = cfnresponse.FAILED, str(problem)[:1000]
    cfnresponse.send(event, context, status, data, identity, reason=reason)
