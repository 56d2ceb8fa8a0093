//! `bucket`, `table` and `key`.

use std::collections::{BTreeMap, BTreeSet};

use super::collect::{self, Decl, Nested};
use super::frame::{duplicate, head, tags};
use super::resolve::{Cx, Instance, owner};
use super::value::{DAY, MINUTE, Path, Value, ValueKind, show_duration};
use super::*;
use crate::aws;
use crate::diag::Diagnostic;

pub fn keys(cx: &Cx<'_, '_>) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for decl in cx.decls.iter().filter(|decl| decl.kind.name == "key" && !decl.block.is_abstract) {
        if let Some(first) = keys.iter().find(|each| each.name == decl.name) {
            cx.scope.report(duplicate(decl, first.name_span));
            continue;
        }
        keys.extend(key(cx, decl));
    }
    keys
}

fn key<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>) -> Option<Key> {
    if let Some(place) = decl.block.places.first() {
        cx.scope.report(
            Diagnostic::new(&codes::PLACE_NOT_ALLOWED, place.span, format!("{} says its places inside", owner(decl)))
                .here("not here")
                .help("write `primary in REGION` and `replica in REGION` between its braces"),
        );
    }
    let members = cx.members(decl, None);
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
    let places = |word: &str| -> Vec<(PlaceId, Span)> {
        let mut found = Vec::new();
        for nested in members.blocks.iter().filter(|each| each.kind.name == word) {
            let values: Vec<Value<'a>> = nested.block.places.iter().map(|place| cx.scope.eval(place, &nested.env)).collect();
            if values.is_empty() {
                cx.scope.report(
                    Diagnostic::new(&codes::PLACE_WANTED, nested.item.span, format!("{word} of {} does not say where it is", owner(decl)))
                        .here("no place")
                        .help(format!("write `{word} in REGION`")),
                );
            }
            found.extend(cx.expand(&values).into_iter().map(|place| (place, nested.item.span)));
        }
        found
    };
    let primaries = places("primary");
    let Some((primary, primary_span)) = primaries.first().copied() else {
        if !members.blocks.iter().any(|each| each.kind.name == "primary") {
            cx.scope.report(
                Diagnostic::new(&codes::MISSING_ATTRIBUTE, decl.name_span, format!("{} has no primary", owner(decl)))
                    .here("`primary` is missing")
                    .help("write `primary in REGION` between its braces"),
            );
        }
        return None;
    };
    let mut taken: BTreeMap<PlaceId, Span> = BTreeMap::from([(primary, primary_span)]);
    let mut replicas = Vec::new();
    if let Some((place, span)) = primaries.get(1) {
        let more = format!("{} has its primary in {} and in {}", owner(decl), cx.place(primary).name, cx.place(*place).name);
        cx.scope.report(
            Diagnostic::new(&codes::DUPLICATE_NAME, *span, more)
                .here("a key has one primary")
                .label(primary_span, "and here")
                .help("write `replica in REGION` for the others"),
        );
    }
    for (place, span) in places("replica") {
        if let Some(first) = taken.insert(place, span) {
            cx.scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, span, format!("{} is in {} twice", owner(decl), cx.place(place).name))
                    .here("again here")
                    .label(first, "first here")
                    .help("a region has one key of a multi-Region set"),
            );
            continue;
        }
        replicas.push((place, span));
    }
    replicas.sort_by_key(|(place, _)| *place);
    let window = attr("deletion_window");
    let deletion_days = match &window {
        Some(Value { kind: ValueKind::Duration(ms), span }) => {
            let days = ms / DAY;
            if !(7..=30).contains(&days) || ms % DAY != 0 {
                cx.scope.report(
                    Diagnostic::new(&codes::OUT_OF_RANGE, *span, format!("`deletion_window` of {} must be 7d to 30d", owner(decl)))
                        .here("whole days, 7d to 30d"),
                );
            }
            days
        }
        _ => 30,
    };
    Some(Key {
        name: decl.name.clone(),
        span: decl.item.span,
        name_span: decl.name_span,
        doc: decl.item.doc.clone(),
        primary,
        primary_span,
        replicas,
        rotation: attr("rotation").and_then(|value| value.as_bool()).unwrap_or(true),
        deletion_days,
        tags: tags(attr("tags").as_ref()),
    })
}

