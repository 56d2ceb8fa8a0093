//! Policy that contradicts itself: what one line opens another closes.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::routing::policy::{self, Effect};
use crate::topology::{Ends, PartyMember, Rule, Topology, VpcId};

code!("MR470", "contradicting-rules", Error, "contradicting_rules.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for (rule, effect) in topology.rules.iter().zip(policy::effects(topology)) {
        if let Effect::Overruled(deny) = effect {
            let deny = &topology.rules[deny];
            sink.push(
                Diagnostic::new(&CODE, rule.span, format!("`{}` opens nothing: `{}` closes all of it", shown(rule), shown(deny)))
                    .here("allowed here")
                    .label(deny.span, "denied here, which is stronger")
                    .help("remove one of them, or narrow the `deny`; a `deny` takes both directions, since answers need routes too"),
            );
        }
    }
    for rule in topology.rules.iter().filter(|rule| rule.deny) {
        for peering in &topology.peerings {
            let Ends::Vpcs(a, b) = peering.ends else { continue };
            if closes(topology, rule, a, b) {
                let names = (topology.vpc_name(a), topology.vpc_name(b));
                sink.push(
                    Diagnostic::new(&CODE, peering.span, format!("peering `{}` joins `{}` and `{}`, which `{}` keeps apart", peering.name, names.0, names.1, shown(rule)))
                        .here("joined here")
                        .label(rule.span, "denied here")
                        .help("remove the peering or the rule: a peering of two VPCs has nothing between them that could keep it"),
                );
            }
        }
        for table in topology.segments.iter().flat_map(|segment| &segment.on) {
            for (vpc, span) in &table.propagate {
                let segment = topology.segments.iter().position(|each| each.on.iter().any(|on| std::ptr::eq(on, table)));
                let member = |id: VpcId| topology.vpc(id).attachments.iter().any(|each| each.gateway == table.gateway && each.segment.map(|id| id.0 as usize) == segment);
                if let Some(other) = topology.vpc_ids().find(|id| member(*id) && closes(topology, rule, *id, *vpc)) {
                    sink.push(
                        Diagnostic::new(&CODE, *span, format!("`propagate` lets `{}` reach `{}`, which `{}` closes", topology.vpc_name(other), topology.vpc_name(*vpc), shown(rule)))
                            .here("announced here")
                            .label(rule.span, "denied here")
                            .help("remove one of them"),
                    );
                }
            }
        }
    }
}

/// Whether a rule is about two VPCs, either way round.
fn closes(topology: &Topology, rule: &Rule, a: VpcId, b: VpcId) -> bool {
    let on = |members: &[PartyMember], id: VpcId| {
        members.iter().any(|each| match each {
            PartyMember::Vpc(vpc) | PartyMember::Group(vpc, _) => *vpc == id,
            PartyMember::Segment(segment) => topology.vpc(id).attachments.iter().any(|each| each.segment == Some(*segment)),
            PartyMember::Behind(_) | PartyMember::Uplink(_) => false,
        })
    };
    (on(&rule.from.members, a) && on(&rule.to.members, b)) || (on(&rule.from.members, b) && on(&rule.to.members, a))
}

/// A rule as one would write it.
pub fn shown(rule: &Rule) -> String {
    format!("{} {} {} {}", if rule.deny { "deny" } else { "allow" }, rule.from.shown, if rule.both { "<->" } else { "->" }, rule.to.shown)
}
