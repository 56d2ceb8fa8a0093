//! Ranges outside of AWS that overlap with those of VPCs that can meet them.

use super::Subject;
use super::joined::Joined;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};
use crate::topology::Ends;

code!("MR450", "on-premises-overlap", Error, "on_premises_overlap.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut joined = Joined::new(topology.gateways.len());
    for peering in &topology.peerings {
        if let Ends::Gateways(a, b) = peering.ends {
            joined.join(a.0 as usize, b.0 as usize);
        }
    }
    for uplink in &topology.uplinks {
        let group = joined.group(uplink.gateway.0 as usize);
        for id in topology.vpc_ids() {
            let vpc = topology.vpc(id);
            if !vpc.attachments.iter().any(|each| joined.group(each.gateway.0 as usize) == group) {
                continue;
            }
            for (range, cidr) in vpc.ranges.iter().filter_map(|range| Some((range, range.cidr?))) {
                let Some(route) = uplink.ranges().find(|route| overlap(route.block(), cidr)) else { continue };
                sink.push(
                    Diagnostic::new(
                        &CODE,
                        route.span,
                        format!("{} at the other end of `{}` overlaps with {cidr} of vpc `{}`", route.block(), uplink.name, topology.vpc_name(id)),
                    )
                    .here("outside of AWS")
                    .label(range.span, format!("{cidr} of {}", topology.vpc_name(id)))
                    .help("write the ranges that are really there, without this one, or give the VPC another"),
                );
            }
        }
    }
}
