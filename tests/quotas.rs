//! Quotas: the data, and that each is counted to the unit in what is emitted.

mod support;

use std::collections::BTreeMap;

use mrc::aws::{self, Scope};
use mrc::backend::cfn;
use mrc::driver::{Checked, Target};
use serde_json::Value;
use support::{build, check_text, examples, messages};

/// Something of everything, small enough to count by hand.
const NET: &str = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
transit_gateway core {
  asn = AS64512..AS64520
  at us-east-1 { cidr_blocks = [10.200.0.0/24, 10.200.1.0/24] }
}
mesh backbone { of = core }
segment prod { on = core }
segment dev { on = core }
allow prod -> dev: tcp 443, 8443

vpc app in us-east-1 {
  cidr = 10.0.0.0/16
  secondary = [100.64.0.0/20]
  azs = 2
  endpoints = [s3, dynamodb]
  endpoint ecr.api { subnets = private }
  endpoint ecr.dkr { subnets = private }
  subnet public { size = /24  route = internet }
  subnet private { size = /24  route = nat }
  attach core { segment = prod }
  route offices via core
  ipv6 = amazon
}
prefix_list offices = [192.168.0.0/24, 192.168.1.0/24, 192.168.2.0/24] { max = 5 }
prefix_list plants = [192.168.16.0/24] in us-east-1
vpn branch in us-east-1 {
  to = core
  segment = prod
  routes = [offices, plants]
  customer_gateway { asn = AS65010  ip = 203.0.113.10 }
}
vpn depot in us-east-1 {
  to = core
  segment = prod
  static = on
  routes = [192.168.32.0/24, 192.168.33.0/24, 192.168.34.0/24, 192.168.35.0/24, 192.168.36.0/24]
  customer_gateway { ip = 203.0.113.11 }
}
direct_connect lines {
  asn = AS64700
  routes = [172.16.0.0/16, 172.20.0.0/16]
  associate core@us-east-1 { allowed = [10.0.0.0/16, 10.1.0.0/16, 100.64.0.0/20]  segment = prod }
  associate core@eu-west-1 { allowed = [10.2.0.0/16]  segment = prod }
}
vpc lab {
  cidr = 10.1.0.0/16
  azs = 1
  subnet work { size = /24 }
  attach core { segment = dev }
  at eu-west-1 { cidr = 10.2.0.0/16 }
}
vpc near in us-east-1 { cidr = 10.3.0.0/16  azs = 1  subnet work { size = /24 } }
vpc far in eu-west-1 { cidr = 10.4.0.0/16  azs = 1  subnet work { size = /24 } }
peering pair { between = [near@us-east-1, far@eu-west-1] }
vpc edge in us-east-1 {
  cidr = 10.5.0.0/22
  azs = 2
  subnet public { size = /28  route = internet }
  subnet inspect { size = /28  route = nat }
}
firewall wall in us-east-1 {
  subnets = edge.inspect
  allow_domains = [\".example.com\"]
}
table carts {
  home = us-east-1
  key = { cart: string }
  index by_customer { key = { customer: string } }
  index by_day { key = { day: string } }
}
";

/// The most of each quota that one of them has in a place of [`NET`], counted by hand.
const COUNTED: &[(&str, &str, u64)] = &[
    ("vpcs_per_region", "us-east-1", 4),
    ("vpcs_per_region", "eu-west-1", 2),
    // Two zones each in app and edge.
    ("addresses_per_region", "us-east-1", 4),
    // Both have one in each zone.
    ("nat_gateways_per_zone", "us-east-1", 2),
    ("cidrs_per_vpc", "us-east-1", 2),
    ("cidrs_per_vpc", "eu-west-1", 1),
    // Two groups and an attachment in two zones.
    ("subnets_per_vpc", "us-east-1", 6),
    // The main one, public, private for each zone, and that of the attachment.
    ("route_tables_per_vpc", "us-east-1", 5),
    // Two local ranges, two gateway endpoints, NAT, lab in both regions, eleven behind VPNs and lines;
    // of these, three are in a list of five at most.
    ("routes_per_table", "us-east-1", 20),
    // The default one of each VPC, that of endpoints, and what `allow` opens in lab.
    ("security_groups_per_region", "us-east-1", 6),
    ("security_groups_per_region", "eu-west-1", 3),
    // Two ranges of app and eleven behind VPNs and lines, on two ports.
    ("rules_per_security_group", "us-east-1", 26),
    ("interface_endpoints_per_vpc", "us-east-1", 2),
    ("gateway_endpoints_per_region", "us-east-1", 2),
    ("peerings_per_vpc", "us-east-1", 1),
    ("peerings_per_vpc", "eu-west-1", 1),
    ("gateways_per_region", "us-east-1", 1),
    ("gateways_per_vpc", "us-east-1", 1),
    ("cidr_blocks_per_gateway", "us-east-1", 2),
    // prod, dev, and where peerings arrive.
    ("route_tables_per_gateway", "us-east-1", 3),
    // app, lab, the peering, two VPNs and the lines.
    ("attachments_per_gateway", "us-east-1", 6),
    ("attachments_per_gateway", "eu-west-1", 3),
    ("peerings_per_gateway", "us-east-1", 1),
    ("pending_peerings_per_gateway", "eu-west-1", 1),
    // app and edge, and what goes out of app over IPv6.
    ("internet_gateways_per_region", "us-east-1", 2),
    ("egress_only_gateways_per_region", "us-east-1", 1),
    ("ipv6_cidrs_per_vpc", "us-east-1", 1),
    ("prefix_lists_per_region", "us-east-1", 2),
    ("prefix_lists_per_region", "eu-west-1", 1),
    ("entries_per_prefix_list", "eu-west-1", 5),
    // From tables of public and, for each zone, of private subnets.
    ("references_per_prefix_list", "us-east-1", 3),
    ("vpns_per_region", "us-east-1", 2),
    ("customer_gateways_per_region", "us-east-1", 2),
    // Three of a list of at most five, and one. Static ones are the gateway's.
    ("routes_per_vpn", "us-east-1", 4),
    // Of no region: each place of the account says the same.
    ("direct_connects_per_account", "us-east-1", 1),
    ("direct_connects_per_account", "eu-west-1", 1),
    ("direct_connects_per_gateway", "eu-west-1", 1),
    ("gateways_per_direct_connect", "us-east-1", 2),
    ("gateways_per_direct_connect", "eu-west-1", 2),
    ("routes_per_direct_connect", "eu-west-1", 2),
    ("allowed_per_association", "us-east-1", 3),
    ("allowed_per_association", "eu-west-1", 1),
    ("firewalls_per_region", "us-east-1", 2),
    ("firewall_policies_per_region", "us-east-1", 1),
    ("firewall_rule_groups_per_region", "us-east-1", 1),
    ("tables_per_region", "us-east-1", 1),
    ("tables_per_region", "eu-west-1", 1),
    ("indexes_per_table", "us-east-1", 2),
];

/// Whether a topology has more than so many.
fn is_over(text: &str, name: &str, place: &str, number: u64) -> bool {
    let checked = check_text(&format!("{text}quota {name} = {number} in {place}\n"));
    let mine = |each: &&mrc::diag::Diagnostic| ["over-quota", "over-limit"].contains(&each.code.name);
    let others: Vec<_> = checked.diagnostics.iter().filter(|each| !mine(each) && each.severity == mrc::diag::Severity::Error).collect();
    assert!(others.is_empty(), "{others:#?}");
    let found: Vec<_> = checked.diagnostics.iter().filter(mine).collect();
    let anywhere = aws::quota(name).unwrap().scope.is_global();
    for each in &found {
        assert!(each.about == name && (anywhere || each.message.contains(place)), "{}", each.message);
        assert!(each.help.is_some() && each.labels.iter().all(|label| !label.text.is_empty()));
    }
    !found.is_empty()
}

#[test]
fn each_is_counted_to_the_unit() {
    for (name, place, number) in COUNTED {
        let least = (0..200).find(|least| !is_over(NET, name, place, *least));
        assert_eq!(least, Some(*number), "{name} in {place}");
    }
}

/// More indexes than DynamoDB's default are the account's affair, not a mistake in the table.
#[test]
fn indexes_are_a_quota_and_no_error() {
    let indexes: String = (0..21).map(|n| format!("  index by{n} {{ key = {{ f{n}: string }} }}\n")).collect();
    let text = format!("mr 1\ntopology net {{ regions = [us-east-1] }}\ntable t {{\n  key = {{ id: string }}\n{indexes}}}\n");
    let names = |text: &str| check_text(text).diagnostics.iter().map(|each| each.code.name).collect::<Vec<_>>();
    assert_eq!(names(&text), ["over-default-quota"]);
    assert!(names(&format!("{text}quota indexes_per_table = 25\n")).is_empty());
}

/// Routes of a gateway: what is propagated into its tables, range by range, and what is static.
#[test]
fn routes_of_a_gateway_are_those_of_all_its_tables() {
    let checked = check_text(NET);
    let graph = checked.graph();
    let routes = |region: &str| {
        let resources = graph.resources.iter().filter(|each| graph.place(each.place).region == region);
        let (fixed, propagated): (Vec<_>, Vec<_>) = resources
            .filter(|each| each.ty.starts_with("ec2.transit_gateway_route") && each.ty != "ec2.transit_gateway_route_table")
            .filter(|each| each.ty != "ec2.transit_gateway_route_table_association")
            .partition(|each| each.ty == "ec2.transit_gateway_route");
        let announced = |path: &str| match path.split('/').nth(1) {
            // It has a second range, and one of IPv6 that nobody knows beforehand.
            Some("app") => 2,
            Some("branch") => 4,
            Some("lines") => 2,
            _ => 1,
        };
        fixed.len() + propagated.iter().map(|each| announced(&each.path.to_string())).sum::<usize>()
    };
    for region in ["us-east-1", "eu-west-1"] {
        let number = routes(region) as u64;
        assert!(number > 3);
        assert!(is_over(NET, "routes_per_gateway", region, number - 1) && !is_over(NET, "routes_per_gateway", region, number), "{number}");
    }
}

#[test]
fn every_quota_of_an_account_is_counted() {
    for quota in aws::quotas().iter().filter(|quota| quota.scope != Scope::Stack) {
        let known = COUNTED.iter().any(|(name, ..)| *name == quota.name) || quota.name == "routes_per_gateway";
        assert!(known && is_over(NET, &quota.name, "us-east-1", 0), "{}", quota.name);
    }
}

/// What templates of a place hold of each quota: sums of a region, the most of a VPC or a group.
fn in_templates(checked: &Checked) -> BTreeMap<(&'static str, String), u64> {
    let json = Target::CloudFormation(cfn::Options { format: cfn::Format::Json, ..Default::default() });
    let mut counts: BTreeMap<(&str, String), u64> = BTreeMap::new();
    for (file, bytes) in build(checked, &json) {
        let Some((slug, _)) = file.split_once('/').filter(|_| file.ends_with(".json")) else { continue };
        let template: Value = serde_json::from_slice(&bytes).unwrap();
        let place = &checked.topology.places.iter().find(|place| place.slug == slug).unwrap().name;
        let resources: Vec<&Value> = template["Resources"].as_object().unwrap().values().collect();
        let of = |ty: &str| resources.iter().filter(|each| each["Type"] == *format!("AWS::{ty}")).copied().collect::<Vec<_>>();
        let number = |ty: &str| of(ty).len() as u64;
        let mut sum = |quota, number: u64| *counts.entry((quota, place.clone())).or_default() += number;
        sum("vpcs_per_region", number("EC2::VPC"));
        sum("addresses_per_region", number("EC2::EIP"));
        sum("security_groups_per_region", number("EC2::SecurityGroup") + number("EC2::VPC"));
        sum("gateways_per_region", number("EC2::TransitGateway"));
        sum("firewalls_per_region", number("NetworkFirewall::Firewall"));
        sum("vpns_per_region", number("EC2::VPNConnection"));
        sum("customer_gateways_per_region", number("EC2::CustomerGateway"));
        sum("prefix_lists_per_region", number("EC2::PrefixList"));
        sum("internet_gateways_per_region", number("EC2::InternetGateway"));
        sum("egress_only_gateways_per_region", number("EC2::EgressOnlyInternetGateway"));
        sum("direct_connects_per_account", number("DirectConnect::DirectConnectGateway"));
        let mut most = |quota, number: u64| {
            let known = counts.entry((quota, place.clone())).or_default();
            *known = number.max(*known);
        };
        // One VPC is one stack.
        most("subnets_per_vpc", number("EC2::Subnet"));
        most("route_tables_per_vpc", number("EC2::RouteTable") + number("EC2::VPC"));
        let (ipv4, ipv6): (Vec<_>, Vec<_>) =
            of("EC2::VPCCidrBlock").into_iter().partition(|each| each["Properties"].get("CidrBlock").is_some());
        most("cidrs_per_vpc", ipv4.len() as u64 + number("EC2::VPC"));
        most("ipv6_cidrs_per_vpc", ipv6.len() as u64);
        for list in of("EC2::PrefixList") {
            most("entries_per_prefix_list", list["Properties"]["MaxEntries"].as_u64().unwrap());
        }
        for association in of("DirectConnect::DirectConnectGatewayAssociation") {
            let allowed = &association["Properties"]["AllowedPrefixesToDirectConnectGateway"];
            most("allowed_per_association", allowed.as_array().unwrap().len() as u64);
        }
        for group in of("EC2::SecurityGroup") {
            for side in ["SecurityGroupIngress", "SecurityGroupEgress"] {
                most("rules_per_security_group", group["Properties"][side].as_array().map_or(0, |rules| rules.len() as u64));
            }
        }
    }
    counts.retain(|_, number| *number > 0);
    counts
}

#[test]
fn examples_are_counted_as_cloudformation_has_them() {
    let mut seen = BTreeMap::new();
    for (name, path) in examples() {
        let text = std::fs::read_to_string(&path).unwrap();
        let read = |text: &str| {
            mrc::driver::check(&["net.mr".into()], &[], &mut |wanted| {
                if wanted == "net.mr" { Ok(text.to_owned()) } else { std::fs::read_to_string(path.with_file_name(wanted)) }
            })
        };
        let counts = in_templates(&read(&text));
        let with = |less: Option<&(&str, String)>| {
            let quotas = counts.iter().map(|(key, number)| {
                let number = number - u64::from(less == Some(key));
                format!("quota {} = {number} in {}\n", key.0, key.1)
            });
            let checked = read(&format!("{text}\n{}", quotas.collect::<String>()));
            let over = checked.diagnostics.iter().filter(|each| each.code.name == "over-quota");
            over.map(|each| each.about).collect::<Vec<_>>()
        };
        assert_eq!(with(None), [""; 0], "{name}");
        for key in counts.keys() {
            let found = with(Some(key));
            assert!(!found.is_empty() && found.iter().all(|each| *each == key.0), "{name}: {key:?} {found:?}");
            *seen.entry(key.0).or_insert(0) += 1;
        }
    }
    assert_eq!(seen.len(), 18, "{seen:?}");
}

#[test]
fn the_biggest_contributors_come_first() {
    let more = "for n in range(0, 9) { vpc many${n} in us-east-1 { cidr = 10.77.0.0/24  azs = 1 } }\n";
    let checked = check_text(&format!("{NET}{more}"));
    let found = checked.diagnostics.iter().find(|each| each.about == "vpcs_per_region").unwrap();
    assert_eq!(found.code.name, "over-default-quota");
    assert_eq!(found.labels[0].text, "9 of 13", "{:#?}", messages(&checked));
    assert_eq!(found.labels.len(), 3);
    assert!(found.notes.iter().any(|note| note.starts_with("the other 2 come from 2 more places")), "{:?}", found.notes);
    assert!(found.help.as_ref().unwrap().contains("--quota-code L-F678F1CE --desired-value 13 --region us-east-1"));
    assert!(found.help.as_ref().unwrap().contains("write `quota vpcs_per_region = 13 in us-east-1`"));
}

/// AWS raises internet gateways with VPCs, so that too many VPCs are one mistake.
#[test]
fn what_is_raised_with_another_is_not_said_twice() {
    let vpcs = "for n in range(0, 9) { vpc v${n} in us-east-1 {
  cidr = 10.77.0.0/20
  azs = 1
  subnet public { size = /24  route = internet }
} }\n";
    let text = format!("mr 1\ntopology net {{ regions = [us-east-1] }}\n{vpcs}");
    let names = |text: &str| check_text(text).diagnostics.iter().map(|each| each.about).collect::<Vec<_>>();
    assert_eq!(names(&text), ["vpcs_per_region"]);
    assert_eq!(names(&format!("{text}quota vpcs_per_region = 9\n")), [""; 0]);
    assert_eq!(
        names(&format!("{text}quota vpcs_per_region = 9\nquota internet_gateways_per_region = 8\n")),
        ["internet_gateways_per_region"]
    );
}

