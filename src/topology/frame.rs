//! `topology`, `account`, `region` and `pool`: what everything else stands in.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::collect::{self, Decl};
use super::eval::{Env, Scope};
use super::resolve::{Cx, flatten, owner};
use super::value::{Path, Value, ValueKind};
use super::*;
use crate::aws;
use ipnetwork::Ipv6Network;

use crate::diag::Diagnostic;
use crate::kinds::{self, Kind};
use crate::nearest::nearest;
use crate::source::FileId;
use crate::syntax::ast::{self, ItemKind};

/// What must be known before anything can be unrolled.
pub struct Frame {
    pub default_account: Option<String>,
    root: FileId,
}

/// Finds the topology and its regions, and the accounts' names.
pub fn find<'a>(scope: &mut Scope<'a>, files: &'a [ast::File], root: FileId) -> Frame {
    let blocks = || {
        files.iter().flat_map(|file| &file.items).filter_map(|item| match &item.kind {
            ItemKind::Block(block) => Some((item, block)),
            _ => None,
        })
    };
    let mut topologies = blocks().filter(|(_, block)| block.word.text == "topology");
    // A misspelt one is said to be no kind; the rest is read as if it were right.
    let topology = topologies.next().or_else(|| blocks().find(|(_, block)| nearest(&block.word.text, ["topology"]).is_some()));
    for (_, block) in topologies {
        let first = topology.expect("there is a first one").1.word.span;
        scope.report(
            Diagnostic::new(&codes::ONE_TOPOLOGY, block.word.span, "there are two topologies")
                .here("the second one")
                .label(first, "the first one")
                .help("keep one; several files may share it with `use \"./other.mr\"`"),
        );
    }
    scope.accounts = blocks().filter(|(_, block)| block.word.text == "account").filter_map(|(_, block)| name_of(block)).collect();
    scope.accounts.sort();
    let origin = Span::new(root, 0, 0);
    let mut frame = Frame { default_account: None, root };
    let Some((_, block)) = topology else {
        scope.report(
            Diagnostic::new(&codes::ONE_TOPOLOGY, origin, "there is no topology")
                .here("no `topology` in this file or those that it uses")
                .help("write `topology NAME { regions = [us-east-1, eu-west-1] }`"),
        );
        return frame;
    };
    let attributes = || {
        block.body.iter().flat_map(|body| &body.items).filter_map(|item| match &item.kind {
            ItemKind::Attr(attr) => Some(attr),
            _ => None,
        })
    };
    let attribute = |name: &'static str| {
        let misspelt = || attributes().find(|attr| nearest(&attr.name.text, [name]).is_some());
        attributes().find(|attr| attr.name.text == name).or_else(misspelt)
    };
    if let Some(attr) = attribute("regions") {
        let value = scope.eval(&attr.value, &Env::default());
        let mut regions: Vec<(&'static str, Span)> = Vec::new();
        let values = [value];
        for each in flatten(&values) {
            let right = each.as_word().and_then(aws::region);
            let Some(region) = right.or_else(|| aws::region(aws::nearest_region(each.as_word()?)?)) else { continue };
            match regions.iter().find(|(code, _)| *code == region.code) {
                Some(_) if right.is_none() => {}
                Some((code, first)) => scope.report(
                    Diagnostic::new(&codes::DUPLICATE_NAME, each.span, format!("region `{code}` is listed twice"))
                        .here("again here")
                        .label(*first, "first here")
                        .help("remove one"),
                ),
                None => regions.push((&region.code, each.span)),
            }
        }
        // The order in which they are written means nothing.
        regions.sort();
        scope.regions = regions;
    }
    frame.default_account = match (attribute("account"), scope.accounts.as_slice()) {
        (Some(attr), _) => scope.eval(&attr.value, &Env::default()).as_word().map(str::to_owned),
        (None, [only]) => Some(only.clone()),
        _ => None,
    };
    frame
}

fn name_of(block: &ast::Block) -> Option<String> {
    match block.args.first() {
        Some(ast::Arg::Expr(ast::Expr { kind: ast::ExprKind::Name(name), .. })) => Some(name.clone()),
        _ => None,
    }
}

