//! Gateways that are joined by peerings share an ASN.

use std::collections::BTreeMap;

use super::Subject;
use super::joined::Joined;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ends, GatewayId};

code!("MR402", "duplicate-asn", Error, "duplicate_asn.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut joined = Joined::new(topology.gateways.len());
    for peering in &topology.peerings {
        if let Ends::Gateways(a, b) = peering.ends {
            joined.join(a.0 as usize, b.0 as usize);
        }
    }
    let mut seen: BTreeMap<(usize, u32), GatewayId> = BTreeMap::new();
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        let Some(number) = gateway.asn.number else { continue };
        let Some(first) = seen.insert((joined.group(id.0 as usize), number), id) else { continue };
        let mut diagnostic = Diagnostic::new(
            &CODE,
            gateway.asn.span,
            format!("gateways `{}` and `{}` are joined by peerings and both have AS{number}", topology.gateway_name(first), topology.gateway_name(id)),
        )
        .here(format!("AS{number} of {}", topology.gateway_name(id)));
        if topology.gateway(first).asn.span != gateway.asn.span {
            diagnostic = diagnostic.label(topology.gateway(first).asn.span, format!("AS{number} of {}", topology.gateway_name(first)));
        }
        sink.push(diagnostic.help("give each its own, or all of them a range: `asn = AS64512..AS64520`"));
    }
}
