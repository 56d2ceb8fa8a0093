//! A written route to a part of its own VPC.

use super::Subject;
use crate::address::inside;
use crate::diag::{Diagnostic, Sink};

code!("MR434", "route-inside-vpc", Error, "route_inside_vpc.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for id in topology.vpc_ids() {
        let vpc = topology.vpc(id);
        for route in vpc.routes.iter().chain(vpc.subnets.iter().flat_map(|group| &group.routes)) {
            let block = route.destination.block();
            let own = vpc.ranges.iter().find_map(|range| Some((range.span, range.cidr.filter(|cidr| inside(block, *cidr))?)));
            let Some((own, cidr)) = own else { continue };
            sink.push(
                Diagnostic::new(&CODE, route.span, format!("the route to {block} is for a part of vpc `{}` itself", topology.vpc_name(id)))
                    .here("AWS refuses this route")
                    .label(own, format!("the local route has all of {cidr}"))
                    .help("remove it: inside a VPC everything is reached by its local route"),
            );
        }
    }
}