/// Reads the frame; fills accounts and places of the context.
pub fn read<'a>(cx: &mut Cx<'a, '_>, frame: &Frame) -> Topology {
    let origin = Span::new(frame.root, 0, 0);
    let mut topology = Topology {
        name: "topology".into(),
        name_span: origin,
        doc: None,
        prefix: "topology".into(),
        tags: Vec::new(),
        publish_exports: true,
        publish_ssm: false,
        accounts: Vec::new(),
        places: Vec::new(),
        pools: Vec::new(),
        ipv6_pools: Vec::new(),
        vpcs: Vec::new(),
        gateways: Vec::new(),
        peerings: Vec::new(),
        meshes: Vec::new(),
        segments: Vec::new(),
        rules: Vec::new(),
        prefix_lists: Vec::new(),
        direct_connects: Vec::new(),
        uplinks: Vec::new(),
        firewalls: Vec::new(),
        egresses: Vec::new(),
        buckets: Vec::new(),
        tables: Vec::new(),
        keys: Vec::new(),
        quotas: Vec::new(),
        parameters: Vec::new(),
        unused: Vec::new(),
        asserts: Vec::new(),
        allows: Vec::new(),
    };
    accounts(cx);
    let decls = cx.decls;
    if let Some(decl) = decls.iter().find(|decl| decl.kind.name == "topology") {
        let members = cx.members(decl, None);
        cx.require(decl, &members);
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
        topology.name = decl.name.clone();
        topology.name_span = decl.name_span;
        topology.doc = decl.item.doc.clone();
        topology.prefix = attr("prefix").and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_else(|| decl.name.clone());
        topology.tags = tags(attr("tags").as_ref());
        if let Some(value) = attr("publish") {
            let words: Vec<&str> = value.as_list().into_iter().flatten().filter_map(Value::as_word).collect();
            topology.publish_exports = words.contains(&"exports");
            topology.publish_ssm = words.contains(&"ssm");
        }
        let default = attr("account").and_then(|value| {
            let name = value.as_word()?.to_owned();
            let found = cx.accounts.iter().position(|each| each.name == name);
            if found.is_none() {
                cx.unknown_reference("account", &Path::word(name), value.span);
            }
            Some(AccountId(found? as u32))
        });
        // The list itself was read when the topology was found.
        if let Some(regions) = attr("regions").filter(|_| cx.scope.regions.is_empty()) {
            cx.scope.report(
                Diagnostic::new(&codes::WRONG_TYPE, regions.span, "the topology names no region")
                    .here("no region")
                    .help("`regions = [us-east-1, eu-west-1]` stands directly in the topology"),
            );
        }
        cx.default_account = default;
    }
    if cx.default_account.is_none() && cx.accounts.len() == 1 {
        cx.default_account = Some(AccountId(0));
    }
    cx.prefix = topology.prefix.clone();
    places(cx, &topology);
    topology
}

/// A record of tags, sorted by key.
pub fn tags(value: Option<&Value<'_>>) -> Tags {
    let Some(Value { kind: ValueKind::Record(fields), .. }) = value else { return Vec::new() };
    let tags: BTreeMap<String, String> = fields.iter().map(|(name, value)| (name.text.clone(), value.to_string())).collect();
    tags.into_iter().collect()
}

/// Tags over other tags.
pub fn merged(below: &Tags, above: &Tags) -> Tags {
    let all: BTreeMap<&String, &String> = below.iter().chain(above).map(|(key, value)| (key, value)).collect();
    all.into_iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}

