//! `pattern`: blocks that a use writes.
//!
//! A use is a copy of the pattern's body with a file of its own, so that every span in it tells both
//! the line of the pattern and the use. The copy is made by parsing the pattern's text once more.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::codes;
use super::collect::{self, Unrolled};
use super::eval::{Env, Scope};
use super::inputs::{Wanted, fit};
use super::types::unknown_attribute;
use super::value::{Value, ValueKind};
use crate::diag::{Diagnostic, Sink};
use crate::kinds;
use crate::nearest::nearest;
use crate::source::{FileId, Sources, Span};
use crate::syntax::ast::{self, Arg, Attr, AttrOp, Block, Item, ItemKind, Pattern};

/// More uses than any topology has: loops around uses must end.
const MOST_USES: usize = 4_096;

/// Copies of patterns, as they are wanted.
pub struct Copies<'s> {
    sources: &'s Sources,
    /// Files before the first copy.
    first: usize,
    made: Vec<OnceCell<Copy>>,
    next: Cell<usize>,
}

struct Copy {
    pattern: Pattern,
    origin: FileId,
    used_at: Span,
}

impl<'s> Copies<'s> {
    pub fn new(sources: &'s Sources) -> Copies<'s> {
        let made = std::iter::repeat_with(OnceCell::new).take(MOST_USES).collect();
        Copies { sources, first: sources.len(), made, next: Cell::new(0) }
    }

    /// Files that are copies, in the order of their ids: what of, and for which use.
    pub fn list(&self) -> Vec<(FileId, Span)> {
        self.made.iter().map_while(OnceCell::get).map(|copy| (copy.origin, copy.used_at)).collect()
    }

    /// One more copy; None when there are too many.
    fn make(&self, pattern: Span, used_at: Span) -> Option<&Pattern> {
        let ix = self.next.get();
        let cell = self.made.get(ix)?;
        self.next.set(ix + 1);
        let origin = self.origin(pattern.file);
        let file = FileId((self.first + ix) as u32);
        // What stands before it is blanked, so that places are those of the file.
        let text = " ".repeat(pattern.start as usize) + self.sources.text(Span { file: origin, ..pattern });
        let parsed = crate::syntax::parse(&text, file, &mut Sink::default());
        let found = parsed.file.items.into_iter().find_map(|item| match item.kind {
            ItemKind::Pattern(pattern) => Some(pattern),
            _ => None,
        })?;
        Some(&cell.get_or_init(|| Copy { pattern: found, origin, used_at }).pattern)
    }

    fn origin(&self, file: FileId) -> FileId {
        match (file.0 as usize).checked_sub(self.first).and_then(|ix| self.made[ix].get()) {
            Some(copy) => copy.origin,
            None => file,
        }
    }
}

/// The patterns of all files, by name.
pub fn declare<'a>(scope: &mut Scope<'a>, files: &'a [ast::File]) {
    let mut patterns: BTreeMap<&'a str, &'a Item> = BTreeMap::new();
    for item in files.iter().flat_map(|file| &file.items) {
        let ItemKind::Pattern(pattern) = &item.kind else { continue };
        let name = &pattern.name;
        if kinds::find(&name.text).is_some() {
            scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, name.span, format!("`{}` is a kind of the language", name.text))
                    .here("taken")
                    .help("give the pattern another name"),
            );
            continue;
        }
        if let Some(first) = patterns.get(name.text.as_str()) {
            scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, name.span, format!("there are two patterns `{}`", name.text))
                    .here("again here")
                    .label(first.span, "first here")
                    .help("rename one of them"),
            );
            continue;
        }
        if let Some(twice) =
            pattern.params.iter().enumerate().find(|(ix, param)| {
                param.name.text == "name" || pattern.params[..*ix].iter().any(|other| other.name.text == param.name.text)
            })
        {
            let text = &twice.1.name.text;
            scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, twice.1.name.span, format!("pattern `{}` has `{text}` already", name.text))
                    .here(if text == "name" { "the name that a use gives" } else { "again here" })
                    .help("rename the parameter"),
            );
        }
        patterns.insert(&name.text, item);
    }
    scope.patterns = patterns;
}

/// Patterns of the source's own files that nothing uses.
pub fn unused(scope: &Scope<'_>) -> Vec<(&'static str, String, Span)> {
    let used = scope.used_patterns.borrow();
    let name_of = |item: &Item| match &item.kind {
        ItemKind::Pattern(pattern) => pattern.name.span,
        _ => item.span,
    };
    scope
        .patterns
        .iter()
        .filter(|(name, _)| !used.contains(**name))
        .map(|(name, item)| ("pattern", (*name).to_owned(), name_of(item)))
        .collect()
}

/// Writes what a use of a pattern stands for. `declared` is the pattern's item.
pub fn expand<'a>(scope: &Scope<'a>, block: &'a Block, declared: &'a Item, env: &Env<'a>, depth: usize, found: &mut Unrolled<'a>) {
    let ItemKind::Pattern(pattern) = &declared.kind else { return };
    let word = &block.word;
    scope.used_patterns.borrow_mut().insert(pattern.name.text.clone());
    let Some(name) = plain_use(scope, block, env) else { return };
    if scope.expanding.borrow().contains(&pattern.name.text) {
        let mut circle = scope.expanding.borrow().clone();
        circle.push(pattern.name.text.clone());
        return scope.report(
            Diagnostic::new(&codes::CYCLE, word.span, format!("pattern `{}` uses itself: {}", word.text, circle.join(" -> ")))
                .here("used inside itself")
                .help("patterns do not recurse; write a `for` loop"),
        );
    }
    let Some(inner) = arguments(scope, block, pattern, &name, env) else { return };
    let Some(copy) = scope.copies.make(declared.span, word.span.to(name.span)) else {
        return scope.report(
            Diagnostic::new(&codes::OUT_OF_RANGE, word.span, format!("patterns are used more than {MOST_USES} times"))
                .here("one too many")
                .help("loop inside the pattern instead of around its uses"),
        );
    };
    scope.expanding.borrow_mut().push(pattern.name.text.clone());
    collect::top_level(scope, &copy.body.items, &inner, depth + 1, found);
    scope.expanding.borrow_mut().pop();
}

