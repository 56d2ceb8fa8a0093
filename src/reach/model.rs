//! Tables to states and pieces: what happens to each address where.

use std::collections::BTreeMap;

use super::space::{Stretch, internet, longest_prefix};
use crate::routing::{Edge, GatewayTable, Routing, TableOf, everything};
use crate::topology::{Ends, FirewallId, GatewayId, PeeringId, RouteTarget, Spot, Topology, UplinkBy, UplinkId, Vpc, VpcId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(pub u32);

/// Whose table a packet follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// A table of a VPC, by position in [`Routing::vpcs`]; None knows the VPC itself and no more.
    Vpc { vpc: VpcId, table: Option<usize> },
    /// A table of a gateway, by position in [`Routing::gateways`].
    Gateway { gateway: GatewayId, table: usize },
    /// What the network at the other end of a VPN or of Direct Connect sends into AWS.
    Outside(UplinkId),
}

#[derive(Clone, Debug)]
pub struct State {
    pub at: At,
    /// Disjoint and sorted; what is in none of them has no route.
    pub pieces: Vec<Piece>,
}

/// Addresses that one entry of a table decides.
#[derive(Clone, Debug)]
pub struct Piece {
    pub range: Stretch,
    pub cause: Cause,
    pub next: Next,
}

/// The entry that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The local route, with the range that it leads to.
    Local(Stretch),
    /// By position in the table's routes.
    Route(usize),
    /// Learnt from an edge.
    Learnt(Edge, Stretch),
    /// Said to lie behind an existing gateway.
    Behind(Stretch),
    /// Announced by an uplink to the network at its other end.
    Announced(UplinkId, Stretch),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// To whatever has the address in this VPC.
    Deliver(VpcId),
    /// To what lies behind an existing gateway.
    Behind(GatewayId),
    /// Out of AWS by a VPN or by Direct Connect; by any of several that announce the same range here.
    Outside(Vec<UplinkId>),
    /// Out by the internet gateway of a VPC.
    Internet(VpcId),
    /// Out by the egress-only gateway of a VPC, which lets nothing in.
    Outbound(VpcId),
    /// On to another table. Where zones have tables of their own and nothing says which zone it will
    /// be, there are several, and any of them may be the one.
    Enter(Vec<StateId>),
    /// On to another table, with the address of a NAT gateway of this VPC, which stands in the spot.
    Nat(Spot, StateId),
    /// On to another table, past a firewall in a zone, by position in [`Vpc::zones`].
    Past(FirewallId, usize, StateId),
    Drop(Stop),
}

/// Why a packet goes no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    NoRoute,
    Blackhole,
    /// The VPC is not attached to the gateway.
    NotAttached(GatewayId),
    /// The attachment does not stand in the packet's zone.
    NoZone(GatewayId),
    /// No table of the gateway is associated with what the packet comes by.
    NotAssociated(GatewayId),
    /// The edge is not one of this table's gateway or VPC.
    Elsewhere,
    /// A VPC peering ends in the other VPC, which does not have the address.
    NotInPeer(VpcId),
    /// There is no NAT gateway to follow the route.
    NoNat,
    /// The firewall does not stand in the zone of the route.
    NoFirewall(FirewallId),
    /// It comes by where it was before.
    Circle,
}

/// The whole: states of every table that some packet may follow.
pub struct Model<'t> {
    pub topology: &'t Topology,
    pub routing: &'t Routing,
    pub states: Vec<State>,
    gateways: Vec<Vec<StateId>>,
    /// By VPC: the state of a table for packets in zones with the same attachments.
    vpcs: Vec<BTreeMap<(Option<usize>, u64), StateId>>,
    outside: BTreeMap<UplinkId, StateId>,
}

