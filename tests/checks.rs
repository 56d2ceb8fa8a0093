//! Judgments that need more than one page's example.

mod support;

use support::{check_text, messages};

const FRAME: &str = "mr 1\ntopology net { regions = [us-east-1, eu-west-1, ap-south-1] }\n";

/// Names of what a program raises, sorted.
fn raises(text: &str) -> Vec<&'static str> {
    let checked = check_text(&format!("{FRAME}{text}"));
    let mut names: Vec<&str> = checked.diagnostics.iter().map(|each| each.code.name).collect();
    names.sort_unstable();
    names
}

#[track_caller]
fn expect(text: &str, names: &[&str]) {
    let found = raises(text);
    assert_eq!(found, names, "{:#?}", messages(&check_text(&format!("{FRAME}{text}"))));
}

#[test]
fn vpcs_that_never_meet_may_share_a_range() {
    expect("vpc a in us-east-1 { cidr = 10.0.0.0/16 }\nvpc b in us-east-1 { cidr = 10.0.0.0/16 }\n", &[]);
}

#[test]
fn overlap_is_judged_over_regions_and_by_way_of_peerings() {
    let gateways = "transit_gateway core { asn = AS64512..AS64520 }\nvpc a in us-east-1 { cidr = 10.0.0.0/16  attach core }\nvpc b in ap-south-1 { cidr = 10.0.128.0/17  attach core }\n";
    expect(gateways, &[]);
    expect(&format!("{gateways}mesh m {{ of = core }}\n"), &["overlapping-cidrs"]);
    // A chain joins its ends as well: their ranges meet in the middle gateway's tables.
    expect(
        &format!(
            "{gateways}peering x {{ between = [core@us-east-1, core@eu-west-1] }}\npeering y {{ between = [core@eu-west-1, core@ap-south-1] }}\n"
        ),
        &["overlapping-cidrs"],
    );
}

#[test]
fn secondary_and_existing_ranges_overlap_too() {
    expect(
        "vpc a in us-east-1 { cidr = 10.0.0.0/16  secondary = [100.64.0.0/20] }\nvpc b in eu-west-1 { cidr = 100.64.8.0/21 }\npeering p { between = [a@us-east-1, b@eu-west-1] }\n",
        &["overlapping-cidrs"],
    );
    expect(
        "existing vpc old in us-east-1 { id = \"vpc-0123456789abcdef0\"  cidr = 10.0.0.0/16  route_tables = [\"rtb-0123456789abcdef0\"] }\nvpc b in eu-west-1 { cidr = 10.0.4.0/22 }\npeering p { between = [old@us-east-1, b@eu-west-1] }\n",
        &["overlapping-cidrs"],
    );
}

#[test]
fn one_family_is_one_mistake() {
    expect(
        "transit_gateway core { asn = AS64512..AS64520 }\nmesh m { of = core }\nvpc a { cidr = 10.0.0.0/16  attach core }\n",
        &["overlapping-cidrs"],
    );
    expect("vpc a { cidr = 10.0.0.0/8 }\n", &["vpc-size"]);
}

#[test]
fn five_mistakes_are_five_diagnostics() {
    expect(
        "vpc a in us-east-1 { cidr = 10.0.0.1/16 }\nvpc b in us-eest-1 { cidr = 10.1.0.0/16 }\nvpc c in us-east-1 { cidr = 10.2.0.0/8 }\nvpc d in us-east-1 { cidr = 10.3.0.0/16  sie = 3 }\nvpc e in us-east-1 { cidr = 10.4.0.0/16  attach core }\n",
        &["host-bits", "host-bits", "unknown-attribute", "unknown-name", "unknown-region", "vpc-size"],
    );
}

#[test]
fn asns_may_repeat_where_gateways_are_not_joined() {
    let apart = "transit_gateway core { asn = AS64512 }\nvpc a { cidr = /16 from p  attach core }\npool p = 10.0.0.0/8\n";
    expect(apart, &[]);
    expect(&format!("{apart}peering x {{ between = [core@us-east-1, core@eu-west-1] }}\n"), &["duplicate-asn"]);
}

