//! `mrc fmt`.

use std::path::Path;

use similar::TextDiff;

use super::args::Fmt;
use super::check::{reader, text};
use super::{Outcome, complain, fail, output, print};
use crate::diag::Sink;
use crate::source::Sources;
use crate::syntax;

pub fn run(options: &Fmt) -> Outcome {
    let mut outcome = Outcome::Clean;
    for file in &options.files {
        let original = match reader()(file) {
            Ok(original) => original,
            Err(problem) => return fail(format!("cannot read {file}: {problem}")),
        };
        let mut sources = Sources::default();
        let id = sources.add(file.clone(), original.clone());
        let mut sink = Sink::default();
        let parsed = syntax::parse(&original, id, &mut sink);
        if sink.has_errors() {
            complain(&text(&sink.diagnostics, &sources));
            outcome = Outcome::Findings;
            continue;
        }
        let formatted = syntax::format(&parsed.tree, &original);
        if options.diff && formatted != original {
            print(&TextDiff::from_lines(&original, &formatted).unified_diff().header(file, file).to_string());
        }
        if options.check || options.diff {
            if formatted != original {
                if options.check && !options.diff {
                    print(&format!("{file}\n"));
                }
                outcome = Outcome::Findings;
            }
        } else if file == "-" {
            print(&formatted);
        } else if formatted != original
            && let Err(problem) = output::replace(Path::new(file), formatted.as_bytes())
        {
            return fail(format!("cannot write {file}: {problem}"));
        }
    }
    outcome
}
