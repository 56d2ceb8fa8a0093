//! An egress whose VPC cannot be reached from its place.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::routing::ExitProblem;

code!("MR480", "egress-without-way", Error, "egress_without_way.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    // What lacks here may be what is wrong elsewhere.
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    for problem in &subject.routing.exit_problems {
        let ExitProblem::NoWay { egress } = problem else { continue };
        let egress = &topology.egresses[*egress];
        let (place, via) = (&topology.place(egress.place).name, topology.vpc(egress.via));
        let attached = via.attachments.iter().any(|each| topology.gateway(each.gateway).existing.is_none());
        let own: Vec<_> = topology.gateways.iter().filter(|gateway| gateway.place == egress.place && gateway.existing.is_none()).collect();
        let (why, help) = match (attached, own.first()) {
            (false, _) => (
                format!("vpc `{}` is attached to no gateway that mrc makes", topology.vpc_name(egress.via)),
                format!("attach `{}` to a gateway; an egress leads over gateways", via.name),
            ),
            (true, None) => (
                format!("there is no gateway in {place}"),
                format!("say where the egress is: `egress {} in …`, or put a gateway into {place}", egress.name),
            ),
            (true, Some(gateway)) => (
                format!("gateway `{}` in {place} has no peering towards it", gateway.name),
                "join the gateways with `mesh`, `star` or `peering`; through a third gateway only a `star` with transit leads".to_owned(),
            ),
        };
        sink.push(
            Diagnostic::new(&CODE, egress.via_span, format!("egress `{}` has no way from {place} to `{}`: {why}", egress.name, topology.vpc_name(egress.via)))
                .here(why)
                .label(via.name_span, "the way out")
                .help(help),
        );
    }
}