#[test]
fn allocation_keeps_clear_of_what_is_written_and_reserved() {
    let checked = check_text(&format!(
        "{FRAME}pool p = 10.0.0.0/12 {{ reserve 10.0.0.0/16 for \"old\" }}\nvpc fixed in us-east-1 {{ cidr = 10.1.0.0/16 }}\nvpc a in us-east-1 {{ cidr = /16 from p }}\nvpc b in eu-west-1 {{ cidr = /16 from p }}\n"
    ));
    assert!(checked.diagnostics.is_empty(), "{:#?}", messages(&checked));
    let cidr = |name: &str| checked.topology.vpcs.iter().find(|vpc| vpc.name == name).unwrap().ranges[0].cidr.unwrap().to_string();
    assert_eq!((cidr("a"), cidr("b")), ("10.2.0.0/16".to_owned(), "10.3.0.0/16".to_owned()));
}

#[test]
fn region_blocks_come_first_and_zones_do_not_overlap() {
    let checked = check_text(&format!(
        "{FRAME}pool p = 10.0.0.0/8 {{ per_region = /12 }}\nvpc app {{\n  cidr = /16 from p\n  subnet web {{ size = /24 }}\n  subnet app {{ size = /20 }}\n}}\n"
    ));
    let blocks: Vec<String> = checked.topology.pools[0].blocks.iter().map(|block| format!("{} {}", block.region, block.cidr)).collect();
    assert_eq!(blocks, ["ap-south-1 10.0.0.0/12", "eu-west-1 10.16.0.0/12", "us-east-1 10.32.0.0/12"]);
    for vpc in &checked.topology.vpcs {
        let range = vpc.ranges[0].cidr.unwrap();
        let subnets: Vec<_> = vpc.subnets.iter().flat_map(|group| &group.subnets).map(|subnet| subnet.cidr.unwrap()).collect();
        assert_eq!(subnets.len(), 6);
        for (ix, a) in subnets.iter().enumerate() {
            assert!(range.contains(a.network()) && range.contains(a.broadcast()));
            assert!(subnets[ix + 1..].iter().all(|b| !a.contains(b.network()) && !b.contains(a.network())));
        }
    }
}

#[test]
fn suppression_covers_its_item_and_nothing_else() {
    expect(
        "@allow(vpc-size, \"a test bed, NET-1\")\nvpc a in us-east-1 { cidr = 10.0.0.0/8 }\nvpc b in us-east-1 { cidr = 11.0.0.0/8 }\n",
        &["awkward-range", "vpc-size"],
    );
}

#[test]
fn loops_conditions_and_inputs() {
    let text = format!(
        "{FRAME}input env: one_of(dev, prod) = dev\nlet serving = [us-east-1, eu-west-1]\nfor r in serving where r != us-east-1 {{ vpc lab-${{r}} in r {{ cidr = 10.0.0.0/16 }} }}\nif env == prod {{ vpc big in us-east-1 {{ cidr = 10.1.0.0/16 }} }} else {{ vpc small in us-east-1 {{ cidr = 10.2.0.0/24 }} }}\n"
    );
    let names = |given: &[mrc::driver::Given]| {
        let checked = mrc::driver::check(&["net.mr".into()], given, &mut |path| support::only(path, &text));
        assert!(checked.diagnostics.is_empty(), "{:#?}", messages(&checked));
        checked.topology.vpcs.iter().map(|vpc| vpc.name.clone()).collect::<Vec<_>>()
    };
    let given = |value: &str| [mrc::driver::Given { origin: "--set env".into(), name: "env".into(), value: value.into() }];
    assert_eq!(names(&[]), ["lab-eu-west-1", "small"]);
    assert_eq!(names(&given("prod")), ["big", "lab-eu-west-1"]);
    let checked = mrc::driver::check(&["net.mr".into()], &given("test"), &mut |path| support::only(path, &text));
    assert!(checked.diagnostics.iter().any(|each| each.code.name == "bad-input"), "{:#?}", messages(&checked));
}

