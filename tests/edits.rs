//! Edits of a source that runs, with its lock: what must stay stays in both targets, and what AWS does not
//! take in one step is refused with the steps.

mod support;

use std::collections::BTreeSet;

use mrc::address::lock_text;
use mrc::backend::cfn;
use mrc::driver::{self, Checked, Files, Target};
use support::{build, check_with, cloudformation, messages, previous, terraform};

/// A topology with its lock, as it was built.
fn first(text: &str) -> (Checked, String) {
    let checked = clean(text, None);
    let lock = lock_text(&checked.lock, &checked.allocations, false);
    (checked, lock)
}

#[track_caller]
fn clean(text: &str, lock: Option<&str>) -> Checked {
    let checked = check_with(text, lock);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    checked
}

fn both(checked: &Checked) -> [Files; 2] {
    [build(checked, &cloudformation()), build(checked, &terraform())]
}

/// Both targets, byte for byte.
#[track_caller]
fn the_same(before: &Checked, after: &Checked) {
    for (before, after) in both(before).into_iter().zip(both(after)) {
        for ((name, text), (other, now)) in before.iter().zip(&after) {
            assert_eq!(name, other);
            assert_eq!(String::from_utf8_lossy(text), String::from_utf8_lossy(now), "{name}");
        }
        assert_eq!(before.len(), after.len());
    }
}

/// Logical ids with their template, and Terraform's addresses with their folder.
fn ids(checked: &Checked) -> BTreeSet<String> {
    let [cfn, terraform] = both(checked);
    let mut found = BTreeSet::new();
    for (file, text) in cfn.iter().filter(|(file, _)| file.ends_with(".yaml")) {
        let text = String::from_utf8_lossy(text);
        let resources = text.split_once("\nResources:\n").map_or("", |(_, rest)| rest.split("\nOutputs:").next().unwrap());
        let own = |line: &&str| line.starts_with("  ") && !line.starts_with("   ") && line.ends_with(':');
        found.extend(resources.lines().filter(own).map(|line| format!("{file} {}", line.trim().trim_end_matches(':'))));
    }
    for (file, text) in terraform.iter().filter(|(file, _)| file.ends_with(".tf")) {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text = String::from_utf8_lossy(text);
        found.extend(text.lines().filter(|line| line.starts_with("resource ")).map(|line| format!("{folder} {}", line.replace('"', ""))));
    }
    found
}

#[track_caller]
fn has(checked: &Checked, wanted: &[&str]) {
    let found = ids(checked);
    for each in wanted {
        assert!(found.iter().any(|id| id.trim_end_matches(" {").ends_with(each)), "no {each} in {found:#?}");
    }
}

const MESHED: &str = "mr 1
topology t { regions = [us-east-1, eu-west-1] }
pool corp = 10.0.0.0/8 { per_region = /12 }
transit_gateway core { asn = AS64512..AS64520 }
vpc app { cidr = /16 from corp  azs = 2  subnet w { size = /24 }  attach core }
";

/// The home of a table is held: another order of the regions, and regions that are sorted before it, move
/// nothing.
#[test]
fn a_table_stays_in_its_home() {
    let text = |regions: &str| format!("mr 1\ntopology led {{ regions = [{regions}] }}\ntable ledger {{ key = {{ id: string }} }}\n");
    let (before, lock) = first(&text("us-east-1, eu-west-1"));
    the_same(&before, &clean(&text("eu-west-1, us-east-1"), Some(&lock)));
    let more = clean(&text("ap-south-1, us-east-1, eu-west-1"), Some(&lock));
    has(&more, &["eu-west-1/table-ledger.yaml Table", "modules/eu-west-1 resource aws_dynamodb_table ledger"]);
    assert!(!ids(&more).iter().any(|id| id.starts_with("ap-south-1/table-ledger")), "a second home");
}

