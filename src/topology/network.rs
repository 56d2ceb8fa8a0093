//! `vpc`, `transit_gateway`, `peering`, `mesh` and `star`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::collect::{self, Decl, Members, Nested};
use super::eval::unknown;
use super::frame::{cidr, duplicate, external, head, no_zone, tags, zones};
use super::resolve::{Cx, Instance, owner};
use super::value::{DAY, Path, Value, ValueKind};
use super::*;
use crate::diag::Diagnostic;
use crate::kinds::Kind;
use crate::lock;
use crate::nearest::nearest;
use crate::syntax::ast;

pub fn gateways<'a>(cx: &Cx<'a, '_>, instances: &[Instance<'a, '_>]) -> Vec<Gateway> {
    instances.iter().map(|instance| gateway(cx, instance)).collect()
}

fn gateway<'a>(cx: &Cx<'a, '_>, instance: &Instance<'a, '_>) -> Gateway {
    let Instance { decl, place } = instance;
    let members = cx.members(decl, Some(*place));
    cx.require(decl, &members);
    let existing = decl.block.existing;
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, existing, &owner(decl), name);
    let asn = match attr("asn") {
        Some(value) => Asn {
            span: value.span,
            source: match &value.kind {
                ValueKind::Range(ends) => AsnSource::Range(number(&ends.0), number(&ends.1)),
                _ => AsnSource::Written(number(&value)),
            },
            number: None,
        },
        None => Asn { span: decl.name_span, source: AsnSource::Range(0, 0), number: None },
    };
    let flag = |name: &str, default: bool| !existing && attr(name).and_then(|value| value.as_bool()).unwrap_or(default);
    // As AWS makes gateways, and as they are where nobody has said otherwise.
    let by_itself = |name: &str| {
        let value = attr(name);
        ByItself { on: value.as_ref().and_then(Value::as_bool).unwrap_or(true), span: value.map(|value| value.span) }
    };
    Gateway {
        name: decl.name.clone(),
        place: *place,
        span: decl.item.span,
        name_span: decl.name_span,
        doc: decl.item.doc.clone(),
        existing: existing.then(|| ExistingGateway {
            id: attr("id").as_ref().and_then(external).unwrap_or(External::Literal(String::new())),
            route_table: attr("route_table").as_ref().and_then(external),
            association: by_itself("default_association"),
            propagation: by_itself("default_propagation"),
            routes: attr("routes").iter().filter_map(Value::as_list).flatten().filter_map(cidr).collect(),
        }),
        asn,
        dns: flag("dns", true),
        ecmp: flag("ecmp", true),
        cidr_blocks: if existing {
            Vec::new()
        } else {
            attr("cidr_blocks").iter().filter_map(Value::as_list).flatten().filter_map(cidr).collect()
        },
        tags: if existing { Vec::new() } else { tags(attr("tags").as_ref()) },
    }
}

/// Whether a list of zones names one by its id.
fn written_as_id(value: &Value<'_>, id: &str) -> bool {
    value.as_list().into_iter().flatten().any(|each| each.as_word() == Some(id))
}

fn number(value: &Value<'_>) -> u32 {
    match value.kind {
        ValueKind::Asn(number) => number,
        ValueKind::Int(number) => number as u32,
        _ => 0,
    }
}

/// Edges of peerings, meshes and stars, sorted by name.
pub fn peerings(cx: &Cx<'_, '_>) -> (Vec<Peering>, Vec<Mesh>) {
    let mut peerings: Vec<Peering> = Vec::new();
    let mut meshes = Vec::new();
    let mut names: BTreeMap<(&str, &str), Span> = BTreeMap::new();
    for decl in cx.decls {
        if !["peering", "mesh", "star"].contains(&decl.kind.name) {
            continue;
        }
        if !decl.block.places.is_empty() {
            cx.scope.report(
                Diagnostic::new(&codes::PLACE_NOT_ALLOWED, decl.block.places[0].span, format!("{} takes no `in`", owner(decl)))
                    .here("an edge is between places, not in one"),
            );
        }
        if let Some(first) = names.insert((decl.kind.name, &decl.name), decl.name_span) {
            cx.scope.report(duplicate(decl, first));
            continue;
        }
        let members = cx.members(decl, None);
        if !cx.require(decl, &members) {
            continue;
        }
        match decl.kind.name {
            "peering" => peerings.extend(peering(cx, decl, &members)),
            "mesh" => meshes.extend(mesh(cx, decl, &members, &mut peerings)),
            _ => star(cx, decl, &members, &mut peerings),
        }
    }
    peerings.sort_by(|a, b| a.name.cmp(&b.name));
    meshes.sort_by(|a, b| a.name.cmp(&b.name));
    (peerings, meshes)
}