#[test]
fn files_in_any_order_are_one_topology() {
    let main = format!("{FRAME}use \"./gateways.mr\"\nvpc app in us-east-1 {{ cidr = 10.0.0.0/16  attach core }}\n");
    let gateways = "mr 1\nuse \"./main.mr\"\ntransit_gateway core in us-east-1 { asn = AS64512 }\n";
    let check = |root: &str| {
        mrc::driver::check(&[root.into()], &[], &mut |path| match path {
            "net/main.mr" => Ok(main.clone()),
            "net/gateways.mr" => Ok(gateways.to_owned()),
            _ => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
        })
    };
    let (one, other) = (check("net/main.mr"), check("./net/../net/gateways.mr"));
    assert!(one.diagnostics.is_empty() && other.diagnostics.is_empty(), "{:#?} {:#?}", messages(&one), messages(&other));
    assert!(support::build(&one, &support::cloudformation()) == support::build(&other, &support::cloudformation()));
}

#[test]
fn overrides_apply_in_their_places_only() {
    let checked = check_text(&format!(
        "{FRAME}abstract vpc base {{ cidr = /16 from p  azs = 2  subnet work {{ size = /24 }} }}\npool p = 10.0.0.0/8 {{ per_region = /12 }}\nvpc app like base {{\n  at ap-south-1 {{ azs = 1  subnet work {{ size = /20 }} }}\n}}\n"
    ));
    assert!(checked.diagnostics.is_empty(), "{:#?}", messages(&checked));
    let shape: Vec<(usize, u8)> = checked.topology.vpcs.iter().map(|vpc| (vpc.zones.len(), vpc.subnets[0].subnets[0].prefix)).collect();
    assert_eq!(shape, [(1, 20), (2, 24), (2, 24)]);
}

/// What a kind has no use for is refused, wherever it stands.
#[test]
fn nothing_is_passed_over() {
    let vpc = |inside: &str| format!("vpc app in us-east-1 {{ cidr = 10.0.0.0/16  {inside} }}\n");
    let cases = [
        (vpc("subnet a in us-east-1 { size = /24 }"), "wrong-head"),
        (vpc("subnet a = /24 { size = /24 }"), "wrong-head"),
        (vpc("existing subnet a { size = /24 }"), "wrong-head"),
        (vpc("subnet a { size = /24 }\n subnet b like a { size = /24 }"), "wrong-head"),
        (vpc("route 192.168.0.0/16 via internet { metric = 3 }"), "wrong-head"),
        (vpc("at eu-west-1 { azs = 2 }"), "no-instance-here"),
        (vpc("flow_logs = cloudwatch { retention = 30d  format = 2 }"), "unknown-attribute"),
        (vpc("flow_logs = cloudwatch { subnet a { } }"), "misplaced-item"),
        (format!("{}pool p = 10.0.0.0/8 in us-east-1\n", vpc("secondary = [/20 from p]")), "place-not-allowed"),
        ("key k { primary in us-east-1 { rotation = off } }\nbucket b in us-east-1 { encryption = k }\n".into(), "wrong-head"),
        ("table t { key = { id: string }  at us-east-1 { pitr = off } }\n".into(), "not-supported-yet"),
        (format!("{}region us-east-1 {{ code = \"x\" }}\n", vpc("")), "unknown-attribute"),
        ("existing bucket b in us-east-1 { }\n".into(), "not-supported-yet"),
    ];
    for (text, name) in cases {
        expect(&text, &[name]);
    }
    let checked = check_text("mr 1\ntopology net { if true { regions = [us-east-1] } }\n");
    assert!(checked.has_errors());
}

#[test]
fn a_star_after_an_account_is_all_of_its_regions_and_no_comment() {
    let text = format!(
        "{FRAME}account prod = 111122223333
account tools = 444455556666
vpc app in prod/us-east-1 {{ cidr = 10.0.0.0/16 }}
vpc ci in tools/* {{ cidr = 10.1.0.0/16/* each its own */ }}
vpc lab in tools/us-east-1/* here only */ {{ cidr = 10.2.0.0/16 }}
"
    );
    let checked = check_text(&text);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    let names: Vec<String> = checked.topology.vpc_ids().map(|id| checked.topology.vpc_name(id)).collect();
    let expected = ["app@prod/us-east-1", "ci@tools/ap-south-1", "ci@tools/eu-west-1", "ci@tools/us-east-1", "lab@tools/us-east-1"];
    assert_eq!(names, expected);
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let checked = check_text(&format!("\u{feff}{FRAME}vpc a in us-east-1 {{ cidr = 10.0.0.0/16 }}\n"));
    assert!(checked.diagnostics.is_empty(), "{:#?}", messages(&checked));
}

