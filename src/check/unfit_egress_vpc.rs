//! The VPC of an egress cannot send out what comes from a gateway.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::Nat;

code!("MR482", "unfit-egress-vpc", Error, "unfit_egress_vpc.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    // What lacks here may be what is wrong elsewhere.
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    let mut said = std::collections::BTreeSet::new();
    for egress in topology.egresses.iter().filter(|egress| said.insert(egress.via.0)) {
        let vpc = topology.vpc(egress.via);
        let name = topology.vpc_name(egress.via);
        let diagnostic = |message: String| Diagnostic::new(&CODE, egress.via_span, message).here("the way out");
        if vpc.existing.is_some() {
            sink.push(
                diagnostic(format!("egress `{}` leads through `{name}`, which exists: its tables and NAT gateways are not ours", egress.name))
                    .label(vpc.name_span, "declared as existing")
                    .help("lead it through a VPC that mrc makes, or write `route 0.0.0.0/0 via` in the segment"),
            );
            continue;
        }
        if vpc.nat == Nat::None {
            sink.push(
                diagnostic(format!("egress `{}` leads through `{name}`, which has no NAT gateways", egress.name))
                    .label(vpc.name_span, "no NAT gateway here")
                    .help("write `nat = per_az` in the VPC, with a `subnet public { route = internet }`"),
            );
        }
        for attachment in &vpc.attachments {
            let Some(group) = attachment.group else { continue };
            sink.push(
                diagnostic(format!(
                    "egress `{}` leads through `{name}`, whose attachment stands in subnets `{}` with a table of their own",
                    egress.name, vpc.subnets[group].name
                ))
                .label(attachment.span, "stands in a subnet group")
                .help("leave out `subnets`: the attachment gets subnets of its own, whose table leads out"),
            );
        }
    }
}
