//! A written route that decides nothing.

use super::Subject;
use super::written_routes::written;
use crate::diag::{Diagnostic, Sink};

code!("MR433", "idle-route", Warning, "idle_route.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let Some(matrix) = subject.packets.filter(|_| !sink.has_errors()) else { return };
    for route in written(matrix.model).into_iter().filter(|route| route.pieces.is_empty() && route.tables > 0) {
        let message = format!("the route of {} to {} decides nothing", route.owner, route.destination);
        let diagnostic = Diagnostic::new(&CODE, route.span, message);
        sink.push(match route.replaced {
            Some(other) => diagnostic.here("never used").label(other, "this one is used for the same range").help("remove one of them"),
            None => diagnostic.here("longer prefixes decide all of it").help("remove it"),
        });
    }
}
