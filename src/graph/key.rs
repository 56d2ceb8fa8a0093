//! `key`: a primary and its replicas, one alias in each place.

use super::lower::{Lowering, New, account_owns_key, arn, object, policy, strings};
use super::*;
use crate::topology::{FlowLogs, KeyId};

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
                    ("multi_region", (!key.replicas.is_empty()).into()),
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

/// The account, and log delivery where flow logs go to a bucket that is encrypted with the key.
fn key_policy(cx: &Lowering<'_>, key: KeyId, place: PlaceId) -> Value {
    let topology = cx.topology;
    let mut statements = vec![account_owns_key(place)];
    let logs_here = topology.vpcs.iter().any(|vpc| match vpc.flow_logs {
        FlowLogs::Bucket { bucket, .. } => {
            topology.bucket(bucket).place == place && topology.bucket(bucket).key.is_some_and(|(id, _)| id == key)
        }
        _ => false,
    });
    if logs_here {
        statements.push(object([
            ("Sid", "LogDeliveryUsesKey".into()),
            ("Effect", "Allow".into()),
            ("Principal", object([("Service", "delivery.logs.amazonaws.com".into())])),
            ("Action", strings(&["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"])),
            ("Resource", "*".into()),
            (
                "Condition",
                object([
                    ("StringEquals", object([("aws:SourceAccount", Value::AccountId(place))])),
                    (
                        "ArnLike",
                        object([(
                            "aws:SourceArn",
                            arn([
                                Value::Partition(place),
                                format!(":logs:{}:", cx.region(place)).into(),
                                Value::AccountId(place),
                                ":*".into(),
                            ]),
                        )]),
                    ),
                ]),
            ),
        ]));
    }
    policy(statements)
}
