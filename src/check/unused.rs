//! Declared, and nothing refers to it.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR901", "unused", Warning, "unused.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    if !subject.complete {
        return;
    }
    for (kind, name, span) in &subject.topology.unused {
        sink.push(Diagnostic::new(&CODE, *span, format!("{kind} `{name}` is not used")).here("nothing refers to it").help("use it or remove it"));
    }
}
