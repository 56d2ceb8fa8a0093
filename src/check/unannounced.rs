//! An attachment that does not propagate: nothing finds its way back to the VPC.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR417", "unannounced", Warning, "unannounced.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for id in topology.vpc_ids() {
        for attachment in topology.vpc(id).attachments.iter().filter(|attachment| !attachment.propagate) {
            let gateway = topology.gateway(attachment.gateway);
            // In a table that somebody else runs there may be static routes.
            if gateway.existing.is_some() {
                continue;
            }
            sink.push(
                Diagnostic::new(&CODE, attachment.span, format!("vpc `{}` is not announced in `{}`, so that no answer comes back to it", topology.vpc_name(id), gateway.name))
                    .here("`propagate = off`")
                    .help("leave out `propagate`, or remove the attachment"),
            );
        }
    }
}