fn peering<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, members: &Members<'a>) -> Option<Peering> {
    let attr = |name: &str| collect::attr(cx.scope, members, decl.kind, false, &owner(decl), name);
    let between = attr("between")?;
    let ends = between.as_list()?;
    let [first, second] = ends else {
        cx.scope.report(
            Diagnostic::new(&codes::WRONG_TYPE, between.span, format!("{} has {} ends; a peering has two", owner(decl), ends.len()))
                .here("two ends are wanted")
                .help("write `between = [a@REGION, b@REGION]`; a `mesh` joins more"),
        );
        return None;
    };
    let kind = |value: &Value<'a>| {
        let base = value.as_path().map_or("", |path| &path.base);
        let declared = |kind: &'static str| cx.decls.iter().any(|each| each.kind.name == kind && each.name == base);
        if declared("vpc") && !declared("transit_gateway") { "vpc" } else { "transit_gateway" }
    };
    let (first_kind, second_kind) = (kind(first), kind(second));
    let (a, b) = (cx.instance(first_kind, first, None), cx.instance(second_kind, second, None));
    let ((a, a_place), (b, b_place)) = (a?, b?);
    if first_kind != second_kind {
        cx.scope.report(
            Diagnostic::new(
                &codes::WRONG_KIND,
                second.span,
                format!("{} joins a {} and a {}", owner(decl), first_kind.replace('_', " "), second_kind.replace('_', " ")),
            )
            .here(format!("a {}", second_kind.replace('_', " ")))
            .label(first.span, format!("a {}", first_kind.replace('_', " ")))
            .help("peer two gateways or two VPCs; a VPC joins a gateway with `attach`"),
        );
        return None;
    }
    let dns = attr("dns");
    let edge = Edge {
        name: decl.name.clone(),
        span: decl.item.span,
        doc: decl.item.doc.clone(),
        dns: dns.and_then(|value| value.as_bool()).unwrap_or(true),
        origin: Origin::Written,
        tags: tags(attr("tags").as_ref()),
    };
    Some(edge.between(cx, first_kind == "vpc", (a, a_place, first.span), (b, b_place, second.span)))
}

/// What a peering is apart from its ends.
struct Edge {
    name: String,
    span: Span,
    doc: Option<String>,
    dns: bool,
    origin: Origin,
    tags: Tags,
}

impl Edge {
    /// The end in the lexicographically smaller place asks. Within a place any order does that no edit
    /// changes: the later name.
    fn between(self, cx: &Cx<'_, '_>, vpcs: bool, a: (u32, PlaceId, Span), b: (u32, PlaceId, Span)) -> Peering {
        let rank = |end: &(u32, PlaceId, Span)| (cx.place(end.1).name.clone(), Reverse(end.0));
        let (first, second) = if rank(&b) < rank(&a) { (b, a) } else { (a, b) };
        Peering {
            name: self.name,
            span: self.span,
            doc: self.doc,
            ends: if vpcs { Ends::Vpcs(VpcId(first.0), VpcId(second.0)) } else { Ends::Gateways(GatewayId(first.0), GatewayId(second.0)) },
            end_spans: (first.2, second.2),
            dns: self.dns,
            origin: self.origin,
            tags: self.tags,
        }
    }
}

