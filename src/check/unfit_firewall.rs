//! A firewall that would not see both directions of what goes out.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{DefaultRoute, Egress, FirewallId, FirewallPolicy, MOST_DOMAINS, Nat};

code!("MR483", "unfit-firewall", Error, "unfit_firewall.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for firewall in &subject.topology.firewalls {
        let FirewallPolicy::Domains(names) = &firewall.policy else { continue };
        if names.len() > MOST_DOMAINS {
            sink.push(
                Diagnostic::new(&CODE, firewall.name_span, format!("firewall `{}` lists {} names, and its list has room for {MOST_DOMAINS}", firewall.name, names.len()))
                    .here("too many names")
                    .help("write wider ones (`.example.com` is all below it), or make a policy elsewhere and name it: `policy = \"ARN\"`"),
            );
        }
    }
    // What lacks here may be what is wrong elsewhere.
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    let mut said = std::collections::BTreeSet::new();
    for egress in &topology.egresses {
        let Some((id, span)) = egress.inspect else { continue };
        if said.insert((id.0, egress.via.0)) {
            inspected(subject, egress, id, span, sink);
        }
    }
    // One VPC leads out one way, so all of it is inspected by one firewall or none.
    for (ix, egress) in topology.egresses.iter().enumerate() {
        let first = topology.egresses[..ix].iter().find(|first| first.via == egress.via);
        let Some(first) = first.filter(|first| first.inspect.map(|(id, _)| id) != egress.inspect.map(|(id, _)| id)) else { continue };
        sink.push(
            Diagnostic::new(
                &CODE,
                egress.name_span,
                format!("egresses `{}` and `{}` lead through `{}` and are not inspected alike", first.name, egress.name, topology.vpc_name(egress.via)),
            )
            .here("one way")
            .label(first.name_span, "another way")
            .help("the tables of the VPC know no segments: give both the same `inspect`, or VPCs of their own"),
        );
    }
}

fn inspected(subject: Subject<'_>, egress: &Egress, id: FirewallId, span: crate::source::Span, sink: &mut Sink) {
    let topology = subject.topology;
    let (firewall, vpc) = (topology.firewall(id), topology.vpc(egress.via));
    let name = topology.vpc_name(egress.via);
    if firewall.vpc != egress.via {
        return sink.push(
            Diagnostic::new(
                &CODE,
                span,
                format!("firewall `{}` stands in `{}`, and egress `{}` leads through `{name}`", firewall.name, topology.vpc_name(firewall.vpc), egress.name),
            )
            .here("not in the VPC that leads out")
            .label(firewall.group_span, "its subnets")
            .help("give the firewall a subnet group of the VPC with the NAT gateways"),
        );
    }
    let group = &vpc.subnets[firewall.group];
    if group.route != DefaultRoute::Nat {
        sink.push(
            Diagnostic::new(&CODE, group.route_span, format!("what passes firewall `{}` ends in its subnets: `{}` of `{name}` has no `route = nat`", firewall.name, group.name))
                .here("leads to no NAT gateway")
                .label(span, "inspected here")
                .help(format!("write `subnet {} {{ route = nat }}`", group.name)),
        );
    }
    let missing: Vec<&str> =
        vpc.zones.iter().filter(|zone| !group.subnets.iter().any(|subnet| subnet.zone == **zone)).map(|zone| zone.letter.as_str()).collect();
    if !missing.is_empty() {
        sink.push(
            Diagnostic::new(&CODE, group.span, format!("firewall `{}` has no subnet in zone {} of `{name}`", firewall.name, missing.join(", ")))
                .here("not in every zone")
                .label(span, "inspected here")
                .help("leave out `azs` of the group: a packet that enters in a zone is inspected there"),
        );
    }
    if vpc.nat == Nat::Single {
        sink.push(
            Diagnostic::new(&CODE, vpc.name_span, format!("with one NAT gateway the answers to `{name}` would come back past another endpoint of firewall `{}`", firewall.name))
                .here("`nat = single` here")
                .label(span, "inspected here")
                .help("write `nat = per_az`: each zone then has its own NAT gateway beside its own endpoint"),
        );
    }
    for attachment in &vpc.attachments {
        if let Some((false, written)) = attachment.appliance_mode {
            sink.push(
                Diagnostic::new(&CODE, written, format!("without appliance mode the two directions of a connection may pass firewall `{}` in different zones", firewall.name))
                    .here("off")
                    .label(span, "inspected here")
                    .help("leave out `appliance_mode`: it is on where an egress inspects"),
            );
        }
    }
}
