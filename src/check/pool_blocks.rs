//! Blocks and reserves of a pool that do not lie in it, or two blocks that overlap.

use super::Subject;
use crate::address::{inside, overlap};
use crate::diag::{Diagnostic, Sink};

code!("MR310", "pool-blocks", Error, "pool_blocks.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for pool in &subject.topology.pools {
        let outside = |cidr: ipnetwork::Ipv4Network| !inside(cidr, pool.cidr);
        if let Some((prefix, span)) = pool.per_region
            && (prefix < pool.cidr.prefix() || prefix > 32) {
                sink.push(
                    Diagnostic::new(&CODE, span, format!("pool `{}` is a /{}, too small for a /{prefix} a region", pool.name, pool.cidr.prefix()))
                        .here("larger than the pool")
                        .label(pool.written.span, "the pool")
                        .help("make `per_region` longer than the pool's own prefix"),
                );
            }
        for block in pool.blocks.iter().filter(|block| outside(block.cidr)) {
            let Some(span) = block.given else { continue };
            sink.push(
                Diagnostic::new(&CODE, span, format!("the block of {} ({}) is not in pool `{}` ({})", block.region, block.cidr, pool.name, pool.cidr))
                    .here("not in the pool")
                    .label(pool.written.span, "the pool"),
            );
        }
        for reserve in pool.reserves.iter().filter(|reserve| outside(reserve.cidr)) {
            sink.push(
                Diagnostic::new(&CODE, reserve.written.span, format!("the reserve {} is not in pool `{}` ({})", reserve.cidr, pool.name, pool.cidr))
                    .here("not in the pool")
                    .label(pool.written.span, "the pool")
                    .help("nothing is ever allocated there, so there is nothing to reserve"),
            );
        }
        for (ix, a) in pool.blocks.iter().enumerate() {
            for b in &pool.blocks[ix + 1..] {
                let (Some(first), Some(second)) = (a.given, b.given) else { continue };
                if overlap(a.cidr, b.cidr) {
                    sink.push(
                        Diagnostic::new(&CODE, second, format!("in pool `{}` the blocks of {} ({}) and {} ({}) overlap", pool.name, a.region, a.cidr, b.region, b.cidr))
                            .here(format!("{} of {}", b.cidr, b.region))
                            .label(first, format!("{} of {}", a.cidr, a.region))
                            .help("give each region a block of its own"),
                    );
                }
            }
        }
    }
}
