//! What AWS asks of peerings: the attachments of two gateways of one region, and roles over accounts.

mod support;

use std::collections::BTreeMap;

use mrc::backend::cfn::{self, Accepter, Format};
use mrc::driver::{Files, Target};
use serde_json::Value;
use support::{build, check_text, terraform};

const TWO_GATEWAYS: &str = r#"mr 1
topology t { regions = [eu-central-1] }
transit_gateway a { asn = AS64512 }
transit_gateway b { asn = AS64513 }
vpc x { cidr = 10.0.0.0/16  azs = 2  subnet w { size = /24 }  attach a }
vpc y { cidr = 10.1.0.0/16  azs = 2  subnet w { size = /24 }  attach b }
peering p { between = [a@eu-central-1, b@eu-central-1] }
"#;

const TWO_ACCOUNTS: &str = r#"mr 1
topology t { regions = [us-east-1, us-west-2]  account = prod }
account prod = 111122223333 { deploy_role = "deployer" }
account tools = 444455556666 { deploy_role = "arn:aws:iam::444455556666:role/pipeline" }
"#;

fn templates(text: &str, accepter: Accepter) -> BTreeMap<String, Value> {
    let checked = check_text(text);
    let options = cfn::Options { format: Format::Json, accepter, ..Default::default() };
    let files: Files = build(&checked, &Target::CloudFormation(options));
    let json = files.iter().filter(|(name, _)| name.ends_with(".json"));
    json.map(|(name, bytes)| (name.clone(), serde_json::from_slice(bytes).unwrap())).collect()
}

/// The resources of one type in all templates.
fn of_type<'t>(templates: &'t BTreeMap<String, Value>, ty: &str) -> Vec<&'t Value> {
    let resources = templates.values().filter_map(|each| each["Resources"].as_object()).flat_map(|each| each.values());
    resources.filter(|each| each["Type"] == ty).collect()
}

/// By the gateway of the table: the attachment that its association names, as the output it is told by.
fn associated(templates: &BTreeMap<String, Value>) -> BTreeMap<String, String> {
    let routes = &templates["eu-central-1/routes.json"]["Resources"];
    let output = |value: &Value| value["Fn::GetStackOutput"]["OutputName"].as_str().unwrap().to_owned();
    let found = routes.as_object().unwrap().values().filter(|each| each["Type"].as_str().unwrap().ends_with("TableAssociation"));
    found
        .map(|each| {
            let properties = &each["Properties"];
            (output(&properties["TransitGatewayRouteTableId"]), output(&properties["TransitGatewayAttachmentId"]))
        })
        .collect()
}

#[test]
fn each_side_of_a_peering_inside_a_region_has_its_own_attachment() {
    for accepter in [Accepter::Lambda, Accepter::Pipeline] {
        let templates = templates(TWO_GATEWAYS, accepter);
        let outputs = &templates["eu-central-1/peering-b-a.json"]["Outputs"];
        let associated: BTreeMap<String, Value> =
            associated(&templates).into_iter().map(|(table, output)| (table, outputs[&output]["Value"].clone())).collect();
        let ids: Vec<&Value> = associated.values().collect();
        assert_eq!(ids.len(), 2);
        assert_ne!(ids[0], ids[1], "one id on both sides");
        // The later name requests, so that `a` accepts.
        let peering = of_type(&templates, "AWS::EC2::TransitGatewayPeeringAttachment")[0];
        assert!(peering["Properties"]["TransitGatewayId"].to_string().contains("GatewayB"), "{peering}");
        let ours = associated.iter().find(|(table, _)| table.contains("GatewayA")).unwrap().1;
        match accepter {
            Accepter::Lambda => assert_eq!(ours["Fn::GetAtt"][1], "AccepterAttachmentId"),
            Accepter::Pipeline => {
                let found = of_type(&templates, "Custom::TransitGatewayAttachment");
                assert!(found[0]["Properties"]["PeeringAttachmentId"]["Ref"].is_string(), "{found:?}");
                let step = &templates["manifest.json"]["steps"][0]["attachment"]["output"];
                assert_eq!(&outputs[step.as_str().unwrap()]["Value"], ours, "the pipeline accepts the accepter's own");
                let own = &templates["manifest.json"]["steps"][0]["requester"]["output"];
                let theirs = associated.iter().find(|(table, _)| table.contains("GatewayB")).unwrap().1;
                assert_eq!(&outputs[own.as_str().unwrap()]["Value"], theirs, "and waits for the requester's");
            }
        }
    }
}

