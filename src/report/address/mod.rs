//! The address plan: what every pool, region and VPC has, uses, and has room for.

mod render;

pub use render::{csv, json, markdown, text};

use std::collections::BTreeSet;

use ipnetwork::{IpNetwork, Ipv4Network, Ipv6Network};

use crate::address::{self, Allocation, Net, Space};
use crate::lock::{Lock, Section, Value};
use crate::topology::{Ipv6, Ipv6Range, PoolId, RangeSource, Subnet, Topology, Vpc, VpcId, nth_64};

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Counted in addresses.
    Ipv4,
    /// Counted in /64s.
    Ipv6,
}

/// A range and what is in it.
#[derive(Clone, Debug)]
pub struct Part {
    pub kind: Kind,
    pub family: Family,
    pub name: String,
    /// Empty where Amazon chooses a /56 once the VPC is made.
    pub ranges: Vec<IpNetwork>,
    /// Addresses or /64s.
    pub size: u64,
    pub free: u64,
    pub largest_free: Option<IpNetwork>,
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

type Sizes = BTreeSet<(&'static str, u8)>;

impl Part {
    pub fn used(&self) -> u64 {
        self.size - self.free
    }

    fn new<N: Net>(kind: Kind, name: String, spaces: &[Space<N>], sizes: &Sizes) -> Part {
        let largest = spaces.iter().filter_map(Space::largest_block).min_by_key(|block| (block.length(), *block));
        let room = |prefix: u8| spaces.iter().map(|space| space.room(prefix)).sum();
        Part {
            kind,
            family: if N::SMALLEST == Ipv4Network::SMALLEST { Family::Ipv4 } else { Family::Ipv6 },
            name,
            ranges: spaces.iter().map(|space| space.range().into()).collect(),
            size: spaces.iter().map(Space::size).sum(),
            free: spaces.iter().map(Space::free).sum(),
            largest_free: largest.map(Into::into),
            fits: sizes.iter().map(|(what, prefix)| Fit { what, prefix: *prefix, number: room(*prefix) }).collect(),
            parts: Vec::new(),
        }
    }

    /// Something that is full: nothing is allocated from it.
    fn full<N: Net>(kind: Kind, name: String, range: N) -> Part {
        let mut space = Space::new(range);
        space.take(range);
        Part::new(kind, name, &[space], &Sizes::new())
    }
}

/// The plan of a topology without errors: pools by name, then VPCs that lie in none. IPv4 comes first.
pub fn plan(topology: &Topology, lock: &Lock, made: &[Allocation]) -> Vec<Part> {
    let gone = address::gone(lock, made);
    let mut parts = ipv4(topology, &gone);
    parts.extend(ipv6(topology, &gone));
    parts
}

type Gone<'l> = (Section, &'l str, &'l crate::lock::Entry);

fn ipv4(topology: &Topology, gone: &[Gone<'_>]) -> Vec<Part> {
    let ranges = gone.iter().filter_map(|(section, path, entry)| match entry.value {
        Value::Range(IpNetwork::V4(range)) => Some((*section, *path, range)),
        _ => None,
    });
    let gone: Vec<(Section, &str, Ipv4Network)> = ranges.collect();
    let sizes = |id: PoolId| {
        let ranges = topology.vpcs.iter().flat_map(|vpc| &vpc.ranges);
        let mine = ranges.filter_map(move |range| match range.source {
            RangeSource::Pool { pool, prefix } if pool == id => Some(("vpc", prefix)),
            _ => None,
        });
        mine.collect()
    };
    let pools = topology.pools.iter().enumerate().map(|(ix, pool)| Pool {
        name: &pool.name,
        cidr: pool.cidr,
        per_region: pool.per_region.map(|(prefix, _)| prefix),
        blocks: pool.blocks.iter().map(|block| (block.region, block.cidr)).collect(),
        reserves: pool.reserves.iter().map(|reserve| (&*reserve.reason, reserve.cidr)).collect(),
        sizes: sizes(PoolId(ix as u32)),
    });
    let pools = pools.collect();
    let vpcs = topology.vpc_ids().map(|id| (topology.vpc(id).cidrs().collect(), ipv4_vpc(topology, id, &gone))).collect();
    Planner { gone, vpcs, placed: BTreeSet::new() }.parts(pools)
}

fn ipv4_vpc(topology: &Topology, id: VpcId, gone: &[(Section, &str, Ipv4Network)]) -> Part {
    let vpc = topology.vpc(id);
    let path = topology.vpc_path(id);
    let mut spaces: Vec<Space<Ipv4Network>> = vpc.cidrs().map(Space::new).collect();
    if vpc.existing.is_some() {
        spaces.iter_mut().for_each(|space| space.take(space.range()));
        return Part::new(Kind::Existing, path, &spaces, &Sizes::new());
    }
    let held = gone.iter().filter(|each| each.0 == Section::Subnets && is_below(each.1, &path)).map(|each| each.2);
    for range in subnets(vpc).filter_map(|subnet| subnet.cidr).chain(held) {
        spaces.iter_mut().for_each(|space| space.take(range));
    }
    let groups = vpc.subnets.iter().flat_map(|group| &group.subnets);
    let sizes = groups.filter(|subnet| subnet.written.is_none()).map(|subnet| ("subnet", subnet.prefix)).collect();
    Part::new(Kind::Vpc, path, &spaces, &sizes)
}

fn ipv6(topology: &Topology, gone: &[Gone<'_>]) -> Vec<Part> {
    let ranges = gone.iter().filter_map(|(section, path, entry)| match entry.value {
        Value::Range(IpNetwork::V6(range)) => Some((*section, *path, range)),
        _ => None,
    });
    let pools = topology.ipv6_pools.iter().map(|pool| Pool {
        name: &pool.name,
        cidr: pool.cidr,
        per_region: pool.per_region.map(|(prefix, _)| prefix),
        blocks: pool.blocks.clone(),
        reserves: Vec::new(),
        sizes: BTreeSet::from([("vpc", OF_A_VPC)]),
    });
    let vpcs = topology.vpc_ids().filter_map(|id| {
        let (source, _) = topology.vpc(id).ipv6?;
        let range = match source {
            Ipv6Range::Amazon => None,
            Ipv6Range::Pool(_, range) => Some(range?),
        };
        Some((range.into_iter().collect(), ipv6_vpc(topology, id, range, gone)))
    });
    Planner { gone: ranges.collect(), vpcs: vpcs.collect(), placed: BTreeSet::new() }.parts(pools.collect())
}

/// Which of its /64s are taken is known even where Amazon chooses the range.
fn ipv6_vpc(topology: &Topology, id: VpcId, range: Option<Ipv6Network>, gone: &[Gone<'_>]) -> Part {
    let path = topology.vpc_path(id);
    let mut space = Space::new(range.unwrap_or(Ipv6Network::new(0.into(), OF_A_VPC).expect("at most 128")));
    let taken = subnets(topology.vpc(id)).filter_map(|subnet| match subnet.ipv6 {
        Ipv6::Nth(number) => Some(number),
        Ipv6::None | Ipv6::Wanted => None,
    });
    let held = gone.iter().filter_map(|(section, below, entry)| match entry.value {
        Value::Nth(number) if *section == Section::Ipv6 && is_below(below, &path) => Some(number),
        _ => None,
    });
    taken.chain(held).for_each(|number| space.take(nth_64(space.range(), number)));
    let mut part = Part::new(Kind::Vpc, path, &[space], &BTreeSet::from([("subnet", Ipv6Network::SMALLEST)]));
    if range.is_none() {
        part.ranges.clear();
        part.largest_free = None;
    }
    part
}

/// A VPC has a /56 of IPv6.
const OF_A_VPC: u8 = 56;

fn subnets(vpc: &Vpc) -> impl Iterator<Item = &Subnet> {
    let groups = vpc.subnets.iter().flat_map(|group| &group.subnets);
    groups.chain(vpc.attachments.iter().flat_map(|each| &each.dedicated))
}

/// Whether a path of the lock is that of a subnet of a VPC.
fn is_below(path: &str, vpc: &str) -> bool {
    path.strip_prefix(vpc).is_some_and(|rest| rest.starts_with(['.', ' ']))
}

/// A pool of either family.
struct Pool<'t, N> {
    name: &'t str,
    cidr: N,
    per_region: Option<u8>,
    blocks: Vec<(&'static str, N)>,
    reserves: Vec<(&'t str, N)>,
    /// Of VPCs that take from it.
    sizes: Sizes,
}

struct Planner<'t, N> {
    gone: Vec<(Section, &'t str, N)>,
    /// In the order of their paths, with their ranges.
    vpcs: Vec<(Vec<N>, Part)>,
    /// VPCs that a pool has shown.
    placed: BTreeSet<usize>,
}

impl<N: Net> Planner<'_, N> {
    fn parts(mut self, pools: Vec<Pool<'_, N>>) -> Vec<Part> {
        let mut parts: Vec<Part> = pools.iter().map(|pool| self.pool(pool)).collect();
        parts.sort_by(|a, b| a.name.cmp(&b.name));
        let vpcs = self.vpcs.into_iter().enumerate().filter(|(ix, _)| !self.placed.contains(ix));
        parts.extend(vpcs.map(|(_, (_, part))| part));
        parts
    }

    fn pool(&mut self, pool: &Pool<'_, N>) -> Part {
        let mut space = self.space(pool.cidr, pool);
        let sizes = match pool.per_region {
            Some(prefix) => BTreeSet::from([("region", prefix)]),
            None => pool.sizes.clone(),
        };
        let blocks = || pool.blocks.iter().filter(|_| pool.per_region.is_some());
        blocks().for_each(|(_, block)| space.take(*block));
        let of_pool = |(section, path, range): &&(Section, &str, N)| {
            *section == Section::Pools && pool.cidr.holds(*range) && path.split_once('@').is_some_and(|(name, _)| name == pool.name)
        };
        let lost: Vec<(&str, N)> = self.gone.iter().filter(of_pool).map(|(_, path, range)| (*path, *range)).collect();
        lost.iter().for_each(|(_, range)| space.take(*range));
        let mut inside: Vec<(N, Part)> = Vec::new();
        for (region, block) in blocks() {
            let mut part = Part::new(Kind::Region, (*region).to_owned(), &[self.space(*block, pool)], &pool.sizes);
            part.parts = sorted(self.inside(*block, pool));
            inside.push((*block, part));
        }
        // What a region's block has shown is not shown again.
        let mut others = self.inside(pool.cidr, pool);
        others.retain(|(first, _)| !blocks().any(|(_, block)| block.holds(*first)));
        inside.extend(others);
        inside.extend(lost.into_iter().map(|(path, range)| (range, Part::full(Kind::Held, path.to_owned(), range))));
        let mut part = Part::new(Kind::Pool, pool.name.to_owned(), &[space], &sizes);
        part.parts = sorted(inside);
        part
    }

    /// What is free of a range in a pool.
    fn space(&self, range: N, pool: &Pool<'_, N>) -> Space<N> {
        let mut space = Space::new(range);
        pool.reserves.iter().for_each(|(_, reserve)| space.take(*reserve));
        self.vpcs.iter().flat_map(|(ranges, _)| ranges).for_each(|range| space.take(*range));
        self.gone.iter().filter(|each| each.0 == Section::Vpcs).for_each(|each| space.take(each.2));
        space
    }

    /// VPCs, reserves and what is held for others in a range, each with its first range.
    fn inside(&mut self, range: N, pool: &Pool<'_, N>) -> Vec<(N, Part)> {
        let mut parts = Vec::new();
        for (ix, (ranges, part)) in self.vpcs.iter().enumerate() {
            if let Some(first) = ranges.first().filter(|first| range.holds(**first))
                && self.placed.insert(ix)
            {
                parts.push((*first, part.clone()));
            }
        }
        let reserves = pool.reserves.iter().filter(|(_, reserve)| range.holds(*reserve));
        parts.extend(reserves.map(|(reason, reserve)| (*reserve, Part::full(Kind::Reserve, (*reason).to_owned(), *reserve))));
        let held = self.gone.iter().filter(|each| each.0 == Section::Vpcs && range.holds(each.2));
        parts.extend(held.map(|(_, path, range)| (*range, Part::full(Kind::Held, (*path).to_owned(), *range))));
        parts
    }
}

/// In the order of addresses.
fn sorted<N: Ord>(mut parts: Vec<(N, Part)>) -> Vec<Part> {
    parts.sort_by(|a, b| a.0.cmp(&b.0));
    parts.into_iter().map(|(_, part)| part).collect()
}
