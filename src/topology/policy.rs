//! `segment`, `allow` and `deny`: who may reach whom.

use std::collections::BTreeMap;

use super::collect::{self, Members, Nested};
use super::eval::{Env, unknown};
use super::frame::{cidr, duplicate, head, tags};
use super::resolve::{Cx, Instance, owner};
use super::value::{Path, Value, ValueKind};
use super::*;
use crate::diag::Diagnostic;
use crate::kinds::Kind;
use crate::nearest::nearest;
use crate::syntax::ast;

/// VPCs that `associate` puts into a segment, by attachment.
pub type Associated = BTreeMap<(VpcId, GatewayId), (SegmentId, Span)>;

/// Segments of the top level and of gateways, sorted by name, and who they say is in them.
pub fn segments<'a>(cx: &Cx<'a, '_>, gateways: &[Instance<'a, '_>], topology: &Topology) -> (Vec<Segment>, Associated) {
    let mut found: Vec<Read> = Vec::new();
    for decl in cx.decls.iter().filter(|decl| decl.kind.name == "segment") {
        if let Some(first) = found.iter().find(|each| each.segment.name == decl.name) {
            cx.scope.report(duplicate(decl, first.segment.name_span));
            continue;
        }
        let members = cx.members(decl, None);
        if !cx.require(decl, &members) {
            continue;
        }
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
        let Some(on) = attr("on") else { continue };
        let mut read = Read::new(&decl.name, decl.item, decl.name_span, &attr);
        for value in super::resolve::flatten(std::slice::from_ref(&on)) {
            for (ix, place) in cx.instance_list("transit_gateway", value, None).into_iter().flatten() {
                let members = cx.members(decl, Some(place));
                read.on(cx, topology, (GatewayId(ix), place), &members, decl.kind, &owner(decl), value.span);
            }
        }
        found.push(read);
    }
    for (ix, instance) in gateways.iter().enumerate() {
        let gateway_members = cx.members(instance.decl, Some(instance.place));
        for nested in gateway_members.blocks.iter().filter(|each| each.kind.name == "segment") {
            nested_segment(cx, topology, nested, (GatewayId(ix as u32), instance.place), &owner(instance.decl), &mut found);
        }
    }
    found.sort_by(|a, b| a.segment.name.cmp(&b.segment.name));
    names_apart(cx, &found);
    let mut associated = Associated::new();
    for (ix, read) in found.iter_mut().enumerate() {
        read.segment.on.sort_by_key(|each| each.gateway);
        for (vpc, gateway, span) in &read.associate {
            let this = (SegmentId(ix as u32), *span);
            if let Some((_, first)) = associated.insert((*vpc, *gateway), this).filter(|(other, _)| *other != this.0) {
                let name = topology_vpc_name(cx, *vpc);
                cx.scope.report(two_segments(&name, *span, first));
            }
        }
    }
    (found.into_iter().map(|each| each.segment).collect(), associated)
}

/// What rules and assertions call by its name alone has a name of its own.
fn names_apart(cx: &Cx<'_, '_>, segments: &[Read]) {
    let parties = cx.decls.iter().filter(|each| {
        !each.block.is_abstract
            && (["vpc", "vpn", "direct_connect"].contains(&each.kind.name) || (each.kind.name == "transit_gateway" && each.block.existing))
    });
    let segments = segments.iter().map(|each| (each.segment.name.as_str(), "segment", each.segment.name_span));
    let mut known: BTreeMap<&str, (&str, Span)> = BTreeMap::new();
    for (name, kind, span) in segments.chain(parties.map(|each| (each.name.as_str(), each.kind.name, each.name_span))) {
        let (first, first_span) = *known.entry(name).or_insert((kind, span));
        if first != kind {
            let (first, kind) = (first.replace('_', " "), kind.replace('_', " "));
            cx.scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, span, format!("`{name}` is a {first} and a {kind}"))
                    .here(format!("a {kind}"))
                    .label(first_span, format!("a {first}"))
                    .help("rename one of them: rules and assertions say a name and not of which kind it is"),
            );
        }
    }
}

