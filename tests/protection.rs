//! Who may write where, what stays when its stack goes, and what can be replaced: in both targets.

mod support;

use mrc::driver::Target;
use support::{build, check_text, cloudformation, messages, terraform};

/// Every file of a target, one after the other.
#[track_caller]
fn all(text: &str, target: &Target) -> String {
    let checked = check_text(text);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    build(&checked, target).into_iter().map(|(_, file)| String::from_utf8(file).unwrap()).collect()
}

/// One file of a target.
#[track_caller]
fn file(text: &str, target: &Target, name: &str) -> String {
    let checked = check_text(text);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    let files = build(&checked, target);
    let found = files.iter().find(|(path, _)| path == name);
    let names: Vec<&String> = files.iter().map(|(path, _)| path).collect();
    String::from_utf8(found.unwrap_or_else(|| panic!("{name} is not among {names:?}")).1.clone()).unwrap()
}

#[track_caller]
fn has(text: &str, wanted: &[&str]) {
    for each in wanted {
        assert!(text.contains(each), "{each:?} is not in\n{text}");
    }
}

#[track_caller]
fn lacks(text: &str, unwanted: &[&str]) {
    for each in unwanted {
        assert!(!text.contains(each), "{each:?} is in\n{text}");
    }
}

const ACCOUNTS: &str = r#"mr 1
topology net { regions = [us-east-1, eu-west-1]  account = prod }
account prod = 111122223333 { deploy_role = "deployer" }
account vault = 444455556666 { deploy_role = "deployer" }
"#;

/// Log delivery writes for the VPC's region and account, not for the bucket's.
#[test]
fn flow_logs_of_other_regions_and_accounts_are_admitted() {
    let text = format!(
        "{ACCOUNTS}
key logs {{ primary in vault/eu-west-1 }}
bucket flows in vault/eu-west-1 {{ encryption = logs }}
vpc app in prod/us-east-1, prod/eu-west-1 {{
  cidr = 10.0.0.0/16
  flow_logs = s3(flows@vault/eu-west-1)
  at eu-west-1 {{ cidr = 10.1.0.0/16 }}
}}
"
    );
    for name in ["vault-eu-west-1/bucket-flows.yaml", "vault-eu-west-1/key-logs.yaml"] {
        let made = file(&text, &cloudformation(), name);
        has(&made, &["aws:SourceAccount: \"111122223333\"", ":logs:us-east-1:111122223333:*", ":logs:eu-west-1:111122223333:*"]);
        lacks(&made, &[":logs:eu-west-1:444455556666:*", "s3:x-amz-acl"]);
    }
    has(&file(&text, &cloudformation(), "vault-eu-west-1/bucket-flows.yaml"), &["/AWSLogs/111122223333/*"]);
    // The bucket is named, not asked for: no role over accounts is needed.
    lacks(&file(&text, &cloudformation(), "us-east-1/vpc-app.yaml"), &["RoleArn"]);
    let made = all(&text, &terraform());
    has(&made, &["arn:aws:logs:us-east-1:111122223333:*", "AWSLogs/111122223333/*"]);
    lacks(&made, &["s3:x-amz-acl", "arn:aws:logs:eu-west-1:444455556666:*"]);
}

/// The role is named in a condition: AWS refuses a principal that does not exist yet.
#[test]
fn replication_to_another_account_is_admitted_by_bucket_and_key() {
    let text = format!(
        "{ACCOUNTS}
key data {{ primary in prod/us-east-1 }}
key copy {{ primary in vault/eu-west-1 }}
bucket secret in prod/us-east-1, vault/eu-west-1 {{
  encryption = data
  at prod/us-east-1 {{ replicate to vault/eu-west-1 }}
  at vault/eu-west-1 {{ encryption = copy }}
}}
"
    );
    let role = ":iam::111122223333:role/net-secret-replication-us-east-1";
    for name in ["vault-eu-west-1/bucket-secret.yaml", "vault-eu-west-1/key-copy.yaml"] {
        has(&file(&text, &cloudformation(), name), &["aws:PrincipalArn", role, ":iam::111122223333:root"]);
    }
    has(&file(&text, &cloudformation(), "vault-eu-west-1/key-copy.yaml"), &["- kms:Encrypt\n              - kms:GenerateDataKey\n"]);
    has(&file(&text, &cloudformation(), "us-east-1/bucket-secret.yaml"), &["RoleName: net-secret-replication-us-east-1"]);
    let made = all(&text, &terraform());
    has(&made, &["\"aws:PrincipalArn\" = \"arn:aws:iam::111122223333:role/net-secret-replication-us-east-1\""]);
    for made in [all(&text, &cloudformation()), made] {
        lacks(&made, &["PutBucketVersioning"]);
        has(&made, &["s3:ObjectOwnerOverrideToBucketOwner"]);
    }
}

