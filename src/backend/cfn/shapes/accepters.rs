//! Acceptance of a peering: a custom resource, since CloudFormation has none of its own.
//!
//! The function (`schema/accepter/accepter.py`) is in the requester's stack and works in the
//! accepting place.

use super::{Beside, Builder, Form, Taken, own_ref, rest};
use crate::backend::cfn::accepter::FUNCTION;
use crate::backend::cfn::function::FINDER;
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;
use crate::backend::cfn::{Accepter, Cx};
use crate::graph::{Resource, Value};
use crate::resources::descriptor;

pub fn transit_gateway_peering_accepter<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut properties = Builder(Vec::new());
    properties.maybe(reader, "AttachmentId", taken.take("transit_gateway_attachment_id"));
    // The function finds the accepter's attachment by the requester's.
    taken.take("requester_transit_gateway_id");
    if taken.take("accepter_transit_gateway_id").is_some() {
        properties.set("SameRegion", Node::Bool(true));
    }
    finish(reader, taken, properties)
}

/// A request. Where a pipeline accepts, nobody but the finder knows the attachment that AWS makes for
/// the accepter inside a region.
pub fn transit_gateway_peering_attachment<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let properties = rest(reader, taken, &descriptor(taken.resource.ty).cfn);
    let mut beside = Vec::new();
    if is_found(reader.cx, taken.resource) {
        let mut properties = Builder(Vec::new());
        properties.set("PeeringAttachmentId", Node::Ref(own_ref(reader, taken)));
        properties.set("ServiceTimeout", Node::Int(900));
        properties.set("ServiceToken", Node::GetAtt(FINDER.into(), "Arn".into()));
        beside.push(Beside { suffix: "Accepter", ty: "Custom::TransitGatewayAttachment", properties: properties.0, after: false });
    }
    Form { properties, beside, ..Form::default() }
}

/// Whether the finder looks for the accepter's attachment of a request.
pub fn is_found(cx: &Cx, request: &Resource) -> bool {
    let region = &cx.graph.place(request.place).region;
    let inside = |(name, value): &(&str, Value)| *name == "peer_region" && matches!(value, Value::Str(peer) if **peer == **region);
    cx.options.accepter == Accepter::Pipeline && request.props.iter().any(inside)
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