/// What lies outside of AWS is told to its gateways by BGP, which goes down when there is too much.
#[test]
fn what_bgp_takes_is_counted_in_the_ranges_behind_it() {
    let ranges = |number: u32| (0..number).map(|n| format!("172.16.{}.{}/28", n / 16, n % 16 * 16)).collect::<Vec<_>>().join(", ");
    let text = |number, routes, allowed| {
        format!(
            "mr 1
topology net {{ regions = [us-east-1] }}
transit_gateway core {{ asn = AS64512 }}
vpc app {{ cidr = 10.0.0.0/16  azs = 1  subnet work {{ size = /24 }}  attach core }}
vpn branch in us-east-1 {{
  to = core
  routes = [{}]
  customer_gateway {{ asn = AS65010  ip = 203.0.113.10 }}
}}
direct_connect lines {{ asn = AS64700  routes = [{}]  associate core {{ allowed = [{}] }} }}
",
            ranges(number).replace("172.16", "172.17"),
            ranges(routes),
            (0..allowed).map(|n| if n == 0 { "10.0.0.0/16".into() } else { format!("10.64.{n}.0/24") }).collect::<Vec<_>>().join(", ")
        )
    };
    let found = |number, routes, allowed| {
        let checked = check_text(&text(number, routes, allowed));
        let quotas = checked.diagnostics.iter().filter(|each| each.code.name.starts_with("over-"));
        quotas.map(|each| (each.about, each.code.name)).collect::<Vec<_>>()
    };
    assert_eq!(found(300, 100, 200), []);
    assert_eq!(
        found(1, 101, 201),
        [("routes_per_direct_connect", "over-default-quota"), ("allowed_per_association", "over-default-quota")]
    );
    assert!(found(1001, 1, 1).contains(&("routes_per_vpn", "over-limit")));
}

