"""Tests of the accepter with a fake EC2: python3 -m unittest discover schema/accepter"""

import sys
import types
import unittest
from pathlib import Path


class Missing(Exception):
    """What botocore raises for an id that EC2 does not know."""

    response = {"Error": {"Code": "InvalidTransitGatewayAttachmentID.NotFound"}}


class FakeEc2:
    """Plays a list of states, one a look, and remembers the calls."""

    def __init__(self, states):
        self.states = list(states)
        self.calls = []

    def _next(self):
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        if state is Missing:
            raise Missing
        return state

    def describe_transit_gateway_peering_attachments(self, TransitGatewayAttachmentIds):
        return {"TransitGatewayPeeringAttachments": [{"State": self._next()}]}

    def describe_vpc_peering_connections(self, VpcPeeringConnectionIds):
        return {"VpcPeeringConnections": [{"Status": {"Code": self._next()}}]}

    def __getattr__(self, name):
        def call(**arguments):
            self.calls.append((name, arguments))
        return call


class Context:
    """A Lambda context whose time passes with every pause."""

    log_stream_name = "test"

    def __init__(self):
        self.left = 840

    def get_remaining_time_in_millis(self):
        return self.left * 1000


def load(clients, context, answers):
    """The module with its imports replaced."""
    boto3 = types.ModuleType("boto3")
    boto3.client = lambda service, **options: clients[options.get("region_name")]
    response = types.ModuleType("cfnresponse")
    response.SUCCESS, response.FAILED = "SUCCESS", "FAILED"
    response.send = lambda event, context, status, data, identity=None, noEcho=False, reason=None: answers.append((status, data, identity, reason))
    sys.modules.update(boto3=boto3, cfnresponse=response)
    module = types.ModuleType("accepter")
    exec(compile(Path(__file__).with_name("accepter.py").read_text(), "accepter.py", "exec"), module.__dict__)

    def sleep(seconds):
        context.left -= seconds

    module.time = types.SimpleNamespace(sleep=sleep)
    return module


def run(kind, states, properties=None):
    """One request; the answer and the clients of both sides."""
    theirs, ours = FakeEc2(states), FakeEc2(states)
    context, answers = Context(), []
    module = load({"eu-west-1": theirs, None: ours}, context, answers)
    event = {"RequestType": kind, "PhysicalResourceId": "tgw-attach-1", "ResourceProperties": properties or {"AttachmentId": "tgw-attach-1", "Region": "eu-west-1"}}
    module.handler(event, context)
    assert len(answers) == 1, answers
    return answers[0], theirs, ours


class Accepter(unittest.TestCase):
    def test_waits_accepts_once_and_waits_again(self):
        answer, theirs, _ = run("Create", [Missing, "initiatingRequest", "pendingAcceptance", "pendingAcceptance", "pending", "available"])
        self.assertEqual(answer[0], "SUCCESS")
        self.assertEqual([name for name, _ in theirs.calls], ["accept_transit_gateway_peering_attachment"])

    def test_what_is_available_stays_as_it_is(self):
        answer, theirs, _ = run("Update", ["available"])
        self.assertEqual(answer[0], "SUCCESS")
        self.assertEqual(theirs.calls, [])

    def test_a_failed_peering_fails_with_its_state(self):
        answer, _, _ = run("Create", ["pendingAcceptance", "failed"])
        self.assertEqual(answer[0], "FAILED")
        self.assertIn("failed", answer[3])

    def test_time_that_runs_out_is_told(self):
        answer, _, _ = run("Create", ["initiatingRequest"])
        self.assertEqual(answer[0], "FAILED")
        self.assertIn("too long", answer[3])

    def test_delete_rejects_what_is_pending(self):
        answer, theirs, _ = run("Delete", ["pendingAcceptance"])
        self.assertEqual(answer[0], "SUCCESS")
        self.assertEqual([name for name, _ in theirs.calls], ["reject_transit_gateway_peering_attachment"])

    def test_delete_leaves_the_rest_and_never_fails(self):
        for state in ("available", "deleted", Missing):
            answer, theirs, _ = run("Delete", [state])
            self.assertEqual(answer[0], "SUCCESS")
            self.assertEqual(theirs.calls, [])

    def test_a_vpc_peering_gets_its_options_at_both_ends(self):
        properties = {"PeeringConnectionId": "pcx-1", "Region": "eu-west-1", "Dns": "true"}
        answer, theirs, ours = run("Create", ["pending-acceptance", "provisioning", "active"], properties)
        self.assertEqual(answer[0], "SUCCESS")
        self.assertEqual([name for name, _ in theirs.calls], ["accept_vpc_peering_connection", "modify_vpc_peering_connection_options"])
        self.assertEqual([name for name, _ in ours.calls], ["modify_vpc_peering_connection_options"])


class Inside:
    """Two gateways of one region: each side has an attachment, which becomes available by itself."""

    def __init__(self):
        self.states = {"tgw-attach-1": ["pendingAcceptance", "pending", "available"], "tgw-attach-2": ["pendingAcceptance"]}
        self.accepted = []

    def describe_transit_gateway_peering_attachments(self, TransitGatewayAttachmentIds):
        states = self.states[TransitGatewayAttachmentIds[0]]
        state = states.pop(0) if len(states) > 1 and self.accepted else states[0]
        return {"TransitGatewayPeeringAttachments": [{"State": state, "AccepterTransitGatewayAttachmentId": "tgw-attach-2"}]}

    def accept_transit_gateway_peering_attachment(self, TransitGatewayAttachmentId):
        self.accepted.append(TransitGatewayAttachmentId)
        self.states["tgw-attach-2"] = ["available"]


class InsideOneRegion(unittest.TestCase):
    def test_the_accepters_own_is_accepted_and_both_sides_are_waited_for(self):
        ec2, context, answers = Inside(), Context(), []
        module = load({"eu-west-1": ec2, None: ec2}, context, answers)
        properties = {"AttachmentId": "tgw-attach-1", "Region": "eu-west-1", "SameRegion": "true"}
        module.handler({"RequestType": "Create", "ResourceProperties": properties}, context)
        self.assertEqual(ec2.accepted, ["tgw-attach-2"])
        self.assertEqual(answers, [("SUCCESS", {"AccepterAttachmentId": "tgw-attach-2"}, "tgw-attach-1", None)])
        self.assertEqual(ec2.states["tgw-attach-1"], ["available"])


if __name__ == "__main__":
    unittest.main()
