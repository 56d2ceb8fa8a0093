//! One pair of gateways or VPCs is joined by two peerings.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ends, Peering};

code!("MR405", "peered-twice", Error, "peered_twice.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let mut seen: BTreeMap<(bool, u32, u32), &Peering> = BTreeMap::new();
    for peering in &subject.topology.peerings {
        let (key, names) = match peering.ends {
            Ends::Gateways(a, b) => ((false, a.0, b.0), (subject.topology.gateway_name(a), subject.topology.gateway_name(b))),
            Ends::Vpcs(a, b) => ((true, a.0, b.0), (subject.topology.vpc_name(a), subject.topology.vpc_name(b))),
        };
        if let Some(first) = seen.insert(key, peering) {
            sink.push(
                Diagnostic::new(&CODE, peering.span, format!("`{}` and `{}` are peered twice, by `{}` and `{}`", names.0, names.1, first.name, peering.name))
                    .here("again here")
                    .label(first.span, "first here")
                    .help("AWS allows one peering a pair; remove one, or leave the pair out of the mesh with `except`"),
            );
        }
    }
}
