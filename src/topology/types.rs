//! Does a value have the type that a kind declares?

use super::codes;
use super::eval::Scope;
use super::value::{Value, ValueKind};
use crate::aws;
use crate::diag::Diagnostic;
use crate::kinds::{Attribute, Type};
use crate::nearest::nearest;
use crate::source::Span;

/// How a value relates to a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Yes,
    No,
    /// It is an error, or one has been reported.
    Reported,
}

/// Checks a value; says what is wrong, once. `what` names the attribute: "`azs` of vpc `app`".
pub fn check(scope: &Scope<'_>, value: &Value<'_>, ty: &Type, what: &str) -> bool {
    match fits(scope, value, ty) {
        Fit::Yes => true,
        Fit::Reported => false,
        Fit::No => {
            scope.report(mismatch(value, ty, what));
            false
        }
    }
}

fn mismatch(value: &Value<'_>, ty: &Type, what: &str) -> Diagnostic {
    if let (Type::Int { least, most }, ValueKind::Int(number)) = (ty, &value.kind) {
        return Diagnostic::new(&codes::OUT_OF_RANGE, value.span, format!("{what} is {number}; it must be from {least} to {most}"))
            .here(format!("not from {least} to {most}"));
    }
    let mut diagnostic =
        Diagnostic::new(&codes::WRONG_TYPE, value.span, format!("{what} wants {}, found {}", ty.describe(), value.describe()))
            .here(format!("expected {}", ty.describe()));
    if let (Some(word), Some(words)) = (value.as_word(), words_of(ty))
        && let Some(near) = nearest(word, words.iter().copied())
    {
        diagnostic = diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), value.span, near);
    }
    if let (Type::Prefix, ValueKind::Int(number @ 0..=128)) = (ty, &value.kind) {
        diagnostic = diagnostic.help(format!("write `/{number}`")).fix(format!("write `/{number}`"), value.span, format!("/{number}"));
    }
    diagnostic
}

/// Words that a type accepts, if any.
fn words_of(ty: &Type) -> Option<Vec<&'static str>> {
    match ty {
        Type::Word(words) => Some(words.to_vec()),
        Type::Either(types) => {
            let all: Vec<&str> = types.iter().filter_map(words_of).flatten().collect();
            (!all.is_empty()).then_some(all)
        }
        Type::List(ty) => words_of(ty),
        _ => None,
    }
}

fn yes(truth: bool) -> Fit {
    if truth { Fit::Yes } else { Fit::No }
}

