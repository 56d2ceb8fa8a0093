//! Ranges that AWS gives to no VPC.

use std::net::Ipv4Addr;

use ipnetwork::Ipv4Network;

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};

code!("MR314", "link-local-range", Error, "link_local_range.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let link_local = Ipv4Network::new(Ipv4Addr::new(169, 254, 0, 0), 16).expect("16 is a prefix length");
    for vpc in subject.topology.vpcs.iter().filter(|vpc| vpc.existing.is_none()) {
        for range in &vpc.ranges {
            if let Some(cidr) = range.cidr.filter(|cidr| overlap(link_local, *cidr)) {
                sink.push(
                    Diagnostic::new(&CODE, range.span, format!("vpc `{}` cannot have {cidr}: {link_local} is link-local", vpc.name))
                        .here("AWS refuses this one")
                        .help("use 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10"),
                );
            }
        }
    }
}
