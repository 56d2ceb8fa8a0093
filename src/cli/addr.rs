//! `mrc addr`.

use super::args::{Addr, PlanFormat};
use super::check::{reader, text};
use super::{Outcome, complain, fail, given, print};
use crate::driver;
use crate::report::address;

pub fn run(options: &Addr) -> Outcome {
    let given = match given::read(&options.inputs) {
        Ok(given) => given,
        Err(problem) => return fail(problem),
    };
    if options.file != "-"
        && let Err(problem) = std::fs::metadata(&options.file)
    {
        return fail(format!("cannot read {}: {problem}", options.file));
    }
    let checked = driver::check_in(std::slice::from_ref(&options.file), &given, options.inputs.env.as_deref(), &mut reader());
    if checked.has_errors() {
        complain(&text(&checked.diagnostics, &checked.sources));
        return Outcome::Findings;
    }
    let plan = address::plan(&checked.topology, &checked.lock, &checked.allocations);
    print(&match options.format {
        PlanFormat::Text => address::text(&plan),
        PlanFormat::Json => address::json(&plan),
        PlanFormat::Csv => address::csv(&plan),
        PlanFormat::Md => address::markdown(&plan),
    });
    Outcome::Clean
}
