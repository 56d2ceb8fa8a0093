//! Replication of a bucket: after versioning on both sides, one rule a destination.

use super::Shape;
use super::bucket::status;
use crate::backend::terraform::hcl::Block;
use crate::backend::terraform::resource::{Draft, Fields, Source, nested};
use crate::graph::Value;

pub const SHAPE: Shape = Shape { name: "bucket_replication", draft, ready: &[] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut replication = source.main();
    let scope = source.address.scope;
    if let Some(bucket) = source.take("bucket") {
        if let Value::Ref(id, _) = bucket {
            source.wires.dependency_inside(scope, *id, &mut replication.depends_on);
        }
        let bucket = source.expr(bucket);
        replication.set("bucket", bucket);
    }
    let role = source.need("role");
    replication.set("role", role);
    for fields in source.structs("rules") {
        let rule = rule(source, &mut replication, fields);
        replication.blocks.push(rule);
    }
    vec![replication]
}

fn rule<'a>(source: &mut Source<'a, '_>, replication: &mut Draft<'a>, mut fields: Fields<'a>) -> Block<'a> {
    let scope = source.address.scope;
    let arguments = vec![("id", fields.need(source, "id")), ("priority", fields.need(source, "priority")), ("status", "Enabled".into())];

    let mut destination = Vec::new();
    if let Some(bucket) = fields.take("destination_bucket_arn") {
        if let Value::Ref(id, _) = bucket {
            source.wires.dependency_inside(scope, *id, &mut replication.depends_on);
        }
        destination.push(("bucket", source.expr(bucket)));
    }
    let mut parts = Vec::new();
    if let Some(account) = fields.take_expr(source, "destination_account_id") {
        destination.push(("account", account));
        // The copies belong to whoever owns the bucket that they are in.
        let owner = vec![("owner", "Destination".into())];
        parts.push(nested("access_control_translation", owner, Vec::new()));
    }
    if let Some(class) = fields.take_expr(source, "storage_class") {
        destination.push(("storage_class", class));
    }
    let key = fields.take_expr(source, "replica_kms_key_arn");
    let encrypted = key.is_some();
    if let Some(key) = key {
        let key = vec![("replica_kms_key_id", key)];
        parts.push(nested("encryption_configuration", key, Vec::new()));
    }
    if let Some(minutes) = fields.take("within_minutes") {
        let threshold = vec![("minutes", source.expr(minutes))];
        let threshold = nested("event_threshold", threshold, Vec::new());
        parts.push(nested("metrics", vec![("status", "Enabled".into())], vec![threshold]));
        let time = nested("time", vec![("minutes", source.expr(minutes))], Vec::new());
        parts.push(nested("replication_time", vec![("status", "Enabled".into())], vec![time]));
    }

    let prefix = match fields.take("prefix") {
        Some(Value::Str(prefix)) if prefix.is_empty() => Vec::new(),
        Some(prefix) => vec![("prefix", source.expr(prefix))],
        None => Vec::new(),
    };
    let mut blocks = vec![
        status("delete_marker_replication", fields.flag("delete_markers")),
        nested("destination", destination, parts),
        nested("filter", prefix, Vec::new()),
    ];
    let mut criteria = Vec::new();
    if fields.flag("replica_modifications") {
        criteria.push(status("replica_modifications", true));
    }
    if encrypted {
        criteria.push(status("sse_kms_encrypted_objects", true));
    }
    if !criteria.is_empty() {
        blocks.push(nested("source_selection_criteria", Vec::new(), criteria));
    }
    fields.finish(source);
    nested("rule", arguments, blocks)
}
