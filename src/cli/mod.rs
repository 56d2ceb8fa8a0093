//! The command line: arguments, reading, writing, exit codes. Nothing else touches the outside.

mod addr;
mod args;
mod build;
mod check;
mod explain;
mod format;
mod given;
mod init;
mod library;
mod lock;
mod output;
mod reach;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Clean,
    /// Something was found: errors, or differences.
    Findings,
    /// The command line or the file system is at fault.
    Failed,
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = match args::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(problem) => {
            let _ = problem.print();
            return ExitCode::from(if problem.use_stderr() { 2 } else { 0 });
        }
    };
    let outcome = match arguments.command {
        args::Command::Check(options) => check::run(&options),
        args::Command::Build(options) => build::run(&options),
        args::Command::Fmt(options) => format::run(&options),
        args::Command::Addr(options) => addr::run(&options),
        args::Command::Lock(options) => lock::run(&options),
        args::Command::Reach(options) => reach::run(&options),
        args::Command::Explain { topic } => explain::run(&topic),
        args::Command::Std(command) => library::run(&command),
        args::Command::Init { folder } => init::run(&folder),
        args::Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut args::Arguments::command(), "mrc", &mut script);
            print(&String::from_utf8_lossy(&script));
            Outcome::Clean
        }
    };
    ExitCode::from(match outcome {
        Outcome::Clean => 0,
        Outcome::Findings => 1,
        Outcome::Failed => 2,
    })
}

/// To standard output; a reader that went away is no failure.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// To standard error.
fn complain(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

fn fail(message: impl std::fmt::Display) -> Outcome {
    complain(&format!("error: {message}\n"));
    Outcome::Failed
}
