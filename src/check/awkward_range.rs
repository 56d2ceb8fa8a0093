//! Ranges that AWS takes and that make trouble later.

use std::net::Ipv4Addr;

use ipnetwork::Ipv4Network;

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};

code!("MR312", "awkward-range", Warning, "awkward_range.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in subject.topology.vpcs.iter().filter(|vpc| vpc.existing.is_none()) {
        for range in &vpc.ranges {
            let Some(cidr) = range.cidr else { continue };
            let overlaps = |a, b, prefix| Ipv4Network::new(Ipv4Addr::new(a, b, 0, 0), prefix).is_ok_and(|block| overlap(block, cidr));
            let why = if overlaps(172, 17, 16) {
                "Docker, Cloud9 and SageMaker use 172.17.0.0/16 themselves, so that instances there cannot reach it"
            } else if [(10, 0, 8), (172, 16, 12), (192, 168, 16), (100, 64, 10), (198, 18, 15)].iter().all(|(a, b, prefix)| !overlaps(*a, *b, *prefix)) {
                "it is public: the hosts of the internet that have these addresses cannot be reached from the VPC"
            } else {
                continue;
            };
            sink.push(
                Diagnostic::new(&CODE, range.span, format!("vpc `{}` uses {cidr}: {why}", vpc.name))
                    .here("will make trouble")
                    .help("use 10.0.0.0/8, 172.16.0.0/12 without 172.17, 192.168.0.0/16 or 100.64.0.0/10"),
            );
        }
    }
}
