//! `firewall`: a policy, and in each zone a firewall of its own. AWS tells the endpoints of one
//! firewall in no order, so that no route could say which one is in its zone.

use std::collections::BTreeSet;

use super::lower::{Lowering, New, VpcParts, join, list, reference};
use super::*;
use crate::routing::TableOf;
use crate::topology::{Firewall, FirewallId, FirewallPolicy, MOST_DOMAINS, RouteTarget, VpcId};

/// Of a stateful rule group. It cannot be changed later, and a list of names takes names × protocols + protocols + 1 of
/// it (cdk-preflight 1.7.0, as measured on AWS).
const CAPACITY: i64 = 1000;
const _: () = assert!(2 * MOST_DOMAINS as i64 + 3 <= CAPACITY);

/// What can never be changed in a rule group or a policy is in its name, so that whatever changes it
/// makes another one beside it: capacity, and the order of evaluation.
const STRICT: &str = "strict";

/// Firewalls that stand in a VPC.
pub(super) fn lower(cx: &mut Lowering<'_>, vpc: VpcId, unit: UnitId, groups: &[Vec<ResourceId>], parts: &mut VpcParts) {
    let topology = cx.topology;
    for (ix, firewall) in topology.firewalls.iter().enumerate().filter(|(_, each)| each.vpc == vpc) {
        let policy = policy(cx, firewall, unit);
        let name = physical_name(cx, firewall);
        let log_group = cx.add(
            New::of(
                "logs.log_group",
                unit,
                path(firewall),
                firewall.span,
                vec![
                    ("kms_key_id", Value::Ref(cx.logs_keys[&firewall.place], "arn")),
                    ("log_group_name", format!("/{}/firewall/{}", topology.prefix, firewall.name).into()),
                    ("retention_in_days", Value::Int(365)),
                ],
            )
            .named(format!("{name}-logs"), &firewall.tags)
            .stateful(),
        );
        for (subnet, id) in topology.vpc(vpc).subnets[firewall.group].subnets.iter().zip(&groups[firewall.group]) {
            let zone = &subnet.zone.letter;
            let zonal = format!("{name}-{zone}");
            let props: Props = vec![
                // Another VPC needs another firewall, which cannot have the name of the first.
                ("firewall_name", join([format!("{zonal}-").into(), parts.id.clone()])),
                ("firewall_policy_arn", policy.clone()),
                ("subnet_id", reference(*id)),
                ("vpc_id", parts.id.clone()),
            ];
            let made = cx.add(
                New::of("networkfirewall.firewall", unit, path(firewall).name(zone), firewall.span, props)
                    .named(zonal, &firewall.tags)
                    .doc(&firewall.doc),
            );
            let props: Props = vec![("firewall_arn", reference(made)), ("log_group_name", Value::Ref(log_group, "name"))];
            cx.add(New::of("networkfirewall.logging_configuration", unit, path(firewall).name(zone), firewall.span, props).role("logging"));
            parts.firewalls.insert((FirewallId(ix as u32), zone.clone()), made);
        }
    }
}

fn path(firewall: &Firewall) -> Path {
    Path::new().kind("firewall").name(&firewall.name)
}

/// Network Firewall takes no `_` in names.
fn physical_name(cx: &Lowering<'_>, firewall: &Firewall) -> String {
    cx.prefixed(firewall.name.replace('_', "-"))
}

/// The ARN of its policy, made or existing.
fn policy(cx: &mut Lowering<'_>, firewall: &Firewall, unit: UnitId) -> Value {
    let domains = match &firewall.policy {
        FirewallPolicy::Existing(arn) => return cx.external(arn),
        FirewallPolicy::Domains(domains) => domains,
    };
    let name = physical_name(cx, firewall);
    let tag = format!("{name}-domains");
    let props: Props = vec![
        ("capacity", Value::Int(CAPACITY)),
        ("domains", list(domains.iter().map(|each| each.as_str().into()))),
        ("home_net", list(sources(cx, firewall).into_iter().map(Value::from))),
        ("rule_group_name", format!("{tag}-{STRICT}-{CAPACITY}").into()),
    ];
    let group = cx
        .add(New::of("networkfirewall.rule_group", unit, path(firewall), firewall.span, props).role("domains").named(tag, &firewall.tags));
    let props: Props =
        vec![("firewall_policy_name", format!("{name}-{STRICT}").into()), ("rule_group_arns", Value::List(vec![Value::Ref(group, "arn")]))];
    let policy = cx.add(
        New::of("networkfirewall.firewall_policy", unit, path(firewall), firewall.span, props).role("policy").named(name, &firewall.tags),
    );
    Value::Ref(policy, "arn")
}

/// Ranges that go out through it. Without them the rules would look at the VPC's own packets only.
fn sources(cx: &Lowering<'_>, firewall: &Firewall) -> BTreeSet<String> {
    let tables = cx.routing.vpcs[firewall.vpc.0 as usize].iter().filter(|table| table.of == TableOf::Group(firewall.group));
    let routes = tables.flat_map(|table| &table.routes).filter(|route| matches!(route.target, RouteTarget::Gateway(_)));
    let own = cx.topology.vpc(firewall.vpc).cidrs().map(|cidr| cidr.to_string());
    routes.map(|route| route.destination.to_string()).chain(own).collect()
}