#[test]
fn terraform_accepts_the_attachment_of_the_accepter() {
    let files = build(&check_text(TWO_GATEWAYS), &terraform());
    let text = |name: &str| String::from_utf8(files.iter().find(|(path, _)| path == name).unwrap().1.clone()).unwrap();
    let found = text("interconnect.tf");
    assert!(found.contains("data \"aws_ec2_transit_gateway_peering_attachment\""), "{found}");
    assert!(found.contains("transit_gateway_attachment_id = data.aws_ec2_transit_gateway_peering_attachment."), "{found}");
    // A data source that waits by `depends_on` would replace the acceptance with each change of tags.
    let data = found.split("data \"").nth(1).unwrap().split("\n}").next().unwrap();
    assert!(!data.contains("depends_on") && data.contains("aws_ec2_transit_gateway_peering_attachment."), "{data}");

    // Where the gateway has other peerings, its attachment is told apart by the gateway at the other end.
    let more = TWO_GATEWAYS.replace(
        "peering p",
        "transit_gateway c { asn = AS64514 }\nvpc z { cidr = 10.2.0.0/16  subnet w { size = /24 }  attach c }\n\
         peering q { between = [a@eu-central-1, c@eu-central-1] }\npeering p",
    );
    let files = build(&check_text(&more), &terraform());
    let found = String::from_utf8(files.iter().find(|(path, _)| path == "interconnect.tf").unwrap().1.clone()).unwrap();
    assert_eq!(found.matches("data \"aws_ec2_transit_gateway_attachment\"").count(), 2, "{found}");
    assert_eq!(found.matches("\"resource-id\"").count(), 2, "{found}");
}

#[test]
fn values_of_another_account_are_read_with_a_role_for_it() {
    let text = TWO_ACCOUNTS.to_owned()
        + "transit_gateway one in prod/us-east-1 { asn = AS64512 }
transit_gateway two in tools/us-west-2 { asn = AS64513 }
vpc app in prod/us-east-1 { cidr = 10.0.0.0/16  azs = 2  subnet w { size = /24 }  attach one }
vpc ci in tools/us-west-2 { cidr = 10.1.0.0/16  azs = 2  subnet w { size = /24 }  attach two }
peering p { between = [one@prod/us-east-1, two@tools/us-west-2] }
";
    let templates = templates(&text, Accepter::Lambda);
    let manifest = &templates["manifest.json"]["stacks"];
    // Each role that a value is read with stands in a stack of the first wave, in the account that it is of.
    let mut read = 0;
    for (name, template) in templates.iter().filter(|(name, _)| *name != "manifest.json") {
        for value in every(template, "Fn::GetStackOutput") {
            let Some(role) = value["RoleArn"].as_str() else { continue };
            read += 1;
            let (account, role_name) = (role.split(':').nth(4).unwrap(), role.rsplit('/').next().unwrap());
            let (file, made) = templates
                .iter()
                .flat_map(|(file, each)| every_resource(each).map(move |resource| (file, resource)))
                .find(|(_, each)| each["Properties"]["RoleName"] == role_name)
                .unwrap_or_else(|| panic!("{name}: nothing makes {role}"));
            let stack = manifest.as_array().unwrap().iter().find(|each| each["template"] == *file).unwrap();
            assert_eq!((&stack["account"], &stack["wave"]), (&account.into(), &0.into()));
            let reads = &made["Properties"]["Policies"][0]["PolicyDocument"]["Statement"];
            assert_eq!(reads[0]["Action"], serde_json::json!(["cloudformation:DescribeStacks"]));
            assert!(reads[0]["Resource"].to_string().contains(":stack/t-*"), "{reads}");
            let trusted = &made["Properties"]["AssumeRolePolicyDocument"]["Statement"][0]["Principal"]["AWS"];
            let reader = manifest.as_array().unwrap().iter().find(|each| each["template"] == *name).unwrap();
            let deployer = match reader["account"].as_str().unwrap() {
                "111122223333" => "arn:aws:iam::111122223333:role/deployer",
                _ => "arn:aws:iam::444455556666:role/pipeline",
            };
            assert_eq!(*trusted, serde_json::json!([deployer]), "{name} reads as whoever deploys it");
        }
    }
    assert!(read >= 2, "{read} values cross the border");
}

