//! Who reaches whom over gateways: a packet is followed through the tables, table by table.

mod support;

use std::net::IpAddr;

use mrc::driver::{Checked, Target};
use mrc::graph::{Graph, Value};
use mrc::routing::{Edge, TableOf};
use mrc::topology::{DefaultRoute, Ends, GatewayId, PartyMember, Protocol, RouteTarget, VpcId};
use support::{build, check_text, cloudformation, messages, terraform};

const FRAME: &str = "mr 1
topology net { regions = [us-east-1, eu-west-1, ap-south-1] }
pool corp = 10.0.0.0/8 { per_region = /12 }
transit_gateway core { asn = AS64512..AS64520 }
";

const MESH: &str = "mesh backbone { of = core }\n";

/// A VPC family with one subnet group.
fn vpc(name: &str, attach: &str) -> String {
    format!("vpc {name} {{\n  cidr = /16 from corp\n  subnet work {{ size = /24 }}\n  attach core {attach}\n}}\n")
}

#[track_caller]
fn check(text: &str) -> Checked {
    let checked = check_text(&format!("{FRAME}{text}"));
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    checked
}

/// Where a packet from a VPC ends: in a VPC, or nowhere.
fn send(checked: &Checked, from: VpcId, to: IpAddr) -> Option<VpcId> {
    let topology = &checked.topology;
    let in_vpc = |id: VpcId| topology.vpc(id).cidrs().any(|cidr| IpAddr::V4(cidr.ip()) == to || cidr.contains(v4(to)));
    if in_vpc(from) {
        return Some(from);
    }
    let tables = &checked.routing.vpcs[from.0 as usize];
    let routes = tables.iter().flat_map(|table| &table.routes).filter(|route| route.destination.contains(to));
    match routes.max_by_key(|route| route.destination.prefix())?.target {
        RouteTarget::Gateway(gateway) => enter(checked, gateway, Edge::Vpc(from), to, 0),
        RouteTarget::Peering(_) | RouteTarget::Internet | RouteTarget::Outbound | RouteTarget::Nat | RouteTarget::Firewall(..) => None,
    }
}

fn v4(address: IpAddr) -> std::net::Ipv4Addr {
    match address {
        IpAddr::V4(address) => address,
        IpAddr::V6(_) => unreachable!("these tests are about IPv4"),
    }
}

fn enter(checked: &Checked, gateway: GatewayId, by: Edge, to: IpAddr, hops: u32) -> Option<VpcId> {
    assert!(hops < 8, "it goes round in circles");
    let topology = &checked.topology;
    let table = checked.routing.table_of(gateway, by)?;
    // Longest prefix, and of two alike the static one.
    let mut best: Option<(u8, bool, Option<Edge>)> = None;
    let mut take = |found: (u8, bool, Option<Edge>)| {
        if best.is_none_or(|best| (found.0, found.1) > (best.0, best.1)) {
            best = Some(found);
        }
    };
    for edge in &table.propagated {
        if let Edge::Vpc(id) = edge {
            topology.vpc(*id).cidrs().filter(|cidr| cidr.contains(v4(to))).for_each(|cidr| take((cidr.prefix(), false, Some(*edge))));
        }
    }
    for route in table.routes.iter().filter(|route| route.destination.contains(to)) {
        take((route.destination.prefix(), true, route.target));
    }
    match best?.2? {
        // What is not its own a VPC hands on by the table of its attachment; here that is the internet.
        Edge::Vpc(id) => Some(id),
        Edge::Uplink(_) => None,
        Edge::Peering(id) => {
            let Ends::Gateways(a, b) = topology.peering(id).ends else { unreachable!("a gateway has peerings of gateways") };
            enter(checked, if a == gateway { b } else { a }, Edge::Peering(id), to, hops + 1)
        }
    }
}

fn find(checked: &Checked, name: &str) -> VpcId {
    let found = checked.topology.vpc_ids().find(|id| checked.topology.vpc_name(*id) == name);
    found.unwrap_or_else(|| panic!("no vpc {name}"))
}

/// Whether packets and answers pass.
fn reaches(checked: &Checked, a: &str, b: &str) -> bool {
    let (a, b) = (find(checked, a), find(checked, b));
    let address = |id: VpcId| IpAddr::V4(checked.topology.vpc(id).cidrs().next().unwrap().nth(100).unwrap());
    send(checked, a, address(b)) == Some(b) && send(checked, b, address(a)) == Some(a)
}

#[track_caller]
fn expect(checked: &Checked, pairs: &[(&str, &str, bool)]) {
    for (a, b, wanted) in pairs {
        assert_eq!(reaches(checked, a, b), *wanted, "{a} and {b}");
    }
}

