//! A written route all of whose packets are dropped further on.

use super::Subject;
use super::written_routes::{Written, written};
use crate::diag::{Diagnostic, Sink};
use crate::reach::{At, End, Model, Stop, Trace};

code!("MR431", "dead-route", Warning, "dead_route.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let Some(matrix) = subject.packets.filter(|_| !sink.has_errors()) else { return };
    let model = matrix.model;
    for route in written(model) {
        let traces: Vec<Trace> =
            route.pieces.iter().flat_map(|(state, piece)| model.walk(*state, model.get(*state).pieces[*piece].range)).collect();
        if traces.is_empty() || !traces.iter().all(|trace| dead(model, trace)) {
            continue;
        }
        let Written { span, destination, owner, .. } = route;
        let last = model.tell(&traces[0]).pop();
        let mut diagnostic = Diagnostic::new(&CODE, span, format!("nothing gets through by the route of {owner} to {destination}"))
            .here("all of it is dropped further on")
            .note(model.ending(&traces[0]));
        if let Some((stop, table)) = last.and_then(|last| Some((last.span?, last.table))).filter(|(stop, _)| *stop != span) {
            diagnostic = diagnostic.label(stop, format!("it ends in {table}"));
        }
        sink.push(diagnostic.help("let the gateway there know the range (`attach`, a `route` of its segment), or remove the route"));
    }
}

/// What stops for certain. In the table of an existing gateway there may be routes that mrc does not
/// know, and what else is wrong with a route has been told.
fn dead(model: &Model<'_>, trace: &Trace) -> bool {
    let last = trace.steps.last().map(|step| model.get(step.state).at);
    let unknown = matches!(last, Some(At::Gateway { gateway, .. }) if model.topology.gateway(gateway).existing.is_some());
    match trace.end {
        End::Dropped(Stop::NotInPeer(_)) => false,
        End::Dropped(Stop::NotAssociated(gateway)) => model.topology.gateway(gateway).existing.is_none(),
        End::Dropped(_) => !unknown,
        End::Internet(_) => !model.is_public(trace.to),
        End::Delivered(_) | End::Behind(_) | End::Outside | End::Outbound(_) => false,
    }
}
