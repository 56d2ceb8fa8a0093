//! Resources whose CloudFormation form is not the PascalCase of their properties.
//!
//! A descriptor names the function; the function takes each property that it writes, and what it
//! leaves is told as a bug.

mod accepters;
mod bucket;
pub mod changes;
mod firewall;
mod flow_log;
mod input;
mod internet_gateway;
mod key;
mod parameter;
mod table;
mod transit_gateway_route;
mod transit_gateway_vpc_attachment;
mod uplink;
pub mod vpc;
mod vpc_endpoint;

pub use input::input;

use std::borrow::Cow;

use super::node::{Fields, Node, Text};
use super::value::Reader;
use super::{Accepter, Cx, Wire};
use crate::graph::{Props, Resource, ResourceId, Value};
use crate::resources::{Cfn, descriptor};

pub type Shape = for<'c, 'g> fn(&mut Reader<'c, 'g>, &mut Taken<'g>) -> Form<'g>;

/// What a resource becomes.
#[derive(Default)]
pub struct Form<'g> {
    pub properties: Fields<'g>,
    /// Whether the tags are among the properties already.
    pub tagged: bool,
    /// A rule of cfn-lint that does not know what AWS takes.
    pub unlinted: Option<&'static str>,
    /// Resources beside it: an attachment, an alias, a policy.
    pub beside: Vec<Beside<'g>>,
}

pub struct Beside<'g> {
    /// Added to the logical id of the resource itself.
    pub suffix: &'static str,
    pub ty: &'static str,
    pub properties: Fields<'g>,
    /// Whether it waits for the resource without referring to it.
    pub after: bool,
}

/// Properties of a resource, and which of them were written.
pub struct Taken<'g> {
    pub resource: &'g Resource,
    pub id: ResourceId,
    taken: u64,
}

impl<'g> Taken<'g> {
    pub fn new(resource: &'g Resource, id: ResourceId) -> Taken<'g> {
        Taken { resource, id, taken: 0 }
    }

    pub fn take(&mut self, name: &str) -> Option<&'g Value> {
        let ix = self.resource.props.iter().position(|(key, _)| *key == name)?;
        self.taken |= 1 << ix;
        Some(&self.resource.props[ix].1)
    }

    pub fn flag(&mut self, name: &str) -> bool {
        matches!(self.take(name), Some(Value::Bool(true)))
    }

    pub fn text(&mut self, name: &str) -> Option<&'g str> {
        match self.take(name) {
            Some(Value::Str(text)) => Some(text),
            _ => None,
        }
    }

    /// Items of a list of structures.
    pub fn structures(&mut self, name: &str) -> Vec<&'g Props> {
        match self.take(name) {
            Some(Value::List(items)) => items.iter().filter_map(structure).collect(),
            _ => Vec::new(),
        }
    }

    /// Names of what nobody took.
    pub fn left(&self) -> Vec<&'static str> {
        let props = self.resource.props.iter().enumerate();
        props.filter(|(ix, _)| self.taken & (1 << ix) == 0).map(|(_, (name, _))| *name).collect()
    }
}

/// Adds to the properties those that are there.
pub struct Builder<'g>(pub Fields<'g>);

impl<'g> Builder<'g> {
    pub fn set(&mut self, name: &'g str, value: impl Into<Node<'g>>) -> &mut Self {
        self.0.push((Cow::Borrowed(name), value.into()));
        self
    }

    pub fn maybe(&mut self, reader: &mut Reader<'_, 'g>, name: &'g str, value: Option<&'g Value>) -> &mut Self {
        if let Some(value) = value {
            let node = reader.node(value);
            self.0.push((Cow::Borrowed(name), node));
        }
        self
    }
}

/// The function that a descriptor names.
pub fn find(name: &str) -> Option<Shape> {
    Some(match name {
        "bucket" => bucket::bucket,
        "direct_connect_association" => uplink::direct_connect_association,
        "firewall" => firewall::firewall,
        "firewall_logging" => firewall::firewall_logging,
        "firewall_policy" => firewall::firewall_policy,
        "firewall_rule_group" => firewall::firewall_rule_group,
        "flow_log" => flow_log::flow_log,
        "internet_gateway" => internet_gateway::internet_gateway,
        "key" => key::key,
        "parameter" => parameter::parameter,
        "table" => table::table,
        "transit_gateway_peering_accepter" => accepters::transit_gateway_peering_accepter,
        "transit_gateway_peering_attachment" => accepters::transit_gateway_peering_attachment,
        "transit_gateway_route" => transit_gateway_route::transit_gateway_route,
        "transit_gateway_vpc_attachment" => transit_gateway_vpc_attachment::transit_gateway_vpc_attachment,
        "vpc" => vpc::vpc,
        "vpc_endpoint" => vpc_endpoint::vpc_endpoint,
        "vpn_connection" => uplink::vpn_connection,
        "vpc_peering_accepter" => accepters::vpc_peering_accepter,
        _ => return None,
    })
}

