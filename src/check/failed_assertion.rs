//! An `assert` does not hold.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::Condition;

code!("MR904", "failed-assertion", Error, "failed_assertion.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for assert in &subject.topology.asserts {
        if let Condition::Known { holds: false, shown } = &assert.condition {
            let why = assert.message.as_deref().map(|message| format!(": {message}")).unwrap_or_default();
            sink.push(Diagnostic::new(&CODE, assert.span, format!("the assertion does not hold{why}")).here(shown.clone()).help("change the topology, or the assertion"));
        }
    }
}