#[test]
fn copies_within_an_account_change_no_owner() {
    let text = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
bucket a in us-east-1 { replicate to eu-west-1 { both_ways = on } }
";
    for target in [cloudformation(), terraform()] {
        lacks(
            &all(text, &target),
            &["ObjectOwnerOverride", "AccessControlTranslation", "access_control_translation", "PutBucketVersioning"],
        );
    }
}

#[test]
fn no_key_of_the_topology_meets_that_of_the_logs() {
    let key = |name: &str| {
        format!(
            "mr 1\ntopology net {{ regions = [us-east-1] }}\nkey {name} {{ primary in us-east-1 }}\nbucket b in us-east-1 {{ encryption = {name} }}\nvpc app {{ cidr = 10.0.0.0/16 }}\n"
        )
    };
    let made = all(&key("logs"), &cloudformation());
    has(&made, &["AliasName: alias/net-logs\n", "AliasName: alias/net-mrc-logs\n"]);
    has(&all(&key("logs"), &terraform()), &["\"aws_kms_key\" \"logs\"", "\"aws_kms_key\" \"mrc_logs\""]);
    for name in ["mrc-logs", "mrc_logs", "MrcLogs"] {
        let codes: Vec<&str> = check_text(&key(name)).diagnostics.iter().map(|each| each.code.name).collect();
        assert!(codes.contains(&"similar-names"), "{name}: {codes:?}");
    }
}

const MESH: &str = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
transit_gateway core { asn = AS64512..AS64513 }
mesh all { of = core }
vpc app { cidr = 10.0.0.0/16  FLOW  subnet work { size = /24 }  attach core  at us-east-1 { cidr = 10.1.0.0/16 } }
";

