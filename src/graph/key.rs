//! `key`: a primary and its replicas, one alias in each place.

use super::lower::{Lowering, New, account_owns_key, policy};
use super::{delivery, *};
use crate::topology::KeyId;

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let topology = cx.topology;
    for (ix, key) in topology.keys.iter().enumerate() {
        let id = KeyId(ix as u32);
        let purpose = format!("key-{}", key.name);
        let path = || Path::new().kind("key").name(&key.name);
        let alias: Value = format!("alias/{}", cx.prefixed(&key.name)).into();
        let description = key.doc.clone().unwrap_or_else(|| format!("Key {} of {}", key.name, topology.name));
        let description: Value = cut(&description, crate::aws::longest_name("key description")).into_owned().into();
        let unit = cx.unit(key.primary, &purpose, path(), || format!("Key {}: the primary", key.name));
        let primary = cx.add(
            New::of(
                "kms.key",
                unit,
                path(),
                key.span,
                vec![
                    ("description", description.clone()),
                    ("enable_key_rotation", key.rotation.into()),
                    // What a key is made as it stays, and AWS fails an update that changes it: so each can get replicas.
                    ("multi_region", true.into()),
                    ("pending_window_in_days", Value::Int(key.deletion_days as i64)),
                    ("key_policy", key_policy(cx, id, key.primary)),
                    ("alias", alias.clone()),
                ],
            )
            .named(cx.prefixed(&key.name), &key.tags)
            .doc(&key.doc)
            .stateful(),
        );
        cx.keys.insert((id, key.primary), primary);
        for (place, span) in &key.replicas {
            let unit = cx.unit(*place, &purpose, path(), || format!("Key {}: a replica", key.name));
            let replica = cx.add(
                New::of(
                    "kms.replica_key",
                    unit,
                    path(),
                    *span,
                    vec![
                        ("description", description.clone()),
                        ("primary_key_arn", Value::Ref(primary, "arn")),
                        ("pending_window_in_days", Value::Int(key.deletion_days as i64)),
                        ("key_policy", key_policy(cx, id, *place)),
                        ("alias", alias.clone()),
                    ],
                )
                .named(cx.prefixed(&key.name), &key.tags)
                .doc(&key.doc)
                .stateful(),
            );
            cx.keys.insert((id, *place), replica);
        }
    }
}

/// The account, and who writes into the buckets that it encrypts.
fn key_policy(cx: &Lowering<'_>, key: KeyId, place: PlaceId) -> Value {
    let mut statements = vec![account_owns_key(place)];
    statements.extend(delivery::with_key(cx, key, place));
    policy(statements)
}
