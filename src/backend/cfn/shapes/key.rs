//! A key, primary or replica, and its alias.

use super::{Beside, Builder, Form, Taken, own_ref, rest};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;
use crate::resources::descriptor;

pub fn key<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut beside = Vec::new();
    if let Some(alias) = taken.take("alias") {
        let mut properties = Builder(Vec::new());
        properties.maybe(reader, "AliasName", Some(alias));
        properties.set("TargetKeyId", Node::Ref(own_ref(reader, taken)));
        beside.push(Beside { suffix: "Alias", ty: "AWS::KMS::Alias", properties: properties.0, after: false });
    }
    let properties = rest(reader, taken, &descriptor(taken.resource.ty).cfn);
    Form { properties, beside, ..Form::default() }
}
