//! The way out: which tables of gateways have a default route, and where it leads.

use std::collections::BTreeMap;

use super::{Edge, TableName};
use crate::topology::{Egress, Ends, GatewayId, Origin, PeeringId, SegmentId, Topology, VpcId};

/// Default routes of gateways.
#[derive(Clone, Debug, Default)]
pub struct Exits {
    /// For what is attached to a gateway, by its segment.
    own: BTreeMap<(GatewayId, Option<SegmentId>), Exit>,
    /// For what comes over peerings.
    arrivals: BTreeMap<GatewayId, Exit>,
    pub problems: Vec<ExitProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit {
    pub edge: Edge,
    /// By position in [`Topology::egresses`].
    pub egress: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExitProblem {
    /// No gateway of the place of an egress is joined with one that its VPC is attached to.
    NoWay { egress: usize },
    /// Two egresses want a default route in one table; they are in the order of the topology.
    Two { gateway: GatewayId, egresses: (usize, usize) },
}

impl Exits {
    pub fn new(topology: &Topology) -> Exits {
        let mut exits = Exits::default();
        for (ix, egress) in topology.egresses.iter().enumerate() {
            let ways: Vec<Vec<(GatewayId, Edge)>> = topology
                .gateway_ids()
                .filter(|id| topology.gateway(*id).place == egress.place && topology.gateway(*id).existing.is_none())
                .filter_map(|id| way(topology, id, egress))
                .collect();
            if ways.is_empty() {
                exits.problems.push(ExitProblem::NoWay { egress: ix });
            }
            for way in ways {
                exits.add(topology, ix, egress, &way);
            }
        }
        exits
    }

    /// A way is the gateway of the place and its edge, then each gateway that is passed.
    fn add(&mut self, topology: &Topology, ix: usize, egress: &Egress, way: &[(GatewayId, Edge)]) {
        let Some(((gateway, edge), passed)) = way.split_first() else { return };
        for segment in &egress.from {
            let here = segment.is_none_or(|id| topology.segment(id).on.iter().any(|table| table.gateway == *gateway));
            let exit = Exit { edge: *edge, egress: ix };
            if let Some(first) = here.then(|| self.own.insert((*gateway, *segment), exit)).flatten() {
                self.problems.push(ExitProblem::Two { gateway: *gateway, egresses: (first.egress, ix) });
            }
        }
        for (gateway, edge) in passed {
            let exit = Exit { edge: *edge, egress: ix };
            if let Some(first) = self.arrivals.insert(*gateway, exit)
                && first.edge != *edge
            {
                self.problems.push(ExitProblem::Two { gateway: *gateway, egresses: (first.egress, ix) });
            }
        }
    }

    /// The default route of a table. `segment` is that of the VPC where the table is one VPC's.
    pub fn of(&self, topology: &Topology, gateway: GatewayId, table: TableName, segment: Option<SegmentId>) -> Option<Exit> {
        match table {
            TableName::Default => self.own.get(&(gateway, None)).copied(),
            TableName::Segment(id) => self.own.get(&(gateway, Some(id))).copied(),
            // What goes out through a VPC does not come back for another way out.
            TableName::Vpc(vpc) if is_way_out(topology, vpc) => None,
            TableName::Vpc(_) => self.own.get(&(gateway, segment)).copied(),
            // The other end has its own way out.
            TableName::Behind(_) | TableName::Uplink(_) => None,
            TableName::Arrivals => self.arrivals.get(&gateway).copied(),
        }
    }
}

pub fn is_way_out(topology: &Topology, vpc: VpcId) -> bool {
    topology.egresses.iter().any(|egress| egress.via == vpc)
}

/// From a gateway to the VPC of an egress: attached there, at a direct peer, or at another spoke of
/// a star with transit.
fn way(topology: &Topology, from: GatewayId, egress: &Egress) -> Option<Vec<(GatewayId, Edge)>> {
    let last = |home: GatewayId| (home, Edge::Vpc(egress.via));
    let homes: Vec<GatewayId> = topology
        .vpc(egress.via)
        .attachments
        .iter()
        .map(|each| each.gateway)
        .filter(|id| topology.gateway(*id).existing.is_none())
        .collect();
    if homes.contains(&from) {
        return Some(vec![last(from)]);
    }
    for (peering, hub) in peers(topology, from) {
        if homes.contains(&hub) {
            return Some(vec![(from, Edge::Peering(peering)), last(hub)]);
        }
    }
    for (peering, hub) in peers(topology, from) {
        let origin = topology.peering(peering).origin;
        if !matches!(origin, Origin::Star { hub: center, transit: true } if center == hub) {
            continue;
        }
        let onwards = peers(topology, hub).find(|(each, home)| topology.peering(*each).origin == origin && homes.contains(home));
        if let Some((second, home)) = onwards {
            return Some(vec![(from, Edge::Peering(peering)), (hub, Edge::Peering(second)), last(home)]);
        }
    }
    None
}

/// Peerings of a gateway, with the other end.
pub fn peers(topology: &Topology, id: GatewayId) -> impl Iterator<Item = (PeeringId, GatewayId)> + '_ {
    topology.peerings.iter().enumerate().filter_map(move |(ix, peering)| match peering.ends {
        Ends::Gateways(a, b) if a == id => Some((PeeringId(ix as u32), b)),
        Ends::Gateways(a, b) if b == id => Some((PeeringId(ix as u32), a)),
        _ => None,
    })
}
