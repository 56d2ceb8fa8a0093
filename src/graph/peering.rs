//! `peering`, `mesh`, `star`: the request, its acceptance, associations and static routes both ways.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::lower::{Lowering, New, PeeringParts, arn, list, object, policy, reference, strings};
use super::*;
use crate::routing::Edge;
use crate::topology::{Ends, GatewayId, Peering, PeeringId, Side, Topology, VpcId};

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

/// A peering has a unit of its own, so that it can go after the routes and associations that use it and
/// before the gateways that it joins, whatever else its requester peers with.
fn peering_unit(cx: &mut Lowering<'_>, peering: &Peering) -> UnitId {
    let place = places(cx.topology, peering).0;
    let kind = if matches!(peering.ends, Ends::Gateways(..)) { "peering" } else { "vpc-peering" };
    let description = format!("Peering of {}, and its acceptance", cx.topology.ends(peering, Side::Requester).join(" "));
    cx.unit(place, &format!("{kind}-{}", cx.topology.far_end(peering)), Path::new(), || description)
}

/// The two ends, as one of them sees them. The name of the peering or its mesh is not in it.
fn path(cx: &Lowering<'_>, peering: &Peering, side: Side) -> Path {
    let kind = match peering.ends {
        Ends::Gateways(..) => "peering",
        Ends::Vpcs(..) => "vpc_peering",
    };
    cx.topology.ends(peering, side).into_iter().fold(Path::new().kind(kind), Path::name)
}

fn name_tag(cx: &Lowering<'_>, peering: &Peering) -> String {
    cx.prefixed(cx.topology.ends(peering, Side::Requester).join("-"))
}

/// Who requests a peering, and who accepts it.
pub(super) fn places(topology: &Topology, peering: &Peering) -> (PlaceId, PlaceId) {
    match peering.ends {
        Ends::Gateways(a, b) => (topology.gateway(a).place, topology.gateway(b).place),
        Ends::Vpcs(a, b) => (topology.vpc(a).place, topology.vpc(b).place),
    }
}

fn crosses_accounts(cx: &Lowering<'_>, (a, b): (PlaceId, PlaceId)) -> bool {
    cx.topology.place(a).account != cx.topology.place(b).account
}

/// What other places ask of one that is in another account.
#[derive(Default)]
struct Asked {
    /// Whether functions accept peerings of gateways here.
    gateways: bool,
    /// Places that peer their VPCs with those here: CloudFormation asks, and the function waits.
    vpcs: BTreeSet<PlaceId>,
    /// Names of the functions' roles, by the requesting place.
    functions: BTreeMap<PlaceId, Vec<String>>,
}