fn fits(scope: &Scope<'_>, value: &Value<'_>, ty: &Type) -> Fit {
    use ValueKind as V;
    if value.is_error() {
        return Fit::Reported;
    }
    match (ty, &value.kind) {
        (Type::Bool, V::Bool(_))
        | (Type::Str, V::Str(_))
        | (Type::Cidr4, V::Cidr(std::net::IpAddr::V4(_), _))
        | (Type::Ip4, V::Ip(std::net::IpAddr::V4(_)))
        | (Type::Cidr6, V::Cidr(std::net::IpAddr::V6(_), _))
        | (Type::Prefix, V::Prefix(_))
        | (Type::Asn, V::Asn(_))
        | (Type::Duration, V::Duration(_))
        | (Type::Param, V::Param(_)) => Fit::Yes,
        // A plain integer where an ASN is expected; twelve digits lex as an account id.
        (Type::Asn, V::Int(number)) => yes(*number <= u64::from(u32::MAX)),
        (Type::Int { least, most }, V::Int(number)) => yes(number >= least && number <= most),
        (Type::AccountId, V::Account(_)) => Fit::Yes,
        (Type::AccountId, V::Str(text)) => yes(text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())),
        (Type::Region, V::Path(path)) => match path.as_word() {
            Some(word) => region_fits(scope, word, value.span),
            None => Fit::No,
        },
        (Type::Zone | Type::Place, V::Path(path)) => yes(path.as_place().is_some()),
        (Type::Service, V::Path(path)) => yes(path.place.is_none() && path.region.is_none() && path.index.is_none()),
        (Type::Service, V::Str(_)) => Fit::Yes,
        (Type::Word(words), V::Path(path)) => yes(path.as_word().is_some_and(|word| words.contains(&word))),
        // `none` and `off` read the same.
        (Type::Word(words), V::Bool(false)) => yes(words.contains(&"none")),
        (Type::Ref(_), V::Path(path)) => yes(path.region.is_none()),
        (Type::FromPool, V::FromPool(..)) => Fit::Yes,
        (Type::RangeOf(ty), V::Range(ends)) => match (number(&ends.0), number(&ends.1)) {
            (Some(first), Some(last)) if first > last => {
                scope.report(backwards(value));
                Fit::Reported
            }
            _ => both(fits(scope, &ends.0, ty), fits(scope, &ends.1, ty)),
        },
        (Type::List(ty), V::List(values)) => values.iter().fold(Fit::Yes, |so_far, each| match fits(scope, each, ty) {
            // The element is what is wrong, not the list.
            Fit::No => {
                scope.report(mismatch(each, ty, "an element of this list"));
                Fit::Reported
            }
            fit => both(so_far, fit),
        }),
        (Type::Pair(ty), V::Pair(crate::syntax::ast::Arrow::Both, ends)) => both(fits(scope, &ends.0, ty), fits(scope, &ends.1, ty)),
        (Type::Tags, V::Record(fields)) => fields.iter().enumerate().fold(Fit::Yes, |so_far, (ix, (name, each))| match &each.kind {
            V::Str(_) | V::Int(_) | V::Path(_) | V::Bool(_) | V::Account(_) | V::Duration(_)
                if bad_tag(scope, &fields[..ix], name, each) =>
            {
                Fit::Reported
            }
            V::Str(_) | V::Int(_) | V::Path(_) | V::Bool(_) | V::Account(_) | V::Duration(_) => so_far,
            V::Error => Fit::Reported,
            _ => {
                scope.report(mismatch(each, &Type::Str, &format!("tag `{}`", name.text)));
                Fit::Reported
            }
        }),
        (Type::Fields, V::Record(fields)) => yes(fields.len() == 1
            && fields.iter().all(|(_, each)| each.as_word().is_some_and(|word| ["string", "number", "binary"].contains(&word)))),
        (Type::Call(name, ty), V::Call(found, args)) if name == found => match &**args {
            [arg] => fits(scope, arg, ty),
            _ => Fit::No,
        },
        (Type::Node(name, attributes), V::Node(found, body)) if *name == found.text => {
            node_fits(scope, name, attributes, body);
            Fit::Yes
        }
        (Type::Either(types), _) => {
            for ty in *types {
                match fits(scope, value, ty) {
                    Fit::No => {}
                    fit => return fit,
                }
            }
            Fit::No
        }
        _ => Fit::No,
    }
}

