//! Items to families and instances: `for` and `if` unrolled, `like`, `at` and repeated blocks merged.

use std::collections::{BTreeMap, BTreeSet};

use super::codes;
use super::eval::{Env, Scope, unknown};
use super::types::{self, unknown_attribute};
use super::value::{Value, ValueKind};
use crate::diag::Diagnostic;
use crate::kinds::{self, Head, Kind, Presence, Support};
use crate::nearest::nearest;
use crate::source::Span;
use crate::syntax::ast::{self, Arg, Block, Body, Item, ItemKind};

/// Deepest nesting of `for` and `if` in one another, and longest `like` chain.
const DEEPEST: usize = 64;

/// A top-level block as it was written, with the bindings around it.
#[derive(Clone, Debug)]
pub struct Decl<'a> {
    pub kind: &'static Kind,
    pub name: String,
    pub name_span: Span,
    pub item: &'a Item,
    pub block: &'a Block,
    pub env: Env<'a>,
}

/// What a body says for one instance, later layers over earlier ones.
#[derive(Clone, Debug, Default)]
pub struct Members<'a> {
    pub attrs: BTreeMap<&'a str, (&'a ast::Attr, Env<'a>)>,
    pub blocks: Vec<Nested<'a>>,
}

/// A nested block with the bodies that later layers add to it.
#[derive(Clone, Debug)]
pub struct Nested<'a> {
    pub kind: &'static Kind,
    /// The name, where its head has one.
    pub name: Option<String>,
    /// What it is about, where its head is that alone: `attach core`, `endpoint ssm`.
    about: Option<String>,
    pub item: &'a Item,
    pub block: &'a Block,
    pub env: Env<'a>,
    pub layers: Vec<(&'a Body, Env<'a>)>,
}

/// What stands at the top level, loops unrolled.
#[derive(Default)]
pub struct Unrolled<'a> {
    pub decls: Vec<Decl<'a>>,
    pub asserts: Vec<(&'a Item, &'a ast::Assert, Env<'a>)>,
    pub rules: Vec<(&'a Item, &'a ast::Rule, Env<'a>)>,
}

/// Unrolls top-level items.
pub fn top_level<'a>(scope: &Scope<'a>, items: &'a [Item], env: &Env<'a>, depth: usize, found: &mut Unrolled<'a>) {
    let mut env = env.clone();
    for item in items {
        match &item.kind {
            ItemKind::Block(block) if scope.patterns.contains_key(block.word.text.as_str()) => {
                super::patterns::expand(scope, block, scope.patterns[block.word.text.as_str()], &env, depth, found);
            }
            ItemKind::Block(block) => {
                if let Some(decl) = declare(scope, item, block, &env) {
                    found.decls.push(decl);
                }
            }
            ItemKind::For(each) => {
                for inner in unroll(scope, each, &env, depth) {
                    top_level(scope, &each.body.items, &inner, depth + 1, found);
                }
            }
            ItemKind::If(choice) => {
                if let Some(body) = choose(scope, choice, &env, depth) {
                    top_level(scope, &body.items, &env, depth + 1, found);
                }
            }
            ItemKind::Assert(assert) => found.asserts.push((item, assert, env.clone())),
            // At the top they are in the scope already; inside a loop they are of each round.
            ItemKind::Let(binding) if depth > 0 => {
                let value = scope.eval(&binding.value, &env);
                env = env.bind(&binding.name.text, value);
            }
            ItemKind::Input(_) | ItemKind::Use(_) | ItemKind::Pattern(_) if depth > 0 => {
                scope.report(
                    Diagnostic::new(&codes::WRONG_PLACE_FOR_ITEM, item.span, "this stands at the top of a file")
                        .here("not inside a loop, a condition or a pattern")
                        .help("move it out"),
                );
            }
            ItemKind::Let(_) | ItemKind::Input(_) | ItemKind::Use(_) | ItemKind::Pattern(_) | ItemKind::Error => {}
            ItemKind::Rule(rule) => found.rules.push((item, rule, env.clone())),
            ItemKind::Moved(_) => {
                scope.report(later(item.span, "`moved`", "renames that keep their resources come with a later release"));
            }
            ItemKind::At(_) | ItemKind::Attr(_) => {
                scope.report(
                    Diagnostic::new(&codes::WRONG_PLACE_FOR_ITEM, item.span, "this belongs inside a block")
                        .here("not an item of a file")
                        .help("attributes and `at` stand inside the `{ }` of a block"),
                );
            }
        }
    }
}

