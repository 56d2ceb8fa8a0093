//! `mrc explain`.

use super::{Outcome, complain, print};
use crate::aws;
use crate::check;
use crate::kinds::{self, reference};
use crate::nearest::nearest;
use crate::quota;
use crate::stdlib;

/// Words of the language that are no kinds, and where they are explained.
const WORDS: &[(&str, &str)] = &[
    ("allow", "segment"),
    ("deny", "segment"),
    ("assert", "failed-assertion"),
    ("reachable", "failed-assertion"),
    ("isolated", "failed-assertion"),
    ("symmetric", "failed-assertion"),
];

pub fn run(topic: &str) -> Outcome {
    let topic = WORDS.iter().find(|(word, _)| *word == topic).map_or(topic, |(_, page)| page);
    if topic == "kinds" {
        print(&reference::index());
    } else if topic == "codes" {
        print(
            &check::all_codes().iter().map(|code| format!("{}  {:8} {}\n", code.id, code.severity.word(), code.name)).collect::<String>(),
        );
    } else if topic == "quotas" {
        print(&quota::listing());
    } else if let Some(found) = aws::quota(topic) {
        print(&quota::entry(found));
    } else if let Some(code) = check::find_code(topic) {
        print(code.page);
    } else if let Some(kind) = kinds::find(topic) {
        print(&reference::page(kind));
    } else if let Some(text) = reference::inside(topic) {
        print(&text);
    } else if let Some(entry) = stdlib::entries().iter().find(|entry| entry.name == topic) {
        print(&entry.text);
    } else {
        let codes = check::all_codes();
        let known = codes
            .iter()
            .flat_map(|code| [code.name, code.id])
            .chain(kinds::words())
            .chain(aws::quotas().iter().map(|quota| quota.name.as_str()));
        match nearest(topic, known) {
            Some(near) => complain(&format!("error: nothing is known of `{topic}`; did you mean `{near}`?\n")),
            None => complain(&format!(
                "error: nothing is known of `{topic}`; `mrc explain kinds`, `mrc explain codes` and `mrc explain quotas` list what is\n"
            )),
        }
        return Outcome::Failed;
    }
    Outcome::Clean
}
