//! A VPC reaches one range over two gateways.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR410", "ambiguous-route", Error, "ambiguous_route.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for conflict in &subject.routing.conflicts {
        let vpc = topology.vpc(conflict.vpc);
        let at = |gateway| vpc.attachments.iter().find(|each| each.gateway == gateway).map_or(vpc.name_span, |each| each.span);
        let (a, b) = conflict.gateways;
        sink.push(
            Diagnostic::new(
                &CODE,
                at(b),
                format!("vpc `{}` reaches {} over `{}` and over `{}`", topology.vpc_name(conflict.vpc), conflict.destination, topology.gateway(a).name, topology.gateway(b).name),
            )
            .here(format!("leads to {}", conflict.destination))
            .label(at(a), "and so does this")
            .help("a route table has one target a range: attach to one of them, or close the way over the other with a segment"),
        );
    }
}
