//! A rule opens ingress at something whose security groups are somebody else's.

use super::Subject;
use super::contradicting_rules::shown;
use crate::diag::{Diagnostic, Sink};
use crate::routing::directions;
use crate::topology::PartyMember;

code!("MR490", "ingress-not-ours", Error, "ingress_not_ours.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for rule in topology.rules.iter().filter(|rule| rule.opens_ingress()) {
        let mut targets = directions(rule).flat_map(|(_, to)| to);
        let foreign = targets.find_map(|target| match *target {
            PartyMember::Behind(id) => Some((topology.gateway_name(id), topology.gateway(id).name_span)),
            PartyMember::Uplink(id) => Some((topology.uplink(id).name.clone(), topology.uplink(id).name_span)),
            PartyMember::Vpc(id) if topology.vpc(id).existing.is_some() => Some((topology.vpc_name(id), topology.vpc(id).name_span)),
            _ => None,
        });
        let Some((name, declared)) = foreign else { continue };
        sink.push(
            Diagnostic::new(&CODE, rule.span, format!("`{}` would open ingress at `{name}`, where mrc makes no security groups", shown(rule)))
                .here("opened by security groups")
                .label(declared, "what is there is not ours")
                .help("write `<->` without ports: the routes are there both ways, and who may start what is said where it exists"),
        );
    }
}
