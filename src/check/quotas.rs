//! More of something than AWS allows by default.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ends, PlaceId};

code!("MR703", "quota", Warning, "quotas.md");

/// Default quotas [VPCQ26, TGWQ].
const VPCS_PER_REGION: usize = 5;
const RANGES_PER_VPC: usize = 5;
const SUBNETS_PER_VPC: usize = 200;
const ROUTES_PER_TABLE: usize = 500;
const GATEWAYS_PER_REGION: usize = 5;
const PEERINGS_PER_GATEWAY: usize = 50;
const ADDRESSES_PER_REGION: usize = 5;

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut report = |span, message: String, quota: &str| {
        sink.push(Diagnostic::new(&CODE, span, message).here("over the default quota").help(format!("ask AWS to raise \"{quota}\" before deploying")));
    };
    for id in topology.vpc_ids() {
        let vpc = topology.vpc(id);
        if vpc.ranges.len() > RANGES_PER_VPC {
            report(vpc.name_span, format!("vpc `{}` has {} ranges; the default quota is {RANGES_PER_VPC}", vpc.name, vpc.ranges.len()), "IPv4 CIDR blocks per VPC");
        }
        let subnets = vpc.subnets.iter().map(|group| group.subnets.len()).sum::<usize>() + vpc.attachments.iter().map(|each| each.dedicated.len()).sum::<usize>();
        if subnets > SUBNETS_PER_VPC {
            report(vpc.name_span, format!("vpc `{}` has {subnets} subnets; the default quota is {SUBNETS_PER_VPC}", vpc.name), "Subnets per VPC");
        }
        let routes = subject.routing.vpcs[id.0 as usize].len() + vpc.routes.len() + 1;
        if routes > ROUTES_PER_TABLE {
            report(vpc.name_span, format!("route tables of vpc `{}` have {routes} routes; the default quota is {ROUTES_PER_TABLE}", vpc.name), "Routes per route table");
        }
    }
    let mut peerings: BTreeMap<crate::topology::GatewayId, usize> = BTreeMap::new();
    for peering in &topology.peerings {
        if let Ends::Gateways(a, b) = peering.ends {
            [a, b].into_iter().for_each(|end| *peerings.entry(end).or_default() += 1);
        }
    }
    for (id, number) in peerings.into_iter().filter(|(_, number)| *number > PEERINGS_PER_GATEWAY) {
        let name = topology.gateway_name(id);
        report(topology.gateway(id).name_span, format!("gateway `{name}` has {number} peerings; the default quota is {PEERINGS_PER_GATEWAY}"), "Peering attachments per transit gateway");
    }
    for ix in 0..topology.places.len() as u32 {
        place(subject, PlaceId(ix), &mut report);
    }
}

fn place(subject: Subject<'_>, id: PlaceId, report: &mut impl FnMut(crate::source::Span, String, &str)) {
    let topology = subject.topology;
    let place = topology.place(id);
    let vpcs: Vec<_> = topology.vpcs.iter().filter(|vpc| vpc.place == id).collect();
    if let Some(extra) = vpcs.get(VPCS_PER_REGION) {
        report(extra.name_span, format!("{} VPCs in {}; the default quota is {VPCS_PER_REGION}", vpcs.len(), place.name), "VPCs per Region");
    }
    let gateways: Vec<_> = topology.gateways.iter().filter(|gateway| gateway.place == id).collect();
    if let Some(extra) = gateways.get(GATEWAYS_PER_REGION) {
        report(extra.name_span, format!("{} transit gateways in {}; the default quota is {GATEWAYS_PER_REGION}", gateways.len(), place.name), "Transit gateways per account");
    }
    let addresses = |vpc: &crate::topology::Vpc| match vpc.nat {
        crate::topology::Nat::PerZone => vpc.zones.len(),
        crate::topology::Nat::Single => 1,
        crate::topology::Nat::None => 0,
    };
    let total: usize = vpcs.iter().map(|vpc| addresses(vpc)).sum();
    if total > ADDRESSES_PER_REGION {
        let last = vpcs.iter().rev().find(|vpc| addresses(vpc) > 0).expect("some VPC has addresses");
        report(last.name_span, format!("NAT gateways in {} take {total} addresses; the default quota is {ADDRESSES_PER_REGION}", place.name), "EC2-VPC Elastic IPs");
    }
}