/// The places where each `for` round puts its bindings.
fn unroll<'a>(scope: &Scope<'a>, each: &'a ast::For, env: &Env<'a>, depth: usize) -> Vec<Env<'a>> {
    if depth >= DEEPEST {
        scope.report(Diagnostic::new(&codes::OUT_OF_RANGE, each.over.span, format!("loops nest deeper than {DEEPEST}")).here("too deep"));
        return Vec::new();
    }
    let mut rounds = Vec::new();
    for element in scope.eval_elements(&each.over, env) {
        let inner = match each.bindings.as_slice() {
            [name] => env.bind(&name.text, element),
            names => match element.as_list() {
                Some(parts) if parts.len() == names.len() => {
                    names.iter().zip(parts).fold(env.clone(), |env, (name, part)| env.bind(&name.text, part.clone()))
                }
                _ => {
                    scope.wrong(
                        each.over.span,
                        &format!(
                            "elements of {} parts for ({})",
                            names.len(),
                            names.iter().map(|n| n.text.as_str()).collect::<Vec<_>>().join(", ")
                        ),
                        &element,
                    );
                    return Vec::new();
                }
            },
        };
        if each.filter.as_ref().is_none_or(|filter| scope.eval_condition(filter, &inner)) {
            rounds.push(inner);
        }
    }
    rounds
}

fn choose<'a>(scope: &Scope<'a>, choice: &'a ast::If, env: &Env<'a>, depth: usize) -> Option<&'a Body> {
    if depth >= DEEPEST {
        return None;
    }
    if scope.eval_condition(&choice.condition, env) { Some(&choice.then) } else { choice.otherwise.as_ref() }
}

pub fn later(span: Span, what: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&codes::NOT_SUPPORTED, span, format!("{what} is not supported yet")).here("not supported yet").help(help.to_owned())
}

fn declare<'a>(scope: &Scope<'a>, item: &'a Item, block: &'a Block, env: &Env<'a>) -> Option<Decl<'a>> {
    let word = &block.word;
    let Some(kind) = kinds::find(&word.text) else {
        let known = kinds::words().map(|word| -> &str { word }).chain(scope.patterns.keys().map(|name| -> &str { name }));
        let owner = nested_elsewhere(&word.text);
        let near = nearest(&word.text, known).filter(|_| owner.is_none());
        let mut diagnostic =
            Diagnostic::new(&codes::UNKNOWN_KIND, word.span, format!("there is no kind `{}`", word.text)).here("unknown kind");
        match (near, owner) {
            (Some(near), _) => {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), word.span, near);
            }
            (None, Some(owner)) => diagnostic = diagnostic.help(format!("`{}` stands inside a `{owner}`", word.text)),
            (None, None) => diagnostic = diagnostic.help("`mrc explain kinds` lists them"),
        }
        scope.report(diagnostic);
        // Read on as what was probably meant, so that its name is known.
        let meant = near.filter(|near| near.len().abs_diff(word.text.len()) <= 1);
        return meant.and_then(kinds::find).and_then(|kind| declare_as(scope, item, block, env, kind));
    };
    declare_as(scope, item, block, env, kind)
}

