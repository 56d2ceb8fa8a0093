//! The language: what each kind accepts.
//!
//! One file declares one kind: its attributes with types, defaults and docs, its nested blocks, an
//! example. Type checking, `mrc explain KIND`, completion and the reference manual are derived from
//! these declarations; nothing else lists attributes.

mod account;
mod bucket;
mod direct_connect;
mod egress;
mod firewall;
mod key;
mod later;
mod mesh;
mod peering;
mod pool;
mod prefix_list;
mod quota;
pub mod reference;
mod region;
mod segment;
mod star;
mod table;
mod topology;
mod transit_gateway;
mod vpc;
mod vpn;

/// A kind of block, at the top level or nested in another.
#[derive(Debug)]
pub struct Kind {
    pub name: &'static str,
    pub doc: &'static str,
    /// A whole program that uses it; the tests compile it.
    pub example: &'static str,
    pub scope: Scope,
    /// What stands after the word: `vpc NAME`, `attach GATEWAY`, `route CIDR via TARGET`.
    pub head: &'static [Head],
    /// What stands after `=` in the head, as in `pool corp = 10.0.0.0/8`.
    pub value: Option<Type>,
    pub attributes: &'static [Attribute],
    pub blocks: &'static [&'static Kind],
    /// Attributes that `existing` takes beside (or instead of) the others; empty where there is no
    /// `existing` of this kind.
    pub existing: &'static [Attribute],
    pub support: Support,
}

/// Where blocks of a kind live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Once for the whole topology; `in` is an error.
    Topology,
    /// In every place unless `in` says otherwise.
    EveryPlace,
    /// In the places that `in` names; `in` is required.
    NamedPlaces,
    /// Inside another block.
    Nested,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    Full,
    /// Parsed and formatted, refused by `check` with this reason.
    Later(&'static str),
}

