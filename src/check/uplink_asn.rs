//! ASNs of devices and of Direct Connect gateways.

use super::Subject;
use crate::aws::is_private_asn as private;
use crate::diag::{Diagnostic, Sink};
use crate::topology::UplinkBy;

code!("MR451", "uplink-asn", Error, "uplink_asn.md");

/// ASNs that BGP gives to nobody: RFC 7607, RFC 6793, RFC 7300.
const RESERVED: [u32; 4] = [0, 23_456, 65_535, u32::MAX];

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for direct_connect in topology.direct_connects.iter().filter(|each| !private(each.asn)) {
        sink.push(
            Diagnostic::new(&CODE, direct_connect.asn_span, format!("AS{} of Direct Connect gateway `{}` is not a private ASN", direct_connect.asn, direct_connect.name))
                .here("not private")
                .help("use AS64512..AS65534 or AS4200000000..AS4294967294"),
        );
    }
    for uplink in &topology.uplinks {
        let (asn, span) = match &uplink.by {
            UplinkBy::Vpn { asn: Some((asn, span)), .. } => (*asn, *span),
            UplinkBy::Vpn { asn: None, .. } => continue,
            UplinkBy::DirectConnect { gateway, .. } => {
                let direct_connect = &topology.direct_connects[gateway.0 as usize];
                (direct_connect.asn, direct_connect.asn_span)
            }
        };
        if RESERVED.contains(&asn) {
            sink.push(
                Diagnostic::new(&CODE, span, format!("AS{asn} of `{}` is reserved: no router speaks for it", uplink.name))
                    .here("nobody's")
                    .help("write the ASN that the device has, or a private one: AS64512..AS65534"),
            );
            continue;
        }
        let gateway = topology.gateway(uplink.gateway);
        if gateway.asn.number == Some(asn) {
            sink.push(
                Diagnostic::new(&CODE, span, format!("`{}` and transit gateway `{}` both have AS{asn}", uplink.name, topology.gateway_name(uplink.gateway)))
                    .here("the same")
                    .label(gateway.asn.span, format!("AS{asn} of {}", topology.gateway_name(uplink.gateway)))
                    .help("give one of them another ASN"),
            );
        }
    }
}
