//! `mrc init`.

use std::path::Path;

use super::{Outcome, fail, print};

pub fn run(folder: &Path) -> Outcome {
    let file = folder.join("net.mr");
    if file.exists() {
        return fail(format!("{} is there already; it stays as it is", file.display()));
    }
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, include_str!("../../examples/quickstart/net.mr")));
    match written {
        Ok(()) => {
            print(&format!("{0}\nnext: mrc check {0}\n", file.display()));
            Outcome::Clean
        }
        Err(problem) => fail(format!("cannot write {}: {problem}", file.display())),
    }
}