fn accounts(cx: &mut Cx<'_, '_>) {
    let decls = cx.decls;
    let mut accounts: Vec<Account> = Vec::new();
    let mut ids: Vec<(String, String, Span)> = Vec::new();
    for decl in decls.iter().filter(|decl| decl.kind.name == "account") {
        if let Some(first) = accounts.iter().find(|each| each.name == decl.name) {
            cx.scope.report(duplicate(decl, first.span));
            continue;
        }
        let members = cx.members(decl, None);
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
        let mut id_span = decl.name_span;
        let id = decl.block.value.as_ref().and_then(|expr| {
            id_span = expr.span;
            let value = cx.scope.eval(expr, &decl.env);
            let ok = super::types::check(cx.scope, &value, &kinds::Type::AccountId, &format!("the id of account `{}`", decl.name));
            match value.kind {
                ValueKind::Account(id) | ValueKind::Str(id) if ok => Some(id.to_string()),
                _ => None,
            }
        });
        let same = ids.iter().find(|(other, ..)| id.as_ref() == Some(other));
        if let (Some(id), Some((_, name, first))) = (&id, same) {
            cx.scope.report(
                Diagnostic::new(&codes::ACCOUNT_TWICE, id_span, format!("accounts `{name}` and `{}` have one id, {id}", decl.name))
                    .here("the same account")
                    .label(*first, format!("of account `{name}`"))
                    .help("give each its own id, or name one account only"),
            );
        }
        ids.extend(id.clone().map(|id| (id, decl.name.clone(), id_span)));
        accounts.push(Account {
            name: decl.name.clone(),
            span: decl.name_span,
            id: id.unwrap_or_else(|| "000000000000".into()),
            deploy_role: attr("deploy_role").and_then(|value| value.as_str().map(str::to_owned)),
            tags: tags(attr("tags").as_ref()),
        });
    }
    cx.accounts = accounts;
}

/// Two blocks of one kind and name that cannot both be.
pub fn duplicate(decl: &Decl<'_>, first: Span) -> Diagnostic {
    Diagnostic::new(&codes::DUPLICATE_NAME, decl.name_span, format!("there are two {}s `{}`", decl.kind.name.replace('_', " "), decl.name))
        .here("again here")
        .label(first, "first here")
        .help("rename one of them")
}

/// Every region of the topology in every account.
fn places(cx: &mut Cx<'_, '_>, topology: &Topology) {
    let partition = cx.scope.regions.first().and_then(|(code, _)| aws::region(code)).map(|region| &region.partition);
    for (code, span) in &cx.scope.regions {
        let region = aws::region(code).expect("only known regions are in the scope");
        if partition.is_some_and(|first| *first != region.partition) {
            let first = cx.scope.regions[0];
            cx.scope.report(
                Diagnostic::new(
                    &codes::PARTITION_CROSSING,
                    *span,
                    format!(
                        "`{code}` is in partition {}, `{}` is in {}",
                        region.partition,
                        first.0,
                        aws::region(first.0).map_or("", |r| &r.partition)
                    ),
                )
                .here(format!("partition {}", region.partition))
                .label(first.1, format!("partition {}", aws::region(first.0).map_or("", |r| &r.partition)))
                .help("nothing crosses partitions; write one topology for each"),
            );
        }
    }
    let said = regions_said(cx);
    let accounts: Vec<Option<AccountId>> =
        if cx.accounts.is_empty() { vec![None] } else { (0..cx.accounts.len() as u32).map(|ix| Some(AccountId(ix))).collect() };
    let mut places = Vec::new();
    for account in accounts {
        for (code, span) in &cx.scope.regions {
            let region = aws::region(code).expect("only known regions are in the scope");
            let known = account.map(|id| &cx.accounts[id.0 as usize]);
            // The default account's places keep their short slug when a second account comes.
            let slug = match known {
                Some(known) if account != cx.default_account => format!("{}-{code}", known.name),
                _ => (*code).to_owned(),
            };
            let name = match known {
                Some(known) if cx.accounts.len() > 1 => format!("{}/{code}", known.name),
                _ => (*code).to_owned(),
            };
            let empty = Vec::new();
            let (zones, region_tags) = said.get(*code).map_or((None, &empty), |(zones, tags)| (zones.clone(), tags));
            let mut tags = merged(&topology.tags, known.map_or(&empty, |known| &known.tags));
            tags = merged(&tags, region_tags);
            places.push(Place {
                region,
                account,
                slug,
                name,
                tags,
                zones_said: zones.is_some(),
                region_tags: region_tags.clone(),
                zones: zones.unwrap_or_else(|| {
                    let open = region.zones.iter().filter(|(letter, _)| !region.closed.contains(letter));
                    open.map(|(letter, id)| Zone { letter: letter.to_string(), id: id.to_string() }).collect()
                }),
                span: *span,
            });
        }
    }
    places.sort_by(|a, b| a.slug.cmp(&b.slug));
    cx.places = places;
}

