//! IPv6: blocks of regions, /56s of VPCs, /64s of subnets. Held and first fit as elsewhere.

use ipnetwork::Ipv6Network;

use super::*;
use crate::lock::codes::HELD_TWICE;
use crate::topology::Ipv6Range;

/// Blocks of regions that take from a pool with `per_region`, then a /56 for each VPC.
pub fn ranges(topology: &mut Topology, taker: &mut Taker<'_>, sink: &mut Sink) {
    let wanted: Vec<(VpcId, u32, Span)> = topology
        .vpc_ids()
        .filter_map(|id| match topology.vpc(id).ipv6? {
            (Ipv6Range::Pool(pool, None), span) => Some((id, pool, span)),
            _ => None,
        })
        .collect();
    for pool in 0..topology.ipv6_pools.len() as u32 {
        let regions: BTreeSet<&'static str> = wanted
            .iter()
            .filter(|each| each.1 == pool)
            .map(|(id, ..)| -> &'static str { &topology.place(topology.vpc(*id).place).region.code })
            .collect();
        region_blocks(topology, pool, regions, taker, sink);
    }
    let mut owners: BTreeMap<Ipv6Network, (String, Span)> = BTreeMap::new();
    for (id, pool, span) in wanted {
        let region = &topology.place(topology.vpc(id).place).region.code;
        let path = format!("{}.ipv6", topology.vpc_path(id));
        let from = &topology.ipv6_pools[pool as usize];
        let block = match from.per_region {
            Some(_) => from.blocks.iter().find(|(of, _)| of == region).map(|(_, block)| *block),
            None => Some(from.cidr),
        };
        let Some(block) = block else { continue };
        let found = match taker.ipv6(Section::Vpcs, &path) {
            Some(held) if held.prefix() == 56 && within(held, block) => Some(held),
            Some(held) => {
                let message = format!("vpc `{path}` holds {held}, which is no /56 of {block}");
                taker.unfit(Section::Vpcs, &path, span, message, "takes from this pool");
                None
            }
            None => {
                let free = first_free(block, 56, taker.ipv6_ranges(Section::Vpcs).chain(owners.keys().copied()));
                if free.is_none() {
                    sink.push(
                        Diagnostic::new(
                            &codes::POOL_EXHAUSTED,
                            span,
                            format!("no /56 of {block} is left for vpc `{}`", topology.vpc(id).name),
                        )
                        .here("wants a /56")
                        .label(from.cidr_span, "the pool")
                        .help("make the pool or its blocks larger"),
                    );
                }
                free
            }
        };
        let Some(range) = found else { continue };
        if let Some((other, first)) = owners.get(&range) {
            let diagnostic =
                Diagnostic::new(&HELD_TWICE, span, format!("{range} is held by `{other}` and by `{path}`")).here("holds it too");
            let lines = taker.line(Section::Vpcs, &path).into_iter().chain(taker.line(Section::Vpcs, other));
            let diagnostic = lines.fold(diagnostic.label(*first, "holds it"), |diagnostic, line| diagnostic.label(line, "held"));
            sink.push(diagnostic.help("remove the line of the one that is not deployed yet; it gets another"));
            continue;
        }
        owners.insert(range, (path.clone(), span));
        let why = taker.why(Section::Vpcs, &path);
        taker.made(Section::Vpcs, path, Value::Range(range.into()), why, span, From::Nothing);
        topology.vpcs[id.0 as usize].ipv6 = Some((Ipv6Range::Pool(pool, Some(range)), span));
    }
}

fn region_blocks(topology: &mut Topology, ix: u32, regions: BTreeSet<&'static str>, taker: &mut Taker<'_>, sink: &mut Sink) {
    let pool = &topology.ipv6_pools[ix as usize];
    let Some((prefix, span)) = pool.per_region else { return };
    let mut blocks = pool.blocks.clone();
    for region in regions {
        if blocks.iter().any(|(of, _)| *of == region) {
            continue;
        }
        let path = format!("{}@{region}", pool.name);
        let block = match taker.ipv6(Section::Pools, &path) {
            Some(held) if held.prefix() == prefix && within(held, pool.cidr) => Some(held),
            Some(held) => {
                let message = format!("region {region} holds {held}, which is no /{prefix} of pool `{}` ({})", pool.name, pool.cidr);
                taker.unfit(Section::Pools, &path, span, message, "the size of its blocks");
                continue;
            }
            None => first_free(pool.cidr, prefix, taker.ipv6_ranges(Section::Pools).chain(blocks.iter().map(|(_, block)| *block))),
        };
        let Some(block) = block else {
            sink.push(
                Diagnostic::new(&codes::POOL_EXHAUSTED, span, format!("pool `{}` has no /{prefix} left for {region}", pool.name))
                    .here(format!("every region takes a /{prefix}"))
                    .label(pool.cidr_span, "the pool")
                    .help("make `per_region` smaller or the pool larger"),
            );
            return;
        };
        let why = taker.why(Section::Pools, &path);
        taker.made(Section::Pools, path, Value::Range(block.into()), why, span, From::Nothing);
        blocks.push((region, block));
    }
    blocks.sort();
    topology.ipv6_pools[ix as usize].blocks = blocks;
}

/// The first block of a size that meets nothing that is taken.
fn first_free(outer: Ipv6Network, prefix: u8, taken: impl Iterator<Item = Ipv6Network>) -> Option<Ipv6Network> {
    let mut space = Space::new(outer);
    taken.for_each(|range| space.take(range));
    space.allocate(prefix)
}

pub fn within(inner: Ipv6Network, outer: Ipv6Network) -> bool {
    inner.prefix() >= outer.prefix() && outer.contains(inner.network())
}

/// Which /64 of a VPC's range each subnet has, in the order of their paths.
pub fn subnets(topology: &mut Topology, id: VpcId, taker: &mut Taker<'_>, sink: &mut Sink) {
    let Some((_, wanted_at)) = topology.vpc(id).ipv6 else { return };
    let vpc_path = topology.vpc_path(id);
    let lost = held::ipv6(topology, id, &vpc_path, taker, sink);
    let mut used: BTreeSet<u8> = taker.numbers_below(&vpc_path).collect();
    let slots: Vec<Slot> = subnets_of(topology.vpc(id)).map(|(slot, _)| slot).collect();
    for slot in slots {
        let path = slot.path(topology, id, &vpc_path);
        if slot.of(topology.vpc(id)).ipv6 != Ipv6::Wanted || lost.contains(&path) {
            continue;
        }
        let Some(number) = (0..=u8::MAX).find(|number| !used.contains(number)) else {
            return sink.push(
                Diagnostic::new(
                    &codes::VPC_FULL,
                    wanted_at,
                    format!("vpc `{}` has more than 256 subnets with IPv6", topology.vpc(id).name),
                )
                .here("a /56 holds 256 of them")
                .help("write `ipv6 = off` in groups that need none"),
            );
        };
        used.insert(number);
        let span = slot.span(topology.vpc(id));
        taker.made(Section::Ipv6, path, Value::Nth(number), Why::FirstFit, span, From::Vpc(id));
        slot.of_mut(&mut topology.vpcs[id.0 as usize]).ipv6 = Ipv6::Nth(number);
    }
}
