//! An egress that no subnet follows.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::DefaultRoute;

code!("MR484", "idle-egress", Warning, "idle_egress.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    let mut said = std::collections::BTreeSet::new();
    for egress in &topology.egresses {
        let family = || topology.egresses.iter().filter(|other| other.name == egress.name);
        let followed = topology.vpcs.iter().any(|vpc| {
            let goes_out = |segment| family().any(|other| other.place == vpc.place && other.from.contains(&segment));
            let to = |gateway| vpc.attachments.iter().any(|each| each.gateway == gateway && goes_out(each.segment));
            // An existing VPC has tables that are not ours.
            (vpc.existing.is_some() && vpc.attachments.iter().any(|each| goes_out(each.segment)))
                || vpc.subnets.iter().any(|group| matches!(group.route, DefaultRoute::Gateway(gateway) if to(gateway)))
                || vpc.routes.iter().chain(vpc.subnets.iter().flat_map(|group| &group.routes)).any(|route| {
                    matches!(route.target, crate::topology::RouteTarget::Gateway(gateway) if to(gateway))
                })
        });
        if !followed && said.insert(&egress.name) {
            sink.push(
                Diagnostic::new(&CODE, egress.name_span, format!("no subnet goes out through egress `{}`", egress.name))
                    .here("nothing follows it")
                    .help("write `route = GATEWAY` in the subnets that are to use it; what is attached decides itself where its default route leads"),
            );
        }
    }
}
