//! IPv6: who reaches whom, what is held, what a group lets in.

mod support;

use mrc::driver::{self, Checked};
use mrc::reach::{At, Model};
use mrc::topology::{Ipv6, Ipv6Range, RouteTarget, VpcId};
use support::messages;

const FRAME: &str = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
pool corp = 10.0.0.0/8 { per_region = /12 }
pool six = 2600:1f28:100::/40 {
  per_region = /44
  byoip = \"ipv6pool-ec2-0123456789abcdef0\"
}
transit_gateway core { asn = AS64512..AS64520 }
mesh m { of = core }
segment prod { on = core }
segment dev { on = core }
";

fn vpc(name: &str, place: &str, ipv6: &str, segment: &str) -> String {
    format!(
        "vpc {name}{place} {{\n  cidr = /16 from corp\n  ipv6 = {ipv6}\n  azs = 2\n  subnet work {{ size = /24 }}\n  attach core {{ segment = {segment} }}\n}}\n"
    )
}

/// With a lock beside the source, where there is one.
fn check_with(text: &str, lock: Option<&str>) -> Checked {
    driver::check(&["net.mr".into()], &[], &mut |path| match (path, lock) {
        ("net.mr", _) => Ok(text.to_owned()),
        ("net.mr.lock", Some(lock)) => Ok(lock.to_owned()),
        _ => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
    })
}

#[track_caller]
fn check(text: &str) -> Checked {
    let checked = check_with(&format!("{FRAME}{text}"), None);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    checked
}

fn find(checked: &Checked, name: &str) -> VpcId {
    checked.topology.vpc_ids().find(|id| checked.topology.vpc_name(*id) == name).unwrap()
}

#[test]
fn ranges_of_ones_own_are_routed_and_those_of_amazon_are_not() {
    let checked = check(&format!(
        "{}{}{}",
        vpc("app", "", "/56 from six", "prod"),
        vpc("shop", " in us-east-1", "amazon", "prod"),
        vpc("lab", " in us-east-1", "/56 from six", "dev")
    ));
    let ipv6 = |name: &str| {
        let tables = &checked.routing.vpcs[find(&checked, name).0 as usize];
        let routes = tables.iter().flat_map(|table| &table.routes).filter(|route| route.destination.is_ipv6());
        routes.map(|route| (route.destination.to_string(), route.target)).collect::<Vec<_>>()
    };
    assert!(ipv6("app@us-east-1").iter().all(|(to, target)| to == "2600:1f28:100::/40" && matches!(target, RouteTarget::Gateway(_))));
    assert!(!ipv6("app@us-east-1").is_empty() && !ipv6("app@eu-west-1").is_empty());
    assert_eq!(ipv6("shop@us-east-1"), []);
    // The other segment's range is in the pool, and not in the tables.
    let lab = checked.topology.known_ipv6(find(&checked, "lab@us-east-1")).unwrap();
    for tables in &checked.routing.gateways {
        let prod = tables.iter().find(|table| matches!(table.name, mrc::routing::TableName::Segment(_)) && table.associated.len() > 1);
        for route in prod.iter().flat_map(|table| &table.routes).filter(|route| route.target.is_some()) {
            assert!(!route.destination.contains(lab.ip().into()), "{route:?}");
        }
    }
}

#[test]
fn a_group_lets_in_ipv6_of_those_who_may_and_of_nobody_else() {
    let rules = "allow dev -> app: tcp 443\n";
    let checked = check(&format!(
        "{}{}{rules}",
        vpc("app", " in us-east-1", "/56 from six", "prod"),
        vpc("lab", " in us-east-1", "/56 from six", "dev")
    ));
    let [ingress] = &checked.routing.ingress[..] else { panic!("{:?}", checked.routing.ingress) };
    let lab = checked.topology.known_ipv6(find(&checked, "lab@us-east-1")).unwrap();
    let ipv6: Vec<_> = ingress.opens.iter().map(|opening| opening.from).filter(|from| from.is_ipv6()).collect();
    assert_eq!(ipv6, [lab.into()]);
}