/// In each account that accepts for another one: a role that the requester's function may assume, and
/// where VPCs are peered, whoever deploys the requester's stack, since CloudFormation accepts as that.
fn accepter_roles(cx: &mut Lowering<'_>) {
    let mut asked: BTreeMap<PlaceId, Asked> = BTreeMap::new();
    for peering in &cx.topology.peerings {
        let ends = places(cx.topology, peering);
        if crosses_accounts(cx, ends) {
            let asked = asked.entry(ends.1).or_default();
            match peering.ends {
                Ends::Gateways(..) => asked.gateways = true,
                Ends::Vpcs(..) => drop(asked.vpcs.insert(ends.0)),
            }
            let role = function_role_name(&cx.graph.prefix, &path(cx, peering, Side::Requester));
            asked.functions.entry(ends.0).or_default().push(role);
        }
    }
    for (place, asked) in asked {
        let region = cx.region(place);
        let unit = cx.unit(place, "accepter", Path::new(), || "The role that accepts peerings of other accounts".into());
        let name = accepter_role_name(cx, place);
        let role = cx.add(
            New::of(
                "iam.accepter_role",
                unit,
                Path::new().kind("peering").name("accepter"),
                cx.topology.name_span,
                vec![
                    ("assume_role_policy_document", accepter_trust(cx, &asked)),
                    ("description", format!("Accepts peerings that other accounts request, in {region}").into()),
                    (
                        "policies",
                        list([Value::Struct(vec![
                            ("policy_document", accepter_policy(cx, place, &asked)),
                            ("policy_name", "accept-peerings".into()),
                        ])]),
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

/// The functions do not exist yet when this role is made, and IAM takes no principal that does not
/// exist: so it is their account, on condition that the caller is the role of one of them.
fn accepter_trust(cx: &Lowering<'_>, asked: &Asked) -> Value {
    let mut functions: BTreeMap<Option<&str>, Vec<PlaceId>> = BTreeMap::new();
    for requester in asked.functions.keys() {
        functions.entry(cx.graph.place(*requester).account.as_deref()).or_default().push(*requester);
    }
    let role = |place: PlaceId, name: &String| {
        arn([Value::Partition(place), ":iam::".into(), Value::AccountId(place), format!(":role/{name}").into()])
    };
    let mut statements: Vec<Value> = functions
        .values()
        .map(|requesters| {
            let root = arn([Value::Partition(requesters[0]), ":iam::".into(), Value::AccountId(requesters[0]), ":root".into()]);
            let roles = requesters.iter().flat_map(|each| asked.functions[each].iter().map(|name| role(*each, name)));
            object([
                ("Effect", "Allow".into()),
                ("Principal", object([("AWS", root)])),
                ("Action", "sts:AssumeRole".into()),
                ("Condition", object([("ArnEquals", object([("aws:PrincipalArn", list(roles))]))])),
            ])
        })
        .collect();
    let deployers: BTreeSet<String> = asked.vpcs.iter().filter_map(|each| cx.graph.place(*each).deploy_role_arn()).collect();
    if !deployers.is_empty() {
        statements.push(object([
            ("Effect", "Allow".into()),
            ("Principal", object([("AWS", list(deployers.into_iter().map(Value::from)))])),
            ("Action", "sts:AssumeRole".into()),
        ]));
    }
    policy(statements)
}

/// What the kinds of peering that are asked for need, in this region.
fn accepter_policy(cx: &Lowering<'_>, place: PlaceId, asked: &Asked) -> Value {
    let condition = || object([("StringEquals", object([("aws:RequestedRegion", cx.region(place).into())]))]);
    let here = |kind: &str| {
        let region = cx.region(place);
        arn([Value::Partition(place), format!(":ec2:{region}:").into(), Value::AccountId(place), format!(":{kind}/*").into()])
    };
    let allow = |actions: &[&str], resource: Value| {
        object([("Effect", "Allow".into()), ("Action", strings(actions)), ("Resource", resource), ("Condition", condition())])
    };
    let mut statements = Vec::new();
    if asked.gateways {
        statements.push(allow(&["ec2:DescribeTransitGatewayPeeringAttachments"], "*".into()));
        let write = ["ec2:AcceptTransitGatewayPeeringAttachment", "ec2:RejectTransitGatewayPeeringAttachment"];
        statements.push(allow(&write, here("transit-gateway-attachment")));
    }
    if !asked.vpcs.is_empty() {
        statements.push(allow(&["ec2:DescribeVpcPeeringConnections"], "*".into()));
        let write = ["ec2:AcceptVpcPeeringConnection", "ec2:ModifyVpcPeeringConnectionOptions", "ec2:RejectVpcPeeringConnection"];
        statements.push(allow(&write, list([here("vpc"), here("vpc-peering-connection")])));
    }
    policy(statements)
}

/// The role of the function that accepts a peering in another account, whose trust names it. Both ends
/// in full would be longer than IAM takes.
pub(crate) fn function_role_name(prefix: &str, peering: &Path) -> String {
    let digest = Sha256::digest(peering.to_string());
    format!("{prefix}-peering-function-{}", digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect::<String>())
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
    let ends = places(cx.topology, peering);
    let unit = peering_unit(cx, peering);
    let name = name_tag(cx, peering);
    let (ours, theirs) = (cx.gateways[&a].id.clone(), cx.gateways[&b].id.clone());
    let region = cx.region(ends.1);
    let request = cx.add(
        New::of(
            "ec2.transit_gateway_peering_attachment",
            unit,
            path(cx, peering, Side::Requester),
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
    let inside = cx.region(ends.0) == region;
    if inside {
        props.push(("accepter_transit_gateway_id", cx.gateways[&b].id.clone()));
        props.push(("requester_transit_gateway_id", cx.gateways[&a].id.clone()));
    }
    if let Some(role) = accepter_role(cx, ends) {
        props.push(("accepter_role_arn", role));
    }
    props.extend(cx.function_logs(ends.0));
    let after = accepter_role_resource(cx, ends);
    let accepted = cx.add(
        New::of("ec2.transit_gateway_peering_accepter", unit, path(cx, peering, Side::Requester), peering.span, props)
            .role("accepter")
            .named(name, &peering.tags)
            .after(after)
            .interconnect()
            .at(ends.1),
    );
    let parts = PeeringParts { accepted, inside: inside.then_some((a, request)) };
    cx.peerings.insert(id, parts);
    for (gateway, place, side) in [(a, ends.0, Side::Requester), (b, ends.1, Side::Accepter)] {
        let routing = cx.routing;
        let tables = &routing.gateways[gateway.0 as usize];
        let Some(table) = tables.iter().position(|table| table.associated.contains(&Edge::Peering(id))) else { continue };
        // A gateway that associates by itself has done so when the peering becomes available.
        let known = &cx.gateways[&gateway];
        let Some(table) = known.tables[table].clone().filter(|_| !known.associates) else { continue };
        let unit = routes_unit(cx, place);
        let (attachment, after) = parts.attachment(gateway);
        cx.add(
            New::of(
                "ec2.transit_gateway_route_table_association",
                unit,
                path(cx, peering, side),
                peering.span,
                vec![("transit_gateway_attachment_id", attachment), ("transit_gateway_route_table_id", table)],
            )
            .after(after)
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
                let mut after = None;
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
                        let (attachment, accepted) = peering.attachment(id);
                        after = accepted;
                        (unit, attachment)
                    }
                };
                let path = super::transit_gateway::route_path(cx.topology, id, table.name, &route.destination);
                let props = vec![
                    ("destination_cidr_block", route.destination.to_string().into()),
                    ("transit_gateway_attachment_id", attachment),
                    ("transit_gateway_route_table_id", table_id.clone()),
                ];
                // In the place's module wherever it leads: with another target it is still the same route.
                cx.add(New::of("ec2.transit_gateway_route", unit, path, route.span, props).after(after));
            }
        }
    }
}

fn vpcs(cx: &mut Lowering<'_>, id: PeeringId, peering: &Peering, a: VpcId, b: VpcId) {
    let ends = places(cx.topology, peering);
    let unit = peering_unit(cx, peering);
    let name = name_tag(cx, peering);
    let (ours, theirs) = (cx.vpcs[&a].id.clone(), cx.vpcs[&b].id.clone());
    let region = cx.region(ends.1);
    let mut props: Props =
        vec![("peer_owner_id", Value::AccountId(ends.1)), ("peer_region", region.into()), ("peer_vpc_id", theirs), ("vpc_id", ours)];
    if let Some(role) = accepter_role(cx, ends) {
        props.push(("peer_role_arn", role));
    }
    let after = accepter_role_resource(cx, ends);
    let request = cx.add(
        New::of("ec2.vpc_peering_connection", unit, path(cx, peering, Side::Requester), peering.span, props)
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
    props.extend(cx.function_logs(ends.0));
    let accepted = cx.add(
        New::of("ec2.vpc_peering_accepter", unit, path(cx, peering, Side::Requester), peering.span, props)
            .role("accepter")
            .named(name, &peering.tags)
            .interconnect()
            .at(ends.1),
    );
    cx.peerings.insert(id, PeeringParts { accepted, inside: None });
}