/// The name of a use that is nothing but a name and attributes.
fn plain_use<'a>(scope: &Scope<'a>, block: &'a Block, env: &Env<'a>) -> Option<Value<'a>> {
    let word = &block.word;
    let refuse = |span, what: &str, help: &str| {
        scope.report(
            Diagnostic::new(&codes::WRONG_HEAD, span, format!("a use of pattern `{}` takes no {what}", word.text))
                .here("not here")
                .help(help.to_owned()),
        );
    };
    let by_parameter = "what differs from use to use is a parameter of the pattern";
    if block.existing || block.is_abstract {
        refuse(word.span, "word before it", by_parameter);
    } else if let Some(place) = block.places.first() {
        refuse(place.span, "`in`", by_parameter);
    } else if let Some(like) = &block.like {
        refuse(like.span, "`like`", by_parameter);
    } else if let Some(value) = &block.value {
        refuse(value.span, "value after `=`", by_parameter);
    } else if let Some(Arg::Expr(extra)) = block.args.get(1) {
        refuse(extra.span, "second name", "write one name, then attributes in braces");
    } else {
        return match block.args.first() {
            Some(Arg::Word(name)) => Some(Value::new(name.span, ValueKind::Str(name.text.as_str().into()))),
            Some(Arg::Expr(expr)) => match &expr.kind {
                ast::ExprKind::Name(name) => Some(Value::new(expr.span, ValueKind::Str(name.as_str().into()))),
                _ => {
                    let value = scope.eval(expr, env);
                    let word = value.as_word().map(str::to_owned).or_else(|| value.as_str().map(str::to_owned));
                    if word.is_none() {
                        scope.wrong(expr.span, "a name", &value);
                    }
                    word.map(|word| Value::new(expr.span, ValueKind::Str(word.into())))
                }
            },
            None => {
                scope.report(
                    Diagnostic::new(&codes::WRONG_HEAD, word.span, format!("this use of pattern `{}` has no name", word.text))
                        .here("a name belongs after it")
                        .help(format!("write `{} NAME {{ … }}`", word.text)),
                );
                None
            }
        };
    }
    None
}

/// The parameters of a use, bound; defaults may mention those before them.
fn arguments<'a>(scope: &Scope<'a>, block: &'a Block, pattern: &'a Pattern, name: &Value<'a>, env: &Env<'a>) -> Option<Env<'a>> {
    let owner = format!("pattern `{}`", pattern.name.text);
    let mut given: BTreeMap<&str, &'a Attr> = BTreeMap::new();
    let mut sound = true;
    for item in block.body.iter().flat_map(|body| &body.items) {
        match &item.kind {
            ItemKind::Attr(attr) if attr.op == AttrOp::Set => {
                let text = attr.name.text.as_str();
                if !pattern.params.iter().any(|param| param.name.text == text) {
                    let near = nearest(text, pattern.params.iter().map(|param| param.name.text.as_str()));
                    scope.report(unknown_attribute(text, attr.name.span, &owner, near).label(pattern.name.span, "its parameters are here"));
                    sound = false;
                } else if let Some(first) = given.insert(text, attr) {
                    scope.report(
                        Diagnostic::new(&codes::DUPLICATE_ATTRIBUTE, attr.name.span, format!("`{text}` is set twice"))
                            .here("again here")
                            .label(first.name.span, "first here"),
                    );
                }
            }
            ItemKind::Error => sound = false,
            _ => {
                scope.report(
                    Diagnostic::new(
                        &codes::WRONG_PLACE_FOR_ITEM,
                        item.span,
                        format!("a use of {owner} takes its parameters and nothing else"),
                    )
                    .here("not a parameter")
                    .label(pattern.name.span, "its parameters are here"),
                );
                sound = false;
            }
        }
    }
    let mut inner = Env::default().bind("name", name.clone());
    for param in &pattern.params {
        let text = param.name.text.as_str();
        let value = match (given.get(text), &param.default) {
            (Some(attr), _) => scope.eval(&attr.value, env),
            (None, Some(default)) => scope.eval(default, &inner),
            (None, None) => {
                if sound {
                    scope.report(
                        Diagnostic::new(&codes::MISSING_ATTRIBUTE, name.span, format!("{owner} needs `{text}`"))
                            .here(format!("`{text}` is missing"))
                            .label(param.name.span, "declared here, without a default"),
                    );
                }
                sound = false;
                continue;
            }
        };
        let wanted = Wanted { what: format!("`{text}` of {owner}"), code: &codes::WRONG_TYPE, of_kinds: true };
        let value = fit(scope, value, &param.ty, &wanted);
        sound &= !value.is_error();
        inner = inner.bind(text, value);
    }
    sound.then_some(inner)
}

/// A computed name outside of quotes is a name and not a text.
pub fn as_name<'a>(value: Value<'a>) -> Value<'a> {
    match &value.kind {
        ValueKind::Str(text) => Value::new(value.span, ValueKind::Path(Rc::new(super::value::Path::word(&**text)))),
        _ => value,
    }
}