#[test]
fn a_fix_of_a_name_keeps_what_follows_it() {
    let checked = check_text(&format!(
        "{FRAME}vpc shop {{ cidr = /16 from corp  subnet work {{ size = /24 }} }}
pool corp = 10.0.0.0/8
assert reachable(shpo@us-east-1.work[a], shop@us-east-1.wrok[b])
"
    ));
    let fixes: Vec<&str> = checked.diagnostics.iter().flat_map(|each| &each.fix).map(|fix| fix.text.as_str()).collect();
    assert_eq!(fixes, ["shop@us-east-1.work[a]", "shop@us-east-1.work[b]"]);
}

#[test]
fn an_assertion_about_nothing_is_refused_unless_something_else_is_wrong() {
    let text = "transit_gateway core { asn = AS64512..AS64520 }
mesh m { of = core }
segment prod { on = core }
segment none { on = core }
vpc a in us-east-1 { cidr = 10.0.0.0/16  subnet s { size = /24 }  attach core { segment = prod } }
assert isolated(none, prod)
";
    expect(text, &["no-instance-here"]);
    expect(&text.replace("segment = prod", "segment = porodu"), &["unknown-name"]);
}

#[test]
fn what_a_pool_gives_of_dockers_range_is_reserved_and_moves() {
    let text = "pool office = 172.16.0.0/12 { per_region = /16 }\nvpc a { cidr = /20 from office }\n";
    let checked = check_text(&format!("{FRAME}{text}"));
    let help = checked.diagnostics.iter().find_map(|each| each.help.clone()).unwrap_or_default();
    assert!(help.contains("reserve 172.17.0.0/16") && help.contains("--release 'a@"), "{help}");
    expect(&text.replace("{ per", "{\n  reserve 172.17.0.0/16 for \"Docker\"\n  per"), &[]);
}

/// On the boundary of what AWS takes, and one beyond it.
#[test]
fn tags_are_within_the_limits_of_aws() {
    let vpc = |tags: &str| format!("vpc a in us-east-1 {{ cidr = 10.0.0.0/16  tags = {{ {tags} }} }}\n");
    let tag = |key: usize, value: usize| vpc(&format!("\"{}\": \"{}\"", "k".repeat(key), "v".repeat(value)));
    expect(&tag(128, 256), &[]);
    expect(&tag(129, 1), &["bad-tag"]);
    expect(&tag(1, 257), &["bad-tag"]);
    expect(&tag(1, 0), &[]);
    for bad in [
        "\"\": \"x\"",
        "\"aws:x\": \"x\"",
        "\"AWS:x\": \"x\"",
        "x: \"a,b\"",
        "\"a|b\": \"x\"",
        "Name: \"x\"",
        "name: \"x\"",
        "x: \"a\\nb\"",
    ] {
        expect(&vpc(bad), &["bad-tag"]);
    }
    expect(&vpc("x: \"a\", X: \"b\""), &["bad-tag"]);
    expect(&vpc("\"x.y:z/=+-@_\": \"Großes Netz 1\", xawsy: \"aws: fine\""), &[]);
}

#[test]
fn inherited_tags_count() {
    let tags = |from: usize, to: usize| (from..to).map(|ix| format!("t{ix}: \"x\"")).collect::<Vec<_>>().join(", ");
    let names = |topology: &str, vpc: &str, group: &str| -> Vec<&'static str> {
        let text = format!(
            "mr 1\ntopology net {{ regions = [us-east-1]  tags = {{ {topology} }} }}\nvpc a {{ cidr = 10.0.0.0/16  tags = {{ {vpc} }}  subnet work {{ size = /24  tags = {{ {group} }} }} }}\n"
        );
        check_text(&text).diagnostics.iter().map(|each| each.code.name).collect()
    };
    assert!(names(&tags(0, 20), &tags(20, 40), &tags(40, 49)).is_empty());
    assert!(names(&tags(0, 49), &tags(0, 49), &tags(0, 49)).is_empty(), "the same key once");
    assert_eq!(names(&tags(0, 20), &tags(20, 40), &tags(40, 50)), ["too-many-tags"]);
    assert_eq!(names(&tags(0, 20), &tags(20, 50), ""), ["too-many-tags"]);
    assert_eq!(names(&tags(0, 50), "", ""), ["too-many-tags"]);
    assert_eq!(names("owner: \"x\"", "Owner: \"y\"", ""), ["too-many-tags"]);
}

