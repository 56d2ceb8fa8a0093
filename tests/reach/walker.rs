//! Sends single packets, the way AWS forwards them, through what was built.
//!
//! A packet that leaves a gateway for a VPC may come out in any zone of the attachment that the
//! sender's zone does not decide: all of them are tried.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::Cells;
use super::built::{Block, Network, Target};

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
    Nowhere,
}

/// Reach and internet, by labels.
pub fn matrix(network: &Network) -> (Cells, Cells) {
    let walker = Walker { network, cuts: cuts(network), sent: RefCell::default() };
    let (mut reach, mut internet) = (Cells::new(), Cells::new());
    for (from, subnet) in &network.subnets {
        let mut row = BTreeMap::new();
        for (to, other) in network.subnets.iter().filter(|(to, _)| *to != from) {
            row.insert(other.label.clone(), walker.cell(from, to).to_owned());
        }
        reach.insert(subnet.label.clone(), row);
        let (out, called) = walker.internet(from);
        internet.insert(subnet.label.clone(), BTreeMap::from([("out".into(), out.to_owned()), ("in".into(), called.to_owned())]));
    }
    (reach, internet)
}

/// Where some block starts, or the address after one: in between all addresses fare alike.
fn cuts(network: &Network) -> BTreeSet<u32> {
    let vpc = network.vpcs.values().flat_map(|vpc| &vpc.blocks);
    let routes = network.tables.values().flatten().map(|route| &route.block);
    let transit = network.transit_tables.values().flatten().map(|route| &route.block);
    vpc.chain(routes).chain(transit).flat_map(|block| [Some(block.first), block.last.checked_add(1)]).flatten().collect()
}

type Sent = HashMap<(String, u32), Rc<Vec<Ended>>>;

struct Walker<'n> {
    network: &'n Network,
    cuts: BTreeSet<u32>,
    /// By subnet and address: both directions of a pair ask.
    sent: RefCell<Sent>,
}

