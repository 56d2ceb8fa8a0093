//! Tables of VPCs: everything that the tables of their gateways lead to, and what the author writes.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::IpNetwork;

use super::members::{Destination, destinations};
use super::{Conflict, Edge, GatewayTable, Reach, TableOf, VpcRoute, VpcTable, everything, everything_ipv6};
use crate::topology::{
    Attachment, DefaultRoute, Ends, GatewayId, Ipv6, Ipv6Range, Nat, PeeringId, RouteTarget, Subnet, SubnetGroup, Topology, Vpc, VpcId,
};

/// Tables of every VPC, by position.
pub fn tables(
    topology: &Topology,
    gateways: &[Vec<GatewayTable>],
    reached: &[Vec<Reach>],
    conflicts: &mut Vec<Conflict>,
) -> Vec<Vec<VpcTable>> {
    let summaries: Vec<Vec<Summary>> = reached.iter().map(|tables| tables.iter().map(|table| Summary::new(table)).collect()).collect();
    let all = topology.vpc_ids().map(|id| {
        let derived = derived(topology, gateways, reached, &summaries, id, conflicts);
        let vpc = topology.vpc(id);
        let mut tables = Vec::new();
        for ix in 0..vpc.existing.iter().flat_map(|existing| &existing.route_tables).count() {
            tables.push(VpcTable { of: TableOf::Existing(ix), zone: None, routes: sorted(vpc, topology, derived.clone()) });
        }
        for (ix, group) in vpc.subnets.iter().enumerate() {
            let routes = |zone| of_group(topology, id, group, &derived, zone);
            tables.extend(by_zone(vpc, TableOf::Group(ix), &group.subnets, routes));
        }
        for attachment in vpc.attachments.iter().filter(|each| each.group.is_none()) {
            let routes = |zone| of_attachment(topology, id, zone);
            tables.extend(by_zone(vpc, TableOf::Attachment(attachment.gateway), &attachment.dedicated, routes));
        }
        tables
    });
    all.collect()
}

/// One table for all zones, or one a zone where each has a NAT gateway or a firewall of its own.
/// `routes` gives those of a zone, by its position.
fn by_zone(vpc: &Vpc, of: TableOf, subnets: &[Subnet], routes: impl Fn(usize) -> Vec<VpcRoute>) -> Vec<VpcTable> {
    let zonal = |route: &VpcRoute| match route.target {
        RouteTarget::Nat => vpc.nat == Nat::PerZone,
        RouteTarget::Firewall(..) => true,
        RouteTarget::Internet | RouteTarget::Outbound | RouteTarget::Gateway(_) | RouteTarget::Peering(_) => false,
    };
    let first = routes(0);
    if !first.iter().any(zonal) {
        return vec![VpcTable { of, zone: None, routes: first }];
    }
    let of_zone = |subnet: &Subnet| {
        let zone = vpc.zones.iter().position(|zone| *zone == subnet.zone).unwrap_or_default();
        VpcTable { of, zone: Some(subnet.zone.letter.clone()), routes: routes(zone) }
    };
    subnets.iter().map(of_zone).collect()
}

/// What comes from a gateway and is not for this VPC goes out, where the VPC is the way out.
fn of_attachment(topology: &Topology, id: VpcId, zone: usize) -> Vec<VpcRoute> {
    let Some(egress) = topology.egresses.iter().find(|egress| egress.via == id) else { return Vec::new() };
    let route = |destination, target| VpcRoute { destination, list: None, target, span: egress.span };
    let Some(firewall) = topology.inspected_by(id) else { return vec![route(everything(), RouteTarget::Nat)] };
    // The public subnets answer by way of the firewall of their zone, so they are reached past it.
    let vpc = topology.vpc(id);
    let public = vpc.subnets.iter().filter(|group| group.route == DefaultRoute::Internet).flat_map(|group| &group.subnets);
    let past = public.filter_map(|subnet| {
        let zone = vpc.zones.iter().position(|zone| *zone == subnet.zone)?;
        Some(route(subnet.cidr?.into(), RouteTarget::Firewall(firewall, zone)))
    });
    let mut routes: Vec<VpcRoute> = past.chain([route(everything(), RouteTarget::Firewall(firewall, zone))]).collect();
    routes.sort_by_key(|route| route.destination);
    routes
}