fn declare_as<'a>(scope: &Scope<'a>, item: &'a Item, block: &'a Block, env: &Env<'a>, kind: &'static Kind) -> Option<Decl<'a>> {
    let word = &block.word;
    if let Support::Later(why) = kind.support {
        scope.report(later(word.span, &format!("`{}`", kind.name), why));
        return None;
    }
    let (name, name_span) = match kind.head.first() {
        Some(Head::Name) => head_name(scope, kind, block, env)?,
        _ => (String::new(), word.span),
    };
    let says_so_itself = ["peering", "mesh", "star", "key"].contains(&kind.name);
    if let (kinds::Scope::Topology, false, Some(place)) = (kind.scope, says_so_itself, block.places.first()) {
        scope.report(
            Diagnostic::new(&codes::PLACE_NOT_ALLOWED, place.span, format!("{} `{name}` takes no `in`", kind.name))
                .here("it is there for the whole topology"),
        );
    }
    if block.existing && kind.existing.is_empty() {
        scope.report(
            Diagnostic::new(&codes::NOT_SUPPORTED, word.span, format!("`existing {}` is not supported", kind.name))
                .here("cannot be `existing`")
                .help("`existing` is for vpc and transit_gateway"),
        );
        return None;
    }
    match (&kind.value, &block.value) {
        (None, Some(value)) => scope.report(
            Diagnostic::new(&codes::WRONG_HEAD, value.span, format!("{} `{name}` takes no value after `=`", kind.name))
                .here("not expected here"),
        ),
        (Some(ty), None) => scope.report(
            Diagnostic::new(&codes::WRONG_HEAD, name_span, format!("{} `{name}` needs {} after `=`", kind.name, ty.describe()))
                .here("no value")
                .help(format!("write `{} {name} = …`", kind.name)),
        ),
        _ => {}
    }
    if let Some(Arg::Expr(extra)) = block.args.get(1) {
        scope.report(
            Diagnostic::new(&codes::WRONG_HEAD, extra.span, format!("{} `{name}` has one name", kind.name)).here("not expected here"),
        );
    }
    Some(Decl { kind, name, name_span, item, block, env: env.clone() })
}

/// The kind inside which a word is a block.
fn nested_elsewhere(word: &str) -> Option<&'static str> {
    kinds::ALL.iter().find(|kind| kind.block(word).is_some()).map(|kind| kind.name)
}

/// The name that a block declares: an identifier, a string, or a computed name.
fn head_name<'a>(scope: &Scope<'a>, kind: &Kind, block: &'a Block, env: &Env<'a>) -> Option<(String, Span)> {
    let missing = |span| {
        scope.report(
            Diagnostic::new(&codes::WRONG_HEAD, span, format!("this {} has no name", kind.name))
                .here("a name belongs after it")
                .help(format!("write `{} NAME {{ … }}`", kind.name)),
        );
        None
    };
    match block.args.first() {
        None => missing(block.word.span),
        Some(Arg::Word(word)) => Some((word.text.clone(), word.span)),
        Some(Arg::Expr(expr)) => match &expr.kind {
            ast::ExprKind::Name(name) => Some((name.clone(), expr.span)),
            ast::ExprKind::Error => None,
            _ => {
                let value = scope.eval(expr, env);
                let text = value.as_word().map(|word| ValueKind::Str(word.into())).unwrap_or_else(|| value.kind.clone());
                match &text {
                    ValueKind::Str(text) if is_name(text) => Some((text.to_string(), expr.span)),
                    ValueKind::Error => None,
                    ValueKind::Str(text) => {
                        scope.report(
                            Diagnostic::new(&codes::WRONG_HEAD, expr.span, format!("`{text}` is no name"))
                                .here("names have letters, digits, `_` and `-`, and start with a letter"),
                        );
                        None
                    }
                    _ => missing(expr.span),
                }
            }
        },
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// Bodies of a declaration for one instance: its `like` chain first, then its own.
pub fn layers<'a>(scope: &Scope<'a>, decl: &Decl<'a>, find: &dyn Fn(&'static Kind, &str) -> Vec<Decl<'a>>) -> Vec<(&'a Body, Env<'a>)> {
    let mut layers = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::from([decl.name.clone()]);
    let mut chain = vec![decl.clone()];
    let mut current = decl.clone();
    while let Some(like) = &current.block.like {
        let value = scope.eval(like, &current.env);
        let Some(word) = value.as_word().map(str::to_owned) else {
            if !value.is_error() {
                scope.wrong(like.span, &format!("the name of a {}", decl.kind.name), &value);
            }
            break;
        };
        if !seen.insert(word.clone()) {
            scope.report(
                Diagnostic::new(&codes::CYCLE, like.span, format!("{} `{}` is like itself", decl.kind.name, current.name))
                    .here(format!("`{word}` is like this one, by way of others")),
            );
            break;
        }
        match find(decl.kind, &word).into_iter().next() {
            Some(base) => {
                chain.push(base.clone());
                current = base;
            }
            None => {
                scope.report(unknown(&word, like.span, decl.kind.name, None));
                break;
            }
        }
    }
    for each in chain.iter().rev() {
        if let Some(body) = &each.block.body {
            layers.push((body, each.env.clone()));
        }
    }
    layers
}

