//! Addresses, ASNs, zones and homes: what is held stays, what is new is first fit in the order of sorted paths.
//!
//! Region blocks come first, then VPCs inside their region's block, then subnets inside their VPC. What
//! the source writes and what the lock holds is taken before anything is allocated, also what it holds
//! for things that are gone. Nothing else in mrc chooses an address, a number or a zone for good.

mod held;
mod homes;
mod ipv6;
mod space;

pub mod codes;

pub use held::{gone, idle};
pub use ipv6::within as within_ipv6;
pub use space::{Net, Space};

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::{IpNetwork, Ipv4Network};

use crate::diag::{Diagnostic, Sink};
use crate::lock::{Lock, Section, Value};
use crate::source::Span;
use crate::topology::{AsnSource, Block, GatewayId, Ipv6, KeyId, PlaceId, PoolId, RangeSource, Subnet, Topology, Vpc, VpcId};
use held::Taker;

/// Something that has an address, a number or zones, and why it has them.
#[derive(Clone, Debug)]
pub struct Allocation {
    pub section: Section,
    pub path: String,
    pub value: Value,
    pub why: Why,
    /// Where the source asks for it.
    pub span: Span,
    pub from: From,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The source says it.
    Written,
    /// The lock says it, there.
    Held(Span),
    /// New: written where the lock is to hold it all the same, or the first that was free.
    FirstFit,
}

/// What it was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Pool(PoolId),
    /// The block of a region.
    Block(PoolId, Ipv4Network),
    Vpc(VpcId),
    Asns(u32, u32),
    Zones(PlaceId),
    /// One of the places of a table, by its position.
    Table(u32),
    Key(KeyId),
    Nothing,
}

/// Whether two ranges share an address. Blocks that do are one inside the other.
pub fn overlap(a: Ipv4Network, b: Ipv4Network) -> bool {
    inside(a, b) || inside(b, a)
}

/// Whether every address of `inner` is in `outer`.
pub fn inside(inner: Ipv4Network, outer: Ipv4Network) -> bool {
    inner.prefix() >= outer.prefix() && outer.contains(inner.network())
}

/// Allocates everything that the source leaves open, and says what everything has.
pub fn allocate(topology: &mut Topology, lock: &Lock, sink: &mut Sink) -> Vec<Allocation> {
    let mut taker = Taker::new(lock);
    written(topology);
    region_blocks(topology, &mut taker, sink);
    vpcs(topology, &mut taker, sink);
    ipv6::ranges(topology, &mut taker, sink);
    for id in topology.vpc_ids() {
        subnets(topology, id, &mut taker, sink);
        zones(topology, id, &mut taker);
        ipv6::subnets(topology, id, &mut taker, sink);
    }
    asns(topology, &mut taker, sink);
    homes::homes(topology, &mut taker);
    taker.finish(sink)
}

/// The lock's text for what there is: with what it holds for things that are gone, or without.
pub fn lock_text(lock: &Lock, made: &[Allocation], pruned: bool) -> String {
    let mut held: BTreeMap<(Section, &str), Value> = BTreeMap::new();
    if !pruned {
        held.extend(lock.all().map(|(section, path, entry)| ((section, path), entry.value.clone())));
    }
    for each in made.iter().filter(|each| each.why != Why::Written) {
        let before = held.remove(&(each.section, &*each.path));
        let value = match (&each.value, before) {
            (Value::Zones(used), Some(Value::Zones(mut all))) => {
                all.extend(used.iter().filter(|zone| !all.contains(zone)).cloned().collect::<Vec<_>>());
                Value::Zones(all)
            }
            (value, _) => value.clone(),
        };
        held.insert((each.section, &each.path), value);
    }
    crate::lock::text(held.iter().map(|((section, path), value)| (*section, *path, value)))
}

/// What is written is what it says, host bits cleared.
fn written(topology: &mut Topology) {
    for range in topology.vpcs.iter_mut().flat_map(|vpc| &mut vpc.ranges) {
        if let RangeSource::Written(cidr) = &range.source {
            range.cidr = Some(cidr.block());
        }
    }
}

/// Ranges of a pool that nothing may be allocated from: reserves, ranges of gateways themselves, and VPCs that have theirs.
fn taken(topology: &Topology, pool: PoolId) -> impl Iterator<Item = Ipv4Network> + '_ {
    let reserves = topology.pool(pool).reserves.iter().map(|reserve| reserve.cidr);
    let known = topology.vpcs.iter().flat_map(|vpc| &vpc.ranges).filter_map(|range| range.cidr);
    let gateways = topology.gateways.iter().flat_map(|gateway| &gateway.cidr_blocks).map(|cidr| cidr.block());
    reserves.chain(known).chain(gateways)
}

