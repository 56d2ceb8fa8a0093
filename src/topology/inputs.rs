//! `let` and `input`: names that stand for values in the whole topology.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::codes;
use super::eval::{Env, Scope};
use super::value::{Path, Value, ValueKind};
use crate::diag::{Code, Diagnostic};
use crate::kinds;
use crate::nearest::nearest;
use crate::source::Span;
use crate::syntax::ast::{self, Expr, ExprKind, ItemKind};

/// Puts lets and inputs of all files into the scope. `given` has a `let` for each `--set`.
pub fn declare<'a>(scope: &mut Scope<'a>, files: &'a [ast::File], given: &'a [ast::File]) {
    let mut declared: BTreeMap<&str, Span> = BTreeMap::new();
    let mut inputs: BTreeMap<&'a str, &'a ast::Input> = BTreeMap::new();
    for item in files.iter().flat_map(|file| &file.items) {
        let name = match &item.kind {
            ItemKind::Let(each) => &each.name,
            ItemKind::Input(each) => &each.name,
            _ => continue,
        };
        if let Some(first) = declared.insert(&name.text, name.span) {
            scope.report(
                Diagnostic::new(&codes::DUPLICATE_NAME, name.span, format!("`{}` is declared twice", name.text))
                    .here("again here")
                    .label(first, "first here")
                    .help("rename one of them"),
            );
            continue;
        }
        match &item.kind {
            ItemKind::Let(each) => drop(scope.lets.insert(&each.name.text, each)),
            ItemKind::Input(each) => drop(inputs.insert(&each.name.text, each)),
            _ => {}
        }
    }
    let mut values: BTreeMap<&str, &'a ast::Let> = BTreeMap::new();
    for item in given.iter().flat_map(|file| &file.items) {
        if let ItemKind::Let(each) = &item.kind {
            if !inputs.contains_key(each.name.text.as_str()) {
                let near = nearest(&each.name.text, inputs.keys().copied());
                let mut diagnostic =
                    Diagnostic::new(&codes::BAD_INPUT, each.name.span, format!("the topology has no input `{}`", each.name.text))
                        .here("not an input");
                if let Some(near) = near {
                    diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
                }
                scope.report(diagnostic);
            }
            // The last one counts, as on any command line.
            values.insert(&each.name.text, each);
        }
    }
    for (name, input) in inputs {
        let expr = values.get(name).map(|each| &each.value).or(input.default.as_ref());
        let value = match expr {
            Some(expr) => {
                let value = scope.eval(expr, &Env::default());
                fit(scope, value, &input.ty, &Wanted { what: format!("input `{name}`"), code: &codes::BAD_INPUT, of_kinds: false })
            }
            None => {
                scope.report(
                    Diagnostic::new(&codes::BAD_INPUT, input.name.span, format!("input `{name}` has no value"))
                        .here("no default, and none given")
                        .help(format!("give one with `--set {name}=…`")),
                );
                Value::error(input.name.span)
            }
        };
        scope.inputs.insert(name, value);
    }
}

/// Inputs that nothing reads.
pub fn unread(scope: &Scope<'_>, read: &BTreeSet<&str>) -> Vec<(&'static str, String, Span)> {
    scope.inputs.iter().filter(|(name, _)| !read.contains(*name)).map(|(name, value)| ("input", (*name).to_owned(), value.span)).collect()
}

/// What a value is for.
pub struct Wanted {
    /// "input `env`"
    pub what: String,
    pub code: &'static Code,
    /// Whether kinds are types: parameters of patterns are references too.
    pub of_kinds: bool,
}

