//! Stacks that the previous build had and this one lacks stay in the manifest until they are gone.

mod support;

use mrc::backend::Previous;
use mrc::backend::cfn;
use mrc::driver::{self, Files, Target};
use serde_json::Value;
use support::{check_text, cloudformation, root};

fn over(source: &str, before: Option<&Files>, pruned: bool) -> Files {
    over_as(source, before, pruned, &cloudformation())
}

fn over_as(source: &str, before: Option<&Files>, pruned: bool, target: &Target) -> Files {
    let checked = check_text(source);
    assert!(!checked.has_errors(), "{:?}", support::messages(&checked));
    let previous = match before {
        Some(files) => Previous::new(manifest(files), |path| file(files, path).map(<[u8]>::to_vec)),
        None => Previous::none(),
    };
    let previous = if pruned { previous.pruned() } else { previous };
    driver::build_over(&checked, target, &previous).unwrap_or_else(|_| panic!("it builds"))
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

const FLAT: &str = "mr 1

topology net { regions = [us-east-1, eu-west-1] }

pool corp = 10.0.0.0/8 { per_region = /12 }
transit_gateway core { asn = AS64512..AS64520 }
mesh backbone { of = core }

vpc app {
  cidr = /20 from corp
  azs = 2
  subnet work { size = /24 }
  attach core
}
";

fn segmented() -> String {
    FLAT.replace("mesh", "segment prod { on = core }\nmesh").replace("attach core", "attach core { segment = prod }")
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(file(files, path).unwrap().to_vec()).unwrap()
}

/// Its associations are in stacks that are updated after the stack of the table.
#[test]
fn a_table_that_others_use_stays_until_they_have_let_go() {
    let table = "TransitGatewayCoreRouteTable";
    for (format, core) in [(cfn::Format::Yaml, "us-east-1/core.yaml"), (cfn::Format::Json, "us-east-1/core.json")] {
        let target = Target::CloudFormation(cfn::Options { format, ..Default::default() });
        let first = over_as(FLAT, None, false, &target);
        let second = over_as(&segmented(), Some(&first), false, &target);
        let kept = text(&second, core);
        assert!(kept.contains("mrc:retired") && kept.contains(&format!("{table}Id")), "{kept}");
        assert_eq!(kept.matches("mrc:retired").count(), 1, "{kept}");
        assert!(!kept.contains("net-transit-gateway-core-route-table-id"), "nobody is to build on it any more: {kept}");
        let named = &manifest(&second)["retired_resources"];
        assert_eq!((&named[1]["resource"], &named[1]["path"]), (&table.into(), &"transit_gateway/core".into()), "{named}");
        assert!(over_as(&segmented(), Some(&second), false, &target) == second, "another build changes nothing");
        assert!(over_as(&segmented(), Some(&second), true, &target) == over_as(&segmented(), None, false, &target));
        let back = text(&over_as(FLAT, Some(&second), false, &target), core);
        let entry = back.split(table).nth(1).unwrap().split("Properties").next().unwrap();
        assert!(!entry.contains("mrc:retired"), "what returns is not retired: {back}");
    }
}

#[test]
fn parameters_are_wires_too() {
    let target = Target::CloudFormation(cfn::Options { wire: cfn::Wire::Parameters, ..Default::default() });
    let first = over_as(FLAT, None, false, &target);
    let second = over_as(&segmented(), Some(&first), false, &target);
    assert!(text(&second, "us-east-1/core.yaml").contains("mrc:retired"));
}

/// What nobody reads goes at once.
#[test]
fn what_nobody_uses_is_not_kept() {
    let alone = "mr 1\n\ntopology net { regions = [us-east-1] }\n\ntransit_gateway core { asn = AS64512 }\n";
    let two = format!("{alone}transit_gateway spare {{ asn = AS64513 }}\n");
    let second = over(alone, Some(&over(&two, None, false)), false);
    assert_eq!(second, over(alone, None, false));
}

/// A weak wire: the stack that reads an output would not be updated, because its text is what it was.
#[test]
fn who_reads_what_is_replaced_changes_too() {
    let one = "mr 1\n\ntopology net { regions = [us-east-1] }\n\ntransit_gateway core { asn = AS64512 }\n\n\
               vpc app {\n  cidr = 10.0.0.0/16\n  subnet work { size = /24 }\n  attach core\n}\n";
    let first = over(one, None, false);
    let vpc = "us-east-1/vpc-app.yaml";
    let another = over(&one.replace("AS64512", "AS64513"), None, false);
    assert_ne!(file(&first, vpc), file(&another, vpc), "its gateway and its table get other ids");
    let described = over(&one.replace("asn = AS64512", "asn = AS64512  tags = { team: \"net\" }"), None, false);
    assert_ne!(file(&first, "us-east-1/core.yaml"), file(&described, "us-east-1/core.yaml"));
    assert_eq!(file(&first, vpc), file(&described, vpc), "what is changed in place changes nothing here");
}

#[test]
fn what_others_use_is_not_replaced() {
    let problems = |source: &str, before: &Files| -> Vec<String> {
        let previous = Previous::new(manifest(before), |path| file(before, path).map(<[u8]>::to_vec));
        let checked = check_text(source);
        let built = driver::build_over(&checked, &cloudformation(), &previous);
        built.err().into_iter().flatten().map(|each| format!("{}: {}", each.code.name, each.message)).collect()
    };
    let one = "mr 1\n\ntopology net { regions = [us-east-1] }\n\ntransit_gateway core { asn = AS64512 }\n\n\
               vpc app {\n  cidr = 10.0.0.0/16\n  subnet work { size = /24 }\n  attach core\n}\n";
    let another = one.replace("AS64512", "AS64513");
    let found = problems(&another, &over(one, None, false));
    assert_eq!(found, ["not-replaced: transit_gateway/core would be replaced, since AmazonSideAsn changes, and other stacks use it"]);
    let alone = one.replace("  attach core\n", "");
    assert!(problems(&alone.replace("AS64512", "AS64513"), &over(&alone, None, false)).is_empty(), "nobody uses it");
}