fn mesh<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, members: &Members<'a>, peerings: &mut Vec<Peering>) -> Option<Mesh> {
    let attr = |name: &str| collect::attr(cx.scope, members, decl.kind, false, &owner(decl), name);
    let of = attr("of")?;
    let gateways = cx.instance_list("transit_gateway", &of, None)?;
    let at = |place: PlaceId| gateways.iter().find(|(_, each)| *each == place);
    let mut except = Vec::new();
    for pair in attr("except").iter().filter_map(Value::as_list).flatten() {
        let ValueKind::Pair(_, ends) = &pair.kind else { continue };
        let mut found = [Vec::new(), Vec::new()];
        for (end, side) in [&ends.0, &ends.1].into_iter().zip(&mut found) {
            for place in cx.expand(std::slice::from_ref(end)) {
                match at(place) {
                    Some((ix, _)) => side.push(GatewayId(*ix)),
                    None => cx.scope.report(
                        Diagnostic::new(
                            &codes::NO_INSTANCE,
                            end.span,
                            format!("{} has no gateway in {}", owner(decl), cx.place(place).name),
                        )
                        .here("not in the mesh")
                        .help("remove the exception"),
                    ),
                }
            }
        }
        let [left, right] = &found;
        let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
        let pairs: Vec<_> = pairs.map(|(a, b)| (a.min(b), a.max(b), pair.span)).collect();
        if pairs.is_empty() && !left.is_empty() && !right.is_empty() {
            cx.scope.report(
                Diagnostic::new(&codes::WRONG_TYPE, pair.span, format!("{} has no peering of a gateway with itself", owner(decl)))
                    .here("one gateway is no pair")
                    .help("name the other end, or remove the exception"),
            );
        }
        except.extend(pairs);
    }
    let own_tags = tags(attr("tags").as_ref());
    for (ix, a) in gateways.iter().enumerate() {
        for b in &gateways[ix + 1..] {
            let (low, high) = (GatewayId(a.0.min(b.0)), GatewayId(a.0.max(b.0)));
            if except.iter().any(|(x, y, _)| (*x, *y) == (low, high)) {
                continue;
            }
            let mut slugs = [cx.place(a.1), cx.place(b.1)];
            slugs.sort_by(|x, y| x.name.cmp(&y.name));
            let edge = Edge {
                name: format!("{}-{}-{}", decl.name, slugs[0].slug, slugs[1].slug),
                span: decl.item.span,
                doc: decl.item.doc.clone(),
                dns: false,
                origin: Origin::Mesh,
                tags: own_tags.clone(),
            };
            peerings.push(edge.between(cx, false, (a.0, a.1, of.span), (b.0, b.1, of.span)));
        }
    }
    Some(Mesh {
        name: decl.name.clone(),
        span: decl.name_span,
        family: of.as_path().map_or(String::new(), |path| path.base.clone()),
        gateways: gateways.iter().map(|(ix, _)| GatewayId(*ix)).collect(),
        except,
    })
}

fn star<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, members: &Members<'a>, peerings: &mut Vec<Peering>) {
    let attr = |name: &str| collect::attr(cx.scope, members, decl.kind, false, &owner(decl), name);
    let (Some(of), Some(hub)) = (attr("of"), attr("hub")) else { return };
    let Some(gateways) = cx.instance_list("transit_gateway", &of, None) else { return };
    let places = cx.expand(std::slice::from_ref(&hub));
    let [hub_place] = places[..] else { return };
    let Some(center) = gateways.iter().find(|(_, place)| *place == hub_place) else {
        return cx.scope.report(
            Diagnostic::new(&codes::NO_INSTANCE, hub.span, format!("`{of}` has no gateway in {}", cx.place(hub_place).name))
                .here("the hub has no gateway")
                .label(of.span, "of this family")
                .help(format!("put `{of}` into {} or choose another hub", cx.place(hub_place).name)),
        );
    };
    let transit = attr("transit").and_then(|value| value.as_bool()).unwrap_or(true);
    let own_tags = tags(attr("tags").as_ref());
    for spoke in gateways.iter().filter(|each| each.0 != center.0) {
        let edge = Edge {
            name: format!("{}-{}", decl.name, cx.place(spoke.1).slug),
            span: decl.item.span,
            doc: decl.item.doc.clone(),
            dns: false,
            origin: Origin::Star { hub: GatewayId(center.0), transit },
            tags: own_tags.clone(),
        };
        peerings.push(edge.between(cx, false, (center.0, center.1, hub.span), (spoke.0, spoke.1, of.span)));
    }
}

pub fn vpcs<'a>(cx: &Cx<'a, '_>, instances: &[Instance<'a, '_>], topology: &Topology) -> Vec<Vpc> {
    let peerings: BTreeMap<&str, PeeringId> = topology
        .peerings
        .iter()
        .enumerate()
        .filter(|(_, each)| each.origin == Origin::Written)
        .map(|(ix, each)| (each.name.as_str(), PeeringId(ix as u32)))
        .collect();
    let pools: BTreeMap<&str, PoolId> =
        topology.pools.iter().enumerate().map(|(ix, each)| (each.name.as_str(), PoolId(ix as u32))).collect();
    instances
        .iter()
        .map(|instance| {
            let Instance { decl, place } = *instance;
            VpcReader {
                cx,
                decl,
                place,
                pools: &pools,
                peerings: &peerings,
                segments: &topology.segments,
                ipv6_pools: &topology.ipv6_pools,
                lists: &topology.prefix_lists,
            }
            .read()
        })
        .collect()
}

