//! What joins each gateway, with the ranges that it announces there.

use ipnetwork::{IpNetwork, Ipv4Network};

use super::policy::{Class, Policy, Who};
use super::{Edge, TableName, policy};
use crate::address::inside;
use crate::topology::{Attachment, GatewayId, PartyMember, PoolId, RangeSource, SegmentId, Topology, UplinkId, VpcId};

/// Something with ranges on a gateway: an attached VPC, the other end of a VPN or of Direct Connect,
/// or what lies behind an existing gateway.
pub struct Member {
    pub party: PartyMember,
    /// None: behind an existing gateway, whose tables are not ours.
    pub edge: Option<Edge>,
    pub segment: Option<SegmentId>,
    pub class: Class,
    /// Whether rules name it, so that it has a table of its own.
    pub named: bool,
    /// Whether the gateway learns its ranges.
    pub announced: bool,
    pub destinations: Vec<Destination>,
}

impl Member {
    /// The table that its packets are looked up in, where policy governs.
    pub fn table(&self) -> TableName {
        match (self.named, self.party, self.segment) {
            (true, PartyMember::Vpc(id), _) => TableName::Vpc(id),
            (true, PartyMember::Behind(id), _) => TableName::Behind(id),
            (true, PartyMember::Uplink(id), _) => TableName::Uplink(id),
            (_, _, Some(id)) => TableName::Segment(id),
            (_, _, None) => TableName::Default,
        }
    }

    pub fn vpc(&self) -> Option<VpcId> {
        match self.party {
            PartyMember::Vpc(id) => Some(id),
            _ => None,
        }
    }
}

/// A range that something behind a gateway has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Destination {
    pub exact: IpNetwork,
    pub region: &'static str,
    /// The block of its region, and its whole pool.
    pub block: Option<IpNetwork>,
    pub pool: Option<IpNetwork>,
}

impl Destination {
    /// The shortest way to write it: its pool, its region's block, or itself.
    pub fn widest(&self) -> IpNetwork {
        self.pool.or(self.block).unwrap_or(self.exact)
    }
}

/// Members by gateway, and the policy between them.
pub fn members(topology: &Topology) -> (Vec<Vec<Member>>, Policy<'_>) {
    let attachments: Vec<(VpcId, &Attachment)> =
        topology.vpc_ids().flat_map(|id| topology.vpc(id).attachments.iter().map(move |each| (id, each))).collect();
    let behind: Vec<GatewayId> = topology.gateway_ids().filter(|id| topology.gateway(*id).existing.is_some()).collect();
    let known: Vec<Who> = attachments
        .iter()
        .map(|(id, attachment)| Who::vpc(topology, *id, attachment.segment))
        .chain(behind.iter().map(|id| Who::behind(topology, *id)))
        .chain(topology.uplink_ids().map(|id| Who::uplink(topology, id)))
        .collect();
    let policy = Policy::new(topology, &known);
    let mut members: Vec<Vec<Member>> = topology.gateways.iter().map(|_| Vec::new()).collect();
    for (id, attachment) in attachments {
        let party = PartyMember::Vpc(id);
        members[attachment.gateway.0 as usize].push(Member {
            party,
            edge: Some(Edge::Vpc(id)),
            segment: attachment.segment,
            class: policy.class(Who::vpc(topology, id, attachment.segment)),
            named: policy::named(topology, party),
            announced: attachment.propagate,
            destinations: destinations(topology, id).collect(),
        });
    }
    for id in behind {
        let party = PartyMember::Behind(id);
        members[id.0 as usize].push(Member {
            party,
            edge: None,
            segment: None,
            class: policy.class(Who::behind(topology, id)),
            named: policy::named(topology, party),
            announced: true,
            destinations: behind_existing(topology, id).collect(),
        });
    }
    for id in topology.uplink_ids() {
        let (party, uplink) = (PartyMember::Uplink(id), topology.uplink(id));
        members[uplink.gateway.0 as usize].push(Member {
            party,
            edge: Some(Edge::Uplink(id)),
            segment: uplink.segment,
            class: policy.class(Who::uplink(topology, id)),
            named: policy::named(topology, party),
            announced: true,
            destinations: at_the_other_end(topology, id).collect(),
        });
    }
    (members, policy)
}

fn at_the_other_end(topology: &Topology, id: UplinkId) -> impl Iterator<Item = Destination> + '_ {
    let uplink = topology.uplink(id);
    let region: &'static str = &topology.place(uplink.place).region.code;
    uplink.routes.iter().map(move |cidr| Destination { exact: cidr.block().into(), region, block: None, pool: None })
}

fn behind_existing(topology: &Topology, id: GatewayId) -> impl Iterator<Item = Destination> + '_ {
    let gateway = topology.gateway(id);
    let region: &'static str = &topology.place(gateway.place).region.code;
    let routes = gateway.existing.iter().flat_map(|existing| &existing.routes);
    routes.map(move |cidr| Destination { exact: cidr.block().into(), region, block: None, pool: None })
}

pub fn destinations(topology: &Topology, vpc: VpcId) -> impl Iterator<Item = Destination> + '_ {
    let region: &'static str = &topology.place(topology.vpc(vpc).place).region.code;
    let ipv6 = topology.known_ipv6(vpc).map(|exact| {
        let pool = topology.ipv6_pools.iter().find(|pool| crate::address::within_ipv6(exact, pool.cidr));
        let block = pool.and_then(|pool| pool.blocks.iter().find(|(of, _)| *of == region)).map(|(_, block)| IpNetwork::from(*block));
        Destination { exact: exact.into(), region, block, pool: pool.map(|pool| pool.cidr.into()) }
    });
    let ipv4 = topology.vpc(vpc).ranges.iter().filter_map(move |range| {
        let exact = range.cidr?;
        // A written range that lies in the block of its region is summarised like an allocated one.
        let pool = match range.source {
            RangeSource::Pool { pool, .. } => Some(pool),
            RangeSource::Written(_) => pool_of(topology, exact),
        };
        let block = pool.and_then(|id| {
            topology.pool(id).blocks.iter().find(|block| block.region == region && inside(exact, block.cidr)).map(|block| block.cidr)
        });
        let pool = pool.map(|id| topology.pool(id).cidr).filter(|pool| pool.prefix() > 0);
        Some(Destination { exact: exact.into(), region, block: block.map(Into::into), pool: pool.map(Into::into) })
    });
    ipv4.chain(ipv6)
}

fn pool_of(topology: &Topology, exact: Ipv4Network) -> Option<PoolId> {
    (0..topology.pools.len() as u32).map(PoolId).find(|id| inside(exact, topology.pool(*id).cidr))
}
