//! A static route of a transit gateway. Of IPv6 too, which cfn-lint's schema of it does not know.

use super::{Form, Taken, common};
use crate::backend::cfn::value::Reader;
use crate::graph::Value;

pub fn transit_gateway_route<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let ipv6 = matches!(taken.take("destination_cidr_block"), Some(Value::Str(range)) if range.contains(':'));
    *taken = Taken::new(taken.resource, taken.id);
    let mut form = common(reader, taken);
    form.unlinted = ipv6.then_some("E3002");
    form
}