/// One part of a block's head.
#[derive(Clone, Copy, Debug)]
pub enum Head {
    /// A name that the block declares.
    Name,
    /// A name that may be left out.
    OptionalName,
    /// A connecting word.
    Word(&'static str),
    /// A value of a type.
    Value(&'static str, Type),
    /// `in PLACE` is part of the head, as in `primary in eu-west-1`.
    InPlaces,
}

#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    pub name: &'static str,
    pub ty: Type,
    pub presence: Presence,
    pub doc: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Required,
    Optional,
    /// Optional, with this default as one would write it.
    Default(&'static str),
    /// Known to the language, refused for now.
    Later,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    Bool,
    Int {
        least: u64,
        most: u64,
    },
    Str,
    Cidr4,
    Cidr6,
    Ip4,
    Prefix,
    Asn,
    Duration,
    Region,
    Zone,
    Place,
    AccountId,
    /// An AWS service as endpoints name it: `s3`, `ecr.api`.
    Service,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A reference to a block of one of these kinds.
    Ref(&'static [&'static str]),
    /// `prefix from pool`
    FromPool,
    RangeOf(&'static Type),
    List(&'static Type),
    /// `a <-> b`
    Pair(&'static Type),
    /// Words to strings.
    Tags,
    /// Words to words: the attributes of a table's key.
    Fields,
    /// `param("name")`
    Param,
    /// `s3(bucket)`
    Call(&'static str, &'static Type),
    /// `cloudwatch { retention = 30d }`
    Node(&'static str, &'static [Attribute]),
    Either(&'static [Type]),
}

impl Type {
    /// The type as the manual and messages write it.
    pub fn describe(&self) -> String {
        match self {
            Type::Bool => "on or off".into(),
            Type::Int { least: 0, most: u64::MAX } => "an integer".into(),
            Type::Int { least, most: u64::MAX } => format!("an integer from {least}"),
            Type::Int { least, most } => format!("an integer from {least} to {most}"),
            Type::Str => "a string".into(),
            Type::Cidr4 => "an IPv4 CIDR".into(),
            Type::Cidr6 => "an IPv6 CIDR".into(),
            Type::Ip4 => "an IPv4 address".into(),
            Type::Prefix => "a prefix length".into(),
            Type::Asn => "an ASN".into(),
            Type::Duration => "a duration".into(),
            Type::Region => "a region".into(),
            Type::Zone => "a zone".into(),
            Type::Place => "a place".into(),
            Type::AccountId => "an account id (12 digits)".into(),
            Type::Service => "an AWS service".into(),
            Type::Word(words) => format!("`{}`", words.join("`, `")).replacen("`, `", "` or `", usize::from(words.len() == 2)),
            Type::Ref(kinds) => format!("a {}", kinds.join(" or ").replace('_', " ")),
            Type::FromPool => "a prefix from a pool".into(),
            Type::RangeOf(ty) => format!("a range of {}s", ty.describe().trim_start_matches("an ").trim_start_matches("a ")),
            Type::List(ty) => format!("a list, each {}", ty.describe()),
            Type::Pair(ty) => format!("a pair `a <-> b`, each {}", ty.describe()),
            Type::Tags => "a record of tags".into(),
            Type::Fields => "one attribute and its type (string, number or binary), as in `{ id: string }`".into(),
            Type::Param => "`param(\"name\")`".into(),
            Type::Call(name, ty) => format!("`{name}(…)` with {}", ty.describe()),
            Type::Node(name, _) => format!("`{name} {{ … }}`"),
            Type::Either(types) => {
                let all: Vec<String> = types.iter().map(Type::describe).collect();
                match all.split_last() {
                    Some((last, [])) => last.clone(),
                    Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
                    None => String::new(),
                }
            }
        }
    }
}

impl Kind {
    pub fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        self.attributes.iter().find(|each| each.name == name)
    }

    pub fn block(&self, name: &str) -> Option<&'static Kind> {
        self.blocks.iter().copied().find(|each| each.name == name)
    }
}

/// Every kind of the top level, in the order of the manual.
pub static ALL: &[&Kind] = &[
    &topology::KIND,
    &account::KIND,
    &region::KIND,
    &pool::KIND,
    &vpc::KIND,
    &transit_gateway::KIND,
    &peering::KIND,
    &mesh::KIND,
    &star::KIND,
    &segment::KIND,
    &egress::KIND,
    &firewall::KIND,
    &vpn::KIND,
    &direct_connect::KIND,
    &prefix_list::KIND,
    &bucket::KIND,
    &table::KIND,
    &key::KIND,
    &quota::KIND,
];

/// The kind of a top-level word; also those that come later.
pub fn find(word: &str) -> Option<&'static Kind> {
    ALL.iter().chain(later::ALL).copied().find(|each| each.name == word)
}

/// Words that may start a block at the top level.
pub fn words() -> impl Iterator<Item = &'static str> {
    ALL.iter().chain(later::ALL).map(|each| each.name)
}

/// Attributes that every kind takes.
pub static TAGS: Attribute = optional("tags", Type::Tags, "Tags of its own, over those of topology, account and region.");

const fn required(name: &'static str, ty: Type, doc: &'static str) -> Attribute {
    Attribute { name, ty, presence: Presence::Required, doc }
}

const fn optional(name: &'static str, ty: Type, doc: &'static str) -> Attribute {
    Attribute { name, ty, presence: Presence::Optional, doc }
}

const fn default(name: &'static str, ty: Type, value: &'static str, doc: &'static str) -> Attribute {
    Attribute { name, ty, presence: Presence::Default(value), doc }
}

const fn later(name: &'static str, doc: &'static str) -> Attribute {
    Attribute { name, ty: Type::Str, presence: Presence::Later, doc }
}

/// A kind with nothing in it, to be filled with `..BASE`.
const BASE: Kind = Kind {
    name: "",
    doc: "",
    example: "",
    scope: Scope::Nested,
    head: &[],
    value: None,
    attributes: &[],
    blocks: &[],
    existing: &[],
    support: Support::Full,
};