fn segments() -> String {
    format!(
        "{MESH}segment prod {{ on = core }}\nsegment dev {{ on = core }}\n{}{}{}",
        vpc("shop", "{ segment = prod }"),
        vpc("bank", "{ segment = prod }"),
        vpc("lab", "{ segment = dev }")
    )
}

#[test]
fn a_segment_is_one_over_all_regions() {
    expect(
        &check(&segments()),
        &[
            ("shop@us-east-1", "bank@us-east-1", true),
            ("shop@us-east-1", "bank@eu-west-1", true),
            ("lab@us-east-1", "lab@ap-south-1", true),
            ("shop@us-east-1", "lab@us-east-1", false),
        ],
    );
}

/// Separated at home, they must not meet in the other region's table.
#[test]
fn segments_do_not_meet_in_the_second_region() {
    let checked = check(&segments());
    for region in ["us-east-1", "eu-west-1", "ap-south-1"] {
        for other in ["us-east-1", "eu-west-1", "ap-south-1"] {
            expect(&checked, &[(&format!("shop@{region}"), &format!("lab@{other}"), false)]);
        }
    }
}

#[test]
fn members_of_an_isolated_segment_reach_only_what_a_rule_allows() {
    let text = format!(
        "{MESH}segment shared {{ on = core }}\nsegment dev {{\n  on = core\n  isolated = on\n}}\nallow dev -> shared\n{}{}",
        vpc("lab", "{ segment = dev }"),
        vpc("tools", "{ segment = shared }")
    );
    expect(
        &check(&text),
        &[
            ("lab@us-east-1", "tools@us-east-1", true),
            ("lab@us-east-1", "tools@eu-west-1", true),
            ("lab@us-east-1", "lab@eu-west-1", false),
        ],
    );
}

#[test]
fn deny_beats_allow_and_names_instances() {
    let text = format!("{}allow prod <-> dev\ndeny shop@eu-west-1 <-> lab@us-east-1\n", segments());
    expect(
        &check(&text),
        &[
            ("shop@us-east-1", "lab@us-east-1", true),
            ("shop@eu-west-1", "lab@eu-west-1", true),
            ("shop@eu-west-1", "lab@us-east-1", false),
            ("bank@eu-west-1", "lab@us-east-1", true),
        ],
    );
}

/// `lab` lies in the block that a summary to its region would open.
#[test]
fn no_summary_opens_what_is_closed() {
    let checked = check(&segments());
    let home = checked.topology.gateway_ids().find(|id| checked.topology.gateway_name(*id) == "core@us-east-1").unwrap();
    let table = checked.routing.table_of(home, Edge::Vpc(find(&checked, "shop@us-east-1"))).unwrap();
    assert!(table.routes.iter().all(|route| route.target.is_none() || route.destination.prefix() > 12), "{:#?}", table.routes);
}

fn with_egress(rules: &str) -> String {
    let edge = "vpc edge in us-east-1 {\n  cidr = /24 from corp\n  azs = 2\n  nat = per_az\n  subnet public { size = /28  route = internet }\n  attach core\n}\n";
    let out = "egress out in us-east-1, eu-west-1 {\n  from = [prod, dev]\n  via = edge@us-east-1\n}\n";
    format!("{edge}{out}{}{rules}", segments().replace("work { size = /24 }", "work { size = /24  route = core }"))
        .replace("attach core { segment = prod }\n}", "attach core { segment = prod }\n  at ap-south-1 { subnet work { route = none } }\n}")
        .replace("attach core { segment = dev }\n}", "attach core { segment = dev }\n  at ap-south-1 { subnet work { route = none } }\n}")
}

/// Answers of the NAT gateways get to a VPC; what it sends to the VPC of the egress itself gets nowhere.
#[track_caller]
fn comes_back(checked: &Checked, name: &str) {
    let (from, edge) = (find(checked, name), find(checked, "edge@us-east-1"));
    let address = |id: VpcId| IpAddr::V4(checked.topology.vpc(id).cidrs().next().unwrap().nth(100).unwrap());
    assert_eq!(send(checked, edge, address(from)), Some(from), "{name}");
    assert_eq!(send(checked, from, address(edge)), None, "{name}");
}

const INTERNET: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(198, 51, 100, 1));

#[test]
fn the_way_out_is_over_peerings_too_and_comes_back() {
    let checked = check(&with_egress(""));
    let edge = find(&checked, "edge@us-east-1");
    for name in ["shop@us-east-1", "lab@us-east-1", "shop@eu-west-1", "lab@eu-west-1"] {
        assert_eq!(send(&checked, find(&checked, name), INTERNET), Some(edge), "{name}");
        comes_back(&checked, name);
    }
    assert_eq!(send(&checked, find(&checked, "shop@ap-south-1"), INTERNET), None);
}

