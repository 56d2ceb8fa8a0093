//! Physical names that are longer than AWS takes.

use super::Subject;
use crate::aws::longest_name;
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::{Side, UplinkBy};

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
        for group in &vpc.subnets {
            limit("the Name tag", format!("{prefix}-{}-{}-a", vpc.name, group.name), longest_name("Name tag"), group.span);
        }
        for attachment in &vpc.attachments {
            let gateway = &topology.gateway(attachment.gateway).name;
            limit("the Name tag", format!("{prefix}-{}-{gateway}-a", vpc.name), longest_name("Name tag"), attachment.span);
        }
    }
    for ingress in &subject.routing.ingress {
        let vpc = topology.vpc(ingress.vpc);
        let (group, span) = match ingress.group {
            Some(ix) => (format!("-{}", vpc.subnets[ix].name), vpc.subnets[ix].span),
            None => (String::new(), vpc.name_span),
        };
        limit("the Name tag", format!("{prefix}-{}{group}-allowed", vpc.name), longest_name("Name tag"), span);
    }
    for firewall in &topology.firewalls {
        // A zone and the id of its VPC, which is in the name of a firewall so that another VPC can have another one.
        limit("firewall", format!("{prefix}-{}-a-vpc-00000000000000000", firewall.name), longest_name("firewall"), firewall.name_span);
    }
    for list in &topology.prefix_lists {
        limit("prefix list", format!("{prefix}-{}", list.name), longest_name("prefix list"), list.name_span);
    }
    for uplink in topology.uplinks.iter().filter(|uplink| matches!(uplink.by, UplinkBy::Vpn { .. })) {
        limit("stack", format!("{prefix}-vpn-{}", uplink.name), longest_name("stack"), uplink.name_span);
    }
    for direct_connect in &topology.direct_connects {
        let name = format!("{prefix}-{}", direct_connect.name);
        limit("Direct Connect gateway", name, longest_name("Direct Connect gateway"), direct_connect.name_span);
        limit("stack", format!("{prefix}-direct-connect-{}", direct_connect.name), longest_name("stack"), direct_connect.name_span);
    }
    for bucket in &topology.buckets {
        limit("stack", format!("{prefix}-bucket-{}", bucket.name), longest_name("stack"), bucket.name_span);
        let account = |place| topology.place(place).account;
        // Policies of other accounts name the role that replicates to them.
        if bucket.replicate.iter().any(|edge| account(topology.bucket(edge.to).place) != account(bucket.place)) {
            let region = &topology.place(bucket.place).region.code;
            limit("role", format!("{prefix}-{}-replication-{region}", bucket.name), longest_name("role"), bucket.name_span);
        }
    }
    for table in &topology.tables {
        limit("stack", format!("{prefix}-table-{}", table.name), longest_name("stack"), table.name_span);
        limit("table", format!("{prefix}-{}", table.name), longest_name("table"), table.name_span);
        let own = [Some(&table.hash), table.range.as_ref()].into_iter().flatten();
        for field in own.chain(table.indexes.iter().flat_map(|index| std::iter::once(&index.hash).chain(&index.range))) {
            limit("attribute", field.name.clone(), longest_name("attribute"), field.span);
        }
        for index in &table.indexes {
            limit("index", index.name.clone(), longest_name("index"), index.span);
        }
    }
    for key in &topology.keys {
        limit("stack", format!("{prefix}-key-{}", key.name), longest_name("stack"), key.name_span);
        limit("alias", format!("alias/{prefix}-{}", key.name), longest_name("alias"), key.name_span);
    }
    for peering in &topology.peerings {
        limit("stack", format!("{prefix}-vpc-peering-{}", topology.far_end(peering)), longest_name("stack"), peering.span);
        limit("the Name tag", format!("{prefix}-{}", topology.ends(peering, Side::Requester).join("-")), longest_name("Name tag"), peering.span);
    }
    let crosses = topology.accounts.len() > 1;
    // The function that accepts peerings: `PREFIX-peering-accepter`, its role and that of other accounts
    // `PREFIX-peering-accepter-REGION` and `PREFIX-peering-function-REGION`, which is as long. The role
    // that reads outputs for other accounts, `PREFIX-outputs-reader-REGION`, is shorter.
    if !topology.peerings.is_empty() || crosses {
        let longest = topology.places.iter().map(|place| place.region.code.len()).max().unwrap_or(0);
        let region = if crosses { format!("-{}", "x".repeat(longest)) } else { String::new() };
        limit("role", format!("{prefix}-peering-accepter{region}"), longest_name("role"), topology.name_span);
    }    // `/TOPOLOGY/REGION/vpc/VPC/subnet/GROUP/route_table/id` and the start of its ARN, which counts.
    if topology.publish_ssm {
        for vpc in topology.vpcs.iter().filter(|vpc| vpc.existing.is_none()) {
            let place = topology.place(vpc.place);
            let (partition, region) = (&place.region.partition, &place.region.code);
            for group in &vpc.subnets {
                let arn = format!(
                    "arn:{partition}:ssm:{region}:<account id>:parameter/{}/{region}/vpc/{}/subnet/{}/route_table/id",
                    topology.name, vpc.name, group.name
                );
                limit("parameter", arn, longest_name("parameter"), topology.name_span);
            }
        }
    }
}
