//! Intent to routes: what each gateway and each VPC must have in its tables.
//!
//! A gateway reaches what is attached to it, what is attached to its direct peers, and, as a spoke
//! of a star with transit, what is attached to the other spokes. Ranges from a pool are summarised:
//! over a peering to the block of the other region, in a VPC to the whole pool, so that one more VPC
//! in one region changes nothing in another. Where two targets want one summary, both get exact
//! routes instead.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::Ipv4Network;

use crate::address::inside;
use crate::topology::{Ends, GatewayId, Origin, PeeringId, PoolId, RangeSource, RouteTarget, Topology, VpcId};

/// Tables of the whole topology.
#[derive(Clone, Debug, Default)]
pub struct Routing {
    /// By gateway: static routes over peerings, sorted.
    pub gateways: Vec<Vec<TransitRoute>>,
    /// By VPC: routes that every table of its subnets has, sorted.
    pub vpcs: Vec<Vec<VpcRoute>>,
    /// Destinations that a VPC would have to send to two gateways.
    pub conflicts: Vec<Conflict>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TransitRoute {
    pub destination: Ipv4Network,
    pub peering: PeeringId,
    /// The region of what lies there.
    pub region: &'static str,
    /// A region's block rather than one VPC's range.
    pub summary: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VpcRoute {
    pub destination: Ipv4Network,
    pub target: RouteTarget,
}

#[derive(Clone, Debug)]
pub struct Conflict {
    pub vpc: VpcId,
    pub destination: Ipv4Network,
    pub gateways: (GatewayId, GatewayId),
}

/// A range that something behind a gateway has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Destination {
    exact: Ipv4Network,
    region: &'static str,
    /// The block of its region, and its whole pool.
    block: Option<Ipv4Network>,
    pool: Option<Ipv4Network>,
}

pub fn derive(topology: &Topology) -> Routing {
    let attached = attached(topology);
    let mut over: Vec<Vec<(PeeringId, Destination)>> = vec![Vec::new(); topology.gateways.len()];
    for (ix, peering) in topology.peerings.iter().enumerate() {
        let Ends::Gateways(a, b) = peering.ends else { continue };
        for (from, to) in [(a, b), (b, a)] {
            let behind = behind(topology, &attached, peering.origin, from, to);
            over[from.0 as usize].extend(behind.into_iter().map(|each| (PeeringId(ix as u32), each)));
        }
    }
    let gateways = over.iter().map(|routes| summarised(routes)).collect();
    let reach: Vec<Reach> = topology.gateway_ids().map(|id| Reach::new(&attached[id.0 as usize], &over[id.0 as usize])).collect();
    let mut routing = Routing { gateways, ..Routing::default() };
    for vpc in topology.vpc_ids() {
        let routes = vpc_routes(topology, &attached, &over, &reach, vpc, &mut routing.conflicts);
        routing.vpcs.push(routes);
    }
    routing
}

/// What is attached to each gateway and announced there.
fn attached(topology: &Topology) -> Vec<Vec<(Option<VpcId>, Destination)>> {
    let mut attached: Vec<Vec<(Option<VpcId>, Destination)>> = vec![Vec::new(); topology.gateways.len()];
    for id in topology.vpc_ids() {
        let vpc = topology.vpc(id);
        for attachment in vpc.attachments.iter().filter(|each| each.propagate) {
            attached[attachment.gateway.0 as usize].extend(destinations(topology, id).map(|each| (Some(id), each)));
        }
    }
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        let region: &'static str = &topology.place(gateway.place).region.code;
        for cidr in gateway.existing.iter().flat_map(|existing| &existing.routes) {
            attached[id.0 as usize].push((None, Destination { exact: cidr.block(), region, block: None, pool: None }));
        }
    }
    attached
}

fn destinations(topology: &Topology, vpc: VpcId) -> impl Iterator<Item = Destination> + '_ {
    let region: &'static str = &topology.place(topology.vpc(vpc).place).region.code;
    topology.vpc(vpc).ranges.iter().filter_map(move |range| {
        let exact = range.cidr?;
        // A written range that lies in the block of its region is summarised like an allocated one.
        let pool = match range.source {
            RangeSource::Pool { pool, .. } => Some(pool),
            RangeSource::Written(_) => (0..topology.pools.len() as u32).map(PoolId).find(|id| inside(exact, topology.pool(*id).cidr)),
        };
        let block = pool.and_then(|id| {
            topology.pool(id).blocks.iter().find(|block| block.region == region && inside(exact, block.cidr)).map(|block| block.cidr)
        });
        let pool = pool.map(|id| topology.pool(id).cidr).filter(|pool| pool.prefix() > 0);
        Some(Destination { exact, region, block, pool })
    })
}

