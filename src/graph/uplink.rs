//! `vpn`, `direct_connect` and `prefix_list`.

use super::lower::{Lowering, New, list, reference, strings};
use super::*;
use crate::routing::Edge;
use crate::topology::{DirectConnectId, Uplink, UplinkBy, UplinkId};

/// BGP numbers up to here stand in the older property.
const OLD_ASNS: u32 = i32::MAX as u32;

/// What both tunnels take, in both phases. AWS picks the first of a list that the device offers, so
/// what is weaker must not be in it: by default SHA-1, IKEv1 and a group of 1024 bits are.
const ENCRYPTION: &[&str] = &["AES256-GCM-16"];
const INTEGRITY: &[&str] = &["SHA2-384", "SHA2-512"];
/// Elliptic curves of 256, 384 and 521 bits. 22 to 24 are older and weaker than their numbers.
const GROUPS: [i64; 3] = [19, 20, 21];

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let topology = cx.topology;
    for list_of in &topology.prefix_lists {
        let unit = cx.unit(list_of.place, "core", Path::new(), || "Transit gateways and their route tables".into());
        let name = cx.prefixed(&list_of.name);
        let entries = list_of.entries.iter().map(|cidr| Value::Struct(vec![("cidr", cidr.block().to_string().into())]));
        let props: Props = vec![
            ("address_family", "IPv4".into()),
            ("entries", list(entries)),
            ("max_entries", Value::Int(i64::try_from(list_of.max.0).unwrap_or(i64::MAX))),
            ("prefix_list_name", name.as_str().into()),
        ];
        let path = Path::new().kind("prefix_list").name(&list_of.name);
        let made = cx.add(New::of("ec2.prefix_list", unit, path, list_of.span, props).named(name, &list_of.tags).doc(&list_of.doc));
        cx.prefix_lists.push(made);
    }
    for ix in 0..topology.direct_connects.len() as u32 {
        direct_connect(cx, DirectConnectId(ix));
    }
    for id in topology.uplink_ids() {
        let uplink = topology.uplink(id);
        if let UplinkBy::Vpn { .. } = uplink.by {
            let (unit, attachment) = vpn(cx, uplink);
            tables(cx, id, unit, attachment);
        }
    }
}

fn vpn(cx: &mut Lowering<'_>, uplink: &Uplink) -> (UnitId, Value) {
    let path = || Path::new().kind("vpn").name(&uplink.name);
    let unit = cx.unit(uplink.place, &format!("vpn-{}", uplink.name), path(), || match &uplink.doc {
        Some(doc) => doc.lines().next().unwrap_or_default().to_owned(),
        None => format!("VPN {}: its device, its tunnels, its routes", uplink.name),
    });
    let UplinkBy::Vpn { ip, asn, by_hand } = &uplink.by else { unreachable!("the caller has looked") };
    let name = cx.prefixed(&uplink.name);
    let mut device: Props = vec![];
    match asn {
        Some((number, _)) if *number > OLD_ASNS => device.push(("bgp_asn_extended", Value::Int(i64::from(*number)))),
        Some((number, _)) => device.push(("bgp_asn", Value::Int(i64::from(*number)))),
        None => {}
    }
    device.push(("ip_address", cx.external(&ip.0)));
    device.push(("type", "ipsec.1".into()));
    let device = cx
        .add(New::of("ec2.customer_gateway", unit, path(), uplink.span, device).role("customer_gateway").named(name.clone(), &uplink.tags));
    let tunnel = tunnel(cx, uplink, unit, &name);
    let mut props: Props = vec![
        ("customer_gateway_id", reference(device)),
        ("static_routes_only", (*by_hand).into()),
        ("transit_gateway_id", cx.gateways[&uplink.gateway].id.clone()),
        ("tunnel", tunnel),
        ("type", "ipsec.1".into()),
    ];
    props.extend(cx.function_logs(uplink.place));
    let made = cx.add(New::of("ec2.vpn_connection", unit, path(), uplink.span, props).named(name, &uplink.tags).doc(&uplink.doc));
    (unit, Value::Ref(made, "attachment_id"))
}

