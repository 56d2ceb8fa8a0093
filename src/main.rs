//! The `mrc` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    mrc::cli::run()
}
