//! Intent to routes: what each table of each gateway and of each VPC must have.
//!
//! A gateway reaches what is attached to it, what is attached to its direct peers, and, as a spoke
//! of a star with transit, what is attached to the other spokes. Ranges from a pool are summarised:
//! over a peering to the block of the other region, in a VPC to the whole pool, so that one more VPC
//! in one region changes nothing in another. Where two targets want one summary, or a summary would
//! open something that policy closes, there are exact routes instead.
//!
//! Policy is kept where a packet enters the first gateway: its attachment's table knows only what it
//! may reach. Over a peering nothing says any more which segment a packet is of; where policy
//! governs, peerings arrive in a table of their own that knows everything local and, in the hub of a
//! star, the way onwards.

mod egress;
mod ingress;
mod members;
pub mod policy;
mod vpc;

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::IpNetwork;

use crate::source::Span;
use crate::topology::{
    Ends, GatewayId, Origin, PartyMember, PeeringId, PrefixListId, RouteTarget, SegmentId, SegmentTarget, Topology, UplinkBy, UplinkId,
    VpcId,
};

pub use egress::{Exit, ExitProblem, is_way_out};
use egress::{Exits, peers};
pub use ingress::{Ingress, Opening, directions};
use members::{Destination, Member};
use policy::{Class, Policy, Who};
pub use vpc::is_on_the_way_out;

/// Tables of the whole topology.
#[derive(Clone, Debug, Default)]
pub struct Routing {
    /// By gateway: its tables, sorted by name. An existing gateway has one, [`TableName::Default`].
    pub gateways: Vec<Vec<GatewayTable>>,
    /// By VPC: its tables, those of subnet groups first, then those of attachments.
    pub vpcs: Vec<Vec<VpcTable>>,
    /// Destinations that a VPC would have to send to two gateways.
    pub conflicts: Vec<Conflict>,
    /// What rules open, by VPC and subnet group.
    pub ingress: Vec<Ingress>,
    /// Ways out that there are not, or twice.
    pub exit_problems: Vec<ExitProblem>,
    /// Pairs of uplinks with one range, of which a table takes the first and never the second.
    pub shared: Vec<Shared>,
}

/// Two uplinks that a table knows, both with one range.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shared {
    pub taken: UplinkId,
    pub idle: UplinkId,
    pub range: IpNetwork,
    /// Of the table.
    pub gateway: GatewayId,
}

impl Routing {
    /// The table that an edge's packets are looked up in.
    pub fn table_of(&self, gateway: GatewayId, edge: Edge) -> Option<&GatewayTable> {
        self.gateways[gateway.0 as usize].iter().find(|table| table.associated.contains(&edge))
    }
}

