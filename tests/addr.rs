//! The address plan: every format, sums that add up, and room that is really there.

mod support;

use mrc::report::address::{self, Part};
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
existing vpc legacy in us-east-1 { id = \"vpc-0123456789abcdef0\"  cidr = 10.32.0.0/16  route_tables = [\"rtb-0123456789abcdef0\"] }
";

const LOCK: &str = "edition = 1
[pools]
\"corp@ap-south-1\" = \"10.48.0.0/12\"
[vpcs]
\"old@us-east-1\" = \"172.16.8.0/22\"
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
            assert_eq!(part.used() + part.free, part.addresses, "{name}: {}", part.name);
            let largest = part.largest_free.map_or(0, |block| u64::from(block.size()));
            assert!(largest <= part.free && (largest > 0) == (part.free > 0), "{name}: {}", part.name);
        }
        let vpcs = every(&plan).iter().filter(|part| part.name.contains('@')).count();
        assert_eq!(vpcs, checked.topology.vpcs.len(), "{name}: every VPC once");
    }
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
