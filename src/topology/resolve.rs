//! Parsed files to a [`Topology`]: the order in which things are found out.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::assertions::Pending;
use super::collect::{self, Decl};
use super::eval::{Env, Scope, unknown};
use super::types::unknown_region;
use super::value::{Path, PlacePattern, Value, ValueKind};
use super::*;
use crate::aws;
use crate::diag::{Diagnostic, Sink};
use crate::kinds::Scope as KindScope;
use crate::lock::Lock;
use crate::nearest::nearest;
use crate::source::FileId;
use crate::syntax::ast::{self, ItemKind};

/// A topology, and what can be judged only when addresses are allocated.
pub struct Resolved<'a> {
    pub topology: Topology,
    scope: Scope<'a>,
    asserts: Vec<Pending<'a>>,
}

impl Resolved<'_> {
    /// Evaluates assertions over the finished topology.
    pub fn finish(mut self, sink: &mut Sink) -> Topology {
        self.topology.asserts = self.asserts.iter().filter_map(|each| each.evaluate(&self.scope, &self.topology)).collect();
        sink.diagnostics.append(&mut self.scope.sink.into_inner().diagnostics);
        self.topology
    }
}

/// Everything the readers of single kinds share.
pub(super) struct Cx<'a, 's> {
    pub scope: &'s Scope<'a>,
    pub lock: &'s Lock,
    pub decls: &'s [Decl<'a>],
    pub accounts: Vec<Account>,
    pub default_account: Option<AccountId>,
    pub places: Vec<Place>,
    pub prefix: String,
    /// Kind and name of what something refers to.
    pub used: RefCell<BTreeSet<(&'static str, String)>>,
    /// Instances by kind, name and place, to their position among their kind.
    pub instances: BTreeMap<(&'static str, &'s str, PlaceId), u32>,
}

/// An instance before it is read.
pub(super) struct Instance<'a, 's> {
    pub decl: &'s Decl<'a>,
    pub place: PlaceId,
}

/// Resolves the items of all files. `inputs` are files of `let` items made from `--set` and
/// `--inputs`; `lock` says which zones are held; `root` is where a missing `topology` is reported.
pub fn resolve<'a>(files: &'a [ast::File], inputs: &'a [ast::File], lock: &Lock, root: FileId, copies: &'a Copies<'a>) -> Resolved<'a> {
    let mut scope = Scope::new(copies);
    super::patterns::declare(&mut scope, files);
    super::inputs::declare(&mut scope, files, inputs);
    let frame = super::frame::find(&mut scope, files, root);

    let mut found = collect::Unrolled::default();
    find_families(&mut scope, files, &frame);
    for file in files {
        super::dynamic::check_docs(&scope, &file.items);
        collect::top_level(&scope, &file.items, &Env::default(), 0, &mut found);
    }
    // Order of files and of items must not show.
    found.decls.sort_by(|a, b| (a.kind.name, &a.name, a.name_span).cmp(&(b.kind.name, &b.name, b.name_span)));

    let topology = build(&scope, &found, &frame, lock, files);
    let asserts = found.asserts.into_iter().map(|(item, assert, env)| Pending { span: item.span, assert, env }).collect();
    Resolved { topology, scope, asserts }
}