pub(super) struct VpcReader<'a, 's, 'r> {
    pub(super) cx: &'r Cx<'a, 's>,
    pub(super) decl: &'r Decl<'a>,
    pub(super) place: PlaceId,
    pools: &'r BTreeMap<&'r str, PoolId>,
    peerings: &'r BTreeMap<&'r str, PeeringId>,
    segments: &'r [Segment],
    ipv6_pools: &'r [Ipv6Pool],
    lists: &'r [PrefixList],
}

impl<'a> VpcReader<'a, '_, '_> {
    fn read(&self) -> Vpc {
        let (cx, decl) = (self.cx, self.decl);
        let members = cx.members(decl, Some(self.place));
        cx.require(decl, &members);
        let existing = decl.block.existing;
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, existing, &owner(decl), name);
        let mut ranges: Vec<Range> = attr("cidr").iter().filter_map(|value| self.range(value)).collect();
        ranges.extend(attr("secondary").iter().filter_map(Value::as_list).flatten().filter_map(|value| self.range(value)));
        let mut vpc = Vpc {
            name: decl.name.clone(),
            place: self.place,
            span: decl.item.span,
            name_span: decl.name_span,
            doc: decl.item.doc.clone(),
            existing: None,
            ranges,
            zones: Vec::new(),
            ipv6: None,
            zones_chosen: false,
            azs_span: decl.name_span,
            nat: Nat::None,
            dns: true,
            flow_logs: FlowLogs::Off,
            endpoints: Vec::new(),
            subnets: Vec::new(),
            attachments: Vec::new(),
            routes: Vec::new(),
            tags: Vec::new(),
        };
        if existing {
            vpc.existing = Some(ExistingVpc {
                id: attr("id").as_ref().and_then(external).unwrap_or(External::Literal(String::new())),
                route_tables: attr("route_tables").iter().filter_map(Value::as_list).flatten().filter_map(external).collect(),
            });
            return vpc;
        }
        vpc.dns = attr("dns").and_then(|value| value.as_bool()).unwrap_or(true);
        vpc.tags = tags(attr("tags").as_ref());
        let azs = attr("azs");
        vpc.zones_chosen = azs.as_ref().is_none_or(|value| value.as_list().is_none());
        (vpc.zones, vpc.azs_span) = self.zones(azs);
        vpc.ipv6 = self.ipv6(attr("ipv6"));
        vpc.flow_logs = self.flow_logs(attr("flow_logs"));
        vpc.subnets = members.blocks.iter().filter(|each| each.kind.name == "subnet").map(|each| self.subnet(each, &vpc)).collect();
        vpc.subnets.sort_by(|a, b| a.name.cmp(&b.name));
        let routes_to_nat = vpc.subnets.iter().any(|group| group.route == DefaultRoute::Nat);
        vpc.nat = match attr("nat") {
            Some(value) => match value.as_word() {
                Some("per_az") => Nat::PerZone,
                Some("single") => Nat::Single,
                _ => Nat::None,
            },
            None if routes_to_nat => Nat::PerZone,
            None => Nat::None,
        };
        vpc.routes = self.routes(&members);
        vpc.attachments =
            members.blocks.iter().filter(|each| each.kind.name == "attach").filter_map(|each| self.attach(each, &vpc)).collect();
        vpc.attachments.sort_by_key(|each| each.gateway);
        vpc.endpoints = super::endpoint::read(self, &members, attr("endpoints"), &vpc);
        vpc
    }

    fn range(&self, value: &Value<'a>) -> Option<Range> {
        let source = match &value.kind {
            ValueKind::Cidr(..) => RangeSource::Written(cidr(value)?),
            ValueKind::FromPool(prefix, pool) => {
                let name = pool.as_word().unwrap_or_default();
                match self.pools.get(name) {
                    Some(id) => {
                        self.cx.mark("pool", name);
                        RangeSource::Pool { pool: *id, prefix: *prefix }
                    }
                    None if self.ipv6_pools.iter().any(|each| each.name == name) => {
                        self.cx.scope.report(
                            Diagnostic::new(
                                &codes::WRONG_TYPE,
                                value.span,
                                format!("pool `{name}` is of IPv6, and {} wants IPv4 here", owner(self.decl)),
                            )
                            .here("an IPv6 pool")
                            .help(format!("write `ipv6 = /56 from {name}` beside a range of IPv4")),
                        );
                        return None;
                    }
                    None => {
                        if !pool.is_error() {
                            self.cx.unknown_reference("pool", &Path::word(name), pool.span);
                        }
                        return None;
                    }
                }
            }
            _ => return None,
        };
        Some(Range { span: value.span, source, cidr: None })
    }

    fn zones(&self, value: Option<Value<'a>>) -> (Vec<Zone>, Span) {
        let place = self.cx.place(self.place);
        let span = value.as_ref().map_or(self.decl.name_span, |value| value.span);
        let mut found = match &value {
            Some(value) if value.as_list().is_some() => zones(self.cx, place.region, value),
            Some(Value { kind: ValueKind::Int(number), .. }) => self.first_zones(*number as usize, span),
            _ => self.first_zones(3, span),
        };
        found.sort();
        (found, span)
    }

    fn first_zones(&self, number: usize, span: Span) -> Vec<Zone> {
        let place = self.cx.place(self.place);
        // What is held was chosen first.
        let path = format!("{}@{}", self.decl.name, place.path());
        let held = match self.cx.lock.get(lock::Section::Zones, &path) {
            Some(lock::Entry { value: lock::Value::Zones(letters), .. }) => letters.as_slice(),
            _ => &[],
        };
        let known = self.held_zones(held);
        let mut chosen: Vec<&Zone> = held.iter().filter_map(|letter| known.iter().find(|zone| zone.letter == *letter)).collect();
        let taken = |zone: &Zone| known.iter().any(|each| held.contains(&each.letter) && each.id == zone.id);
        chosen.extend(place.zones.iter().filter(|zone| !taken(zone)));
        if number > chosen.len() {
            let letters: Vec<&str> = chosen.iter().map(|zone| zone.letter.as_str()).collect();
            let all: Vec<&str> = place.region.zones.iter().map(|(letter, _)| letter.as_str()).collect();
            let message = format!("{} wants {number} zones in {}, which has {}", owner(self.decl), place.name, chosen.len());
            let diagnostic = Diagnostic::new(&codes::UNKNOWN_ZONE, span, message);
            let fewer = format!("write `at {} {{ azs = {} }}`", place.name, chosen.len());
            self.cx.scope.report(if all.len() >= number && !place.zones_said {
                let code = &place.region.code;
                diagnostic
                    .here(format!("most accounts are given {} in {}", letters.join(" and "), place.name))
                    .help(format!("{fewer}; where your account has more, say so: `region {code} {{ azs = [{}] }}`", all.join(", ")))
            } else {
                diagnostic.here(format!("{} has zones {}", place.name, letters.join(", "))).help(fewer)
            });
        }
        chosen.into_iter().take(number).cloned().collect()
    }

    /// Zones by the letters that are held: those of the place, or as they were when the lock was written.
    fn held_zones(&self, held: &[String]) -> Vec<Zone> {
        let place = self.cx.place(self.place);
        if place.zones_said || held.iter().all(|letter| place.zones.iter().any(|zone| zone.letter == *letter)) {
            return place.zones.clone();
        }
        let region = place.region;
        let all = if region.former.is_empty() { &region.zones } else { &region.former };
        all.iter().map(|(letter, id)| Zone { letter: letter.clone(), id: id.clone() }).collect()
    }

    fn ipv6(&self, value: Option<Value<'a>>) -> Option<(Ipv6Range, Span)> {
        let value = value?;
        let ValueKind::FromPool(prefix, name) = &value.kind else {
            return (value.as_word() == Some("amazon")).then_some((Ipv6Range::Amazon, value.span));
        };
        let word = name.as_word().unwrap_or_default();
        let Some(ix) = self.ipv6_pools.iter().position(|pool| pool.name == word) else {
            if self.pools.contains_key(word) {
                self.cx.scope.report(
                    Diagnostic::new(
                        &codes::WRONG_TYPE,
                        value.span,
                        format!("pool `{word}` is of IPv4, and `ipv6` of {} wants IPv6", owner(self.decl)),
                    )
                    .here("an IPv4 pool")
                    .help("name a pool whose range is one of IPv6, or write `ipv6 = amazon`"),
                );
            } else if !name.is_error() {
                self.cx.unknown_reference("pool", &Path::word(word), name.span);
            }
            return None;
        };
        self.cx.mark("pool", word);
        if *prefix != 56 {
            self.cx.scope.report(
                Diagnostic::new(&codes::OUT_OF_RANGE, value.span, format!("{} wants a /{prefix} of IPv6", owner(self.decl)))
                    .here("a VPC has a /56")
                    .help(format!("write `/56 from {word}`: each of its 256 subnets is a /64")),
            );
            return None;
        }
        let region = &self.cx.place(self.place).region.code;
        if !self.ipv6_pools[ix].holders.iter().any(|(of, _)| *of == *region) {
            self.cx.scope.report(
                Diagnostic::new(
                    &codes::MISSING_ATTRIBUTE,
                    value.span,
                    format!("pool `{word}` does not say which pool of AWS holds it in {region}"),
                )
                .here("takes from it")
                .label(self.ipv6_pools[ix].span, "no `byoip` and no `ipam` here")
                .help(format!("write `at {region} {{ byoip = param(\"ipv6_pool\") }}` in the pool, or `ipam`")),
            );
            return None;
        }
        Some((Ipv6Range::Pool(ix as u32, None), value.span))
    }

    fn flow_logs(&self, value: Option<Value<'a>>) -> FlowLogs {
        let Some(value) = value else { return FlowLogs::CloudWatch { retention: 365, span: self.decl.name_span } };
        match &value.kind {
            ValueKind::Bool(false) => FlowLogs::Off,
            ValueKind::Node(_, body) => FlowLogs::CloudWatch { retention: self.retention(body).unwrap_or(365), span: value.span },
            ValueKind::Call(_, args) => match args.first().and_then(|arg| self.cx.instance("bucket", arg, Some(self.place))) {
                Some((ix, _)) => FlowLogs::Bucket { bucket: BucketId(ix), span: value.span },
                None => FlowLogs::Off,
            },
            _ => FlowLogs::CloudWatch { retention: 365, span: value.span },
        }
    }

    fn retention(&self, body: &'a ast::Body) -> Option<u64> {
        let attr = body.items.iter().find_map(|item| match &item.kind {
            ast::ItemKind::Attr(attr) if attr.name.text == "retention" => Some(attr),
            _ => None,
        })?;
        let value = self.cx.scope.eval(&attr.value, &self.decl.env);
        match value.kind {
            ValueKind::Duration(ms) => {
                let days = ms.div_ceil(DAY);
                let steps = crate::aws::log_retention_days();
                if !steps.contains(&days) || ms % DAY != 0 {
                    let near = steps.iter().find(|step| **step >= days).or(steps.last()).copied().unwrap_or(days);
                    self.cx.scope.report(
                        Diagnostic::new(&codes::OUT_OF_RANGE, value.span, format!("CloudWatch Logs cannot keep logs for {value}"))
                            .here("not one of its steps")
                            .help(format!("the next longer step is {near}d"))
                            .fix(format!("write `{near}d`"), value.span, format!("{near}d")),
                    );
                    return Some(near);
                }
                Some(days)
            }
            _ => {
                self.cx.scope.wrong(value.span, "a duration such as `30d`", &value);
                None
            }
        }
    }

    pub(super) fn nested(&self, nested: &Nested<'a>, name: &str) -> (Members<'a>, String) {
        let what = format!("{} `{name}` of {}", nested.kind.name, owner(self.decl));
        let here = |values: &[Value<'a>]| self.cx.applies(values, self.place);
        let members = collect::members(self.cx.scope, nested.kind, false, &what, &nested.layers, &here);
        (members, what)
    }

    fn subnet(&self, nested: &Nested<'a>, vpc: &Vpc) -> SubnetGroup {
        let name = nested.name.clone().unwrap_or_default();
        let (members, what) = self.nested(nested, &name);
        let kind: &'static Kind = nested.kind;
        let attr = |name: &str| collect::attr(self.cx.scope, &members, kind, false, &what, name);
        let name_span = match nested.block.args.first() {
            Some(ast::Arg::Expr(expr)) => expr.span,
            Some(ast::Arg::Word(word)) => word.span,
            None => nested.block.word.span,
        };
        let wanted = self.subnet_zones(attr("azs"), vpc.zones.as_slice(), &what);
        let ipv6 = match (vpc.ipv6, attr("ipv6").and_then(|value| value.as_bool())) {
            (None, _) | (Some(_), Some(false)) => Ipv6::None,
            (Some(_), _) => Ipv6::Wanted,
        };
        let (size, ranges) = (attr("size"), attr("cidrs"));
        let mut size_span = name_span;
        let mut subnets = Vec::new();
        match (&size, &ranges) {
            (Some(size), Some(ranges)) => self.cx.scope.report(
                Diagnostic::new(&codes::DUPLICATE_ATTRIBUTE, ranges.span, format!("{what} has `size` and `cidrs`"))
                    .here("the ranges")
                    .label(size.span, "the size")
                    .help("keep one of them"),
            ),
            (Some(Value { kind: ValueKind::Prefix(prefix), span }), None) => {
                size_span = *span;
                subnets.extend(wanted.iter().map(|zone| Subnet { zone: zone.clone(), written: None, prefix: *prefix, ipv6, cidr: None }));
            }
            (None, Some(ranges)) => {
                size_span = ranges.span;
                let written: Vec<Cidr> = ranges.as_list().into_iter().flatten().filter_map(cidr).collect();
                if written.len() != wanted.len() {
                    self.cx.scope.report(
                        Diagnostic::new(
                            &codes::OUT_OF_RANGE,
                            ranges.span,
                            format!("{what} has {} ranges for {} zones", written.len(), wanted.len()),
                        )
                        .here("one range a zone")
                        .help(format!("zones here are {}", wanted.iter().map(|zone| zone.letter.as_str()).collect::<Vec<_>>().join(", "))),
                    );
                }
                subnets.extend(wanted.iter().zip(written).map(|(zone, cidr)| Subnet {
                    zone: zone.clone(),
                    written: Some(cidr),
                    prefix: cidr.prefix,
                    ipv6,
                    cidr: None,
                }));
            }
            (None, None) if members.attrs.contains_key("size") || members.attrs.contains_key("cidrs") => {}
            _ => self.cx.scope.report(
                Diagnostic::new(&codes::MISSING_ATTRIBUTE, name_span, format!("{what} has no `size`"))
                    .here("`size` or `cidrs` is missing")
                    .help("`size = /24`, or `cidrs = […]` with one range a zone"),
            ),
        }
        let route = attr("route");
        SubnetGroup {
            name,
            span: name_span,
            doc: nested.item.doc.clone(),
            route: route.as_ref().map_or(DefaultRoute::None, |value| self.default_route(value)),
            route_span: route.map_or(name_span, |value| value.span),
            public_ip: attr("public_ip").and_then(|value| value.as_bool()).unwrap_or(false),
            size_span,
            subnets,
            routes: self.routes(&members),
            tags: tags(attr("tags").as_ref()),
        }
    }

    fn subnet_zones(&self, value: Option<Value<'a>>, vpc_zones: &[Zone], what: &str) -> Vec<Zone> {
        let Some(value) = value else { return vpc_zones.to_vec() };
        let region = self.cx.place(self.place).region;
        let mut found = Vec::new();
        for mut zone in zones(self.cx, region, &value) {
            // A lock may hold a letter that has come to mean another zone.
            let own = vpc_zones.iter().find(|each| each.letter == zone.letter && !written_as_id(&value, &zone.id));
            if let Some(own) = own.or_else(|| vpc_zones.iter().find(|each| each.id == zone.id)) {
                zone = own.clone();
            }
            if vpc_zones.contains(&zone) {
                found.push(zone);
            } else {
                let letters: Vec<&str> = vpc_zones.iter().map(|zone| zone.letter.as_str()).collect();
                let mut diagnostic = no_zone(region, &zone.letter, value.span);
                diagnostic.message = format!("{what} is in zone {}, its VPC is not", zone.letter);
                diagnostic.labels[0].text = "not a zone of the VPC".into();
                self.cx.scope.report(diagnostic.help(format!("the VPC has {}", letters.join(", "))));
            }
        }
        found.sort();
        found
    }

    fn default_route(&self, value: &Value<'a>) -> DefaultRoute {
        match value.as_word() {
            Some("internet") => DefaultRoute::Internet,
            Some("nat") => DefaultRoute::Nat,
            None if value.as_bool() == Some(false) => DefaultRoute::None,
            Some("none") => DefaultRoute::None,
            _ => self
                .cx
                .instance("transit_gateway", value, Some(self.place))
                .map_or(DefaultRoute::None, |(ix, _)| DefaultRoute::Gateway(GatewayId(ix))),
        }
    }

    fn routes(&self, members: &Members<'a>) -> Vec<Route> {
        members.blocks.iter().filter(|each| each.kind.name == "route").filter_map(|each| self.route(each)).flatten().collect()
    }

    /// One, or one for each range of a list.
    fn route(&self, nested: &Nested<'a>) -> Option<Vec<Route>> {
        let head = head(self.cx, nested)?;
        let (list, destinations) = super::uplink::destinations(self.cx, &head[0], self.place, self.lists)?;
        let target = &head[1];
        let word = target.as_word().unwrap_or_default();
        let target = match word {
            "internet" => RouteTarget::Internet,
            "nat" => RouteTarget::Nat,
            _ => match self.peerings.get(word) {
                Some(id) => RouteTarget::Peering(*id),
                None => RouteTarget::Gateway(GatewayId(self.cx.instance("transit_gateway", target, Some(self.place))?.0)),
            },
        };
        Some(destinations.into_iter().map(|destination| Route { span: nested.item.span, destination, list, target }).collect())
    }

    fn attach(&self, nested: &Nested<'a>, vpc: &Vpc) -> Option<Attachment> {
        let head = head(self.cx, nested)?;
        let name = head[0].to_string();
        let (gateway, place) = self.cx.instance("transit_gateway", &head[0], Some(self.place))?;
        if place != self.place {
            let here = &self.cx.place(self.place).name;
            self.cx.scope.report(
                Diagnostic::new(
                    &codes::CROSSES_PLACES,
                    head[0].span,
                    format!("{} in {here} cannot attach to a gateway in {}", owner(self.decl), self.cx.place(place).name),
                )
                .here(format!("in {}", self.cx.place(place).name))
                .help("attach to the gateway of the same place; a `peering` or a `mesh` crosses regions"),
            );
            return None;
        }
        let (members, what) = self.nested(nested, &name);
        let attr = |name: &str| collect::attr(self.cx.scope, &members, nested.kind, false, &what, name);
        let group = match attr("subnets") {
            Some(value) => Some(self.group(&value, &vpc.subnets)?),
            None => None,
        };
        let flag = |name: &str, default: bool| attr(name).and_then(|value| value.as_bool()).unwrap_or(default);
        // The gateway's interfaces need addresses of IPv6 where they hand it on.
        let ipv6 = if vpc.ipv6.is_some_and(|(range, _)| range != Ipv6Range::Amazon) { Ipv6::Wanted } else { Ipv6::None };
        Some(Attachment {
            gateway: GatewayId(gateway),
            span: nested.item.span,
            group,
            dedicated: if group.is_some() {
                Vec::new()
            } else {
                vpc.zones.iter().map(|zone| Subnet { zone: zone.clone(), written: None, prefix: 28, ipv6, cidr: None }).collect()
            },
            segment: attr("segment")
                .and_then(|value| super::policy::segment_of(self.cx, &value, GatewayId(gateway), &head[0].to_string(), self.segments)),
            appliance_mode: attr("appliance_mode").and_then(|value| Some((value.as_bool()?, value.span))),
            propagate: flag("propagate", true),
            tags: tags(attr("tags").as_ref()),
        })
    }

    /// The subnet group of this VPC that a word names.
    pub(super) fn group(&self, value: &Value<'a>, groups: &[SubnetGroup]) -> Option<usize> {
        let word = value.as_word().unwrap_or_default();
        let of = |name: &str| groups.iter().position(|group| group.name == name);
        of(word).or_else(|| {
            let near = nearest(word, groups.iter().map(|group| group.name.as_str()));
            self.cx.scope.report(unknown(&value.to_string(), value.span, &format!("subnet of {}", owner(self.decl)), near));
            of(near?)
        })
    }

    /// Interface endpoints stand in the one group that is not public, where there is one.
    pub(super) fn endpoint_group(&self, service: &str, groups: &[SubnetGroup], span: Span) -> Option<usize> {
        let private: Vec<usize> = (0..groups.len()).filter(|ix| groups[*ix].route != DefaultRoute::Internet).collect();
        if let [only] = private[..] {
            return Some(only);
        }
        let names: Vec<&str> = private.iter().map(|ix| groups[*ix].name.as_str()).collect();
        self.cx.scope.report(
            Diagnostic::new(
                &codes::MISSING_ATTRIBUTE,
                span,
                format!("endpoint `{service}` of {} does not say which subnets it stands in", owner(self.decl)),
            )
            .here("an interface endpoint needs subnets")
            .help(format!("write `endpoint {service} {{ subnets = {} }}`", names.first().unwrap_or(&"NAME"))),
        );
        None
    }
}
