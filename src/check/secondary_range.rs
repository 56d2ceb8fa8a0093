//! Ranges that AWS refuses to add to a VPC, given the one it has.

use std::net::Ipv4Addr;

use ipnetwork::Ipv4Network;

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR311", "secondary-range", Error, "secondary_range.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in subject.topology.vpcs.iter().filter(|vpc| vpc.existing.is_none()) {
        let mut ranges = vpc.ranges.iter();
        let Some((first, primary)) = ranges.next().and_then(|range| Some((range, range.cidr?))) else { continue };
        for range in ranges {
            let Some(cidr) = range.cidr else { continue };
            if let Some(why) = refused(primary, cidr) {
                sink.push(
                    Diagnostic::new(&CODE, range.span, format!("vpc `{}` ({primary}) cannot have {cidr} beside it: {why}", vpc.name))
                        .here("AWS refuses this one")
                        .label(first.span, "the primary range")
                        .help("100.64.0.0/10 is free for every VPC; ranges of the same private block may be added"),
                );
            }
        }
    }
}

/// The table of restrictions [CIDR: docs.aws.amazon.com vpc-cidr-blocks].
fn refused(primary: Ipv4Network, added: Ipv4Network) -> Option<&'static str> {
    let (a, b) = (family(primary), family(added));
    match (a, b) {
        (_, Family::Benchmark) if a != Family::Benchmark => Some("198.19.0.0/16 goes with nothing else"),
        (Family::Ten, Family::Twelve | Family::Sixteen) | (Family::Twelve, Family::Ten | Family::Sixteen) | (Family::Sixteen, Family::Ten | Family::Twelve) => {
            Some("ranges of different private blocks do not go together")
        }
        (Family::Benchmark | Family::Other, Family::Ten | Family::Twelve | Family::Sixteen) => Some("a private block must come first"),
        (Family::Ten, _) if within(primary, 10, 0, 15) && within(added, 10, 0, 16) => Some("with a range in 10.0.0.0/15, none of 10.0.0.0/16 can be added"),
        (Family::Twelve, _) if within(added, 172, 31, 16) => Some("172.31.0.0/16 cannot be added"),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Ten,
    Twelve,
    Sixteen,
    Benchmark,
    Other,
}

fn family(cidr: Ipv4Network) -> Family {
    if within(cidr, 10, 0, 8) {
        Family::Ten
    } else if within(cidr, 172, 16, 12) {
        Family::Twelve
    } else if within(cidr, 192, 168, 16) {
        Family::Sixteen
    } else if within(cidr, 198, 19, 16) {
        Family::Benchmark
    } else {
        Family::Other
    }
}

fn within(cidr: Ipv4Network, a: u8, b: u8, prefix: u8) -> bool {
    Ipv4Network::new(Ipv4Addr::new(a, b, 0, 0), prefix).is_ok_and(|block| block.contains(cidr.network()))
}
