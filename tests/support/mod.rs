//! What several tests need.
#![allow(dead_code)]

pub mod schemas;

use std::path::{Path, PathBuf};

use mrc::backend::{Previous, cfn};
use mrc::driver::{self, Checked, Files, Target};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Names and first files of the examples.
pub fn examples() -> Vec<(String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = std::fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("net.mr").exists())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path.join("net.mr")))
        .collect();
    found.sort();
    assert!(found.len() >= 8, "the examples are gone");
    found
}

pub fn check_text(text: &str) -> Checked {
    check_with(text, None)
}

/// A text with its lock.
pub fn check_with(text: &str, lock: Option<&str>) -> Checked {
    driver::check(&["net.mr".into()], &[], &mut |path| {
        let found = match path {
            "net.mr" => Some(text),
            "net.mr.lock" => lock,
            _ => None,
        };
        found.map(str::to_owned).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))
    })
}

/// A reader that knows one file and no lock.
pub fn only(path: &str, text: &str) -> std::io::Result<String> {
    if path.ends_with(".lock") { Err(std::io::ErrorKind::NotFound.into()) } else { Ok(text.to_owned()) }
}

/// The text of an example's lock, where it has one.
pub fn lock_of(example: &Path) -> Option<String> {
    std::fs::read_to_string(example.with_extension("mr.lock")).ok()
}

pub fn check_file(example: &Path) -> Checked {
    check_with(&std::fs::read_to_string(example).unwrap(), lock_of(example).as_deref())
}

pub fn build(checked: &Checked, target: &Target) -> Files {
    match driver::build(checked, target) {
        Ok(files) => files,
        Err(problems) => panic!("{:#?}", problems.iter().map(|each| &each.message).collect::<Vec<_>>()),
    }
}

/// What a build left in its folder, for the next one.
pub fn previous(files: &Files) -> Previous<'_> {
    let text = |path: &str| files.iter().find(|(name, _)| name == path).map(|(_, text)| text.clone());
    match text("manifest.json").or_else(|| text("mrc.json")) {
        Some(manifest) => Previous::new(serde_json::from_slice(&manifest).unwrap(), text),
        None => Previous::none(),
    }
}

pub fn cloudformation() -> Target {
    Target::CloudFormation(cfn::Options { version: env!("CARGO_PKG_VERSION").into(), ..Default::default() })
}

pub fn terraform() -> Target {
    Target::Terraform(Default::default())
}

pub fn messages(checked: &Checked) -> Vec<String> {
    checked.diagnostics.iter().map(|each| format!("{} {}: {}", each.severity.word(), each.code.name, each.message)).collect()
}