/// The key that an attribute names.
fn key_of(cx: &Cx<'_, '_>, value: Option<&Value<'_>>, topology: &Topology) -> Option<(KeyId, Span)> {
    let value = value?;
    let name = value.as_word().unwrap_or_default();
    match topology.keys.iter().position(|each| each.name == name) {
        Some(ix) => {
            cx.mark("key", name);
            Some((KeyId(ix as u32), value.span))
        }
        None => {
            cx.unknown_reference("key", &Path::word(name), value.span);
            None
        }
    }
}

/// Instances where they are placed, and those that replication makes.
pub fn buckets<'a, 's>(cx: &mut Cx<'a, 's>, instances: &[Instance<'a, 's>], topology: &Topology) -> Vec<Bucket> {
    let mut wanted: BTreeMap<(&'s str, PlaceId), &'s Decl<'a>> =
        instances.iter().map(|instance| ((instance.decl.name.as_str(), instance.place), instance.decl)).collect();
    let placed: Vec<(PlaceId, &'s Decl<'a>)> = wanted.iter().map(|((_, place), decl)| (*place, *decl)).collect();
    for (place, decl) in placed {
        for nested in cx.members(decl, Some(place)).blocks.iter().filter(|each| each.kind.name == "replicate") {
            for target in destinations(cx, nested) {
                wanted.entry((decl.name.as_str(), target)).or_insert(decl);
            }
        }
    }
    for (ix, (name, place)) in wanted.keys().enumerate() {
        cx.instances.insert(("bucket", name, *place), ix as u32);
    }
    let originals: BTreeSet<(&str, PlaceId)> = instances.iter().map(|each| (each.decl.name.as_str(), each.place)).collect();
    let mut buckets: Vec<Bucket> = wanted.iter().map(|((_, place), decl)| bucket(cx, decl, *place, topology)).collect();
    for ((name, place), decl) in &wanted {
        if originals.contains(&(*name, *place)) {
            edges(cx, decl, *place, &mut buckets);
        }
    }
    for bucket in &mut buckets {
        bucket.replicate.sort_by_key(|edge| edge.to);
    }
    buckets
}

/// Days or minutes. AWS counts in whole ones, and gets no other number than the one that is written.
fn whole(cx: &Cx<'_, '_>, ms: u64, span: Span, unit: u64) -> u64 {
    let number = ms.div_ceil(unit);
    if !ms.is_multiple_of(unit) {
        let (word, letter) = if unit == DAY { ("days", "d") } else { ("minutes", "m") };
        cx.scope.report(
            Diagnostic::new(&codes::OUT_OF_RANGE, span, format!("S3 counts in whole {word} here, and this is {}", show_duration(ms)))
                .here(format!("not a number of {word}"))
                .fix(format!("write `{number}{letter}`"), span, format!("{number}{letter}")),
        );
    }
    number
}

fn destinations<'a>(cx: &Cx<'a, '_>, nested: &Nested<'a>) -> Vec<PlaceId> {
    head(cx, nested).map_or_else(Vec::new, |head| cx.expand(&head))
}

fn bucket<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, place: PlaceId, topology: &Topology) -> Bucket {
    let members = cx.members(decl, Some(place));
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
    let noncurrent = match attr("expire_noncurrent") {
        Some(Value { kind: ValueKind::Duration(0), span }) => {
            cx.scope.report(
                Diagnostic::new(&codes::OUT_OF_RANGE, span, format!("`expire_noncurrent` of {} must be 1d or more", owner(decl)))
                    .here("at least 1d"),
            );
            1
        }
        Some(Value { kind: ValueKind::Duration(ms), span }) => whole(cx, ms, span, DAY),
        _ => 90,
    };
    Bucket {
        name: decl.name.clone(),
        place,
        span: decl.item.span,
        name_span: decl.name_span,
        doc: decl.item.doc.clone(),
        base: attr("name").and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_else(|| format!("{}-{}", cx.prefix, decl.name)),
        key: key_of(cx, attr("encryption").as_ref(), topology),
        lock: attr("lock").and_then(|value| value.as_bool()).unwrap_or(false),
        expire_noncurrent_days: noncurrent,
        lifecycle: members
            .blocks
            .iter()
            .filter(|each| each.kind.name == "lifecycle")
            .map(|nested| lifecycle(cx, decl, nested, place))
            .collect(),
        residency: attr("residency")
            .iter()
            .filter_map(Value::as_list)
            .flatten()
            .filter_map(|value| Some((aws::region(value.as_word()?)?, value.span)))
            .collect(),
        replicate: Vec::new(),
        tags: tags(attr("tags").as_ref()),
    }
}

