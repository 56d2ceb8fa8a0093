//! A prefix list that holds more than it may.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR454", "prefix-list-size", Error, "prefix_list_size.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for list in &subject.topology.prefix_lists {
        let (max, span) = list.max;
        let held = list.entries.len() as u64;
        if held == 0 || held > max {
            let what = if held == 0 { "holds nothing".to_owned() } else { format!("holds {held} ranges and may hold {max}") };
            sink.push(
                Diagnostic::new(&CODE, span, format!("prefix list `{}` {what}", list.name))
                    .here("too few")
                    .label(list.name_span, format!("{held} ranges"))
                    .help("`max` leaves room for those to come"),
            );
        }
    }
}
