//! Ranges that AWS takes and that make trouble later.

use std::net::Ipv4Addr;

use ipnetwork::Ipv4Network;

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};
use crate::topology::RangeSource;

code!("MR312", "awkward-range", Warning, "awkward_range.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for id in subject.topology.vpc_ids().filter(|id| subject.topology.vpc(*id).existing.is_none()) {
        let vpc = subject.topology.vpc(id);
        for range in &vpc.ranges {
            // What AWS refuses has been refused.
            let Some(cidr) = range.cidr.filter(|cidr| crate::aws::reserved_ranges().all(|(reserved, _)| !overlap(reserved, *cidr))) else {
                continue;
            };
            let overlaps = |a, b, prefix| Ipv4Network::new(Ipv4Addr::new(a, b, 0, 0), prefix).is_ok_and(|block| overlap(block, cidr));
            let why = if overlaps(172, 17, 16) {
                "Docker, Cloud9 and SageMaker use 172.17.0.0/16 themselves, so that instances there cannot reach it"
            } else if [(10, 0, 8), (172, 16, 12), (192, 168, 16), (100, 64, 10), (198, 18, 15)].iter().all(|(a, b, prefix)| !overlaps(*a, *b, *prefix)) {
                "it is public: the hosts of the internet that have these addresses cannot be reached from the VPC"
            } else {
                continue;
            };
            let help = match range.source {
                RangeSource::Pool { pool, .. } if overlaps(172, 17, 16) => format!(
                    "write `reserve 172.17.0.0/16 for \"Docker\"` in pool `{}`, and let it move: `mrc lock FILE --release '{}'`",
                    subject.topology.pool(pool).name,
                    subject.topology.vpc_name(id)
                ),
                _ => "use 10.0.0.0/8, 172.16.0.0/12 without 172.17, 192.168.0.0/16 or 100.64.0.0/10".to_owned(),
            };
            sink.push(
                Diagnostic::new(&CODE, range.span, format!("vpc `{}` uses {cidr}: {why}", vpc.name)).here("will make trouble").help(help),
            );
        }
    }
}
