//! What AWS refuses beyond its schemas: the table of `schema/refusals.json`, and both sides of the
//! boundaries that a page has no room for.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use mrc::check::all_codes;
use mrc::diag::Severity;
use mrc::driver::{self, Target};
use serde_json::Value;
use support::{check_text, root};

fn table() -> Vec<Value> {
    let text = std::fs::read_to_string(root().join("schema/refusals.json")).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    file["rules"].as_array_mut().unwrap().drain(..).collect()
}

fn text<'v>(line: &'v Value, name: &str) -> &'v str {
    line[name].as_str().unwrap_or_else(|| panic!("{name} of {line}"))
}

/// The types whose schemas are kept: those that mrc emits, as `tests/descriptors.rs` holds.
fn emitted() -> BTreeSet<String> {
    let schemas = std::fs::read_dir(root().join("schema/cloudformation")).unwrap();
    schemas
        .map(|entry| {
            let schema: Value = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
            text(&schema, "typeName").to_owned()
        })
        .collect()
}

#[test]
fn each_rule_has_one_true_verdict() {
    let codes: BTreeSet<&str> = all_codes().iter().map(|code| code.id).collect();
    let (emitted, mut seen) = (emitted(), BTreeSet::new());
    for line in &table() {
        let rule = text(line, "rule");
        assert!(rule.starts_with("pf-") && seen.insert(rule.to_owned()), "{rule} is there twice");
        assert!(!text(line, "says").is_empty(), "{rule}");
        let ty = text(line, "type");
        assert!(ty == "*" || emitted.contains(ty), "{rule}: {ty} is not emitted");
        assert!(!text(line, "property").is_empty(), "{rule}");
        match text(line, "verdict") {
            "impossible" | "out of reach" => assert!(!text(line, "why").is_empty(), "{rule}: why?"),
            // Another branch brings the check; `why` says which.
            "MR???" => assert!(!text(line, "why").is_empty(), "{rule}: which check?"),
            code => assert!(codes.contains(code), "{rule}: {code} is no code"),
        }
    }
    assert!(seen.len() > 300, "the table is gone");
}

#[test]
fn the_table_is_in_order() {
    let rules: Vec<String> = table().iter().map(|line| text(line, "rule").to_owned()).collect();
    assert!(rules.is_sorted());
}

/// Codes of the errors of a program, built for both targets.
fn errors(program: &str) -> BTreeSet<&'static str> {
    let checked = check_text(program);
    let mut found: BTreeSet<&str> =
        checked.diagnostics.iter().filter(|each| each.severity == Severity::Error).map(|each| each.code.id).collect();
    if found.is_empty() {
        for target in [Target::CloudFormation(Default::default()), Target::Terraform(Default::default())] {
            if let Err(problems) = driver::build(&checked, &target) {
                found.extend(problems.iter().filter(|each| each.severity == Severity::Error).map(|each| each.code.id));
            }
        }
    }
    found
}

/// `IT` in the program stands for each value: the wrong ones raise the code and nothing else, the right ones nothing.
#[track_caller]
fn boundary(code: &str, program: &str, wrong: &[&str], right: &[&str]) {
    let program = format!("mr 1\n{program}\n");
    for value in wrong {
        assert_eq!(errors(&program.replace("IT", value)), BTreeSet::from([code]), "{value} is wrong");
    }
    for value in right {
        assert_eq!(errors(&program.replace("IT", value)), BTreeSet::new(), "{value} is right");
    }
}

const NET: &str = "topology net { regions = [us-east-1] }\n";

fn with_net(program: &str) -> String {
    format!("{NET}{program}")
}

#[test]
fn ranges_of_vpcs_and_subnets() {
    boundary("MR303", &with_net("vpc app { cidr = IT }"), &["10.0.0.0/15", "10.0.0.0/29"], &["10.0.0.0/16", "10.0.0.0/28"]);
    let reserved = ["0.255.0.0/16", "127.0.0.0/16", "127.255.0.0/16", "169.254.0.0/16", "224.0.0.0/16", "239.255.0.0/16"];
    let beside = ["1.0.0.0/16", "126.255.0.0/16", "128.0.0.0/16", "169.253.0.0/16", "169.255.0.0/16", "223.255.0.0/16", "240.0.0.0/16"];
    boundary("MR314", &with_net("vpc app { cidr = IT }"), &reserved, &beside);
    let subnets = with_net("vpc app {\n cidr = 10.0.0.0/16\n azs = 1\n subnet a { size = IT }\n}");
    boundary("MR304", &subnets, &["/29"], &["/28", "/16"]);
    boundary("MR204", &with_net("vpc app {\n cidr = 10.0.0.0/16\n azs = IT\n}"), &["0", "7"], &["1", "6"]);
}

