//! The address plan: every format, sums that add up, and room that is really there.

mod support;

use mrc::report::address::{self, Family, Part};
use support::{check_file, check_with, examples, messages};

const SOURCE: &str = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
pool corp = 10.0.0.0/8 {
  per_region = /12
  reserve 10.0.0.0/16 for \"offices, labs\"
}
pool flat = 172.16.0.0/20
vpc app {
  cidr = /16 from corp
  azs = 2
  subnet work { size = /20 }
}
vpc jobs in us-east-1 {
  cidr = /22 from flat
  secondary = [/24 from flat]
  azs = 2
  subnet work { size = /26 }
}
vpc hand in eu-west-1 { cidr = 192.168.0.0/24 }
pool six = 2600:1f28:100::/40 {
  per_region = /44
  at us-east-1 { byoip = \"ipv6pool-ec2-0aaaabbbbccccdddd\" }
  at eu-west-1 { byoip = \"ipv6pool-ec2-0eeeeffff00001111\" }
}
vpc both {
  cidr = /20 from corp
  ipv6 = /56 from six
  azs = 2
  subnet work { size = /24 }
}
vpc theirs in us-east-1 {
  cidr = /20 from corp
  ipv6 = amazon
  azs = 2
  subnet public { size = /24  route = internet }
}
existing vpc legacy in us-east-1 { id = \"vpc-0123456789abcdef0\"  cidr = 10.32.0.0/16  route_tables = [\"rtb-0123456789abcdef0\"] }
";

const LOCK: &str = "edition = 1
[pools]
\"corp@ap-south-1\" = \"10.48.0.0/12\"
\"six@ap-south-1\" = \"2600:1f28:100::/44\"
[vpcs]
\"old@us-east-1\" = \"172.16.8.0/22\"
\"old@us-east-1.ipv6\" = \"2600:1f28:110::/56\"
[ipv6]
\"theirs@us-east-1.gone[a]\" = 0
";

fn plan(text: &str, lock: Option<&str>) -> Vec<Part> {
    let checked = check_with(text, lock);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    address::plan(&checked.topology, &checked.lock, &checked.allocations)
}

#[test]
fn every_format() {
    let plan = plan(SOURCE, Some(LOCK));
    insta::with_settings!({ snapshot_path => "../snapshots/addr", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("text", address::text(&plan));
        insta::assert_snapshot!("json", address::json(&plan));
        insta::assert_snapshot!("csv", address::csv(&plan));
        insta::assert_snapshot!("md", address::markdown(&plan));
    });
    let read: serde_json::Value = serde_json::from_str(&address::json(&plan)).unwrap();
    assert_eq!(read.as_array().unwrap().len(), plan.len());
}

fn every(parts: &[Part]) -> Vec<&Part> {
    parts.iter().flat_map(|part| [vec![part], every(&part.parts)].concat()).collect()
}

#[test]
fn sums_add_up() {
    for (name, path) in examples() {
        let checked = check_file(&path);
        let plan = address::plan(&checked.topology, &checked.lock, &checked.allocations);
        for part in every(&plan) {
            assert_eq!(part.used() + part.free, part.size, "{name}: {}", part.name);
            let largest = part.largest_free.map_or(0, |block| match block {
                ipnetwork::IpNetwork::V4(block) => u64::from(block.size()),
                ipnetwork::IpNetwork::V6(block) => 1 << (64 - block.prefix()),
            });
            assert!(largest <= part.free, "{name}: {}", part.name);
            // Where in a range of Amazon's is not known.
            assert!((largest > 0) == (part.free > 0) || part.ranges.is_empty(), "{name}: {}", part.name);
        }
        let shown = |family| every(&plan).iter().filter(|part| part.family == family && part.name.contains('@')).count();
        let vpcs = &checked.topology.vpcs;
        assert_eq!(shown(Family::Ipv4), vpcs.len(), "{name}: every VPC once");
        assert_eq!(shown(Family::Ipv6), vpcs.iter().filter(|vpc| vpc.ipv6.is_some()).count(), "{name}: every VPC once");
    }
}

/// Of IPv6 too: as many /56s of a block, as many /64s of a VPC.
#[test]
fn room_for_ipv6_is_there() {
    let source = SOURCE.replace("per_region = /44", "per_region = /54").replace("2600:1f28:100::/40", "2600:1f28:100::/48");
    let lock = "edition = 1\n[vpcs]\n\"old@us-east-1.ipv6\" = \"2600:1f28:100:400::/56\"\n[pools]\n\"six@us-east-1\" = \"2600:1f28:100:400::/54\"\n";
    let plan = plan(&source, Some(lock));
    let pool = plan.iter().find(|part| part.name == "six").unwrap();
    let region = pool.parts.iter().find(|part| part.name == "us-east-1").unwrap();
    assert_eq!((pool.fits[0].number, region.fits[0].number), (62, 2), "{}", address::text(&plan));
    let with = |number: u64| {
        let more = |ix| format!("vpc more{ix} in us-east-1 {{ cidr = /24 from flat  ipv6 = /56 from six }}\n");
        check_with(&format!("{source}{}", (0..number).map(more).collect::<String>()), Some(lock))
    };
    assert!(!with(2).has_errors(), "{:#?}", messages(&with(2)));
    assert!(with(3).diagnostics.iter().any(|each| each.code.name == "pool-exhausted"));
    let vpc = region.parts.iter().find(|part| part.name == "both@us-east-1").unwrap();
    assert_eq!((vpc.used(), vpc.size, vpc.fits[0].number), (2, 256, 254));
}

/// As many more as the plan says fit, and not one more.
#[test]
fn room_is_there() {
    let plan = plan(SOURCE, Some(LOCK));
    let region = plan[0].parts.iter().find(|part| part.name == "us-east-1").unwrap();
    let room = region.fits[0].number;
    let with = |number: u64| {
        let more: String = (0..number).map(|ix| format!("vpc more{ix} in us-east-1 {{ cidr = /16 from corp }}\n")).collect();
        check_with(&format!("{SOURCE}{more}"), Some(LOCK))
    };
    assert!(!with(room).has_errors(), "{:#?}", messages(&with(room)));
    assert!(with(room + 1).diagnostics.iter().any(|each| each.code.name == "pool-exhausted"));
}
