//! Two pools share addresses, so that both would allocate them.

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};

code!("MR313", "pools-overlap", Error, "pools_overlap.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let pools = &subject.topology.pools;
    for (ix, a) in pools.iter().enumerate() {
        for b in &pools[ix + 1..] {
            if overlap(a.cidr, b.cidr) {
                sink.push(
                    Diagnostic::new(&CODE, b.written.span, format!("pools `{}` ({}) and `{}` ({}) overlap", a.name, a.cidr, b.name, b.cidr))
                        .here(format!("pool `{}`", b.name))
                        .label(a.written.span, format!("pool `{}`", a.name))
                        .help("give them disjoint ranges; a `reserve` keeps a part of a pool free"),
                );
            }
        }
    }
}
