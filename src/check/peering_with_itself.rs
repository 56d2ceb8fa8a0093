//! Both ends of a peering are the same.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::Ends;

code!("MR406", "peering-with-itself", Error, "peering_with_itself.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for peering in &subject.topology.peerings {
        let name = match peering.ends {
            Ends::Gateways(a, b) if a == b => subject.topology.gateway_name(a),
            Ends::Vpcs(a, b) if a == b => subject.topology.vpc_name(a),
            _ => continue,
        };
        sink.push(
            Diagnostic::new(&CODE, peering.end_spans.1, format!("peering `{}` joins `{name}` with itself", peering.name))
                .here("the same again")
                .label(peering.end_spans.0, "this end")
                .help("name the other end"),
        );
    }
}
