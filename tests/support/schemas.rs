//! Resources against the vendored schemas of CloudFormation and of the AWS provider.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

/// A type's schema, and whether it compiles.
pub struct CfnSchema {
    pub document: Value,
    validator: jsonschema::Validator,
}

/// CloudFormation schemas by type.
pub static CFN: LazyLock<HashMap<String, CfnSchema>> = LazyLock::new(|| {
    let folder = super::root().join("schema/cloudformation");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            let document: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let name =
                document["typeName"].as_str().map(str::to_owned).unwrap_or_else(|| type_of(&path.file_stem().unwrap().to_string_lossy()));
            let validator =
                jsonschema::options().with_draft(jsonschema::Draft::Draft7).should_validate_formats(false).build(&document).unwrap();
            (name.to_lowercase(), CfnSchema { document, validator })
        })
        .collect()
});

/// `aws-ec2-subnet` for `AWS::EC2::Subnet`, in lower case.
fn type_of(stem: &str) -> String {
    stem.replacen('-', "::", 2)
}

/// Provider schemas by resource type.
pub static TERRAFORM: LazyLock<Value> = LazyLock::new(|| {
    let text = std::fs::read_to_string(super::root().join("schema/terraform/resources.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["resource_schemas"].take()
});

/// What is wrong with the resources of a template in JSON.
pub fn check_cfn_template(template: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (id, resource) in template["Resources"].as_object().unwrap() {
        let kind = resource["Type"].as_str().unwrap();
        if kind.starts_with("Custom::") {
            continue;
        }
        let Some(schema) = CFN.get(&kind.to_lowercase()) else {
            found.push(format!("{id}: no schema of {kind}"));
            continue;
        };
        let properties = resource.get("Properties").cloned().unwrap_or_else(|| json!({}));
        for name in schema.document["readOnlyProperties"].as_array().into_iter().flatten() {
            let name = name.as_str().unwrap().trim_start_matches("/properties/");
            if properties.get(name).is_some() {
                found.push(format!("{id} ({kind}): AWS decides {name}"));
            }
        }
        // An intrinsic stands for a value of whatever type is wanted: try the plausible ones, and
        // keep the complaints of the best.
        let attempts: Vec<Vec<String>> = PLACEHOLDERS
            .iter()
            .map(|placeholder| {
                let filled = fill(&properties, placeholder);
                schema
                    .validator
                    .iter_errors(&filled)
                    .filter(|error| !about_placeholder(error.instance()))
                    .map(|error| format!("{id} ({kind}): {}: {error}", error.instance_path()))
                    .collect()
            })
            .collect();
        found.extend(attempts.into_iter().min_by_key(Vec::len).unwrap());
    }
    found
}

const PLACEHOLDERS: &[&str] = &["vpc-0123456789abcdef0", "arn:aws:iam::123456789012:role/placeholder", "placeholder"];

/// Patterns and enumerations are not judged where the value is known at deployment only.
fn about_placeholder(instance: &Value) -> bool {
    let is_placeholder = |value: &Value| value.as_str().is_some_and(|text| PLACEHOLDERS.contains(&text));
    // Several references look alike here, and are different things when deployed.
    is_placeholder(instance) || instance.as_array().is_some_and(|values| !values.is_empty() && values.iter().all(is_placeholder))
}

fn fill(value: &Value, placeholder: &str) -> Value {
    match value {
        Value::Object(fields) if is_intrinsic(fields) => json!(placeholder),
        Value::Object(fields) => Value::Object(fields.iter().map(|(key, each)| (key.clone(), fill(each, placeholder))).collect()),
        Value::Array(values) => Value::Array(values.iter().map(|each| fill(each, placeholder)).collect()),
        other => other.clone(),
    }
}

fn is_intrinsic(fields: &Map<String, Value>) -> bool {
    fields.len() == 1 && fields.keys().all(|key| key == "Ref" || key.starts_with("Fn::"))
}

/// Arguments that are of Terraform, not of the resource.
const META: &[&str] = &["provider", "depends_on", "count", "for_each", "lifecycle", "provisioner", "connection"];

/// What is wrong with a resource's body.
pub fn check_tf_body(kind: &str, body: &hcl::Body) -> Vec<String> {
    match TERRAFORM.get(kind) {
        None => vec![format!("no schema of {kind}")],
        Some(schema) => {
            let mut found = Vec::new();
            check_block(kind, &schema["block"], body, true, &mut found);
            found
        }
    }
}

fn check_block(place: &str, schema: &Value, body: &hcl::Body, top: bool, found: &mut Vec<String>) {
    let attributes = schema["attributes"].as_object();
    let attribute = |name: &str| attributes.and_then(|all| all.get(name));
    let blocks = schema["block_types"].as_object();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut set: Vec<&str> = Vec::new();
    for structure in body.iter() {
        match structure {
            hcl::Structure::Attribute(each) => {
                let name = each.key();
                set.push(name);
                if top && META.contains(&name) {
                    continue;
                }
                let Some(known) = attribute(name) else {
                    found.push(format!("{place} has no argument {name}"));
                    continue;
                };
                let flag = |flag: &str| known[flag].as_bool().unwrap_or(false);
                if flag("computed") && !flag("optional") && !flag("required") {
                    found.push(format!("{place}: the provider decides {name}"));
                }
                if flag("deprecated") {
                    found.push(format!("{place}: {name} is deprecated"));
                }
                check_type(&format!("{place}.{name}"), &known["type"], each.expr(), found);
            }
            hcl::Structure::Block(each) => {
                let name = each.identifier();
                if top && META.contains(&name) {
                    continue;
                }
                let Some(known) = blocks.and_then(|all| all.get(name)) else {
                    found.push(format!("{place} has no block {name}"));
                    continue;
                };
                *counts.entry(name).or_default() += 1;
                check_block(&format!("{place}.{name}"), &known["block"], each.body(), false, found);
            }
        }
    }
    for (name, known) in attributes.into_iter().flatten() {
        if known["required"].as_bool() == Some(true) && !set.contains(&name.as_str()) {
            found.push(format!("{place} has no {name}"));
        }
    }
    for (name, known) in blocks.into_iter().flatten() {
        let number = counts.get(name.as_str()).copied().unwrap_or(0);
        let (least, most) = (known["min_items"].as_u64().unwrap_or(0), known["max_items"].as_u64().unwrap_or(0));
        if (number as u64) < least || (most > 0 && number as u64 > most) {
            found.push(format!("{place} has {number} blocks {name}, not {least} to {most}"));
        }
    }
}

/// Literal values must have the type; references fit any.
fn check_type(place: &str, ty: &Value, value: &hcl::Expression, found: &mut Vec<String>) {
    use hcl::Expression as E;
    let fits = match (ty.as_str(), value) {
        (Some("string"), E::Bool(_) | E::Number(_) | E::Array(_) | E::Object(_)) => false,
        (Some("number"), E::Bool(_) | E::String(_) | E::Array(_) | E::Object(_)) => false,
        (Some("bool"), E::Number(_) | E::String(_) | E::Array(_) | E::Object(_)) => false,
        (None, E::Bool(_) | E::Number(_) | E::String(_)) => false,
        (None, E::Object(_)) => ty[0] == "map" || ty[0] == "object",
        (None, E::Array(_)) => ty[0] == "list" || ty[0] == "set",
        _ => true,
    };
    if !fits {
        found.push(format!("{place} is {value:?}, not of type {ty}"));
    }
}