/// A second peering of two gateways would be made while the first one stands; AWS allows one.
#[test]
fn peerings_are_called_by_their_ends() {
    let (before, lock) = first(&format!("{MESHED}mesh backbone {{ of = core }}\n"));
    has(
        &before,
        &[
            "eu-west-1/peering-core-us-east-1.yaml PeeringCoreEuWest1UsEast1",
            "eu-west-1/peering-core-us-east-1.yaml PeeringCoreEuWest1UsEast1Accepter",
            "eu-west-1/routes.yaml PeeringCoreEuWest1UsEast1Association",
            "us-east-1/routes.yaml PeeringCoreUsEast1EuWest1Association",
            "aws_ec2_transit_gateway_peering_attachment eu_west_1_core_us_east_1",
            "aws_ec2_transit_gateway_peering_attachment_accepter us_east_1_core_eu_west_1",
            "aws_ec2_transit_gateway_route_table_association eu_west_1_core_us_east_1",
            "aws_ec2_transit_gateway_route_table_association us_east_1_core_eu_west_1",
        ],
    );
    for edge in [
        "mesh spine { of = core }",
        "star wheel { of = core  hub = us-east-1 }",
        "star wheel { of = core  hub = eu-west-1 }",
        "peering p { between = [core@us-east-1, core@eu-west-1] }",
        "peering q { between = [core@eu-west-1, core@us-east-1] }",
    ] {
        the_same(&before, &clean(&format!("{MESHED}{edge}\n"), Some(&lock)));
    }
}

#[test]
fn peerings_of_vpcs_are_called_by_their_ends() {
    let text = |name: &str| {
        format!(
            "mr 1\ntopology t {{ regions = [us-east-1, eu-west-1] }}\n\
             vpc app in us-east-1 {{ cidr = 10.0.0.0/16  azs = 1  subnet w {{ size = /24 }} }}\n\
             vpc data in eu-west-1 {{ cidr = 10.1.0.0/16  azs = 1  subnet w {{ size = /24 }} }}\n\
             peering {name} {{ between = [app@us-east-1, data@eu-west-1] }}\n"
        )
    };
    let (before, lock) = first(&text("load"));
    has(&before, &["VpcPeeringDataEuWest1AppUsEast1", "aws_vpc_peering_connection eu_west_1_data_app_us_east_1"]);
    the_same(&before, &clean(&text("haul"), Some(&lock)));
}

/// Gateways of one region, two families in one pair of regions, a peering of two families: each has ids of
/// its own, and no id depends on what else is there.
#[test]
fn a_second_family_moves_no_id_of_the_first() {
    let one = format!("{MESHED}mesh backbone {{ of = core }}\n");
    let (before, lock) = first(&one);
    let more = format!(
        "{one}transit_gateway aside {{ asn = AS64601..AS64609 }}\nmesh second {{ of = aside }}\n\
         peering across {{ between = [aside@us-east-1, core@eu-west-1] }}\n\
         peering inside {{ between = [aside@us-east-1, core@us-east-1] }}\n"
    );
    let after = clean(&more, Some(&lock));
    has(
        &after,
        &[
            "PeeringAsideEuWest1UsEast1",
            "PeeringCoreEuWest1AsideUsEast1",
            "us-east-1/peering-core-aside.yaml PeeringCoreAsideUsEast1",
            "us-east-1/routes.yaml PeeringAsideCoreUsEast1Association",
            "us-east-1/routes.yaml PeeringCoreAsideUsEast1Association",
            "aws_ec2_transit_gateway_route_table_association us_east_1_aside_core",
            "aws_ec2_transit_gateway_route_table_association us_east_1_core_aside",
        ],
    );
    let (before, after) = (ids(&before), ids(&after));
    let gone: Vec<&String> = before.difference(&after).collect();
    assert!(gone.is_empty(), "{gone:#?}");
}

/// What an edit is told when it is built over the first source, with its lock: message and help.
fn told(before: &str, after: &str, target: &Target) -> Vec<(String, String)> {
    let (before, lock) = first(before);
    let after = clean(after, Some(&lock));
    let files = build(&before, target);
    let told = driver::build_over(&after, target, &previous(&files)).err().unwrap_or_default();
    told.into_iter().map(|each| (each.message, each.help.unwrap_or_default())).collect()
}