/// A block for every region that allocates from a pool with `per_region`.
fn region_blocks(topology: &mut Topology, taker: &mut Taker<'_>, sink: &mut Sink) {
    let mut wanted: BTreeMap<PoolId, BTreeSet<&'static str>> = BTreeMap::new();
    for vpc in &topology.vpcs {
        for range in &vpc.ranges {
            if let RangeSource::Pool { pool, .. } = range.source {
                wanted.entry(pool).or_default().insert(&topology.place(vpc.place).region.code);
            }
        }
    }
    for (id, regions) in wanted {
        let Some((prefix, prefix_span)) = topology.pool(id).per_region else { continue };
        let missing = held::blocks(topology, id, &regions, taker, sink);
        let pool = topology.pool(id);
        let mut space = Space::new(pool.cidr);
        let of_pool = taker.ranges(Section::Pools).filter(|(path, _)| path.split_once('@').is_some_and(|(name, _)| name == pool.name));
        for range in taken(topology, id).chain(pool.blocks.iter().map(|block| block.cidr)).chain(of_pool.map(|(_, range)| range)) {
            space.take(range);
        }
        let mut blocks = Vec::new();
        for region in missing {
            match space.allocate(prefix) {
                Some(cidr) => {
                    let path = format!("{}@{region}", pool.name);
                    taker.made(Section::Pools, path, Value::Range(cidr.into()), Why::FirstFit, prefix_span, From::Pool(id));
                    blocks.push(Block { region, cidr, given: None });
                }
                None => {
                    sink.push(
                        Diagnostic::new(
                            &codes::POOL_EXHAUSTED,
                            prefix_span,
                            format!("pool `{}` has no /{prefix} left for {region}", pool.name),
                        )
                        .here(format!("every region takes a /{prefix}"))
                        .label(pool.written.span, format!("{} in all; {}", pool.cidr, space.describe_free()))
                        .help("make `per_region` smaller or the pool larger"),
                    );
                    break;
                }
            }
        }
        let pool = &mut topology.pools[id.0 as usize];
        pool.blocks.extend(blocks);
        pool.blocks.sort_by_key(|block| block.region);
    }
}

/// The range that a VPC in a place is allocated from: the region's block, or the whole pool. None where
/// the region got no block, which has been said.
fn source_of(topology: &Topology, id: PoolId, place: PlaceId) -> Option<Ipv4Network> {
    let (pool, region) = (topology.pool(id), &*topology.place(place).region.code);
    match pool.per_region {
        Some(_) => pool.blocks.iter().find(|block| block.region == region).map(|block| block.cidr),
        None => Some(pool.cidr),
    }
}