fn nested_segment<'a>(
    cx: &Cx<'a, '_>,
    topology: &Topology,
    nested: &Nested<'a>,
    (gateway, place): (GatewayId, PlaceId),
    gateway_owner: &str,
    found: &mut Vec<Read>,
) {
    let name = nested.name.clone().unwrap_or_default();
    let what = format!("segment `{name}` of {gateway_owner}");
    let here = |values: &[Value<'a>]| cx.applies(values, place);
    let members = collect::members(cx.scope, nested.kind, false, &what, &nested.layers, &here);
    let attr = |name: &str| collect::attr(cx.scope, &members, nested.kind, false, &what, name);
    let name_span = match nested.block.args.first() {
        Some(ast::Arg::Expr(expr)) => expr.span,
        Some(ast::Arg::Word(word)) => word.span,
        None => nested.block.word.span,
    };
    let ix = match found.iter().position(|each| each.segment.name == name) {
        // The same line for each gateway of the family.
        Some(ix) if found[ix].segment.span == nested.item.span => ix,
        Some(ix) => {
            return cx.scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, name_span, format!("there are two segments `{name}`"))
                    .here("again here")
                    .label(found[ix].segment.name_span, "first here")
                    .help(format!("a segment over several families stands at the top level: `segment {name} {{ on = [A, B] }}`")),
            );
        }
        None => {
            found.push(Read::new(&name, nested.item, name_span, &attr));
            found.len() - 1
        }
    };
    found[ix].on(cx, topology, (gateway, place), &members, nested.kind, &what, name_span);
}

/// A segment while it is read.
struct Read {
    segment: Segment,
    associate: Vec<(VpcId, GatewayId, Span)>,
}

impl Read {
    fn new<'a>(name: &str, item: &ast::Item, name_span: Span, attr: &dyn Fn(&str) -> Option<Value<'a>>) -> Read {
        let segment = Segment {
            name: name.to_owned(),
            span: item.span,
            name_span,
            doc: item.doc.clone(),
            isolated: attr("isolated").and_then(|value| value.as_bool()).unwrap_or(false),
            on: Vec::new(),
            tags: tags(attr("tags").as_ref()),
        };
        Read { segment, associate: Vec::new() }
    }

    /// What it says on one gateway.
    #[allow(clippy::too_many_arguments)]
    fn on<'a>(
        &mut self,
        cx: &Cx<'a, '_>,
        topology: &Topology,
        (gateway, place): (GatewayId, PlaceId),
        members: &Members<'a>,
        kind: &'static Kind,
        what: &str,
        span: Span,
    ) {
        let attr = |name: &str| collect::attr(cx.scope, members, kind, false, what, name);
        if let Some(existing) = topology.gateways.get(gateway.0 as usize).filter(|each| each.existing.is_some()) {
            return cx.scope.report(
                Diagnostic::new(
                    &codes::NOT_SUPPORTED,
                    span,
                    format!("segments on the existing gateway `{}` are not supported", existing.name),
                )
                .here("its tables are somebody else's")
                .label(existing.name_span, "declared as existing")
                .help("put the segment on gateways that mrc makes; what lies behind this one is a party of rules by its name"),
            );
        }
        if self.segment.on.iter().any(|each| each.gateway == gateway) {
            return;
        }
        // A family is meant in the place of the gateway; a family that is not there says nothing here.
        let vpcs = |name: &str| -> Vec<(VpcId, Span)> {
            let list = attr(name);
            let mut found = Vec::new();
            for value in list.iter().filter_map(Value::as_list).flatten() {
                let instances = cx.instance_list("vpc", value, None).unwrap_or_default();
                found.extend(instances.into_iter().filter(|(_, at)| *at == place).map(|(ix, _)| (VpcId(ix), value.span)));
            }
            found
        };
        let routes =
            members.blocks.iter().filter(|each| each.kind.name == "route").filter_map(|each| route(cx, topology, each, place)).flatten();
        let table = SegmentTable {
            gateway,
            routes: routes.collect(),
            blackholes: attr("blackhole").iter().filter_map(Value::as_list).flatten().filter_map(cidr).collect(),
            propagate: vpcs("propagate"),
        };
        self.associate.extend(vpcs("associate").into_iter().map(|(vpc, span)| (vpc, gateway, span)));
        self.segment.on.push(table);
    }
}

