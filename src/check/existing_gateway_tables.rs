//! What mrc needs in the tables of an existing gateway cannot be there.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::Ends;

code!("MR419", "existing-gateway-tables", Error, "existing_gateway_tables.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        let Some(existing) = &gateway.existing else { continue };
        let mut say = |span, here: &str, why: &str, label: Option<(crate::source::Span, &str)>, help: &str| {
            let mut diagnostic =
                Diagnostic::new(&CODE, span, format!("existing gateway `{}` {why}", topology.gateway_name(id))).here(here).help(help);
            if let Some((span, text)) = label {
                diagnostic = diagnostic.label(span, text);
            }
            sink.push(diagnostic);
        };
        let attached = || topology.vpcs.iter().flat_map(|vpc| &vpc.attachments).filter(|each| each.gateway == id);
        if existing.route_table.is_none() {
            let off = [existing.association, existing.propagation].into_iter().find(|each| !each.on).and_then(|each| each.span);
            if let Some(span) = off {
                say(
                    span,
                    "`off`",
                    "has no table for what is attached: its default table is not used, and no other is named",
                    None,
                    "write `route_table = …`",
                );
                continue;
            }
            let peering = topology.peerings.iter().find(|each| matches!(each.ends, Ends::Gateways(a, b) if a == id || b == id));
            let routes = subject.routing.gateways[id.0 as usize].iter().flat_map(|table| &table.routes).any(|route| route.target.is_some());
            if let Some(peering) = peering.filter(|_| routes) {
                say(
                    gateway.name_span,
                    "no `route_table`",
                    &format!("gets no routes over peering `{}`: its table is not named", peering.name),
                    Some((peering.span, "over this")),
                    "write `route_table = …`; with `default_association = on` it is the gateway's default table",
                );
            }
        }
        if let Some(attachment) = attached().find(|each| existing.propagation.on && !each.propagate) {
            let label = existing.propagation.span.map(|span| (span, "it propagates by itself"));
            say(
                attachment.span,
                "`propagate = off`",
                "lets each attachment propagate by itself, so this one does too",
                label,
                "leave out `propagate`, or write `default_propagation = off` if that is what the gateway has",
            );
        }
    }
}
