//! An attachment stands in some zones of its VPC; subnets in the others cannot reach the gateway.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR407", "uncovered-zones", Error, "uncovered_zones.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for id in subject.topology.vpc_ids() {
        let vpc = subject.topology.vpc(id);
        for attachment in &vpc.attachments {
            let Some(group) = attachment.group.map(|ix| &vpc.subnets[ix]) else { continue };
            let covered = |letter: &str| group.subnets.iter().any(|subnet| subnet.zone.letter == letter);
            let mut missing: Vec<&str> = vpc.subnets.iter().flat_map(|group| &group.subnets).map(|subnet| subnet.zone.letter.as_str()).filter(|letter| !covered(letter)).collect();
            missing.sort_unstable();
            missing.dedup();
            if missing.is_empty() {
                continue;
            }
            let gateway = &subject.topology.gateway(attachment.gateway).name;
            sink.push(
                Diagnostic::new(
                    &CODE,
                    attachment.span,
                    format!("the attachment of vpc `{}` to `{gateway}` does not stand in zone {}, where subnets are", subject.topology.vpc_name(id), missing.join(", ")),
                )
                .here(format!("stands in subnet `{}`", group.name))
                .label(group.span, format!("`{}` has no subnet in zone {}", group.name, missing.join(", ")))
                .help("leave out `subnets`, for a dedicated /28 in each zone, or choose a group that is in all of them"),
            );
        }
    }
}
