//! `mrc build`.

use std::path::PathBuf;

use super::args::{self, Build};
use super::check::{fails, reader, text};
use super::{Outcome, complain, fail, given, lock, output, print};
use crate::backend::{Previous, cfn, terraform};
use crate::driver::{self, Files, Target};

pub fn run(options: &Build) -> Outcome {
    let target = match target(options) {
        Ok(target) => target,
        Err(problem) => return fail(problem),
    };
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
    if !checked.diagnostics.is_empty() {
        complain(&text(&checked.diagnostics, &checked.sources));
    }
    if checked.has_errors() || fails(&checked.diagnostics, options.deny) {
        return Outcome::Findings;
    }
    let folder = options.output.clone().unwrap_or_else(|| PathBuf::from(default_folder(options.target)));
    let mut previous = output::previous(&folder);
    if options.pruned {
        previous = previous.pruned();
    }
    let files = match driver::build_over(&checked, &target, &previous) {
        Ok(files) => files,
        Err(problems) => {
            complain(&text(&problems, &checked.sources));
            return Outcome::Findings;
        }
    };
    if let Some(problem) = options.forget.iter().find_map(|name| nothing_to_forget(name, &previous, &files)) {
        return fail(problem);
    }
    // Before the output: what is deployed must be held.
    let held = lock::keep(&checked, options.locked || options.check);
    if held != Outcome::Clean {
        return held;
    }
    if options.check {
        return match output::compare(&folder, &files) {
            Ok(differences) if differences.is_empty() => Outcome::Clean,
            Ok(differences) => {
                print(&differences.iter().map(|line| format!("{line}\n")).collect::<String>());
                complain(&format!("{} is not what a build would write\n", folder.display()));
                Outcome::Findings
            }
            Err(problem) => fail(problem),
        };
    }
    match output::write(&folder, &files) {
        Ok(()) => {
            complain(&format!("{}: {} files\n", folder.display(), files.len()));
            Outcome::Clean
        }
        Err(problem) => fail(problem),
    }
}

/// A name that stands for nothing which left would be a slip of the pen, and data would stay.
fn nothing_to_forget(name: &str, previous: &Previous<'_>, files: &Files) -> Option<String> {
    let manifest = files.iter().find(|(path, _)| path == terraform::MANIFEST)?;
    let now: serde_json::Value = serde_json::from_slice(&manifest.1).ok()?;
    let before = previous.of("terraform");
    if before.is_some_and(|before| terraform::can_be_forgotten(name, before, &now)) {
        return None;
    }
    let names = terraform::forgettable(&now);
    let help = if names.is_empty() { "nothing else did".to_owned() } else { format!("what else did: {}", names.join(", ")) };
    Some(format!("--forget {name}: nothing of that name left the topology since the last build; {help}"))
}

fn default_folder(target: args::Target) -> &'static str {
    match target {
        args::Target::Cfn => "out/cfn",
        args::Target::Terraform => "out/terraform",
    }
}

/// Options that do not fit the target are refused, not passed over.
fn target(options: &Build) -> Result<Target, String> {
    if options.target == args::Target::Terraform {
        let misplaced = [
            ("--format", options.format.is_some()),
            ("--wire", options.wire.is_some()),
            ("--accepter", options.accepter.is_some()),
            ("--pruned", options.pruned),
        ];
        if let Some((name, _)) = misplaced.iter().find(|(_, given)| *given) {
            return Err(format!("{name} is for --target cfn; Terraform has no use for it"));
        }
        return Ok(Target::Terraform(terraform::Options { forget: options.forget.clone() }));
    }
    if !options.forget.is_empty() {
        return Err("--forget is for --target terraform; a stack keeps data that leaves it, delete that by hand".to_owned());
    }
    Ok(Target::CloudFormation(cfn::Options {
        format: match options.format {
            Some(args::Format::Json) => cfn::Format::Json,
            _ => cfn::Format::Yaml,
        },
        wire: match options.wire {
            Some(args::Wire::Parameters) => cfn::Wire::Parameters,
            _ => cfn::Wire::StackOutput,
        },
        accepter: match options.accepter {
            Some(args::Accepter::Pipeline) => cfn::Accepter::Pipeline,
            _ => cfn::Accepter::Lambda,
        },
        traced: true,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }))
}