/// Merges layers for an instance. `here` says whether an `at` applies.
pub fn members<'a>(
    scope: &Scope<'a>,
    kind: &'static Kind,
    existing: bool,
    owner: &str,
    layers: &[(&'a Body, Env<'a>)],
    here: &dyn Fn(&[Value<'a>]) -> bool,
) -> Members<'a> {
    let mut members = Members::default();
    for (body, env) in layers {
        let mut layer = Layer { whole: whole(kind), kind, existing, owner, attrs: BTreeMap::new(), names: BTreeMap::new() };
        collect_body(scope, &mut layer, &body.items, env, here, 0, &mut members);
    }
    members
}

/// Kinds whose instances do not differ by place.
fn whole(kind: &Kind) -> bool {
    (kind.scope == kinds::Scope::Topology && !["pool", "segment"].contains(&kind.name)) || ["table", "index"].contains(&kind.name)
}

/// What one layer has said, to find what it says twice.
struct Layer<'a, 'o> {
    /// Whether it is one thing in all places, so that `at` has nothing to say.
    whole: bool,
    kind: &'static Kind,
    existing: bool,
    owner: &'o str,
    attrs: BTreeMap<&'a str, Span>,
    names: BTreeMap<(&'static str, String), Span>,
}

impl Layer<'_, '_> {
    /// The kind that `mrc explain` knows.
    fn kind_at_top(&self) -> &'static str {
        kinds::ALL
            .iter()
            .find(|kind| std::ptr::eq(**kind, self.kind) || kind.blocks.iter().any(|block| std::ptr::eq(*block, self.kind)))
            .map_or(self.kind.name, |kind| kind.name)
    }
}

