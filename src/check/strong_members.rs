//! A strongly consistent table has three members: three replicas, or two and a witness.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR504", "strong-members", Error, "strong_members.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for table in &topology.tables {
        let Some(strong) = &table.strong else { continue };
        if let Some((region, span)) = strong.witness
            && table.replicas.iter().any(|place| topology.place(*place).region.code == region.code) {
                sink.push(
                    Diagnostic::new(&CODE, span, format!("the witness of table `{}` is in {}, where it has a replica", table.name, region.code))
                        .here("has a replica already")
                        .label(table.places_span, "the replicas")
                        .help("name a third region of the set"),
                );
                continue;
            }
        let (replicas, witnesses) = (table.replicas.len(), usize::from(strong.witness.is_some()));
        if replicas + witnesses == 3 {
            continue;
        }
        sink.push(
            Diagnostic::new(&CODE, strong.span, format!("table `{}` has {replicas} replicas and {witnesses} witnesses; strong consistency takes three members", table.name))
                .here("three members are wanted")
                .label(table.places_span, format!("{replicas} replicas"))
                .help("three regions with `in`, or two and `consistency = strong { witness = REGION }`"),
        );
    }
}
