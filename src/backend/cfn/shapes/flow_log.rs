//! The flow log of a VPC: CloudFormation asks what kind of resource is logged.

use super::{Form, Taken, common};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;

pub fn flow_log<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut form = common(reader, taken);
    form.properties.push(("ResourceType".into(), Node::from("VPC")));
    form
}
