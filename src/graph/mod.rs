//! AWS resources without the words of any target.
//!
//! [`Graph`] is what the topology lowers to and what every backend reads. A [`Resource`] has a type
//! (`ec2.subnet`, a descriptor in `schema/resources/`), a path, properties in neutral snake_case,
//! and typed references to other resources. Order comes from paths.

mod bucket;
mod delivery;
mod firewall;
mod foundation;
mod key;
mod lower;
mod parameter;
pub(crate) mod peering;
mod publish;
pub(crate) mod reader;
mod table;
mod transit_gateway;
pub(crate) mod uplink;
mod vpc;

pub(crate) use foundation::LOGS_KEY;
pub use lower::lower;

use std::fmt;
use std::rc::Rc;

use crate::source::Span;
use crate::topology::Tags;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResourceId(pub u32);
pub use crate::topology::PlaceId;
pub use crate::topology::parameters::ParameterKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId(pub u32);

/// An account and a region.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// `us-east-1`, or `prod-us-east-1` where the topology has several accounts. Names folders
    /// and modules.
    pub slug: String,
    pub region: String,
    /// `aws`, `aws-cn`, `aws-us-gov`
    pub partition: String,
    /// Twelve digits, where the topology says them.
    pub account: Option<String>,
    /// Name of the account in the topology, where it has one.
    pub account_name: Option<String>,
    /// The role that a deployment assumes there.
    pub deploy_role: Option<String>,
    /// Tags of topology, account and region, merged and sorted by key. Every taggable resource
    /// gets them under its own.
    pub tags: Vec<(String, String)>,
    /// Those of them that the region says; the others are the same in every place of the account.
    pub region_tags: Vec<(String, String)>,
}

impl Resource {
    /// Every value that is written of it.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.props.iter().map(|(_, value)| value).chain(self.tags.iter().map(|(_, value)| value))
    }
}

/// The ARN of a role that is given as an ARN, or by its name in an account.
pub fn role_arn(role: &str, account: Option<&str>, partition: &str) -> String {
    match account {
        Some(account) if !role.starts_with("arn:") => format!("arn:{partition}:iam::{account}:role/{role}"),
        _ => role.to_owned(),
    }
}

impl Place {
    /// The role that a deployment assumes there.
    pub fn deploy_role_arn(&self) -> Option<String> {
        self.deploy_role.as_ref().map(|role| role_arn(role, self.account.as_deref(), &self.partition))
    }

    /// Whether a stack here is deployed with the credentials of the other place.
    pub fn same_account(&self, other: &Place) -> bool {
        (&self.account, &self.account_name) == (&other.account, &other.account_name)
    }
}

/// What is deployed together: one CloudFormation stack. Which unit a resource is in depends on what
/// it is, never on how many there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub place: PlaceId,
    /// `core`, `vpc-app`, `peering`, `routes`, `data-assets`; names the stack
    /// (`<prefix>-<purpose>`) and the template.
    pub purpose: String,
    /// The path that all of its resources share (`vpc/app`), left out of logical ids. May be empty.
    pub root: Path,
    /// One line for the template's description.
    pub description: String,
}

/// A value from outside: `param("name")` in the source. A template parameter or a variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub name: String,
    pub description: String,
    /// What it must be, where it is one kind of thing.
    pub kind: Option<ParameterKind>,
    /// The one place that its thing is in.
    pub place: Option<PlaceId>,
    pub span: Span,
}

impl Parameter {
    /// `LegacyVpcId`
    pub fn capitals(&self) -> String {
        crate::topology::parameters::capitals(&self.name)
    }

    /// The pattern that its value must have, and a value.
    pub fn pattern(&self) -> Option<(&'static str, &'static str)> {
        let what = match self.kind? {
            ParameterKind::Vpc => "vpc",
            ParameterKind::RouteTable => "route table",
            ParameterKind::Gateway => "transit gateway",
            ParameterKind::GatewayTable => "transit gateway route table",
            ParameterKind::Address => "IPv4 address",
            ParameterKind::Ipv6Pool => "IPv6 pool",
            ParameterKind::IpamPool => "IPAM pool",
            ParameterKind::FirewallPolicy => "firewall policy",
        };
        Some(crate::aws::id_pattern(what))
    }

    /// `legacy_vpc_id`
    pub fn lowered(&self) -> String {
        crate::topology::parameters::lowered(&self.name)
    }
}

/// Where in the topology a resource comes from: kind words and names in turn.
///
/// `vpc/app/subnet/data/a` is `[Kind(vpc), Name(app), Kind(subnet), Name(data), Name(a)]`.
/// CloudFormation's logical ids use all parts after the unit's root, Terraform's names only the
/// names.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(pub Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Kind(&'static str),
    Name(Rc<str>),
}

impl Part {
    pub fn text(&self) -> &str {
        match self {
            Part::Kind(kind) => kind,
            Part::Name(name) => name,
        }
    }
}

impl Path {
    pub fn new() -> Path {
        Path(Vec::new())
    }

