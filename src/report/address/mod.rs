//! The address plan: what every pool, region and VPC has, uses, and has room for.

mod render;

pub use render::{csv, json, markdown, text};

use std::collections::BTreeSet;

use ipnetwork::Ipv4Network;

use crate::address::{self, Allocation, Space, inside};
use crate::lock::{Lock, Section, Value};
use crate::topology::{Pool, PoolId, RangeSource, Topology, Vpc, VpcId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pool,
    /// The block of a region.
    Region,
    Vpc,
    /// A VPC that exists already: what is free in it is not known.
    Existing,
    Reserve,
    /// Held for something that is gone.
    Held,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Kind::Pool => "pool",
            Kind::Region => "region",
            Kind::Vpc => "vpc",
            Kind::Existing => "existing vpc",
            Kind::Reserve => "reserve",
            Kind::Held => "held",
        }
    }
}

/// A range and what is in it.
#[derive(Clone, Debug)]
pub struct Part {
    pub kind: Kind,
    pub name: String,
    pub ranges: Vec<Ipv4Network>,
    pub addresses: u64,
    pub free: u64,
    pub largest_free: Option<Ipv4Network>,
    pub fits: Vec<Fit>,
    pub parts: Vec<Part>,
}

/// How many more of a size there is room for: of each size by itself, not of all together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// `region`, `vpc`, `subnet`
    pub what: &'static str,
    pub prefix: u8,
    pub number: u64,
}

impl Part {
    pub fn used(&self) -> u64 {
        self.addresses - self.free
    }

    fn new(kind: Kind, name: String, ranges: Vec<Ipv4Network>, spaces: &[Space], sizes: &BTreeSet<(&'static str, u8)>) -> Part {
        let largest = spaces.iter().filter_map(Space::largest_block).min_by_key(|block| (block.prefix(), block.network()));
        let room = |prefix: u8| spaces.iter().map(|space| space.room(prefix)).sum();
        Part {
            kind,
            name,
            addresses: ranges.iter().map(|range| 1u64 << (32 - range.prefix())).sum(),
            ranges,
            free: spaces.iter().map(Space::free).sum(),
            largest_free: largest,
            fits: sizes.iter().map(|(what, prefix)| Fit { what, prefix: *prefix, number: room(*prefix) }).collect(),
            parts: Vec::new(),
        }
    }

    /// Something that is full: nothing is allocated from it.
    fn full(kind: Kind, name: String, range: Ipv4Network) -> Part {
        let mut space = Space::new(range);
        space.take(range);
        Part::new(kind, name, vec![range], &[space], &BTreeSet::new())
    }
}

/// The plan of a topology without errors: pools by name, then VPCs that lie in none.
pub fn plan(topology: &Topology, lock: &Lock, made: &[Allocation]) -> Vec<Part> {
    let gone: Vec<(Section, &str, Ipv4Network)> = address::gone(lock, made)
        .into_iter()
        .filter_map(|(section, path, entry)| match entry.value {
            Value::Range(ipnetwork::IpNetwork::V4(range)) => Some((section, path, range)),
            _ => None,
        })
        .collect();
    let planner = Planner { topology, gone };
    let mut placed: BTreeSet<VpcId> = BTreeSet::new();
    let pools = (0..topology.pools.len() as u32).map(PoolId);
    let mut parts: Vec<Part> = pools.map(|id| planner.pool(id, &mut placed)).collect();
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    parts.extend(topology.vpc_ids().filter(|id| !placed.contains(id)).map(|id| planner.vpc(id)));
    parts
}

struct Planner<'t> {
    topology: &'t Topology,
    gone: Vec<(Section, &'t str, Ipv4Network)>,
}

impl Planner<'_> {
    fn pool(&self, id: PoolId, placed: &mut BTreeSet<VpcId>) -> Part {
        let pool = self.topology.pool(id);
        let mut space = self.space(pool.cidr, pool);
        let mut sizes = BTreeSet::new();
        if let Some((prefix, _)) = pool.per_region {
            pool.blocks.iter().for_each(|block| space.take(block.cidr));
            sizes.insert(("region", prefix));
        } else {
            sizes.extend(self.sizes(id));
        }
        let of_pool = |(section, path, range): &&(Section, &str, Ipv4Network)| {
            *section == Section::Pools && inside(*range, pool.cidr) && path.split_once('@').is_some_and(|(name, _)| name == pool.name)
        };
        let lost: Vec<Part> =
            self.gone.iter().filter(of_pool).map(|(_, path, range)| Part::full(Kind::Held, (*path).to_owned(), *range)).collect();
        lost.iter().for_each(|part| space.take(part.ranges[0]));
        let mut part = Part::new(Kind::Pool, pool.name.clone(), vec![pool.cidr], &[space], &sizes);
        for block in pool.blocks.iter().filter(|_| pool.per_region.is_some()) {
            let spaces = [self.space(block.cidr, pool)];
            let name = block.region.to_owned();
            let mut region = Part::new(Kind::Region, name, vec![block.cidr], &spaces, &self.sizes(id).collect());
            region.parts = self.inside(block.cidr, pool, placed);
            part.parts.push(region);
        }
        part.parts.extend(self.inside(pool.cidr, pool, placed));
        // What a region's block has shown is not shown again.
        let shown: Vec<Ipv4Network> =
            part.parts.iter().filter(|each| each.kind == Kind::Region).flat_map(|each| each.ranges.clone()).collect();
        let within =
            |each: &Part| each.kind != Kind::Region && each.ranges.iter().all(|range| shown.iter().any(|block| inside(*range, *block)));
        part.parts.retain(|each| !within(each));
        part.parts.extend(lost);
        part.parts.sort_by_key(|each| each.ranges.first().copied());
        part
    }