impl<'t> Model<'t> {
    pub fn new(topology: &'t Topology, routing: &'t Routing) -> Model<'t> {
        let mut model = Model { topology, routing, states: Vec::new(), gateways: Vec::new(), vpcs: Vec::new(), outside: BTreeMap::new() };
        for gateway in topology.gateway_ids() {
            let tables = 0..routing.gateways[gateway.0 as usize].len();
            let states = tables.map(|table| model.state(At::Gateway { gateway, table })).collect();
            model.gateways.push(states);
        }
        let mut zones: Vec<u64> = vec![0; model.states.len()];
        for vpc in topology.vpc_ids() {
            let mut states = BTreeMap::new();
            for spot in topology.spots(vpc) {
                for key in model.keys(spot) {
                    states.entry(key).or_insert_with(|| {
                        zones.push(key.1);
                        model.state(At::Vpc { vpc, table: key.0 })
                    });
                }
            }
            model.vpcs.push(states);
        }
        for id in topology.networks_outside() {
            zones.push(0);
            let state = model.state(At::Outside(id));
            model.outside.insert(id, state);
        }
        for (ix, zone) in zones.into_iter().enumerate() {
            model.states[ix].pieces = match model.states[ix].at {
                At::Vpc { vpc, table } => model.vpc_pieces(vpc, table, zone),
                At::Gateway { gateway, table } => model.gateway_pieces(gateway, &routing.gateways[gateway.0 as usize][table]),
                At::Outside(id) => model.outside_pieces(id),
            };
        }
        model
    }

    fn state(&mut self, at: At) -> StateId {
        self.states.push(State { at, pieces: Vec::new() });
        StateId(self.states.len() as u32 - 1)
    }

    pub fn get(&self, id: StateId) -> &State {
        &self.states[id.0 as usize]
    }

    pub fn ids(&self) -> impl Iterator<Item = StateId> + use<> {
        (0..self.states.len() as u32).map(StateId)
    }

    pub fn ranges(&self, spot: Spot) -> Vec<Stretch> {
        match spot {
            Spot::Internet => self.internet(),
            _ => self.topology.spot_ranges(spot).into_iter().chain(self.topology.spot_stand_in(spot)).map(Stretch::from).collect(),
        }
    }

    pub fn vpc_ranges(&self, id: VpcId) -> Vec<Stretch> {
        let stand_in = self.topology.ipv6_stand_in(id).map(Stretch::from);
        self.topology.vpc(id).cidrs().map(Stretch::from).chain(stand_in).collect()
    }

    /// Whether somebody on the internet may have an address of a range.
    pub fn is_public(&self, range: Stretch) -> bool {
        internet().iter().any(|public| public.meet(range).is_some())
    }

    /// What is on the internet: addresses that are nothing special, and that nothing here has.
    fn internet(&self) -> Vec<Stretch> {
        let behind = self
            .topology
            .gateway_ids()
            .map(Spot::Behind)
            .chain(self.topology.networks_outside().map(Spot::Uplink))
            .flat_map(|spot| self.topology.spot_ranges(spot));
        // A default route leads to the internet by way of somebody, whose it is not.
        let behind = behind.filter(|range| range.prefix() >= 8).map(Stretch::from);
        let ours = self.topology.vpc_ids().flat_map(|id| self.vpc_ranges(id)).chain(behind);
        // What of our own pools nobody has yet is on the internet neither.
        let ours = ours.chain(self.topology.ipv6_pools.iter().map(|pool| Stretch::from(pool.cidr)));
        let mut ours: Vec<Stretch> = ours.collect();
        ours.sort();
        internet().into_iter().flat_map(|each| each.without(&ours)).collect()
    }

    /// Where packets from a spot start. Several where nothing says which of them it is.
    pub fn starts(&self, spot: Spot) -> Vec<StateId> {
        match spot {
            Spot::Subnet(vpc, ..) | Spot::Attachment(vpc, ..) | Spot::Existing(vpc) => {
                self.keys(spot).into_iter().filter_map(|key| self.vpcs[vpc.0 as usize].get(&key).copied()).collect()
            }
            // What lies behind comes in by the table that leads back to it.
            Spot::Behind(gateway) => self.gateways[gateway.0 as usize].clone(),
            Spot::Uplink(id) => self.outside.get(&id).copied().into_iter().collect(),
            Spot::Internet => Vec::new(),
        }
    }

    /// The table that packets of an uplink are looked up in.
    fn arrival(&self, id: UplinkId) -> Option<StateId> {
        let gateway = self.topology.uplink(id).gateway.0 as usize;
        let table = self.routing.gateways[gateway].iter().position(|table| table.associated.contains(&Edge::Uplink(id)))?;
        Some(self.gateways[gateway][table])
    }

    /// A VPN brings in whatever is sent. A Direct Connect gateway knows which of its gateways has announced what.
    fn outside_pieces(&self, id: UplinkId) -> Vec<Piece> {
        let mut entries: Vec<(Stretch, (UplinkId, Stretch))> = Vec::new();
        let mut vpns: Vec<StateId> = Vec::new();
        for id in self.topology.uplinks_like(id) {
            match &self.topology.uplink(id).by {
                UplinkBy::Vpn { .. } => vpns.extend(self.arrival(id)),
                UplinkBy::DirectConnect { allowed, .. } => {
                    let ranges = allowed.iter().map(|cidr| Stretch::from(cidr.block()));
                    entries.extend(ranges.map(|range| (range, (id, range))));
                }
            }
        }
        if !vpns.is_empty() {
            vpns.sort();
            vpns.dedup();
            let range = Stretch::from(everything());
            return vec![Piece { range, cause: Cause::Announced(id, range), next: Next::Enter(vpns) }];
        }
        let next = |id| self.arrival(id).map_or(Next::Drop(Stop::NoRoute), |state| Next::Enter(vec![state]));
        longest_prefix(&entries)
            .into_iter()
            .map(|(range, (id, announced))| Piece { range, cause: Cause::Announced(id, announced), next: next(id) })
            .collect()
    }

    /// Tables that packets of a spot follow, each with the attachments that stand in its zone.
    fn keys(&self, spot: Spot) -> Vec<(Option<usize>, u64)> {
        let position = |vpc: VpcId, of: TableOf, zone: &str| {
            let tables = &self.routing.vpcs[vpc.0 as usize];
            tables.iter().position(|table| table.of == of && table.zone.as_deref().is_none_or(|own| own == zone))
        };
        match spot {
            Spot::Subnet(id, group, subnet) => {
                let vpc = self.topology.vpc(id);
                let zone = &vpc.subnets[group].subnets[subnet].zone.letter;
                vec![(position(id, TableOf::Group(group), zone), coverage(vpc, zone))]
            }
            Spot::Attachment(id, attachment, subnet) => {
                let vpc = self.topology.vpc(id);
                let attachment = &vpc.attachments[attachment];
                let zone = &attachment.dedicated[subnet].zone.letter;
                vec![(position(id, TableOf::Attachment(attachment.gateway), zone), coverage(vpc, zone))]
            }
            Spot::Existing(id) => {
                let tables = self.routing.vpcs[id.0 as usize].iter().enumerate();
                let known: Vec<_> =
                    tables.filter(|(_, table)| matches!(table.of, TableOf::Existing(_))).map(|(ix, _)| (Some(ix), 0)).collect();
                if known.is_empty() { vec![(None, 0)] } else { known }
            }
            Spot::Behind(_) | Spot::Uplink(_) | Spot::Internet => Vec::new(),
        }
    }

    fn vpc_pieces(&self, id: VpcId, table: Option<usize>, zone: u64) -> Vec<Piece> {
        let vpc = self.topology.vpc(id);
        let local = self.vpc_ranges(id).into_iter().map(|range| (range, Cause::Local(range)));
        let table = table.map(|table| &self.routing.vpcs[id.0 as usize][table]);
        let routes = table
            .iter()
            .flat_map(|table| table.routes.iter().enumerate())
            .map(|(ix, route)| (Stretch::from(route.destination), Cause::Route(ix)));
        // The local route is the first of two alike.
        let entries: Vec<(Stretch, Cause)> = local.chain(routes).collect();
        let mut pieces = Vec::with_capacity(entries.len());
        for (range, cause) in longest_prefix(&entries) {
            let Cause::Route(ix) = cause else {
                pieces.push(Piece { range, cause, next: Next::Deliver(id) });
                continue;
            };
            let table = table.expect("a route is in a table");
            let next = match table.routes[ix].target {
                RouteTarget::Internet => Next::Internet(id),
                RouteTarget::Outbound => Next::Outbound(id),
                RouteTarget::Nat => self.nat(id, vpc, table.zone.as_deref()),
                RouteTarget::Gateway(gateway) => match vpc.attachments.iter().position(|each| each.gateway == gateway) {
                    None => Next::Drop(Stop::NotAttached(gateway)),
                    Some(ix) if zone & (1 << ix) == 0 => Next::Drop(Stop::NoZone(gateway)),
                    Some(_) => self.enter_gateway(gateway, Edge::Vpc(id)),
                },
                RouteTarget::Firewall(firewall, zone) => self.past(vpc, firewall, zone),
                RouteTarget::Peering(peering) => {
                    self.over_vpc_peering(id, peering, range, cause, &mut pieces);
                    continue;
                }
            };
            pieces.push(Piece { range, cause, next });
        }
        pieces
    }

    /// A NAT gateway of the table's own zone, where there is one.
    fn nat(&self, id: VpcId, vpc: &Vpc, zone: Option<&str>) -> Next {
        let nats = vpc.nats();
        let letter = |(group, subnet): &(usize, usize)| vpc.subnets[*group].subnets[*subnet].zone.letter.as_str();
        let own = nats.iter().find(|each| zone == Some(letter(each)));
        let Some((group, subnet)) = own.or(nats.first()).copied() else { return Next::Drop(Stop::NoNat) };
        let spot = Spot::Subnet(id, group, subnet);
        match self.starts(spot).first() {
            Some(state) => Next::Nat(spot, *state),
            None => Next::Drop(Stop::NoNat),
        }
    }

    /// A firewall hands on what it lets pass in its own subnet.
    fn past(&self, vpc: &Vpc, id: FirewallId, zone: usize) -> Next {
        let firewall = self.topology.firewall(id);
        let subnets = &self.topology.vpc(firewall.vpc).subnets[firewall.group].subnets;
        let subnet = subnets.iter().position(|subnet| vpc.zones.get(zone) == Some(&subnet.zone));
        let states = subnet.map(|subnet| self.starts(Spot::Subnet(firewall.vpc, firewall.group, subnet)));
        match states.as_deref() {
            Some([state]) => Next::Past(id, zone, *state),
            _ => Next::Drop(Stop::NoFirewall(id)),
        }
    }

    /// A peering of VPCs reaches the other one and nothing behind it.
    fn over_vpc_peering(&self, from: VpcId, peering: PeeringId, range: Stretch, cause: Cause, pieces: &mut Vec<Piece>) {
        let other = match self.topology.peering(peering).ends {
            Ends::Vpcs(a, b) if a == from => b,
            Ends::Vpcs(a, b) if b == from => a,
            Ends::Vpcs(..) | Ends::Gateways(..) => return pieces.push(Piece { range, cause, next: Next::Drop(Stop::Elsewhere) }),
        };
        let mut theirs = self.vpc_ranges(other);
        theirs.sort();
        let mut parts: Vec<Piece> =
            theirs.iter().filter_map(|each| each.meet(range)).map(|range| Piece { range, cause, next: Next::Deliver(other) }).collect();
        parts.extend(range.without(&theirs).into_iter().map(|range| Piece { range, cause, next: Next::Drop(Stop::NotInPeer(other)) }));
        parts.sort_by_key(|piece| piece.range);
        pieces.extend(parts);
    }

    fn enter_gateway(&self, gateway: GatewayId, by: Edge) -> Next {
        let tables = &self.routing.gateways[gateway.0 as usize];
        match tables.iter().position(|table| table.associated.contains(&by)) {
            Some(table) => Next::Enter(vec![self.gateways[gateway.0 as usize][table]]),
            None => Next::Drop(Stop::NotAssociated(gateway)),
        }
    }

    fn gateway_pieces(&self, id: GatewayId, table: &GatewayTable) -> Vec<Piece> {
        let mut entries: Vec<(Stretch, Cause)> = Vec::new();
        let existing = self.topology.gateway(id).existing.as_ref();
        // Without its id nothing is written into the table of an existing gateway.
        if existing.is_none_or(|existing| existing.route_table.is_some()) {
            entries.extend(table.routes.iter().enumerate().map(|(ix, route)| (Stretch::from(route.destination), Cause::Route(ix))));
        }
        // Static routes are the first of two alike, then what AWS prefers.
        let mut learnt = table.propagated.clone();
        learnt.sort_by_key(|edge| self.preference(*edge));
        for edge in learnt {
            entries.extend(self.announces(edge).into_iter().map(|range| (range, Cause::Learnt(edge, range))));
        }
        let behind = existing.iter().flat_map(|existing| &existing.routes).map(|cidr| Stretch::from(cidr.block()));
        entries.extend(behind.map(|range| (range, Cause::Behind(range))));
        longest_prefix(&entries)
            .into_iter()
            .map(|(range, cause)| {
                let next = match cause {
                    Cause::Route(ix) => match table.routes[ix].target {
                        None => Next::Drop(Stop::Blackhole),
                        Some(edge) => self.out_of_gateway(id, edge),
                    },
                    Cause::Learnt(edge @ Edge::Uplink(_), range) => Next::Outside(self.alike(table, edge, range)),
                    Cause::Learnt(edge, _) => self.out_of_gateway(id, edge),
                    Cause::Behind(_) => Next::Behind(id),
                    Cause::Local(_) | Cause::Announced(..) => unreachable!("neither is in a gateway's table"),
                };
                Piece { range, cause, next }
            })
            .collect()
    }

    /// What an edge makes known in the tables that learn from it.
    fn announces(&self, edge: Edge) -> Vec<Stretch> {
        match edge {
            // Not what Amazon chooses: its attachment is without IPv6.
            Edge::Vpc(vpc) => {
                let ipv6 = self.topology.known_ipv6(vpc).map(Stretch::from);
                self.topology.vpc(vpc).cidrs().map(Stretch::from).chain(ipv6).collect()
            }
            // Peerings of gateways have static routes only.
            Edge::Peering(_) => Vec::new(),
            Edge::Uplink(uplink) => self.topology.uplink(uplink).routes.iter().map(|cidr| Stretch::from(cidr.block())).collect(),
        }
    }

    /// Uplinks that a table takes for one range as much as the first of them: VPNs share it.
    fn alike(&self, table: &GatewayTable, first: Edge, range: Stretch) -> Vec<UplinkId> {
        let uplinks = table.propagated.iter().filter_map(|edge| match edge {
            Edge::Uplink(uplink) if self.preference(*edge) == self.preference(first) => Some(*uplink),
            Edge::Uplink(_) | Edge::Vpc(_) | Edge::Peering(_) => None,
        });
        uplinks.filter(|uplink| self.announces(Edge::Uplink(*uplink)).contains(&range)).collect()
    }

    /// Which of two that announce one range AWS prefers: the smaller.
    fn preference(&self, edge: Edge) -> u8 {
        match edge {
            Edge::Vpc(_) | Edge::Peering(_) => 0,
            Edge::Uplink(id) => match self.topology.uplink(id).by {
                UplinkBy::DirectConnect { .. } => 1,
                UplinkBy::Vpn { .. } => 2,
            },
        }
    }

    fn out_of_gateway(&self, from: GatewayId, edge: Edge) -> Next {
        match edge {
            Edge::Uplink(uplink) if self.topology.uplink(uplink).gateway != from => Next::Drop(Stop::Elsewhere),
            Edge::Uplink(uplink) => Next::Outside(vec![uplink]),
            Edge::Vpc(id) => {
                let vpc = self.topology.vpc(id);
                let Some(ix) = vpc.attachments.iter().position(|each| each.gateway == from) else { return Next::Drop(Stop::Elsewhere) };
                let spots: Vec<Spot> = match vpc.attachments[ix].group {
                    Some(group) => (0..vpc.subnets[group].subnets.len()).map(|subnet| Spot::Subnet(id, group, subnet)).collect(),
                    None => (0..vpc.attachments[ix].dedicated.len()).map(|subnet| Spot::Attachment(id, ix, subnet)).collect(),
                };
                let mut states: Vec<StateId> = spots.into_iter().flat_map(|spot| self.starts(spot)).collect();
                states.sort();
                states.dedup();
                if states.is_empty() { Next::Drop(Stop::NoRoute) } else { Next::Enter(states) }
            }
            Edge::Peering(peering) => match self.topology.peering(peering).ends {
                Ends::Gateways(a, b) if a == from => self.enter_gateway(b, edge),
                Ends::Gateways(a, b) if b == from => self.enter_gateway(a, edge),
                Ends::Gateways(..) | Ends::Vpcs(..) => Next::Drop(Stop::Elsewhere),
            },
        }
    }
}

/// Which attachments of a VPC stand in a zone, as bits.
fn coverage(vpc: &Vpc, zone: &str) -> u64 {
    let stands = |ix: usize| {
        let attachment = &vpc.attachments[ix];
        let subnets = attachment.group.map_or(&attachment.dedicated, |group| &vpc.subnets[group].subnets);
        subnets.iter().any(|subnet| subnet.zone.letter == zone)
    };
    (0..vpc.attachments.len().min(64)).filter(|ix| stands(*ix)).fold(0, |bits, ix| bits | 1 << ix)
}
