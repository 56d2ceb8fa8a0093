//! What `allow -> : ports` opens at its targets: ingress of security groups.
//!
//! Routes know no direction and no ports; security groups do. A target has one group for all rules
//! that name it, with the ranges of those who may start connections.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::IpNetwork;

use super::members::{Destination, Member, destinations};
use super::policy::Policy;
use crate::topology::{ExistingGateway, PartyMember, Ports, Rule, Topology, Uplink, UplinkId, VpcId};

/// The ingress of a VPC, or of one of its subnet groups.
#[derive(Clone, Debug)]
pub struct Ingress {
    pub vpc: VpcId,
    /// Position in `Vpc::subnets`; None where a rule names the VPC or its segment.
    pub group: Option<usize>,
    /// Sorted by what they open, one each.
    pub opens: Vec<Opening>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opening {
    pub from: IpNetwork,
    /// None opens everything.
    pub ports: Option<Ports>,
    /// By position in [`Topology::rules`]; the first of those that say the same.
    pub rule: usize,
}

/// What is open, and the first rule that says so.
type Opens = BTreeMap<(IpNetwork, Option<Ports>), usize>;

pub fn derive(topology: &Topology, members: &[Vec<Member>], policy: &Policy<'_>) -> Vec<Ingress> {
    let cx = Opener { topology, members, policy };
    let mut found: BTreeMap<(VpcId, Option<usize>), Opens> = BTreeMap::new();
    for (ix, rule) in topology.rules.iter().enumerate().filter(|(_, rule)| rule.opens_ingress()) {
        for (from, to) in directions(rule) {
            for target in to {
                for (vpc, group) in cx.targets(*target) {
                    let sources = cx.sources(from, vpc);
                    let opens = found.entry((vpc, group)).or_default();
                    let ports: Vec<Option<Ports>> =
                        if rule.ports.is_empty() { vec![None] } else { rule.ports.iter().copied().map(Some).collect() };
                    for from in sources {
                        for ports in &ports {
                            opens.entry((from, *ports)).or_insert(ix);
                        }
                    }
                }
            }
        }
    }
    let ingress = |((vpc, group), opens): (_, Opens)| Ingress {
        vpc,
        group,
        opens: opens.into_iter().map(|((from, ports), rule)| Opening { from, ports, rule }).collect(),
    };
    found.into_iter().map(ingress).filter(|each: &Ingress| !each.opens.is_empty()).collect()
}

/// Who starts, and at whom.
pub fn directions(rule: &Rule) -> impl Iterator<Item = (&[PartyMember], &[PartyMember])> {
    let (from, to) = (rule.from.members.as_slice(), rule.to.members.as_slice());
    std::iter::once((from, to)).chain(rule.both.then_some((to, from)))
}

struct Opener<'t, 'x> {
    topology: &'t Topology,
    members: &'x [Vec<Member>],
    policy: &'x Policy<'t>,
}

impl Opener<'_, '_> {
    /// Where ingress is opened. What exists keeps its own groups; a check says so.
    fn targets(&self, target: PartyMember) -> Vec<(VpcId, Option<usize>)> {
        let ours = |id: &VpcId| self.topology.vpc(*id).existing.is_none();
        match target {
            PartyMember::Vpc(id) => Some((id, None)).filter(|(id, _)| ours(id)).into_iter().collect(),
            PartyMember::Group(id, ix) => vec![(id, Some(ix))],
            PartyMember::Segment(_) => self.vpcs(target).into_iter().filter(ours).map(|id| (id, None)).collect(),
            PartyMember::Behind(_) | PartyMember::Uplink(_) => Vec::new(),
        }
    }

    fn vpcs(&self, member: PartyMember) -> BTreeSet<VpcId> {
        match member {
            PartyMember::Vpc(id) | PartyMember::Group(id, _) => BTreeSet::from([id]),
            PartyMember::Segment(segment) => {
                self.members.iter().flatten().filter(|each| each.segment == Some(segment)).filter_map(Member::vpc).collect()
            }
            PartyMember::Behind(_) | PartyMember::Uplink(_) => BTreeSet::new(),
        }
    }