/// What `region` blocks say: zones and tags by code.
fn regions_said(cx: &Cx<'_, '_>) -> BTreeMap<String, (Option<Vec<Zone>>, Tags)> {
    let mut said: BTreeMap<String, (Option<Vec<Zone>>, Tags)> = BTreeMap::new();
    let mut spans: BTreeMap<&str, Span> = BTreeMap::new();
    for decl in cx.decls.iter().filter(|decl| decl.kind.name == "region") {
        let Some(region) = aws::region(&decl.name) else {
            cx.scope.report(super::types::unknown_region(&decl.name, decl.name_span));
            continue;
        };
        if !cx.scope.regions.iter().any(|(code, _)| *code == region.code) {
            cx.scope.report(
                Diagnostic::new(&codes::PLACE_OUTSIDE, decl.name_span, format!("`{}` is not among the regions of the topology", decl.name))
                    .here("not one of its regions")
                    .help(format!("add `{}` to `regions` of the topology", decl.name)),
            );
        }
        if let Some(first) = spans.insert(&decl.name, decl.name_span) {
            cx.scope.report(duplicate(decl, first));
        }
        let members = cx.members(decl, None);
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
        let zones = attr("azs").map(|value| zones(cx, region, &value));
        said.insert(decl.name.clone(), (zones, tags(attr("tags").as_ref())));
    }
    said
}

/// Zones of a region by letter or id; says which the region lacks.
pub fn zones(cx: &Cx<'_, '_>, region: &'static aws::Region, value: &Value<'_>) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    for each in value.as_list().into_iter().flatten() {
        let Some(word) = each.as_word() else { continue };
        let found = region.zones.iter().find(|(letter, id)| **letter == *word || **id == *word);
        match found {
            Some((letter, id)) => {
                let zone = Zone { letter: letter.to_string(), id: id.to_string() };
                if zones.contains(&zone) {
                    cx.scope.report(
                        Diagnostic::new(&codes::DUPLICATE_NAME, each.span, format!("zone `{word}` is listed twice"))
                            .here("again here")
                            .help("remove one"),
                    );
                } else {
                    zones.push(zone);
                }
            }
            None => cx.scope.report(no_zone(region, word, each.span)),
        }
    }
    zones
}

/// A zone that the region lacks.
pub fn no_zone(region: &aws::Region, word: &str, span: Span) -> Diagnostic {
    let letters: Vec<String> = region.zones.iter().map(|(letter, id)| format!("{letter} ({id})")).collect();
    let diagnostic = Diagnostic::new(&codes::UNKNOWN_ZONE, span, format!("{} has no zone `{word}`", region.code))
        .here(format!("not a zone of {}", region.code));
    let once = region.former.iter().find(|(letter, _)| letter == word);
    match once.and_then(|(_, once)| region.zones.iter().find(|(_, id)| id == once)) {
        Some((letter, id)) => diagnostic.help(format!("AWS calls {id} `{letter}`")).fix(format!("write `{letter}`"), span, letter),
        None => diagnostic.help(format!("it has {}", letters.join(", "))),
    }
}

pub fn pools(cx: &Cx<'_, '_>) -> Vec<Pool> {
    let mut pools: Vec<Pool> = Vec::new();
    for decl in cx.decls.iter().filter(|decl| decl.kind.name == "pool") {
        if let Some(first) = pools.iter().find(|each| each.name == decl.name) {
            cx.scope.report(duplicate(decl, first.span));
            continue;
        }
        if is_ipv6(cx, decl) {
            continue;
        }
        let members = cx.members(decl, None);
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
        for holder in ["byoip", "ipam"] {
            if let Some(value) = attr(holder) {
                cx.scope.report(
                    Diagnostic::new(&codes::WRONG_TYPE, value.span, format!("pool `{}` is of IPv4, which no pool of AWS holds", decl.name))
                        .here("for IPv6 only")
                        .help(format!("leave out `{holder}`")),
                );
            }
        }
        let written = decl.block.value.as_ref().and_then(|expr| {
            let value = cx.scope.eval(expr, &decl.env);
            let ok = super::types::check(cx.scope, &value, &kinds::Type::Cidr4, &format!("the range of pool `{}`", decl.name));
            if ok { cidr(&value) } else { None }
        });
        // A pool without a range of its own still has a name, so that nothing else is reported.
        let written = written.unwrap_or(Cidr { addr: std::net::Ipv4Addr::UNSPECIFIED, prefix: 0, span: decl.name_span });
        let mut blocks = Vec::new();
        for (place_ix, place) in cx.places.iter().enumerate() {
            let here = cx.members(decl, Some(PlaceId(place_ix as u32)));
            if let Some(value) = collect::attr(cx.scope, &here, decl.kind, false, &owner(decl), "cidr").as_ref().and_then(cidr)
                && !blocks.iter().any(|block: &Block| block.region == place.region.code)
            {
                blocks.push(Block { region: &place.region.code, cidr: value.block(), given: Some(value.span) });
            }
        }
        if let Some((attr, _)) = members.attrs.get("cidr") {
            cx.scope.report(
                Diagnostic::new(
                    &codes::WRONG_HEAD,
                    attr.name.span,
                    format!("`cidr` of pool `{}` belongs inside `at REGION {{ }}`", decl.name),
                )
                .here("the pool's own range stands after `=`"),
            );
        }
        pools.push(Pool {
            name: decl.name.clone(),
            span: decl.name_span,
            cidr: written.block(),
            written,
            per_region: attr("per_region").and_then(|value| match value.kind {
                ValueKind::Prefix(prefix) => Some((prefix, value.span)),
                _ => None,
            }),
            reserves: members.blocks.iter().filter_map(|nested| reserve(cx, nested)).collect(),
            blocks,
        });
    }
    pools
}