/// A default route leads past what policy closes: the way out must not be a way in.
#[test]
fn a_deny_does_not_leak_through_the_default_route() {
    let checked = check(&with_egress("deny bank <-> shop\n"));
    let leaks = |from: &str, to: &str| {
        let to = checked.topology.vpc(find(&checked, to)).cidrs().next().unwrap().nth(100).unwrap();
        send(&checked, find(&checked, from), IpAddr::V4(to))
    };
    for (from, to) in [("shop@us-east-1", "lab@us-east-1"), ("shop@eu-west-1", "lab@us-east-1"), ("bank@eu-west-1", "shop@us-east-1")] {
        assert_eq!(leaks(from, to), None, "{from} to {to}");
    }
    expect(&checked, &[("shop@us-east-1", "shop@eu-west-1", true)]);
    // Nor does it lead to addresses of the pool that nobody has yet.
    assert_eq!(send(&checked, find(&checked, "shop@eu-west-1"), "10.200.0.1".parse().unwrap()), None);
}

#[test]
fn out_of_a_star_through_its_hub() {
    let star = "star wheel {\n  of = core\n  hub = eu-west-1\n}\n";
    let text = with_egress("").replace(MESH, star).replace("in us-east-1, eu-west-1 {\n  from", "in us-east-1, ap-south-1 {\n  from");
    let text = text.replace("at ap-south-1 { subnet work { route = none } }", "at eu-west-1 { subnet work { route = none } }");
    let checked = check(&text);
    let edge = find(&checked, "edge@us-east-1");
    assert_eq!(send(&checked, find(&checked, "shop@ap-south-1"), INTERNET), Some(edge));
    expect(&checked, &[("shop@ap-south-1", "shop@us-east-1", true), ("shop@ap-south-1", "lab@us-east-1", false)]);
    comes_back(&checked, "shop@ap-south-1");
}

/// A firewall keeps state, so both directions pass the endpoint of one zone.
#[test]
fn what_is_inspected_comes_back_the_same_way() {
    let text = std::fs::read_to_string(support::root().join("examples/central-egress/net.mr")).unwrap();
    let checked = check_text(&text);
    let edge = find(&checked, "edge@eu-central-1");
    let vpc = checked.topology.vpc(edge);
    assert!(checked.topology.appliance_mode(edge, &vpc.attachments[0]));
    let tables = &checked.routing.vpcs[edge.0 as usize];
    for (zone, letter) in vpc.zones.iter().map(|zone| &zone.letter).enumerate() {
        let in_zone = |wanted: &dyn Fn(&mrc::routing::TableOf) -> bool| {
            tables.iter().find(|table| wanted(&table.of) && table.zone.as_ref() == Some(letter)).unwrap()
        };
        let attachment = in_zone(&|of| matches!(of, mrc::routing::TableOf::Attachment(_)));
        let out = attachment.routes.iter().find(|route| route.destination.prefix() == 0).unwrap();
        assert!(matches!(out.target, RouteTarget::Firewall(_, to) if to == zone));
        let public = in_zone(&|of| matches!(of, mrc::routing::TableOf::Group(ix) if vpc.subnets[*ix].route == DefaultRoute::Internet));
        for route in public.routes.iter().filter(|route| route.destination.prefix() > 0) {
            assert!(matches!(route.target, RouteTarget::Firewall(_, to) if to == zone), "{route:?}");
        }
        // The public subnets are reached by the endpoint that they answer through.
        for subnet in vpc.subnets.iter().filter(|group| group.route == DefaultRoute::Internet).flat_map(|group| &group.subnets) {
            let there = attachment.routes.iter().find(|route| route.destination == subnet.cidr.unwrap().into()).unwrap();
            assert!(matches!(there.target, RouteTarget::Firewall(_, to) if vpc.zones[to] == subnet.zone));
        }
    }
}

#[test]
fn exact_control_stands_beside_intent() {
    let text = format!(
        "{MESH}segment prod {{\n  on = core\n  blackhole = [10.255.0.0/16]\n  propagate = [tools]\n  route 192.0.2.0/24 via tools\n}}\nsegment dev {{\n  on = core\n  associate = [lab]\n}}\n{}{}{}",
        vpc("shop", "{ segment = prod }"),
        vpc("lab", ""),
        vpc("tools", "")
    );
    let checked = check(&text);
    let shop = find(&checked, "shop@us-east-1");
    assert_eq!(send(&checked, shop, "192.0.2.7".parse().unwrap()), Some(find(&checked, "tools@us-east-1")));
    assert_eq!(send(&checked, shop, "10.255.0.1".parse().unwrap()), None);
    // One way only, as `propagate` says.
    expect(&checked, &[("shop@us-east-1", "tools@us-east-1", false), ("lab@us-east-1", "lab@eu-west-1", true)]);
    expect(&checked, &[("lab@us-east-1", "shop@us-east-1", false)]);
}

