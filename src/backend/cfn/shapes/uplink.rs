//! A VPN or an association of a Direct Connect gateway, and its attachment, which CloudFormation
//! does not tell: the finder of the stack looks for it.

use super::{Beside, Builder, Form, Taken, own_ref, rest};
use crate::backend::cfn::function::FINDER;
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;
use crate::resources::descriptor;

pub const SUFFIX: &str = "Attachment";

pub fn vpn_connection<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let own = Node::Ref(own_ref(reader, taken));
    let properties = rest(reader, taken, &descriptor(taken.resource.ty).cfn);
    let beside = attachment(reader, taken, "transit_gateway_id", own);
    Form { properties, beside: vec![beside], ..Form::default() }
}

pub fn direct_connect_association<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let gateway = taken.take("dx_gateway_id").map(|value| reader.node(value)).unwrap_or(Node::from(""));
    let mut properties = Builder(rest(reader, taken, &descriptor(taken.resource.ty).cfn));
    properties.set("DirectConnectGatewayId", gateway.clone());
    let mut beside = attachment(reader, taken, "associated_gateway_id", gateway);
    beside.after = true;
    Form { properties: properties.0, beside: vec![beside], ..Form::default() }
}

fn attachment<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>, gateway: &str, resource: Node<'g>) -> Beside<'g> {
    let mut properties = Builder(Vec::new());
    properties.set("ResourceId", resource);
    properties.set("ServiceTimeout", Node::Int(900));
    properties.set("ServiceToken", Node::GetAtt(FINDER.into(), "Arn".into()));
    properties.maybe(reader, "TransitGatewayId", taken.take(gateway));
    Beside { suffix: SUFFIX, ty: "Custom::TransitGatewayAttachment", properties: properties.0, after: false }
}
