//! Two prefix lists in one table that lead the same range to different targets.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::Route;

code!("MR457", "lists-collide", Error, "lists_collide.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for vpc in &topology.vpcs {
        for group in &vpc.subnets {
            let written = || vpc.routes.iter().chain(&group.routes);
            // A route to the range by itself goes before both.
            let decided = |route: &Route| {
                written().any(|other| other.list.is_none() && other.destination.block() == route.destination.block())
            };
            let routes: Vec<&Route> = written().filter(|route| route.list.is_some() && !decided(route)).collect();
            for (at, route) in routes.iter().enumerate() {
                let same = |other: &&&Route| {
                    let both = other.destination.block() == route.destination.block();
                    both && other.list != route.list && other.target != route.target
                };
                let (Some(first), Some(list)) = (routes[..at].iter().find(same), route.list) else { continue };
                let name = |list| &topology.prefix_list(list).name;
                sink.push(
                    Diagnostic::new(
                        &CODE,
                        route.span,
                        format!(
                            "{} is in `{}` and in `{}`, which lead to different targets in subnet `{}` of vpc `{}`",
                            route.destination.block(),
                            name(first.list.unwrap_or(list)),
                            name(list),
                            group.name,
                            vpc.name
                        ),
                    )
                    .here("leads it here")
                    .label(first.span, "leads it elsewhere")
                    .help("take the range out of one of the lists, or write a route for it by itself"),
                );
                break;
            }
        }
    }
}
