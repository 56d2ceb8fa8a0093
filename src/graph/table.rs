//! `table`: one resource in the home place, whatever the number of replicas.

use std::collections::BTreeMap;

use super::lower::{Lowering, New, list};
use super::*;
use crate::topology::Table;

pub(super) fn lower(cx: &mut Lowering<'_>) {
    for table in &cx.topology.tables {
        let path = || Path::new().kind("table").name(&table.name);
        let unit = cx.unit(table.home, &format!("table-{}", table.name), path(), || match &table.doc {
            Some(doc) => doc.lines().next().unwrap_or_default().to_owned(),
            None => format!("Global table {}", table.name),
        });
        let mut props: Props = vec![
            ("attributes", attributes(table)),
            ("billing_mode", "PAY_PER_REQUEST".into()),
            ("consistency", if table.strong.is_some() { "strong" } else { "eventual" }.into()),
            ("deletion_protection", true.into()),
            ("global_secondary_indexes", indexes(table)),
            ("hash_key", table.hash.name.as_str().into()),
            ("point_in_time_recovery", table.pitr.into()),
            ("replicas", replicas(cx, table)),
            // Eventually consistent replicas are fed by the stream. AWS takes no first or last replica together with
            // a change of the stream, so a table that has none is ready for one.
            ("stream", table.strong.is_none().into()),
            ("table_name", cx.prefixed(&table.name).into()),
        ];
        if let Some(range) = &table.range {
            props.push(("range_key", range.name.as_str().into()));
        }
        if let Some((ttl, _)) = &table.ttl {
            props.push(("ttl_attribute", ttl.as_str().into()));
        }
        if let Some((witness, _)) = table.strong.as_ref().and_then(|strong| strong.witness) {
            props.push(("witness_region", Value::str(&*witness.code)));
        }
        let id = cx.add(
            New::of("dynamodb.table", unit, path(), table.span, props)
                .named(cx.prefixed(&table.name), &table.tags)
                .doc(&table.doc)
                .stateful(),
        );
        cx.tables.push(id);
    }
}

/// Every attribute that is a key of the table or an index, once, sorted.
fn attributes(table: &Table) -> Value {
    let mut found: BTreeMap<&str, &'static str> = BTreeMap::new();
    let fields = [Some(&table.hash), table.range.as_ref()]
        .into_iter()
        .chain(table.indexes.iter().flat_map(|index| [Some(&index.hash), index.range.as_ref()]));
    for field in fields.flatten() {
        found.insert(&field.name, field.ty);
    }
    list(found.into_iter().map(|(name, ty)| Value::Struct(vec![("name", name.into()), ("type", ty.into())])))
}

fn indexes(table: &Table) -> Value {
    let mut sorted: Vec<_> = table.indexes.iter().collect();
    sorted.sort_by(|a, b| a.name.cmp(&b.name));
    list(sorted.into_iter().map(|index| {
        let mut props: Props = vec![
            ("hash_key", index.hash.name.as_str().into()),
            ("name", index.name.as_str().into()),
            ("projection", if index.keys_only { "KEYS_ONLY" } else { "ALL" }.into()),
        ];
        if let Some(range) = &index.range {
            props.push(("range_key", range.name.as_str().into()));
        }
        Value::Struct(props)
    }))
}

fn replicas(cx: &Lowering<'_>, table: &Table) -> Value {
    list(table.replicas.iter().map(|place| {
        let mut props: Props = vec![("region", cx.region(*place).into())];
        if let Some(key) = table.key.and_then(|(key, _)| cx.keys.get(&(key, *place))) {
            props.push(("kms_key_arn", Value::Ref(*key, "arn")));
        }
        Value::Struct(props)
    }))
}