fn lifecycle<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, nested: &Nested<'a>, place: PlaceId) -> Lifecycle {
    let name = nested.name.clone().unwrap_or_default();
    let what = format!("lifecycle `{name}` of {}", owner(decl));
    let here = |values: &[Value<'a>]| cx.applies(values, place);
    let members = collect::members(cx.scope, nested.kind, false, &what, &nested.layers, &here);
    let attr = |name: &str| collect::attr(cx.scope, &members, nested.kind, false, &what, name);
    let age = |name: &str| match attr(name) {
        Some(Value { kind: ValueKind::Duration(ms), span }) => Some((whole(cx, ms, span, DAY), span)),
        _ => None,
    };
    let mut transitions: Vec<(&'static str, u64, Span)> =
        [("standard_ia", "STANDARD_IA"), ("glacier_ir", "GLACIER_IR"), ("deep_archive", "DEEP_ARCHIVE")]
            .into_iter()
            .filter_map(|(name, class)| age(name).map(|(days, span)| (class, days, span)))
            .collect();
    transitions.sort_by_key(|(_, days, _)| *days);
    Lifecycle {
        name,
        span: nested.item.span,
        prefix: attr("prefix").and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default(),
        transitions,
        expire_days: age("expire"),
    }
}

/// Adds the edges that start at an original.
fn edges<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, place: PlaceId, buckets: &mut [Bucket]) {
    let id = |place: PlaceId| cx.instances.get(&("bucket", decl.name.as_str(), place)).map(|ix| BucketId(*ix));
    let members = cx.members(decl, Some(place));
    for nested in members.blocks.iter().filter(|each| each.kind.name == "replicate") {
        let Some(head) = head(cx, nested) else { continue };
        let what = format!("replicate to {} of {}", head[0], owner(decl));
        let here = |values: &[Value<'a>]| cx.applies(values, place);
        let inner = collect::members(cx.scope, nested.kind, false, &what, &nested.layers, &here);
        let attr = |name: &str| collect::attr(cx.scope, &inner, nested.kind, false, &what, name);
        let both_ways = attr("both_ways").and_then(|value| value.as_bool()).unwrap_or(false);
        let edge = |to: BucketId| Replication {
            to,
            span: nested.item.span,
            place_span: head[0].span,
            within: match attr("within") {
                Some(Value { kind: ValueKind::Duration(ms), span }) => Some((whole(cx, ms, span, MINUTE), span)),
                _ => None,
            },
            prefix: attr("prefix").and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default(),
            storage_class: attr("storage_class").and_then(|value| value.as_word().and_then(storage_class)),
            delete_markers: attr("delete_markers").and_then(|value| value.as_bool()).unwrap_or(true),
            both_ways,
        };
        let Some(from) = id(place) else { continue };
        for target in cx.expand(&head) {
            let Some(to) = id(target) else { continue };
            buckets[from.0 as usize].replicate.push(edge(to));
            let back = &mut buckets[to.0 as usize].replicate;
            if both_ways && to != from && !back.iter().any(|each| each.to == from) {
                back.push(edge(from));
            }
        }
    }
}

fn storage_class(word: &str) -> Option<&'static str> {
    Some(match word {
        "standard" => "STANDARD",
        "standard_ia" => "STANDARD_IA",
        "onezone_ia" => "ONEZONE_IA",
        "intelligent_tiering" => "INTELLIGENT_TIERING",
        "glacier_ir" => "GLACIER_IR",
        "glacier" => "GLACIER",
        "deep_archive" => "DEEP_ARCHIVE",
        _ => return None,
    })
}

pub fn tables(cx: &Cx<'_, '_>, topology: &Topology) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for decl in cx.decls.iter().filter(|decl| decl.kind.name == "table" && !decl.block.is_abstract) {
        if let Some(first) = tables.iter().find(|each| each.name == decl.name) {
            cx.scope.report(duplicate(decl, first.name_span));
            continue;
        }
        tables.extend(table(cx, decl, topology));
    }
    tables
}