#[test]
fn nothing_of_the_source_becomes_a_dynamic_reference() {
    let reference = "{{resolve:ssm:/prod/db}}";
    expect(&format!("vpc a in us-east-1 {{ cidr = 10.0.0.0/16  tags = {{ note: \"{reference}\" }} }}\n"), &["dynamic-reference"]);
    expect(&format!("/// {reference}\nvpc a in us-east-1 {{ cidr = 10.0.0.0/16 }}\n"), &["dynamic-reference"]);
    expect(
        &format!("vpc a in us-east-1 {{\n  cidr = 10.0.0.0/16\n  /// {reference}\n  subnet work {{ size = /24 }}\n}}\n"),
        &["dynamic-reference"],
    );
    expect(
        "let start = \"{{res\"\nvpc a in us-east-1 { cidr = 10.0.0.0/16  tags = { note: start + \"olve:ssm:/x}}\" } }\n",
        &["dynamic-reference"],
    );
    expect(
        "let word = resolve\nvpc a in us-east-1 { cidr = 10.0.0.0/16  tags = { note: \"{{${word}:ssm:/x}}\" } }\n",
        &["dynamic-reference"],
    );
    expect(
        &format!(
            "existing vpc a in us-east-1 {{ id = \"{reference}\"  cidr = 10.0.0.0/16 }}\nvpc b in us-east-1 {{ cidr = 10.1.0.0/16 }}\npeering p {{ between = [a@us-east-1, b@us-east-1] }}\n"
        ),
        &["dynamic-reference"],
    );
    expect("/// {{ resolve it }}\nvpc a in us-east-1 { cidr = 10.0.0.0/16 }\n", &[]);
}

#[test]
fn ranges_of_gateways_overlap_nothing_that_they_reach() {
    let gateway = "transit_gateway core { asn = AS64512..AS64520  at us-east-1 { cidr_blocks = [10.9.0.0/20] } }\n";
    let mesh = "mesh m { of = core }\n";
    let vpc = |region: &str, cidr: &str| format!("vpc v in {region} {{ cidr = {cidr}  attach core }}\n");
    expect(&format!("{gateway}{}", vpc("us-east-1", "10.9.8.0/24")), &["gateway-range-overlap"]);
    expect(&format!("{gateway}{}", vpc("us-east-1", "10.9.16.0/24")), &[]);
    // Over a peering too, and not without one.
    expect(&format!("{gateway}{mesh}{}", vpc("eu-west-1", "10.9.8.0/24")), &["gateway-range-overlap"]);
    expect(&format!("{gateway}{}", vpc("eu-west-1", "10.9.8.0/24")), &[]);
    let vpn = "vpn office in us-east-1 { to = core  customer_gateway { ip = 203.0.113.1  asn = AS65010 }  routes = [10.9.1.0/24] }\n";
    expect(&format!("{gateway}{vpn}{}", vpc("us-east-1", "10.1.0.0/24")), &["gateway-range-overlap"]);
    let two = "transit_gateway core { asn = AS64512..AS64520  cidr_blocks = [10.9.0.0/20] }\n";
    let found = raises(&format!("{two}{mesh}{}", vpc("us-east-1", "10.1.0.0/24")));
    assert!(found.contains(&"gateway-range-overlap"), "{found:?}");
    // Allocation keeps clear of them.
    let checked = check_text(&format!("{FRAME}{gateway}pool p = 10.9.0.0/16\nvpc v in us-east-1 {{ cidr = /20 from p  attach core }}\n"));
    assert!(checked.diagnostics.is_empty(), "{:?}", messages(&checked));
}