fn json() -> Target {
    Target::CloudFormation(cfn::Options { format: cfn::Format::Json, ..Default::default() })
}

/// The same in both formats.
fn told_by_cfn(before: &str, after: &str) -> Vec<(String, String)> {
    let told_in_yaml = told(before, after, &cloudformation());
    assert_eq!(told_in_yaml, told(before, after, &json()));
    told_in_yaml
}

const TABLE: &str = "mr 1\ntopology shop { regions = [ap-southeast-1, eu-west-1, us-east-1] }\ntable carts";

fn table(rest: &str) -> String {
    format!("{TABLE} {rest}\n")
}

#[test]
fn a_table_changes_by_one_replica_and_one_index() {
    let one = table("in eu-west-1 { key = { cart: string } }");
    let all = table("{ key = { cart: string }  index by_x { key = { x: string } }  index by_y { key = { y: string } } }");
    let told_of = told_by_cfn(&one, &all);
    assert_eq!(told_of.len(), 1, "{told_of:#?}");
    let (message, help) = &told_of[0];
    assert_eq!(
        message,
        "table `carts` changes too much at once: CloudFormation takes one replica and one index of a global table in an update"
    );
    assert_eq!(
        help,
        "build and deploy one after another, each over the one before: 1. with a replica in ap-southeast-1; 2. with a replica in us-east-1; \
         3. with index by_x; 4. with index by_y"
    );
    assert_eq!(told(&one, &all, &terraform()), []);
    // Each step is one that is taken.
    let steps = [
        one.as_str(),
        &table("in [ap-southeast-1, eu-west-1] { key = { cart: string } }"),
        &table("{ key = { cart: string } }"),
        &table("{ key = { cart: string }  index by_x { key = { x: string } } }"),
        all.as_str(),
    ];
    for pair in steps.windows(2) {
        assert_eq!(told_by_cfn(pair[0], pair[1]), [], "{}", pair[1]);
    }
    // Made anew, it may have any number.
    assert_eq!(told_by_cfn("mr 1\ntopology shop { regions = [ap-southeast-1, eu-west-1, us-east-1] }\n", &all), []);
}

#[test]
fn what_a_table_cannot_change_is_told() {
    let with = |inside: &str| table(&format!("in eu-west-1 {{ key = {{ cart: string }} {inside} }}"));
    let before = with("index by_x { key = { x: string } } ttl = \"old\"");
    for (after, message) in [
        // One index of a name is another one.
        (with("index by_x { key = { y: string } } ttl = \"old\""), "CloudFormation takes one index of a global table in an update"),
        (with("index by_x { key = { x: number } } ttl = \"old\""), "CloudFormation takes one index of a global table in an update"),
        (with("index by_y { key = { x: string } } ttl = \"old\""), "CloudFormation takes one index of a global table in an update"),
        (
            with("index by_x { key = { x: string } } ttl = \"new\""),
            "CloudFormation takes no other `ttl` of a table that has one in an update",
        ),
        (table("in eu-west-1 { key = { item: string } }"), "table `carts` has the key cart: S, and item: S is written"),
        (table("in eu-west-1 { key = { cart: number } }"), "table `carts` has the key cart: S, and cart: N is written"),
    ] {
        let told_of = told_by_cfn(&before, &after);
        assert!(told_of.len() == 1 && told_of[0].0.ends_with(message), "{after}: {told_of:#?}");
    }
    let strong = |places: &str, consistency: &str| {
        format!(
            "mr 1\ntopology shop {{ regions = [us-east-1, us-east-2, us-west-2] }}\n\
             table carts in [{places}] {{ key = {{ cart: string }} {consistency} }}\n"
        )
    };
    let two = strong("us-east-1, us-east-2", "consistency = strong { witness = us-west-2 }");
    for after in [strong("us-east-1, us-east-2, us-west-2", "consistency = strong"), strong("us-east-1, us-east-2", "")] {
        let told_of = told_by_cfn(&two, &after);
        assert!(told_of.len() == 1 && told_of[0].0.contains("changes its consistency or the regions"), "{told_of:#?}");
    }
}