/// Derived routes under the group's default route and what is written: the group's before the VPC's.
fn of_group(topology: &Topology, id: VpcId, group: &SubnetGroup, derived: &BTreeMap<IpNetwork, RouteTarget>, zone: usize) -> Vec<VpcRoute> {
    let vpc = topology.vpc(id);
    let derived = sorted(vpc, topology, derived.clone());
    let mut routes: BTreeMap<IpNetwork, VpcRoute> = derived.into_iter().map(|route| (route.destination, route)).collect();
    // What a firewall has seen go out it must see come back: the NAT gateways' subnets answer by way of it.
    if let Some(firewall) = topology.inspected_by(id).filter(|_| group.route == DefaultRoute::Internet) {
        let to_gateway = routes.values_mut().filter(|route| matches!(route.target, RouteTarget::Gateway(_)) && route.destination.is_ipv4());
        to_gateway.for_each(|route| route.target = RouteTarget::Firewall(firewall, zone));
    }
    let target = match group.route {
        DefaultRoute::None => None,
        DefaultRoute::Internet => Some(RouteTarget::Internet),
        DefaultRoute::Nat => Some(RouteTarget::Nat),
        DefaultRoute::Gateway(gateway) => Some(RouteTarget::Gateway(gateway)),
    };
    if let Some(target) = target {
        let destination = everything();
        routes.insert(destination, VpcRoute { destination, list: None, target, span: group.route_span });
    }
    // IPv6 has no NAT: what may only go out goes by a gateway that lets nothing in.
    let outside = match group.route {
        DefaultRoute::Internet => Some(RouteTarget::Internet),
        DefaultRoute::Nat => Some(RouteTarget::Outbound),
        DefaultRoute::None | DefaultRoute::Gateway(_) => None,
    };
    if let Some(target) = outside.filter(|_| group.subnets.iter().any(|subnet| subnet.ipv6 != Ipv6::None)) {
        let destination = everything_ipv6();
        routes.insert(destination, VpcRoute { destination, list: None, target, span: group.route_span });
    }
    // A route to a range by itself goes before one that a list has, as AWS does it.
    // NAT gateways stand in public subnets: sent to one from there, a packet would come back for ever.
    let public = group.route == DefaultRoute::Internet;
    let of_vpc = vpc.routes.iter().filter(|route| !(public && route.target == RouteTarget::Nat));
    let written = |listed| of_vpc.clone().chain(&group.routes).filter(move |route| route.list.is_some() == listed);
    for route in written(true).chain(written(false)) {
        let destination = route.destination.block().into();
        routes.insert(destination, VpcRoute { destination, list: route.list, target: route.target, span: route.span });
    }
    routes.into_values().collect()
}

/// What a table of a gateway reaches, as a VPC with no other gateway would write it, and how many
/// VPC ranges stand behind each entry. One for each table serves all VPCs in it.
struct Summary(BTreeMap<IpNetwork, u32>);

impl Summary {
    fn new(reached: &[(Option<VpcId>, Destination)]) -> Summary {
        let mut entries = BTreeMap::new();
        for (_, each) in reached {
            *entries.entry(each.widest()).or_default() += 1;
        }
        Summary(entries)
    }
}

