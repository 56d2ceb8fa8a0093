//! `route CIDR via TARGET` and `propagate` of a segment where the gateway is not joined with the target.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ends, GatewayId, SegmentTarget, VpcId};

code!("MR435", "segment-route-nowhere", Error, "segment_route_nowhere.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    if !subject.complete {
        return;
    }
    let attached = |vpc: VpcId, gateway: GatewayId| topology.vpc(vpc).attachments.iter().any(|each| each.gateway == gateway);
    for (segment, table) in topology.segments.iter().flat_map(|segment| segment.on.iter().map(move |table| (segment, table))) {
        let gateway = topology.gateway_name(table.gateway);
        let mut report = |span, message: String, other: Option<crate::source::Span>| {
            let mut diagnostic = Diagnostic::new(&CODE, span, message).here(format!("`{gateway}` has no such attachment"));
            if let Some(other) = other {
                diagnostic = diagnostic.label(other, "joins something else");
            }
            sink.push(diagnostic.help(format!("attach it to `{gateway}`, or put the route into a segment on the gateways that it joins: `on = GATEWAY@REGION`")));
        };
        for route in &table.routes {
            let destination = route.destination.block();
            let start = format!("the route of segment `{}` to {destination} leads nowhere on `{gateway}`", segment.name);
            match route.target {
                SegmentTarget::Vpc(vpc) if !attached(vpc, table.gateway) => {
                    report(route.span, format!("{start}: vpc `{}` is not attached to it", topology.vpc_name(vpc)), Some(topology.vpc(vpc).name_span));
                }
                SegmentTarget::Peering(id) => {
                    let peering = topology.peering(id);
                    let joins = matches!(peering.ends, Ends::Gateways(a, b) if a == table.gateway || b == table.gateway);
                    if !joins {
                        report(route.span, format!("{start}: peering `{}` does not join it", peering.name), Some(peering.span));
                    }
                }
                SegmentTarget::Vpc(_) => {}
            }
        }
        for (vpc, span) in &table.propagate {
            if !attached(*vpc, table.gateway) {
                let name = topology.vpc_name(*vpc);
                report(*span, format!("segment `{}` announces vpc `{name}` on `{gateway}`, to which it is not attached", segment.name), None);
            }
        }
    }
}
