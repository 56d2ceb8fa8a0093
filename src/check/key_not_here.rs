//! Something is encrypted with a key that is not in its place.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::{KeyId, PlaceId};

code!("MR506", "key-not-here", Error, "key_not_here.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    // What is encrypted, with which key, where.
    let mut uses: Vec<(String, KeyId, Span, Vec<PlaceId>)> = Vec::new();
    for bucket in &topology.buckets {
        if let Some((key, span)) = bucket.key {
            uses.push((format!("bucket `{}`", bucket.name), key, span, vec![bucket.place]));
        }
    }
    for table in &topology.tables {
        if let Some((key, span)) = table.key {
            uses.push((format!("table `{}`", table.name), key, span, table.replicas.clone()));
        }
    }
    // One diagnostic for all places that one attribute misses.
    uses.sort_by_key(|(_, key, span, _)| (*key, *span));
    let mut merged: Vec<(String, KeyId, Span, Vec<PlaceId>)> = Vec::new();
    for (what, key, span, places) in uses {
        match merged.last_mut() {
            Some(last) if last.1 == key && last.2 == span => last.3.extend(places),
            _ => merged.push((what, key, span, places)),
        }
    }
    for (what, id, span, places) in merged {
        let key = topology.key(id);
        let missing: Vec<PlaceId> = places.into_iter().filter(|place| !topology.key_places(id).any(|each| each == *place)).collect();
        if missing.is_empty() {
            continue;
        }
        let names: Vec<&str> = missing.iter().map(|place| topology.place(*place).name.as_str()).collect();
        let first = names.first().copied().unwrap_or("REGION");
        // A multi-Region key has its replicas in its own account.
        let elsewhere = missing.iter().find(|place| topology.place(**place).account != topology.place(key.primary).account);
        let help = match elsewhere.map(|place| topology.place(*place).name.as_str()) {
            None => format!("add `replica in {first}` to key `{}`", key.name),
            Some(place) => format!(
                "a key stays in its account: declare one there, `key NAME {{ primary in {place} }}`, and say `at {place} {{ encryption = NAME }}`"
            ),
        };
        sink.push(
            Diagnostic::new(&CODE, span, format!("{what} is encrypted with key `{}`, which is not in {}", key.name, names.join(", ")))
                .here(format!("missing in {}", names.join(", ")))
                .label(key.name_span, "the key")
                .help(help),
        );
    }
}
