//! `transit_gateway` and `segment`: the gateway and its tables. AWS's default table is used only of gateways that exist.

use ipnetwork::IpNetwork;

use super::lower::{GatewayParts, Lowering, New, list, reference};
use super::*;
use crate::routing::TableName;
use crate::topology::{GatewayId, Topology};

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let topology = cx.topology;
    for (ix, gateway) in topology.gateways.iter().enumerate() {
        let id = GatewayId(ix as u32);
        if let Some(existing) = &gateway.existing {
            let tables = vec![existing.route_table.as_ref().map(|table| cx.external(table))];
            let (associates, propagates) = (existing.association.on, existing.propagation.on);
            cx.gateways.insert(id, GatewayParts { id: cx.external(&existing.id), tables, associates, propagates });
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
        let routing = cx.routing;
        let tables = routing.gateways[ix].iter().map(|table| {
            let (path, role, suffix) = table_path(topology, id, table.name);
            let span = table_span(topology, id, table.name);
            let name = if suffix.is_empty() { name.clone() } else { format!("{name}-{suffix}") };
            let props = vec![("transit_gateway_id", reference(made))];
            let tags = table_tags(topology, id, table.name);
            let table = cx.add(New::of("ec2.transit_gateway_route_table", unit, path, span, props).role(role).named(name, &tags));
            Some(reference(table))
        });
        let tables = tables.collect();
        cx.gateways.insert(id, GatewayParts { id: reference(made), tables, associates: false, propagates: false });
        blackholes(cx, id, unit);
    }
}

/// Routes that drop packets need nothing but their table.
fn blackholes(cx: &mut Lowering<'_>, id: GatewayId, unit: UnitId) {
    let routing = cx.routing;
    for (ix, table) in routing.gateways[id.0 as usize].iter().enumerate() {
        for route in table.routes.iter().filter(|route| route.target.is_none()) {
            let Some(table_id) = cx.gateways[&id].tables[ix].clone() else { continue };
            let path = route_path(cx.topology, id, table.name, &route.destination);
            let props = vec![
                ("blackhole", true.into()),
                ("destination_cidr_block", route.destination.to_string().into()),
                ("transit_gateway_route_table_id", table_id),
            ];
            cx.add(New::of("ec2.transit_gateway_route", unit, path, route.span, props));
        }
    }
}

/// Where a table of a gateway stands, its role, and what its name has after the gateway's.
fn table_path(topology: &Topology, id: GatewayId, table: TableName) -> (Path, &'static str, String) {
    let path = Path::new().kind("transit_gateway").name(&topology.gateway(id).name);
    match table {
        TableName::Default => (path, "route_table", String::new()),
        TableName::Segment(segment) => {
            let name = &topology.segment(segment).name;
            (path.kind("segment").name(name), "route_table", name.clone())
        }
        TableName::Vpc(vpc) => {
            let name = &topology.vpc(vpc).name;
            (path.name("vpc").name(name), "route_table", format!("vpc-{name}"))
        }
        TableName::Behind(gateway) => {
            let name = &topology.gateway(gateway).name;
            (path.name("behind").name(name), "route_table", format!("behind-{name}"))
        }
        TableName::Uplink(uplink) => {
            let name = &topology.uplink(uplink).name;
            (path.name("uplink").name(name), "route_table", format!("uplink-{name}"))
        }
        TableName::Arrivals => (path.name("arrivals"), "route_table", "arrivals".to_owned()),
    }
}

/// Path of a route in a table of a gateway.
pub(super) fn route_path(topology: &Topology, id: GatewayId, table: TableName, destination: &IpNetwork) -> Path {
    table_path(topology, id, table).0.kind("route").name(&destination.to_string())
}

/// Path of what an attachment has in a table: nothing more where there is only one.
pub(super) fn inside_table(path: Path, topology: &Topology, id: GatewayId, table: TableName) -> Path {
    match table_path(topology, id, table).2 {
        suffix if suffix.is_empty() => path,
        suffix => path.name(&suffix),
    }
}

fn table_span(topology: &Topology, id: GatewayId, table: TableName) -> Span {
    match table {
        TableName::Segment(segment) => topology.segment(segment).span,
        _ => topology.gateway(id).span,
    }
}

fn table_tags(topology: &Topology, id: GatewayId, table: TableName) -> Tags {
    let own = &topology.gateway(id).tags;
    match table {
        TableName::Segment(segment) => super::tags_over(own, &topology.segment(segment).tags),
        _ => own.clone(),
    }
}
