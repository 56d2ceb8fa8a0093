//! The tree as the resolver wants it: plain data with spans, trivia gone.
//!
//! The parser makes a lossless tree first (`tree`); this is a view of it that owns its data.
//! Whatever could not be parsed is an `Error` node, about which the parser has already complained;
//! later stages stay silent about it.
//!
//! One grammar serves every kind. A member of a body is an attribute (`azs = 3`), or a *block*: a
//! word, then arguments, then optional parts:
//!
//! ```text
//! subnet data { size = /24 }                    args: [data]
//! replicate to eu-west-1 { within = 15m }       args: [`to`, eu-west-1]
//! route 10.0.0.0/8 via core                     args: [10.0.0.0/8, `via`, core]
//! reserve 10.9.0.0/16 for "the old estate"      args: [10.9.0.0/16, `for`, "…"]
//! pool corp = 10.0.0.0/8 { per_region = /12 }   args: [corp], value: 10.0.0.0/8
//! bucket assets in us-east-1 like base { }      args: [assets], places, like
//! attach core { }   attach core                 args: [core]
//! ```
//!
//! Which words a kind accepts is not the parser's business.

use std::net::IpAddr;

use crate::source::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// The number after `mr`, if the file says it.
    pub edition: Option<Edition>,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    pub number: u64,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ident {
    pub text: String,
    pub span: Span,
}

/// An item of a file or a member of a body; one type, so that `for` and `if` work in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The whole item, doc comment and `@allow` excluded.
    pub span: Span,
    /// Text of the `///` lines before it, without the slashes, lines joined with `\n`.
    pub doc: Option<String>,
    pub allows: Vec<Allow>,
    pub kind: ItemKind,
}

/// `@allow(duplicate-asn, "predates the 2024 migration")`
#[derive(Clone, Debug, PartialEq)]
pub struct Allow {
    pub span: Span,
    pub code: Ident,
    /// None where it was left out; the parser has complained.
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    Use(Use),
    Input(Input),
    Let(Let),
    Pattern(Pattern),
    For(For),
    If(If),
    Rule(Rule),
    Assert(Assert),
    Moved(Moved),
    At(At),
    Attr(Attr),
    Block(Block),
    Error,
}

/// `use "./data.mr"` or `use std.net.{three_tier, star}`
#[derive(Clone, Debug, PartialEq)]
pub enum Use {
    File { path: String, span: Span },
    Names { path: Vec<Ident>, names: Vec<Ident> },
}

/// `input env: one_of(dev, prod) = dev`
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    pub name: Ident,
    /// Types are expressions: `string`, `[region]`, `one_of(dev, prod)`, `tag?` is a `Call` of
    /// the name `optional`.
    pub ty: Expr,
    pub default: Option<Expr>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Let {
    pub name: Ident,
    pub value: Expr,
}

/// `pattern full_mesh(of: [transit_gateway]) { … }`
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    pub name: Ident,
    pub params: Vec<Input>,
    pub body: Body,
}

/// `for (a, b) in pairs(xs) where a.azs > 2 { … }`
#[derive(Clone, Debug, PartialEq)]
pub struct For {
    pub bindings: Vec<Ident>,
    pub over: Expr,
    pub filter: Option<Expr>,
    pub body: Body,
}

/// `if c { … } else if d { … } else { … }`; an `else if` is an `otherwise` that holds one `If`.
#[derive(Clone, Debug, PartialEq)]
pub struct If {
    pub condition: Expr,
    pub then: Body,
    pub otherwise: Option<Body>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// `->`
    To,
    /// `<->`
    Both,
}

/// `allow a -> b : tcp 443`
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub deny: bool,
    pub from: Expr,
    pub arrow: Arrow,
    pub to: Expr,
    /// After the colon: as written, one expression an element (`tcp`, `443`, `1024..2048`).
    pub ports: Vec<Expr>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Assert {
    pub condition: Expr,
    pub message: Option<String>,
}

/// `moved vpc/old -> vpc/new`: both sides as expressions (paths use `.`, `/`, `@`).
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub from: Expr,
    pub to: Expr,
}

/// `at ap-south-1, eu-west-1 { azs = 2 }`
#[derive(Clone, Debug, PartialEq)]
pub struct At {
    pub places: Vec<Expr>,
    pub body: Body,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttrOp {
    /// `=`
    Set,
    /// `<=`, as in `rto <= 5m`
    AtMost,
    /// `>=`
    AtLeast,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Attr {
    pub name: Ident,
    pub op: AttrOp,
    pub value: Expr,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub existing: bool,
    /// `abstract vpc three_tier { … }`
    pub is_abstract: bool,
    /// `vpc`, `subnet`, `attach`, `route`, `replicate`, …
    pub word: Ident,
    pub args: Vec<Arg>,
    /// After `=`.
    pub value: Option<Expr>,
    /// After `in`: one place, a list, `regions`, `prod/*`. Empty where there is no `in`.
    pub places: Vec<Expr>,
    /// After `like`.
    pub like: Option<Expr>,
    pub body: Option<Body>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A connecting word: `to`, `via`, `for`, `on`, `from`.
    Word(Ident),
    Expr(Expr),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// From `{` to `}`.
    pub span: Span,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub span: Span,
    pub kind: ExprKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum StrPart {
    Text(String),
    Expr(Expr),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    Or,
    And,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Add,
    Sub,
    Mul,
    Div,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Not,
    Neg,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    Int(u64),
    Bool(bool),
    /// A string; without `${}` it has at most one `Text` part.
    Str(Vec<StrPart>),
    /// A computed name, `${name}-${a.region}` outside of quotes.
    NameTemplate(Vec<StrPart>),
    /// As written: host bits are kept, so that a diagnostic can show them.
    Cidr {
        addr: IpAddr,
        prefix: u8,
    },
    /// `/20`
    Prefix(u8),
    Ip(IpAddr),
    /// `AS64512`, `AS65000.1`
    Asn(u32),
    /// Milliseconds.
    Duration(u64),
    /// Bytes.
    Size(u64),
    /// Bits a second.
    Rate(u64),
    /// Thousandths of a percent.
    Percent(u64),
    /// Ten-thousandths of a US dollar.
    Money(u64),
    /// Exactly twelve digits.
    Account(String),
    Range(Box<Expr>, Box<Expr>),
    /// A bare identifier: a reference, a region, a zone, an enumerator or a type, as its place says.
    Name(String),
    /// `a.b`
    Field(Box<Expr>, Ident),
    /// `app@us-east-1`, `core@*`, `app@prod/us-east-1`
    AtPlace(Box<Expr>, Box<Expr>),
    /// `prod/us-east-1`, `prod/*`; also joins the parts of a `moved` path
    Slash(Box<Expr>, Box<Expr>),
    /// `*` where a place or a name is wanted
    Star,
    /// `data[a]`
    Index(Box<Expr>, Box<Expr>),
    /// `pairs(xs)`, `param("name")`, `s3(logs)`
    Call(Box<Expr>, Vec<Expr>),
    /// `lose = us-east-1` among the arguments of a call
    Named(Ident, Box<Expr>),
    /// `cloudwatch { retention = 30d }`
    Node(Ident, Body),
    List(Vec<Expr>),
    Record(Vec<(Ident, Expr)>),
    /// `/16 from corp`
    From(Box<Expr>, Box<Expr>),
    /// `a <-> b` or `a -> b` as a value, in `except` and `assert`
    Arrow(Box<Expr>, Arrow, Box<Expr>),
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    Unary(UnaryOp, Box<Expr>),
    Error,
}
