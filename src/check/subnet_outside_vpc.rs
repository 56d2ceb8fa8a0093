//! A written subnet range lies in no range of its VPC.

use super::Subject;
use crate::address::inside;
use crate::diag::{Diagnostic, Sink};

code!("MR305", "subnet-outside-vpc", Error, "subnet_outside_vpc.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in &subject.topology.vpcs {
        for group in &vpc.subnets {
            for cidr in group.subnets.iter().filter_map(|subnet| subnet.written) {
                let block = cidr.block();
                let within = vpc.cidrs().any(|range| inside(block, range));
                if within || vpc.cidrs().next().is_none() {
                    continue;
                }
                let ranges: Vec<String> = vpc.cidrs().map(|range| range.to_string()).collect();
                let mut diagnostic =
                    Diagnostic::new(&CODE, cidr.span, format!("subnet `{}` ({block}) lies outside of vpc `{}` ({})", group.name, vpc.name, ranges.join(", ")))
                        .here("in no range of the VPC");
                for range in &vpc.ranges {
                    diagnostic = diagnostic.label(range.span, "a range of the VPC");
                }
                sink.push(diagnostic.help("choose a range inside, or give the VPC a `secondary` range"));
            }
        }
    }
}
