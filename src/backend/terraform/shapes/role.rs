//! A role, and each of its policies.

use super::Shape;
use crate::backend::terraform::address::push_identifier;
use crate::backend::terraform::resource::{Draft, Source};

pub const SHAPE: Shape = Shape { name: "role", draft, ready: &[] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut role = source.main();
    let name = source.take_expr("role_name");
    role.set_some("name", name);
    let trust = source.need("assume_role_policy_document");
    role.set("assume_role_policy", trust);
    let policies = source.structs("policies");
    source.rest(&mut role);

    let mut parts = vec![role];
    for mut fields in policies {
        let mut policy = source.part("aws_iam_role_policy");
        if let Some(name) = fields.text("policy_name") {
            let address = policy.name.to_mut();
            address.push('_');
            push_identifier(address, name);
            policy.set("name", name);
        }
        let document = fields.need(source, "policy_document");
        policy.set("policy", document);
        policy.set("role", source.attribute("aws_iam_role", "id"));
        fields.finish(source);
        parts.push(policy);
    }
    parts
}
