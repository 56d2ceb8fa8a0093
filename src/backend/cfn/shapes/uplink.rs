//! A VPN or an association of a Direct Connect gateway, and its attachment, which CloudFormation
//! does not tell: the finder of the stack looks for it.

use super::{Beside, Builder, Form, Taken, own_ref, rest};
use crate::backend::cfn::function::FINDER;
use crate::backend::cfn::ids::property;
use crate::backend::cfn::node::{Fields, Node};
use crate::backend::cfn::value::Reader;
use crate::graph::Value;
use crate::resources::descriptor;

pub const SUFFIX: &str = "Attachment";

pub fn vpn_connection<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    // The function has it.
    taken.take("logs_key_arn");
    let tunnel = Node::Map(tunnel(reader, taken));
    let own = Node::Ref(own_ref(reader, taken));
    let mut properties = Builder(rest(reader, taken, &descriptor(taken.resource.ty).cfn));
    properties.set("VpnTunnelOptionsSpecifications", vec![tunnel.clone(), tunnel]);
    let beside = attachment(reader, taken, "transit_gateway_id", own);
    Form { properties: properties.0, beside: vec![beside], ..Form::default() }
}

/// Every list is one of structures with a value each.
fn tunnel<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Fields<'g> {
    let Some(Value::Struct(options)) = taken.take("tunnel") else { return Vec::new() };
    let mut fields = Builder(Vec::new());
    for (name, value) in options {
        let key = match *name {
            "log_group_arn" => {
                let log = Node::map([
                    ("LogEnabled", Node::Bool(true)),
                    ("LogGroupArn", reader.node(value)),
                    ("LogOutputFormat", Node::from("json")),
                ]);
                fields.set("LogOptions", Node::map([("CloudwatchLogOptions", log)]));
                continue;
            }
            "ike_versions" => "IKEVersions",
            "phase1_dh_group_numbers" => "Phase1DHGroupNumbers",
            "phase2_dh_group_numbers" => "Phase2DHGroupNumbers",
            name => property(name),
        };
        let values = match value {
            Value::List(values) => values.iter().map(|each| Node::map([("Value", reader.node(each))])).collect(),
            _ => Vec::new(),
        };
        fields.set(key, Node::List(values));
    }
    fields.0
}

pub fn direct_connect_association<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    // The function has it.
    taken.take("logs_key_arn");
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
