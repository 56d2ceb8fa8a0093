//! A parameter of Systems Manager: always a text.

use super::{Form, Taken, common};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;

pub fn parameter<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut form = common(reader, taken);
    form.properties.push(("Type".into(), Node::from("String")));
    form
}