/// What every table of a VPC has.
fn derived(
    topology: &Topology,
    gateways: &[Vec<GatewayTable>],
    reached: &[Vec<Reach>],
    summaries: &[Vec<Summary>],
    id: VpcId,
    conflicts: &mut Vec<Conflict>,
) -> BTreeMap<IpNetwork, RouteTarget> {
    let vpc = topology.vpc(id);
    let table_of = |each: &Attachment| gateways[each.gateway.0 as usize].iter().position(|table| table.associated.contains(&Edge::Vpc(id)));
    let mut found: BTreeMap<IpNetwork, RouteTarget> = BTreeMap::new();
    // A VPC peering is the shorter way, and its routes are exact.
    for (ix, peering) in topology.peerings.iter().enumerate() {
        let other = match peering.ends {
            Ends::Vpcs(a, b) if a == id => b,
            Ends::Vpcs(a, b) if b == id => a,
            _ => continue,
        };
        let ipv6 = topology.known_ipv6(other).map(IpNetwork::from);
        for range in topology.vpc(other).cidrs().map(IpNetwork::from).chain(ipv6) {
            found.insert(range, RouteTarget::Peering(PeeringId(ix as u32)));
        }
    }
    if let [only] = vpc.attachments.as_slice() {
        let Some(table) = table_of(only) else { return found };
        let mut own: BTreeMap<IpNetwork, u32> = BTreeMap::new();
        if gateways[only.gateway.0 as usize][table].propagated.contains(&Edge::Vpc(id)) {
            for each in destinations(topology, id) {
                *own.entry(each.widest()).or_default() += 1;
            }
        }
        for (destination, number) in &summaries[only.gateway.0 as usize][table].0 {
            // What only this VPC itself has is no reason for a route.
            if own.get(destination) != Some(number) {
                found.entry(*destination).or_insert(RouteTarget::Gateway(only.gateway));
            }
        }
        return found;
    }
    let reached: Vec<(GatewayId, Destination)> = vpc
        .attachments
        .iter()
        .flat_map(|attachment| {
            let gateway = attachment.gateway;
            let table = table_of(attachment).map(|table| reached[gateway.0 as usize][table].as_slice()).unwrap_or_default();
            table.iter().filter(move |(owner, _)| *owner != Some(id)).map(move |(_, each)| (gateway, *each))
        })
        .collect();
    let wanted_by = |summary: fn(&Destination) -> Option<IpNetwork>| {
        let mut wanted: BTreeMap<IpNetwork, BTreeSet<GatewayId>> = BTreeMap::new();
        for (gateway, each) in &reached {
            if let Some(range) = summary(each) {
                wanted.entry(range).or_default().insert(*gateway);
            }
        }
        wanted
    };
    let (pools, blocks) = (wanted_by(|each| each.pool), wanted_by(|each| each.block));
    for (gateway, each) in &reached {
        let pool = each.pool.filter(|pool| pools[pool].len() == 1);
        let block = each.block.filter(|block| blocks[block].len() == 1);
        let destination = pool.or(block).unwrap_or(each.exact);
        match found.get(&destination) {
            None => {
                found.insert(destination, RouteTarget::Gateway(*gateway));
            }
            Some(RouteTarget::Gateway(first)) if first != gateway => {
                if !conflicts.iter().any(|conflict| conflict.vpc == id && conflict.destination == destination) {
                    conflicts.push(Conflict { vpc: id, destination, gateways: (*first, *gateway) });
                }
            }
            Some(_) => {}
        }
    }
    found
}

fn sorted(vpc: &Vpc, topology: &Topology, found: BTreeMap<IpNetwork, RouteTarget>) -> Vec<VpcRoute> {
    let span_of = |target| match target {
        RouteTarget::Peering(id) => topology.peering(id).span,
        RouteTarget::Gateway(id) => vpc.attachments.iter().find(|each| each.gateway == id).map_or(vpc.span, |each| each.span),
        RouteTarget::Internet | RouteTarget::Outbound | RouteTarget::Nat | RouteTarget::Firewall(..) => vpc.span,
    };
    // Who has no IPv6 that others know, or none at all, gets no answers over it.
    let ipv6 = vpc.ipv6.is_some_and(|(range, _)| range != Ipv6Range::Amazon);
    let found = found.into_iter().filter(|(destination, _)| destination.is_ipv4() || ipv6);
    found.map(|(destination, target)| VpcRoute { destination, list: None, target, span: span_of(target) }).collect()
}
