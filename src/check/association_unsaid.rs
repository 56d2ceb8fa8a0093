//! An existing gateway has a table, and nobody says who puts attachments into it.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR420", "association-unsaid", Warning, "association_unsaid.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        let Some(existing) = &gateway.existing else { continue };
        if existing.route_table.is_none() || existing.association.span.is_some() {
            continue;
        }
        sink.push(
            Diagnostic::new(
                &CODE,
                gateway.name_span,
                format!("existing gateway `{}` does not say whether it associates attachments with its `route_table` by itself", topology.gateway_name(id)),
            )
            .here("`default_association` is taken as `on`")
            .help("write `default_association = on` where that is the gateway's default table, else `off`; `aws ec2 describe-transit-gateways` says which"),
        );
    }
}
