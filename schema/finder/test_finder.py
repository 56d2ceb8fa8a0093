"""Tests of the finder with a fake EC2: python3 -m unittest discover schema/finder"""

import sys
import types
import unittest
from pathlib import Path


class FakeEc2:
    """Plays a list of answers, one a look."""

    def __init__(self, answers):
        self.answers = list(answers)
        self.filters = None

    def describe_transit_gateway_peering_attachments(self, TransitGatewayAttachmentIds):
        accepter = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        found = {"TransitGatewayAttachmentId": TransitGatewayAttachmentIds[0]}
        return {"TransitGatewayPeeringAttachments": [{**found, "AccepterTransitGatewayAttachmentId": accepter}]}

    def describe_transit_gateway_attachments(self, Filters):
        self.filters = {each["Name"]: each["Values"] for each in Filters}
        state = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        found = [] if state is None else [{"TransitGatewayAttachmentId": "tgw-attach-1", "State": state}]
        return {"TransitGatewayAttachments": found}


class Context:
    """A Lambda context whose time passes with every pause."""

    def __init__(self):
        self.left = 840

    def get_remaining_time_in_millis(self):
        return self.left * 1000


def run(states, request="Create", properties=None):
    """What CloudFormation is told."""
    ec2, context, answers = FakeEc2(states), Context(), []
    boto3 = types.ModuleType("boto3")
    boto3.client = lambda service: ec2
    response = types.ModuleType("cfnresponse")
    response.SUCCESS, response.FAILED = "SUCCESS", "FAILED"
    response.send = lambda event, context, status, data, identity=None, noEcho=False, reason=None: answers.append(
        (status, identity, reason))
    sys.modules.update(boto3=boto3, cfnresponse=response)
    module = types.ModuleType("finder")
    exec(Path(__file__).with_name("finder.py").read_text(), module.__dict__)
    module.time = types.SimpleNamespace(sleep=lambda seconds: setattr(context, "left", context.left - seconds))
    event = {"RequestType": request, "LogicalResourceId": "Attachment",
             "ResourceProperties": properties or {"TransitGatewayId": "tgw-1", "ResourceId": "vpn-1"}}
    if request != "Create":
        event["PhysicalResourceId"] = "tgw-attach-1"
    module.handler(event, context)
    return answers[0], ec2


class Finder(unittest.TestCase):
    def test_waits_until_it_is_available(self):
        answer, ec2 = run([None, "pending", "available"])
        self.assertEqual(answer, ("SUCCESS", "tgw-attach-1", None))
        self.assertEqual(ec2.filters, {"transit-gateway-id": ["tgw-1"], "resource-id": ["vpn-1"]})

    def test_the_accepter_of_a_peering_is_there_before_it_is_accepted(self):
        answer, _ = run([None, "tgw-attach-2"], properties={"PeeringAttachmentId": "tgw-attach-1"})
        self.assertEqual(answer, ("SUCCESS", "tgw-attach-2", None))

    def test_says_when_it_never_is(self):
        self.assertEqual(run([None])[0][0], "FAILED")
        self.assertEqual(run(["rejected"])[0][0], "FAILED")

    def test_deletion_looks_at_nothing(self):
        answer, ec2 = run([None], "Delete")
        self.assertEqual(answer[:2], ("SUCCESS", "tgw-attach-1"))
        self.assertIsNone(ec2.filters)


if __name__ == "__main__":
    unittest.main()
