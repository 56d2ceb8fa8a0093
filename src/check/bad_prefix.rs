//! The prefix of physical names has characters that stack names refuse.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR702", "bad-prefix", Error, "bad_prefix.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let prefix = &subject.topology.prefix;
    let starts = prefix.starts_with(|c: char| c.is_ascii_alphabetic());
    let bad = prefix.chars().find(|c| !(c.is_ascii_alphanumeric() || *c == '-'));
    // A topology that is missing has been reported, and has no name to judge.
    if (starts && bad.is_none()) || subject.topology.places.is_empty() {
        return;
    }
    let why = match bad {
        Some(bad) => format!("has `{bad}`"),
        None => "does not start with a letter".to_owned(),
    };
    sink.push(
        Diagnostic::new(&CODE, subject.topology.name_span, format!("the prefix of names, `{prefix}`, {why}"))
            .here("stack names start with it")
            .help("stack names have letters, digits and `-`: write `prefix = \"…\"` in the topology"),
    );
}