fn collect_body<'a>(
    scope: &Scope<'a>,
    layer: &mut Layer<'a, '_>,
    items: &'a [Item],
    env: &Env<'a>,
    here: &dyn Fn(&[Value<'a>]) -> bool,
    depth: usize,
    members: &mut Members<'a>,
) {
    let mut overrides = Vec::new();
    for item in items {
        match &item.kind {
            ItemKind::Attr(attr) => collect_attr(scope, layer, attr, env, members),
            ItemKind::Block(block) => collect_block(scope, layer, item, block, env, members),
            ItemKind::For(each) => {
                for inner in unroll(scope, each, env, depth) {
                    collect_body(scope, layer, &each.body.items, &inner, here, depth + 1, members);
                }
            }
            ItemKind::If(choice) => {
                if let Some(body) = choose(scope, choice, env, depth) {
                    collect_body(scope, layer, &body.items, env, here, depth + 1, members);
                }
            }
            ItemKind::At(_) if layer.whole => scope.report(
                Diagnostic::new(
                    &codes::NOT_SUPPORTED,
                    item.span,
                    format!("{} is one thing in all of its places, so `at` has nothing to say", layer.owner),
                )
                .here("differs nowhere")
                .help("write it without `at`"),
            ),
            ItemKind::At(at) => {
                let places: Vec<Value<'a>> = at.places.iter().map(|place| scope.eval(place, env)).collect();
                if here(&places) {
                    overrides.push(&at.body);
                } else {
                    // It does not apply here, but what it says must still be right.
                    let mut other = Layer {
                        whole: layer.whole,
                        kind: layer.kind,
                        existing: layer.existing,
                        owner: layer.owner,
                        attrs: BTreeMap::new(),
                        names: BTreeMap::new(),
                    };
                    collect_body(scope, &mut other, &at.body.items, env, &|_| false, depth + 1, &mut Members::default());
                }
            }
            ItemKind::Error => {}
            _ => scope.report(
                Diagnostic::new(&codes::WRONG_PLACE_FOR_ITEM, item.span, format!("this cannot stand inside {}", layer.owner))
                    .here("belongs at the top level of a file"),
            ),
        }
    }
    for body in overrides {
        let mut layer = Layer {
            whole: layer.whole,
            kind: layer.kind,
            existing: layer.existing,
            owner: layer.owner,
            attrs: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        collect_body(scope, &mut layer, &body.items, env, here, depth + 1, members);
    }
}

fn collect_attr<'a>(scope: &Scope<'a>, layer: &mut Layer<'a, '_>, attr: &'a ast::Attr, env: &Env<'a>, members: &mut Members<'a>) {
    let name = attr.name.text.as_str();
    let declared = if layer.existing {
        layer.kind.existing.iter().find(|each| each.name == name).or_else(|| {
            let own = layer.kind.attribute(name);
            if own.is_some() {
                scope.report(
                    Diagnostic::new(
                        &codes::UNKNOWN_ATTRIBUTE,
                        attr.name.span,
                        format!("an existing {} is not changed, so it takes no `{name}`", layer.kind.name),
                    )
                    .here("has no effect")
                    .help("remove it; `existing` says what is there already"),
                );
            }
            own
        })
    } else {
        layer.kind.attribute(name)
    };
    let Some(declared) = declared else {
        let attributes = if layer.existing { layer.kind.existing } else { layer.kind.attributes };
        let known: Vec<&'static str> = attributes.iter().filter(|each| each.presence != Presence::Later).map(|each| each.name).collect();
        let near = nearest(name, known.iter().copied());
        let mut diagnostic = unknown_attribute(name, attr.name.span, layer.owner, near);
        if diagnostic.help.is_none() {
            diagnostic =
                diagnostic.help(if known.is_empty() { "it takes none".to_owned() } else { format!("it takes {}", known.join(", ")) });
        }
        // Read on as if it had been written right: that it is missing is no second mistake.
        if let Some(near) = near {
            members.attrs.entry(near).or_insert_with(|| (attr, env.clone()));
        }
        return scope.report(diagnostic);
    };
    if declared.presence == Presence::Later {
        return scope.report(later(attr.name.span, &format!("`{name}` of {}", layer.owner), declared.doc));
    }
    if attr.op != ast::AttrOp::Set {
        return scope.report(
            Diagnostic::new(&codes::WRONG_TYPE, attr.value.span, format!("`{name}` of {} is set with `=`", layer.owner))
                .here("not a bound"),
        );
    }
    if let Some(first) = layer.attrs.insert(name, attr.name.span)
        && first != attr.name.span
    {
        return scope.report(
            Diagnostic::new(&codes::DUPLICATE_ATTRIBUTE, attr.name.span, format!("`{name}` of {} is set twice", layer.owner))
                .here("again here")
                .label(first, "set here")
                .help("keep one; inside `at PLACE { }` it may differ"),
        );
    }
    members.attrs.insert(name, (attr, env.clone()));
}

/// Says so, and what was probably meant.
fn unknown_block(scope: &Scope<'_>, layer: &Layer<'_, '_>, word: &ast::Ident) -> Option<&'static Kind> {
    let known: Vec<&str> =
        layer.kind.blocks.iter().map(|each| each.name).chain(layer.kind.attributes.iter().map(|each| each.name)).collect();
    let near = nearest(&word.text, known.iter().copied());
    let mut diagnostic =
        Diagnostic::new(&codes::UNKNOWN_KIND, word.span, format!("{} has no block `{}`", layer.owner, word.text)).here("unknown block");
    if layer.kind.attribute(&word.text).is_some() {
        diagnostic = diagnostic.help(format!("`{}` is an attribute: write `{} = …`", word.text, word.text));
    } else if let Some(near) = near {
        diagnostic = diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), word.span, near);
    } else if kinds::find(&word.text).is_some() {
        diagnostic = diagnostic.help(format!("`{}` stands at the top level of a file", word.text));
    }
    scope.report(diagnostic);
    near.and_then(|near| layer.kind.block(near))
}

