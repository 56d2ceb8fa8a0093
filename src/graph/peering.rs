//! `peering`, `mesh`, `star`: the request, its acceptance, associations and static routes both ways.

use std::collections::BTreeMap;

use super::lower::{Lowering, New, arn, list, object, policy, reference, strings};
use super::*;
use crate::routing::Edge;
use crate::topology::{Ends, GatewayId, Peering, PeeringId, VpcId};

/// The role that another account's accepter assumes.
const ACCEPTER_ROLE: &str = "peering-accepter";

pub(super) fn lower(cx: &mut Lowering<'_>) {
    accepter_roles(cx);
    for (ix, peering) in cx.topology.peerings.iter().enumerate() {
        let id = PeeringId(ix as u32);
        match peering.ends {
            Ends::Gateways(a, b) => gateways(cx, id, peering, a, b),
            Ends::Vpcs(a, b) => vpcs(cx, id, peering, a, b),
        }
    }
    transit_routes(cx);
}

/// Routes that need an accepted peering stand in a unit of their own, after it.
pub(super) fn routes_unit(cx: &mut Lowering<'_>, place: PlaceId) -> UnitId {
    cx.unit(place, "routes", Path::new(), || "Associations and routes over peerings".into())
}

fn peering_unit(cx: &mut Lowering<'_>, place: PlaceId) -> UnitId {
    cx.unit(place, "peering", Path::new(), || "Peerings that this place requests, and their acceptance".into())
}

fn path(peering: &Peering) -> Path {
    Path::new().kind("peering").name(&peering.name)
}

fn places(cx: &Lowering<'_>, peering: &Peering) -> (PlaceId, PlaceId) {
    match peering.ends {
        Ends::Gateways(a, b) => (cx.topology.gateway(a).place, cx.topology.gateway(b).place),
        Ends::Vpcs(a, b) => (cx.topology.vpc(a).place, cx.topology.vpc(b).place),
    }
}

fn crosses_accounts(cx: &Lowering<'_>, (a, b): (PlaceId, PlaceId)) -> bool {
    cx.topology.place(a).account != cx.topology.place(b).account
}

/// In each account that accepts for another one: a role that the requester's function may assume.
fn accepter_roles(cx: &mut Lowering<'_>) {
    let mut wanted: BTreeMap<PlaceId, Vec<PlaceId>> = BTreeMap::new();
    for peering in &cx.topology.peerings {
        let ends = places(cx, peering);
        if crosses_accounts(cx, ends) {
            let requesters = wanted.entry(ends.1).or_default();
            if !requesters.contains(&ends.0) {
                requesters.push(ends.0);
            }
        }
    }
    for (place, mut requesters) in wanted {
        requesters.sort();
        let region = cx.region(place);
        let unit = cx.unit(place, "accepter", Path::new(), || "The role that accepts peerings of other accounts".into());
        let mut accounts: Vec<PlaceId> = Vec::new();
        for requester in requesters {
            if !accounts.iter().any(|each| cx.topology.place(*each).account == cx.topology.place(requester).account) {
                accounts.push(requester);
            }
        }
        let trust = policy(
            accounts
                .iter()
                .map(|requester| {
                    let root = arn([Value::Partition(*requester), ":iam::".into(), Value::AccountId(*requester), ":root".into()]);
                    let functions = arn([
                        Value::Partition(*requester),
                        ":iam::".into(),
                        Value::AccountId(*requester),
                        format!(":role/{}-*", cx.topology.prefix).into(),
                    ]);
                    object([
                        ("Effect", "Allow".into()),
                        ("Principal", object([("AWS", root)])),
                        ("Action", "sts:AssumeRole".into()),
                        ("Condition", object([("ArnLike", object([("aws:PrincipalArn", functions)]))])),
                    ])
                })
                .collect(),
        );
        let allow = object([
            ("Effect", "Allow".into()),
            (
                "Action",
                strings(&[
                    "ec2:AcceptTransitGatewayPeeringAttachment",
                    "ec2:AcceptVpcPeeringConnection",
                    "ec2:DescribeTransitGatewayPeeringAttachments",
                    "ec2:DescribeVpcPeeringConnections",
                    "ec2:ModifyVpcPeeringConnectionOptions",
                    "ec2:RejectTransitGatewayPeeringAttachment",
                ]),
            ),
            ("Resource", "*".into()),
            ("Condition", object([("StringEquals", object([("aws:RequestedRegion", region.into())]))])),
        ]);
        let name = accepter_role_name(cx, place);
        let role = cx.add(
            New::of(
                "iam.accepter_role",
                unit,
                Path::new().kind("peering").name("accepter"),
                cx.topology.name_span,
                vec![
                    ("assume_role_policy_document", trust),
                    ("description", format!("Accepts peerings that other accounts request, in {region}").into()),
                    (
                        "policies",
                        list([Value::Struct(vec![("policy_document", policy(vec![allow])), ("policy_name", "accept-peerings".into())])]),
                    ),
                    ("role_name", name.as_str().into()),
                ],
            )
            .role("role")
            .named(name, &Vec::new()),
        );
        cx.accepter_roles.insert(place, role);
    }
}

