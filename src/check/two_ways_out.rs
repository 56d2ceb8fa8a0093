//! One table of a gateway, and two default routes for it.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::routing::ExitProblem;

code!("MR481", "two-ways-out", Error, "two_ways_out.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for problem in &subject.routing.exit_problems {
        let ExitProblem::Two { gateway, egresses: (first, second) } = problem else { continue };
        let (first, second) = (&topology.egresses[*first], &topology.egresses[*second]);
        let name = topology.gateway_name(*gateway);
        let message = if first.place == second.place && first.name != second.name {
            format!("egresses `{}` and `{}` both want the default route of one table on `{name}`", first.name, second.name)
        } else {
            format!(
                "what arrives at `{name}` over peerings has one way out, and is wanted out through `{}` and `{}`",
                topology.vpc_name(first.via),
                topology.vpc_name(second.via)
            )
        };
        let span = if second.span == first.span { second.via_span } else { second.name_span };
        let mut diagnostic = Diagnostic::new(&CODE, span, message).here(format!("through `{}`", topology.vpc_name(second.via)));
        let other = if second.span == first.span { first.via_span } else { first.name_span };
        if other != span {
            diagnostic = diagnostic.label(other, format!("through `{}`", topology.vpc_name(first.via)));
        }
        sink.push(diagnostic.help("a table has one default route: give them different segments, or one way out"));
    }
    for segment in &topology.segments {
        for table in &segment.on {
            let place = topology.gateway(table.gateway).place;
            let Some(route) = table.routes.iter().find(|route| route.destination.is_everything()) else { continue };
            let id = topology.segments.iter().position(|each| each.name == segment.name).map(|ix| crate::topology::SegmentId(ix as u32));
            let Some(egress) = topology.egresses.iter().find(|egress| egress.place == place && egress.from.contains(&id)) else { continue };
            sink.push(
                Diagnostic::new(
                    &CODE,
                    route.span,
                    format!("segment `{}` has a default route and the egress `{}` on `{}`", segment.name, egress.name, topology.gateway_name(table.gateway)),
                )
                .here("the default route")
                .label(egress.name_span, "the egress")
                .help("a table has one default route: leave out one of them"),
            );
            break;
        }
    }
}