fn build<'a, 's>(
    scope: &'s Scope<'a>,
    found: &'s collect::Unrolled<'a>,
    frame: &super::frame::Frame,
    lock: &'s Lock,
    files: &'a [ast::File],
) -> Topology {
    let mut cx = Cx {
        scope,
        lock,
        decls: &found.decls,
        accounts: Vec::new(),
        default_account: None,
        places: Vec::new(),
        prefix: String::new(),
        used: RefCell::default(),
        instances: BTreeMap::new(),
    };
    let mut topology = super::frame::read(&mut cx, frame);
    topology.pools = super::frame::pools(&cx);
    topology.ipv6_pools = super::frame::ipv6_pools(&cx);

    let families = families(&cx);
    for (kind, instances) in &families {
        for (ix, instance) in instances.iter().enumerate() {
            cx.instances.insert((kind, &instance.decl.name, instance.place), ix as u32);
        }
    }
    let none = Vec::new();
    let of = |kind: &str| families.get(kind).unwrap_or(&none);
    topology.keys = super::data::keys(&cx);
    topology.buckets = super::data::buckets(&mut cx, of("bucket"), &topology);
    topology.gateways = super::network::gateways(&cx, of("transit_gateway"));
    let (peerings, meshes) = super::network::peerings(&cx);
    topology.peerings = peerings;
    topology.meshes = meshes;
    topology.prefix_lists = super::uplink::prefix_lists(&cx, of("prefix_list"));
    let (segments, associated) = super::policy::segments(&cx, of("transit_gateway"), &topology);
    topology.segments = segments;
    topology.vpcs = super::network::vpcs(&cx, of("vpc"), &topology);
    super::policy::associate(&cx, &mut topology, &associated);
    super::uplink::read(&cx, of("vpn"), &mut topology);
    topology.rules = super::policy::rules(&cx, &found.rules, &topology);
    let (firewalls, positions) = super::egress::firewalls(&cx, of("firewall"), &topology);
    topology.firewalls = firewalls;
    topology.egresses = super::egress::egresses(&cx, of("egress"), &positions, &topology);
    topology.tables = super::data::tables(&cx, &topology);
    topology.quotas = super::quotas::quotas(&cx, of("quota"));
    topology.places = cx.places.clone();
    topology.accounts = cx.accounts.clone();
    topology.parameters = super::parameters::read(scope, files);
    topology.unused = unused(&cx);
    topology.allows = files.iter().flat_map(|file| allows(&file.items)).collect();
    topology
}

/// Instances of families that stand outside of any `for`, for loops to bind over.
fn find_families<'a>(scope: &mut Scope<'a>, files: &'a [ast::File], frame: &super::frame::Frame) {
    let mut families: BTreeMap<String, Vec<PlacePattern>> = BTreeMap::new();
    for item in files.iter().flat_map(|file| &file.items) {
        let ItemKind::Block(block) = &item.kind else { continue };
        let is_family =
            crate::kinds::find(&block.word.text).is_some_and(|kind| matches!(kind.scope, KindScope::EveryPlace | KindScope::NamedPlaces));
        let (true, false, Some(ast::Arg::Expr(ast::Expr { kind: ast::ExprKind::Name(name), .. }))) =
            (is_family, block.is_abstract, block.args.first())
        else {
            continue;
        };
        let account = frame.default_account.clone();
        let everywhere =
            || scope.regions.iter().map(|(code, _)| PlacePattern { account: account.clone(), region: Some((*code).to_owned()) });
        let places: Vec<PlacePattern> = if block.places.is_empty() {
            everywhere().collect()
        } else {
            let values: Vec<Value<'_>> = block.places.iter().map(|place| scope.eval(place, &Env::default())).collect();
            flatten(&values)
                .filter_map(|value| value.as_path()?.as_place())
                .flat_map(|pattern| match pattern.region {
                    Some(_) => vec![PlacePattern { account: pattern.account.or_else(|| account.clone()), ..pattern }],
                    None => {
                        everywhere().map(|place| PlacePattern { account: pattern.account.clone().or(place.account), ..place }).collect()
                    }
                })
                .collect()
        };
        families.entry(name.clone()).or_default().extend(places);
    }
    for places in families.values_mut() {
        places.sort_by(|a, b| (&a.account, &a.region).cmp(&(&b.account, &b.region)));
        places.dedup();
    }
    scope.families = families;
}

/// Lists inside lists of places are one list.
pub(super) fn flatten<'v, 'a>(values: &'v [Value<'a>]) -> Box<dyn Iterator<Item = &'v Value<'a>> + 'v> {
    Box::new(values.iter().flat_map(|value| match &value.kind {
        ValueKind::List(inner) => flatten(inner),
        _ => Box::new(std::iter::once(value)),
    }))
}

