//! A range of a gateway itself overlaps with something that packets of the gateway may go to.

use super::Subject;
use super::joined::Joined;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::{Cidr, Ends, ExistingGateway};

code!("MR422", "gateway-range-overlap", Error, "gateway_range_overlap.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut joined = Joined::new(topology.gateways.len());
    for peering in &topology.peerings {
        if let Ends::Gateways(a, b) = peering.ends {
            joined.join(a.0 as usize, b.0 as usize);
        }
    }
    let all: Vec<usize> = (0..topology.gateways.len()).map(|ix| joined.group(ix)).collect();
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        let near = |other: u32| all[other as usize] == all[id.0 as usize];
        for (ix, own) in gateway.cidr_blocks.iter().enumerate() {
            let mut say = |range: ipnetwork::Ipv4Network, whose: String, span: Span| {
                sink.push(
                    Diagnostic::new(
                        &CODE,
                        own.span,
                        format!("{} of gateway `{}` overlaps with {range} of {whose}", own.block(), topology.gateway_name(id)),
                    )
                    .here("of the gateway itself")
                    .label(span, format!("{range} of {whose}"))
                    .help("give the gateway a range that nothing attached to it or reachable over it has"),
                );
            };
            for vpc_id in topology.vpc_ids() {
                let vpc = topology.vpc(vpc_id);
                if vpc.attachments.iter().any(|each| near(each.gateway.0)) {
                    let mut ranges = vpc.ranges.iter().filter_map(|range| Some((range.cidr?, range.span)));
                    if let Some((cidr, span)) = ranges.find(|(cidr, _)| overlap(*cidr, own.block())) {
                        say(cidr, format!("vpc `{}`", topology.vpc_name(vpc_id)), span);
                    }
                }
            }
            let same = |cidr: &&Cidr| overlap(cidr.block(), own.block());
            for uplink in topology.uplinks.iter().filter(|uplink| near(uplink.gateway.0)) {
                if let Some(cidr) = uplink.ranges().find(same) {
                    say(cidr.block(), format!("`{}`", uplink.name), cidr.span);
                }
            }
            for other in topology.gateway_ids().filter(|other| near(other.0)) {
                let behind = topology.gateway(other).existing.iter().flat_map(ExistingGateway::ranges);
                // Each pair once.
                let before = topology.gateway(other).cidr_blocks.iter().enumerate().filter(|(at, _)| (other.0, *at) < (id.0, ix));
                if let Some(cidr) = behind.chain(before.map(|(_, cidr)| cidr)).find(same) {
                    say(cidr.block(), format!("gateway `{}`", topology.gateway_name(other)), cidr.span);
                }
            }
        }
    }
}
