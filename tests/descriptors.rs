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

/// What AWS cannot change is known, so that whoever reads an id knows when it becomes another.
#[test]
fn identities_are_create_only() {
    let mut problems = BTreeSet::new();
    let list = |schema: &Value, name: &str| -> Vec<String> {
        let paths = schema[name].as_array().into_iter().flatten().filter_map(Value::as_str);
        paths.filter_map(|path| path.split('/').nth(2)).map(str::to_owned).collect()
    };
    let plain = |name: &str| name.replace('_', "").to_lowercase();
    let checked: Vec<_> = support::examples().into_iter().map(|(name, path)| (name, support::check_file(&path))).collect();
    // The shapes write these under other names: a key's parts, the only subnet of a firewall.
    let shaped = ["dynamodb.table hash_key", "dynamodb.table range_key", "networkfirewall.firewall subnet_id"];
    for descriptor in resources::all() {
        let Some(schema) = descriptor.cfn.ty.as_ref().and_then(|ty| CFN.get(&ty.to_lowercase())) else { continue };
        let mut fixed = list(&schema.document, "createOnlyProperties");
        fixed.extend(list(&schema.document, "conditionalCreateOnlyProperties"));
        let is_fixed = |name: &str| {
            let written = descriptor.cfn.rename.get(name).map_or(name, String::as_str);
            fixed.iter().any(|each| plain(each) == plain(written))
        };
        for name in &descriptor.identity {
            let known = format!("{} {name}", descriptor.name);
            if !is_fixed(name) && !shaped.contains(&known.as_str()) {
                problems.insert(format!("{known}: AWS changes it in place"));
            }
        }
        for (example, checked) in &checked {
            for resource in checked.graph().resources.iter().filter(|each| each.ty == descriptor.name) {
                for (name, _) in &resource.props {
                    if is_fixed(name) && !descriptor.identity.iter().any(|each| each == name) {
                        problems.insert(format!("{}: `identity` lacks {name}, which {example} writes", descriptor.name));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}