fn route<'a>(cx: &Cx<'a, '_>, topology: &Topology, nested: &Nested<'a>, place: PlaceId) -> Option<Vec<SegmentRoute>> {
    let head = head(cx, nested)?;
    // CloudFormation cannot write a list into a table of a gateway: there is a route for each range.
    let (_, destinations) = super::uplink::destinations(cx, &head[0], place, &topology.prefix_lists)?;
    let word = head[1].as_word().unwrap_or_default();
    let peering = topology.peerings.iter().position(|each| each.name == word && each.origin == Origin::Written);
    let target = match peering {
        Some(ix) => SegmentTarget::Peering(PeeringId(ix as u32)),
        None => SegmentTarget::Vpc(VpcId(cx.instance("vpc", &head[1], Some(place))?.0)),
    };
    Some(destinations.into_iter().map(|destination| SegmentRoute { span: nested.item.span, destination, target }).collect())
}

fn topology_vpc_name(cx: &Cx<'_, '_>, vpc: VpcId) -> String {
    let found = cx.instances.iter().find(|((kind, ..), ix)| *kind == "vpc" && **ix == vpc.0);
    found.map_or(String::new(), |((_, name, place), _)| format!("{name}@{}", cx.place(*place).name))
}

fn two_segments(vpc: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&codes::DUPLICATE_ATTRIBUTE, span, format!("vpc `{vpc}` is in two segments"))
        .here("again here")
        .label(first, "in this one already")
        .help("an attachment has one table: keep one of them, and allow what it needs of the other")
}

/// Puts VPCs that `associate` names into their segments.
pub fn associate(cx: &Cx<'_, '_>, topology: &mut Topology, associated: &Associated) {
    for ((vpc, gateway), (segment, span)) in associated {
        let name = topology_vpc_name(cx, *vpc);
        let gateway_name = topology.gateway(*gateway).name.clone();
        match topology.vpcs[vpc.0 as usize].attachments.iter_mut().find(|each| each.gateway == *gateway) {
            Some(attachment) if attachment.segment.is_some_and(|own| own != *segment) => {
                cx.scope.report(two_segments(&name, *span, attachment.span));
            }
            Some(attachment) => attachment.segment = Some(*segment),
            None => cx.scope.report(
                Diagnostic::new(&codes::NO_INSTANCE, *span, format!("vpc `{name}` is not attached to `{gateway_name}`"))
                    .here("not attached there")
                    .help(format!("write `attach {gateway_name}` in the VPC")),
            ),
        }
    }
}

/// The segment that an attachment names.
pub fn segment_of(cx: &Cx<'_, '_>, value: &Value<'_>, gateway: GatewayId, gateway_name: &str, segments: &[Segment]) -> Option<SegmentId> {
    let id = named(cx, value, segments)?;
    let segment = &segments[id.0 as usize];
    if !segment.on.iter().any(|each| each.gateway == gateway) {
        cx.scope.report(
            Diagnostic::new(
                &codes::NO_INSTANCE,
                value.span,
                format!("segment `{}` has no table on gateway `{gateway_name}` here", value.as_word().unwrap_or_default()),
            )
            .here("not on this gateway")
            .label(segment.name_span, "the segment")
            .help(format!("write `on = {gateway_name}` in the segment, or list all of its gateways")),
        );
    }
    Some(id)
}

