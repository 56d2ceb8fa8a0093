//! Ranges of a gateway itself are /24 or larger.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR415", "gateway-cidr-blocks", Error, "gateway_cidr_blocks.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for gateway in &subject.topology.gateways {
        for cidr in &gateway.cidr_blocks {
            let link_local = cidr.addr.octets()[..2] == [169, 254];
            if cidr.prefix > 24 || link_local {
                let why = if link_local { "169.254.0.0/16 is taken" } else { "it must be /24 or larger" };
                sink.push(
                    Diagnostic::new(&CODE, cidr.span, format!("gateway `{}` cannot have {}: {why}", gateway.name, cidr.block())).here(why).help("AWS takes up to five ranges of /24 or larger"),
                );
            }
        }
    }
}