#[test]
fn asns() {
    let gateway = with_net("transit_gateway core { asn = ASIT }\nvpc app {\n cidr = 10.0.0.0/16\n attach core\n}");
    let wrong = ["64511", "65535", "4199999999", "4294967295"];
    let right = ["64512", "65534", "4200000000", "4294967294"];
    boundary("MR401", &gateway, &wrong, &right);
    let device = with_net(
        "transit_gateway core { asn = AS64600 }
vpn office in us-east-1 {
  to = core
  routes = [172.16.0.0/12]
  customer_gateway {
    asn = ASIT
    ip = 203.0.113.10
  }
}",
    );
    boundary(
        "MR451",
        &device,
        &["23456", "65535", "64600", "4294967295"],
        &["1", "23455", "23457", "65534", "65536", "64599", "64601", "4294967294"],
    );
}

#[test]
fn addresses_of_a_device() {
    let device = with_net(
        "transit_gateway core { asn = AS64600 }
vpn office in us-east-1 {
  to = core
  routes = [172.16.0.0/12]
  customer_gateway {
    asn = AS65010
    ip = IT
  }
}",
    );
    let ends = ["0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.0", "127.255.255.255"];
    let more = ["169.254.0.0", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255", "224.0.0.0"];
    let right = ["1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0"];
    let beside = ["169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255"];
    boundary("MR456", &device, &[ends, more].concat(), &[right, beside].concat());
}

#[test]
fn blocks_of_a_gateway() {
    let gateway =
        with_net("transit_gateway core {\n asn = AS64512\n cidr_blocks = [IT]\n}\nvpc app {\n cidr = 10.0.0.0/16\n attach core\n}");
    boundary("MR415", &gateway, &["10.99.0.0/25", "169.254.255.0/24"], &["10.99.0.0/24", "169.255.0.0/24", "169.253.255.0/24"]);
}

#[test]
fn ages() {
    let bucket = with_net("bucket b in us-east-1 { IT }");
    let ages = |wrong: &[&str], right: &[&str]| {
        let rules = |ages: &[&str]| ages.iter().map(|ages| format!("lifecycle old {{ {} }}", ages.replace(", ", "\n"))).collect::<Vec<_>>();
        rules(wrong).iter().for_each(|wrong| boundary("MR512", &bucket, &[wrong], &[]));
        rules(right).iter().for_each(|right| boundary("MR512", &bucket, &[], &[right]));
    };
    ages(&["standard_ia = 29d"], &["standard_ia = 30d"]);
    ages(&["expire = 0d"], &["expire = 1d", "glacier_ir = 0d"]);
    ages(&["glacier_ir = 10d, expire = 10d"], &["glacier_ir = 10d, expire = 11d"]);
    ages(&["standard_ia = 30d, deep_archive = 59d"], &["standard_ia = 30d, deep_archive = 60d"]);
    ages(&["glacier_ir = 10d, deep_archive = 99d"], &["glacier_ir = 10d, deep_archive = 100d"]);
    ages(&["standard_ia = 30d, glacier_ir = 30d"], &["standard_ia = 30d, glacier_ir = 31d"]);
    ages(&["glacier_ir = 10d, standard_ia = 40d", "deep_archive = 100d, glacier_ir = 200d"], &["glacier_ir = 10d"]);
    boundary("MR207", &bucket, &["expire_noncurrent = 0d", "expire_noncurrent = 36h"], &["expire_noncurrent = 1d"]);
    boundary("MR207", &bucket, &["lifecycle old { expire = 36h }"], &["lifecycle old { expire = 48h }"]);
    let key = with_net("key k {\n primary in us-east-1\n deletion_window = IT\n}\nbucket b in us-east-1 { encryption = k }");
    boundary("MR207", &key, &["6d", "31d", "180h"], &["7d", "30d"]);
    let logs = with_net("vpc app {\n cidr = 10.0.0.0/16\n flow_logs = cloudwatch { retention = IT }\n}");
    boundary("MR207", &logs, &["0d", "2d", "29d", "708h", "3654d"], &["1d", "3d", "30d", "3653d"]);
    let time = "topology net { regions = [us-east-1, eu-west-1] }\nbucket b in us-east-1 { replicate to eu-west-1 { within = IT } }";
    boundary("MR508", time, &["14m", "16m"], &["15m"]);
    boundary("MR207", time, &["870s"], &["900s"]);
}

#[test]
fn names() {
    let long = |number: usize| "n".repeat(number);
    // PREFIX-b-<account id>-us-east-1
    let bucket = "topology net { regions = [us-east-1]\n prefix = \"IT\" }\nbucket b in us-east-1 { }";
    boundary("MR507", bucket, &[&long(39)], &[&long(38)]);
    // PREFIX-table-t, 128 for a stack
    let table = "topology net { regions = [us-east-1]\n prefix = \"IT\" }\ntable t { key = { id: string } }";
    boundary("MR701", table, &[&long(121)], &[&long(120)]);
    let index = with_net("table t {\n key = { id: string }\n index IT { key = { owner: string } }\n}");
    boundary("MR781", &index, &["by"], &["by2"]);
    boundary("MR701", &index, &[&long(256)], &[&long(255)]);
    let attribute = with_net("table t { key = { IT: string } }");
    boundary("MR701", &attribute, &[&long(256)], &[&long(255)]);
    let firewall = |prefix: &str| {
        with_net(&FIREWALL.replace("inspect = IT", "inspect = wall").replace("[IT]", "[\"a.io\"]"))
            .replace("] }\n", &format!("]\n prefix = \"{prefix}\" }}\n"))
    };
    // PREFIX-wall-a-vpc-00000000000000000
    boundary("MR701", &firewall(&long(100)), &["IT"], &[]);
    boundary("MR701", &firewall(&long(99)), &[], &["IT"]);
    let list = with_net("prefix_list IT = [192.168.0.0/24]");
    // The name of the list is `net-…`, its export `net-prefix-list-…-id`.
    boundary("MR701", &list, &[&long(238)], &[&long(237)]);
}

#[test]
fn names_that_aws_keeps() {
    let sg = "topology net { regions = [us-east-1]\n prefix = \"IT\" }\nvpc app { cidr = 10.0.0.0/16 }";
    boundary("MR780", sg, &["sg", "sg-net"], &["sga", "net-sg", "SG"]);
    let parameter = "topology IT { regions = [us-east-1]\n publish = [ssm] }\nvpc app { cidr = 10.0.0.0/16 }";
    boundary("MR780", parameter, &["aws", "aws-net", "SSMnet"], &["my-aws"]);
    let exports = "topology aws { regions = [us-east-1] }\nvpc app { cidr = 10.0.0.0/16 }";
    boundary("MR780", exports, &[], &[""]);
    let rule = with_net("bucket b in us-east-1 {\n lifecycle IT { expire = 9d }\n}");
    boundary("MR780", &rule, &["housekeeping"], &["house"]);
}

#[test]
fn roles_that_deploy() {
    let program = "account net = 111122223333 { deploy_role = \"IT\" }
topology net {
  regions = [us-east-1]
  account = net
}
vpc app { cidr = 10.0.0.0/16 }";
    let (long, short) = ("r".repeat(65), "r".repeat(64));
    let wrong = ["", "a role", "arn:aws:iam::111122223333:user/deployer", "arn:aws:iam::111122223334:role/deployer", "arn:aws:sts", &long];
    let right = ["deployer", "teams/net/deployer", "arn:aws:iam::111122223333:role/teams/deployer", &short];
    boundary("MR782", program, &wrong, &right);
}

#[test]
fn ids_of_what_exists() {
    let program = with_net(
        "existing vpc old in us-east-1 {
  id = \"IT\"
  cidr = 10.9.0.0/16
  route_tables = [\"rtb-0123456789abcdef0\"]
}
vpc app { cidr = 10.0.0.0/16 }
peering p { between = [app, old] }",
    );
    let wrong = ["", "old", "vpc-", "vpc-0123456789abcdef", "vpc-0123456789abcdef01", "vpc-0123456789abcdefg", "tgw-0123456789abcdef0"];
    boundary("MR783", &program, &wrong, &["vpc-0123456789abcdef0", "vpc-01234567"]);
    let gateway = with_net(
        "existing transit_gateway old in us-east-1 {
  id = \"tgw-0123456789abcdef0\"
  asn = AS64512
  route_table = \"IT\"
}
vpc app { cidr = 10.0.0.0/16
 attach old }",
    );
    boundary("MR783", &gateway, &["rtb-0123456789abcdef0", "tgw-0123456789abcdef0"], &["tgw-rtb-0123456789abcdef0"]);
    let pool = with_net("pool six = 2600:1f28:100::/56 { byoip = \"IT\" }\nvpc app { cidr = 10.0.0.0/16\n ipv6 = /56 from six }");
    boundary("MR783", &pool, &["ipam-pool-0123456789abcdef0", "six"], &["ipv6pool-ec2-0123456789abcdef0"]);
    let firewall = with_net(&FIREWALL.replace("inspect = IT", "inspect = wall").replace("allow_domains = [IT]", "policy = \"IT\""));
    let wrong = ["wall", "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/p", "arn:aws:iam::111122223333:role/p"];
    boundary("MR783", &firewall, &wrong, &["arn:aws:network-firewall:us-east-1:111122223333:firewall-policy/p"]);
}

