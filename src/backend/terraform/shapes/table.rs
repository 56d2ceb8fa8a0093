//! A global table: the home region's own arguments, and a `replica` block for each other one.

use super::Shape;
use crate::backend::terraform::hcl::{Block, Expr};
use crate::backend::terraform::resource::{Draft, Source, nested};
use crate::graph::Value;

pub const SHAPE: Shape = Shape { name: "table", draft, ready: &[] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut table = source.main();
    let name = source.need("table_name");
    table.set("name", name);
    for argument in ["hash_key", "range_key", "billing_mode"] {
        let value = source.take_expr(argument);
        table.set_some(argument, value);
    }
    let mut capacity = Vec::new();
    for argument in ["read_capacity", "write_capacity"] {
        capacity.extend(source.take_expr(argument).map(|value| (argument, value)));
    }
    table.arguments.extend(capacity.iter().cloned());
    let protected = source.flag("deletion_protection");
    if protected {
        table.set("deletion_protection_enabled", true);
    }
    if source.flag("stream") {
        table.set("stream_enabled", true);
        table.set("stream_view_type", "NEW_AND_OLD_IMAGES");
    }

    for mut fields in source.structs("attributes") {
        let attribute = vec![("name", fields.need(source, "name")), ("type", fields.need(source, "type"))];
        fields.finish(source);
        table.blocks.push(nested("attribute", attribute, Vec::new()));
    }
    for mut fields in source.structs("global_secondary_indexes") {
        // An index of a table with bought capacity needs as much of its own.
        let mut arguments = capacity.clone();
        arguments.push(("name", fields.need(source, "name")));
        arguments.push(("projection_type", fields.need(source, "projection")));
        let mut keys = vec![key_schema(fields.need(source, "hash_key"), "HASH")];
        if let Some(sort) = fields.take_expr(source, "range_key") {
            keys.push(key_schema(sort, "RANGE"));
        }
        fields.finish(source);
        table.blocks.push(nested("global_secondary_index", arguments, keys));
    }
    if let Some(region) = source.take_expr("witness_region") {
        let witness = vec![("region_name", region)];
        table.blocks.push(nested("global_table_witness", witness, Vec::new()));
    }
    let recovery = source.flag("point_in_time_recovery");
    table.blocks.push(nested("point_in_time_recovery", vec![("enabled", recovery.into())], Vec::new()));

    let strong = matches!(source.take("consistency"), Some(Value::Str(word)) if &**word == "strong");
    let mut replicas = source.structs("replicas").into_iter();
    let mut encryption = vec![("enabled", Expr::Bool(true))];
    if let Some(mut home) = replicas.next() {
        // The home region is where the table itself stands.
        home.take("region");
        if let Some(key) = home.take_expr(source, "kms_key_arn") {
            encryption.push(("kms_key_arn", key));
        }
        home.finish(source);
    }
    for mut fields in replicas {
        let mut arguments = vec![
            ("region_name", fields.need(source, "region")),
            ("deletion_protection_enabled", protected.into()),
            ("point_in_time_recovery", recovery.into()),
            ("propagate_tags", true.into()),
        ];
        if let Some(key) = fields.take_expr(source, "kms_key_arn") {
            arguments.push(("kms_key_arn", key));
        }
        if strong {
            arguments.push(("consistency_mode", "STRONG".into()));
        }
        fields.finish(source);
        table.blocks.push(nested("replica", arguments, Vec::new()));
    }
    table.blocks.push(nested("server_side_encryption", encryption, Vec::new()));
    if let Some(attribute) = source.take_expr("ttl_attribute") {
        let arguments = vec![("attribute_name", attribute), ("enabled", true.into())];
        table.blocks.push(nested("ttl", arguments, Vec::new()));
    }
    vec![table]
}

fn key_schema<'a>(attribute: Expr<'a>, role: &'a str) -> Block<'a> {
    nested("key_schema", vec![("attribute_name", attribute), ("key_type", role.into())], Vec::new())
}
