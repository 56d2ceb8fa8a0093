//! `mrc check`.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Read};

use super::args::{Check, Deny, Report};
use super::{Outcome, complain, fail, given, lock, print};
use crate::diag::{Diagnostic, Severity, render};
use crate::driver::{self, Checked};
use crate::source::Sources;

pub fn run(options: &Check) -> Outcome {
    let given = match given::read(&options.inputs) {
        Ok(given) => given,
        Err(problem) => return fail(problem),
    };
    let roots = match roots(&options.files) {
        Ok(roots) => roots,
        Err(problem) => return fail(problem),
    };
    let mut outcome = Outcome::Clean;
    let mut reports = Vec::new();
    for root in roots {
        let checked = driver::check_in(std::slice::from_ref(&root), &given, options.inputs.env.as_deref(), &mut reader());
        if fails(&checked.diagnostics, options.deny) {
            outcome = Outcome::Findings;
        }
        reports.push(checked);
    }
    for checked in &reports {
        match lock::keep(checked, options.locked) {
            Outcome::Clean => {}
            Outcome::Findings => outcome = Outcome::Findings,
            Outcome::Failed => return Outcome::Failed,
        }
    }
    match options.format {
        Report::Text => reports.iter().for_each(|checked| complain(&text(&checked.diagnostics, &checked.sources))),
        Report::Github => reports.iter().for_each(|checked| print(&render::github(&checked.diagnostics, &checked.sources))),
        Report::Json | Report::Sarif => {
            let (diagnostics, sources) = merged(reports);
            let render = if options.format == Report::Json { render::json } else { render::sarif };
            print(&render(&diagnostics, &sources));
        }
    }
    outcome
}

/// Whether something was found that must not pass.
pub fn fails(diagnostics: &[Diagnostic], deny: Option<Deny>) -> bool {
    let least = if deny == Some(Deny::Warnings) { Severity::Warning } else { Severity::Error };
    diagnostics.iter().any(|each| each.severity >= least)
}

/// Findings for people, in colour on a terminal.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    render::text(diagnostics, sources, color, 110)
}

/// Reads files, and `-` from standard input.
pub fn reader() -> impl FnMut(&str) -> std::io::Result<String> {
    |path: &str| {
        if path == "-" {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            return Ok(text);
        }
        std::fs::read_to_string(path)
    }
}

/// Files to start from: those that no other one uses. A file that cannot be read ends it here.
fn roots(files: &[String]) -> Result<Vec<String>, String> {
    if files == ["-"] {
        return Ok(files.to_vec());
    }
    let mut used: BTreeSet<String> = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(file).map_err(|problem| format!("cannot read {file}: {problem}"))?;
        used.extend(driver::uses(file, &text));
    }
    let mut roots: Vec<String> = files.iter().filter(|file| !used.contains(&driver::normal(file))).cloned().collect();
    // Files that use one another in a circle have no root: any of them starts it.
    if roots.is_empty() {
        roots.extend(files.first().cloned());
    }
    let mut seen = BTreeSet::new();
    roots.retain(|root| seen.insert(root.clone()));
    Ok(roots)
}

/// Findings of several topologies as one list.
fn merged(reports: Vec<Checked>) -> (Vec<Diagnostic>, Sources) {
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    for checked in reports {
        let offset = sources.iter().count() as u32;
        for (_, file) in checked.sources.iter() {
            sources.add(file.name.clone(), file.text.clone());
        }
        diagnostics.extend(checked.diagnostics.into_iter().map(|mut each| {
            each.labels.iter_mut().for_each(|label| label.span.file.0 += offset);
            if let Some(fix) = &mut each.fix {
                fix.span.file.0 += offset;
            }
            each
        }));
    }
    (diagnostics, sources)
}