fn collect_block<'a>(
    scope: &Scope<'a>,
    layer: &mut Layer<'a, '_>,
    item: &'a Item,
    block: &'a Block,
    env: &Env<'a>,
    members: &mut Members<'a>,
) {
    let word = &block.word;
    let Some(kind) = layer.kind.block(&word.text).or_else(|| unknown_block(scope, layer, word)) else { return };
    if layer.existing {
        return scope.report(
            Diagnostic::new(
                &codes::NOT_SUPPORTED,
                word.span,
                format!("`{}` inside an existing {} is not supported", word.text, layer.kind.name),
            )
            .here("not supported")
            .help("an existing block takes part in checks and routes; nothing is created inside it"),
        );
    }
    if let Support::Later(why) = kind.support {
        return scope.report(later(word.span, &format!("`{}` of {}", kind.name, layer.owner), why));
    }
    if let Some(span) = surplus(kind, block) {
        scope.report(
            Diagnostic::new(&codes::WRONG_HEAD, span, format!("`{}` of {} does not take this", kind.name, layer.owner))
                .here("not expected here")
                .help(format!("`mrc explain {}` shows what it takes", layer.kind_at_top())),
        );
    }
    let name = match kind.head.first() {
        Some(Head::Name) => match head_name(scope, kind, block, env) {
            Some((name, _)) => Some(name),
            None => return,
        },
        _ => None,
    };
    let body = block.body.as_ref().map(|body| (body, env.clone()));
    if let Some(name) = &name {
        let key = (kind.name, name.clone());
        if let Some(first) = layer.names.insert(key, word.span)
            && first != word.span
        {
            return scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, word.span, format!("{} has two `{} {name}`", layer.owner, kind.name))
                    .here("again here")
                    .label(first, "first here")
                    .help("rename one of them"),
            );
        }
        if let Some(nested) = members.blocks.iter_mut().find(|each| each.kind.name == kind.name && each.name.as_deref() == Some(name)) {
            nested.layers.extend(body);
            return;
        }
    }
    let about = about(scope, kind, block, env);
    if let Some(about) = &about {
        // Twice in one body is a mistake that its kind has a word for.
        let first_here = layer.names.insert((kind.name, about.clone()), word.span).is_none();
        let known = members.blocks.iter_mut().find(|each| each.kind.name == kind.name && each.about.as_ref() == Some(about));
        if let Some(nested) = known.filter(|_| first_here) {
            nested.layers.extend(body);
            return;
        }
    }
    members.blocks.push(Nested { kind, name, about, item, block, env: env.clone(), layers: body.into_iter().collect() });
}

fn about<'a>(scope: &Scope<'a>, kind: &Kind, block: &'a Block, env: &Env<'a>) -> Option<String> {
    match (kind.head, block.args.first()) {
        ([Head::Value(..)], Some(Arg::Expr(expr))) => Some(scope.eval(expr, env).as_path()?.to_string()),
        _ => None,
    }
}

/// A part of a nested block that its kind has no use for: it would be passed over otherwise.
fn surplus(kind: &Kind, block: &Block) -> Option<Span> {
    let takes_places = kind.head.iter().any(|part| matches!(part, Head::InPlaces));
    if block.existing || block.is_abstract {
        return Some(block.word.span);
    }
    if let Some(place) = block.places.first().filter(|_| !takes_places) {
        return Some(place.span);
    }
    if let Some(like) = &block.like {
        return Some(like.span);
    }
    if matches!(kind.head.first(), Some(Head::Name)) {
        let second = block.args.get(1).map(|arg| match arg {
            Arg::Word(word) => word.span,
            Arg::Expr(expr) => expr.span,
        });
        if let Some(span) = second.or(block.value.as_ref().map(|value| value.span)) {
            return Some(span);
        }
    }
    if kind.attributes.is_empty() && kind.blocks.is_empty() {
        return block.body.as_ref().and_then(|body| body.items.first()).map(|item| item.span);
    }
    None
}

/// The value of an attribute, of the declared type; None when it is not there or was wrong.
pub fn attr<'a>(
    scope: &Scope<'a>,
    members: &Members<'a>,
    kind: &'static Kind,
    existing: bool,
    owner: &str,
    name: &str,
) -> Option<Value<'a>> {
    let (attr, env) = members.attrs.get(name)?;
    let declared = if existing { kind.existing.iter().find(|each| each.name == name) } else { kind.attribute(name) };
    let declared = declared.unwrap_or_else(|| panic!("{} declares no `{name}`", kind.name));
    let value = scope.eval(&attr.value, env);
    types::check(scope, &value, &declared.ty, &format!("`{name}` of {owner}")).then_some(value)
}