/// What `from` reaches by way of its peer `to`.
fn behind(
    topology: &Topology,
    attached: &[Vec<(Option<VpcId>, Destination)>],
    origin: Origin,
    from: GatewayId,
    to: GatewayId,
) -> BTreeSet<Destination> {
    let of = |id: GatewayId| attached[id.0 as usize].iter().map(|(_, each)| *each);
    let mut found: BTreeSet<Destination> = of(to).collect();
    if let Origin::Star { hub, transit: true } = origin
        && to == hub
    {
        let spokes = topology.peerings.iter().filter(|each| each.origin == origin).filter_map(|each| match each.ends {
            Ends::Gateways(a, b) => Some(if a == hub { b } else { a }),
            Ends::Vpcs(..) => None,
        });
        found.extend(spokes.filter(|spoke| *spoke != from).flat_map(of));
    }
    found
}

/// Exact destinations to routes: blocks where only one peering leads to them.
fn summarised(routes: &[(PeeringId, Destination)]) -> Vec<TransitRoute> {
    let mut blocks: BTreeMap<Ipv4Network, BTreeSet<PeeringId>> = BTreeMap::new();
    for (peering, destination) in routes {
        if let Some(block) = destination.block {
            blocks.entry(block).or_default().insert(*peering);
        }
    }
    let mut found: BTreeSet<TransitRoute> = BTreeSet::new();
    let mut taken: BTreeSet<Ipv4Network> = BTreeSet::new();
    for (peering, each) in routes {
        let block = each.block.filter(|block| blocks[block].len() == 1);
        let route =
            TransitRoute { destination: block.unwrap_or(each.exact), peering: *peering, region: each.region, summary: block.is_some() };
        // A range that two peerings lead to goes over the first: a table has one route to it.
        if found.contains(&route) || taken.insert(route.destination) {
            found.insert(route);
        }
    }
    found.into_iter().collect()
}

/// What a gateway reaches, as a VPC with no other gateway would write it, and how many VPC ranges
/// stand behind each entry. One for each gateway serves all of its VPCs.
struct Reach(BTreeMap<Ipv4Network, u32>);

impl Reach {
    fn new(attached: &[(Option<VpcId>, Destination)], over: &[(PeeringId, Destination)]) -> Reach {
        let mut entries = BTreeMap::new();
        for each in attached.iter().map(|(_, each)| each).chain(over.iter().map(|(_, each)| each)) {
            *entries.entry(each.widest()).or_default() += 1;
        }
        Reach(entries)
    }
}

impl Destination {
    /// The shortest way to write it: its pool, its region's block, or itself.
    fn widest(&self) -> Ipv4Network {
        self.pool.or(self.block).unwrap_or(self.exact)
    }
}

fn vpc_routes(
    topology: &Topology,
    attached: &[Vec<(Option<VpcId>, Destination)>],
    over: &[Vec<(PeeringId, Destination)>],
    reach: &[Reach],
    id: VpcId,
    conflicts: &mut Vec<Conflict>,
) -> Vec<VpcRoute> {
    let vpc = topology.vpc(id);
    let mut found: BTreeMap<Ipv4Network, RouteTarget> = BTreeMap::new();
    // A VPC peering is the shorter way, and its routes are exact.
    for (ix, peering) in topology.peerings.iter().enumerate() {
        let other = match peering.ends {
            Ends::Vpcs(a, b) if a == id => b,
            Ends::Vpcs(a, b) if b == id => a,
            _ => continue,
        };
        for cidr in topology.vpc(other).cidrs() {
            found.insert(cidr, RouteTarget::Peering(PeeringId(ix as u32)));
        }
    }
    if let [only] = vpc.attachments.as_slice() {
        let mut own: BTreeMap<Ipv4Network, u32> = BTreeMap::new();
        if only.propagate {
            for each in destinations(topology, id) {
                *own.entry(each.widest()).or_default() += 1;
            }
        }
        for (destination, number) in &reach[only.gateway.0 as usize].0 {
            // What only this VPC itself has is no reason for a route.
            if own.get(destination) != Some(number) {
                found.entry(*destination).or_insert(RouteTarget::Gateway(only.gateway));
            }
        }
        return found.into_iter().map(|(destination, target)| VpcRoute { destination, target }).collect();
    }
    let reached: Vec<(GatewayId, Destination)> = vpc
        .attachments
        .iter()
        .flat_map(|attachment| {
            let gateway = attachment.gateway;
            let local = attached[gateway.0 as usize].iter().filter(move |(owner, _)| *owner != Some(id)).map(|(_, each)| *each);
            let remote = over[gateway.0 as usize].iter().map(|(_, each)| *each);
            local.chain(remote).map(move |each| (gateway, each))
        })
        .collect();
    let wanted_by = |summary: fn(&Destination) -> Option<Ipv4Network>| {
        let mut wanted: BTreeMap<Ipv4Network, BTreeSet<GatewayId>> = BTreeMap::new();
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
    found.into_iter().map(|(destination, target)| VpcRoute { destination, target }).collect()
}
