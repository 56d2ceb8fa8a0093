//! `transit_gateway`: the gateway and its one table. AWS's default table is never used.

use super::lower::{GatewayParts, Lowering, New, list, reference};
use super::*;
use crate::topology::GatewayId;

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let topology = cx.topology;
    for (ix, gateway) in topology.gateways.iter().enumerate() {
        let id = GatewayId(ix as u32);
        if let Some(existing) = &gateway.existing {
            let parts =
                GatewayParts { id: cx.external(&existing.id), table: existing.route_table.as_ref().map(|table| cx.external(table)) };
            cx.gateways.insert(id, parts);
            continue;
        }
        let place = gateway.place;
        let unit = cx.unit(place, "core", Path::new(), || "Transit gateways and their route tables".into());
        let path = || Path::new().kind("transit_gateway").name(&gateway.name);
        let enable = |on: bool| Value::from(if on { "enable" } else { "disable" });
        let region = cx.region(place);
        let description = match &gateway.doc {
            Some(doc) => doc.lines().next().unwrap_or_default().to_owned(),
            None => format!("{} of {} in {region}", gateway.name, topology.name),
        };
        let mut props: Props = vec![
            ("amazon_side_asn", Value::Int(i64::from(gateway.asn.number.unwrap_or_default()))),
            ("description", description.into()),
            ("auto_accept_shared_attachments", enable(false)),
            ("default_route_table_association", enable(false)),
            ("default_route_table_propagation", enable(false)),
            ("dns_support", enable(gateway.dns)),
            ("vpn_ecmp_support", enable(gateway.ecmp)),
        ];
        if !gateway.cidr_blocks.is_empty() {
            props.push(("transit_gateway_cidr_blocks", list(gateway.cidr_blocks.iter().map(|cidr| cidr.block().to_string().into()))));
        }
        let name = cx.prefixed(&gateway.name);
        let made =
            cx.add(New::of("ec2.transit_gateway", unit, path(), gateway.span, props).named(name.clone(), &gateway.tags).doc(&gateway.doc));
        let table = cx.add(
            New::of("ec2.transit_gateway_route_table", unit, path(), gateway.span, vec![("transit_gateway_id", reference(made))])
                .role("route_table")
                .named(name, &gateway.tags),
        );
        cx.gateways.insert(id, GatewayParts { id: reference(made), table: Some(reference(table)) });
    }
}