/// VPC ranges from pools, in the order of VPC paths.
fn vpcs(topology: &mut Topology, taker: &mut Taker<'_>, sink: &mut Sink) {
    held::ranges(topology, taker, sink);
    // One space a pool and region block; what has its range is taken in all of them.
    let mut spaces: BTreeMap<(PoolId, &'static str), Space<Ipv4Network>> = BTreeMap::new();
    let mut full: BTreeSet<(PoolId, &'static str)> = BTreeSet::new();
    for vpc_id in topology.vpc_ids() {
        for range_ix in 0..topology.vpc(vpc_id).ranges.len() {
            let vpc = topology.vpc(vpc_id);
            let range = &vpc.ranges[range_ix];
            let RangeSource::Pool { pool: id, prefix } = range.source else { continue };
            let pool = topology.pool(id);
            let region: &'static str = &topology.place(vpc.place).region.code;
            let scope = if pool.per_region.is_some() { region } else { "" };
            let path = topology.range_path(vpc_id, range_ix);
            // Held, or held in a way that does not fit, which has been said.
            if range.cidr.is_some() || taker.holds(Section::Vpcs, &path) {
                continue;
            }
            let Some(block) = source_of(topology, id, vpc.place) else { continue };
            let space = spaces.entry((id, scope)).or_insert_with(|| {
                let mut space = Space::new(block);
                for range in taken(topology, id).chain(taker.ranges(Section::Vpcs).map(|(_, range)| range)) {
                    space.take(range);
                }
                space
            });
            let allocated = space.allocate(prefix);
            if allocated.is_none() && full.insert((id, scope)) {
                let what = match pool.per_region {
                    Some(_) => format!("the block {block} of {region} in pool `{}`", pool.name),
                    None => format!("pool `{}` ({block})", pool.name),
                };
                let mut diagnostic = Diagnostic::new(
                    &codes::POOL_EXHAUSTED,
                    range.span,
                    format!("no /{prefix} left for vpc `{}` in {}: {what} is full", vpc.name, topology.place(vpc.place).name),
                )
                .here(format!("wants a /{prefix}"))
                .label(pool.written.span, space.describe_free());
                diagnostic = match pool.per_region {
                    Some((_, span)) if prefix >= block.prefix() => {
                        diagnostic.label(span, "the size of the block").help("make the blocks larger, or the VPCs smaller")
                    }
                    Some((_, span)) => diagnostic
                        .label(span, "the size of the block")
                        .help(format!("a VPC cannot be larger than its region's block, /{}", block.prefix())),
                    None => diagnostic.help("make the pool larger, or the VPCs smaller"),
                };
                sink.push(diagnostic);
            }
            if let Some(cidr) = allocated {
                let from = if pool.per_region.is_some() { From::Block(id, block) } else { From::Pool(id) };
                taker.made(Section::Vpcs, path, Value::Range(cidr.into()), Why::FirstFit, range.span, from);
            }
            topology.vpcs[vpc_id.0 as usize].ranges[range_ix].cidr = allocated;
        }
    }
}

/// Subnets of attachments and of groups, in the order of their paths.
fn subnets(topology: &mut Topology, id: VpcId, taker: &mut Taker<'_>, sink: &mut Sink) {
    let mut spaces: Vec<Space<Ipv4Network>> = topology.vpc(id).cidrs().map(Space::new).collect();
    if spaces.is_empty() {
        return;
    }
    let path = topology.vpc_path(id);
    held::subnets(topology, id, &path, taker, sink);
    let known = subnets_of(topology.vpc(id)).filter_map(|(_, subnet)| subnet.cidr);
    for range in known.chain(taker.ranges_below(Section::Subnets, &path)).collect::<Vec<_>>() {
        spaces.iter_mut().for_each(|space| space.take(range));
    }
    let mut missing = Vec::new();
    let slots: Vec<Slot> = subnets_of(topology.vpc(id)).map(|(slot, _)| slot).collect();
    for slot in slots {
        let subnet = slot.of(topology.vpc(id));
        if subnet.cidr.is_some() || subnet.prefix < 16 {
            continue;
        }
        let path = slot.path(topology, id, &path);
        if taker.holds(Section::Subnets, &path) {
            continue;
        }
        let span = slot.span(topology.vpc(id));
        match spaces.iter_mut().find_map(|space| space.allocate(subnet.prefix)) {
            Some(cidr) => {
                taker.made(Section::Subnets, path, Value::Range(cidr.into()), Why::FirstFit, span, From::Vpc(id));
                slot.of_mut(&mut topology.vpcs[id.0 as usize]).cidr = Some(cidr);
            }
            None => missing.push((span, slot.describe(topology.vpc(id)))),
        }
    }
    let vpc = topology.vpc(id);
    if let Some((span, what)) = missing.first() {
        let free: Vec<String> = spaces.iter().map(Space::describe_free).collect();
        let more = match missing.len() {
            1 => String::new(),
            number => format!(" and {} more", number - 1),
        };
        let mut diagnostic =
            Diagnostic::new(&codes::VPC_FULL, *span, format!("vpc `{}` has no room for {what}{more}", vpc.name)).here("does not fit");
        if let Some(range) = vpc.ranges.first() {
            let cidr = range.cidr.map_or(String::new(), |cidr| cidr.to_string());
            diagnostic = diagnostic.label(range.span, format!("{cidr}: {}", free.join("; ")));
        }
        sink.push(diagnostic.help("make the subnets smaller, or the VPC larger"));
    }
}

/// A subnet of a VPC by its position: of an attachment, or of a group.
#[derive(Clone, Copy, Debug)]
enum Slot {
    Dedicated(usize, usize),
    Group(usize, usize),
}

/// Attachments first.
fn subnets_of(vpc: &Vpc) -> impl Iterator<Item = (Slot, &Subnet)> {
    let attachments = vpc.attachments.iter().enumerate();
    let dedicated =
        attachments.flat_map(|(ix, each)| each.dedicated.iter().enumerate().map(move |(at, subnet)| (Slot::Dedicated(ix, at), subnet)));
    let groups = vpc.subnets.iter().enumerate();
    dedicated.chain(groups.flat_map(|(ix, group)| group.subnets.iter().enumerate().map(move |(at, subnet)| (Slot::Group(ix, at), subnet))))
}

impl Slot {
    fn of(self, vpc: &Vpc) -> &Subnet {
        match self {
            Slot::Dedicated(ix, at) => &vpc.attachments[ix].dedicated[at],
            Slot::Group(ix, at) => &vpc.subnets[ix].subnets[at],
        }
    }

    fn of_mut(self, vpc: &mut Vpc) -> &mut Subnet {
        match self {
            Slot::Dedicated(ix, at) => &mut vpc.attachments[ix].dedicated[at],
            Slot::Group(ix, at) => &mut vpc.subnets[ix].subnets[at],
        }
    }

    /// `app@us-east-1.data[a]`, `app@us-east-1 attach core[a]`
    fn path(self, topology: &Topology, id: VpcId, vpc_path: &str) -> String {
        let vpc = topology.vpc(id);
        let zone = &self.of(vpc).zone.letter;
        match self {
            Slot::Dedicated(ix, _) => format!("{vpc_path} attach {}[{zone}]", topology.gateway(vpc.attachments[ix].gateway).name),
            Slot::Group(ix, _) => format!("{vpc_path}.{}[{zone}]", vpc.subnets[ix].name),
        }
    }

    fn span(self, vpc: &Vpc) -> Span {
        match self {
            Slot::Dedicated(ix, _) => vpc.attachments[ix].span,
            Slot::Group(ix, _) => vpc.subnets[ix].size_span,
        }
    }

    fn describe(self, vpc: &Vpc) -> String {
        let subnet = self.of(vpc);
        match self {
            Slot::Dedicated(..) => format!("the attachment's /28 in zone {}", subnet.zone.letter),
            Slot::Group(ix, _) => format!("subnet `{}` in zone {} (/{})", vpc.subnets[ix].name, subnet.zone.letter, subnet.prefix),
        }
    }
}

/// Which zones a VPC is in, where the source says how many.
fn zones(topology: &Topology, id: VpcId, taker: &mut Taker<'_>) {
    let vpc = topology.vpc(id);
    // Zones that nothing stands in are no choice yet.
    if !vpc.zones_chosen || subnets_of(vpc).next().is_none() {
        return;
    }
    let path = topology.vpc_path(id);
    let place = topology.place(vpc.place);
    let in_use = |letter: &str| vpc.zones.iter().any(|zone| zone.letter == letter);
    let held: Vec<String> = taker.zones(&path).map(<[String]>::to_vec).unwrap_or_default();
    if held.iter().take(vpc.zones.len()).any(|letter| !in_use(letter)) {
        let letters: Vec<&str> = place.zones.iter().map(|zone| zone.letter.as_str()).collect();
        let message = format!("vpc `{path}` holds zones {}, but {} has {}", held.join(", "), place.name, letters.join(", "));
        return taker.unfit(Section::Zones, &path, vpc.azs_span, message, "chooses zones");
    }
    let mut used: Vec<String> = held.iter().filter(|letter| in_use(letter)).cloned().collect();
    let before = used.len();
    used.extend(place.zones.iter().map(|zone| &zone.letter).filter(|letter| in_use(letter) && !held.contains(letter)).cloned());
    let why = if used.len() == before { taker.why(Section::Zones, &path) } else { Why::FirstFit };
    taker.made(Section::Zones, path, Value::Zones(used), why, vpc.azs_span, From::Zones(vpc.place));
}

/// ASNs from ranges, first fit in the order of gateway paths; those that are known are taken everywhere.
fn asns(topology: &mut Topology, taker: &mut Taker<'_>, sink: &mut Sink) {
    held::asns(topology, taker, sink);
    let mut used: BTreeSet<u32> = topology.gateways.iter().filter_map(|gateway| gateway.asn.number).collect();
    used.extend(taker.asns());
    for ix in 0..topology.gateways.len() {
        let gateway = &topology.gateways[ix];
        let AsnSource::Range(first, last) = gateway.asn.source else { continue };
        let path = topology.gateway_path(GatewayId(ix as u32));
        if (first, last) == (0, 0) || gateway.asn.number.is_some() || taker.holds(Section::Asns, &path) {
            continue;
        }
        let found = (first..=last).find(|number| !used.contains(number));
        if let Some(number) = found {
            taker.made(Section::Asns, path, Value::Asn(number), Why::FirstFit, gateway.asn.span, From::Asns(first, last));
        }
        if found.is_none() {
            let wanted = topology.gateways.iter().filter(|each| each.asn.span == gateway.asn.span).count();
            sink.push(
                Diagnostic::new(
                    &codes::ASN_RANGE_EXHAUSTED,
                    gateway.asn.span,
                    format!(
                        "AS{first}..AS{last} has no number left for gateway `{}` in {}",
                        gateway.name,
                        topology.place(gateway.place).name
                    ),
                )
                .here(match (last.checked_sub(first), wanted) {
                    (None, _) => "the range ends before it starts".to_owned(),
                    (Some(span), wanted) => format!("{} numbers for {wanted} gateways", u64::from(span) + 1),
                })
                .help(format!("{wanted} gateways need {wanted} numbers: make the range longer")),
            );
        }
        used.extend(found);
        topology.gateways[ix].asn.number = found;
    }
}
