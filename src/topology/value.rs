//! What expressions evaluate to.

use std::fmt;
use std::net::IpAddr;
use std::rc::Rc;

use crate::source::Span;
use crate::syntax::ast;

#[derive(Clone, Debug)]
pub struct Value<'a> {
    pub span: Span,
    pub kind: ValueKind<'a>,
}

#[derive(Clone, Debug)]
pub enum ValueKind<'a> {
    /// Something about which everything has been said.
    Error,
    Int(u64),
    Bool(bool),
    Str(Rc<str>),
    Cidr(IpAddr, u8),
    Prefix(u8),
    Ip(IpAddr),
    Asn(u32),
    /// Milliseconds.
    Duration(u64),
    Size(u64),
    Rate(u64),
    Percent(u64),
    Money(u64),
    Account(Rc<str>),
    Range(Rc<(Value<'a>, Value<'a>)>),
    /// A word or a reference; the type that is wanted says which.
    Path(Rc<Path>),
    List(Rc<[Value<'a>]>),
    Record(Rc<[(&'a ast::Ident, Value<'a>)]>),
    FromPool(u8, Rc<Value<'a>>),
    Param(Rc<str>),
    Call(&'a str, Rc<[Value<'a>]>),
    Node(&'a ast::Ident, &'a ast::Body),
    Pair(ast::Arrow, Rc<(Value<'a>, Value<'a>)>),
}

/// `app`, `us-east-1`, `prod/us-east-1`, `core@*`, `app@us-east-1.data[a]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub base: String,
    /// After `/`, where the base is an account: `prod/us-east-1`, `prod/*`.
    pub region: Option<String>,
    /// After `@`.
    pub place: Option<PlacePattern>,
    pub fields: Vec<String>,
    pub index: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacePattern {
    /// None: the default account, or every account where the region is `*` and alone.
    pub account: Option<String>,
    /// None is `*`.
    pub region: Option<String>,
}

impl Path {
    pub fn word(base: impl Into<String>) -> Path {
        Path { base: base.into(), region: None, place: None, fields: Vec::new(), index: None }
    }

    /// The same with another name in front: what was probably meant.
    pub fn with_base(&self, base: &str) -> Path {
        Path { base: base.to_owned(), ..self.clone() }
    }

    /// The word itself, where nothing follows it.
    pub fn as_word(&self) -> Option<&str> {
        let alone = self.region.is_none() && self.place.is_none() && self.fields.is_empty() && self.index.is_none();
        alone.then_some(self.base.as_str())
    }

    /// `us-east-1`, `prod/us-east-1`, `prod/*` as a pattern of places.
    pub fn as_place(&self) -> Option<PlacePattern> {
        if self.place.is_some() || !self.fields.is_empty() || self.index.is_some() {
            return None;
        }
        let star = |text: &str| (text != "*").then(|| text.to_owned());
        Some(match &self.region {
            Some(region) => PlacePattern { account: star(&self.base), region: star(region) },
            None => PlacePattern { account: None, region: star(&self.base) },
        })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)?;
        if let Some(region) = &self.region {
            write!(f, "/{region}")?;
        }
        if let Some(place) = &self.place {
            write!(f, "@{place}")?;
        }
        for field in &self.fields {
            write!(f, ".{field}")?;
        }
        if let Some(index) = &self.index {
            write!(f, "[{index}]")?;
        }
        Ok(())
    }
}

impl fmt::Display for PlacePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(account) = &self.account {
            write!(f, "{account}/")?;
        }
        f.write_str(self.region.as_deref().unwrap_or("*"))
    }
}

impl<'a> Value<'a> {
    pub fn new(span: Span, kind: ValueKind<'a>) -> Self {
        Value { span, kind }
    }

    pub fn of_path(span: Span, path: Path) -> Self {
        Value { span, kind: ValueKind::Path(Rc::new(path)) }
    }

    pub fn error(span: Span) -> Self {
        Value { span, kind: ValueKind::Error }
    }

    pub fn is_error(&self) -> bool {
        matches!(self.kind, ValueKind::Error)
    }

