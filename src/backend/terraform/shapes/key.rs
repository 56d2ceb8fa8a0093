//! Keys and their aliases.

use super::Shape;
use crate::backend::terraform::resource::{Draft, Source};

pub const KEY: Shape = Shape { name: "key", draft, ready: &[] };
pub const REPLICA: Shape = Shape { name: "replica_key", draft, ready: &[] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut key = source.main();
    let window = source.take_expr("pending_window_in_days");
    key.set_some("deletion_window_in_days", window);
    let policy = source.take_expr("key_policy");
    key.set_some("policy", policy);
    let alias = source.take_expr("alias");
    source.rest(&mut key);

    let mut parts = vec![key];
    if let Some(name) = alias {
        let mut alias = source.part("aws_kms_alias");
        alias.set("name", name);
        alias.set("target_key_id", source.attribute(source.address.ty, "key_id"));
        parts.push(alias);
    }
    parts
}
