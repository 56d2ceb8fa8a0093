//! Roles by which stacks of other accounts read values of this one's.
//!
//! A value of a stack in another account is read with a role of that account, which the role that
//! deploys the reading stack must be allowed to assume.

use std::collections::{BTreeMap, BTreeSet};

use super::lower::{Lowering, New, arn, list, object, policy, strings};
use super::*;

/// In each place whose values another account reads: a role that may look at the stacks of this
/// topology there, and no more. It is in the place and not in the account, so that it stays where it
/// is when regions come and go.
pub(super) fn lower(cx: &mut Lowering<'_>) {
    // Most topologies have one account, and then nothing has to be looked at.
    if cx.graph.places.windows(2).all(|two| two[0].same_account(&two[1])) {
        return;
    }
    let mut wanted: BTreeMap<PlaceId, BTreeMap<UnitId, usize>> = BTreeMap::new();
    for (ix, resource) in cx.graph.resources.iter().enumerate() {
        let here = cx.graph.unit(resource.unit).place;
        for value in resource.values() {
            value.references(&mut |id, _| {
                let there = cx.graph.unit(cx.graph.resource(id).unit).place;
                if !cx.graph.place(here).same_account(cx.graph.place(there)) {
                    wanted.entry(there).or_default().entry(resource.unit).or_insert(ix);
                }
            });
        }
    }
    for (place, readers) in wanted {
        let places: BTreeSet<PlaceId> = readers.keys().map(|unit| cx.graph.unit(*unit).place).collect();
        let deployers: BTreeSet<String> = places.iter().filter_map(|each| cx.graph.place(*each).deploy_role_arn()).collect();
        // A backend that reads values so has said that a role is missing.
        if deployers.is_empty() {
            continue;
        }
        let role = role(cx, place, deployers);
        for first in readers.into_values() {
            cx.graph.resources[first].depends_on.push(role);
        }
    }
}

/// The name of the role in a region.
pub(crate) fn role_name(prefix: &str, region: &str) -> String {
    format!("{prefix}-outputs-reader-{region}")
}

fn role(cx: &mut Lowering<'_>, place: PlaceId, deployers: BTreeSet<String>) -> ResourceId {
    let region = cx.region(place);
    let name = role_name(&cx.graph.prefix, region);
    let unit = cx.unit(place, "reader", Path::new(), || "The role with which other accounts read the outputs of stacks here".into());
    let trust = policy(vec![object([
        ("Effect", "Allow".into()),
        ("Principal", object([("AWS", list(deployers.into_iter().map(Value::from)))])),
        ("Action", "sts:AssumeRole".into()),
    ])]);
    let stacks = arn([
        Value::Partition(place),
        format!(":cloudformation:{region}:").into(),
        Value::AccountId(place),
        format!(":stack/{}-*", cx.graph.prefix).into(),
    ]);
    let read = object([("Effect", "Allow".into()), ("Action", strings(&["cloudformation:DescribeStacks"])), ("Resource", stacks)]);
    cx.add(
        New::of(
            "iam.reader_role",
            unit,
            Path::new().kind("outputs").name("reader"),
            cx.topology.name_span,
            vec![
                ("assume_role_policy_document", trust),
                ("description", format!("Reads the outputs of stacks in {region} for stacks of other accounts").into()),
                ("policies", list([Value::Struct(vec![("policy_document", policy(vec![read])), ("policy_name", "read-outputs".into())])])),
                ("role_name", name.as_str().into()),
            ],
        )
        .role("role")
        .named(name, &Vec::new()),
    )
}
