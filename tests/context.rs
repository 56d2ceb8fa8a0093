//! What templates say for whoever changes them later: `com.aws.cloudformation.Context`.

mod support;

use mrc::backend::cfn::{self, Format};
use mrc::driver::Target;
use serde_json::Value;
use support::{build, check_file, check_text, examples};

const KEY: &str = "com.aws.cloudformation.Context";
const LEVELS: [&str; 4] = ["must-never-change", "change-with-constraints", "review-required", "free-to-tune"];

fn templates(checked: &mrc::driver::Checked) -> Vec<(String, Value)> {
    let files = build(checked, &Target::CloudFormation(cfn::Options { format: Format::Json, ..Default::default() }));
    let json = files.into_iter().filter(|(name, _)| name.ends_with(".json") && name != "manifest.json");
    json.map(|(name, bytes)| (name, serde_json::from_slice(&bytes).unwrap())).collect()
}

#[test]
fn it_says_why_what_must_hold_and_what_never_changes() {
    let text = "mr 1\ntopology t { regions = [us-east-1] }\n/// Where orders are taken.\nvpc shop { cidr = 10.0.0.0/16  azs = 1  subnet w { size = /24 } }\nbucket docs in us-east-1 { }\n";
    let templates = templates(&check_text(text));
    let resource = |file: &str, id: &str| {
        let (_, template) = templates.iter().find(|(name, _)| name == file).unwrap();
        template["Resources"][id]["Metadata"][KEY].clone()
    };
    let vpc = resource("us-east-1/vpc-shop.json", "Vpc");
    assert_eq!(vpc["why"], "Where orders are taken.");
    assert_eq!(vpc["mutability"]["CidrBlock"], "must-never-change");
    assert!(vpc["must"][0].as_str().unwrap().contains("lock file"), "{vpc}");
    let bucket = resource("us-east-1/bucket-docs.json", "Bucket");
    assert_eq!((&bucket["mutable"], &bucket["mutability"]["BucketName"]), (&"review-required".into(), &"must-never-change".into()));
    // A route says all by its type.
    assert!(resource("us-east-1/vpc-shop.json", "SubnetWRouteTable").is_null());
}

#[test]
fn every_example_keeps_to_the_form() {
    for (name, path) in examples() {
        for (file, template) in templates(&check_file(&path)) {
            let whole = &template["Metadata"][KEY];
            assert!(whole["arch"].is_string() && whole["must"].is_array(), "{name} {file}: {whole}");
            for (id, resource) in template["Resources"].as_object().unwrap() {
                let Some(context) = resource["Metadata"][KEY].as_object() else { continue };
                for (key, value) in context {
                    let right = match key.as_str() {
                        "why" => value.is_string(),
                        "must" => value.as_array().is_some_and(|each| each.iter().all(Value::is_string)),
                        "mutable" => LEVELS.iter().any(|level| value == level),
                        "mutability" => value.as_object().is_some_and(|each| {
                            each.iter().all(|(property, level)| {
                                LEVELS.iter().any(|known| level == known) && !resource["Properties"][property].is_null()
                            })
                        }),
                        _ => false,
                    };
                    assert!(right, "{name} {file} {id}: {key} = {value}");
                }
            }
        }
    }
}
