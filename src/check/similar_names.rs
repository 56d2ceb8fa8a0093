//! Two names of one kind in one place that targets cannot tell apart.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::graph::LOGS_KEY;
use crate::source::Span;

code!("MR115", "similar-names", Error, "similar_names.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut names: Vec<(&str, u32, &str, Span)> = Vec::new();
    names.extend(topology.vpcs.iter().map(|each| ("vpc", each.place.0, each.name.as_str(), each.name_span)));
    names.extend(topology.gateways.iter().map(|each| ("transit gateway", each.place.0, each.name.as_str(), each.name_span)));
    names.extend(topology.buckets.iter().map(|each| ("bucket", each.place.0, each.name.as_str(), each.name_span)));
    names.extend(topology.tables.iter().map(|each| ("table", each.home.0, each.name.as_str(), each.name_span)));
    names.extend(topology.keys.iter().map(|each| ("key", each.primary.0, each.name.as_str(), each.name_span)));
    for key in topology.keys.iter().filter(|key| plain(&key.name) == plain(LOGS_KEY)) {
        let message = format!("the key `{}` has the name of the key that mrc makes for logs", key.name);
        sink.push(Diagnostic::new(&CODE, key.name_span, message).here("this one").help("rename it"));
    }
    let mut seen: BTreeMap<(&str, u32, String), (&str, Span)> = BTreeMap::new();
    for (kind, place, name, span) in names {
        let plain = plain(name);
        match seen.get(&(kind, place, plain.clone())) {
            Some((other, first)) if *other != name => sink.push(
                Diagnostic::new(&CODE, span, format!("{kind}s `{other}` and `{name}` differ only in hyphens, underscores and case"))
                    .here("this one")
                    .label(*first, "and this one")
                    .help("stacks and resources would get one name: rename one of them"),
            ),
            _ => drop(seen.insert((kind, place, plain), (name, span))),
        }
    }
}

/// What is left of a name where only letters and digits count.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}