fn accepter_role_name(cx: &Lowering<'_>, place: PlaceId) -> String {
    cx.prefixed(format!("{ACCEPTER_ROLE}-{}", cx.region(place)))
}

/// The role to assume for acceptance, where the other end is in another account.
fn accepter_role(cx: &Lowering<'_>, ends: (PlaceId, PlaceId)) -> Option<Value> {
    crosses_accounts(cx, ends).then(|| {
        arn([
            Value::Partition(ends.1),
            ":iam::".into(),
            Value::AccountId(ends.1),
            format!(":role/{}", accepter_role_name(cx, ends.1)).into(),
        ])
    })
}

/// The resource of that role, which acceptance waits for.
fn accepter_role_resource(cx: &Lowering<'_>, ends: (PlaceId, PlaceId)) -> Option<ResourceId> {
    crosses_accounts(cx, ends).then(|| cx.accepter_roles[&ends.1])
}

fn gateways(cx: &mut Lowering<'_>, id: PeeringId, peering: &Peering, a: GatewayId, b: GatewayId) {
    let ends = places(cx, peering);
    let unit = peering_unit(cx, ends.0);
    let name = cx.prefixed(&peering.name);
    let (ours, theirs) = (cx.gateways[&a].id.clone(), cx.gateways[&b].id.clone());
    let region = cx.region(ends.1);
    let request = cx.add(
        New::of(
            "ec2.transit_gateway_peering_attachment",
            unit,
            path(peering),
            peering.span,
            vec![
                ("peer_account_id", Value::AccountId(ends.1)),
                ("peer_region", region.into()),
                ("peer_transit_gateway_id", theirs),
                ("transit_gateway_id", ours),
            ],
        )
        .named(name.clone(), &peering.tags)
        .doc(&peering.doc)
        .interconnect(),
    );
    let mut props: Props = vec![("peer_region", region.into()), ("transit_gateway_attachment_id", reference(request))];
    if let Some(role) = accepter_role(cx, ends) {
        props.push(("accepter_role_arn", role));
    }
    let after = accepter_role_resource(cx, ends);
    let accepted = cx.add(
        New::of("ec2.transit_gateway_peering_accepter", unit, path(peering), peering.span, props)
            .role("accepter")
            .named(name, &peering.tags)
            .after(after)
            .interconnect()
            .at(ends.1),
    );
    cx.peerings.insert(id, accepted);
    for (gateway, place) in [(a, ends.0), (b, ends.1)] {
        let routing = cx.routing;
        let tables = &routing.gateways[gateway.0 as usize];
        let Some(table) = tables.iter().position(|table| table.associated.contains(&Edge::Peering(id))) else { continue };
        let Some(table) = cx.gateways[&gateway].tables[table].clone() else { continue };
        let unit = routes_unit(cx, place);
        // Both ends of a peering inside one region are told apart by their gateway.
        let path = if ends.0 == ends.1 { path(peering).name(&cx.topology.gateway(gateway).name) } else { path(peering) };
        cx.add(
            New::of(
                "ec2.transit_gateway_route_table_association",
                unit,
                path,
                peering.span,
                vec![("transit_gateway_attachment_id", reference(accepted)), ("transit_gateway_route_table_id", table)],
            )
            .role(if place == ends.0 && gateway == a { "requester_association" } else { "accepter_association" })
            .interconnect(),
        );
    }
}

