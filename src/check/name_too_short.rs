//! Names that are shorter than AWS takes.

use super::Subject;
use crate::aws::least_name;
use crate::diag::{Diagnostic, Sink};

code!("MR781", "name-too-short", Error, "name_too_short.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let least = least_name("index");
    for table in &subject.topology.tables {
        for index in table.indexes.iter().filter(|index| index.name.len() < least) {
            sink.push(
                Diagnostic::new(&CODE, index.span, format!("index `{}` of table `{}` has a name of fewer than {least} characters", index.name, table.name))
                    .here("too short")
                    .help("write a longer one: `by_owner`"),
            );
        }
    }
}
