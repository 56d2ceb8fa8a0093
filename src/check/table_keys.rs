//! Keys of a table and its indexes that contradict one another.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Index, KeyField};

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
        let own = (format!("table `{}`", table.name), &table.hash, table.range.as_ref());
        let of_index = |index: &'_ Index| format!("index `{}` of table `{}`", index.name, table.name);
        let indexes = table.indexes.iter().map(|index| (of_index(index), &index.hash, index.range.as_ref()));
        for (what, hash, range) in std::iter::once(own).chain(indexes) {
            let Some(range) = range.filter(|range| range.name == hash.name) else { continue };
            sink.push(
                Diagnostic::new(&CODE, range.span, format!("{what} uses `{}` as partition key and as sort key", range.name))
                    .here("the sort key")
                    .label(hash.span, "the partition key")
                    .help("sort by another attribute"),
            );
        }
    }
}