#[test]
fn one_more_vpc_changes_only_its_region() {
    let frame = "mr 1\ntopology net { regions = [us-east-1, eu-west-1, ap-south-1] }\npool a = 10.0.0.0/10 { per_region = /12 }\npool b = 10.64.0.0/10 { per_region = /12 }\ntransit_gateway core { asn = AS64512..AS64520 }\nmesh m { of = core }\nsegment prod { on = core }\nsegment dev { on = core }\n";
    let vpc = |name: &str, pool: &str, segment: &str, at: &str| {
        format!(
            "vpc {name}{at} {{\n  cidr = /16 from {pool}\n  subnet work {{ size = /24 }}\n  attach core {{ segment = {segment} }}\n}}\n"
        )
    };
    let before = format!("{frame}{}{}", vpc("lab", "b", "dev", ""), vpc("shop", "a", "prod", ""));
    let after = format!("{before}{}", vpc("spare", "a", "prod", " in eu-west-1"));
    for target in [cloudformation(), terraform()] {
        let (before, after) = (check_text(&before), check_text(&after));
        assert!(!after.has_errors(), "{:#?}", messages(&after));
        let before = build(&before, &target);
        for (file, bytes) in build(&after, &target) {
            let same = before.iter().any(|(other, old)| *other == file && *old == bytes);
            let of_region = file.contains("eu-west-1") || !file.contains('/');
            assert!(same || of_region, "{file} changes for a VPC in eu-west-1");
        }
    }
}

/// Whether rules say that a VPC may start connections to a subnet group on a TCP port.
fn may_start(checked: &Checked, from: VpcId, to: (VpcId, usize), port: u16) -> bool {
    let topology = &checked.topology;
    let segment = |id: VpcId| topology.vpc(id).attachments.first().and_then(|each| each.segment);
    let is = |members: &[PartyMember], id: VpcId, group: Option<usize>| {
        members.iter().any(|member| match *member {
            PartyMember::Segment(found) => segment(id) == Some(found),
            PartyMember::Vpc(found) => found == id,
            PartyMember::Group(found, ix) => found == id && group.is_none_or(|group| group == ix),
            PartyMember::Behind(_) | PartyMember::Uplink(_) => false,
        })
    };
    topology.rules.iter().filter(|rule| !rule.deny && (!rule.both || !rule.ports.is_empty())).any(|rule| {
        let matches = |a: &[PartyMember], b: &[PartyMember]| is(a, from, None) && is(b, to.0, Some(to.1)) && from != to.0;
        let way = matches(&rule.from.members, &rule.to.members) || (rule.both && matches(&rule.to.members, &rule.from.members));
        let port = rule.ports.is_empty()
            || rule.ports.iter().any(|ports| ports.protocol == Protocol::Tcp && (ports.first..=ports.last).contains(&port));
        way && port
    })
}

/// What the emitted groups of a subnet let in, read from the graph.
fn lets_in(graph: &Graph, place: mrc::graph::PlaceId, paths: &[String], address: IpAddr, port: u16) -> bool {
    let groups =
        graph.resources.iter().filter(|each| each.role == "allowed" && each.place == place && paths.contains(&each.path.to_string()));
    groups.flat_map(|group| &group.props).filter(|(name, _)| *name == "ingress").any(|(_, rules)| {
        let Value::List(rules) = rules else { unreachable!("ingress is a list") };
        rules.iter().any(|rule| {
            let Value::Struct(fields) = rule else { unreachable!("a rule is a structure") };
            let field = |wanted: &str| fields.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
            let (Some(Value::Str(cidr)), Some(Value::Str(protocol))) = (field("cidr_ip"), field("ip_protocol")) else {
                unreachable!("texts")
            };
            let port = match (field("from_port"), field("to_port")) {
                (Some(Value::Int(first)), Some(Value::Int(last))) => (*first..=*last).contains(&i64::from(port)) && &**protocol == "tcp",
                _ => &**protocol == "-1",
            };
            let cidr: ipnetwork::IpNetwork = cidr.parse().unwrap();
            cidr.contains(address) && port
        })
    })
}

