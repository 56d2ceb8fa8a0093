//! Two ways out of AWS to one range, where a table takes one of them for good.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::routing::Shared;

code!("MR455", "uplinks-share-range", Warning, "uplinks_share_range.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    // Each region takes the one that is nearest to it: the first table speaks for all.
    let mut by_range: BTreeMap<_, Vec<&Shared>> = BTreeMap::new();
    for shared in &subject.routing.shared {
        by_range.entry(shared.range).or_default().push(shared);
    }
    for (range, all) in by_range {
        let (taken, at) = (all[0].taken, all[0].gateway);
        let mut idle: Vec<_> = all.iter().filter(|each| each.gateway == at && each.taken == taken).map(|each| each.idle).collect();
        idle.dedup();
        let names: Vec<String> = idle.iter().map(|uplink| format!("`{}`", topology.uplink_name(*uplink))).collect();
        let mut diagnostic = Diagnostic::new(
            &CODE,
            topology.uplink(idle[0]).joint(),
            format!(
                "`{}` and {} lead to {range}, and `{}` takes the first alone",
                topology.uplink_name(taken),
                names.join(", "),
                topology.gateway_name(at)
            ),
        )
        .here("not taken there, not even when the other is down")
        .label(topology.uplink(taken).joint(), "taken");
        for other in &idle[1..] {
            diagnostic = diagnostic.label(topology.uplink(*other).joint(), "not taken either");
        }
        sink.push(diagnostic.help(
            "give each the ranges that are nearest to it, keep them apart with segments, or end both at one gateway with BGP",
        ));
    }
}
