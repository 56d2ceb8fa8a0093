//! What exists gets no route back, because nobody said in which table.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ends, GatewayId, VpcId};

code!("MR412", "no-way-back", Warning, "no_way_back.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    // What lacks here may be what is wrong elsewhere.
    if !subject.complete {
        return;
    }
    for peering in &subject.topology.peerings {
        match peering.ends {
            Ends::Vpcs(a, b) => [a, b].into_iter().for_each(|id| vpc(subject, id, peering.span, sink)),
            Ends::Gateways(a, b) => [a, b].into_iter().for_each(|id| gateway(subject, id, peering.span, sink)),
        }
    }
}

fn vpc(subject: Subject<'_>, id: VpcId, peering: crate::source::Span, sink: &mut Sink) {
    let vpc = subject.topology.vpc(id);
    if vpc.existing.as_ref().is_some_and(|existing| existing.route_tables.is_empty()) {
        sink.push(
            Diagnostic::new(&CODE, vpc.name_span, format!("existing vpc `{}` is peered and gets no routes back", subject.topology.vpc_name(id)))
                .here("no `route_tables`")
                .label(peering, "peered here")
                .help("name its tables: `route_tables = [\"rtb-…\"]` or `[param(\"LegacyTable\")]`"),
        );
    }
}

fn gateway(subject: Subject<'_>, id: GatewayId, peering: crate::source::Span, sink: &mut Sink) {
    let gateway = subject.topology.gateway(id);
    if gateway.existing.as_ref().is_some_and(|existing| existing.route_table.is_none()) {
        sink.push(
            Diagnostic::new(&CODE, gateway.name_span, format!("existing gateway `{}` is peered and gets no static routes", subject.topology.gateway_name(id)))
                .here("no `route_table`")
                .label(peering, "peered here")
                .help("peerings have static routes only: name the table, `route_table = \"tgw-rtb-…\"`"),
        );
    }
}