fn is_ipv6<'a>(cx: &Cx<'a, '_>, decl: &collect::Decl<'a>) -> bool {
    let value = decl.block.value.as_ref().map(|expr| cx.scope.eval(expr, &decl.env));
    matches!(value.map(|value| value.kind), Some(ValueKind::Cidr(std::net::IpAddr::V6(_), _)))
}

/// Pools of IPv6, and which pools of AWS hold them.
pub fn ipv6_pools(cx: &Cx<'_, '_>) -> Vec<Ipv6Pool> {
    let mut pools: Vec<Ipv6Pool> = Vec::new();
    for decl in cx.decls.iter().filter(|decl| decl.kind.name == "pool" && is_ipv6(cx, decl)) {
        let Some(value) = decl.block.value.as_ref().map(|expr| cx.scope.eval(expr, &decl.env)) else { continue };
        let Some((cidr, host_bits)) = ipv6_block(&value) else { continue };
        let members = cx.members(decl, None);
        let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
        if let Some(reserve) = members.blocks.first() {
            cx.scope.report(
                Diagnostic::new(
                    &codes::NOT_SUPPORTED,
                    reserve.item.span,
                    format!("`reserve` in pool `{}` of IPv6 is not supported", decl.name),
                )
                .here("not supported yet")
                .help("say in `at REGION { cidr = … }` which block each region has, and leave others free"),
            );
        }
        let mut pool = Ipv6Pool {
            name: decl.name.clone(),
            span: decl.name_span,
            cidr,
            cidr_span: value.span,
            host_bits,
            per_region: attr("per_region").and_then(|value| match value.kind {
                ValueKind::Prefix(prefix) => Some((prefix, value.span)),
                _ => None,
            }),
            blocks: Vec::new(),
            holders: Vec::new(),
        };
        for (ix, place) in cx.places.iter().enumerate() {
            let here = cx.members(decl, Some(PlaceId(ix as u32)));
            let attr = |name: &str| collect::attr(cx.scope, &here, decl.kind, false, &owner(decl), name);
            let region: &'static str = &place.region.code;
            if pool.holders.iter().any(|(known, _)| *known == region) {
                continue;
            }
            if let Some((block, _)) = attr("cidr").as_ref().and_then(ipv6_block) {
                pool.blocks.push((region, block));
            }
            let holder = match (attr("byoip"), attr("ipam")) {
                (Some(byoip), None) => external(&byoip).map(Ipv6Holder::Byoip),
                (None, Some(ipam)) => external(&ipam).map(Ipv6Holder::Ipam),
                (Some(_), Some(ipam)) => {
                    cx.scope.report(
                        Diagnostic::new(&codes::DUPLICATE_ATTRIBUTE, ipam.span, format!("pool `{}` has `byoip` and `ipam`", decl.name))
                            .here("one of them holds the range")
                            .help("keep one of them"),
                    );
                    None
                }
                (None, None) => None,
            };
            pool.holders.extend(holder.map(|holder| (region, holder)));
        }
        pools.push(pool);
    }
    pools.sort_by(|a, b| a.name.cmp(&b.name));
    pools
}

