//! What the other units of a place rely on: the key of its logs.

use std::collections::BTreeSet;

use super::lower::{Lowering, New, account_owns_key, arn, list, object, policy, strings};
use super::*;
use crate::topology::{FlowLogs, UplinkBy};

/// Its name. A check keeps it from keys of the topology.
pub(crate) const LOGS_KEY: &str = "mrc-logs";

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let topology = cx.topology;
    let flows = topology.vpcs.iter().filter(|vpc| matches!(vpc.flow_logs, FlowLogs::CloudWatch { .. })).map(|vpc| vpc.place);
    let flows = flows.chain(topology.firewalls.iter().map(|each| each.place));
    let vpns = topology.uplinks.iter().filter(|each| matches!(each.by, UplinkBy::Vpn { .. })).map(|each| each.place);
    let logged: BTreeSet<PlaceId> = flows.chain(vpns).collect();
    let functions = topology.peerings.iter().map(|each| super::peering::places(topology, each).0);
    let functions = functions.chain(topology.uplinks.iter().map(|each| each.place));
    for place in functions.chain(logged.iter().copied()).collect::<BTreeSet<PlaceId>>() {
        let unit = cx.unit(place, "foundation", Path::new(), || "What the other stacks of this place rely on: the key of its logs".into());
        let region = cx.region(place);
        // Those that have a name, and those of functions, which CloudFormation calls after their stack.
        let groups = [format!("/{}/*", topology.prefix), format!("{}-*", topology.prefix)].map(|name| {
            let group = format!(":log-group:{name}");
            arn([Value::Partition(place), format!(":logs:{region}:").into(), Value::AccountId(place), group.into()])
        });
        let logs = object([
            ("Sid", "LogsUseKey".into()),
            ("Effect", "Allow".into()),
            ("Principal", object([("Service", format!("logs.{region}.{}", topology.place(place).region.dns_suffix()).into())])),
            ("Action", strings(&["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"])),
            ("Resource", "*".into()),
            ("Condition", object([("ArnLike", object([("kms:EncryptionContext:aws:logs:arn", list(groups))]))])),
        ]);
        let id = cx.add(
            New::of(
                // Only CloudFormation has functions, whose logs alone would need it.
                if logged.contains(&place) { "kms.key" } else { "kms.function_key" },
                unit,
                Path::new().kind("key").name(LOGS_KEY),
                topology.name_span,
                vec![
                    ("description", format!("Encrypts the logs of {} in {}", topology.name, topology.place(place).name).into()),
                    ("enable_key_rotation", true.into()),
                    ("multi_region", false.into()),
                    ("pending_window_in_days", Value::Int(30)),
                    ("key_policy", policy(vec![account_owns_key(place), logs])),
                    ("alias", format!("alias/{}", cx.prefixed(LOGS_KEY)).into()),
                ],
            )
            .named(cx.prefixed(LOGS_KEY), &Vec::new())
            .stateful(),
        );
        cx.logs_keys.insert(place, id);
    }
}
