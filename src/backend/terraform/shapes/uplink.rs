//! A VPN with its tunnels, and an association of a Direct Connect gateway.

use super::Shape;
use crate::backend::terraform::resource::{Draft, Source, nested};

pub const VPN: Shape = Shape { name: "vpn_connection", draft: vpn, ready: &[] };
pub const ASSOCIATION: Shape = Shape { name: "direct_connect_association", draft: association, ready: &[] };

/// Arguments of a tunnel, one and two.
const OPTIONS: [(&str, [&str; 2]); 7] = [
    ("ike_versions", ["tunnel1_ike_versions", "tunnel2_ike_versions"]),
    ("phase1_dh_group_numbers", ["tunnel1_phase1_dh_group_numbers", "tunnel2_phase1_dh_group_numbers"]),
    ("phase1_encryption_algorithms", ["tunnel1_phase1_encryption_algorithms", "tunnel2_phase1_encryption_algorithms"]),
    ("phase1_integrity_algorithms", ["tunnel1_phase1_integrity_algorithms", "tunnel2_phase1_integrity_algorithms"]),
    ("phase2_dh_group_numbers", ["tunnel1_phase2_dh_group_numbers", "tunnel2_phase2_dh_group_numbers"]),
    ("phase2_encryption_algorithms", ["tunnel1_phase2_encryption_algorithms", "tunnel2_phase2_encryption_algorithms"]),
    ("phase2_integrity_algorithms", ["tunnel1_phase2_integrity_algorithms", "tunnel2_phase2_integrity_algorithms"]),
];

fn vpn<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut vpn = source.main();
    source.take("logs_key_arn");
    if let Some(mut tunnel) = source.structure("tunnel") {
        for (option, names) in OPTIONS {
            let value = tunnel.need(source, option);
            for name in names {
                vpn.set(name, value.clone());
            }
        }
        let log_group = tunnel.need(source, "log_group_arn");
        tunnel.finish(source);
        for block in ["tunnel1_log_options", "tunnel2_log_options"] {
            let log = vec![("log_enabled", true.into()), ("log_group_arn", log_group.clone()), ("log_output_format", "json".into())];
            vpn.blocks.push(nested(block, Vec::new(), vec![nested("cloudwatch_log_options", log, Vec::new())]));
        }
    }
    source.rest(&mut vpn);
    vec![vpn]
}

/// CloudFormation has a function that finds the attachment, with a log.
fn association<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut association = source.main();
    source.take("logs_key_arn");
    source.rest(&mut association);
    vec![association]
}
