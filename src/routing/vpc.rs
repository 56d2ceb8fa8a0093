//! Tables of VPCs: everything that the tables of their gateways lead to.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::IpNetwork;

use super::members::{Destination, destinations};
use super::{Conflict, Edge, GatewayTable, Reach, VpcRoute};
use crate::topology::{Attachment, Ends, GatewayId, PeeringId, RouteTarget, Topology, VpcId};

/// Routes of every VPC, by position.
pub fn tables(
    topology: &Topology,
    gateways: &[Vec<GatewayTable>],
    reached: &[Vec<Reach>],
    conflicts: &mut Vec<Conflict>,
) -> Vec<Vec<VpcRoute>> {
    let summaries: Vec<Vec<Summary>> = reached.iter().map(|tables| tables.iter().map(|table| Summary::new(table)).collect()).collect();
    topology.vpc_ids().map(|id| routes(topology, gateways, reached, &summaries, id, conflicts)).collect()
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

fn routes(
    topology: &Topology,
    gateways: &[Vec<GatewayTable>],
    reached: &[Vec<Reach>],
    summaries: &[Vec<Summary>],
    id: VpcId,
    conflicts: &mut Vec<Conflict>,
) -> Vec<VpcRoute> {
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
        for cidr in topology.vpc(other).cidrs() {
            found.insert(cidr.into(), RouteTarget::Peering(PeeringId(ix as u32)));
        }
    }
    if let [only] = vpc.attachments.as_slice() {
        let Some(table) = table_of(only) else { return sorted(found) };
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
        return sorted(found);
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
    sorted(found)
}

fn sorted(found: BTreeMap<IpNetwork, RouteTarget>) -> Vec<VpcRoute> {
    found.into_iter().map(|(destination, target)| VpcRoute { destination, target }).collect()
}
