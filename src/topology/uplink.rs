//! `vpn`, `direct_connect` and `prefix_list`: what lies outside of AWS.

use super::collect;
use super::frame::{cidr, duplicate, external, head, tags};
use super::resolve::{Cx, Instance, owner};
use super::value::{Value, ValueKind};
use super::*;
use crate::diag::Diagnostic;

pub fn prefix_lists<'a>(cx: &Cx<'a, '_>, instances: &[Instance<'a, '_>]) -> Vec<PrefixList> {
    let read = |instance: &Instance<'a, '_>| {
        let Instance { decl, place } = *instance;
        let members = cx.members(decl, Some(place));
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
        let entries = entries(cx, decl);
        let max = attr("max").and_then(|value| match value.kind {
            ValueKind::Int(number) => Some((number, value.span)),
            _ => None,
        });
        PrefixList {
            name: decl.name.clone(),
            place,
            span: decl.item.span,
            name_span: decl.name_span,
            doc: decl.item.doc.clone(),
            max: max.unwrap_or((entries.len() as u64, decl.name_span)),
            entries,
            tags: tags(attr("tags").as_ref()),
        }
    };
    instances.iter().map(read).collect()
}

/// The ranges after `=`.
fn entries<'a>(cx: &Cx<'a, '_>, decl: &collect::Decl<'a>) -> Vec<Cidr> {
    let Some(expr) = &decl.block.value else { return Vec::new() };
    let value = cx.scope.eval(expr, &decl.env);
    let ty = crate::kinds::Type::List(&crate::kinds::Type::Cidr4);
    if !super::types::check(cx.scope, &value, &ty, &format!("the ranges of {}", owner(decl))) {
        return Vec::new();
    }
    let mut found: Vec<Cidr> = Vec::new();
    // A list has a range once.
    for entry in value.as_list().into_iter().flatten().filter_map(cidr) {
        if found.iter().all(|each| each.block() != entry.block()) {
            found.push(entry);
        }
    }
    found
}

/// What a route leads to: a range, or those of a list of the route's place.
pub fn destinations<'a>(
    cx: &Cx<'a, '_>,
    value: &Value<'a>,
    place: PlaceId,
    lists: &[PrefixList],
) -> Option<(Option<PrefixListId>, Vec<Cidr>)> {
    if value.as_path().is_none() {
        return Some((None, vec![cidr(value)?]));
    }
    let (ix, at) = cx.instance("prefix_list", value, Some(place))?;
    if at != place {
        cx.scope.report(
            Diagnostic::new(
                &codes::CROSSES_PLACES,
                value.span,
                format!("a route in {} cannot name a prefix list in {}", cx.place(place).name, cx.place(at).name),
            )
            .here(format!("in {}", cx.place(at).name))
            .help("name the list of its own place"),
        );
        return None;
    }
    Some((Some(PrefixListId(ix)), lists[ix as usize].entries.iter().map(|entry| entry.used_at(value.span)).collect()))
}

/// VPNs by instance, then the associations of Direct Connect gateways; sorted by name and place.
pub fn read<'a>(cx: &Cx<'a, '_>, vpns: &[Instance<'a, '_>], topology: &mut Topology) {
    let mut uplinks: Vec<Uplink> = vpns.iter().filter_map(|instance| vpn(cx, instance, topology)).collect();
    for decl in cx.decls.iter().filter(|decl| decl.kind.name == "direct_connect") {
        if let Some(first) = topology.direct_connects.iter().find(|each| each.name == decl.name) {
            cx.scope.report(duplicate(decl, first.name_span));
            continue;
        }
        uplinks.extend(direct_connect(cx, decl, topology));
    }
    uplinks.sort_by(|a, b| (&a.name, a.place, a.gateway).cmp(&(&b.name, b.place, b.gateway)));
    topology.uplinks = uplinks;
}

/// Ranges and prefix lists in a row.
fn ranges<'a>(cx: &Cx<'a, '_>, value: &Value<'a>, topology: &Topology) -> Vec<Cidr> {
    let mut found: Vec<Cidr> = Vec::new();
    for each in value.as_list().into_iter().flatten() {
        match &each.kind {
            ValueKind::Path(path) => {
                let list = topology.prefix_lists.iter().find(|list| list.name == path.base);
                cx.mark("prefix_list", &path.base);
                match list {
                    Some(list) => found.extend(list.entries.iter().map(|entry| entry.used_at(each.span))),
                    None => drop(cx.unknown_reference("prefix_list", path, each.span)),
                }
            }
            _ => found.extend(cidr(each)),
        }
    }
    found
}

