//! Any text: the whole pipeline ends, and what is clean builds for both targets.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mrc::driver::{self, Target};

fuzz_target!(|text: &str| {
    let checked = driver::check(&["net.mr".into()], &[], &mut |path| if path.ends_with(".lock") { Err(std::io::ErrorKind::NotFound.into()) } else { Ok(text.to_owned()) });
    if !checked.has_errors() {
        let _ = driver::build(&checked, &Target::CloudFormation(Default::default()));
        let _ = driver::build(&checked, &Target::Terraform(Default::default()));
    }
});