#[test]
fn what_is_held_stays() {
    let two = format!("{FRAME}{}{}", vpc("app", "", "/56 from six", "prod"), vpc("zoo", " in us-east-1", "/56 from six", "dev"));
    let before = check_with(&two, None);
    assert!(!before.has_errors(), "{:#?}", messages(&before));
    let lock = mrc::address::lock_text(&before.lock, &before.allocations, false);
    // One more before the others, and more subnets in one.
    let more = vpc("aaa", "", "/56 from six", "prod");
    let three = two.replace("subnet work { size = /24 }", "subnet early { size = /26 }\n  subnet work { size = /24 }") + &more;
    let after = check_with(&three, Some(&lock));
    assert!(!after.has_errors(), "{:#?}", messages(&after));
    for name in ["app@us-east-1", "app@eu-west-1", "zoo@us-east-1"] {
        let (old, new) = (find(&before, name), find(&after, name));
        assert_eq!(before.topology.known_ipv6(old), after.topology.known_ipv6(new), "{name}");
        let number = |checked: &Checked, id: VpcId| {
            let group = checked.topology.vpc(id).subnets.iter().find(|group| group.name == "work").unwrap();
            group.subnets.iter().map(|subnet| subnet.ipv6).collect::<Vec<_>>()
        };
        assert_eq!(number(&before, old), number(&after, new), "{name}");
    }
    // All have ranges of their own.
    let ranges: std::collections::BTreeSet<_> = after.topology.vpc_ids().filter_map(|id| after.topology.known_ipv6(id)).collect();
    assert_eq!(ranges.len(), after.topology.vpcs.len());
    assert!(after.topology.vpcs.iter().all(|vpc| matches!(vpc.ipv6, Some((Ipv6Range::Pool(_, Some(_)), _)))));
}

#[test]
fn two_owners_of_one_range_are_told() {
    let two =
        format!("{FRAME}{}{}", vpc("app", " in us-east-1", "/56 from six", "prod"), vpc("zoo", " in us-east-1", "/56 from six", "dev"));
    let lock = "edition = 1\n\n[vpcs]\n\"app@us-east-1.ipv6\" = \"2600:1f28:100::/56\"\n\"zoo@us-east-1.ipv6\" = \"2600:1f28:100::/56\"\n";
    let checked = check_with(&two, Some(lock));
    let codes: Vec<&str> = checked.diagnostics.iter().map(|each| each.code.name).collect();
    assert_eq!(codes, ["held-twice"], "{:#?}", messages(&checked));
}

/// The gateway's interfaces need addresses where it learns the range, and only there.
#[test]
fn attachments_stand_in_subnets_with_ipv6() {
    let checked =
        check(&format!("{}{}", vpc("app", " in us-east-1", "/56 from six", "prod"), vpc("shop", " in us-east-1", "amazon", "prod")));
    let dedicated = |name: &str| {
        let attachments = &checked.topology.vpc(find(&checked, name)).attachments;
        attachments.iter().flat_map(|each| &each.dedicated).map(|subnet| subnet.ipv6).collect::<Vec<_>>()
    };
    assert_eq!(dedicated("app@us-east-1"), [Ipv6::Nth(0), Ipv6::Nth(1)]);
    assert_eq!(dedicated("shop@us-east-1"), [Ipv6::None, Ipv6::None]);
}

/// Whatever routes lead there, a gateway knows nothing of a range that Amazon chooses.
#[test]
fn a_gateway_does_not_learn_what_amazon_chooses() {
    let checked =
        check(&format!("{}{}", vpc("app", " in us-east-1", "/56 from six", "prod"), vpc("shop", " in us-east-1", "amazon", "prod")));
    let model = Model::new(&checked.topology, &checked.routing);
    let amazons = model.vpc_ranges(find(&checked, "shop@us-east-1")).into_iter().find(|range| range.family() == 1).unwrap();
    for state in model.states.iter().filter(|state| matches!(state.at, At::Gateway { .. })) {
        assert!(state.pieces.iter().all(|piece| piece.range.meet(amazons).is_none()), "{:?}", state.at);
    }
}

/// A firewall sees IPv4; that IPv6 has another way is no answer gone astray.
#[test]
fn ipv6_beside_an_inspected_way_out_is_no_asymmetry() {
    let edge = "vpc edge in us-east-1 {\n  cidr = /22 from corp\n  ipv6 = /56 from six\n  azs = 2\n  subnet public { size = /28  route = internet }\n  subnet inspect { size = /28  route = nat }\n  attach core\n}\nfirewall wall in us-east-1 {\n  subnets = edge.inspect\n  allow_domains = [\".example.com\"]\n}\negress out in us-east-1 {\n  from = [prod]\n  via = edge\n  inspect = wall\n}\n";
    let app = vpc("app", " in us-east-1", "/56 from six", "prod").replace("work { size = /24 }", "work { size = /24  route = core }");
    let checked = check(&format!("{edge}{app}"));
    assert!(!checked.diagnostics.iter().any(|each| each.code.name == "asymmetric-inspection"), "{:#?}", messages(&checked));
}

#[test]
fn out_by_nat_and_by_an_egress_only_gateway_is_out() {
    let text = "vpc app {
  cidr = /16 from corp
  ipv6 = amazon
  azs = 2
  subnet public { size = /24  route = internet }
  subnet work { size = /24  route = nat }
}
assert reachable([app.public, app.work], internet)
assert symmetric(app.work, internet)
assert isolated(internet, app.work)
";
    check(text);
}
