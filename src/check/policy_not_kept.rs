//! A rule about what is attached to a gateway whose tables are somebody else's.

use super::Subject;
use super::contradicting_rules::shown;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Attachment, PartyMember};

code!("MR473", "policy-not-kept", Error, "policy_not_kept.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for rule in &topology.rules {
        let found = rule.from.members.iter().chain(&rule.to.members).find_map(|member| match *member {
            PartyMember::Vpc(id) | PartyMember::Group(id, _) => {
                let existing = |each: &&Attachment| topology.gateway(each.gateway).existing.is_some();
                topology.vpc(id).attachments.iter().find(existing).map(|attachment| (id, attachment))
            }
            // Its one table serves what lies behind it and what is attached alike.
            PartyMember::Behind(gateway) => topology.vpc_ids().find_map(|id| {
                let attachment = topology.vpc(id).attachments.iter().find(|each| each.gateway == gateway)?;
                Some((id, attachment))
            }),
            PartyMember::Segment(_) | PartyMember::Uplink(_) => None,
        });
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