/// The segment of a name. One that is not there is said, and read as the one that was probably meant.
pub fn named(cx: &Cx<'_, '_>, value: &Value<'_>, segments: &[Segment]) -> Option<SegmentId> {
    if value.is_error() {
        return None;
    }
    let word = value.as_word().unwrap_or_default();
    let of = |name: &str| segments.iter().position(|each| each.name == name);
    let found = of(word).or_else(|| {
        let near = nearest(word, segments.iter().map(|each| each.name.as_str()));
        cx.scope.report(unknown(&value.to_string(), value.span, "segment", near));
        of(near?)
    });
    found.map(|ix| SegmentId(ix as u32))
}

/// Rules with their parties, sorted by what they say.
pub fn rules<'a>(cx: &Cx<'a, '_>, found: &[(&'a ast::Item, &'a ast::Rule, Env<'a>)], topology: &Topology) -> Vec<Rule> {
    let mut rules: Vec<Rule> = found
        .iter()
        .filter_map(|(item, rule, env)| {
            let from = party(cx, &rule.from, env, topology);
            let to = party(cx, &rule.to, env, topology);
            let ports = ports(cx, rule, env);
            let (from, to, ports) = (from?, to?, ports?);
            if rule.deny || (rule.arrow == ast::Arrow::Both && ports.is_empty()) {
                [&from, &to].into_iter().try_for_each(|side| whole_vpcs(cx, rule.deny, side, topology))?;
            }
            Some(Rule { span: item.span, doc: item.doc.clone(), deny: rule.deny, from, to, both: rule.arrow == ast::Arrow::Both, ports })
        })
        .collect();
    rules.sort_by(|a, b| {
        (&a.from.shown, &a.to.shown, a.deny, a.both, &a.ports).cmp(&(&b.from.shown, &b.to.shown, b.deny, b.both, &b.ports))
    });
    rules
}

/// What is routes alone cannot tell the subnets of a VPC apart: a gateway sees the attachment.
fn whole_vpcs(cx: &Cx<'_, '_>, deny: bool, side: &Party, topology: &Topology) -> Option<()> {
    let found = side.members.iter().find_map(|member| match *member {
        PartyMember::Group(id, ix) => Some((topology.vpc(id), &topology.vpc(id).subnets[ix])),
        _ => None,
    });
    let Some((vpc, group)) = found else { return Some(()) };
    let (what, help) = if deny {
        (
            "`deny` takes routes away",
            format!("deny `{}`, and `allow` the ports that others are to have; or give `{}` a VPC of its own", vpc.name, group.name),
        )
    } else {
        ("`<->` without ports is routes", format!("name `{}`; or write ports or `->`: who starts is kept by security groups", vpc.name))
    };
    cx.scope.report(
        Diagnostic::new(
            &codes::NOT_SUPPORTED,
            side.span,
            format!("{what}, and routes between VPCs are for all of `{}`, not for `{}` alone", vpc.name, group.name),
        )
        .here("a part of a VPC")
        .label(group.span, "its other subnets have the same attachment")
        .help(help),
    );
    None
}

fn party<'a>(cx: &Cx<'a, '_>, expr: &'a ast::Expr, env: &Env<'a>, topology: &Topology) -> Option<Party> {
    let value = cx.scope.eval(expr, env);
    let mut members = Vec::new();
    for each in super::resolve::flatten(std::slice::from_ref(&value)) {
        members.extend(party_members(cx, each, topology)?);
    }
    members.sort();
    members.dedup();
    Some(Party { span: expr.span, shown: value.to_string(), members })
}

