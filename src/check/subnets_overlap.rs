//! Two written subnet ranges of one VPC overlap.

use super::Subject;
use crate::address::overlap;
use crate::diag::{Diagnostic, Sink};
use crate::topology::Cidr;

code!("MR306", "subnets-overlap", Error, "subnets_overlap.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in &subject.topology.vpcs {
        let mut written: Vec<(Cidr, &str)> = Vec::new();
        for group in &vpc.subnets {
            for cidr in group.subnets.iter().filter_map(|subnet| subnet.written) {
                let block = cidr.block();
                let clash = written.iter().find(|(other, _)| overlap(other.block(), block));
                if let Some((other, name)) = clash {
                    sink.push(
                        Diagnostic::new(
                            &CODE,
                            cidr.span,
                            format!("subnets `{name}` ({}) and `{}` ({block}) of vpc `{}` overlap", other.block(), group.name, vpc.name),
                        )
                        .here(format!("{block} of `{}`", group.name))
                        .label(other.span, format!("{} of `{name}`", other.block()))
                        .help("give one of them another range, or let mrc allocate with `size`"),
                    );
                }
                written.push((cidr, &group.name));
            }
        }
    }
}