fn table<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, topology: &Topology) -> Option<Table> {
    let replicas = cx.places_of(decl);
    let members = cx.members(decl, None);
    let complete = cx.require(decl, &members);
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
    let hash = attr("key").as_ref().and_then(field);
    let home_written = attr("home").and_then(|value| {
        let code = value.as_word().unwrap_or_default();
        let found = replicas.iter().copied().find(|place| cx.place(*place).region.code == code);
        if found.is_none() {
            cx.scope.report(
                Diagnostic::new(&codes::NO_INSTANCE, value.span, format!("the home of {} is {code}, where it has no replica", owner(decl)))
                    .here("no replica here")
                    .help("choose one of its places, or add this one with `in`"),
            );
        }
        found.map(|place| (place, value.span))
    });
    let strong = attr("consistency").and_then(|value| strong(cx, &value));
    let key = key_of(cx, attr("encryption").as_ref(), topology);
    let indexes = members.blocks.iter().filter(|each| each.kind.name == "index").filter_map(|nested| index(cx, decl, nested)).collect();
    let range = attr("sort").as_ref().and_then(field);
    let ttl = attr("ttl").and_then(|value| Some((value.as_str()?.to_owned(), value.span)));
    let pitr = attr("pitr").and_then(|value| value.as_bool()).unwrap_or(true);
    let own_tags = tags(attr("tags").as_ref());
    let _ = attr("billing");
    if !complete {
        return None;
    }
    Some(Table {
        name: decl.name.clone(),
        span: decl.item.span,
        name_span: decl.name_span,
        doc: decl.item.doc.clone(),
        // Until homes are given out.
        home: *replicas.first()?,
        home_written,
        replicas,
        places_span: decl
            .block
            .places
            .first()
            .map_or(decl.name_span, |first| first.span.to(decl.block.places.last().expect("not empty").span)),
        hash: hash?,
        range,
        indexes,
        strong,
        ttl,
        pitr,
        key,
        tags: own_tags,
    })
}

fn strong(cx: &Cx<'_, '_>, value: &Value<'_>) -> Option<Strong> {
    match &value.kind {
        ValueKind::Path(path) if path.as_word() == Some("strong") => Some(Strong { span: value.span, witness: None }),
        ValueKind::Node(name, body) => {
            let witness = body.items.iter().find_map(|item| match &item.kind {
                crate::syntax::ast::ItemKind::Attr(attr) if attr.name.text == "witness" => Some(attr),
                _ => None,
            });
            let witness = witness.and_then(|attr| match &attr.value.kind {
                crate::syntax::ast::ExprKind::Name(code) => match aws::region(code) {
                    Some(region) => Some((region, attr.value.span)),
                    None => {
                        cx.scope.report(super::types::unknown_region(code, attr.value.span));
                        None
                    }
                },
                _ => {
                    cx.scope
                        .report(Diagnostic::new(&codes::WRONG_TYPE, attr.value.span, "`witness` wants a region").here("expected a region"));
                    None
                }
            });
            Some(Strong { span: name.span, witness })
        }
        _ => None,
    }
}

fn index<'a>(cx: &Cx<'a, '_>, decl: &Decl<'a>, nested: &Nested<'a>) -> Option<Index> {
    let name = nested.name.clone().unwrap_or_default();
    let what = format!("index `{name}` of {}", owner(decl));
    let members = collect::members(cx.scope, nested.kind, false, &what, &nested.layers, &|_| false);
    let attr = |name: &str| collect::attr(cx.scope, &members, nested.kind, false, &what, name);
    if !cx.require_of(nested.kind.attributes, &members, &what, nested.item.span) {
        return None;
    }
    Some(Index {
        name,
        span: nested.item.span,
        hash: attr("key").as_ref().and_then(field)?,
        range: attr("sort").as_ref().and_then(field),
        keys_only: attr("projection").is_some_and(|value| value.as_word() == Some("keys_only")),
    })
}

/// `{ id: string }`
fn field(value: &Value<'_>) -> Option<KeyField> {
    let ValueKind::Record(fields) = &value.kind else { return None };
    let (name, ty) = fields.first()?;
    let ty = match ty.as_word()? {
        "string" => "S",
        "number" => "N",
        _ => "B",
    };
    Some(KeyField { name: name.text.clone(), ty, span: value.span })
}