/// The block, and whether there are bits behind its prefix.
fn ipv6_block(value: &Value<'_>) -> Option<(Ipv6Network, bool)> {
    let ValueKind::Cidr(std::net::IpAddr::V6(address), prefix) = value.kind else { return None };
    let written = Ipv6Network::new(address, prefix).ok()?;
    Some((Ipv6Network::new(written.network(), prefix).ok()?, written.network() != address))
}

fn reserve<'a>(cx: &Cx<'a, '_>, nested: &collect::Nested<'a>) -> Option<Reserve> {
    let head = head(cx, nested)?;
    let written = cidr(&head[0])?;
    Some(Reserve { written, cidr: written.block(), reason: head[1].as_str()?.to_owned() })
}

/// The values of a nested block's head, checked against its declaration.
pub fn head<'a>(cx: &Cx<'a, '_>, nested: &collect::Nested<'a>) -> Option<Vec<Value<'a>>> {
    let kind: &Kind = nested.kind;
    let usage = || {
        let parts: Vec<String> = kind
            .head
            .iter()
            .map(|part| match part {
                kinds::Head::Name => "NAME".to_owned(),
                kinds::Head::OptionalName => "[NAME]".to_owned(),
                kinds::Head::Word(word) => (*word).to_owned(),
                kinds::Head::Value(name, _) => (*name).to_owned(),
                kinds::Head::InPlaces => "in PLACE".to_owned(),
            })
            .collect();
        format!("write `{} {}`", kind.name, parts.join(" "))
    };
    let wrong = |span: Span, message: String| {
        cx.scope.report(Diagnostic::new(&codes::WRONG_HEAD, span, message).here("not expected here").help(usage()));
        None
    };
    let mut args = nested.block.args.iter();
    let mut values = Vec::new();
    for part in kind.head {
        match part {
            kinds::Head::Name | kinds::Head::OptionalName => {
                args.next();
            }
            kinds::Head::InPlaces => {}
            kinds::Head::Word(word) => match args.next() {
                Some(ast::Arg::Word(found)) if found.text == *word => {}
                Some(ast::Arg::Word(found)) => {
                    return wrong(found.span, format!("`{}` wants `{word}` here, found `{}`", kind.name, found.text));
                }
                Some(ast::Arg::Expr(found)) => return wrong(found.span, format!("`{}` wants `{word}` here", kind.name)),
                None => return wrong(nested.item.span, format!("`{}` is not complete: `{word}` is missing", kind.name)),
            },
            kinds::Head::Value(name, ty) => match args.next() {
                Some(ast::Arg::Expr(found)) => {
                    let value = cx.scope.eval(found, &nested.env);
                    if !super::types::check(cx.scope, &value, ty, &format!("{name} of `{}`", kind.name)) {
                        return None;
                    }
                    values.push(value);
                }
                Some(ast::Arg::Word(found)) => {
                    return wrong(found.span, format!("`{}` wants {} here, found `{}`", kind.name, ty.describe(), found.text));
                }
                None => return wrong(nested.item.span, format!("`{}` is not complete: {} is missing", kind.name, ty.describe())),
            },
        }
    }
    match args.next() {
        Some(ast::Arg::Word(extra)) => return wrong(extra.span, format!("`{}` has no `{}`", kind.name, extra.text)),
        Some(ast::Arg::Expr(extra)) => return wrong(extra.span, format!("`{}` has one value too many", kind.name)),
        None => {}
    }
    if let Some(value) = &nested.block.value {
        return wrong(value.span, format!("`{}` takes no value after `=`", kind.name));
    }
    Some(values)
}

/// An IPv4 CIDR as written.
pub fn cidr(value: &Value<'_>) -> Option<Cidr> {
    match value.kind {
        ValueKind::Cidr(IpAddr::V4(addr), prefix) => Some(Cidr { addr, prefix, span: value.span }),
        _ => None,
    }
}

/// An id or the name of a parameter.
pub fn external(value: &Value<'_>) -> Option<External> {
    match &value.kind {
        ValueKind::Str(text) => Some(External::Literal(text.to_string())),
        ValueKind::Param(name) => Some(External::Parameter(name.to_string())),
        _ => None,
    }
}