    pub fn as_word(&self) -> Option<&str> {
        match &self.kind {
            ValueKind::Path(path) => path.as_word(),
            _ => None,
        }
    }

    pub fn as_path(&self) -> Option<&Path> {
        match &self.kind {
            ValueKind::Path(path) => Some(path),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            ValueKind::Str(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self.kind {
            ValueKind::Bool(value) => Some(value),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Value<'a>]> {
        match &self.kind {
            ValueKind::List(values) => Some(values),
            _ => None,
        }
    }

    /// What it is, for `expected …, found …`.
    pub fn describe(&self) -> String {
        match &self.kind {
            ValueKind::Error => "an error".into(),
            ValueKind::Int(value) => format!("the integer {value}"),
            ValueKind::Bool(value) => if *value { "on" } else { "off" }.into(),
            ValueKind::Str(text) => format!("the string \"{text}\""),
            ValueKind::Cidr(addr, prefix) => format!("the CIDR {addr}/{prefix}"),
            ValueKind::Prefix(prefix) => format!("the prefix length /{prefix}"),
            ValueKind::Ip(addr) => format!("the address {addr}"),
            ValueKind::Asn(number) => format!("AS{number}"),
            ValueKind::Duration(_) => format!("the duration {self}"),
            ValueKind::Size(_) => "a size".into(),
            ValueKind::Rate(_) => "a rate".into(),
            ValueKind::Percent(_) => "a percentage".into(),
            ValueKind::Money(_) => "an amount of money".into(),
            ValueKind::Account(id) => format!("the account id {id}"),
            ValueKind::Range(_) => "a range".into(),
            ValueKind::Path(path) => format!("`{path}`"),
            ValueKind::List(values) => match values.len() {
                0 => "an empty list".into(),
                1 => "a list of one".into(),
                number => format!("a list of {number}"),
            },
            ValueKind::Record(fields) => {
                let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{}: {value}", name.text)).collect();
                format!("the record {{ {} }}", fields.join(", "))
            }
            ValueKind::FromPool(prefix, pool) => format!("`/{prefix} from {pool}`"),
            ValueKind::Param(name) => format!("`param(\"{name}\")`"),
            ValueKind::Call(name, _) => format!("`{name}(…)`"),
            ValueKind::Node(name, _) => format!("`{} {{ … }}`", name.text),
            ValueKind::Pair(..) => "a pair".into(),
        }
    }
}

/// As the source would write it; used in computed names and messages.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ValueKind::Int(value) => write!(f, "{value}"),
            ValueKind::Bool(value) => write!(f, "{value}"),
            ValueKind::Str(text) | ValueKind::Account(text) => f.write_str(text),
            ValueKind::Cidr(addr, prefix) => write!(f, "{addr}/{prefix}"),
            ValueKind::Prefix(prefix) => write!(f, "/{prefix}"),
            ValueKind::Ip(addr) => write!(f, "{addr}"),
            ValueKind::Asn(number) => write!(f, "AS{number}"),
            ValueKind::Duration(ms) => f.write_str(&show_duration(*ms)),
            ValueKind::Size(value) | ValueKind::Rate(value) => write!(f, "{value}"),
            ValueKind::Percent(value) => write!(f, "{}%", *value as f64 / 1000.0),
            ValueKind::Money(value) => write!(f, "${}", *value as f64 / 10_000.0),
            ValueKind::Range(ends) => write!(f, "{}..{}", ends.0, ends.1),
            ValueKind::Path(path) => write!(f, "{path}"),
            ValueKind::List(values) => {
                f.write_str("[")?;
                for (ix, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if ix == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            _ => f.write_str(&self.describe()),
        }
    }
}

/// Milliseconds of a day.
pub const DAY: u64 = 86_400_000;
/// Milliseconds of a minute.
pub const MINUTE: u64 = 60_000;

/// `90d`, `15m`, `1500ms`
pub fn show_duration(ms: u64) -> String {
    for (unit, size) in [("d", DAY), ("h", 60 * MINUTE), ("m", MINUTE), ("s", 1000)] {
        if ms >= size && ms.is_multiple_of(size) {
            return format!("{}{unit}", ms / size);
        }
    }
    format!("{ms}ms")
}