fn party_members<'a>(cx: &Cx<'a, '_>, value: &Value<'a>, topology: &Topology) -> Option<Vec<PartyMember>> {
    if value.is_error() {
        return None;
    }
    let Some(path) = value.as_path() else {
        cx.scope.wrong(value.span, "a segment, a VPC, a subnet group, a VPN, a Direct Connect gateway or an existing gateway", value);
        return None;
    };
    if path.as_word() == Some("internet") {
        cx.scope.report(
            Diagnostic::new(&codes::NOT_SUPPORTED, value.span, "rules are about what is inside; `internet` is no party of them")
                .here("not a party")
                .help(
                    "`route = internet`, `route = nat` and `egress` open the way; `assert isolated(internet, …)` proves that there is none",
                ),
        );
        return None;
    }
    if let Some(ix) = topology.segments.iter().position(|each| each.name == path.base) {
        if path.place.is_some() || !path.fields.is_empty() {
            cx.scope.report(
                Diagnostic::new(&codes::WRONG_TYPE, value.span, format!("segment `{}` is one thing over all regions", path.base))
                    .here("nothing follows a segment's name")
                    .label(topology.segments[ix].name_span, "the segment")
                    .help(format!("write `{}`, or name VPCs of it", path.base)),
            );
            return None;
        }
        return Some(vec![PartyMember::Segment(SegmentId(ix as u32))]);
    }
    let declared = |kind: &str| cx.decls.iter().any(|each| each.kind.name == kind && each.name == path.base);
    if declared("transit_gateway") && !declared("vpc") {
        let gateways = cx.instance_list("transit_gateway", value, None)?;
        if let Some(own) = gateways.iter().map(|(ix, _)| topology.gateway(GatewayId(*ix))).find(|each| each.existing.is_none()) {
            cx.scope.report(
                Diagnostic::new(&codes::WRONG_KIND, value.span, format!("`{}` is a transit gateway, not a party", path.base))
                    .here("a gateway that mrc makes")
                    .label(own.name_span, "declared here")
                    .help("name a segment or VPCs; an existing gateway stands for what lies behind it"),
            );
            return None;
        }
        return Some(gateways.into_iter().map(|(ix, _)| PartyMember::Behind(GatewayId(ix))).collect());
    }
    if declared("prefix_list") && !["vpc", "vpn", "direct_connect"].iter().any(|kind| declared(kind)) {
        cx.mark("prefix_list", &path.base);
        cx.scope.report(
            Diagnostic::new(&codes::WRONG_KIND, value.span, format!("`{}` is a prefix list, not a party", path.base))
                .here("a rule is about who joins gateways")
                .help("name what its ranges lie behind: the VPN, the Direct Connect gateway or the existing gateway"),
        );
        return None;
    }
    if ["vpn", "direct_connect"].iter().any(|kind| declared(kind)) {
        return super::uplink::party(cx, value, topology);
    }
    if declared("segment") {
        // It is not what it should be, which has been said.
        return None;
    }
    if !declared("vpc") {
        let known = cx
            .decls
            .iter()
            .filter(|each| ["vpc", "segment", "vpn", "direct_connect"].contains(&each.kind.name))
            .map(|each| each.name.as_str());
        let near = nearest(&path.base, known.chain(topology.segments.iter().map(|each| each.name.as_str())));
        let meant = near.filter(|near| *near != path.base).map(|near| path.with_base(near));
        let shown = meant.as_ref().map(Path::to_string);
        cx.scope.report(unknown(&path.base, value.span, "VPC, segment or VPN", shown.as_deref()));
        return party_members(cx, &Value::of_path(value.span, meant?), topology);
    }
    let Some(group) = path.fields.first().cloned() else {
        return Some(cx.instance_list("vpc", value, None)?.into_iter().map(|(ix, _)| PartyMember::Vpc(VpcId(ix))).collect());
    };
    let whole = Value::of_path(value.span, Path { fields: Vec::new(), index: None, ..path.clone() });
    let vpcs = cx.instance_list("vpc", &whole, None)?;
    if path.fields.len() > 1 || path.index.is_some() {
        cx.scope.report(
            Diagnostic::new(
                &codes::WRONG_TYPE,
                value.span,
                format!("`{value}` is a part of subnet group `{group}`; rules name whole groups"),
            )
            .here("too deep")
            .help(format!("write `{}.{group}`", whole)),
        );
        return None;
    }
    let found: Vec<PartyMember> = vpcs
        .iter()
        .filter_map(|(ix, _)| {
            let position = topology.vpc(VpcId(*ix)).subnets.iter().position(|each| each.name == group)?;
            Some(PartyMember::Group(VpcId(*ix), position))
        })
        .collect();
    if found.is_empty() {
        let groups = vpcs.iter().flat_map(|(ix, _)| &topology.vpc(VpcId(*ix)).subnets).map(|each| each.name.as_str());
        let near = nearest(&group, groups).map(|near| format!("{whole}.{near}"));
        cx.scope.report(unknown(&value.to_string(), value.span, "subnet group", near.as_deref()));
        return None;
    }
    Some(found)
}