/// One table of a gateway.
#[derive(Clone, Debug)]
pub struct GatewayTable {
    pub name: TableName,
    /// Edges whose packets it routes; an edge is in one table of a gateway.
    pub associated: Vec<Edge>,
    /// Edges whose ranges it learns.
    pub propagated: Vec<Edge>,
    /// Static routes, sorted, one a destination.
    pub routes: Vec<TransitRoute>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableName {
    /// What is in no segment; the only table where there is no policy.
    Default,
    Segment(SegmentId),
    /// A VPC that rules name, alone.
    Vpc(VpcId),
    /// What comes over a peering from an existing gateway that rules name.
    Behind(GatewayId),
    /// What comes from a VPN or from Direct Connect that rules name.
    Uplink(UplinkId),
    /// What comes over peerings from gateways that keep the policy themselves.
    Arrivals,
}

/// What joins a gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edge {
    Vpc(VpcId),
    Peering(PeeringId),
    Uplink(UplinkId),
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TransitRoute {
    pub destination: IpNetwork,
    /// None drops the packet.
    pub target: Option<Edge>,
    /// The region of what lies there.
    pub region: &'static str,
    /// A region's block rather than one VPC's range.
    pub summary: bool,
    /// The line that it comes from.
    pub span: Span,
}

/// One table of a VPC, beside the local route that every table has.
#[derive(Clone, Debug)]
pub struct VpcTable {
    pub of: TableOf,
    /// The one zone whose subnets it serves; None serves all of them.
    pub zone: Option<String>,
    /// Sorted, one a destination.
    pub routes: Vec<VpcRoute>,
}

/// Whose subnets follow a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableOf {
    /// A subnet group, by position in `Vpc::subnets`.
    Group(usize),
    /// The dedicated subnets of an attachment: what arrives from the gateway.
    Attachment(GatewayId),
    /// A table of an existing VPC, by position in `ExistingVpc::route_tables`.
    Existing(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VpcRoute {
    pub destination: IpNetwork,
    /// The list that has it: one route leads to all of that.
    pub list: Option<PrefixListId>,
    pub target: RouteTarget,
    /// The line that it comes from.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Conflict {
    pub vpc: VpcId,
    pub destination: IpNetwork,
    pub gateways: (GatewayId, GatewayId),
}

/// What the VPCs of a table reach.
type Reach = Vec<Reached>;

#[derive(Clone, Copy, Debug)]
struct Reached {
    /// Whose it is.
    owner: Option<VpcId>,
    destination: Destination,
    /// Whether they may meet; otherwise only answers of NAT gateways go there.
    meets: bool,
}

pub fn derive(topology: &Topology) -> Routing {
    let (members, policy) = members::members(topology);
    let governed = governed(topology, &members);
    let exits = Exits::new(topology);
    let mut blocks: BTreeMap<IpNetwork, BTreeSet<IpNetwork>> = BTreeMap::new();
    for each in members.iter().flatten().flat_map(|each| &each.destinations) {
        if let Some(block) = each.block {
            blocks.entry(block).or_default().insert(each.exact);
        }
    }
    let cx = Derivation { topology, members: &members, policy: &policy, governed: &governed, exits: &exits, blocks: &blocks };
    let mut routing = Routing { exit_problems: exits.problems.clone(), ..Routing::default() };
    let mut reached: Vec<Vec<Reach>> = Vec::new();
    for id in topology.gateway_ids() {
        let (tables, reach) = cx.tables(id).into_iter().map(|name| cx.table(id, name, &mut routing.shared)).unzip();
        routing.gateways.push(tables);
        reached.push(reach);
    }
    routing.shared.sort();
    routing.shared.dedup();
    routing.ingress = ingress::derive(topology, &members, &policy);
    routing.vpcs = vpc::tables(topology, &routing.gateways, &reached, &mut routing.conflicts);
    routing
}

/// Whether a gateway is joined, directly or by way of others, with one that segments or rules are about.
fn governed(topology: &Topology, members: &[Vec<Member>]) -> Vec<bool> {
    let mut governed: Vec<bool> = members.iter().map(|on| on.iter().any(|each| each.named || each.segment.is_some())).collect();
    for table in topology.segments.iter().flat_map(|segment| &segment.on) {
        governed[table.gateway.0 as usize] = true;
    }
    loop {
        let mut changed = false;
        for peering in &topology.peerings {
            let Ends::Gateways(a, b) = peering.ends else { continue };
            let (a, b) = (a.0 as usize, b.0 as usize);
            if governed[a] != governed[b] {
                (governed[a], governed[b], changed) = (true, true, true);
            }
        }
        if !changed {
            return governed;
        }
    }
}

struct Derivation<'t, 'x> {
    topology: &'t Topology,
    members: &'x [Vec<Member>],
    policy: &'x Policy<'t>,
    governed: &'x [bool],
    exits: &'x Exits,
    /// What there is in each block.
    blocks: &'x BTreeMap<IpNetwork, BTreeSet<IpNetwork>>,
}

impl Derivation<'_, '_> {
    /// The table in which a peering arrives.
    fn arrival(&self, at: GatewayId, from: GatewayId) -> TableName {
        if !self.governed[at.0 as usize] || self.topology.gateway(at).existing.is_some() {
            return TableName::Default;
        }
        // Nobody but us keeps the policy for what exists.
        let behind = self.members[from.0 as usize].iter().find(|each| each.edge.is_none());
        behind.map_or(TableName::Arrivals, Member::table)
    }

    fn home(&self, gateway: GatewayId, member: &Member) -> TableName {
        let ours = self.governed[gateway.0 as usize] && self.topology.gateway(gateway).existing.is_none();
        if ours { member.table() } else { TableName::Default }
    }

    /// The tables that a gateway has. A segment's is there whether anything is in it or not.
    fn tables(&self, id: GatewayId) -> BTreeSet<TableName> {
        let ix = id.0 as usize;
        if !self.governed[ix] || self.topology.gateway(id).existing.is_some() {
            return BTreeSet::from([TableName::Default]);
        }
        let homes = self.members[ix].iter().map(Member::table);
        let arrivals = peers(self.topology, id).map(|(_, from)| self.arrival(id, from));
        let segments = (0..self.topology.segments.len() as u32)
            .map(SegmentId)
            .filter(|segment| self.topology.segment(*segment).on.iter().any(|table| table.gateway == id))
            .map(TableName::Segment);
        homes.chain(arrivals).chain(segments).collect()
    }

    /// A table, and what VPCs in it reach. Pairs of uplinks of which it takes one are put to the others.
    fn table(&self, id: GatewayId, name: TableName, shared: &mut Vec<Shared>) -> (GatewayTable, Reach) {
        let own = &self.members[id.0 as usize];
        let vpc = own.iter().filter(|each| self.home(id, each) == name).filter_map(|each| each.edge);
        let peering =
            peers(self.topology, id).filter(|(_, from)| self.arrival(id, *from) == name).map(|(peering, _)| Edge::Peering(peering));
        let associated: Vec<Edge> = vpc.chain(peering).collect();
        let row = self.row(id, name);
        let row = row.as_deref();
        let segment = self.segment_table(id, name);
        let learnt: Vec<&Member> = own
            .iter()
            .filter(|each| {
                let more = segment.is_some_and(|table| table.propagate.iter().any(|(vpc, _)| Some(*vpc) == each.vpc()));
                more || (each.announced && self.reaches(row, name, each))
            })
            .collect();
        let by_hand: Vec<&Member> = learnt.iter().copied().filter(|each| self.by_hand(each)).collect();
        let propagated = learnt.iter().filter(|each| !self.by_hand(each)).filter_map(|each| each.edge).collect();
        let far = self.far(id, name);
        self.shared(id, name, row, &far, shared);
        let mut over = self.over_peerings(&far, name, row);
        // A static route beats what is learnt here: what leaves AWS here does not go round by another region.
        over.retain(|(_, far)| !learnt.iter().any(|each| each.destinations.iter().any(|near| near.exact == far.exact)));
        // A block in which there is more than the table reaches would send packets on to a gateway that
        // may know the rest.
        let known: BTreeSet<IpNetwork> =
            learnt.iter().flat_map(|each| &each.destinations).chain(over.iter().map(|(_, each)| each)).map(|each| each.exact).collect();
        let more = |block: IpNetwork| self.blocks.get(&block).is_some_and(|all| !all.is_subset(&known));
        let mut routes: BTreeMap<IpNetwork, TransitRoute> =
            summarised(self.topology, &over, more).into_iter().map(|route| (route.destination, route)).collect();
        let here: &'static str = &self.topology.place(self.topology.gateway(id).place).region.code;
        for each in &by_hand {
            let (Some(edge), PartyMember::Uplink(uplink)) = (each.edge, each.party) else { continue };
            let span = self.topology.uplink(uplink).span;
            for destination in each.destinations.iter().map(|destination| destination.exact) {
                let route = TransitRoute { destination, target: Some(edge), region: here, summary: false, span };
                routes.entry(destination).or_insert(route);
            }
        }
        // What leaves by a VPC gets its answers from there; that lets nobody meet.
        let met: Option<BTreeSet<IpNetwork>> = matches!(name, TableName::Vpc(vpc) if is_way_out(self.topology, vpc)).then(|| {
            let far = far.iter().flat_map(|(_, from)| from).flat_map(|from| self.announced(*from, name, row));
            let meets = |each: &&Member| row.is_none_or(|row| row.iter().any(|class| self.policy.meet(*class, each.class)));
            let written = |each: &&Member| segment.is_some_and(|table| table.propagate.iter().any(|(vpc, _)| Some(*vpc) == each.vpc()));
            let members = learnt.iter().copied().filter(|each| meets(each) || written(each)).chain(far.filter(meets));
            members.flat_map(|each| &each.destinations).map(|each| each.exact).collect()
        });
        let reach = |owner, destination: Destination| {
            let meets = met.as_ref().is_none_or(|met| met.contains(&destination.exact));
            Reached { owner, destination, meets }
        };
        let mut reached: Reach = learnt
            .iter()
            .flat_map(|each| each.destinations.iter().map(|destination| reach(each.vpc(), *destination)))
            .chain(over.iter().map(|(_, destination)| reach(None, *destination)))
            .collect();
        if let Some(exit) = self.exits.of(self.topology, id, name, self.segment_of(id, name)) {
            let destination = everything();
            let span = self.topology.egresses[exit.egress].span;
            routes.insert(destination, TransitRoute { destination, target: Some(exit.edge), region: here, summary: true, span });
        }
        if let Some(table) = segment {
            for route in &table.routes {
                let destination: IpNetwork = route.destination.block().into();
                let target = match route.target {
                    SegmentTarget::Vpc(vpc) => Edge::Vpc(vpc),
                    SegmentTarget::Peering(peering) => Edge::Peering(peering),
                };
                routes
                    .insert(destination, TransitRoute { destination, target: Some(target), region: here, summary: true, span: route.span });
                let destination = Destination { exact: destination, region: here, block: None, pool: None };
                reached.push(Reached { owner: None, destination, meets: true });
            }
            for cidr in &table.blackholes {
                let destination: IpNetwork = cidr.block().into();
                routes.insert(destination, TransitRoute { destination, target: None, region: here, summary: true, span: cidr.span });
            }
        }
        // A default route is the subnet's choice: `route = GATEWAY`.
        reached.retain(|each| each.destination.exact.prefix() > 0);
        self.close_behind_wide_routes(row, name, here, (&learnt, &known), &mut routes);
        (GatewayTable { name, associated, propagated, routes: routes.into_values().collect() }, reached)
    }

    /// The classes whose views a table is; None for arrivals, which see everything.
    fn row(&self, id: GatewayId, name: TableName) -> Option<Vec<Class>> {
        let gateway = self.topology.gateway(id);
        let plain = |segment| vec![self.policy.class(Who { party: None, segment, place: gateway.place })];
        let of = |party: PartyMember, on: GatewayId| {
            self.members[on.0 as usize].iter().filter(|each| each.party == party).map(|each| each.class).collect()
        };
        match name {
            // The one table serves what lies behind it and what is attached.
            TableName::Default if gateway.existing.is_some() => Some(self.members[id.0 as usize].iter().map(|each| each.class).collect()),
            TableName::Default => Some(plain(None)),
            TableName::Segment(segment) => Some(plain(Some(segment))),
            TableName::Vpc(vpc) => Some(of(PartyMember::Vpc(vpc), id)),
            TableName::Uplink(uplink) => Some(of(PartyMember::Uplink(uplink), id)),
            TableName::Behind(gateway) => Some(of(PartyMember::Behind(gateway), gateway)),
            TableName::Arrivals => None,
        }
    }

    fn reaches(&self, row: Option<&[Class]>, name: TableName, member: &Member) -> bool {
        let itself = match name {
            TableName::Vpc(vpc) => member.vpc() == Some(vpc),
            TableName::Uplink(uplink) => member.party == PartyMember::Uplink(uplink),
            _ => false,
        };
        !itself && row.is_none_or(|row| row.iter().any(|class| self.policy.may(*class, member.class)))
    }

    /// Whether the gateway learns nothing from it and has static routes instead.
    fn by_hand(&self, member: &Member) -> bool {
        matches!(member.party, PartyMember::Uplink(id) if self.is_by_hand(id))
    }

    /// The segment of a table; a VPC with a table of its own is in its segment still.
    fn segment_of(&self, id: GatewayId, name: TableName) -> Option<SegmentId> {
        match name {
            TableName::Segment(segment) => Some(segment),
            TableName::Vpc(vpc) => self.members[id.0 as usize].iter().find(|each| each.vpc() == Some(vpc))?.segment,
            TableName::Uplink(uplink) => self.topology.uplink(uplink).segment,
            _ => None,
        }
    }

    /// What the segment says of its tables.
    fn segment_table(&self, id: GatewayId, name: TableName) -> Option<&crate::topology::SegmentTable> {
        let segment = self.segment_of(id, name)?;
        self.topology.segment(segment).on.iter().find(|table| table.gateway == id)
    }

    /// What a table reaches over peerings.
    fn over_peerings(&self, far: &[(PeeringId, Vec<GatewayId>)], name: TableName, row: Option<&[Class]>) -> Vec<(PeeringId, Destination)> {
        let mut over = Vec::new();
        for (peering, from) in far {
            let members = from.iter().flat_map(|from| self.announced(*from, name, row));
            let found: BTreeSet<Destination> = members.flat_map(|each| each.destinations.iter().copied()).collect();
            over.extend(found.into_iter().map(|each| (*peering, each)));
        }
        over
    }

    /// Members of a gateway that a table there or elsewhere may know.
    fn announced(&self, of: GatewayId, name: TableName, row: Option<&[Class]>) -> impl Iterator<Item = &Member> {
        self.members[of.0 as usize].iter().filter(move |each| each.announced && self.reaches(row, name, each))
    }

    /// The gateways whose members a table reaches over each peering.
    fn far(&self, id: GatewayId, name: TableName) -> Vec<(PeeringId, Vec<GatewayId>)> {
        let mut found = Vec::new();
        for (peering, to) in peers(self.topology, id) {
            let origin = self.topology.peering(peering).origin;
            let mut from: Vec<GatewayId> = Vec::new();
            let mut take = |gateway: GatewayId| from.push(gateway);
            match origin {
                // Packets that arrive go on only where a hub passes them on.
                Origin::Star { hub, transit: true } if hub == id => take(to),
                _ if name == TableName::Arrivals => {}
                Origin::Star { hub, transit: true } if hub == to => {
                    take(to);
                    let spokes = self.topology.peerings.iter().filter(|each| each.origin == origin).filter_map(|each| match each.ends {
                        Ends::Gateways(a, b) => Some(if a == hub { b } else { a }),
                        Ends::Vpcs(..) => None,
                    });
                    spokes.filter(|spoke| *spoke != id).for_each(take);
                }
                _ => take(to),
            }
            found.push((peering, from));
        }
        found
    }

    /// Uplinks of one range that a table knows and never uses, beside the one that it does. Two that a
    /// gateway learns from by BGP stand in for one another; so do associations of one Direct Connect
    /// gateway. A static route does not: it stays when what it leads to is down.
    fn shared(&self, id: GatewayId, name: TableName, row: Option<&[Class]>, far: &[(PeeringId, Vec<GatewayId>)], found: &mut Vec<Shared>) {
        if self.topology.uplinks.len() < 2 {
            return;
        }
        let known = |gateway: GatewayId| {
            self.announced(gateway, name, row).filter_map(move |each| match each.party {
                PartyMember::Uplink(uplink) => Some((uplink, gateway)),
                _ => None,
            })
        };
        // As the table takes them: what is written, what is learnt, then peerings in their order.
        let mut near: Vec<(UplinkId, GatewayId)> = known(id).collect();
        near.sort_by_key(|(uplink, _)| (!self.is_by_hand(*uplink), *uplink));
        let far = far.iter().flat_map(|(_, from)| from).flat_map(|from| known(*from));
        let all: Vec<(UplinkId, GatewayId)> = near.into_iter().chain(far).collect();
        for (ix, (taken, at)) in all.iter().enumerate() {
            for (idle, there) in &all[ix + 1..] {
                let (a, b) = (self.topology.uplink(*taken), self.topology.uplink(*idle));
                let learnt = at == there && *at == id && !self.is_by_hand(*taken) && !self.is_by_hand(*idle);
                let one = matches!((&a.by, &b.by), (UplinkBy::DirectConnect { gateway: a, .. }, UplinkBy::DirectConnect { gateway: b, .. }) if a == b);
                if learnt || one || taken == idle {
                    continue;
                }
                // A gateway further on takes its own choice of what it has.
                if at == there && *at != id {
                    continue;
                }
                if let Some((range, _)) = a.shared(b).next() {
                    found.push(Shared { taken: *taken, idle: *idle, range: range.block().into(), gateway: id });
                }
            }
        }
    }

    fn is_by_hand(&self, uplink: UplinkId) -> bool {
        matches!(self.topology.uplink(uplink).by, UplinkBy::Vpn { by_hand: true, .. })
    }

    /// A wide route, as one to the internet, would lead to what policy closes:
    /// everything inside that the table does not know otherwise is dropped.
    fn close_behind_wide_routes(
        &self,
        row: Option<&[Class]>,
        name: TableName,
        here: &'static str,
        (learnt, known): (&[&Member], &BTreeSet<IpNetwork>),
        routes: &mut BTreeMap<IpNetwork, TransitRoute>,
    ) {
        let mut wide: Vec<TransitRoute> = routes.values().filter(|route| route.target.is_some()).cloned().collect();
        // What leaves AWS by a default route may come in again where another table lets it through.
        let learnt_default = learnt.iter().find(|each| each.destinations.iter().any(|destination| destination.exact == everything()));
        if let (None, Some(PartyMember::Uplink(uplink))) = (routes.get(&everything()), learnt_default.map(|each| each.party)) {
            let span = self.topology.uplink(uplink).joint();
            wide.push(TransitRoute { destination: everything(), target: None, region: here, summary: true, span });
        }
        for route in wide {
            let pools = self.topology.pools.iter().map(|pool| IpNetwork::from(pool.cidr));
            // Arrivals were let through where they came from; only what is nowhere is closed to them.
            let closed = self.members.iter().flatten().filter(|each| row.is_some() && !self.reaches(row, name, each));
            let closed = closed.flat_map(|each| &each.destinations).map(|each| {
                let wider = [each.pool, each.block].into_iter().flatten().find(|range| covers(route.destination, *range));
                wider.unwrap_or(each.exact)
            });
            let explicit = route.destination.prefix() == 0;
            let inside: BTreeSet<IpNetwork> =
                pools.filter(|_| explicit).chain(closed).filter(|range| covers(route.destination, *range)).collect();
            for destination in inside {
                // A VPC on two gateways may be closed on one and open on the other.
                if !known.contains(&destination) {
                    routes.entry(destination).or_insert(TransitRoute {
                        destination,
                        target: None,
                        region: here,
                        summary: true,
                        span: route.span,
                    });
                }
            }
        }
    }
}

/// The default route.
pub fn everything() -> IpNetwork {
    IpNetwork::new(std::net::Ipv4Addr::UNSPECIFIED.into(), 0).expect("0 is a prefix length")
}

/// The default route of IPv6.
pub fn everything_ipv6() -> IpNetwork {
    IpNetwork::new(std::net::Ipv6Addr::UNSPECIFIED.into(), 0).expect("0 is a prefix length")
}

/// Whether a range is smaller than another and in it.
pub fn covers(outer: IpNetwork, inner: IpNetwork) -> bool {
    outer.prefix() < inner.prefix() && outer.is_ipv4() == inner.is_ipv4() && outer.contains(inner.network())
}

/// Exact destinations to routes: blocks where only one peering leads to them, and there is nothing more in them.
fn summarised(topology: &Topology, routes: &[(PeeringId, Destination)], more: impl Fn(IpNetwork) -> bool) -> Vec<TransitRoute> {
    let mut blocks: BTreeMap<IpNetwork, BTreeSet<PeeringId>> = BTreeMap::new();
    for (peering, destination) in routes {
        if let Some(block) = destination.block {
            blocks.entry(block).or_default().insert(*peering);
        }
    }
    let whole: BTreeSet<IpNetwork> =
        blocks.into_iter().filter(|(block, peerings)| peerings.len() == 1 && !more(*block)).map(|(block, _)| block).collect();
    let mut found: Vec<TransitRoute> = Vec::new();
    let mut taken: BTreeSet<IpNetwork> = BTreeSet::new();
    for (peering, each) in routes {
        let block = each.block.filter(|block| whole.contains(block));
        let destination = block.unwrap_or(each.exact);
        // A range that two peerings lead to goes over the first: a table has one route to it.
        if taken.insert(destination) {
            found.push(TransitRoute {
                destination,
                target: Some(Edge::Peering(*peering)),
                region: each.region,
                summary: block.is_some(),
                span: topology.peering(*peering).span,
            });
        }
    }
    found.sort();
    found
}

/// Whether packets pass between what is attached to two gateways: one gateway, direct peers, or
/// spokes of one star with transit.
pub fn joined(topology: &Topology, a: GatewayId, b: GatewayId) -> bool {
    let spoke = |gateway: GatewayId| {
        topology.peerings.iter().filter_map(move |peering| match (peering.ends, peering.origin) {
            (Ends::Gateways(x, y), Origin::Star { hub, transit: true }) if x == gateway || y == gateway => Some(hub),
            _ => None,
        })
    };
    let peered = |peering: &crate::topology::Peering| matches!(peering.ends, Ends::Gateways(x, y) if (x, y) == (a, b) || (y, x) == (a, b));
    a == b || topology.peerings.iter().any(peered) || spoke(a).any(|hub| spoke(b).any(|other| other == hub))
}
