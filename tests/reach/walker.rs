//! Sends single packets, the way AWS forwards them, through what was built.
//!
//! A packet that leaves a gateway for a VPC may come out in any zone of the attachment that the
//! sender's zone does not decide: all of them are tried.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::built::{Address, Block, Network, Target, TransitRoute, Uplink};
use super::model::Cells;

/// How a packet ended, and the subnets of the NAT gateways whose address it took on the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ended {
    at: At,
    nats: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Subnet(String),
    /// Out of this VPC.
    Internet(String),
    /// Out of this VPC by a gateway that lets nothing in.
    EgressOnly(String),
    /// By one of these uplinks.
    Outside(Vec<String>),
    Nowhere,
}

/// Where packets start and end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place<'n> {
    Subnet(&'n str),
    /// All that is behind uplinks of one name.
    Network(&'n str),
}

/// Reach and internet, by labels; rows of IPv6 say so.
pub fn matrix(network: &Network) -> (Cells, Cells) {
    let walker = Walker::new(network);
    let (mut reach, mut internet) = (Cells::new(), Cells::new());
    for six in [false, true] {
        let members: Vec<Place<'_>> = places(network).into_iter().filter(|place| walker.addresses(*place, six).next().is_some()).collect();
        for from in &members {
            let others = members.iter().filter(|to| *to != from);
            let row = others.map(|to| (walker.label(*to).to_owned(), walker.cell(*from, *to, six).to_owned())).collect();
            let label = format!("{}{}", walker.label(*from), if six { " (IPv6)" } else { "" });
            reach.insert(label.clone(), row);
            let (out, called) = walker.internet(*from, six);
            internet.insert(label, BTreeMap::from([("out".into(), out.to_owned()), ("in".into(), called.to_owned())]));
        }
    }
    (reach, internet)
}

fn places(network: &Network) -> Vec<Place<'_>> {
    let networks: BTreeSet<&str> = network.uplinks.values().map(|uplink| uplink.network.as_str()).collect();
    let subnets = network.subnets.keys().map(|id| Place::Subnet(id));
    subnets.chain(networks.into_iter().map(Place::Network)).collect()
}

/// Where packets from everywhere end that are sent to some addresses.
pub fn endings(network: &Network, to: &[Address]) -> BTreeMap<(String, Address), BTreeSet<String>> {
    let walker = Walker::new(network);
    let mut found = BTreeMap::new();
    for place in places(network) {
        let families = [false, true].map(|six| walker.addresses(place, six).next().is_some());
        for address in to.iter().filter(|address| families[usize::from(address.six)]) {
            let ends = walker.send(place, *address);
            found.insert((walker.label(place).to_owned(), *address), ends.iter().map(|end| walker.told(end)).collect());
        }
    }
    found
}

/// Where some block starts, or the address after one: in between all addresses fare alike.
pub fn cuts(network: &Network) -> BTreeSet<Address> {
    let vpc = network.vpcs.values().flat_map(|vpc| &vpc.blocks);
    let routes = network.tables.values().flatten().map(|route| &route.block);
    let transit = network.transit_tables.values().flatten().map(|route| &route.block);
    let outside = network.uplinks.values().flat_map(|uplink| &uplink.there).chain(&network.own);
    let after = |block: &Block| {
        let at = block.last.at.checked_add(1).filter(|at| block.first.six || *at <= u32::MAX.into());
        at.map(|at| Address { at, ..block.last })
    };
    let all = vpc.chain(routes).chain(transit).chain(outside);
    all.flat_map(|block| [Some(block.first), after(block)]).flatten().collect()
}

type Sent = HashMap<(String, Address), Rc<Vec<Ended>>>;

struct Walker<'n> {
    network: &'n Network,
    cuts: BTreeSet<Address>,
    /// By label and address: both directions of a pair ask.
    sent: RefCell<Sent>,
}

