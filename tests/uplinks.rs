//! What lies outside of AWS, and by which way packets get there.

mod support;

use ipnetwork::IpNetwork;
use mrc::driver::Checked;
use mrc::reach::Model;
use mrc::topology::Spot;
use support::{check_text, messages};

const OFFICE: &str = "mr 1
topology net { regions = [us-east-1] }
transit_gateway core { asn = AS64512 }
vpn office in us-east-1 {
  to = core
  routes = [192.168.0.0/20, 198.51.100.0/24]
  customer_gateway { asn = AS65010  ip = 203.0.113.10 }
}
vpc app in us-east-1 {
  cidr = 10.0.0.0/16
  subnet public { size = /24  route = internet }
  subnet work { size = /24  route = nat }
  attach core
}
";

#[track_caller]
fn check(more: &str) -> Checked {
    let checked = check_text(&format!("{OFFICE}{more}"));
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    checked
}

/// Public ranges that an uplink leads to are there, not on the internet.
#[test]
fn public_ranges_of_an_office_are_not_the_internet() {
    check("assert reachable(app.work, internet)\nassert reachable(internet, app.public)\n");
}

/// Of one range AWS takes what Direct Connect announces before what a VPN does.
#[test]
fn direct_connect_is_taken_before_a_vpn() {
    let checked =
        check("direct_connect zoo { asn = AS64700  routes = [192.168.0.0/20] associate core@us-east-1 { allowed = [10.0.0.0/8] } }\n");
    let model = Model::new(&checked.topology, &checked.routing);
    let vpc = checked.topology.vpc_ids().next().unwrap();
    let address: IpNetwork = "192.168.1.1/32".parse().unwrap();
    let ways = model.walk(model.starts(Spot::Subnet(vpc, 1, 0))[0], address.into());
    let told: Vec<String> = ways.iter().flat_map(|way| model.tell(way)).map(|hop| hop.route).collect();
    assert!(told.iter().any(|route| route.contains("zoo")) && !told.iter().any(|route| route.contains("office")), "{told:?}");
    let uplinks: Vec<_> = ways.iter().flat_map(|way| model.uplinks(&way.steps)).map(|id| checked.topology.uplink_name(*id)).collect();
    assert_eq!(uplinks, ["zoo@us-east-1"]);
}