/// Instances of each kind that has places, sorted by name and place.
fn families<'a, 's>(cx: &Cx<'a, 's>) -> BTreeMap<&'static str, Vec<Instance<'a, 's>>> {
    let mut families: BTreeMap<&'static str, Vec<Instance<'a, 's>>> = BTreeMap::new();
    let mut placed: BTreeMap<(&'static str, &str, PlaceId), Span> = BTreeMap::new();
    for decl in cx.decls {
        if decl.block.is_abstract {
            continue;
        }
        match decl.kind.scope {
            KindScope::EveryPlace | KindScope::NamedPlaces => {}
            _ => continue,
        }
        if decl.kind.name == "table" {
            continue;
        }
        for place in cx.places_of(decl) {
            let key = (decl.kind.name, decl.name.as_str(), place);
            if let Some(first) = placed.get(&key) {
                cx.scope.report(
                    Diagnostic::new(
                        &codes::OVERLAPPING_PLACES,
                        decl.name_span,
                        format!("{} `{}` is in {} twice", decl.kind.name, decl.name, cx.place(place).name),
                    )
                    .here("again here")
                    .label(*first, "first here")
                    .help("give them disjoint places with `in`, or say what differs in `at PLACE { }`"),
                );
                continue;
            }
            placed.insert(key, decl.name_span);
            families.entry(decl.kind.name).or_default().push(Instance { decl, place });
        }
    }
    overrides_apply(cx, &families);
    for instances in families.values_mut() {
        instances.sort_by(|a, b| (&a.decl.name, a.place).cmp(&(&b.decl.name, b.place)));
    }
    families
}

/// `at` of a place where the family is not would be passed over.
fn overrides_apply<'a>(cx: &Cx<'a, '_>, families: &BTreeMap<&'static str, Vec<Instance<'a, '_>>>) {
    for (kind, instances) in families {
        let mut places: BTreeMap<&str, BTreeSet<PlaceId>> = BTreeMap::new();
        for instance in instances {
            places.entry(&instance.decl.name).or_default().insert(instance.place);
        }
        let decls = cx.decls.iter().filter(|decl| decl.kind.name == *kind && !decl.block.is_abstract);
        for decl in decls {
            let Some(here) = places.get(decl.name.as_str()) else { continue };
            for item in decl.block.body.iter().flat_map(|body| &body.items) {
                let ItemKind::At(at) = &item.kind else { continue };
                let values: Vec<Value<'a>> = at.places.iter().map(|place| cx.scope.eval(place, &decl.env)).collect();
                let wanted = cx.expand(&values);
                // A bucket's replicas are places that it gets later.
                if wanted.is_empty() || wanted.iter().any(|place| here.contains(place)) || *kind == "bucket" {
                    continue;
                }
                cx.scope.report(
                    Diagnostic::new(
                        &codes::NO_INSTANCE,
                        values[0].span,
                        format!("{} is not in {}, so this `at` says nothing", owner(decl), cx.place(wanted[0]).name),
                    )
                    .here("not one of its places")
                    .help("add the place with `in`, or remove the `at`"),
                );
            }
        }
    }
}

impl<'a, 's> Cx<'a, 's> {
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    pub fn mark(&self, kind: &'static str, name: &str) {
        let key = (kind, name.to_owned());
        if !self.used.borrow().contains(&key) {
            self.used.borrow_mut().insert(key);
        }
    }

    /// Places that a declaration is in.
    pub fn places_of(&self, decl: &Decl<'a>) -> Vec<PlaceId> {
        if decl.block.places.is_empty() {
            if decl.kind.scope == KindScope::NamedPlaces {
                self.scope.report(
                    Diagnostic::new(
                        &codes::PLACE_WANTED,
                        decl.name_span,
                        format!("{} `{}` does not say where it is", decl.kind.name, decl.name),
                    )
                    .here("no place")
                    .help(format!("write `{} {} in REGION`, or `in regions` for all of them", decl.kind.name, decl.name)),
                );
                return Vec::new();
            }
            return self.everywhere(self.default_account, decl.name_span);
        }
        let values: Vec<Value<'a>> = decl.block.places.iter().map(|place| self.scope.eval(place, &decl.env)).collect();
        let mut places = self.expand(&values);
        places.sort();
        places.dedup();
        places
    }