/// Both tunnels are alike: how they speak, and where they write what they negotiate.
fn tunnel(cx: &mut Lowering<'_>, uplink: &Uplink, unit: UnitId, name: &str) -> Value {
    let props: Props = vec![
        ("kms_key_id", Value::Ref(cx.logs_keys[&uplink.place], "arn")),
        ("log_group_name", format!("/{}/vpn/{}", cx.topology.prefix, uplink.name).into()),
        ("retention_in_days", Value::Int(365)),
    ];
    let path = Path::new().kind("vpn").name(&uplink.name);
    let logs = New::of("logs.log_group", unit, path, uplink.span, props).role("tunnel_logs");
    let logs = cx.add(logs.named(format!("{name}-tunnel-logs"), &uplink.tags).stateful());
    let groups = || list(GROUPS.map(Value::Int));
    Value::Struct(vec![
        ("ike_versions", strings(&["ikev2"])),
        ("log_group_arn", Value::Ref(logs, "arn")),
        ("phase1_dh_group_numbers", groups()),
        ("phase1_encryption_algorithms", strings(ENCRYPTION)),
        ("phase1_integrity_algorithms", strings(INTEGRITY)),
        ("phase2_dh_group_numbers", groups()),
        ("phase2_encryption_algorithms", strings(ENCRYPTION)),
        ("phase2_integrity_algorithms", strings(INTEGRITY)),
    ])
}

/// The gateway stands where its first association is; it is of no region.
fn direct_connect(cx: &mut Lowering<'_>, id: DirectConnectId) {
    let topology = cx.topology;
    let direct_connect = &topology.direct_connects[id.0 as usize];
    let of = |uplink: &Uplink| matches!(uplink.by, UplinkBy::DirectConnect { gateway, .. } if gateway == id);
    let uplinks: Vec<UplinkId> = topology.uplink_ids().filter(|id| of(topology.uplink(*id))).collect();
    let Some(first) = uplinks.iter().map(|id| topology.uplink(*id).place).min() else { return };
    let path = || Path::new().kind("direct_connect").name(&direct_connect.name);
    let described = || match &direct_connect.doc {
        Some(doc) => doc.lines().next().unwrap_or_default().to_owned(),
        None => format!("Direct Connect gateway {} and its associations", direct_connect.name),
    };
    let name = cx.prefixed(&direct_connect.name);
    let purpose = format!("direct-connect-{}", direct_connect.name);
    let unit = cx.unit(first, &purpose, path(), described);
    let props: Props = vec![("amazon_side_asn", direct_connect.asn.to_string().into()), ("name", name.as_str().into())];
    let made = cx.add(
        New::of("directconnect.gateway", unit, path(), direct_connect.span, props)
            .named(name, &direct_connect.tags)
            .doc(&direct_connect.doc),
    );
    for id in uplinks {
        let uplink = topology.uplink(id);
        let UplinkBy::DirectConnect { allowed, .. } = &uplink.by else { continue };
        // Beside the gateway in its own place, in stacks of their own elsewhere.
        let unit = cx.unit(uplink.place, &purpose, path(), described);
        let mut props: Props = vec![
            ("allowed_prefixes", list(allowed.iter().map(|cidr| cidr.block().to_string().into()))),
            ("associated_gateway_id", cx.gateways[&uplink.gateway].id.clone()),
            ("dx_gateway_id", reference(made)),
        ];
        props.extend(cx.function_logs(uplink.place));
        let made = cx.add(New::of("directconnect.gateway_association", unit, at(topology, uplink), uplink.span, props));
        tables(cx, id, unit, Value::Ref(made, "attachment_id"));
    }
}

/// `direct_connect/hq/core`, `vpn/office`
pub(crate) fn at(topology: &crate::topology::Topology, uplink: &Uplink) -> Path {
    match uplink.by {
        UplinkBy::Vpn { .. } => Path::new().kind("vpn").name(&uplink.name),
        UplinkBy::DirectConnect { .. } => {
            Path::new().kind("direct_connect").name(&uplink.name).name(&topology.gateway(uplink.gateway).name)
        }
    }
}

/// Its association, and the tables that learn what it reaches.
fn tables(cx: &mut Lowering<'_>, id: UplinkId, unit: UnitId, attachment: Value) {
    let (topology, routing) = (cx.topology, cx.routing);
    let uplink = topology.uplink(id);
    let parts = cx.gateways[&uplink.gateway].clone();
    for (table, table_id) in routing.gateways[uplink.gateway.0 as usize].iter().zip(parts.tables) {
        let Some(table_id) = table_id else { continue };
        let props = || vec![("transit_gateway_attachment_id", attachment.clone()), ("transit_gateway_route_table_id", table_id.clone())];
        if table.associated.contains(&Edge::Uplink(id)) && !parts.associates {
            cx.add(
                New::of("ec2.transit_gateway_route_table_association", unit, at(topology, uplink), uplink.span, props())
                    .role("association"),
            );
        }
        if table.propagated.contains(&Edge::Uplink(id)) && !parts.propagates {
            let path = super::transit_gateway::inside_table(at(topology, uplink), topology, uplink.gateway, table.name);
            cx.add(New::of("ec2.transit_gateway_route_table_propagation", unit, path, uplink.span, props()).role("propagation"));
        }
    }
    cx.uplinks.insert(id, (unit, attachment));
}
