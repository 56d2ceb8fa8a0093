//! `mrc std`: what the standard library holds.

use super::args::Library;
use super::{Outcome, complain, print};
use crate::nearest::nearest;
use crate::stdlib;

pub fn run(command: &Library) -> Outcome {
    let entries = stdlib::entries();
    match command {
        Library::List => {
            let line = |entry: &stdlib::Entry| {
                let doc = entry.doc.lines().collect::<Vec<_>>().join(" ");
                let first = doc.split_inclusive(". ").next().unwrap_or_default().trim();
                format!("{}.{:16} {first}\n", entry.library, entry.name)
            };
            print(&entries.iter().map(line).collect::<String>());
            Outcome::Clean
        }
        Library::Show { name } => {
            let bare = name.rsplit('.').next().unwrap_or(name);
            if let Some(entry) = entries.iter().find(|entry| entry.name == bare) {
                print(&entry.text);
                return Outcome::Clean;
            }
            match nearest(bare, entries.iter().map(|entry| entry.name.as_str())) {
                Some(near) => complain(&format!("error: the library has no `{name}`; did you mean `{near}`?\n")),
                None => complain(&format!("error: the library has no `{name}`; `mrc std list` shows what there is\n")),
            }
            Outcome::Failed
        }
    }
}
