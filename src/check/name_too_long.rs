//! Physical names that are longer than AWS takes.

use super::Subject;
use crate::aws::longest_name;
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::Side;

code!("MR701", "name-too-long", Error, "name_too_long.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let prefix = &topology.prefix;
    let mut limit = |what: &str, name: String, most: usize, span: Span| {
        if name.len() > most {
            sink.push(
                Diagnostic::new(&CODE, span, format!("{what} `{name}` has {} characters; AWS takes {most}", name.len()))
                    .here("the name is too long")
                    .help("shorten it, or `prefix` of the topology"),
            );
        }
    };
    for vpc in topology.vpcs.iter().filter(|vpc| vpc.existing.is_none()) {
        limit("stack", format!("{prefix}-vpc-{}", vpc.name), longest_name("stack"), vpc.name_span);
        if vpc.endpoints.iter().any(|endpoint| !endpoint.gateway) {
            limit("security group", format!("{prefix}-{}-endpoints", vpc.name), 255, vpc.name_span);
        }
        for group in &vpc.subnets {
            limit("the Name tag", format!("{prefix}-{}-{}-a", vpc.name, group.name), 256, group.span);
        }
    }
    for bucket in &topology.buckets {
        limit("stack", format!("{prefix}-bucket-{}", bucket.name), longest_name("stack"), bucket.name_span);
    }
    for table in &topology.tables {
        limit("stack", format!("{prefix}-table-{}", table.name), longest_name("stack"), table.name_span);
        limit("table", format!("{prefix}-{}", table.name), longest_name("table"), table.name_span);
    }
    for key in &topology.keys {
        limit("stack", format!("{prefix}-key-{}", key.name), longest_name("stack"), key.name_span);
        limit("alias", format!("alias/{prefix}-{}", key.name), longest_name("alias"), key.name_span);
    }
    for peering in &topology.peerings {
        limit("the Name tag", format!("{prefix}-{}", topology.ends(peering, Side::Requester).join("-")), 256, peering.span);
    }
    // The function that accepts peerings: `PREFIX-peering-accepter`, as the role of other accounts
    // `PREFIX-peering-accepter-REGION`.
    if !topology.peerings.is_empty() {
        let crosses = topology.accounts.len() > 1;
        let longest = topology.places.iter().map(|place| place.region.code.len()).max().unwrap_or(0);
        let region = if crosses { format!("-{}", "x".repeat(longest)) } else { String::new() };
        limit("role", format!("{prefix}-peering-accepter{region}"), longest_name("role"), topology.name_span);
    }
}