/// Accounts have quotas of their own.
#[test]
fn accounts_are_counted_apart() {
    let text = "mr 1
topology net { regions = [us-east-1]  account = prod }
account prod = 111122223333
account test = 444455556666
for n in range(0, 4) {
  vpc p${n} { cidr = 10.0.0.0/16  azs = 1 }
  vpc t${n} in test/us-east-1 { cidr = 10.0.0.0/16  azs = 1 }
}
";
    assert!(check_text(text).diagnostics.is_empty(), "{:#?}", messages(&check_text(text)));
    assert!(is_over(text, "vpcs_per_region", "test/us-east-1", 3));
    assert!(!is_over(text, "vpcs_per_region", "prod/us-east-1", 4));
}

/// What was not counted because of an error elsewhere is not called unused.
#[test]
fn an_allow_of_a_quota_is_judged_only_where_it_was_counted() {
    let text = "mr 1\ntopology net { regions = [us-east-1] }\n@allow(over-default-quota, \"asked for\")\nvpc a { cidr = 10.0.0.0/16 }\n";
    let names = |text: &str| check_text(text).diagnostics.iter().map(|each| each.code.name).collect::<Vec<_>>();
    assert_eq!(names(text), ["unused-suppression"]);
    assert_eq!(
        names(&format!("{text}vpc b {{ cidr = 10.1.0.0/8 }}\n")),
        names("mr 1\ntopology net { regions = [us-east-1] }\nvpc b { cidr = 10.1.0.0/8 }\n")
    );
}

#[test]
fn every_fact_has_a_source_and_a_date() {
    for quota in aws::quotas() {
        let (page, date) = quota.source();
        assert!(page.starts_with("https://docs.aws.amazon.com/") && date.len() == 10 && date.starts_with("20"), "{}", quota.name);
        assert!(quota.most.is_none_or(|most| most >= quota.default), "{}", quota.name);
        assert_eq!(aws::quota(&quota.name).unwrap().title, quota.title, "{} is there twice", quota.name);
    }
    let facts: Value = serde_json::from_str(include_str!("../schema/aws/facts.json")).unwrap();
    for (name, fact) in facts.as_object().unwrap() {
        assert!(fact["source"].is_string() && fact["as_of"].is_string() && fact["what"].is_string(), "{name}");
    }
}
