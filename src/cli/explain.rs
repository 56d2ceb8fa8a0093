//! `mrc explain`.

use super::{Outcome, complain, print};
use crate::check;
use crate::kinds::{self, reference};
use crate::nearest::nearest;

pub fn run(topic: &str) -> Outcome {
    if topic == "kinds" {
        print(&reference::index());
    } else if topic == "codes" {
        print(
            &check::all_codes().iter().map(|code| format!("{}  {:8} {}\n", code.id, code.severity.word(), code.name)).collect::<String>(),
        );
    } else if let Some(code) = check::find_code(topic) {
        print(code.page);
    } else if let Some(kind) = kinds::find(topic) {
        print(&reference::page(kind));
    } else {
        let codes = check::all_codes();
        let known = codes.iter().flat_map(|code| [code.name, code.id]).chain(kinds::words());
        match nearest(topic, known) {
            Some(near) => complain(&format!("error: nothing is known of `{topic}`; did you mean `{near}`?\n")),
            None => complain(&format!("error: nothing is known of `{topic}`; `mrc explain kinds` and `mrc explain codes` list what is\n")),
        }
        return Outcome::Failed;
    }
    Outcome::Clean
}
