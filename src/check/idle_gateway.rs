//! A gateway that nothing is attached to.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR416", "idle-gateway", Warning, "idle_gateway.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        let family = |other: crate::topology::GatewayId| topology.gateway(other).name == gateway.name;
        let attached = topology.vpcs.iter().flat_map(|vpc| &vpc.attachments).any(|attachment| family(attachment.gateway));
        let existing = gateway.existing.is_some();
        if !attached && !existing {
            sink.push(
                Diagnostic::new(&CODE, gateway.name_span, format!("no VPC is attached to any gateway `{}`", gateway.name))
                    .here("joins nothing")
                    .help(format!("write `attach {}` in a VPC, or remove the gateway", gateway.name)),
            );
        }
    }
}
