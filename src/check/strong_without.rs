//! Strong consistency excludes a time to live.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR505", "strong-without", Error, "strong_without.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for table in &subject.topology.tables {
        if let (Some(strong), Some((_, span))) = (&table.strong, &table.ttl) {
            sink.push(
                Diagnostic::new(&CODE, *span, format!("table `{}` is strongly consistent and cannot have a `ttl`", table.name))
                    .here("not with strong consistency")
                    .label(strong.span, "strong")
                    .help("remove one of them"),
            );
        }
    }
}
