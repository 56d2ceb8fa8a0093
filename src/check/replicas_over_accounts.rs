//! Replicas of a table or a key are in several accounts.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR510", "replicas-over-accounts", Error, "replicas_over_accounts.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let account = |place| topology.place(place).account;
    for table in &topology.tables {
        if table.replicas.iter().any(|place| account(*place) != account(table.home)) {
            sink.push(
                Diagnostic::new(&CODE, table.places_span, format!("table `{}` has replicas in several accounts", table.name))
                    .here("more than one account")
                    .help("keep its replicas in one account; one stack owns them all"),
            );
        }
    }
    for key in &topology.keys {
        for (place, span) in key.replicas.iter().filter(|(place, _)| account(*place) != account(key.primary)) {
            sink.push(
                Diagnostic::new(&CODE, *span, format!("key `{}` has a replica in {}, another account than its primary", key.name, topology.place(*place).name))
                    .here("another account")
                    .label(key.primary_span, "the primary")
                    .help(format!(
                        "declare another key there, `key NAME {{ primary in {0} }}`, and say `at {0} {{ encryption = NAME }}` where it encrypts",
                        topology.place(*place).name
                    )),
            );
        }
    }
}