#[test]
fn ingress_is_exactly_what_the_rules_say() {
    let mixed = format!(
        "{}allow prod -> dev: tcp 443, 8000..8100\nallow lab.work@us-east-1 <-> bank: tcp 5432\nallow lab@eu-west-1 -> shop\nallow dev -> shop: udp 53\n",
        segments().replace("lab.work@us-east-1", "lab.work")
    )
    .replace("lab.work@us-east-1", "lab@us-east-1.work");
    let example = std::fs::read_to_string(support::root().join("examples/segmented/net.mr")).unwrap();
    let (mut yes, mut no) = (0, 0);
    for checked in [check(&mixed), check_text(&example)] {
        let topology = &checked.topology;
        let graph = checked.graph();
        for to in topology.vpc_ids() {
            let vpc = topology.vpc(to);
            for (ix, group) in vpc.subnets.iter().enumerate() {
                let paths = [format!("vpc/{}", vpc.name), format!("vpc/{}/subnet/{}", vpc.name, group.name)];
                for from in topology.vpc_ids().filter(|from| *from != to) {
                    let address = topology.vpc(from).subnets[0].subnets[0].cidr.unwrap().nth(7).unwrap();
                    for port in [53, 443, 5432, 8000, 8100, 8101] {
                        let wanted = may_start(&checked, from, (to, ix), port);
                        let found = lets_in(graph, vpc.place, &paths, IpAddr::V4(address), port);
                        assert_eq!(found, wanted, "{} to {} {} on {port}", topology.vpc_name(from), topology.vpc_name(to), group.name);
                        if wanted { yes += 1 } else { no += 1 }
                    }
                }
            }
        }
    }
    assert!(yes > 50 && no > 50, "{yes} {no}");
}

#[test]
fn a_deny_takes_the_ingress_with_it() {
    let checked = check(&format!("{}allow prod -> dev: tcp 443\ndeny shop@us-east-1 <-> lab\n", segments()));
    let lab = find(&checked, "lab@eu-west-1");
    let ingress = checked.routing.ingress.iter().find(|each| each.vpc == lab).unwrap();
    let denied = checked.topology.vpc(find(&checked, "shop@us-east-1")).cidrs().next().unwrap();
    assert!(ingress.opens.iter().all(|opening| !opening.from.contains(IpAddr::V4(denied.ip()))), "{ingress:?}");
    assert!(!ingress.opens.is_empty());
}

#[test]
fn groups_of_one_vpc_are_told_apart_by_ingress() {
    let text = "segment prod { on = core }\nvpc app in us-east-1 {\n  cidr = /16 from corp\n  azs = 1\n  subnet web { size = /24 }\n  subnet data { size = /24 }\n  attach core { segment = prod }\n}\nallow app.web -> app.data: tcp 5432\n";
    let checked = check(text);
    let app = find(&checked, "app@us-east-1");
    let vpc = checked.topology.vpc(app);
    let of = |name: &str| vpc.subnets.iter().position(|group| group.name == name).unwrap();
    let [ingress] = &checked.routing.ingress[..] else { panic!("{:?}", checked.routing.ingress) };
    assert_eq!((ingress.vpc, ingress.group), (app, Some(of("data"))));
    let [opening] = &ingress.opens[..] else { panic!("{ingress:?}") };
    assert_eq!(opening.from, vpc.subnets[of("web")].subnets[0].cidr.unwrap().into());
}

#[test]
fn what_one_gateway_closes_the_other_may_open() {
    let checked = check(&format!(
        "{MESH}transit_gateway partner {{ asn = AS64600..AS64610 }}
mesh theirs {{ of = partner }}
segment dmz {{ on = partner  isolated = on }}
segment outside {{ on = partner }}
allow outside <-> dmz
{}{}{}",
        vpc("app", ""),
        vpc("edge", "\n  attach partner { segment = dmz }"),
        vpc("ext", "").replace("attach core", "attach partner { segment = outside }"),
    ));
    expect(
        &checked,
        &[
            ("app@us-east-1", "edge@eu-west-1", true),
            ("edge@us-east-1", "edge@eu-west-1", true),
            ("edge@us-east-1", "ext@ap-south-1", true),
            ("app@us-east-1", "ext@us-east-1", false),
            ("app@us-east-1", "ext@eu-west-1", false),
        ],
    );
}

#[test]
fn what_lies_behind_an_existing_gateway_is_answered_and_answers() {
    let yard = "existing transit_gateway yard in us-east-1 {
  id = \"tgw-0123456789abcdef0\"
  asn = AS64900
  route_table = \"tgw-rtb-0123456789abcdef0\"
  default_association = on
  routes = [172.20.0.0/14]
}
peering line { between = [yard@us-east-1, core@us-east-1] }
allow prod <-> yard
assert reachable(shop@us-east-1, yard)
assert reachable(yard, shop@us-east-1)
assert isolated(yard, lab)
assert isolated(lab, yard)
";
    check(&format!("{}{yard}", segments()));
    // Its one table would let what is attached there reach the same.
    let attached = vpc("old", "").replace("attach core", "attach yard").replace("vpc old", "vpc old in us-east-1");
    let checked = check_text(&format!("{FRAME}{}{yard}{attached}", segments()));
    assert!(checked.diagnostics.iter().any(|each| each.code.name == "policy-not-kept"), "{:#?}", messages(&checked));
}