/// AWS has one of a name, wherever in the topology it is written.
#[test]
fn what_is_named_is_not_made_twice() {
    let bucket =
        |name: &str, rest: &str| format!("mr 1\ntopology t {{ regions = [us-east-1] }}\nbucket {name} in us-east-1 {{ {rest} }}\n");
    let told_of = told_by_cfn(&bucket("logs", "name = \"acme-logs\""), &bucket("audit", "name = \"acme-logs\""));
    assert_eq!(told_of.len(), 1, "{told_of:#?}");
    assert!(told_of[0].0.starts_with("bucket/audit `") && told_of[0].0.ends_with("is in the stack `t-bucket-logs` of us-east-1 already"));
    // A bucket that is called by its own name is another bucket.
    assert_eq!(told_by_cfn(&bucket("logs", ""), &bucket("audit", "")), []);
}

/// A subnet that is made anew stands beside the old one for a while.
#[test]
fn two_subnets_have_no_block_in_common() {
    let text = |size: &str| {
        format!(
            "mr 1\ntopology t {{ regions = [us-east-1] }}\nvpc app {{ cidr = 10.0.0.0/16  azs = 1  subnet work {{ size = {size} }} }}\n"
        )
    };
    let (before, _) = first(&text("/24"));
    let after = clean(&text("/23"), None);
    for target in [cloudformation(), json()] {
        let files = build(&before, &target);
        let told = driver::build_over(&after, &target, &previous(&files)).unwrap_err();
        assert_eq!(told.len(), 1);
        assert!(
            told[0].message.contains("takes 10.0.0.0/23, while the subnet that has 10.0.0.0/24 goes only when this one is there"),
            "{}",
            told[0].message
        );
    }
}

/// A NAT gateway that is made anew would want the address of the old one, once for the VPC.
#[test]
fn two_nat_gateways_have_no_address_in_common() {
    let text = |range: &str| {
        format!(
            "mr 1\ntopology t {{ regions = [us-east-1] }}\nvpc app {{ cidr = {range}  azs = 2  subnet public {{ size = /24  route = internet }}  \
             subnet work {{ size = /24  route = nat }} }}\n"
        )
    };
    let (before, _) = first(&text("10.0.0.0/16"));
    let after = clean(&text("10.8.0.0/16"), None);
    let files = build(&before, &cloudformation());
    let told = driver::build_over(&after, &cloudformation(), &previous(&files)).unwrap_err();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].message.starts_with("vpc/app/nat_gateway/a would be made anew, with the address"), "{}", told[0].message);
}

/// AWS takes the entries of a prefix list, or how many there may be.
#[test]
fn a_prefix_list_grows_in_two_steps() {
    let text = |list: &str| format!("mr 1\ntopology t {{ regions = [us-east-1] }}\nprefix_list sites = {list}\n");
    let one = text("[192.168.0.0/16]");
    let (roomy, two) = (text("[192.168.0.0/16] { max = 2 }"), text("[192.168.0.0/16, 172.16.0.0/16]"));
    let told_of = told_by_cfn(&one, &two);
    assert_eq!(told_of.len(), 1, "{told_of:#?}");
    assert_eq!(told_of[0].0, "prefix list `sites` changes its entries and their number, 1 to 2, at once");
    assert!(told_of[0].1.ends_with("1. with `max = 2` and the entries of before; 2. as it is now"), "{told_of:#?}");
    for pair in [[&one, &roomy], [&roomy, &two], [&two, &roomy]] {
        assert_eq!(told_by_cfn(pair[0], pair[1]), []);
    }
    assert_eq!(told(&one, &two, &terraform()), []);
}
