//! An `allow` between things that nothing joins.

use super::Subject;
use super::contradicting_rules::shown;
use crate::diag::{Diagnostic, Sink};
use crate::routing::joined;
use crate::topology::{Ends, GatewayId, Party, PartyMember, Rule, Topology, VpcId};

code!("MR472", "rule-without-way", Error, "rule_without_way.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    if !subject.complete {
        return;
    }
    for rule in topology.rules.iter().filter(|rule| !rule.deny) {
        if has_way(topology, rule) {
            continue;
        }
        let (from, to) = (ends(topology, &rule.from), ends(topology, &rule.to));
        let lonely = [(&rule.from, &from), (&rule.to, &to)].into_iter().find(|(_, ends)| ends.iter().all(|end| end.1.is_none()));
        let (why, span) = match lonely {
            Some((party, _)) => (format!("`{}` is attached to no gateway", party.shown), party.span),
            None => ("their gateways are not peered".to_owned(), rule.to.span),
        };
        sink.push(
            Diagnostic::new(&CODE, rule.span, format!("`{}` opens no way: {why}", shown(rule)))
                .here("allowed, and not reachable")
                .label(span, why)
                .help("a rule opens tables, it joins nothing: attach both ends, and join their gateways with `mesh`, `star` or `peering`"),
        );
    }
}

/// Whether anything joins one member of a side with one of the other.
pub fn has_way(topology: &Topology, rule: &Rule) -> bool {
    let (from, to) = (ends(topology, &rule.from), ends(topology, &rule.to));
    from.iter().any(|a| to.iter().any(|b| joins(topology, *a, *b)))
}

type End = (Option<VpcId>, Option<GatewayId>);

/// Where the members of a party are attached.
fn ends(topology: &Topology, party: &Party) -> Vec<End> {
    let of = |id: VpcId| {
        let gateways: Vec<End> = topology.vpc(id).attachments.iter().map(|each| (Some(id), Some(each.gateway))).collect();
        if gateways.is_empty() { vec![(Some(id), None)] } else { gateways }
    };
    let members = party.members.iter().flat_map(|member| match member {
        PartyMember::Vpc(id) | PartyMember::Group(id, _) => of(*id),
        PartyMember::Behind(gateway) => vec![(None, Some(*gateway))],
        PartyMember::Uplink(id) => vec![(None, Some(topology.uplink(*id).gateway))],
        PartyMember::Segment(segment) => topology
            .vpc_ids()
            .flat_map(|id| topology.vpc(id).attachments.iter().map(move |each| (id, each)))
            .filter(|(_, each)| each.segment == Some(*segment))
            .map(|(id, each)| (Some(id), Some(each.gateway)))
            .collect(),
    });
    members.collect()
}

fn joins(topology: &Topology, a: End, b: End) -> bool {
    let peered = |x: VpcId, y: VpcId| {
        topology.peerings.iter().any(|each| matches!(each.ends, Ends::Vpcs(p, q) if (p, q) == (x, y) || (q, p) == (x, y)))
    };
    // Groups of one VPC are told apart by security groups only.
    if a.0.is_some() && a.0 == b.0 {
        return true;
    }
    let by_gateways = a.1.zip(b.1).is_some_and(|(x, y)| joined(topology, x, y));
    by_gateways || a.0.zip(b.0).is_some_and(|(x, y)| peered(x, y))
}