    pub fn kind(mut self, kind: &'static str) -> Path {
        self.0.push(Part::Kind(kind));
        self
    }

    pub fn name(mut self, name: &str) -> Path {
        self.0.push(Part::Name(name.into()));
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (ix, part) in self.0.iter().enumerate() {
            if ix > 0 {
                f.write_str("/")?;
            }
            f.write_str(part.text())?;
        }
        Ok(())
    }
}

/// As much of a description as AWS takes, in bytes; `…` where the source says more.
pub fn cut(text: &str, most: usize) -> std::borrow::Cow<'_, str> {
    const MORE: &str = "…";
    if text.len() <= most {
        return text.into();
    }
    let end = (0..=most - MORE.len()).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    format!("{}{MORE}", text[..end].trim_end()).into()
}

#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// `ec2.subnet`: a descriptor's name.
    pub ty: &'static str,
    /// Where it is in AWS.
    pub place: PlaceId,
    /// What deploys it. Usually in the same place; an accepter is deployed by the requester's unit.
    pub unit: UnitId,
    pub path: Path,
    /// Tells apart the resources of one path: "" for the thing itself, `flow_logs`, `nat`, ….
    /// (path, role, ty) is unique in a place.
    pub role: &'static str,
    /// Whether Terraform keeps it in the root (`interconnect.tf`), not in the place's module.
    pub interconnect: bool,
    pub props: Props,
    /// Own tags, `Name` among them; those of the place are not repeated here. Empty where the type
    /// takes none.
    pub tags: Vec<(String, Value)>,
    /// What must exist first although nothing refers to it.
    pub depends_on: Vec<ResourceId>,
    /// From the doc comment; becomes a description where the target has one.
    pub doc: Option<String>,
    /// Data that must survive: `Retain`, `prevent_destroy`.
    pub stateful: bool,
    /// The item of the source that it comes from.
    pub span: Span,
}

/// Properties in the order they were set; a backend sorts as its target wants.
pub type Props = Vec<(&'static str, Value)>;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Str(Rc<str>),
    Int(i64),
    Bool(bool),
    List(Vec<Value>),
    /// A structure of the resource type, in neutral snake_case.
    Struct(Props),
    /// A map whose keys are data (tags): written as they are.
    Map(Vec<(String, Value)>),
    /// A document whose keys are written as they are (IAM policies).
    Json(Box<Value>),
    /// An attribute of another resource: `id`, `arn`, `name`, … as its descriptor lists.
    Ref(ResourceId, &'static str),
    /// The /64 of that number in the /56 of a VPC.
    Subnet64(ResourceId, u8),
    /// Pieces joined without a separator.
    Join(Vec<Value>),
    /// The account id of a place; literal where the place has one.
    AccountId(PlaceId),
    /// The partition of a place (`aws`).
    Partition(PlaceId),
    /// `param("name")`, by position in [`Graph::parameters`].
    Param(u32),
}

impl Value {
    pub fn str(text: impl AsRef<str>) -> Value {
        Value::Str(text.as_ref().into())
    }

    /// Calls `found` with everything that the value refers to.
    pub fn references(&self, found: &mut impl FnMut(ResourceId, &'static str)) {
        match self {
            Value::Ref(id, attribute) => found(*id, attribute),
            Value::Subnet64(id, _) => found(*id, "id"),
            Value::List(values) | Value::Join(values) => values.iter().for_each(|each| each.references(found)),
            Value::Struct(props) => props.iter().for_each(|(_, each)| each.references(found)),
            Value::Map(entries) => entries.iter().for_each(|(_, each)| each.references(found)),
            Value::Json(document) => document.references(found),
            Value::Str(_) | Value::Int(_) | Value::Bool(_) | Value::AccountId(_) | Value::Partition(_) | Value::Param(_) => {}
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Str(text.into())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Str(text.into())
    }
}
impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

/// What other teams build on: an output, and an SSM parameter when asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The unit whose stack says it.
    pub unit: UnitId,
    pub place: PlaceId,
    /// Stable key under the place: `vpc/app/id`, `vpc/app/subnet/data/a/id`,
    /// `transit_gateway/core/id`, `bucket/assets/arn`.
    pub key: Path,
    pub value: Value,
    pub description: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Name of the topology.
    pub name: String,
    /// Start of every physical name and stack name.
    pub prefix: String,
    pub description: Option<String>,
    /// Whether outputs get export names / SSM parameters beside them.
    pub publish_exports: bool,
    pub publish_ssm: bool,
    /// Sorted by slug.
    pub places: Vec<Place>,
    pub units: Vec<Unit>,
    pub parameters: Vec<Parameter>,
    /// Sorted by (place, unit, path, role, type).
    pub resources: Vec<Resource>,
    pub published: Vec<Published>,
}

impl Graph {
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.0 as usize]
    }
}

/// Own tags over inherited ones.
fn tags_over(below: &Tags, above: &Tags) -> Tags {
    crate::topology::merged_tags(below, above)
}