#[test]
fn an_attachment_may_differ_in_a_place() {
    let lab = vpc("lab", "{ segment = dev }").replace("}\n}", "}\n  at us-east-1 { attach core { segment = prod } }\n}");
    let checked = check(&segments().replace(&vpc("lab", "{ segment = dev }"), &lab));
    expect(
        &checked,
        &[
            ("lab@us-east-1", "shop@eu-west-1", true),
            ("lab@us-east-1", "lab@eu-west-1", false),
            ("lab@ap-south-1", "lab@eu-west-1", true),
            ("lab@ap-south-1", "shop@eu-west-1", false),
        ],
    );
}

#[test]
fn a_deny_of_a_segment_is_kept_over_each_gateway_of_its_members() {
    let checked = check(&format!(
        "{MESH}transit_gateway partner {{ asn = AS64600..AS64610 }}
segment prod {{ on = core }}
segment outside {{ on = partner }}
deny outside <-> vault
{}{}{}",
        vpc("relay", "{ segment = prod }\n  attach partner { segment = outside }"),
        vpc("vault", "{ segment = prod }"),
        vpc("shop", "{ segment = prod }"),
    ));
    let closed = |a, b| (a, b, false);
    expect(
        &checked,
        &[
            closed("relay@us-east-1", "vault@us-east-1"),
            closed("vault@eu-west-1", "relay@us-east-1"),
            ("relay@us-east-1", "shop@us-east-1", true),
            ("relay@us-east-1", "shop@eu-west-1", true),
            ("vault@us-east-1", "shop@eu-west-1", true),
        ],
    );
}

/// The edges that a VPC's packets to an address may take out of its gateway.
fn ways(checked: &Checked, from: &str, to: &str) -> Vec<Edge> {
    let (vpc, to): (VpcId, IpAddr) = (find(checked, from), to.parse().unwrap());
    let gateway = checked.topology.vpc(vpc).attachments[0].gateway;
    let table = checked.routing.table_of(gateway, Edge::Vpc(vpc)).unwrap();
    let fixed = table.routes.iter().filter(|route| route.destination.contains(to)).max_by_key(|route| route.destination.prefix());
    match fixed {
        // Static routes are before learnt ones of the same range.
        Some(route) => route.target.into_iter().collect(),
        None => {
            let has = |edge: &&Edge| matches!(edge, Edge::Uplink(id) if checked.topology.uplink(*id).routes.iter().any(|cidr| cidr.block().contains(v4(to))));
            table.propagated.iter().filter(has).copied().collect()
        }
    }
}

#[test]
fn what_is_outside_is_reached_the_near_way_and_by_who_may() {
    let text = std::fs::read_to_string(support::root().join("examples/hybrid/net.mr")).unwrap();
    let checked = check_text(&text);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    let place = |edge: &Edge| match edge {
        Edge::Uplink(id) => checked.topology.uplink_name(*id),
        Edge::Peering(id) => checked.topology.peering(*id).name.clone(),
        Edge::Vpc(id) => checked.topology.vpc_name(*id),
    };
    let ways = |from: &str, to: &str| ways(&checked, from, to).iter().map(place).collect::<Vec<_>>();
    // Both regions have lines; neither goes round by the other.
    assert_eq!(ways("shop@us-east-1", "172.16.0.9"), ["lines@us-east-1"]);
    assert_eq!(ways("shop@eu-central-1", "172.16.0.9"), ["lines@eu-central-1"]);
    // The branch is in one region, and known in the other.
    assert_eq!(ways("shop@eu-central-1", "192.168.1.1"), ["branch@eu-central-1"]);
    assert_eq!(ways("shop@us-east-1", "192.168.1.1"), ["backbone-eu-central-1-us-east-1"]);
    assert_eq!(ways("lab@eu-central-1", "192.168.1.1"), ["branch@eu-central-1"]);
    assert_eq!(ways("lab@eu-central-1", "172.16.0.9"), Vec::<String>::new());
}

#[test]
fn a_vpn_without_bgp_has_static_routes() {
    let vpn =
        "vpn office in us-east-1 {\n  to = core\n  routes = [172.16.0.0/12]\n  static = on\n  customer_gateway { ip = 203.0.113.1 }\n}\n";
    let checked = check(&format!("{MESH}{vpn}{}", vpc("app", "")));
    for (from, uplink) in [("app@us-east-1", true), ("app@eu-west-1", false)] {
        let [way] = ways(&checked, from, "172.20.0.1")[..] else { panic!("{from} has no way") };
        assert_eq!(matches!(way, Edge::Uplink(_)), uplink, "{from}");
    }
    let files = build(&checked, &terraform());
    let text: String = files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    assert!(text.replace(" ", "").contains("static_routes_only=true") && !text.contains("propagation\" \"office"), "{text}");
}

