//! The id of something that exists is none, or one of another kind.

use super::Subject;
use crate::aws::{id_start, is_id};
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::{External, FirewallPolicy, Ipv6Holder};

code!("MR783", "malformed-id", Error, "malformed_id.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut id = |whose: String, kind: &str, given: &External, span: Span| {
        // What a parameter holds is known at deployment.
        let External::Literal(text) = given else { return };
        // A dynamic reference has been refused as one.
        if !is_id(kind, text) && !text.starts_with("{{resolve:") {
            sink.push(
                Diagnostic::new(&CODE, span, format!("{whose} has `{text}`, which is no {kind} id"))
                    .here("malformed id")
                    .help(format!("write `{}` and its 17 hexadecimal digits; where only the account knows it, `param(\"name\")`", id_start(kind))),
            );
        }
    };
    for (ix, gateway) in topology.gateways.iter().enumerate() {
        if let Some(existing) = &gateway.existing {
            let name = topology.gateway_name(crate::topology::GatewayId(ix as u32));
            id(format!("gateway `{name}`"), "transit gateway", &existing.id, gateway.name_span);
            if let Some(table) = &existing.route_table {
                id(format!("the table of gateway `{name}`"), "transit gateway route table", table, gateway.name_span);
            }
        }
    }
    for each in topology.vpc_ids() {
        let vpc = topology.vpc(each);
        if let Some(existing) = &vpc.existing {
            let name = topology.vpc_name(each);
            id(format!("vpc `{name}`"), "VPC", &existing.id, vpc.name_span);
            for table in &existing.route_tables {
                id(format!("a table of vpc `{name}`"), "route table", table, vpc.name_span);
            }
        }
    }
    for pool in &topology.ipv6_pools {
        for (_, holder) in &pool.holders {
            let whose = format!("what holds pool `{}`", pool.name);
            match holder {
                Ipv6Holder::Byoip(given) => id(whose, "IPv6 pool", given, pool.span),
                Ipv6Holder::Ipam(given) => id(whose, "IPAM pool", given, pool.span),
            }
        }
    }
    for firewall in &topology.firewalls {
        let FirewallPolicy::Existing(External::Literal(arn)) = &firewall.policy else { continue };
        let region = &topology.place(firewall.place).region;
        let start = format!("arn:{}:network-firewall:{}:", region.partition, region.code);
        if arn.strip_prefix(&start).is_none_or(|rest| !rest.contains(":firewall-policy/")) {
            sink.push(
                Diagnostic::new(&CODE, firewall.name_span, format!("`policy` of firewall `{}`, `{arn}`, is no policy of {}", firewall.name, region.code))
                    .here("in this region")
                    .help(format!("write its ARN, `{start}ACCOUNT:firewall-policy/NAME`, or `param(\"name\")`")),
            );
        }
    }
}
