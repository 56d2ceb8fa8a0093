//! Ranges that two associations of one Direct Connect gateway announce, which AWS refuses.

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Cidr, Uplink, UplinkBy};

code!("MR453", "allowed-overlap", Error, "allowed_overlap.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for (ix, direct_connect) in topology.direct_connects.iter().enumerate() {
        let of = |uplink: &&Uplink| matches!(uplink.by, UplinkBy::DirectConnect { gateway, .. } if gateway.0 as usize == ix);
        let uplinks: Vec<&Uplink> = topology.uplinks.iter().filter(of).collect();
        let ranges: Vec<(&Uplink, Cidr)> = uplinks
            .iter()
            .flat_map(|uplink| match &uplink.by {
                UplinkBy::DirectConnect { allowed, .. } => allowed.iter().map(|cidr| (*uplink, *cidr)).collect(),
                UplinkBy::Vpn { .. } => Vec::new(),
            })
            .collect();
        for (at, (uplink, cidr)) in ranges.iter().enumerate() {
            let clash = ranges[..at].iter().find(|(other, range)| other.gateway != uplink.gateway && overlap(range.block(), cidr.block()));
            let Some((other, range)) = clash else { continue };
            let mut diagnostic = Diagnostic::new(
                &CODE,
                cidr.span,
                format!(
                    "`{}` would announce {} for `{}` and {} for `{}`, which overlap",
                    direct_connect.name,
                    range.block(),
                    topology.gateway_name(other.gateway),
                    cidr.block(),
                    topology.gateway_name(uplink.gateway)
                ),
            )
            .here(format!("of {}", topology.gateway_name(uplink.gateway)));
            if range.span != cidr.span {
                diagnostic = diagnostic.label(range.span, format!("of {}", topology.gateway_name(other.gateway)));
            }
            sink.push(diagnostic.help("let each gateway announce the block of its own region"));
            break;
        }
    }
}
