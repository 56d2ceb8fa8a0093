//! An endpoint, whose private DNS has words where others have yes and no.

use super::{Form, Taken, member, rest, structure};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;
use crate::graph::Value;
use crate::resources::descriptor;

pub fn vpc_endpoint<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let options = taken.take("dns_options").and_then(structure);
    let inbound = options.and_then(|options| member(options, "private_dns_only_for_inbound_resolver_endpoint"));
    let mut properties = rest(reader, taken, &descriptor(taken.resource.ty).cfn);
    if let Some(inbound) = inbound {
        let who = if *inbound == Value::Bool(true) { "OnlyInboundResolver" } else { "AllResolvers" };
        properties.push(("DnsOptions".into(), Node::map([("PrivateDnsOnlyForInboundResolverEndpoint", Node::from(who))])));
    }
    Form { properties, ..Form::default() }
}
