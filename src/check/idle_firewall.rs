//! A firewall that nothing passes.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR485", "idle-firewall", Warning, "idle_firewall.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    let mut said = std::collections::BTreeSet::new();
    for (ix, firewall) in topology.firewalls.iter().enumerate() {
        let inspects = topology.egresses.iter().any(|egress| egress.inspect.is_some_and(|(id, _)| id.0 as usize == ix));
        if !inspects && said.insert((&firewall.name, firewall.place)) {
            sink.push(
                Diagnostic::new(
                    &CODE,
                    firewall.name_span,
                    format!("nothing passes firewall `{}` in {}", firewall.name, topology.place(firewall.place).name),
                )
                .here("no egress inspects with it there")
                .help(format!("write `inspect = {}` in an `egress`, or say where the firewall is with `in`", firewall.name)),
            );
        }
    }
}
