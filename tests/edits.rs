//! Edits of a source that runs, with its lock: what must stay stays in both targets, and what AWS does not
//! take in one step is refused with the steps.

mod support;

use std::collections::BTreeSet;

use mrc::address::lock_text;
use mrc::driver::{Checked, Files};
use support::{build, check_with, cloudformation, messages, terraform};

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

/// A second peering of two gateways would be made while the first one stands; AWS allows one.
#[test]
fn peerings_are_called_by_their_ends() {
    let (before, lock) = first(&format!("{MESHED}mesh backbone {{ of = core }}\n"));
    has(
        &before,
        &[
            "eu-west-1/peering.yaml PeeringCoreEuWest1UsEast1",
            "eu-west-1/peering.yaml PeeringCoreEuWest1UsEast1Accepter",
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
            "us-east-1/peering.yaml PeeringAsideCoreUsEast1",
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