    /// Ranges of those who may start connections to a VPC: as wide as they can be written without
    /// taking in anybody else.
    fn sources(&self, from: &[PartyMember], to: VpcId) -> BTreeSet<IpNetwork> {
        let mut exact: Vec<Destination> = Vec::new();
        let mut alone: BTreeSet<IpNetwork> = BTreeSet::new();
        for member in from {
            match *member {
                PartyMember::Group(id, ix) if self.may(id, to) => {
                    let subnets = &self.topology.vpc(id).subnets[ix].subnets;
                    alone.extend(subnets.iter().filter_map(|subnet| subnet.cidr).map(IpNetwork::from));
                }
                PartyMember::Group(..) => {}
                PartyMember::Vpc(_) | PartyMember::Segment(_) => {
                    let vpcs = self.vpcs(*member).into_iter().filter(|id| self.may(*id, to));
                    exact.extend(vpcs.flat_map(|id| destinations(self.topology, id)));
                    let segment = |uplink: &Uplink| uplink.segment.map(PartyMember::Segment) == Some(*member);
                    let uplinks = self.topology.uplink_ids();
                    alone.extend(uplinks.filter(|id| segment(self.topology.uplink(*id))).flat_map(|id| self.uplink(id, to)));
                }
                PartyMember::Uplink(id) => alone.extend(self.uplink(id, to)),
                PartyMember::Behind(gateway) => {
                    let routes = self.topology.gateway(gateway).existing.iter().flat_map(ExistingGateway::ranges);
                    alone.extend(routes.map(|cidr| IpNetwork::from(cidr.block())));
                }
            }
        }
        let own: BTreeSet<IpNetwork> = exact.iter().map(|each| each.exact).collect();
        let widest = exact.iter().map(|each| {
            let wider = [each.pool, each.block].into_iter().flatten();
            wider.into_iter().find(|range| self.only(*range, &own)).unwrap_or(each.exact)
        });
        let all: BTreeSet<IpNetwork> = widest.chain(alone).collect();
        all.iter().filter(|range| !all.iter().any(|other| super::covers(*other, **range))).copied().collect()
    }

    /// Ranges at the other end of an uplink, where no `deny` takes the way.
    fn uplink(&self, id: UplinkId, to: VpcId) -> Vec<IpNetwork> {
        let members = self.members.iter().flatten();
        let class = members.clone().find(|each| each.party == PartyMember::Uplink(id)).map(|each| each.class);
        let may = class.is_some_and(|class| members.clone().any(|each| each.vpc() == Some(to) && self.policy.meet(class, each.class)));
        if !may {
            return Vec::new();
        }
        self.topology.uplink(id).ranges().map(|cidr| cidr.block().into()).collect()
    }

    /// Whether nobody but these has addresses in a range.
    fn only(&self, range: IpNetwork, own: &BTreeSet<IpNetwork>) -> bool {
        let vpcs = self.topology.vpc_ids().flat_map(|id| self.topology.vpc(id).cidrs()).map(IpNetwork::from);
        let ipv6 = self.topology.vpc_ids().filter_map(|id| self.topology.known_ipv6(id)).map(IpNetwork::from);
        let vpcs = vpcs.chain(ipv6);
        let behind = self.topology.gateways.iter().flat_map(|gateway| &gateway.existing).flat_map(ExistingGateway::ranges);
        let behind = behind.chain(self.topology.uplinks.iter().flat_map(Uplink::ranges));
        let reserved = self.topology.pools.iter().flat_map(|pool| &pool.reserves).map(|reserve| IpNetwork::from(reserve.cidr));
        let mut others = vpcs.filter(|each| !own.contains(each)).chain(behind.map(|cidr| cidr.block().into())).chain(reserved);
        !others.any(|other| other == range || super::covers(range, other) || super::covers(other, range))
    }

    /// Whether no `deny` takes the way between two VPCs. Those that no gateway joins are peered, and
    /// have all of each other.
    fn may(&self, a: VpcId, b: VpcId) -> bool {
        let of = |id: VpcId| self.members.iter().flatten().filter(move |each| each.vpc() == Some(id)).map(|each| each.class);
        let (from, to): (Vec<_>, Vec<_>) = (of(a).collect(), of(b).collect());
        a == b || from.is_empty() || to.is_empty() || from.iter().any(|a| to.iter().any(|b| self.policy.meet(*a, *b)))
    }
}
