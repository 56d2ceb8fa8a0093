//! Is there more of something than AWS allows? Counted in the graph, in what would be emitted,
//! against AWS's defaults and what the topology says of its accounts.

mod count;
mod listing;

use std::collections::{BTreeMap, HashMap};

use crate::aws::{self, Quota, Scope};
use crate::diag::{Code, Diagnostic, Severity, Sink};
use crate::graph::Graph;
use crate::routing::Routing;
use crate::source::Span;
use crate::topology::{self, Topology};

use count::{Counter, Key};
pub use listing::{entry, listing};

pub static OVER_DEFAULT: Code =
    Code { id: "MR720", name: "over-default-quota", severity: Severity::Warning, page: include_str!("over_default_quota.md") };
pub static OVER_DECLARED: Code = Code { id: "MR721", name: "over-quota", severity: Severity::Error, page: include_str!("over_quota.md") };
pub static OVER_LIMIT: Code = Code { id: "MR722", name: "over-limit", severity: Severity::Error, page: include_str!("over_limit.md") };

pub static CODES: &[&Code] = &[&OVER_DEFAULT, &OVER_DECLARED, &OVER_LIMIT];

/// Contributors that a diagnostic shows.
const SHOWN: usize = 3;

/// Complains about each quota that the resources of a graph are over.
pub fn check(topology: &Topology, routing: &Routing, graph: &Graph, sink: &mut Sink) {
    let counter = Counter::new(topology, routing, graph);
    let mut totals: HashMap<Key<'_>, u64> = HashMap::new();
    counter.each(&mut |key, _, number| *totals.entry(key).or_default() += number);
    totals.retain(|key, total| *total > allowed(topology, key).1);
    if totals.is_empty() {
        return;
    }
    // Only now is it worth knowing where they come from.
    let mut parts: BTreeMap<Key<'_>, BTreeMap<Span, u64>> = BTreeMap::new();
    counter.each(&mut |key, span, number| {
        if totals.contains_key(&key) {
            *parts.entry(key).or_default().entry(span).or_default() += number;
        }
    });
    for (key, parts) in parts {
        sink.push(diagnostic(topology, graph, &key, totals[&key], parts));
    }
}

/// What the topology says of a quota where the key is, and how many there may be.
fn allowed<'t>(topology: &'t Topology, key: &Key<'_>) -> (Option<&'t topology::Quota>, u64) {
    let quota = of(key);
    let account = |place| topology.place(place).account;
    // What is of no region has one number in all of them: the least that is written.
    let here = |place| if quota.scope.is_global() { account(place) == account(key.place) } else { place == key.place };
    let declared = topology.quotas.iter().filter(|each| each.of.name == key.quota && here(each.place)).min_by_key(|each| each.number);
    let number = match (declared, &quota.with) {
        (Some(declared), _) => declared.number,
        // One each at most of what the other counts, which says it when there are too many.
        (None, Some(_)) => u64::MAX,
        (None, None) => quota.default,
    };
    (declared, number)
}