#[test]
fn the_accepter_role_admits_the_function_and_does_what_is_asked() {
    let gateways = TWO_ACCOUNTS.to_owned()
        + "transit_gateway one in prod/us-east-1 { asn = AS64512 }
transit_gateway two in tools/us-west-2 { asn = AS64513 }
vpc app in prod/us-east-1 { cidr = 10.0.0.0/16  azs = 2  subnet w { size = /24 }  attach one }
vpc ci in tools/us-west-2 { cidr = 10.1.0.0/16  azs = 2  subnet w { size = /24 }  attach two }
peering p { between = [one@prod/us-east-1, two@tools/us-west-2] }
";
    let vpcs = TWO_ACCOUNTS.to_owned()
        + "vpc app in prod/us-east-1 { cidr = 10.0.0.0/16  azs = 2  subnet w { size = /24 } }
vpc ci in tools/us-west-2 { cidr = 10.1.0.0/16  azs = 2  subnet w { size = /24 } }
peering p { between = [app@prod/us-east-1, ci@tools/us-west-2] }
";
    let deployer = "arn:aws:iam::111122223333:role/deployer";
    for (text, other, deploys, requester) in [
        (&gateways, "Vpc", false, "us-east-1/peering-one-two-tools-us-west-2.json"),
        (&vpcs, "TransitGateway", true, "us-east-1/vpc-peering-app-ci-tools-us-west-2.json"),
    ] {
        let templates = templates(text, Accepter::Lambda);
        let role = &templates["tools-us-west-2/accepter.json"].to_string();
        assert!(!role.contains(other), "verbs of the other kind: {role}");
        assert_eq!(role.contains(deployer), deploys, "CloudFormation peers VPCs as whoever deploys: {role}");
        let function = &templates[requester]["Resources"]["AccepterRole"]["Properties"]["RoleName"];
        let name = function.as_str().expect("a name that the other account can trust");
        let trusted = format!("arn:${{AWS::Partition}}:iam::111122223333:role/{name}");
        assert!(role.contains(&trusted), "{trusted} is not in {role}");
        assert!(!role.contains(":role/t-*"), "{role}");
    }
    // A pipeline accepts as itself: what nobody assumes is not there.
    assert!(!templates(&gateways, Accepter::Pipeline).contains_key("tools-us-west-2/accepter.json"));
    assert!(templates(&vpcs, Accepter::Pipeline).contains_key("tools-us-west-2/accepter.json"));
}

fn every<'v>(value: &'v Value, key: &str) -> Vec<&'v Value> {
    let mut found: Vec<&Value> = value.get(key).into_iter().collect();
    match value {
        Value::Object(fields) => fields.values().for_each(|each| found.extend(every(each, key))),
        Value::Array(items) => items.iter().for_each(|each| found.extend(every(each, key))),
        _ => {}
    }
    found
}

fn every_resource(template: &Value) -> impl Iterator<Item = &Value> {
    template["Resources"].as_object().into_iter().flat_map(|each| each.values())
}
