//! NAT gateways have no public subnet to stand in, or there are none to route to.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{DefaultRoute, Nat, RouteTarget};

code!("MR409", "nat-without-public-subnet", Error, "nat_without_public_subnet.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    // What lacks here may be what is wrong elsewhere.
    if !subject.complete {
        return;
    }
    for vpc in &subject.topology.vpcs {
        let wants = vpc.subnets.iter().find(|group| group.route == DefaultRoute::Nat || group.routes.iter().any(|route| route.target == RouteTarget::Nat));
        let explicit = vpc.routes.iter().find(|route| route.target == RouteTarget::Nat).map(|route| route.span);
        let wanted_at = wants.map(|group| group.route_span).or(explicit);
        if vpc.nat == Nat::None {
            if let Some(span) = wanted_at {
                sink.push(
                    Diagnostic::new(&CODE, span, format!("vpc `{}` routes to NAT gateways and has none", vpc.name))
                        .here("nothing to route to")
                        .help("write `nat = per_az` or `nat = single` in the VPC"),
                );
            }
            continue;
        }
        let public = || vpc.subnets.iter().filter(|group| group.route == DefaultRoute::Internet);
        let needed: Vec<&str> = match vpc.nat {
            Nat::Single => vec![],
            _ => vpc.zones.iter().map(|zone| zone.letter.as_str()).collect(),
        };
        let stands_in = |letter: &str| public().flat_map(|group| &group.subnets).any(|subnet| subnet.zone.letter == letter);
        let missing: Vec<&str> = needed.into_iter().filter(|letter| !stands_in(letter)).collect();
        let needs = |what: &str| {
            let message = format!("vpc `{}` needs NAT gateways and has no public subnet{what} for them", vpc.name);
            Diagnostic::new(&CODE, wanted_at.unwrap_or(vpc.name_span), message).here("needs a NAT gateway")
        };
        match public().next() {
            None => sink.push(
                needs("")
                    .label(vpc.name_span, "no subnet here has `route = internet`")
                    .help("add `subnet public { size = /24  route = internet }`"),
            ),
            Some(group) if !missing.is_empty() => sink.push(
                needs(&format!(" in zone {}", missing.join(", ")))
                    .label(group.route_span, format!("public, and not in zone {}", missing.join(", ")))
                    .help(format!("let `{}` be in every zone of the VPC, or write `nat = single`", group.name)),
            ),
            Some(_) => {}
        }
    }
}
