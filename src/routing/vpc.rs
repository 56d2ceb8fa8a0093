//! Tables of VPCs: everything that the tables of their gateways lead to, and what the author writes.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::IpNetwork;

use super::members::{Destination, destinations};
use super::{Conflict, Edge, GatewayTable, Reach, Reached, TableOf, VpcRoute, VpcTable, covers, everything, everything_ipv6, is_way_out};
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
        let apart = is_way_out(topology, id).then(|| Apart::new(topology, gateways, reached, id, &derived));
        let mut tables = Vec::new();
        for ix in 0..vpc.existing.iter().flat_map(|existing| &existing.route_tables).count() {
            tables.push(VpcTable { of: TableOf::Existing(ix), zone: None, routes: sorted(vpc, topology, derived.clone()) });
        }
        for (ix, group) in vpc.subnets.iter().enumerate() {
            let way_out = is_on_the_way_out(topology, id, ix);
            let derived = match &apart {
                Some(apart) if way_out => &apart.way_back,
                Some(apart) => &apart.open,
                None => &derived,
            };
            let closed = apart.as_ref().filter(|_| !way_out).map_or(&[][..], |apart| &apart.closed);
            let routes = |zone| of_group(topology, id, group, derived, closed, zone);
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
fn of_group(
    topology: &Topology,
    id: VpcId,
    group: &SubnetGroup,
    derived: &BTreeMap<IpNetwork, RouteTarget>,
    closed: &[(IpNetwork, crate::source::Span)],
    zone: usize,
) -> Vec<VpcRoute> {
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
    for (destination, span) in closed {
        let leads = |target: RouteTarget| matches!(target, RouteTarget::Gateway(_) | RouteTarget::Nat);
        let derived = routes.values().any(|route| leads(route.target) && covers(route.destination, *destination));
        let by_hand =
            written(true).chain(written(false)).any(|route| leads(route.target) && covers(route.destination.block().into(), *destination));
        // Out of the VPC by its internet gateway nothing gets that has no public address, nor to where
        // nobody on the internet is.
        if derived || by_hand {
            let (destination, target) = (*destination, RouteTarget::Internet);
            routes.insert(destination, VpcRoute { destination, list: None, target, span: *span });
        }
    }
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
    fn new(reached: &[Reached]) -> Summary {
        let mut entries = BTreeMap::new();
        for each in reached.iter().filter(|each| each.has_route()) {
            *entries.entry(each.destination.widest()).or_default() += 1;
        }
        Summary(entries)
    }
}

impl Reached {
    /// Whether anything of the VPC has a way there: NAT gateways have none over IPv6.
    fn has_route(&self) -> bool {
        self.meets || self.destination.exact.is_ipv4()
    }
}

/// Whether subnets of a group are on the way out of others: NAT gateways or a firewall stand there, so that
/// they know the way back.
pub fn is_on_the_way_out(topology: &Topology, id: VpcId, group: usize) -> bool {
    if !is_way_out(topology, id) {
        return false;
    }
    let nats = topology.vpc(id).nats().iter().any(|(of, _)| *of == group);
    nats || topology.inspected_by(id).is_some_and(|firewall| topology.firewall(firewall).group == group)
}

/// What subnets of a way out have.
struct Apart {
    /// Routes to what may meet them, and to nothing that only goes out.
    open: BTreeMap<IpNetwork, RouteTarget>,
    /// The same where NAT gateways and firewalls stand, with the way back to all who go out.
    way_back: BTreeMap<IpNetwork, RouteTarget>,
    /// Where nothing of the others may get, by way of a NAT gateway neither; with the line of the egress.
    closed: Vec<(IpNetwork, crate::source::Span)>,
}

impl Apart {
    fn new(
        topology: &Topology,
        gateways: &[Vec<GatewayTable>],
        reached: &[Vec<Reach>],
        id: VpcId,
        derived: &BTreeMap<IpNetwork, RouteTarget>,
    ) -> Apart {
        let mut open: BTreeMap<IpNetwork, RouteTarget> = derived
            .iter()
            .filter(|(_, target)| matches!(target, RouteTarget::Peering(_)))
            .map(|(range, target)| (*range, *target))
            .collect();
        let all: Vec<(GatewayId, Reached)> = topology
            .vpc(id)
            .attachments
            .iter()
            .flat_map(|attachment| {
                let of = attachment.gateway.0 as usize;
                let table = gateways[of].iter().position(|table| table.associated.contains(&Edge::Vpc(id)));
                let reached = table.map(|table| reached[of][table].as_slice()).unwrap_or_default();
                reached.iter().map(move |each| (attachment.gateway, *each))
            })
            .collect();
        let met: Vec<(GatewayId, Destination)> =
            all.iter().filter(|(_, each)| each.meets).map(|(gateway, each)| (*gateway, each.destination)).collect();
        let known = |range: IpNetwork| open.contains_key(&range) || met.iter().any(|(_, each)| each.exact == range);
        let closed: Vec<Destination> = all.iter().map(|(_, each)| each.destination).filter(|each| !known(each.exact)).collect();
        // As wide as a range can be without taking in the other side.
        let within = |range: IpNetwork, other: IpNetwork| range == other || covers(range, other);
        let wider = |each: &Destination| [each.pool, each.block].into_iter().flatten().collect::<Vec<_>>();
        for (gateway, each) in &met {
            let alone = |range: &IpNetwork| {
                closed.iter().all(|other| !within(*range, other.exact))
                    && met.iter().all(|(other, destination)| other == gateway || !within(*range, destination.exact))
            };
            let range = wider(each).into_iter().find(alone).unwrap_or(each.exact);
            open.entry(range).or_insert(RouteTarget::Gateway(*gateway));
        }
        let span = topology.egresses.iter().find(|egress| egress.via == id).map_or(topology.vpc(id).span, |egress| egress.span);
        let mut ranges: BTreeSet<IpNetwork> = BTreeSet::new();
        // Without NAT gateways nothing goes out, which a check has said.
        for each in closed.iter().filter(|each| each.exact.is_ipv4() && topology.vpc(id).nat != Nat::None) {
            let alone = |range: &IpNetwork| open.keys().all(|other| !within(*range, *other) && !covers(*other, *range));
            ranges.insert(wider(each).into_iter().find(alone).unwrap_or(each.exact));
        }
        // Answers of NAT gateways are of IPv4.
        let answers = derived.iter().filter(|(range, _)| range.is_ipv4());
        let way_back = answers.chain(open.iter().filter(|(range, _)| range.is_ipv6())).map(|(range, target)| (*range, *target)).collect();
        Apart { open, way_back, closed: ranges.into_iter().map(|range| (range, span)).collect() }
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
            let others = table.iter().filter(move |each| each.owner != Some(id) && each.has_route());
            others.map(move |each| (gateway, each.destination))
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
