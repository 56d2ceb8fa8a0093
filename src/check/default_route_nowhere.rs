//! A default route leads to a gateway that has no way out.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::DefaultRoute;

code!("MR408", "default-route-nowhere", Error, "default_route_nowhere.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in &subject.topology.vpcs {
        for group in &vpc.subnets {
            let DefaultRoute::Gateway(id) = group.route else { continue };
            let gateway = subject.topology.gateway(id);
            // What exists may have a way out that mrc does not see.
            if gateway.existing.is_some() {
                continue;
            }
            sink.push(
                Diagnostic::new(
                    &CODE,
                    group.route_span,
                    format!("subnet `{}` of vpc `{}` sends everything to `{}`, which has no way out", group.name, vpc.name, gateway.name),
                )
                .here("packets to the internet end here")
                .label(gateway.name_span, "its table has no default route")
                .help("write `route = nat` or `route = internet`; what the gateway reaches has routes already"),
            );
        }
    }
}
