//! A written VPC range lies in a part of a pool that is reserved.

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};
use crate::topology::RangeSource;

code!("MR309", "reserved-range", Error, "reserved_range.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let reserves = || subject.topology.pools.iter().flat_map(|pool| pool.reserves.iter().map(move |reserve| (pool, reserve)));
    for vpc in subject.topology.vpcs.iter().filter(|vpc| vpc.existing.is_none()) {
        for range in &vpc.ranges {
            let RangeSource::Written(cidr) = range.source else { continue };
            let block = cidr.block();
            for (pool, reserve) in reserves() {
                if overlap(reserve.cidr, block) {
                    sink.push(
                        Diagnostic::new(
                            &CODE,
                            range.span,
                            format!("vpc `{}` ({block}) uses {}, which pool `{}` reserves for {}", vpc.name, reserve.cidr, pool.name, reserve.reason),
                        )
                        .here("in a reserved range")
                        .label(reserve.written.span, format!("reserved for {}", reserve.reason))
                        .help("choose another range, or take one from the pool"),
                    );
                }
            }
        }
    }
}