impl<'n> Walker<'n> {
    fn new(network: &'n Network) -> Walker<'n> {
        Walker { network, cuts: cuts(network), sent: RefCell::default() }
    }

    fn label(&self, of: Place<'n>) -> &'n str {
        match of {
            Place::Subnet(id) => &self.network.subnets[id].label,
            Place::Network(name) => name,
        }
    }

    /// Of one network.
    fn uplinks(&self, name: &'n str) -> impl Iterator<Item = (&'n String, &'n Uplink)> {
        self.network.uplinks.iter().filter(move |(_, uplink)| uplink.network == name)
    }

    /// One address of each part of what a place has.
    fn addresses(&self, of: Place<'n>, six: bool) -> impl Iterator<Item = Address> {
        let blocks: Vec<Block> = match of {
            Place::Subnet(id) => self.network.subnets[id].blocks.clone(),
            Place::Network(name) => self.uplinks(name).flat_map(|(_, uplink)| uplink.there.clone()).collect(),
        };
        let blocks = blocks.into_iter().filter(move |block| block.first.six == six);
        blocks.flat_map(|block| std::iter::once(block.first).chain(self.cuts.range(block.first..=block.last).copied()))
    }

    fn arrives(&self, end: &Ended, to: Place<'n>) -> bool {
        match (&end.at, to) {
            (At::Subnet(id), Place::Subnet(wanted)) => id == wanted,
            (At::Outside(ids), Place::Network(wanted)) => ids.iter().any(|id| self.network.uplinks[id].network == wanted),
            _ => false,
        }
    }

    fn cell(&self, from: Place<'n>, to: Place<'n>, six: bool) -> &'static str {
        let ends: Vec<Ended> = self.addresses(to, six).flat_map(|address| self.send(from, address).to_vec()).collect();
        if !ends.iter().any(|end| self.arrives(end, to)) {
            return "no";
        }
        if !ends.iter().all(|end| self.arrives(end, to)) {
            return "partly";
        }
        if ends.iter().all(|end| self.answered(Some(to), &end.nats, from, six)) { "yes" } else { "one-way" }
    }

    fn told(&self, end: &Ended) -> String {
        let label = |id: &String| self.network.subnets[id].label.clone();
        let at = match &end.at {
            At::Subnet(id) => format!("in {}", label(id)),
            At::Internet(vpc) => format!("out of {}", self.network.vpcs[vpc].label),
            At::EgressOnly(vpc) => format!("out only of {}", self.network.vpcs[vpc].label),
            At::Outside(ids) => {
                let labels: BTreeSet<&str> = ids.iter().map(|id| self.network.uplinks[id].label.as_str()).collect();
                format!("behind {}", Vec::from_iter(labels).join(" or "))
            }
            At::Nowhere => return "lost".to_owned(),
        };
        end.nats.iter().map(|nat| format!("by the NAT gateway in {}, ", label(nat))).chain([at]).collect()
    }

    /// An answer goes to the last NAT gateway, from there to the one before, and at last to the sender.
    fn answered(&self, from: Option<Place<'n>>, nats: &[String], to: Place<'n>, six: bool) -> bool {
        let mut at = from;
        let nats = nats.iter().rev().map(|id| Place::Subnet(self.network.subnets.get_key_value(id).unwrap().0));
        for next in nats.chain([to]) {
            if at.is_some_and(|at| at != next && !self.reaches(at, next, six)) {
                return false;
            }
            at = Some(next);
        }
        true
    }

    fn reaches(&self, from: Place<'n>, to: Place<'n>, six: bool) -> bool {
        let arrives = |address| self.send(from, address).iter().all(|end| self.arrives(end, to));
        self.addresses(to, six).all(arrives)
    }

    fn internet(&self, from: Place<'n>, six: bool) -> (&'static str, &'static str) {
        let home = match from {
            Place::Subnet(id) => Some(&self.network.subnets[id].vpc),
            Place::Network(_) => None,
        };
        // Wherever a special block starts or ends, the public part may fare otherwise.
        let edges = match six {
            false => &["1.0.0.0", "11.0.0.0", "100.128.0.0", "128.0.0.0", "169.255.0.0", "172.32.0.0", "192.169.0.0"][..],
            true => &["2000::"],
        };
        let edges = edges.iter().map(|text| Block::parse(&format!("{text}/{}", if six { 128 } else { 32 })).first);
        let addresses: BTreeSet<Address> = self.cuts.iter().copied().chain(edges).filter(|at| at.six == six && is_public(*at)).collect();
        let (mut direct, mut nat, mut only_out, mut lost) = (false, false, false, false);
        for end in addresses.into_iter().filter(|at| !self.is_ours(*at)).flat_map(|address| self.send(from, address).to_vec()) {
            let last = end.nats.last().map_or(home, |nat| Some(&self.network.subnets[nat].vpc));
            match &end.at {
                At::Internet(vpc) if Some(vpc) == last && end.nats.is_empty() => direct = true,
                At::Internet(vpc) if Some(vpc) == last && self.answered(None, &end.nats, from, six) => nat = true,
                At::EgressOnly(vpc) if Some(vpc) == home && end.nats.is_empty() => only_out = true,
                _ => lost = true,
            }
        }
        let called = direct && !nat && !only_out && !lost;
        let out = match (direct || only_out, nat, lost) {
            (false, false, _) => "no",
            (_, _, true) => "partly",
            (true, false, false) => "direct",
            (_, true, false) => "nat",
        };
        (out, if called { "yes" } else { "no" })
    }

    /// Of a VPC, known to be at the other end of an uplink, or kept for us.
    fn is_ours(&self, address: Address) -> bool {
        let vpcs = self.network.vpcs.values().flat_map(|vpc| &vpc.blocks);
        let outside = self.network.uplinks.values().flat_map(|uplink| &uplink.there);
        vpcs.chain(outside).chain(&self.network.own).any(|block| block.has(address))
    }

    /// All ways that a packet may end.
    fn send(&self, from: Place<'n>, address: Address) -> Rc<Vec<Ended>> {
        let key = (self.label(from).to_owned(), address);
        if let Some(known) = self.sent.borrow().get(&key) {
            return known.clone();
        }
        let mut ends = Vec::new();
        match from {
            Place::Subnet(id) => self.in_subnet(id, address, Vec::new(), &[], &mut ends),
            Place::Network(name) => {
                for (id, uplink) in self.entrances(name, address) {
                    self.in_gateway(&uplink.gateway, id, address, Vec::new(), &[], &mut ends);
                }
            }
        }
        if ends.is_empty() {
            ends.push(Ended { at: At::Nowhere, nats: Vec::new() });
        }
        ends.sort();
        ends.dedup();
        let ends = Rc::new(ends);
        self.sent.borrow_mut().insert(key, ends.clone());
        ends
    }

    /// The uplinks that a network may send by: any of its VPNs, or what announces the longest prefix.
    fn entrances(&self, name: &'n str, address: Address) -> Vec<(&'n String, &'n Uplink)> {
        let vpns = self.uplinks(name).filter(|(_, uplink)| uplink.direct_connect.is_none());
        let announced = self.uplinks(name).filter_map(|(id, uplink)| {
            let size = uplink.allowed.iter().filter(|block| block.has(address)).map(Block::size).min()?;
            Some((size, (id, uplink)))
        });
        let nearest = announced.min_by_key(|(size, _)| *size).map(|(_, uplink)| uplink);
        vpns.chain(nearest).collect()
    }

    fn in_subnet(&self, at: &str, address: Address, nats: Vec<String>, before: &[&str], ends: &mut Vec<Ended>) {
        let network = self.network;
        let subnet = &network.subnets[at];
        let vpc = &network.vpcs[&subnet.vpc];
        let nowhere = |ends: &mut Vec<Ended>, nats| ends.push(Ended { at: At::Nowhere, nats });
        // Where a packet goes depends on where it is alone: who comes back goes round for ever.
        let Some(table) = subnet.table.as_ref().filter(|_| !before.contains(&at)) else { return nowhere(ends, nats) };
        let passed = [before, &[at]].concat();
        let local = vpc.blocks.iter().filter(|block| block.has(address)).map(Block::size).min();
        let routes = network.tables[table].iter().filter(|route| route.block.has(address));
        let route = routes.min_by_key(|route| (route.block.size(), route.listed));
        let Some(target) = route.filter(|route| local.is_none_or(|local| route.block.size() < local)).map(|route| &route.target) else {
            return match local {
                Some(_) => self.deliver(&subnet.vpc, address, nats, ends),
                None => nowhere(ends, nats),
            };
        };
        match target {
            Target::Internet(gateway) => match vpc.internet_gateways.contains(gateway) {
                true => ends.push(Ended { at: At::Internet(subnet.vpc.clone()), nats }),
                false => nowhere(ends, nats),
            },
            Target::EgressOnly(gateway) => match vpc.egress_only.contains(gateway) && address.six {
                true => ends.push(Ended { at: At::EgressOnly(subnet.vpc.clone()), nats }),
                false => nowhere(ends, nats),
            },
            Target::Nat(nat) => {
                let stands = &network.nats[nat];
                assert_eq!(network.subnets[stands].vpc, subnet.vpc, "a NAT gateway of another VPC");
                let mut nats = nats;
                nats.push(stands.clone());
                self.in_subnet(stands, address, nats, &passed, ends);
            }
            Target::Endpoint(firewall) => self.in_subnet(&network.firewalls[firewall], address, nats, &passed, ends),
            Target::Peering(id) => {
                let (a, b) = &network.vpc_peerings[id];
                let other = if *a == subnet.vpc { b } else { a };
                let there = network.vpcs[other].blocks.iter().any(|block| block.has(address));
                if network.accepted.contains(id) && there && (*a == subnet.vpc || *b == subnet.vpc) {
                    self.deliver(other, address, nats, ends);
                } else {
                    nowhere(ends, nats);
                }
            }
            Target::Transit(gateway) => {
                let attached = network.attachments.iter().find(|(_, each)| each.gateway == *gateway && each.vpc == subnet.vpc);
                let in_zone = attached.filter(|(_, each)| each.subnets.iter().any(|id| network.subnets[id].zone == subnet.zone));
                match in_zone {
                    Some((id, _)) => self.in_gateway(gateway, id, address, nats, &passed, ends),
                    None => nowhere(ends, nats),
                }
            }
        }
    }

    fn deliver(&self, vpc: &str, address: Address, nats: Vec<String>, ends: &mut Vec<Ended>) {
        let found =
            self.network.subnets.iter().find(|(_, subnet)| subnet.vpc == vpc && subnet.blocks.iter().any(|block| block.has(address)));
        ends.push(Ended { at: found.map_or(At::Nowhere, |(id, _)| At::Subnet(id.clone())), nats });
    }

    fn in_gateway(&self, gateway: &str, by: &str, address: Address, nats: Vec<String>, before: &[&str], ends: &mut Vec<Ended>) {
        let network = self.network;
        let table = network.associations.get(&(gateway.to_owned(), by.to_owned()));
        let routes = table.into_iter().flat_map(|table| &network.transit_tables[table]);
        let matching: Vec<&TransitRoute> = routes.filter(|route| route.block.has(address)).collect();
        let best = matching.iter().min_by_key(|route| (route.block.size(), route.source));
        let attachment = best.filter(|_| before.iter().filter(|each| **each == by).count() < 2).and_then(|route| route.attachment.as_ref());
        let Some(attachment) = attachment else { return ends.push(Ended { at: At::Nowhere, nats }) };
        let passed = [before, &[by]].concat();
        if let Some(vpc) = network.attachments.get(attachment) {
            for subnet in &vpc.subnets {
                self.in_subnet(subnet, address, nats.clone(), &passed, ends);
            }
            return;
        }
        if let Some(uplink) = network.uplinks.get(attachment) {
            assert_eq!(uplink.gateway, gateway, "an uplink of another gateway");
            // VPNs that announce one range share its packets.
            let same = |route: &&&TransitRoute| best.is_some_and(|best| (best.block, best.source) == (route.block, route.source));
            let ids = matching.iter().filter(same).filter_map(|route| route.attachment.clone()).collect();
            return ends.push(Ended { at: At::Outside(ids), nats });
        }
        match network.transit_peerings.get(&(attachment.clone(), gateway.to_owned())) {
            Some(crossing) if network.accepted.contains(&crossing.accepted) => {
                self.in_gateway(&crossing.gateway, &crossing.attachment, address, nats, &passed, ends);
            }
            _ => ends.push(Ended { at: At::Nowhere, nats }),
        }
    }
}

/// Whether it is nothing special.
fn is_public(address: Address) -> bool {
    if address.six {
        return address.at >> 125 == 1;
    }
    let [a, b, ..] = (address.at as u32).to_be_bytes();
    !(a == 0 || a == 10 || a == 127 || a >= 224)
        && (a, b) != (169, 254)
        && (a, b) != (192, 168)
        && !(a == 172 && (16..32).contains(&b))
        && !(a == 100 && (64..128).contains(&b))
}
