//! Amazon-side ASNs are private ones.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::AsnSource;

code!("MR401", "asn-not-private", Error, "asn_not_private.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let private = crate::aws::is_private_asn;
    for gateway in subject.topology.gateways.iter().filter(|gateway| gateway.existing.is_none()) {
        let wrong = match gateway.asn.source {
            AsnSource::Written(number) => (!private(number)).then_some(number),
            AsnSource::Range(0, 0) => None,
            AsnSource::Range(first, last) => [first, last].into_iter().find(|number| !private(*number)),
        };
        if let Some(number) = wrong {
            sink.push(
                Diagnostic::new(&CODE, gateway.asn.span, format!("AS{number} of gateway `{}` is not a private ASN", gateway.name))
                    .here("not private")
                    .help("use AS64512..AS65534 or AS4200000000..AS4294967294"),
            );
        }
    }
}
