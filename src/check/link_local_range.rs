//! Ranges that AWS gives to no VPC.

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};

code!("MR314", "link-local-range", Error, "link_local_range.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in subject.topology.vpcs.iter().filter(|vpc| vpc.existing.is_none()) {
        for range in &vpc.ranges {
            let Some(cidr) = range.cidr else { continue };
            if let Some((reserved, what)) = crate::aws::reserved_ranges().find(|(reserved, _)| overlap(*reserved, cidr)) {
                sink.push(
                    Diagnostic::new(&CODE, range.span, format!("vpc `{}` cannot have {cidr}: {reserved} is for {what}", vpc.name))
                        .here("AWS refuses this one")
                        .help("use 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10"),
                );
            }
        }
    }
}