impl Walker<'_> {
    /// One address of each part of a block.
    fn addresses(&self, block: Block) -> Vec<u32> {
        std::iter::once(block.first)
            .chain(self.cuts.range(block.first..=block.last).copied())
            .collect::<BTreeSet<u32>>()
            .into_iter()
            .collect()
    }

    fn cell(&self, from: &str, to: &str) -> &'static str {
        let addresses = self.addresses(self.network.subnets[to].block);
        let ends: Vec<Ended> = addresses.into_iter().flat_map(|address| self.send(from, address).to_vec()).collect();
        let arrived = |end: &Ended| end.at == At::Subnet(to.to_owned());
        if !ends.iter().any(arrived) {
            return "no";
        }
        if !ends.iter().all(arrived) {
            return "partly";
        }
        if ends.iter().all(|end| self.answered(Some(to), &end.nats, from)) { "yes" } else { "one-way" }
    }

    /// An answer goes to the last NAT gateway, from there to the one before, and at last to the sender.
    fn answered(&self, from: Option<&str>, nats: &[String], to: &str) -> bool {
        let mut at = from.map(str::to_owned);
        for next in nats.iter().rev().cloned().chain([to.to_owned()]) {
            if at.as_ref().is_some_and(|at| *at != next && !self.reaches(at, &next)) {
                return false;
            }
            at = Some(next);
        }
        true
    }

    fn reaches(&self, from: &str, to: &str) -> bool {
        let addresses = self.addresses(self.network.subnets[to].block);
        addresses.into_iter().all(|address| self.send(from, address).iter().all(|end| end.at == At::Subnet(to.to_owned())))
    }

    fn internet(&self, from: &str) -> (&'static str, &'static str) {
        let home = &self.network.subnets[from].vpc;
        let public = |address: u32| {
            let [a, b, ..] = address.to_be_bytes();
            !(a == 0 || a == 10 || a == 127 || a >= 224)
                && (a, b) != (169, 254)
                && (a, b) != (192, 168)
                && !(a == 172 && (16..32).contains(&b))
                && !(a == 100 && (64..128).contains(&b))
        };
        // Wherever a special block starts or ends, the public part may fare otherwise.
        let edges = ["1.0.0.0", "11.0.0.0", "100.128.0.0", "128.0.0.0", "169.255.0.0", "172.32.0.0", "192.169.0.0"];
        let edges = edges.map(|text| u32::from(text.parse::<std::net::Ipv4Addr>().unwrap()));
        let addresses: BTreeSet<u32> = self.cuts.iter().copied().chain(edges).filter(|address| public(*address)).collect();
        let ours = |address: &u32| self.network.vpcs.values().any(|vpc| vpc.blocks.iter().any(|block| block.has(*address)));
        let (mut direct, mut nat, mut lost) = (false, false, false);
        for end in addresses.into_iter().filter(|address| !ours(address)).flat_map(|address| self.send(from, address).to_vec()) {
            let last = end.nats.last().map_or(home, |nat| &self.network.subnets[nat].vpc);
            match &end.at {
                At::Internet(vpc) if vpc == last && end.nats.is_empty() => direct = true,
                At::Internet(vpc) if vpc == last && self.answered(None, &end.nats, from) => nat = true,
                _ => lost = true,
            }
        }
        let natted_lost = lost || nat;
        let out = match (direct, nat, lost) {
            (false, false, _) => "no",
            (_, _, true) => "partly",
            (true, false, false) => "direct",
            (_, true, false) => "nat",
        };
        (out, if direct && !natted_lost { "yes" } else { "no" })
    }

    /// All ways that a packet may end.
    fn send(&self, from: &str, address: u32) -> Rc<Vec<Ended>> {
        let key = (from.to_owned(), address);
        if let Some(known) = self.sent.borrow().get(&key) {
            return known.clone();
        }
        let mut ends = Vec::new();
        self.in_subnet(from, address, Vec::new(), &[], &mut ends);
        ends.sort();
        ends.dedup();
        let ends = Rc::new(ends);
        self.sent.borrow_mut().insert(key, ends.clone());
        ends
    }

    fn in_subnet(&self, at: &str, address: u32, nats: Vec<String>, before: &[&str], ends: &mut Vec<Ended>) {
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

    fn deliver(&self, vpc: &str, address: u32, nats: Vec<String>, ends: &mut Vec<Ended>) {
        let found = self.network.subnets.iter().find(|(_, subnet)| subnet.vpc == vpc && subnet.block.has(address));
        ends.push(Ended { at: found.map_or(At::Nowhere, |(id, _)| At::Subnet(id.clone())), nats });
    }

    fn in_gateway(&self, gateway: &str, by: &str, address: u32, nats: Vec<String>, before: &[&str], ends: &mut Vec<Ended>) {
        let network = self.network;
        let table = network.associations.get(&(gateway.to_owned(), by.to_owned()));
        let routes = table.into_iter().flat_map(|table| &network.transit_tables[table]);
        let best = routes.filter(|route| route.block.has(address)).min_by_key(|route| (route.block.size(), !route.fixed));
        let attachment = best.filter(|_| before.iter().filter(|each| **each == by).count() < 2).and_then(|route| route.attachment.as_ref());
        let Some(attachment) = attachment else { return ends.push(Ended { at: At::Nowhere, nats }) };
        let passed = [before, &[by]].concat();
        if let Some(vpc) = network.attachments.get(attachment) {
            for subnet in &vpc.subnets {
                self.in_subnet(subnet, address, nats.clone(), &passed, ends);
            }
            return;
        }
        let (a, b) = &network.transit_peerings[attachment];
        if (a != gateway && b != gateway) || !network.accepted.contains(attachment) {
            return ends.push(Ended { at: At::Nowhere, nats });
        }
        self.in_gateway(if a == gateway { b } else { a }, attachment, address, nats, &passed, ends);
    }
}
