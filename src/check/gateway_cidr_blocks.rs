//! Ranges of a gateway itself are /24 or larger.

use super::Subject;
use crate::aws;
use crate::diag::{Diagnostic, Sink};

code!("MR415", "gateway-cidr-blocks", Error, "gateway_cidr_blocks.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for gateway in &subject.topology.gateways {
        for cidr in &gateway.cidr_blocks {
            let link_local = cidr.addr.octets()[..2] == [169, 254];
            let smallest = aws::gateway_prefix();
            if cidr.prefix > smallest || link_local {
                let why = match link_local {
                    true => "169.254.0.0/16 is taken".to_owned(),
                    false => format!("it must be /{smallest} or larger"),
                };
                let most = aws::quota("cidr_blocks_per_gateway").expect("it is among the quotas").default;
                let message = format!("gateway `{}` cannot have {}: {why}", gateway.name, cidr.block());
                sink.push(
                    Diagnostic::new(&CODE, cidr.span, message)
                        .here(why)
                        .help(format!("AWS takes up to {most} ranges of /{smallest} or larger")),
                );
            }
        }
    }
}
