//! Stacks that the previous build had and this one lacks stay in the manifest until they are gone.

mod support;

use mrc::backend::Previous;
use mrc::driver::{self, Files};
use serde_json::Value;
use support::{check_text, cloudformation, root};

fn over(source: &str, before: Option<&Files>, pruned: bool) -> Files {
    let checked = check_text(source);
    assert!(!checked.has_errors(), "{:?}", support::messages(&checked));
    let previous = match before {
        Some(files) => Previous::new(manifest(files), |path| file(files, path).map(<[u8]>::to_vec)),
        None => Previous::none(),
    };
    let previous = if pruned { previous.pruned() } else { previous };
    driver::build_over(&checked, &cloudformation(), &previous).unwrap_or_else(|_| panic!("it builds"))
}

fn file<'f>(files: &'f Files, path: &str) -> Option<&'f [u8]> {
    files.iter().find(|(each, _)| each == path).map(|(_, bytes)| bytes.as_slice())
}

fn manifest(files: &Files) -> Value {
    serde_json::from_slice(file(files, "manifest.json").unwrap()).unwrap()
}

/// `REGION/NAME` of what is retired.
fn retired(files: &Files) -> Vec<String> {
    let manifest = manifest(files);
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(root().join("schema/manifest.schema.json")).unwrap()).unwrap();
    let problems: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&manifest)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let stacks = manifest["stacks"].as_array().unwrap();
    let gone = stacks.iter().filter(|each| each["retired"] == true);
    gone.map(|each| format!("{}/{}", each["region"].as_str().unwrap(), each["name"].as_str().unwrap())).collect()
}

const ONE: &str = "mr 1\n\ntopology net { regions = [us-east-1] }\n\nvpc app { cidr = 10.0.0.0/16 }\n";

fn two() -> String {
    format!("{ONE}\nvpc old {{ cidr = 10.1.0.0/16 }}\n")
}

#[test]
fn it_is_kept_with_its_template_until_it_is_pruned() {
    let first = over(&two(), None, false);
    let second = over(ONE, Some(&first), false);
    assert_eq!(retired(&second), ["us-east-1/net-vpc-old"]);
    let template = "retired/us-east-1/net-vpc-old.yaml";
    assert_eq!(file(&second, template), file(&first, "us-east-1/vpc-old.yaml"));
    assert!(manifest(&second)["files"].get(template).is_some());
    assert_eq!(over(ONE, Some(&second), false), second, "another build changes nothing");
    let third = over(ONE, Some(&second), true);
    assert!(retired(&third).is_empty() && file(&third, template).is_none());
    assert_eq!(over(ONE, None, false), third);
    assert_eq!(retired(&over(ONE, Some(&first), true)), ["us-east-1/net-vpc-old"], "what leaves with this build is not pruned yet");
}

#[test]
fn what_returns_is_not_retired() {
    let first = over(&two(), None, false);
    let second = over(ONE, Some(&first), false);
    assert_eq!(over(&two(), Some(&second), false), first);
}

#[test]
fn another_prefix_leaves_every_stack_and_keeps_both_templates() {
    let renamed = ONE.replace("[us-east-1] }", "[us-east-1]  prefix = \"corp\" }");
    let first = over(ONE, None, false);
    let second = over(&renamed, Some(&first), false);
    assert_eq!(retired(&second), ["us-east-1/net-foundation", "us-east-1/net-vpc-app"]);
    assert!(file(&second, "us-east-1/vpc-app.yaml").is_some() && file(&second, "retired/us-east-1/net-vpc-app.yaml").is_some());
    assert!(retired(&over(ONE, Some(&second), false)).iter().all(|each| each.starts_with("us-east-1/corp-")));
}

/// The stack that a topology without accounts deployed may be in the very account that it names now.
#[test]
fn an_account_that_is_named_later_retires_nothing() {
    let named = ONE.replace("[us-east-1] }", "[us-east-1]  account = main }\n\naccount main = 111122223333");
    let first = over(ONE, None, false);
    let second = over(&named, Some(&first), false);
    assert!(retired(&second).is_empty(), "{:?}", retired(&second));
    let moved = named.replace("111122223333", "444455556666");
    assert_eq!(retired(&over(&moved, Some(&second), false)).len(), 2, "another account is another stack");
}
