//! Every code has a page, and the page's examples are true: the wrong one raises the code and no
//! other error, the right one builds for both targets without it. Where a page has a program before,
//! both are built over it, with its lock.

mod support;

use mrc::address::lock_text;
use mrc::check::all_codes;
use mrc::diag::{Code, Severity};
use mrc::driver::{self, Checked, Target};

/// Codes that no source can raise: faults of mrc itself, told instead of passed over.
const NOT_RAISED: &[&str] = &["not-emitted", "circle-of-stacks"];

/// The program below a title, and its lock where one stands right after it.
fn section<'p>(page: &'p str, title: &str) -> Option<(&'p str, Option<&'p str>)> {
    let after = page.split_once(&format!("## {title}\n\n```mr\n"))?.1;
    let (program, rest) = after.split_once("```")?;
    let lock = rest.strip_prefix("\n\n```toml\n").and_then(|rest| rest.split_once("```")).map(|(lock, _)| lock);
    Some((program, lock))
}

/// Names of what a program raises, errors with `!`.
fn raised((text, lock): (&str, Option<&str>), before: Option<&Checked>) -> Vec<(String, Severity, String)> {
    let held = before.map(|before| lock_text(&before.lock, &before.allocations, false));
    let checked = support::check_with(text, lock.or(held.as_deref()));
    let mut found = checked.diagnostics.clone();
    if !checked.has_errors() {
        for target in [Target::CloudFormation(Default::default()), Target::Terraform(Default::default())] {
            let files = before.map(|before| support::build(before, &target)).unwrap_or_default();
            if let Err(problems) = driver::build_over(&checked, &target, &support::previous(&files)) {
                found.extend(problems);
            }
        }
    }
    found.into_iter().map(|each| (each.code.name.to_owned(), each.severity, each.message)).collect()
}

fn check_page(code: &Code) -> Result<(), String> {
    let title = format!("# {} {}\n\n", code.id, code.name);
    if !code.page.starts_with(&title) {
        return Err(format!("the page does not start with {title:?}"));
    }
    if NOT_RAISED.contains(&code.name) {
        return match section(code.page, "Wrong") {
            None => Ok(()),
            Some(_) => Err("has an example, so it can be raised".into()),
        };
    }
    let wrong = section(code.page, "Wrong").ok_or("no wrong example")?;
    let right = section(code.page, "Right").ok_or("no right example")?;
    let before = section(code.page, "Before").map(|(text, lock)| support::check_with(text, lock));
    let found = raised(wrong, before.as_ref());
    if !found.iter().any(|(name, ..)| name == code.name) {
        return Err(format!("the wrong example does not raise it, but {found:?}"));
    }
    if let Some(other) = found.iter().find(|(name, severity, _)| name != code.name && *severity == Severity::Error) {
        return Err(format!("the wrong example also raises {other:?}"));
    }
    let found = raised(right, before.as_ref());
    match found.iter().find(|(name, severity, _)| name == code.name || *severity == Severity::Error) {
        Some(problem) => Err(format!("the right example raises {problem:?}")),
        None => Ok(()),
    }
}

#[test]
fn every_page_is_true() {
    let problems: Vec<String> = all_codes()
        .into_iter()
        .filter_map(|code| check_page(code).err().map(|problem| format!("{} {}: {problem}", code.id, code.name)))
        .collect();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn codes_are_unique() {
    let codes = all_codes();
    for pair in codes.windows(2) {
        assert_ne!(pair[0].id, pair[1].id, "{} and {}", pair[0].name, pair[1].name);
    }
    let mut names: Vec<&str> = codes.iter().map(|code| code.name).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
}
