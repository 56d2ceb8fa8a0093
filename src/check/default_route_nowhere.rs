//! A default route leads to a gateway that has no way out.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::routing::{Edge, everything};
use crate::topology::{DefaultRoute, PartyMember};

code!("MR408", "default-route-nowhere", Error, "default_route_nowhere.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    for vpc_id in topology.vpc_ids() {
        let vpc = topology.vpc(vpc_id);
        for group in &vpc.subnets {
            let DefaultRoute::Gateway(id) = group.route else { continue };
            let gateway = topology.gateway(id);
            // What exists may have a way out that mrc does not see.
            if gateway.existing.is_some() {
                continue;
            }
            let table = subject.routing.table_of(id, Edge::Vpc(vpc_id));
            let way = table.into_iter().flat_map(|table| &table.routes).find(|route| route.destination == everything());
            // A deny takes the way out like any other.
            let denied = topology.egresses.iter().find(|egress| way.is_some_and(|way| way.span == egress.span)).and_then(|egress| {
                let names = |members: &[PartyMember], id| members.contains(&PartyMember::Vpc(id));
                topology.rules.iter().find(|rule| {
                    let (from, to) = (&rule.from.members, &rule.to.members);
                    rule.deny && (names(from, egress.via) && names(to, vpc_id) || names(to, egress.via) && names(from, vpc_id))
                })
            });
            // An uplink may have announced one.
            let learnt = table
                .into_iter()
                .flat_map(|table| &table.propagated)
                .any(|edge| matches!(edge, Edge::Uplink(uplink) if topology.uplink(*uplink).leads_everywhere()));
            if (way.is_some_and(|way| way.target.is_some()) || way.is_none() && learnt) && denied.is_none() {
                continue;
            }
            let diagnostic = Diagnostic::new(
                &CODE,
                group.route_span,
                format!("subnet `{}` of vpc `{}` sends everything to `{}`, which has no way out", group.name, vpc.name, gateway.name),
            )
            .here("packets to the internet end here");
            sink.push(match denied {
                Some(rule) => diagnostic.label(rule.span, "this closes the way out").help("leave out the `deny`, or the default route"),
                None => diagnostic.label(gateway.name_span, "its table has no default route").help(
                    "write `egress out { via = VPC }` with `from` of its segment, or `route = nat`; what the gateway reaches has routes already",
                ),
            });
        }
    }
}
