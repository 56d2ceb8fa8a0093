//! The attachment of a VPC, whose options are a structure.

use super::{Builder, Form, Taken, rest};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;
use crate::resources::descriptor;

pub fn transit_gateway_vpc_attachment<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    // What the gateway does by itself, it does: an attachment cannot say otherwise.
    taken.take("default_route_table_association");
    taken.take("default_route_table_propagation");
    let mut options = Builder(Vec::new());
    options.maybe(reader, "ApplianceModeSupport", taken.take("appliance_mode_support"));
    options.maybe(reader, "DnsSupport", taken.take("dns_support"));
    options.maybe(reader, "Ipv6Support", taken.take("ipv6_support"));
    let mut properties = rest(reader, taken, &descriptor(taken.resource.ty).cfn);
    if !options.0.is_empty() {
        properties.push(("Options".into(), Node::Map(options.0)));
    }
    Form { properties, ..Form::default() }
}