/// A default route from outside of AWS is for subnets that ask for it, closes what policy closes, and
/// opens no security group to everybody.
#[test]
fn the_way_out_by_a_vpn() {
    let checked = check(&format!(
        "{MESH}segment prod {{ on = core }}
segment dev {{ on = core }}
vpc app {{
  cidr = /16 from corp
  subnet work {{ size = /24  route = core }}
  subnet data {{ size = /24 }}
  attach core {{ segment = prod }}
}}
{}
vpn office in us-east-1 {{
  to = core
  routes = [192.168.0.0/16, 0.0.0.0/0]
  customer_gateway {{ asn = AS65010  ip = 203.0.113.1 }}
}}
allow prod <-> office
allow dev <-> office
allow office -> app.work: tcp 443
assert reachable(app, office)
assert isolated([app.data, lab], internet)
assert isolated(prod, dev)
",
        vpc("lab", "{ segment = dev }")
    ));
    let everything = mrc::routing::everything();
    for (id, tables) in checked.topology.vpc_ids().zip(&checked.routing.vpcs) {
        let with_default = tables.iter().filter(|table| table.routes.iter().any(|route| route.destination == everything)).count();
        assert_eq!(with_default, usize::from(checked.topology.vpc(id).name == "app"), "{}", checked.topology.vpc_name(id));
    }
    for table in checked.routing.gateways.iter().flatten() {
        let default = table.routes.iter().any(|route| route.destination == everything);
        let learnt = table.propagated.iter().any(|edge| matches!(edge, Edge::Uplink(_)));
        let closed = table.routes.iter().any(|route| route.target.is_none() && route.destination == "10.0.0.0/8".parse().unwrap());
        assert_eq!(default || learnt, closed, "{:?}", table.name);
    }
    let opens = checked.routing.ingress.iter().flat_map(|each| &each.opens).map(|open| open.from.to_string());
    let mut from: Vec<String> = opens.collect();
    from.dedup();
    assert_eq!(from, ["192.168.0.0/16"]);
}

/// Behind an existing gateway, too, a default route is no place that could be reached or let in.
#[test]
fn a_default_route_behind_an_existing_gateway() {
    let checked = check(
        "existing transit_gateway legacy in us-east-1 {
  id = \"tgw-0123456789abcdef0\"
  asn = AS64600
  route_table = \"tgw-rtb-0123456789abcdef0\"
  default_association = on
  routes = [0.0.0.0/0, 192.168.0.0/16]
}
vpc app in us-east-1 {
  cidr = /16 from corp
  subnet work { size = /24  route = legacy }
  attach legacy
}
assert reachable(app, legacy)
",
    );
    let codes: Vec<&str> = checked.diagnostics.iter().map(|each| each.code.name).collect();
    assert!(!codes.contains(&"lost-answers"), "{codes:?}");
}

/// One route for all of a list in tables of VPCs, one for each range in those of segments, where
/// CloudFormation has no word for lists. Each of its ranges is routed.
#[test]
fn a_prefix_list_is_one_route_of_a_vpc() {
    let text = format!(
        "{MESH}segment prod {{ on = core  route offices via way }}
prefix_list offices = [172.16.0.0/16, 172.20.0.0/16] {{ max = 5 }}
vpc app {{
  cidr = /16 from corp
  subnet work {{ size = /24 }}
  subnet side {{ size = /24  route = nat  route 172.20.0.0/16 via nat }}
  subnet front {{ size = /24  route = internet }}
  attach core {{ segment = prod }}
  route offices via core
}}
{}",
        vpc("way", "{ segment = prod }")
    );
    let checked = check(&text);
    let app = find(&checked, "app@us-east-1");
    let target = |group: usize, to: &str| {
        let table = checked.routing.vpcs[app.0 as usize].iter().find(|table| table.of == TableOf::Group(group)).unwrap();
        let route = table.routes.iter().find(|route| route.destination.to_string() == to).unwrap();
        (matches!(route.target, RouteTarget::Gateway(_)), route.list.is_some())
    };
    let (front, side, work) = (0, 1, 2);
    for to in ["172.16.0.0/16", "172.20.0.0/16"] {
        assert_eq!(target(work, to), (true, true));
        assert_eq!(target(front, to), (true, true));
    }
    // A route to the range by itself goes before the list.
    assert_eq!(target(side, "172.16.0.0/16"), (true, true));
    assert_eq!(target(side, "172.20.0.0/16"), (false, false));
    let built = |target: Target| {
        let files = build(&checked, &target);
        files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect::<String>()
    };
    // In three regions: tables of work, of front, and of side in each of three zones.
    let text = built(terraform());
    assert_eq!(text.matches("destination_prefix_list_id = aws_ec2_managed_prefix_list.offices.id").count(), 15);
    let text = built(cloudformation());
    assert_eq!(text.matches("DestinationPrefixListId:").count(), 15);
    // In the segment's tables, and where `way` is led by them.
    assert_eq!(text.matches("DestinationCidrBlock: 172.16.0.0/16").count(), 6);
}

