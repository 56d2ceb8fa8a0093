//! A VPC reaches the other end of Direct Connect, which hears nothing of it.

use super::Subject;
use crate::address::inside;
use crate::diag::{Diagnostic, Sink};
use crate::routing::Edge;
use crate::topology::{DirectConnectId, Topology, Uplink, UplinkBy};

code!("MR452", "not-announced", Error, "not_announced.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    if !subject.complete {
        return;
    }
    for (ix, direct_connect) in topology.direct_connects.iter().enumerate() {
        let id = DirectConnectId(ix as u32);
        let of = |uplink: &&Uplink| matches!(uplink.by, UplinkBy::DirectConnect { gateway, .. } if gateway == id);
        let uplinks: Vec<&Uplink> = topology.uplinks.iter().filter(of).collect();
        let allowed: Vec<_> = uplinks.iter().flat_map(|uplink| allowed(uplink)).map(|cidr| cidr.block()).collect();
        let Some(first) = uplinks.first() else { continue };
        for vpc_id in topology.vpc_ids() {
            let vpc = topology.vpc(vpc_id);
            let reaches = vpc.attachments.iter().any(|attachment| {
                let table = subject.routing.table_of(attachment.gateway, Edge::Vpc(vpc_id));
                table.is_some_and(|table| {
                    let here = table.propagated.iter().any(|edge| leads(topology, *edge, id));
                    let over = table.routes.iter().any(|route| {
                        route.target.is_some() && first.routes.iter().any(|cidr| ipnetwork::IpNetwork::from(cidr.block()) == route.destination)
                    });
                    here || over
                })
            });
            if !reaches {
                continue;
            }
            for (range, cidr) in vpc.ranges.iter().filter_map(|range| Some((range, range.cidr?))) {
                if allowed.iter().any(|allowed| inside(cidr, *allowed)) {
                    continue;
                }
                let near = uplinks.iter().find(|uplink| uplink.place == vpc.place).unwrap_or(first);
                sink.push(
                    Diagnostic::new(
                        &CODE,
                        near.span,
                        format!("vpc `{}` ({cidr}) reaches `{}` and gets no answers: no `allowed` range holds it", topology.vpc_name(vpc_id), direct_connect.name),
                    )
                    .here("announces other ranges")
                    .label(range.span, format!("{cidr} of {}", topology.vpc_name(vpc_id)))
                    .help("add its range, or the block of its region, to `allowed`; or keep them apart with segments"),
                );
            }
        }
    }
}

fn allowed(uplink: &Uplink) -> &[crate::topology::Cidr] {
    match &uplink.by {
        UplinkBy::DirectConnect { allowed, .. } => allowed,
        UplinkBy::Vpn { .. } => &[],
    }
}

fn leads(topology: &Topology, edge: Edge, id: DirectConnectId) -> bool {
    matches!(edge, Edge::Uplink(uplink) if matches!(topology.uplink(uplink).by, UplinkBy::DirectConnect { gateway, .. } if gateway == id))
}
