//! Every descriptor against the schemas of both targets.

mod support;

use std::collections::BTreeSet;

use mrc::resources;
use serde_json::Value;
use support::schemas::{CFN, TERRAFORM};

#[test]
fn cloudformation_names_exist() {
    let mut problems = Vec::new();
    for descriptor in resources::all() {
        let cfn = &descriptor.cfn;
        let name = &descriptor.name;
        match (&cfn.ty, &cfn.absent) {
            (None, None) => problems.push(format!("{name}: neither a type nor a reason why there is none")),
            (Some(_), Some(_)) => problems.push(format!("{name}: a type and a reason why there is none")),
            _ => {}
        }
        for ty in cfn.ty.iter().chain(&cfn.also).filter(|ty| !ty.starts_with("Custom::")) {
            if !CFN.contains_key(&ty.to_lowercase()) {
                problems.push(format!("{name}: no schema of {ty}"));
            }
        }
        let Some(schema) = cfn.ty.as_ref().and_then(|ty| CFN.get(&ty.to_lowercase())) else { continue };
        let properties = schema.document["properties"].as_object().unwrap();
        for renamed in cfn.rename.values() {
            if !properties.contains_key(renamed) {
                problems.push(format!("{name}: {} has no property {renamed}", cfn.ty.as_deref().unwrap()));
            }
        }
        let read_only: Vec<&str> =
            schema.document["readOnlyProperties"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for attribute in cfn.attributes.values() {
            if let Some(got) = attribute.strip_prefix("GetAtt ") {
                let pointer = format!("/properties/{}", got.replace('.', "/"));
                if !read_only.contains(&pointer.as_str()) {
                    problems.push(format!("{name}: {} has no attribute {got}", cfn.ty.as_deref().unwrap()));
                }
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn terraform_names_exist() {
    let mut problems = Vec::new();
    for descriptor in resources::all() {
        let terraform = &descriptor.tf;
        let name = &descriptor.name;
        for ty in terraform.ty.iter().chain(&terraform.also) {
            if TERRAFORM.get(ty).is_none() {
                problems.push(format!("{name}: no schema of {ty}"));
            }
        }
        let Some(schema) = terraform.ty.as_ref().and_then(|ty| TERRAFORM.get(ty)) else { continue };
        let attributes = schema["block"]["attributes"].as_object().unwrap();
        let blocks = schema["block"]["block_types"].as_object();
        let is_block = |block: &str| blocks.is_some_and(|all| all.contains_key(block));
        for renamed in terraform.rename.values().filter(|_| terraform.shape.is_none()) {
            if !attributes.contains_key(renamed) && !is_block(renamed) {
                problems.push(format!("{name}: {} has no {renamed}", terraform.ty.as_deref().unwrap()));
            }
        }
        for held in terraform.holds.iter().filter(|_| terraform.shape.is_none()) {
            if !attributes.contains_key(terraform.rename.get(held).unwrap_or(held)) {
                problems.push(format!("{name}: {} has no {held} to hold", terraform.ty.as_deref().unwrap()));
            }
        }
        let written = terraform.blocks.iter().map(|block| terraform.rename.get(block).unwrap_or(block));
        for block in written.filter(|block| !is_block(block)) {
            problems.push(format!("{name}: {} has no block {block}", terraform.ty.as_deref().unwrap()));
        }
        for attribute in terraform.attributes.values() {
            let own = attribute.rsplit('.').next().unwrap();
            if !attribute.contains('.') && !attributes.contains_key(own) {
                problems.push(format!("{name}: {} has no attribute {own}", terraform.ty.as_deref().unwrap()));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

/// What is of a region says it; what is of an account cannot.
#[test]
fn terraform_knows_what_has_a_region() {
    for descriptor in resources::all() {
        let terraform = &descriptor.tf;
        for ty in terraform.ty.iter().chain(&terraform.also) {
            let attributes = &TERRAFORM[ty]["block"]["attributes"];
            assert_eq!(attributes.get("region").is_some(), descriptor.scope == resources::Scope::Region, "{}: {ty}", descriptor.name);
            assert!(attributes.get("tags").is_some() || Some(ty) != terraform.ty.as_ref() || !descriptor.taggable, "{}", descriptor.name);
        }
    }
}

/// A newer schema brings arguments in whose release nobody has looked up: `arguments` says how many
/// there were when somebody did (schema/terraform/since.json, and the CHANGELOG of the provider).
#[test]
fn the_release_of_every_argument_is_known() {
    fn paths(block: &Value, within: &str, found: &mut BTreeSet<String>) {
        for (name, attribute) in block["attributes"].as_object().into_iter().flatten() {
            found.insert(format!("{within}{name}"));
            for inside in attribute["nested_type"]["attributes"].as_object().into_iter().flatten() {
                found.insert(format!("{within}{name}.{}", inside.0));
            }
        }
        for (name, inside) in block["block_types"].as_object().into_iter().flatten() {
            found.insert(format!("{within}{name}"));
            paths(&inside["block"], &format!("{within}{name}."), found);
        }
    }
    let text = std::fs::read_to_string(support::root().join("schema/terraform/since.json")).unwrap();
    let since: Value = serde_json::from_str(&text).unwrap();
    for (ty, schema) in TERRAFORM.as_object().unwrap() {
        let mut found = BTreeSet::new();
        paths(&schema["block"], "", &mut found);
        let known = &since["types"][ty];
        assert_eq!(known["arguments"].as_u64(), Some(found.len() as u64), "{ty}: say in since.json when the new arguments came");
        for (path, _) in known["since"].as_object().into_iter().flatten() {
            assert!(found.contains(path), "{ty} has no {path}");
        }
    }
    assert_eq!(since["types"].as_object().unwrap().len(), TERRAFORM.as_object().unwrap().len());
}

#[test]
fn only_what_is_used_is_vendored() {
    let mut used: BTreeSet<String> = ["AWS::Lambda::Function"].into_iter().map(str::to_lowercase).collect();
    for descriptor in resources::all() {
        used.extend(descriptor.cfn.ty.iter().chain(&descriptor.cfn.also).map(|ty| ty.to_lowercase()));
    }
    for ty in CFN.keys() {
        assert!(used.contains(ty), "{ty} is vendored and not used");
    }
    let used: BTreeSet<&String> = resources::all().into_iter().flat_map(|each| each.tf.ty.iter().chain(&each.tf.also)).collect();
    for ty in TERRAFORM.as_object().unwrap().keys() {
        assert!(used.contains(ty), "{ty} is vendored and not used");
    }
}

#[test]
fn descriptors_are_quick_to_read() {
    // They are read once, at the first build; the bound is generous for a debug build.
    let started = std::time::Instant::now();
    assert!(resources::all().len() > 25);
    assert!(started.elapsed() < std::time::Duration::from_millis(500), "{:?}", started.elapsed());
}

#[test]
fn the_schemas_find_what_is_wrong() {
    let template = serde_json::json!({ "Resources": {
        "Right": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24" } },
        "Unknown": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24", "Colour": "red" } },
        "Type": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24", "MapPublicIpOnLaunch": [] } },
        "Missing": { "Type": "AWS::EC2::TransitGatewayRoute", "Properties": { "DestinationCidrBlock": "10.0.0.0/24" } },
        "Decided": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "CidrBlock": "10.0.0.0/24", "SubnetId": "subnet-1" } },
    }});
    let found = support::schemas::check_cfn_template(&template);
    for id in ["Unknown", "Type", "Missing", "Decided"] {
        assert!(found.iter().any(|line| line.starts_with(id)), "{id}: {found:#?}");
    }
    assert!(!found.iter().any(|line| line.starts_with("Right")), "{found:#?}");

    let check = |text: &str| support::schemas::check_tf_body("aws_subnet", &hcl::parse(text).unwrap());
    assert!(check("vpc_id = aws_vpc.a.id\ncidr_block = \"10.0.0.0/24\"\n").is_empty());
    for wrong in [
        "cidr_block = \"10.0.0.0/24\"\n",
        "vpc_id = aws_vpc.a.id\ncolour = \"red\"\n",
        "vpc_id = aws_vpc.a.id\narn = \"arn\"\n",
        "vpc_id = aws_vpc.a.id\ntags = \"a\"\n",
        "vpc_id = aws_vpc.a.id\nlist {}\n",
    ] {
        assert!(!check(wrong).is_empty(), "{wrong}");
    }
}

/// When a change of these replaces, of those that do so sometimes.
const SOMETIMES: &[(&str, &str)] = &[("AWS::DynamoDB::GlobalTable", "KeySchema")];

#[test]
fn what_is_replaced_is_what_the_schemas_say() {
    let mut seen = BTreeSet::new();
    for (ty, known) in resources::all_replaced() {
        let schema = &CFN.get(&ty.to_lowercase()).unwrap_or_else(|| panic!("no schema of {ty}")).document;
        let listed = |key: &str| -> BTreeSet<String> {
            let pointers = schema[key].as_array().into_iter().flatten().filter_map(Value::as_str);
            pointers.map(|each| each.trim_start_matches("/properties/").to_owned()).filter(|each| !each.contains('/')).collect()
        };
        let mut by = listed("createOnlyProperties");
        by.extend(SOMETIMES.iter().filter(|(of, _)| *of == ty).map(|(_, name)| (*name).to_owned()));
        assert_eq!(known.by.iter().cloned().collect::<BTreeSet<_>>(), by, "{ty}");
        if let Some(name) = &known.name {
            assert!(schema["properties"][name].is_object() && !listed("readOnlyProperties").contains(name), "{ty} has no {name}");
        }
        seen.insert(ty.to_lowercase());
    }
    for descriptor in resources::all() {
        for ty in descriptor.cfn.ty.iter().chain(&descriptor.cfn.also) {
            let Some(schema) = CFN.get(&ty.to_lowercase()) else { continue };
            let never = schema.document["createOnlyProperties"].as_array().is_none_or(Vec::is_empty);
            assert!(never || seen.contains(&ty.to_lowercase()), "{ty} is missing in schema/resources/replaced.yaml");
        }
    }
}
