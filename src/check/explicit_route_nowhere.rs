//! `route CIDR via TARGET` where the VPC has no way to the target.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{DefaultRoute, Ends, GatewayId, RouteTarget};

code!("MR411", "explicit-route-nowhere", Error, "explicit_route_nowhere.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for id in topology.vpc_ids() {
        let vpc = topology.vpc(id);
        let attached = |gateway: GatewayId| vpc.attachments.iter().any(|each| each.gateway == gateway);
        let not_attached = |gateway: GatewayId| format!("vpc `{}` is not attached to `{}`", topology.vpc_name(id), topology.gateway(gateway).name);
        for route in vpc.routes.iter().chain(vpc.subnets.iter().flat_map(|group| &group.routes)) {
            let why = match route.target {
                RouteTarget::Gateway(gateway) if !attached(gateway) => not_attached(gateway),
                RouteTarget::Peering(peering) => match topology.peering(peering).ends {
                    Ends::Vpcs(a, b) if a == id || b == id => continue,
                    Ends::Vpcs(..) => format!("peering `{}` does not join vpc `{}`", topology.peering(peering).name, topology.vpc_name(id)),
                    Ends::Gateways(..) => format!("peering `{}` joins gateways; a VPC routes to its own gateway", topology.peering(peering).name),
                },
                _ => continue,
            };
            sink.push(
                Diagnostic::new(&CODE, route.span, format!("the route to {} leads nowhere: {why}", route.destination.block()))
                    .here("AWS refuses this route")
                    .help("attach the VPC, or choose another target"),
            );
        }
        for group in &vpc.subnets {
            if let DefaultRoute::Gateway(gateway) = group.route
                && !attached(gateway) && topology.gateway(gateway).existing.is_some() {
                    sink.push(
                        Diagnostic::new(&CODE, group.route_span, format!("the default route of subnet `{}` leads nowhere: {}", group.name, not_attached(gateway)))
                            .here("AWS refuses this route")
                            .help(format!("add `attach {}`", topology.gateway(gateway).name)),
                    );
                }
        }
    }
}