const FIREWALL: &str = "transit_gateway core { asn = AS64512 }
vpc edge {
  cidr = 10.1.0.0/22
  nat = per_az
  subnet public { size = /28  route = internet }
  subnet inspect { size = /28  route = nat }
  attach core
}
vpc app {
  cidr = 10.0.0.0/16
  subnet work { size = /20  route = core }
  attach core
}
egress out {
  via = edge
  inspect = IT
}
firewall wall {
  subnets = edge.inspect
  allow_domains = [IT]
}";

#[test]
fn domains_of_a_firewall() {
    let program = with_net(&FIREWALL.replace("inspect = IT", "inspect = wall"));
    let domains = |number: usize| (0..number).map(|ix| format!("\"n{ix}.example.com\"")).collect::<Vec<_>>().join(", ");
    boundary("MR483", &program, &[&domains(499)], &[&domains(498)]);
    let twice = "\".example.com\", \"example.com\"";
    boundary("MR102", &program, &[twice], &["\".example.com\", \"example.org\"", "\"example.com\", \"example.com\""]);
}

#[test]
fn ports_of_a_rule() {
    let program = with_net(
        "transit_gateway core { asn = AS64512 }
segment a { on = core }
segment b { on = core }
vpc x { cidr = 10.0.0.0/16
 subnet w { size = /24 }
 attach core { segment = a } }
vpc y { cidr = 10.1.0.0/16
 subnet w { size = /24 }
 attach core { segment = b } }
allow a -> b: tcp IT",
    );
    boundary("MR204", &program, &["0", "65536", "444..443"], &["1", "65535", "443..444"]);
}

