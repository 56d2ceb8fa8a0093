//! An attachment in subnets without IPv6, of a VPC whose IPv6 the gateway routes.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{Ipv6, Ipv6Range};

code!("MR418", "attached-without-ipv6", Error, "attached_without_ipv6.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for id in topology.vpc_ids() {
        let vpc = topology.vpc(id);
        if vpc.ipv6.is_none_or(|(range, _)| range == Ipv6Range::Amazon) {
            continue;
        }
        for attachment in &vpc.attachments {
            let Some(group) = attachment.group.map(|ix| &vpc.subnets[ix]) else { continue };
            if group.subnets.iter().all(|subnet| subnet.ipv6 != Ipv6::None) {
                continue;
            }
            let name = &topology.gateway(attachment.gateway).name;
            sink.push(
                Diagnostic::new(
                    &CODE,
                    attachment.span,
                    format!("vpc `{}` is attached to `{name}` in subnets `{}`, which have no IPv6", topology.vpc_name(id), group.name),
                )
                .here("the gateway's interfaces get no addresses of IPv6 here")
                .label(group.span, "`ipv6 = off`")
                .help("leave `ipv6 = off` out there, or leave `subnets` out: the attachment gets subnets of its own"),
            );
        }
    }
}
