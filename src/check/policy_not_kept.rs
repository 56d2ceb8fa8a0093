//! A rule about what is attached to a gateway whose tables are somebody else's.

use super::Subject;
use super::contradicting_rules::shown;
use crate::diag::{Diagnostic, Sink};
use crate::topology::PartyMember;

code!("MR473", "policy-not-kept", Error, "policy_not_kept.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for rule in &topology.rules {
        let parties = rule.from.members.iter().chain(&rule.to.members);
        let vpcs = parties.filter_map(|member| match member {
            PartyMember::Vpc(id) | PartyMember::Group(id, _) => Some(*id),
            _ => None,
        });
        let found = vpcs
            .flat_map(|id| topology.vpc(id).attachments.iter().map(move |each| (id, each)))
            .find(|(_, attachment)| topology.gateway(attachment.gateway).existing.is_some());
        if let Some((vpc, attachment)) = found {
            let gateway = topology.gateway_name(attachment.gateway);
            sink.push(
                Diagnostic::new(
                    &CODE,
                    rule.span,
                    format!("`{}` cannot be kept: `{}` is attached to the existing gateway `{gateway}`", shown(rule), topology.vpc_name(vpc)),
                )
                .here("a rule of mrc")
                .label(attachment.span, "tables of this gateway are somebody else's")
                .help("keep the rule where the gateway is run, or attach the VPC to a gateway that mrc makes"),
            );
        }
    }
}
