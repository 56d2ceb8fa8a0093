//! Keys of a table and its indexes that contradict one another.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::KeyField;

code!("MR513", "table-keys", Error, "table_keys.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for table in &subject.topology.tables {
        let fields = [Some(&table.hash), table.range.as_ref()].into_iter().chain(table.indexes.iter().flat_map(|index| [Some(&index.hash), index.range.as_ref()]));
        let mut seen: BTreeMap<&str, &KeyField> = BTreeMap::new();
        for field in fields.flatten() {
            match seen.get(field.name.as_str()) {
                Some(first) if first.ty != field.ty => sink.push(
                    Diagnostic::new(&CODE, field.span, format!("attribute `{}` of table `{}` has two types", field.name, table.name))
                        .here(format!("type {}", field.ty))
                        .label(first.span, format!("type {}", first.ty))
                        .help("an attribute has one type in all keys"),
                ),
                _ => drop(seen.insert(&field.name, field)),
            }
        }
        if let Some(range) = table.range.as_ref().filter(|range| range.name == table.hash.name) {
            sink.push(
                Diagnostic::new(&CODE, range.span, format!("table `{}` uses `{}` as partition key and as sort key", table.name, range.name))
                    .here("the sort key")
                    .label(table.hash.span, "the partition key")
                    .help("sort by another attribute"),
            );
        }
    }
}