/// A value of a declared type; strings from outside may stand for words.
pub fn fit<'a>(scope: &Scope<'a>, value: Value<'a>, ty: &'a Expr, wanted_by: &Wanted) -> Value<'a> {
    let Wanted { what, code, of_kinds } = wanted_by;
    if value.is_error() {
        return value;
    }
    let bad = |wanted: &str| {
        scope.report(
            Diagnostic::new(code, value.span, format!("{what} wants {wanted}, found {}", value.describe()))
                .here(format!("expected {wanted}"))
                .label(ty.span, "because of this type"),
        );
        Value::error(value.span)
    };
    let as_word = |value: &Value<'a>| match &value.kind {
        ValueKind::Str(text) => Value::new(value.span, ValueKind::Path(Rc::new(Path::word(&**text)))),
        _ => value.clone(),
    };
    match &ty.kind {
        ExprKind::Call(function, words) if matches!(&function.kind, ExprKind::Name(name) if name == "one_of") => {
            let word = as_word(&value);
            let allowed: Vec<&str> = words
                .iter()
                .filter_map(|each| match &each.kind {
                    ExprKind::Name(word) => Some(word.as_str()),
                    _ => None,
                })
                .collect();
            if word.as_word().is_some_and(|word| allowed.contains(&word)) { word } else { bad(&format!("one of {}", allowed.join(", "))) }
        }
        ExprKind::List(element) => match (&value.kind, element.as_slice()) {
            // A family is the list of its instances.
            (ValueKind::Path(_), [Expr { kind: ExprKind::Name(kind), .. }]) if *of_kinds && kinds::find(kind).is_some() => value,
            (ValueKind::List(values), [ty]) => {
                let fitted = values.iter().map(|each| fit(scope, each.clone(), ty, wanted_by)).collect();
                Value::new(value.span, ValueKind::List(fitted))
            }
            _ => bad("a list"),
        },
        ExprKind::Name(kind) if *of_kinds && kinds::find(kind).is_some_and(|kind| kind.support == kinds::Support::Full) => {
            if matches!(value.kind, ValueKind::Path(_)) { value } else { bad(&format!("a {}", kind.replace('_', " "))) }
        }
        ExprKind::Name(ty_name) => {
            let (fits, wanted) = match (ty_name.as_str(), &value.kind) {
                ("string", ValueKind::Str(_)) => (true, ""),
                ("string", ValueKind::Path(path)) if path.as_word().is_some() => {
                    return Value::new(value.span, ValueKind::Str(path.base.as_str().into()));
                }
                ("int", ValueKind::Int(_)) | ("bool", ValueKind::Bool(_)) | ("duration", ValueKind::Duration(_)) => (true, ""),
                ("cidr4" | "cidr", ValueKind::Cidr(..))
                | ("prefix", ValueKind::Prefix(_))
                | ("asn", ValueKind::Asn(_) | ValueKind::Int(_)) => (true, ""),
                ("account_id", ValueKind::Account(_) | ValueKind::Str(_)) | ("percent", ValueKind::Percent(_)) => (true, ""),
                ("region" | "zone", ValueKind::Path(_) | ValueKind::Str(_)) => return as_word(&value),
                ("string", _) => (false, "a string"),
                ("int", _) => (false, "an integer"),
                ("bool", _) => (false, "on or off"),
                ("duration", _) => (false, "a duration"),
                ("cidr4" | "cidr", _) => (false, "a CIDR"),
                ("prefix", _) => (false, "a prefix length"),
                ("asn", _) => (false, "an ASN"),
                ("account_id", _) => (false, "an account id"),
                ("percent", _) => (false, "a percentage"),
                ("region", _) => (false, "a region"),
                ("zone", _) => (false, "a zone"),
                _ => return unknown_type(scope, ty, wanted_by),
            };
            if fits { value } else { bad(wanted) }
        }
        ExprKind::Error => Value::error(value.span),
        _ => unknown_type(scope, ty, wanted_by),
    }
}

fn unknown_type<'a>(scope: &Scope<'a>, ty: &Expr, wanted: &Wanted) -> Value<'a> {
    let kinds = if wanted.of_kinds { ", a kind such as `transit_gateway`" } else { "" };
    scope.report(
        Diagnostic::new(wanted.code, ty.span, format!("the type of {} is not known", wanted.what)).here("no such type").help(format!(
            "string, int, bool, duration, cidr4, prefix, asn, region, zone, account_id, percent{kinds}, one_of(…) or [type]"
        )),
    );
    Value::error(ty.span)
}
