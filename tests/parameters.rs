//! `param("name")` in both targets: names, words and what the value must be.

mod support;

use mrc::driver::Target;
use support::{build, check_text, cloudformation, messages, terraform};

const EXISTING: &str = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
/// The old warehouse.
existing vpc legacy in us-east-1 {
  id = param(\"LegacyVPCId\")
  cidr = 10.9.0.0/16
  /// The table of its workloads.
  route_tables = [param(\"legacy-routes\")]
}
vpc near in us-east-1 { cidr = 10.0.0.0/16  subnet work { size = /24 } }
vpc far in eu-west-1 { cidr = 10.1.0.0/16  subnet work { size = /24 } }
peering p { between = [legacy@us-east-1, near@us-east-1] }
peering q { between = [legacy@us-east-1, far@eu-west-1] }
";

fn file(text: &str, target: &Target, name: &str) -> String {
    let checked = check_text(text);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    let files = build(&checked, target);
    let found = files.iter().find(|(path, _)| path == name).unwrap_or_else(|| panic!("no {name}"));
    String::from_utf8(found.1.clone()).unwrap()
}

#[test]
fn a_template_says_what_it_wants() {
    // Where the stack is in the VPC's own place CloudFormation looks for it; elsewhere it could not.
    let near = file(EXISTING, &cloudformation(), "us-east-1/vpc-peering-near-legacy.yaml");
    assert!(near.contains("  LegacyVPCId:\n    Type: AWS::EC2::VPC::Id\n"), "{near}");
    assert!(near.contains("Description: \"ID of the existing VPC legacy in us-east-1: The old warehouse.\""), "{near}");
    let far = file(EXISTING, &cloudformation(), "eu-west-1/vpc-peering-far-legacy-us-east-1.yaml");
    assert!(far.contains("  LegacyVPCId:\n    Type: String\n    AllowedPattern: ^vpc-[0-9a-z]+$\n"), "{far}");
    let routes = file(EXISTING, &cloudformation(), "us-east-1/routes.yaml");
    assert!(routes.contains("  LegacyRoutes:\n    Type: String\n    AllowedPattern: ^rtb-[0-9a-z]+$\n"), "{routes}");
    assert!(routes.contains("Description: The table of its workloads."), "the comment on the attribute\n{routes}");
}

#[test]
fn a_module_says_it_in_snake_case() {
    let variables = file(EXISTING, &terraform(), "variables.tf");
    assert!(variables.contains("variable \"legacy_vpc_id\" {"), "{variables}");
    assert!(variables.contains("variable \"legacy_routes\" {"), "{variables}");
    assert!(variables.contains("can(regex(\"^vpc-[0-9a-z]+$\", var.legacy_vpc_id))"), "{variables}");
    assert!(variables.contains("The table of its workloads."), "{variables}");
}

#[test]
fn names_that_no_target_takes() {
    let raises = |first: &str, second: &str| {
        let text = format!(
            "mr 1\ntopology net {{ regions = [us-east-1] }}\nexisting vpc x {{ id = param(\"{first}\")  cidr = 10.9.0.0/16  route_tables = [param(\"{second}\")] }}\nvpc a {{ cidr = 10.0.0.0/16 }}\npeering p {{ between = [x@us-east-1, a@us-east-1] }}\n"
        );
        check_text(&text).diagnostics.iter().map(|each| each.code.name).collect::<Vec<_>>()
    };
    let longest = "a".repeat(64);
    for name in ["legacy", "a", "A-1_b", &longest] {
        assert!(raises(name, "table-of-x").is_empty(), "{name}");
    }
    let longer = "a".repeat(65);
    for name in ["", "1abc", "日本", "a b", "a.b", "-a", &longer, "source", "Version", "for-each", "dependsOn"] {
        assert_eq!(raises(name, "table-of-x"), ["bad-parameter"], "{name}");
    }
    for (one, other) in [("legacy-vpc", "legacy_vpc"), ("LegacyVpc", "legacy-vpc"), ("a1", "a_1"), ("a", "A")] {
        assert_eq!(raises(one, other), ["bad-parameter"], "{one} {other}");
    }
    // One value cannot be a VPC and a table.
    assert_eq!(raises("same", "same"), ["bad-parameter"]);
}

#[test]
fn an_id_is_that_of_one_thing() {
    let text = "mr 1\ntopology net { regions = [us-east-1, eu-west-1] }\nexisting vpc x { id = param(\"x-id\")  cidr = 10.9.0.0/16  at eu-west-1 { cidr = 10.8.0.0/16 } }\nvpc a in us-east-1 { cidr = 10.0.0.0/16 }\npeering p { between = [x@us-east-1, a@us-east-1] }\npeering q { between = [x@eu-west-1, a@us-east-1] }\n";
    let codes: Vec<&str> = check_text(text).diagnostics.iter().map(|each| each.code.name).collect();
    assert!(codes.contains(&"bad-parameter"), "{codes:?}");
}