fn vpn<'a>(cx: &Cx<'a, '_>, instance: &Instance<'a, '_>, topology: &Topology) -> Option<Uplink> {
    let Instance { decl, place } = *instance;
    let members = cx.members(decl, Some(place));
    if !cx.require(decl, &members) {
        return None;
    }
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
    let (to, routes, segment) = (attr("to"), attr("routes"), attr("segment"));
    let by_hand = attr("static").and_then(|value| value.as_bool()).unwrap_or(false);
    let own_tags = tags(attr("tags").as_ref());
    let Some(nested) = members.blocks.iter().find(|each| each.kind.name == "customer_gateway") else {
        cx.scope.report(
            Diagnostic::new(&codes::MISSING_ATTRIBUTE, decl.name_span, format!("{} has no `customer_gateway`", owner(decl)))
                .here("what is at the other end?")
                .help("write `customer_gateway { asn = AS65010  ip = 203.0.113.10 }` in it"),
        );
        return None;
    };
    let here = |values: &[Value<'a>]| cx.applies(values, place);
    let what = format!("customer_gateway of {}", owner(decl));
    let device = collect::members(cx.scope, nested.kind, false, &what, &nested.layers, &here);
    if !cx.require_of(nested.kind.attributes, &device, &what, nested.item.span) {
        return None;
    }
    let attr = |name: &str| collect::attr(cx.scope, &device, nested.kind, false, &what, name);
    let asn = attr("asn").and_then(|value| match value.kind {
        ValueKind::Asn(number) => Some((number, value.span)),
        ValueKind::Int(number) => Some((number as u32, value.span)),
        _ => None,
    });
    if asn.is_none() && !by_hand && !device.attrs.contains_key("asn") {
        cx.scope.report(
            Diagnostic::new(
                &codes::MISSING_ATTRIBUTE,
                nested.item.span,
                format!("the device of {} has no ASN, which BGP needs", owner(decl)),
            )
            .here("`asn` is missing")
            .help("write `asn = AS65000`, or `static = on` in the VPN"),
        );
    }
    let ip = attr("ip")?;
    let ip = match &ip.kind {
        ValueKind::Ip(address) => (External::Literal(address.to_string()), ip.span),
        _ => (external(&ip)?, ip.span),
    };
    let to = to?;
    let (gateway, at) = cx.instance("transit_gateway", &to, Some(place))?;
    let gateway = GatewayId(gateway);
    if at != place {
        cx.scope.report(
            Diagnostic::new(
                &codes::CROSSES_PLACES,
                to.span,
                format!("{} in {} cannot end at a gateway in {}", owner(decl), cx.place(place).name, cx.place(at).name),
            )
            .here(format!("in {}", cx.place(at).name))
            .help("end it at a gateway of its own place; peerings lead on from there"),
        );
        return None;
    }
    ours(cx, gateway, &to, topology)?;
    Some(Uplink {
        name: decl.name.clone(),
        place,
        span: decl.item.span,
        name_span: decl.name_span,
        doc: decl.item.doc.clone(),
        gateway,
        segment: segment.and_then(|value| super::policy::segment_of(cx, &value, gateway, &to.to_string(), &topology.segments)),
        routes: ranges(cx, &routes?, topology),
        by: UplinkBy::Vpn { ip, asn, by_hand },
        tags: own_tags,
    })
}

/// Tables of an existing gateway are somebody else's.
fn ours(cx: &Cx<'_, '_>, gateway: GatewayId, value: &Value<'_>, topology: &Topology) -> Option<()> {
    let gateway = topology.gateway(gateway);
    if gateway.existing.is_none() {
        return Some(());
    }
    cx.scope.report(
        Diagnostic::new(&codes::NOT_SUPPORTED, value.span, format!("gateway `{}` exists, and so do its ways out of AWS", gateway.name))
            .here("not ours")
            .label(gateway.name_span, "declared as existing")
            .help("say what lies behind it in its `routes`"),
    );
    None
}