fn of(key: &Key<'_>) -> &'static Quota {
    aws::quota(key.quota).expect("what is counted has a quota")
}

fn diagnostic(topology: &Topology, graph: &Graph, key: &Key<'_>, total: u64, parts: BTreeMap<Span, u64>) -> Diagnostic {
    let quota = of(key);
    let (declared, number) = allowed(topology, key);
    let mut parts: Vec<(Span, u64)> = parts.into_iter().collect();
    parts.sort_by_key(|(span, number)| (std::cmp::Reverse(*number), *span));
    let place = &topology.place(key.place).name;
    let (code, than) = match (quota.most, declared) {
        (Some(most), _) if total > most => (&OVER_LIMIT, format!("AWS gives no more than {most}")),
        (_, Some(_)) => (&OVER_DECLARED, format!("`quota {}` says {number}", quota.name)),
        _ => (&OVER_DEFAULT, format!("AWS's default is {number}")),
    };
    let message = format!("{} has {}; {than}", key.holder.show(topology, graph, key.place), quota.counted(total));
    let mut diagnostic = Diagnostic::new(code, parts[0].0, message).about(&quota.name).here(format!("{} of {total}", parts[0].1));
    for (span, number) in parts.iter().take(SHOWN).skip(1) {
        diagnostic = diagnostic.label(*span, format!("{number} of {total}"));
    }
    if let Some(declared) = declared {
        diagnostic = diagnostic.label(declared.span, format!("at most {number} in {}", topology.place(declared.place).name));
    }
    if parts.len() > SHOWN {
        let rest: u64 = parts[SHOWN..].iter().map(|(_, number)| number).sum();
        diagnostic = diagnostic.note(match parts.len() - SHOWN {
            1 => format!("the other {rest} come from one more place in the source"),
            more => format!("the other {rest} come from {more} more places in the source"),
        });
    }
    let write = format!("write `quota {} = {total} in {place}`", quota.name);
    let ask = || match (&quota.service, &quota.code) {
        (Some(service), Some(code)) => format!(
            "ask AWS for more: `aws service-quotas request-service-quota-increase --service-code {service} --quota-code {code} --desired-value {total} --region {}`",
            topology.place(key.place).region.code
        ),
        _ => format!(
            "ask {} for more of \"{}\"",
            quota.via.as_deref().map_or("AWS support".into(), |via| format!("your AWS {via}")),
            quota.title
        ),
    };
    let help = match code.severity {
        Severity::Warning => format!("{}; when it is given, {write}", ask()),
        _ if code == &OVER_LIMIT => instead(&quota.name).unwrap_or("divide what it is for").to_owned(),
        // The line may be for other places as well, so it is that one which is to say more.
        _ => format!("take fewer, or write {total} instead of {number} when AWS has given as many"),
    };
    diagnostic = diagnostic.help(help);
    if code != &OVER_LIMIT
        && let Some(instead) = instead(&quota.name)
    {
        diagnostic = diagnostic.note(instead);
    }
    match quota.scope {
        Scope::Account => diagnostic.note("what the account has already, and mrc did not make, counts too"),
        Scope::Region | Scope::Zone => diagnostic.note("what the account has there already, and mrc did not make, counts too"),
        _ => diagnostic,
    }
}

/// How to write the same with less of it.
fn instead(quota: &str) -> Option<&'static str> {
    Some(match quota {
        "addresses_per_region" | "nat_gateways_per_zone" => "`nat = single` takes one for a VPC, an `egress` one for many VPCs",
        "cidrs_per_vpc" => "take fewer and larger ranges, or a second VPC",
        "subnets_per_vpc" | "route_tables_per_vpc" | "interface_endpoints_per_vpc" => "two VPCs have room for twice as many",
        "routes_per_table" => "take ranges from a pool with `per_region`: one route leads to all of a region",
        "routes_per_gateway" => "take ranges from a pool with `per_region`: one route leads over a peering to all of a region",
        "rules_per_security_group" => "name whole VPCs and segments in rules: their ranges are fewer than those of subnets",
        "peerings_per_gateway" => "a `star` takes fewer peerings than a `mesh`",
        "pending_peerings_per_gateway" => {
            "only what is not accepted yet counts: a first deployment makes all at once, and a `star` takes fewer than a `mesh`"
        }
        "peerings_per_vpc" => "attach the VPCs to a transit gateway",
        "cidr_blocks_per_gateway" => "take fewer and larger ranges",
        "entries_per_prefix_list" => "divide the list",
        "gateways_per_direct_connect" => "peer the other gateways with one that is associated, or take a second Direct Connect gateway",
        "direct_connects_per_gateway" => "more lines may end at one Direct Connect gateway",
        "allowed_per_association" => "announce fewer and wider ranges: the block of a region rather than its VPCs",
        "routes_per_vpn" | "routes_per_direct_connect" => "let its routers announce fewer and wider ranges: past this, BGP goes down",
        "gateways_per_vpc" => "attach the VPC to fewer gateways, and peer those",
        _ => return None,
    })
}