/// Static routes of gateways over their peerings and to attachments. Exact routes are kept apart by
/// the region that they lead to, so that no stack outgrows its limit.
fn transit_routes(cx: &mut Lowering<'_>) {
    let routing = cx.routing;
    for id in cx.topology.gateway_ids() {
        let gateway = cx.topology.gateway(id);
        for (ix, table) in routing.gateways[id.0 as usize].iter().enumerate() {
            let Some(table_id) = cx.gateways[&id].tables[ix].clone() else { continue };
            for route in &table.routes {
                let (unit, attachment) = match route.target {
                    None => continue,
                    Some(Edge::Vpc(vpc)) => {
                        let parts = &cx.vpcs[&vpc];
                        let (Some(unit), Some(attachment)) = (parts.unit, parts.attachments.get(&id)) else { continue };
                        (unit, reference(*attachment))
                    }
                    Some(Edge::Uplink(uplink)) => {
                        let Some((unit, attachment)) = cx.uplinks.get(&uplink).cloned() else { continue };
                        (unit, attachment)
                    }
                    Some(Edge::Peering(peering)) => {
                        let Some(peering) = cx.peerings.get(&peering).copied() else { continue };
                        let unit = if route.summary {
                            routes_unit(cx, gateway.place)
                        } else {
                            let region = route.region;
                            cx.unit(gateway.place, &format!("routes-{region}"), Path::new(), || {
                                format!("Routes over peerings to single VPCs in {region}")
                            })
                        };
                        (unit, reference(peering))
                    }
                };
                let path = super::transit_gateway::route_path(cx.topology, id, table.name, &route.destination);
                let props = vec![
                    ("destination_cidr_block", route.destination.to_string().into()),
                    ("transit_gateway_attachment_id", attachment),
                    ("transit_gateway_route_table_id", table_id.clone()),
                ];
                // In the place's module wherever it leads: with another target it is still the same route.
                cx.add(New::of("ec2.transit_gateway_route", unit, path, route.span, props));
            }
        }
    }
}

fn vpcs(cx: &mut Lowering<'_>, id: PeeringId, peering: &Peering, a: VpcId, b: VpcId) {
    let ends = places(cx, peering);
    let unit = peering_unit(cx, ends.0);
    let name = cx.prefixed(&peering.name);
    let (ours, theirs) = (cx.vpcs[&a].id.clone(), cx.vpcs[&b].id.clone());
    let region = cx.region(ends.1);
    let mut props: Props =
        vec![("peer_owner_id", Value::AccountId(ends.1)), ("peer_region", region.into()), ("peer_vpc_id", theirs), ("vpc_id", ours)];
    if let Some(role) = accepter_role(cx, ends) {
        props.push(("peer_role_arn", role));
    }
    let after = accepter_role_resource(cx, ends);
    let request = cx.add(
        New::of("ec2.vpc_peering_connection", unit, path(peering), peering.span, props)
            .named(name.clone(), &peering.tags)
            .doc(&peering.doc)
            .after(after)
            .interconnect(),
    );
    let mut props: Props =
        vec![("dns", peering.dns.into()), ("peer_region", region.into()), ("vpc_peering_connection_id", reference(request))];
    if let Some(role) = accepter_role(cx, ends) {
        props.push(("accepter_role_arn", role));
    }
    let accepted = cx.add(
        New::of("ec2.vpc_peering_accepter", unit, path(peering), peering.span, props)
            .role("accepter")
            .named(name, &peering.tags)
            .interconnect()
            .at(ends.1),
    );
    cx.peerings.insert(id, accepted);
}
