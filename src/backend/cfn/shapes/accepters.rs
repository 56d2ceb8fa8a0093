//! Acceptance of a peering: a custom resource, since CloudFormation has none of its own.
//!
//! The function (`schema/accepter/accepter.py`) is in the requester's stack and works in the
//! accepting place.

use super::{Builder, Form, Taken};
use crate::backend::cfn::accepter::FUNCTION;
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;

pub fn transit_gateway_peering_accepter<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut properties = Builder(Vec::new());
    properties.maybe(reader, "AttachmentId", taken.take("transit_gateway_attachment_id"));
    finish(reader, taken, properties)
}

pub fn vpc_peering_accepter<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut properties = Builder(Vec::new());
    properties.maybe(reader, "Dns", taken.take("dns"));
    properties.maybe(reader, "PeeringConnectionId", taken.take("vpc_peering_connection_id"));
    finish(reader, taken, properties)
}

fn finish<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>, mut properties: Builder<'g>) -> Form<'g> {
    // The accepter's place says the same as its peer_region: where the request arrives.
    let place = reader.cx.graph.place(taken.resource.place);
    taken.take("peer_region");
    // The function has it.
    taken.take("logs_key_arn");
    properties.set("Region", place.region.as_str());
    properties.maybe(reader, "RoleArn", taken.take("accepter_role_arn"));
    properties.set("ServiceTimeout", Node::Int(900));
    properties.set("ServiceToken", Node::GetAtt(FUNCTION.into(), "Arn".into()));
    Form { properties: properties.0, tagged: true, ..Form::default() }
}