#[test]
fn keys_of_an_index() {
    let table = with_net("table t {\n key = { id: string }\n index by_owner {\n key = { owner: string }\n sort = { IT: string }\n }\n}");
    boundary("MR513", &table, &["owner"], &["id"]);
}

/// AWS refuses a longer description; it is prose, so it is cut and not refused.
#[test]
fn descriptions_are_cut() {
    let described = |file: &str, program: &str| {
        let checked = check_text(program);
        let files = support::build(&checked, &Target::CloudFormation(Default::default()));
        let (_, bytes) = files.into_iter().find(|(path, _)| path.ends_with(file)).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let line = text.lines().find_map(|line| line.trim_start().strip_prefix("Description: ").filter(|text| text.contains("ddd")));
        line.unwrap().trim_matches('"').to_owned()
    };
    let stack =
        |number: usize| described("vpc-app.yaml", &format!("mr 1\n{NET}/// {}\nvpc app {{ cidr = 10.0.0.0/16 }}\n", "d".repeat(number)));
    assert_eq!(stack(1024), "d".repeat(1024));
    assert_eq!(stack(1025), format!("{}…", "d".repeat(1021)));
    let key = |number: usize| {
        let key = format!("/// {}\nkey k {{ primary in us-east-1 }}\nbucket b in us-east-1 {{ encryption = k }}", "d".repeat(number));
        described("key-k.yaml", &format!("mr 1\n{NET}{key}\n"))
    };
    assert_eq!(key(8192), "d".repeat(8192));
    assert_eq!(key(8193), format!("{}…", "d".repeat(8189)));
}

#[test]
fn two_rules_to_one_place_have_two_ids() {
    let program = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
bucket b in us-east-1 {
  replicate to eu-west-1 { prefix = \"a/\" }
  replicate to eu-west-1 { prefix = \"b/\" }
}
";
    let checked = check_text(program);
    for target in [Target::CloudFormation(Default::default()), Target::Terraform(Default::default())] {
        let mut ids: BTreeMap<String, usize> = BTreeMap::new();
        for (_, bytes) in support::build(&checked, &target) {
            let text = String::from_utf8(bytes).unwrap();
            for word in text.split(|c: char| c.is_whitespace() || c == '"').filter(|word| word.starts_with("to-eu-west-1")) {
                *ids.entry(word.to_owned()).or_default() += 1;
            }
        }
        assert_eq!(ids.get("to-eu-west-1"), Some(&1), "{ids:?}");
        assert_eq!(ids.get("to-eu-west-1-2"), Some(&1), "{ids:?}");
    }
}