/// `tcp 443`, `tcp 443, 8443`, `udp 1024..2048`, `tcp`, `icmp`
fn ports<'a>(cx: &Cx<'a, '_>, rule: &'a ast::Rule, env: &Env<'a>) -> Option<Vec<Ports>> {
    let mut found: Vec<Ports> = Vec::new();
    // The protocol that numbers belong to, and whether it has had one.
    let mut protocol: Option<(Protocol, bool, Span)> = None;
    let whole = |protocol| Ports { protocol, first: 0, last: u16::MAX };
    for expr in &rule.ports {
        let value = cx.scope.eval(expr, env);
        let word = match value.as_word() {
            Some("tcp") => Some(Protocol::Tcp),
            Some("udp") => Some(Protocol::Udp),
            Some("icmp") => Some(Protocol::Icmp),
            _ => None,
        };
        if let Some(word) = word {
            if let Some((before, false, _)) = protocol {
                found.push(whole(before));
            }
            protocol = Some((word, false, expr.span));
            continue;
        }
        let number = |value: &Value<'_>| match value.kind {
            ValueKind::Int(number) if (1..=65535).contains(&number) => Some(number as u16),
            _ => None,
        };
        let range = match &value.kind {
            ValueKind::Error => return None,
            ValueKind::Range(ends) => number(&ends.0).zip(number(&ends.1)).filter(|(first, last)| first <= last),
            _ => number(&value).map(|port| (port, port)),
        };
        if matches!(&value.kind, ValueKind::Range(ends) if number(&ends.0).zip(number(&ends.1)).is_some_and(|(a, b)| a > b)) {
            cx.scope.report(super::types::backwards(&value));
            return None;
        }
        let Some((first, last)) = range else {
            cx.scope.wrong(expr.span, "`tcp`, `udp` or `icmp`, and ports from 1 to 65535 or ranges of them", &value);
            return None;
        };
        match &mut protocol {
            Some((Protocol::Icmp, ..)) | None => {
                cx.scope.report(
                    Diagnostic::new(&codes::WRONG_TYPE, expr.span, format!("port {value} has no protocol"))
                        .here("of which protocol?")
                        .help(format!("write `tcp {value}` or `udp {value}`")),
                );
                return None;
            }
            Some((protocol, had, _)) => {
                *had = true;
                found.push(Ports { protocol: *protocol, first, last });
            }
        }
    }
    if let Some((before, false, _)) = protocol {
        found.push(whole(before));
    }
    if rule.deny && !found.is_empty() {
        let span = rule.ports.iter().map(|each| each.span).reduce(|a, b| a.to(b)).unwrap_or(rule.to.span);
        cx.scope.report(
            Diagnostic::new(&codes::NOT_SUPPORTED, span, "`deny` takes no ports: it takes away the routes, and routes know no ports")
                .here("cannot be told apart by routes")
                .help("leave out the ports, or `allow` only the ports that are wanted"),
        );
        return None;
    }
    found.sort();
    found.dedup();
    Some(found)
}
