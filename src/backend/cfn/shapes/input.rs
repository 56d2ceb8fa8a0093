//! A parameter that a person fills, with what its value must be.

use crate::backend::cfn::node::{Fields, Node};
use crate::graph::{Parameter, ParameterKind, PlaceId};

/// Its declaration in a stack of a place. CloudFormation itself looks for a VPC in the place of the stack.
pub fn input<'g>(parameter: &'g Parameter, stack: PlaceId) -> Fields<'g> {
    let here = parameter.place == Some(stack);
    let mut fields: Fields<'g> = Vec::with_capacity(4);
    match (parameter.kind, parameter.pattern()) {
        (Some(ParameterKind::Vpc), _) if here => fields.push(("Type".into(), Node::from("AWS::EC2::VPC::Id"))),
        (_, Some((pattern, example))) => {
            fields.push(("Type".into(), Node::from("String")));
            fields.push(("AllowedPattern".into(), Node::from(pattern)));
            fields.push(("ConstraintDescription".into(), Node::from(format!("write a value such as {example}"))));
        }
        _ => fields.push(("Type".into(), Node::from("String"))),
    }
    fields.push(("Description".into(), Node::from(parameter.description.as_str())));
    fields
}
