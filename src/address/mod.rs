//! Addresses and ASNs: deterministic first fit in the order of sorted paths.
//!
//! Region blocks come first, then VPCs inside their region's block, then subnets inside their VPC.
//! What the source writes is taken before anything is allocated.

mod space;

pub mod codes;

pub use space::Space;

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::Ipv4Network;

use crate::diag::{Diagnostic, Sink};
use crate::topology::{AsnSource, Block, PoolId, RangeSource, Subnet, Topology, Vpc};

/// Whether two ranges share an address. Blocks that do are one inside the other.
pub fn overlap(a: Ipv4Network, b: Ipv4Network) -> bool {
    inside(a, b) || inside(b, a)
}

/// Whether every address of `inner` is in `outer`.
pub fn inside(inner: Ipv4Network, outer: Ipv4Network) -> bool {
    inner.prefix() >= outer.prefix() && outer.contains(inner.network())
}

/// Allocates everything that the source leaves open.
pub fn allocate(topology: &mut Topology, sink: &mut Sink) {
    written(topology);
    region_blocks(topology, sink);
    vpcs(topology, sink);
    for vpc in &mut topology.vpcs {
        subnets(vpc, sink);
    }
    asns(topology, sink);
}

/// What is written is what it says, host bits cleared.
fn written(topology: &mut Topology) {
    for range in topology.vpcs.iter_mut().flat_map(|vpc| &mut vpc.ranges) {
        if let RangeSource::Written(cidr) = &range.source {
            range.cidr = Some(cidr.block());
        }
    }
}

/// Ranges of a pool that nothing may be allocated from: reserves, and VPCs that are written.
fn taken(topology: &Topology, pool: PoolId) -> impl Iterator<Item = Ipv4Network> + '_ {
    let reserves = topology.pool(pool).reserves.iter().map(|reserve| reserve.cidr);
    let written = topology.vpcs.iter().flat_map(|vpc| &vpc.ranges).filter_map(|range| range.cidr);
    reserves.chain(written)
}

/// A block for every region that allocates from a pool with `per_region`.
fn region_blocks(topology: &mut Topology, sink: &mut Sink) {
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
        let mut space = Space::new(topology.pool(id).cidr);
        for range in taken(topology, id).chain(topology.pool(id).blocks.iter().map(|block| block.cidr)) {
            space.take(range);
        }
        let mut blocks = Vec::new();
        for region in regions {
            if topology.pool(id).blocks.iter().any(|block| block.region == region) {
                continue;
            }
            match space.allocate(prefix) {
                Some(cidr) => blocks.push(Block { region, cidr, given: None }),
                None => {
                    let pool = topology.pool(id);
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

/// VPC ranges from pools, in the order of VPC paths.
fn vpcs(topology: &mut Topology, sink: &mut Sink) {
    // One space a pool and region block; written ranges are taken in all of them.
    let mut spaces: BTreeMap<(PoolId, &'static str), Space> = BTreeMap::new();
    let mut full: BTreeSet<(PoolId, &'static str)> = BTreeSet::new();
    for vpc_ix in 0..topology.vpcs.len() {
        for range_ix in 0..topology.vpcs[vpc_ix].ranges.len() {
            let vpc = &topology.vpcs[vpc_ix];
            let range = &vpc.ranges[range_ix];
            let RangeSource::Pool { pool: id, prefix } = range.source else { continue };
            let pool = topology.pool(id);
            let region: &'static str = &topology.place(vpc.place).region.code;
            let scope = if pool.per_region.is_some() { region } else { "" };
            let block = match pool.per_region {
                Some(_) => pool.blocks.iter().find(|block| block.region == region).map(|block| block.cidr),
                None => Some(pool.cidr),
            };
            // Without a block the region got none, which has been said.
            let Some(block) = block else { continue };
            let space = spaces.entry((id, scope)).or_insert_with(|| {
                let mut space = Space::new(block);
                for range in taken(topology, id) {
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
            topology.vpcs[vpc_ix].ranges[range_ix].cidr = allocated;
        }
    }
}

/// Subnets of attachments and of groups, in the order of their paths.
fn subnets(vpc: &mut Vpc, sink: &mut Sink) {
    let mut spaces: Vec<Space> = vpc.ranges.iter().filter_map(|range| range.cidr).map(Space::new).collect();
    if spaces.is_empty() {
        return;
    }
    for group in &mut vpc.subnets {
        for subnet in &mut group.subnets {
            if let Some(written) = subnet.written {
                subnet.cidr = Some(written.block());
                spaces.iter_mut().for_each(|space| space.take(written.block()));
            }
        }
    }
    let mut place = |subnet: &mut Subnet| {
        if subnet.cidr.is_none() && subnet.prefix >= 16 {
            subnet.cidr = spaces.iter_mut().find_map(|space| space.allocate(subnet.prefix));
        }
        subnet.cidr.is_some() || subnet.prefix < 16
    };
    let mut missing = Vec::new();
    for attachment in &mut vpc.attachments {
        for subnet in &mut attachment.dedicated {
            if !place(subnet) {
                missing.push((attachment.span, format!("the attachment's /28 in zone {}", subnet.zone.letter)));
            }
        }
    }
    for group in &mut vpc.subnets {
        for subnet in &mut group.subnets {
            if !place(subnet) {
                missing.push((group.size_span, format!("subnet `{}` in zone {} (/{})", group.name, subnet.zone.letter, subnet.prefix)));
            }
        }
    }
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

/// ASNs from ranges, first fit in the order of gateway paths; written ones are taken everywhere.
fn asns(topology: &mut Topology, sink: &mut Sink) {
    let mut used: BTreeSet<u32> = BTreeSet::new();
    for gateway in &mut topology.gateways {
        if let AsnSource::Written(number) = gateway.asn.source {
            gateway.asn.number = Some(number);
            used.insert(number);
        }
    }
    for ix in 0..topology.gateways.len() {
        let gateway = &topology.gateways[ix];
        let AsnSource::Range(first, last) = gateway.asn.source else { continue };
        if (first, last) == (0, 0) {
            continue;
        }
        let found = (first..=last).find(|number| !used.contains(number));
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