/// Says what AWS does not take of a tag; one that it takes is no bad one.
fn bad_tag(
    scope: &Scope<'_>,
    before: &[(&crate::syntax::ast::Ident, Value<'_>)],
    key: &crate::syntax::ast::Ident,
    value: &Value<'_>,
) -> bool {
    let text = value.to_string();
    let limit = |what: &str, text: &str, most: usize| {
        let length = text.chars().count();
        (length > most).then(|| format!("{what} has {length} characters; AWS takes {most}"))
    };
    let character = |what: &str, text: &str| {
        // A dynamic reference has been said.
        let other = text.chars().find(|each| !aws::is_tag_character(*each) && !super::dynamic::holds_reference(text))?;
        Some(format!("{what} has {other:?}; AWS takes letters, digits, spaces and `{}`", aws::tag_punctuation()))
    };
    let lower = key.text.to_lowercase();
    let same = before.iter().find(|(other, _)| other.text.to_lowercase() == lower);
    let (span, message) = if key.text.is_empty() {
        (key.span, "a tag has no key".to_owned())
    } else if lower.starts_with("aws:") {
        (key.span, format!("tag `{}` starts with `aws:`, which is AWS's own", key.text))
    } else if lower == "name" {
        (key.span, format!("tag `{}` is written by mrc: each resource has a name of its own", key.text))
    } else if let Some(problem) = limit("the key of a tag", &key.text, aws::longest_name("tag key")) {
        (key.span, problem)
    } else if let Some(problem) = character(&format!("the key of tag `{}`", key.text), &key.text) {
        (key.span, problem)
    } else if let Some(problem) = limit(&format!("the value of tag `{}`", key.text), &text, aws::longest_name("tag value")) {
        (value.span, problem)
    } else if let Some(problem) = character(&format!("the value of tag `{}`", key.text), &text) {
        (value.span, problem)
    } else if let Some((other, _)) = same {
        let message =
            if other.text == key.text { "is there twice".to_owned() } else { format!("and `{}` differ in case only", other.text) };
        (key.span, format!("tag `{}` {message}", key.text))
    } else {
        return false;
    };
    let mut diagnostic = Diagnostic::new(&codes::BAD_TAG, span, message).here("not a tag that AWS takes");
    if let Some((other, _)) = same {
        diagnostic = diagnostic.label(other.span, "the other one");
    }
    scope.report(diagnostic);
    true
}

fn number(value: &Value<'_>) -> Option<u64> {
    match value.kind {
        ValueKind::Int(number) => Some(number),
        ValueKind::Asn(number) => Some(number.into()),
        _ => None,
    }
}

/// `443..80`
pub fn backwards(value: &Value<'_>) -> Diagnostic {
    let ValueKind::Range(ends) = &value.kind else { unreachable!("only a range has two ends") };
    let right = format!("{}..{}", ends.1, ends.0);
    Diagnostic::new(&codes::WRONG_TYPE, value.span, format!("the range {}..{} ends before it starts", ends.0, ends.1))
        .here("nothing is in it")
        .help(format!("write `{right}`"))
        .fix(format!("write `{right}`"), value.span, right)
}

fn both(a: Fit, b: Fit) -> Fit {
    match (a, b) {
        (Fit::Reported, _) | (_, Fit::Reported) => Fit::Reported,
        (Fit::No, _) | (_, Fit::No) => Fit::No,
        _ => Fit::Yes,
    }
}

fn region_fits(scope: &Scope<'_>, word: &str, span: Span) -> Fit {
    if aws::region(word).is_some() {
        return Fit::Yes;
    }
    scope.report(unknown_region(word, span));
    Fit::Reported
}

/// `us-east-3` is no region.
pub fn unknown_region(word: &str, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(&codes::UNKNOWN_REGION, span, format!("`{word}` is no AWS region")).here("not a region");
    match aws::nearest_region(word) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near),
        None => diagnostic.help("region codes look like `eu-west-1`"),
    }
}

/// Names inside `cloudwatch { … }`; values are checked when they are read.
fn node_fits(scope: &Scope<'_>, name: &str, attributes: &[Attribute], body: &crate::syntax::ast::Body) {
    use crate::syntax::ast::ItemKind;
    let mut seen: Vec<&str> = Vec::new();
    for item in &body.items {
        match &item.kind {
            ItemKind::Attr(attr) if !attributes.iter().any(|each| each.name == attr.name.text) => {
                let near = nearest(&attr.name.text, attributes.iter().map(|each| each.name));
                scope.report(unknown_attribute(&attr.name.text, attr.name.span, &format!("`{name}`"), near));
            }
            ItemKind::Attr(attr) if seen.contains(&attr.name.text.as_str()) => {
                scope.report(
                    Diagnostic::new(&codes::DUPLICATE_ATTRIBUTE, attr.name.span, format!("`{}` is set twice", attr.name.text))
                        .here("again here"),
                );
            }
            ItemKind::Attr(attr) => seen.push(&attr.name.text),
            ItemKind::Error => {}
            _ => scope.report(
                Diagnostic::new(&codes::WRONG_PLACE_FOR_ITEM, item.span, format!("`{name} {{ }}` takes attributes only"))
                    .here("not an attribute"),
            ),
        }
    }
}

pub fn unknown_attribute(name: &str, span: Span, owner: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&codes::UNKNOWN_ATTRIBUTE, span, format!("{owner} has no attribute `{name}`")).here("unknown attribute");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near),
        None => diagnostic,
    }
}
