//! What the other units of a place rely on: the key of its logs.

use super::lower::{Lowering, New, account_owns_key, arn, join, object, policy, strings};
use super::*;
use crate::topology::FlowLogs;

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let topology = cx.topology;
    let flows = topology.vpcs.iter().filter(|vpc| matches!(vpc.flow_logs, FlowLogs::CloudWatch { .. })).map(|vpc| vpc.place);
    let places: std::collections::BTreeSet<PlaceId> = flows.chain(topology.firewalls.iter().map(|each| each.place)).collect();
    for place in places {
        let unit = cx.unit(place, "foundation", Path::new(), || "What the other stacks of this place rely on: the key of its logs".into());
        let region = cx.region(place);
        let logs = object([
            ("Sid", "LogsUseKey".into()),
            ("Effect", "Allow".into()),
            ("Principal", object([("Service", format!("logs.{region}.{}", topology.place(place).region.dns_suffix()).into())])),
            ("Action", strings(&["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"])),
            ("Resource", "*".into()),
            (
                "Condition",
                object([(
                    "ArnLike",
                    object([(
                        "kms:EncryptionContext:aws:logs:arn",
                        arn([
                            Value::Partition(place),
                            format!(":logs:{region}:").into(),
                            Value::AccountId(place),
                            join([format!(":log-group:/{}/*", topology.prefix).into()]),
                        ]),
                    )]),
                )]),
            ),
        ]);
        let id = cx.add(
            New::of(
                "kms.key",
                unit,
                Path::new().kind("key").name("logs"),
                topology.name_span,
                vec![
                    ("description", format!("Encrypts the logs of {} in {}", topology.name, topology.place(place).name).into()),
                    ("enable_key_rotation", true.into()),
                    ("multi_region", false.into()),
                    ("pending_window_in_days", Value::Int(30)),
                    ("key_policy", policy(vec![account_owns_key(place), logs])),
                    ("alias", format!("alias/{}", cx.prefixed("logs")).into()),
                ],
            )
            .named(cx.prefixed("logs"), &Vec::new())
            .stateful(),
        );
        cx.logs_keys.insert(place, id);
    }
}
