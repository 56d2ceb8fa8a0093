//! Gateways that are joined by peerings share an ASN.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ends, GatewayId};

code!("MR402", "duplicate-asn", Error, "duplicate_asn.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut group: Vec<usize> = (0..topology.gateways.len()).collect();
    for peering in &topology.peerings {
        if let Ends::Gateways(a, b) = peering.ends {
            let (a, b) = (group[a.0 as usize], group[b.0 as usize]);
            if a != b {
                group.iter_mut().filter(|each| **each == b).for_each(|each| *each = a);
            }
        }
    }
    let mut seen: BTreeMap<(usize, u32), GatewayId> = BTreeMap::new();
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        let Some(number) = gateway.asn.number else { continue };
        let Some(first) = seen.insert((group[id.0 as usize], number), id) else { continue };
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