/// With a name of its own, a log group that was kept would be in the way when its stack comes back.
#[test]
fn logs_of_functions_are_kept_under_a_key() {
    let made = file(&MESH.replace("FLOW", ""), &cloudformation(), "eu-west-1/peering-core-us-east-1.yaml");
    let log = made.split("AccepterLogGroup:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    has(log, &["DeletionPolicy: RetainExceptOnCreate", "UpdateReplacePolicy: Retain", "OutputName: KeyMrcLogsArn"]);
    lacks(log, &["LogGroupName"]);
    has(&file(&MESH.replace("FLOW", ""), &cloudformation(), "eu-west-1/foundation.yaml"), &[":log-group:net-*", ":log-group:/net/*"]);
    // Where functions have the only logs of a place, its key is there for them.
    let made = file(&MESH.replace("FLOW", "flow_logs = off"), &cloudformation(), "eu-west-1/peering-core-us-east-1.yaml");
    has(&made, &["OutputName: KeyMrcLogsArn"]);
    lacks(&all(&MESH.replace("FLOW", "flow_logs = off"), &terraform()), &["aws_kms_key"]);
}

/// A first deployment that fails takes its empty log groups, tables and buckets with it.
#[test]
fn what_holds_data_is_kept_except_on_create() {
    let made = all(
        "mr 1
topology net { regions = [us-east-1] }
key data { primary in us-east-1 }
bucket b in us-east-1 { encryption = data }
table t { key = { id: string } }
vpc app { cidr = 10.0.0.0/16 }
",
        &cloudformation(),
    );
    assert_eq!(made.matches("DeletionPolicy: RetainExceptOnCreate\n").count(), 5, "{made}");
    lacks(&made, &["DeletionPolicy: Retain\n"]);
}

#[test]
fn a_security_group_can_be_replaced() {
    let text = "mr 1
topology net { regions = [us-east-1] }
vpc app { cidr = 10.0.0.0/16  subnet work { size = /24 }  endpoint ssm { subnets = work } }
";
    lacks(&file(text, &cloudformation(), "us-east-1/vpc-app.yaml"), &[" GroupName"]);
    let made = all(text, &terraform());
    has(&made, &["name_prefix = \"net-app-endpoints-\"", "create_before_destroy = true"]);
}

const EGRESS: &str = "mr 1
topology net { regions = [us-east-1] }
transit_gateway core { asn = AS64512 }
vpc edge {
  cidr = 10.255.0.0/24
  azs = 2
  nat = per_az
  subnet public { size = /28  route = internet }
  subnet inspect { size = /28  route = nat }
  attach core
}
vpc app { cidr = 10.0.0.0/16  azs = 2  subnet work { size = /24  route = core }  attach core }
firewall guard { subnets = edge.inspect  allow_domains = [\".example.com\"] }
egress out { via = edge  inspect = guard }
";

/// An allow list that lets through what it does not know is none.
#[test]
fn a_firewall_drops_what_its_list_does_not_name() {
    let made = file(EGRESS, &cloudformation(), "us-east-1/vpc-edge.yaml");
    assert_eq!(made.matches("RuleOrder: STRICT_ORDER\n").count(), 2, "{made}");
    has(&made, &["- aws:drop_established_app_layer_to_server\n", "- aws:alert_established_app_layer_to_server\n", "- Priority: 1\n"]);
    let made = all(EGRESS, &terraform());
    assert_eq!(made.matches("rule_order = \"STRICT_ORDER\"\n").count(), 2, "{made}");
    has(&made, &["\"aws:drop_established_app_layer_to_server\"", "\"aws:alert_established_app_layer_to_server\"", "priority     = 1\n"]);
}

/// CloudFormation makes the new one first, so it has another name: that of what it cannot change.
#[test]
fn a_firewall_can_be_replaced() {
    let made = file(EGRESS, &cloudformation(), "us-east-1/vpc-edge.yaml");
    has(
        &made,
        &["FirewallName: !Sub net-guard-a-${Vpc}\n", "FirewallPolicyName: net-guard-strict\n", "RuleGroupName: net-guard-domains-strict-"],
    );
    let made = all(EGRESS, &terraform());
    for kind in ["rule_group\" \"guard_domains", "firewall_policy\" \"guard"] {
        let block = made.split(&format!("\"aws_networkfirewall_{kind}\" {{")).nth(1).unwrap().split("\n}\n").next().unwrap();
        has(block, &["create_before_destroy = true"]);
    }
}

/// AWS takes the range of a subnet as a destination only once the subnet is there.
#[test]
fn a_route_to_a_subnet_waits_for_it() {
    let made = file(EGRESS, &cloudformation(), "us-east-1/vpc-edge.yaml");
    let mut inside = 0;
    for route in made.split("\n\n").filter(|each| each.contains("Type: AWS::EC2::Route\n")) {
        if route.contains("DestinationCidrBlock: 10.255.0.") {
            inside += 1;
            has(route, &["DependsOn: SubnetPublic"]);
        }
    }
    assert_eq!(inside, 4, "{made}");
    let made = all(EGRESS, &terraform());
    let of_attachment =
        |each: &&str| each.contains("\"aws_route\" \"edge_attach_") && each.contains("destination_cidr_block = \"10.255.0.");
    let waiting: Vec<&str> = made.split("\n\n# ").filter(of_attachment).collect();
    assert_eq!(waiting.len(), 4, "{made}");
    waiting.into_iter().for_each(|route| has(route, &["depends_on = [aws_subnet.edge_public_"]));
}

const OFFICE: &str = "mr 1
topology net { regions = [us-east-1] }
transit_gateway core { asn = AS64512 }
vpn office in us-east-1 {
  to = core
  routes = [192.168.0.0/20]
  customer_gateway { asn = AS65010  ip = 203.0.113.10 }
}
vpc app { cidr = 10.0.0.0/16  subnet work { size = /24 }  attach core }
";

#[test]
fn tunnels_speak_what_is_safe_and_write_it_down() {
    let made = file(OFFICE, &cloudformation(), "us-east-1/vpn-office.yaml");
    assert_eq!(made.matches("- IKEVersions:\n            - Value: ikev2\n").count(), 2, "{made}");
    assert_eq!(made.matches("Value: AES256-GCM-16\n").count(), 4, "{made}");
    has(&made, &["LogEnabled: true", "LogGroupName: /net/vpn/office", "OutputName: KeyMrcLogsArn"]);
    let made = all(OFFICE, &terraform());
    has(&made, &["name              = \"/net/vpn/office\"", "tunnel1_log_options {", "tunnel2_log_options {"]);
    for tunnel in ["tunnel1", "tunnel2"] {
        for wanted in ["ike_versions", "phase1_encryption_algorithms", "phase2_dh_group_numbers"] {
            has(&made, &[&format!("{tunnel}_{wanted}")]);
        }
    }
    for made in [all(OFFICE, &cloudformation()), made] {
        lacks(&made, &["ikev1", "SHA1", "SHA2-256", "AES128"]);
    }
}

/// AWS fails an update that makes a key multi-Region, so that one without replicas could never get one.
#[test]
fn every_key_can_get_a_replica() {
    let text = "mr 1\ntopology t { regions = [us-east-1, eu-west-1] }\nkey data { primary in us-east-1 }\ntable x in us-east-1 { key = { id: string }  encryption = data }\n";
    has(&file(text, &cloudformation(), "us-east-1/key-data.yaml"), &["MultiRegion: true"]);
    has(&all(text, &terraform()), &["multi_region            = true"]);
}
