//! `10.1.0.0/8`: bits behind the prefix that AWS would clear without a word.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Cidr, RangeSource, Topology, UplinkBy};

code!("MR302", "host-bits", Error, "host_bits.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for (cidr, what) in written(subject.topology) {
        if cidr.has_host_bits() {
            let block = cidr.block();
            sink.push(
                Diagnostic::new(&CODE, cidr.span, format!("{what} {}/{} has host bits set", cidr.addr, cidr.prefix))
                    .here(format!("the block is {block}"))
                    .help(format!("write `{block}`, or mean a longer prefix"))
                    .fix(format!("write `{block}`"), cidr.span, block.to_string()),
            );
        }
    }
}

/// Every CIDR that stands in the source, and what it is.
fn written(topology: &Topology) -> Vec<(Cidr, String)> {
    let mut found = Vec::new();
    for pool in &topology.pools {
        if pool.written.prefix > 0 {
            found.push((pool.written, format!("pool `{}`:", pool.name)));
        }
        found.extend(pool.reserves.iter().map(|reserve| (reserve.written, format!("reserve of pool `{}`:", pool.name))));
    }
    for vpc in &topology.vpcs {
        for range in &vpc.ranges {
            if let RangeSource::Written(cidr) = range.source {
                found.push((cidr, format!("vpc `{}`:", vpc.name)));
            }
        }
        for group in &vpc.subnets {
            let written = group.subnets.iter().filter_map(|subnet| subnet.written);
            found.extend(written.map(|cidr| (cidr, format!("subnet `{}` of vpc `{}`:", group.name, vpc.name))));
        }
        let routes = vpc.routes.iter().chain(vpc.subnets.iter().flat_map(|group| &group.routes));
        found.extend(routes.map(|route| (route.destination, format!("route of vpc `{}`:", vpc.name))));
    }
    for gateway in &topology.gateways {
        let cidrs = gateway.cidr_blocks.iter().chain(gateway.existing.iter().flat_map(|existing| &existing.routes));
        found.extend(cidrs.map(|cidr| (*cidr, format!("transit gateway `{}`:", gateway.name))));
    }
    for uplink in &topology.uplinks {
        let allowed = match &uplink.by {
            UplinkBy::DirectConnect { allowed, .. } => allowed.as_slice(),
            UplinkBy::Vpn { .. } => &[],
        };
        found.extend(uplink.routes.iter().chain(allowed).map(|cidr| (*cidr, format!("`{}`:", uplink.name))));
    }
    for list in &topology.prefix_lists {
        found.extend(list.entries.iter().map(|cidr| (*cidr, format!("prefix list `{}`:", list.name))));
    }
    found
}