    /// What is free of a range in a pool.
    fn space(&self, range: Ipv4Network, pool: &Pool) -> Space {
        let mut space = Space::new(range);
        pool.reserves.iter().for_each(|reserve| space.take(reserve.cidr));
        self.topology.vpcs.iter().flat_map(Vpc::cidrs).for_each(|cidr| space.take(cidr));
        self.gone.iter().filter(|each| each.0 == Section::Vpcs).for_each(|each| space.take(each.2));
        space
    }

    /// Sizes of VPCs that come from a pool.
    fn sizes(&self, id: PoolId) -> impl Iterator<Item = (&'static str, u8)> {
        let ranges = self.topology.vpcs.iter().flat_map(|vpc| &vpc.ranges);
        ranges.filter_map(move |range| match range.source {
            RangeSource::Pool { pool, prefix } if pool == id => Some(("vpc", prefix)),
            _ => None,
        })
    }

    /// VPCs, reserves and what is held for others in a range, in the order of addresses.
    fn inside(&self, range: Ipv4Network, pool: &Pool, placed: &mut BTreeSet<VpcId>) -> Vec<Part> {
        let here = |id: &VpcId| self.topology.vpc(*id).cidrs().next().is_some_and(|cidr| inside(cidr, range));
        let vpcs: Vec<VpcId> = self.topology.vpc_ids().filter(here).filter(|id| placed.insert(*id)).collect();
        let mut parts: Vec<Part> = vpcs.into_iter().map(|id| self.vpc(id)).collect();
        let reserves = pool.reserves.iter().filter(|reserve| inside(reserve.cidr, range));
        parts.extend(reserves.map(|reserve| Part::full(Kind::Reserve, reserve.reason.clone(), reserve.cidr)));
        let held = self.gone.iter().filter(|each| each.0 == Section::Vpcs && inside(each.2, range));
        parts.extend(held.map(|(_, path, range)| Part::full(Kind::Held, (*path).to_owned(), *range)));
        parts.sort_by_key(|part| part.ranges.first().copied());
        parts
    }

    fn vpc(&self, id: VpcId) -> Part {
        let vpc = self.topology.vpc(id);
        let ranges: Vec<Ipv4Network> = vpc.cidrs().collect();
        let path = self.topology.vpc_path(id);
        let mut spaces: Vec<Space> = ranges.iter().copied().map(Space::new).collect();
        if vpc.existing.is_some() {
            spaces.iter_mut().zip(&ranges).for_each(|(space, range)| space.take(*range));
            return Part::new(Kind::Existing, path, ranges, &spaces, &BTreeSet::new());
        }
        let groups = vpc.subnets.iter().flat_map(|group| &group.subnets);
        let subnets: Vec<Ipv4Network> =
            groups.clone().chain(vpc.attachments.iter().flat_map(|each| &each.dedicated)).filter_map(|subnet| subnet.cidr).collect();
        let below = |each: &&(Section, &str, Ipv4Network)| {
            each.0 == Section::Subnets && each.1.strip_prefix(&*path).is_some_and(|rest| rest.starts_with(['.', ' ']))
        };
        let held = self.gone.iter().filter(below).map(|each| each.2);
        for range in subnets.into_iter().chain(held) {
            spaces.iter_mut().for_each(|space| space.take(range));
        }
        let sizes = groups.filter(|subnet| subnet.written.is_none()).map(|subnet| ("subnet", subnet.prefix)).collect();
        Part::new(Kind::Vpc, path, ranges, &spaces, &sizes)
    }
}