/// The common rule: PascalCase, with the exceptions of the descriptor.
pub fn common<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let cfn = &descriptor(taken.resource.ty).cfn;
    let properties = rest(reader, taken, cfn);
    Form { properties, ..Form::default() }
}

/// What is not taken yet, by the common rule.
pub fn rest<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>, cfn: &'static Cfn) -> Fields<'g> {
    let resource = taken.resource;
    let mut fields = Vec::with_capacity(resource.props.len() + 2);
    for (ix, (name, value)) in resource.props.iter().enumerate() {
        if taken.taken & (1 << ix) == 0 {
            taken.taken |= 1 << ix;
            let key = match cfn.rename.get(*name) {
                Some(renamed) => renamed.as_str(),
                None => super::ids::property(name),
            };
            let node = reader.node(value);
            fields.push((Cow::Borrowed(key), node));
        }
    }
    fields
}

/// The resource that has the attributes of this one in its place.
///
/// An acceptance that a pipeline does, or that nobody has to do, is the peering itself.
pub fn stands_for(cx: &Cx, id: ResourceId) -> ResourceId {
    let resource = cx.graph.resource(id);
    if crate::plan::is_accepter(resource) && !has_function(cx, resource) {
        let peering = resource.props.iter().find_map(|(name, value)| match value {
            Value::Ref(peering, _) if matches!(*name, "transit_gateway_attachment_id" | "vpc_peering_connection_id") => Some(*peering),
            _ => None,
        });
        return peering.unwrap_or(id);
    }
    if resource.ty == "s3.bucket_replication" { replicated_bucket(resource).unwrap_or(id) } else { id }
}

/// Whether an accepter is a custom resource.
pub fn has_function(cx: &Cx, accepter: &Resource) -> bool {
    cx.options.accepter == Accepter::Lambda && is_needed(accepter)
}

/// CloudFormation itself accepts a peering of two VPCs of one account, but sets no options.
pub fn is_needed(accepter: &Resource) -> bool {
    accepter.ty != "ec2.vpc_peering_accepter"
        || accepter.props.iter().any(|(name, value)| match *name {
            "dns" => *value == Value::Bool(true),
            name => name == "accepter_role_arn",
        })
}

pub fn replicated_bucket(replication: &Resource) -> Option<ResourceId> {
    replication.props.iter().find_map(|(name, value)| match value {
        Value::Ref(bucket, _) if *name == "bucket" => Some(*bucket),
        _ => None,
    })
}

/// Whether a resource has an entry of its own in a template.
pub fn stands_alone(cx: &Cx, resource: &Resource) -> bool {
    descriptor(resource.ty).cfn.ty.is_some()
        && resource.ty != "s3.bucket_replication"
        && (!crate::plan::is_accepter(resource) || has_function(cx, resource))
        && match resource.ty {
            // Parameters bring the values.
            "iam.reader_role" => cx.options.wire == Wire::StackOutput,
            // A pipeline accepts as itself; CloudFormation makes a peering of VPCs with the role.
            "iam.accepter_role" => cx.options.accepter == Accepter::Lambda || peers_vpcs(cx, resource),
            _ => true,
        }
}

/// Whether some peering of VPCs is made with a role.
fn peers_vpcs(cx: &Cx, role: &Resource) -> bool {
    let uses = |id: &ResourceId| std::ptr::eq(cx.graph.resource(*id), role);
    cx.graph.resources.iter().any(|each| each.ty == "ec2.vpc_peering_connection" && each.depends_on.iter().any(uses))
}

/// Whether the stack of a resource needs the function that finds attachments.
pub fn has_finder(cx: &Cx, resource: &Resource) -> bool {
    match resource.ty {
        "ec2.vpn_connection" | "directconnect.gateway_association" => true,
        "ec2.transit_gateway_peering_attachment" => accepters::is_found(cx, resource),
        _ => false,
    }
}

/// What has to exist before a resource can be used.
pub fn implied(cx: &Cx, id: ResourceId) -> Option<String> {
    (cx.graph.resource(id).ty == "ec2.internet_gateway").then(|| format!("{}{}", cx.id(id), internet_gateway::SUFFIX))
}

fn structure(value: &Value) -> Option<&Props> {
    match value {
        Value::Struct(props) => Some(props),
        _ => None,
    }
}

/// A member of a structure.
fn member<'g>(props: &'g Props, name: &str) -> Option<&'g Value> {
    props.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn enabled<'g>(on: bool) -> Node<'g> {
    Node::map([("Status", Node::from(if on { "Enabled" } else { "Disabled" }))])
}

fn own_ref<'g>(reader: &Reader<'_, 'g>, taken: &Taken<'g>) -> Text<'g> {
    Cow::Owned(reader.cx.id(taken.id).to_owned())
}