/// More names than a rule group has room for are refused before anything is written.
#[test]
fn a_firewall_has_room_for_so_many_names() {
    let text = |names: usize| {
        let names: Vec<String> = (0..names).map(|ix| format!("\"n{ix}.example.com\"")).collect();
        format!(
            "{FRAME}vpc edge in us-east-1 {{
  cidr = 10.1.0.0/22
  azs = 1
  nat = per_az
  subnet public {{ size = /28  route = internet }}
  subnet inspect {{ size = /28  route = nat }}
  attach core
}}
firewall wall in us-east-1 {{ subnets = edge.inspect  allow_domains = [{}] }}
egress out in us-east-1 {{ via = edge  inspect = wall }}
",
            names.join(", ")
        )
    };
    let too_many = |number| check_text(&text(number)).diagnostics.iter().any(|each| each.code.name == "unfit-firewall");
    assert_eq!((too_many(498), too_many(499)), (false, true));
}

/// A route of the whole VPC to its NAT gateways is not for the subnets that they stand in.
#[test]
fn no_way_goes_round_at_a_nat_gateway() {
    let checked = check(
        "vpc app in us-east-1 {
  cidr = 10.0.0.0/16
  nat = per_az
  subnet front { size = /24  route = internet }
  subnet work { size = /24 }
  route 192.0.2.0/24 via nat
}
",
    );
    let vpc = find(&checked, "app@us-east-1");
    let groups = &checked.topology.vpc(vpc).subnets;
    for table in &checked.routing.vpcs[vpc.0 as usize] {
        let mrc::routing::TableOf::Group(ix) = table.of else { continue };
        let by_nat = table.routes.iter().any(|route| route.target == RouteTarget::Nat);
        assert_eq!(by_nat, groups[ix].name == "work", "{}", groups[ix].name);
    }
    let codes: Vec<&str> = checked.diagnostics.iter().map(|each| each.code.name).collect();
    assert!(!codes.contains(&"dead-route"), "{codes:?}");
}

/// An egress lets nobody meet: workloads of its VPC and those who go out are apart unless a rule joins them.
#[test]
fn a_way_out_opens_nothing_else() {
    let text = |route: &str, more: &str| {
        format!(
            "mr 1
topology t {{ regions = [us-east-1] }}
transit_gateway core {{ asn = AS64512 }}
segment main {{
  on = core
  isolated = on
}}
vpc edge {{
  cidr = 10.1.0.0/16
  azs = 2
  nat = per_az
  subnet public {{ size = /28  route = internet }}
  subnet work {{ size = /24  route = {route} }}
  attach core {{ segment = main }}
}}
egress out {{ from = [main]  via = edge }}
vpc app {{
  cidr = 10.2.0.0/16
  azs = 2
  subnet work {{ size = /24  route = core }}
  attach core {{ segment = main }}
}}
vpc tools {{
  cidr = 10.3.0.0/16
  azs = 2
  subnet work {{ size = /24  route = core }}
  attach core {{ segment = main }}
}}
assert reachable([app.work, tools.work], internet)
assert isolated(app, edge)
assert isolated(app, tools)
{more}"
        )
    };
    // By the VPC's own routes, by a NAT gateway, by the gateway.
    for route in ["nat", "none", "core"] {
        let checked = check_text(&text(route, "assert isolated(edge.work, [app, tools])\n"));
        let said = support::messages(&checked);
        let told: Vec<&String> = said.iter().filter(|each| !each.contains("has no way out")).collect();
        assert!(told.is_empty(), "{route}: {told:#?}");
    }
    // A rule joins one of them, and the other stays apart.
    let joined = "allow edge <-> tools\nassert reachable(edge.work, tools.work)\nassert reachable(tools.work, edge.work)\nassert isolated(edge.work, app)\n";
    let checked = check_text(&text("nat", joined).replace("assert isolated(app, edge)\n", "assert isolated(app.work, edge.work)\n"));
    assert!(checked.diagnostics.is_empty(), "{:#?}", support::messages(&checked));
}

#[test]
fn a_deny_that_closes_the_way_out_has_one_verdict() {
    let text = "mr 1
topology t { regions = [us-east-1] }
transit_gateway core { asn = AS64512 }
segment main {
  on = core
  isolated = on
}
vpc edge {
  cidr = 10.1.0.0/16
  azs = 1
  nat = per_az
  subnet public { size = /28  route = internet }
  attach core { segment = main }
}
egress out { from = [main]  via = edge }
vpc app {
  cidr = 10.2.0.0/16
  azs = 1
  subnet work { size = /24  route = core }
  attach core { segment = main }
}
deny app <-> edge
";
    let codes: Vec<&str> = check_text(text).diagnostics.iter().map(|each| each.code.name).collect();
    assert_eq!(codes, ["default-route-nowhere"]);
}
