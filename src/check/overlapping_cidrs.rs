//! Two VPCs that can exchange packets have ranges that overlap.
//!
//! Judged per routing domain: VPCs on gateways that are joined by peerings, directly or by way of
//! others, and VPCs that are peered. Two isolated VPCs may share a range.

use std::collections::BTreeMap;

use super::Subject;
use super::joined::Joined;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ends, Topology, VpcId};

code!("MR301", "overlapping-cidrs", Error, "overlapping_cidrs.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let domains = domains(topology);
    for members in domains.values() {
        overlaps(topology, members, sink);
    }
}

/// Reports pairs of one domain. Sorted by start, a range can only overlap the widest before it.
fn overlaps(topology: &Topology, members: &[VpcId], sink: &mut Sink) {
    let mut ranges: Vec<(u32, u32, VpcId, usize)> = Vec::new();
    for id in members {
        for (ix, range) in topology.vpc(*id).ranges.iter().enumerate() {
            if let Some(cidr) = range.cidr {
                ranges.push((cidr.network().into(), cidr.broadcast().into(), *id, ix));
            }
        }
    }
    ranges.sort_unstable();
    let mut widest: Option<(u32, u32, VpcId, usize)> = None;
    for range in ranges {
        if let Some(before) = widest
            && range.0 <= before.1 {
                report(topology, (before.2, before.3), (range.2, range.3), sink);
            }
        if widest.is_none_or(|before| range.1 > before.1) {
            widest = Some(range);
        }
    }
}

fn report(topology: &Topology, (a, a_ix): (VpcId, usize), (b, b_ix): (VpcId, usize), sink: &mut Sink) {
    let (first, second) = (&topology.vpc(a).ranges[a_ix], &topology.vpc(b).ranges[b_ix]);
    let show = |range: &crate::topology::Range| range.cidr.map(|cidr| cidr.to_string()).unwrap_or_default();
    let message = if a == b {
        format!("vpc `{}` has {} and {}, which overlap", topology.vpc_name(a), show(first), show(second))
    } else {
        format!("vpc `{}` ({}) and vpc `{}` ({}) overlap", topology.vpc_name(a), show(first), topology.vpc_name(b), show(second))
    };
    let mut diagnostic = Diagnostic::new(&CODE, second.span, message).here(format!("{} of {}", show(second), topology.vpc_name(b)));
    if first.span != second.span {
        diagnostic = diagnostic.label(first.span, format!("{} of {}", show(first), topology.vpc_name(a)));
    }
    sink.push(diagnostic.help("packets between them would have two places to go: give one another range, or take it from a pool"));
}

/// VPCs by routing domain; VPCs in none are alone with their own ranges.
fn domains(topology: &Topology) -> BTreeMap<usize, Vec<VpcId>> {
    // Nodes: VPCs, then gateways. Edges join what can exchange packets.
    let vpcs = topology.vpcs.len();
    let mut joined = Joined::new(vpcs + topology.gateways.len());
    for peering in &topology.peerings {
        match peering.ends {
            Ends::Gateways(a, b) => joined.join(vpcs + a.0 as usize, vpcs + b.0 as usize),
            Ends::Vpcs(a, b) => joined.join(a.0 as usize, b.0 as usize),
        }
    }
    for (ix, vpc) in topology.vpcs.iter().enumerate() {
        for attachment in &vpc.attachments {
            joined.join(ix, vpcs + attachment.gateway.0 as usize);
        }
    }
    let mut domains: BTreeMap<usize, Vec<VpcId>> = BTreeMap::new();
    for id in topology.vpc_ids() {
        domains.entry(joined.group(id.0 as usize)).or_default().push(id);
    }
    domains
}