fn direct_connect<'a>(cx: &Cx<'a, '_>, decl: &collect::Decl<'a>, topology: &mut Topology) -> Vec<Uplink> {
    let members = cx.members(decl, None);
    if !cx.require(decl, &members) {
        return Vec::new();
    }
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
    let (asn, routes) = (attr("asn"), attr("routes"));
    let own_tags = tags(attr("tags").as_ref());
    let (Some(asn), Some(routes)) = (asn, routes) else { return Vec::new() };
    let number = match asn.kind {
        ValueKind::Asn(number) => number,
        ValueKind::Int(number) => number as u32,
        _ => return Vec::new(),
    };
    let routes = ranges(cx, &routes, topology);
    let id = DirectConnectId(topology.direct_connects.len() as u32);
    topology.direct_connects.push(DirectConnect {
        name: decl.name.clone(),
        span: decl.item.span,
        name_span: decl.name_span,
        doc: decl.item.doc.clone(),
        asn: number,
        asn_span: asn.span,
        tags: own_tags.clone(),
    });
    let mut found = Vec::new();
    for nested in members.blocks.iter().filter(|each| each.kind.name == "associate") {
        let Some(head) = head(cx, nested) else { continue };
        let what = format!("associate {} of {}", head[0], owner(decl));
        let inner = collect::members(cx.scope, nested.kind, false, &what, &nested.layers, &|_| false);
        if !cx.require_of(nested.kind.attributes, &inner, &what, nested.item.span) {
            continue;
        }
        let attr = |name: &str| collect::attr(cx.scope, &inner, nested.kind, false, &what, name);
        let (allowed, segment) = (attr("allowed"), attr("segment"));
        let Some(allowed) = allowed else { continue };
        let allowed = ranges(cx, &allowed, topology);
        for (ix, place) in cx.instance_list("transit_gateway", &head[0], None).into_iter().flatten() {
            let gateway = GatewayId(ix);
            if ours(cx, gateway, &head[0], topology).is_none() {
                continue;
            }
            let segment =
                segment.as_ref().and_then(|value| super::policy::segment_of(cx, value, gateway, &head[0].to_string(), &topology.segments));
            found.push(Uplink {
                name: decl.name.clone(),
                place,
                span: nested.item.span,
                name_span: decl.name_span,
                doc: decl.item.doc.clone(),
                gateway,
                segment,
                routes: routes.clone(),
                by: UplinkBy::DirectConnect { gateway: id, allowed: allowed.clone() },
                tags: own_tags.clone(),
            });
        }
    }
    if found.is_empty() && !members.blocks.iter().any(|each| each.kind.name == "associate") {
        cx.scope.report(
            Diagnostic::new(&codes::MISSING_ATTRIBUTE, decl.name_span, format!("{} is associated with no transit gateway", owner(decl)))
                .here("joins nothing")
                .help("write `associate core@REGION { allowed = [10.0.0.0/12] }` in it"),
        );
    }
    found
}

/// A party of rules: a VPN of some places, or all associations of a Direct Connect gateway.
pub fn party<'a>(cx: &Cx<'a, '_>, value: &Value<'a>, topology: &Topology) -> Option<Vec<PartyMember>> {
    let path = value.as_path()?;
    if !path.fields.is_empty() {
        cx.scope.wrong(value.span, "the name of a VPN or a Direct Connect gateway", value);
        return None;
    }
    let places = path.place.as_ref().map(|pattern| cx.matching(pattern, value.span));
    let here = |place: PlaceId| places.as_ref().is_none_or(|places| places.contains(&place));
    let named = topology.uplinks.iter().enumerate().filter(|(_, uplink)| uplink.name == path.base && here(uplink.place));
    let found: Vec<PartyMember> = named.map(|(ix, _)| PartyMember::Uplink(UplinkId(ix as u32))).collect();
    if found.is_empty() && places.as_ref().is_some_and(|places| !places.is_empty()) {
        cx.scope.report(
            Diagnostic::new(&codes::NO_INSTANCE, value.span, format!("`{value}` joins no gateway there")).here("none in this place"),
        );
        return None;
    }
    Some(found)
}