    /// Every region of an account; complains where there is no saying which account.
    fn everywhere(&self, account: Option<AccountId>, span: Span) -> Vec<PlaceId> {
        if account.is_none() && !self.accounts.is_empty() {
            self.scope.report(
                Diagnostic::new(&codes::PLACE_WANTED, span, "the topology has several accounts and no default one")
                    .here("in which account?")
                    .help(format!("write `in {}/*`, or give the topology `account = {}`", self.accounts[0].name, self.accounts[0].name)),
            );
            return Vec::new();
        }
        (0..self.places.len() as u32).map(PlaceId).filter(|id| self.place(*id).account == account).collect()
    }

    /// Values that name places, to places; says what is unknown.
    pub fn expand(&self, values: &[Value<'a>]) -> Vec<PlaceId> {
        let mut places = Vec::new();
        for value in flatten(values) {
            if value.is_error() {
                continue;
            }
            match value.as_path().and_then(super::value::Path::as_place) {
                Some(pattern) => places.extend(self.matching(&pattern, value.span)),
                None => {
                    self.scope.wrong(value.span, "a place: a region, or `ACCOUNT/REGION`", value);
                }
            }
        }
        places
    }

    /// Places that a pattern names.
    pub fn matching(&self, pattern: &PlacePattern, span: Span) -> Vec<PlaceId> {
        let account = match &pattern.account {
            None => self.default_account,
            Some(name) => match self.accounts.iter().position(|each| each.name == *name) {
                Some(ix) => {
                    self.mark("account", name);
                    Some(AccountId(ix as u32))
                }
                None => {
                    let near = nearest(name, self.accounts.iter().map(|each| each.name.as_str()));
                    self.scope.report(unknown(name, span, "account", near));
                    return Vec::new();
                }
            },
        };
        let Some(region) = &pattern.region else { return self.everywhere(account, span) };
        if account.is_none() && !self.accounts.is_empty() {
            return self.everywhere(None, span);
        }
        let found = (0..self.places.len() as u32)
            .map(PlaceId)
            .find(|id| self.place(*id).account == account && self.place(*id).region.code == *region);
        if found.is_none() {
            let meant = aws::nearest_region(region).filter(|_| aws::region(region).is_none());
            if let Some(meant) = meant.filter(|meant| self.places.iter().any(|each| each.region.code == **meant)) {
                self.scope.report(unknown_region(region, span));
                return self.matching(&PlacePattern { region: Some(meant.to_owned()), ..pattern.clone() }, span);
            }
            self.scope.report(match aws::region(region) {
                None => unknown_region(region, span),
                Some(_) => Diagnostic::new(&codes::PLACE_OUTSIDE, span, format!("`{region}` is not among the regions of the topology"))
                    .here("not one of its regions")
                    .help(format!("add `{region}` to `regions` of the topology")),
            });
        }
        found.into_iter().collect()
    }

    /// Whether an `at` applies in a place.
    pub fn applies(&self, values: &[Value<'a>], here: PlaceId) -> bool {
        self.expand(values).contains(&here)
    }

    pub fn find(&self, kind: &'static crate::kinds::Kind, name: &str) -> Vec<Decl<'a>> {
        if let Some(decl) = self.decls.iter().find(|each| each.kind.name == kind.name && each.name == name) {
            if decl.block.is_abstract {
                self.mark(kind.name, name);
            }
            return vec![decl.clone()];
        }
        Vec::new()
    }

    /// What a declaration says in a place.
    pub fn members(&self, decl: &Decl<'a>, place: Option<PlaceId>) -> collect::Members<'a> {
        let layers = collect::layers(self.scope, decl, &|kind, name| self.find(kind, name));
        let owner = owner(decl);
        let here = |values: &[Value<'a>]| place.is_some_and(|place| self.applies(values, place));
        collect::members(self.scope, decl.kind, decl.block.existing, &owner, &layers, &here)
    }

    /// Required attributes that are missing; says so once a declaration.
    pub fn require(&self, decl: &Decl<'a>, members: &collect::Members<'a>) -> bool {
        let attributes = if decl.block.existing { decl.kind.existing } else { decl.kind.attributes };
        self.require_of(attributes, members, &owner(decl), decl.name_span)
    }

    pub fn require_of(&self, attributes: &[crate::kinds::Attribute], members: &collect::Members<'a>, owner: &str, span: Span) -> bool {
        let missing: Vec<_> = attributes
            .iter()
            .filter(|each| each.presence == crate::kinds::Presence::Required && !members.attrs.contains_key(each.name))
            .collect();
        for each in &missing {
            self.scope.report(
                Diagnostic::new(&codes::MISSING_ATTRIBUTE, span, format!("{owner} has no `{}`", each.name))
                    .here(format!("`{}` is missing", each.name))
                    .help(format!("`{} = …`, {}: {}", each.name, each.ty.describe(), each.doc)),
            );
        }
        missing.is_empty()
    }

    /// The instance that a reference names from `here`: in its own place unless it says another.
    pub fn instance(&self, kind: &'static str, value: &Value<'a>, here: Option<PlaceId>) -> Option<(u32, PlaceId)> {
        let mut found = self.instance_list(kind, value, here)?;
        match found.len() {
            1 => found.pop(),
            0 => None,
            number => {
                self.scope.report(
                    Diagnostic::new(
                        &codes::WRONG_TYPE,
                        value.span,
                        format!("`{value}` is {number} {}s; one is wanted here", kind.replace('_', " ")),
                    )
                    .here("several")
                    .help(format!(
                        "name one: `{}@{}`",
                        value.as_path().map_or("", |path| &path.base),
                        self.place(found[0].1).name
                    )),
                );
                None
            }
        }
    }

    /// All instances that a reference names. None when something is wrong, which has been said.
    pub fn instance_list(&self, kind: &'static str, value: &Value<'a>, here: Option<PlaceId>) -> Option<Vec<(u32, PlaceId)>> {
        let path = value.as_path()?;
        let of_family: Vec<(u32, PlaceId)> = self
            .instances
            .range((kind, path.base.as_str(), PlaceId(0))..=(kind, path.base.as_str(), PlaceId(u32::MAX)))
            .map(|((_, _, place), ix)| (*ix, *place))
            .collect();
        if of_family.is_empty() {
            let meant = self.unknown_reference(kind, path, value.span)?;
            return self.instance_list(kind, &Value::of_path(value.span, meant), here);
        }
        self.mark(kind, &path.base);
        if let Some(field) = path.fields.first() {
            self.scope.report(
                Diagnostic::new(
                    &codes::WRONG_TYPE,
                    value.span,
                    format!("`{value}` is a part of {} `{}`; the whole is wanted here", kind.replace('_', " "), path.base),
                )
                .here("too deep")
                .help(format!("leave out `.{field}`")),
            );
            return None;
        }
        match (&path.place, here) {
            (Some(pattern), _) => {
                let places = self.matching(pattern, value.span);
                if places.is_empty() {
                    return None;
                }
                let found: Vec<_> = of_family.iter().copied().filter(|(_, place)| places.contains(place)).collect();
                if found.is_empty() {
                    self.no_instance(kind, path, &of_family, pattern.to_string(), value.span);
                    return None;
                }
                Some(found)
            }
            (None, Some(here)) => match of_family.iter().find(|(_, place)| *place == here) {
                Some(found) => Some(vec![*found]),
                None => {
                    self.no_instance(kind, path, &of_family, self.place(here).name.clone(), value.span);
                    None
                }
            },
            (None, None) => Some(of_family),
        }
    }

    fn no_instance(&self, kind: &str, path: &super::value::Path, instances: &[(u32, PlaceId)], wanted: String, span: Span) {
        let places: Vec<&str> = instances.iter().map(|(_, place)| self.place(*place).name.as_str()).collect();
        self.scope.report(
            Diagnostic::new(&codes::NO_INSTANCE, span, format!("{} `{}` is not in {wanted}", kind.replace('_', " "), path.base))
                .here(format!("none in {wanted}"))
                .help(format!("it is in {}", places.join(", "))),
        );
    }

    /// Says what is wrong with a name, and gives the path that was probably meant, to go on with.
    pub fn unknown_reference(&self, kind: &'static str, path: &Path, span: Span) -> Option<Path> {
        let name = path.base.as_str();
        let declared = |kind: &'static str| self.decls.iter().filter(move |each| each.kind.name == kind);
        if declared(kind).any(|each| each.name == name) {
            // It is declared, but nowhere: that has been said.
            self.mark(kind, name);
            return None;
        }
        if let Some(other) = self.decls.iter().find(|each| each.name == name && each.kind.name != kind) {
            self.scope.report(
                Diagnostic::new(
                    &codes::WRONG_KIND,
                    span,
                    format!("`{name}` is a {}; a {} is wanted here", words(other.kind.name), words(kind)),
                )
                .here(format!("a {}", words(other.kind.name)))
                .label(other.name_span, "declared here"),
            );
            return None;
        }
        // Words and peerings stand where gateways do: `route = internet`, `route CIDR via NAME`.
        let beside: &[&str] = if kind == "transit_gateway" { &["internet", "nat", "none"] } else { &[] };
        let near = nearest(name, declared(kind).map(|each| each.name.as_str()).chain(beside.iter().copied()));
        let meant = near.map(|near| path.with_base(near));
        self.scope.report(unknown(name, span, &words(kind), meant.as_ref().map(Path::to_string).as_deref()));
        let known = |near: &&str| {
            self.instances.range((kind, *near, PlaceId(0))..).next().is_some_and(|((of, name, _), _)| *of == kind && name == near)
        };
        meant.filter(|_| near.as_ref().is_some_and(known))
    }
}

fn words(kind: &str) -> String {
    kind.replace('_', " ")
}

/// "vpc `app`", for messages.
pub(super) fn owner(decl: &Decl<'_>) -> String {
    match decl.name.as_str() {
        "" => decl.kind.name.to_owned(),
        name => format!("{} `{name}`", words(decl.kind.name)),
    }
}

/// Declared, and nothing refers to it, although it is of a kind that is only good for reference.
fn unused(cx: &Cx<'_, '_>) -> Vec<(&'static str, String, Span)> {
    let used = cx.used.borrow();
    let mut unused: Vec<(&'static str, String, Span)> = cx
        .decls
        .iter()
        .filter(|decl| decl.block.is_abstract || ["pool", "account"].contains(&decl.kind.name))
        .filter(|decl| !used.contains(&(decl.kind.name, decl.name.clone())))
        .filter(|decl| !(decl.kind.name == "account" && cx.default_account.is_some_and(|id| cx.accounts[id.0 as usize].name == decl.name)))
        .map(|decl| (decl.kind.name, decl.name.clone(), decl.name_span))
        .collect();
    let read = cx.scope.used.borrow();
    unused.extend(
        cx.scope.lets.iter().filter(|(name, _)| !read.contains(*name)).map(|(name, each)| ("let", (*name).to_owned(), each.name.span)),
    );
    unused.extend(super::inputs::unread(cx.scope, &read));
    unused.extend(super::patterns::unused(cx.scope));
    unused
}

fn allows(items: &[ast::Item]) -> Vec<Allow> {
    let mut found = Vec::new();
    for item in items {
        for allow in item.allows.iter().filter(|each| each.reason.is_some()) {
            found.push(Allow { code: allow.code.text.clone(), code_span: allow.code.span, covers: item.span });
        }
        match &item.kind {
            ItemKind::For(each) => found.extend(allows(&each.body.items)),
            ItemKind::If(choice) => {
                found.extend(allows(&choice.then.items));
                found.extend(choice.otherwise.iter().flat_map(|body| allows(&body.items)));
            }
            ItemKind::At(at) => found.extend(allows(&at.body.items)),
            ItemKind::Pattern(pattern) => found.extend(allows(&pattern.body.items)),
            ItemKind::Block(block) => found.extend(block.body.iter().flat_map(|body| allows(&body.items))),
            _ => {}
        }
    }
    found
}
