//! A value of the graph as it stands in one stack: literals, `!Ref`, `!Sub`, and wires.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::ids::{self, property};
use super::node::{Fields, Node, Text};
use super::outputs::Outputs;
use super::shapes;
use super::{Cx, Wire, identity};
use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::reader;
use crate::graph::{Place, PlaceId, Props, ResourceId, UnitId, Value};
use crate::resources::descriptor;

/// A value of another account without a role to read it with.
pub static WIRE_NEEDS_ROLE: Code =
    Code { id: "MR707", name: "wire-needs-role", severity: Severity::Error, page: include_str!("wire_needs_role.md") };

/// Reads values on behalf of one stack, and remembers what they need.
pub struct Reader<'c, 'g> {
    pub cx: &'c Cx<'g>,
    pub outputs: &'c Outputs<'g>,
    pub unit: UnitId,
    pub place: PlaceId,
    /// The resource that is being written.
    pub current: ResourceId,
    /// By bucket: the replication that is folded into it.
    pub replications: BTreeMap<ResourceId, ResourceId>,
    /// Resources of the same stack that `current` refers to: they need no `DependsOn`.
    pub referred: BTreeSet<String>,
    /// What must exist beside the resources referred to.
    pub implied: BTreeSet<String>,
    /// Positions of the topology's parameters that are used.
    pub params: BTreeSet<u32>,
    /// What of other stacks the resource that is being written reads as it is deployed.
    pub reads: BTreeSet<(ResourceId, &'static str)>,
    pub identities: identity::Known,
    /// Parameters that other stacks fill.
    pub wired: BTreeMap<String, WiredParameter>,
    pub problems: &'c mut Vec<Diagnostic>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WiredParameter {
    pub from: UnitId,
    pub output: String,
}

impl<'c, 'g> Reader<'c, 'g> {
    pub fn node(&mut self, value: &'g Value) -> Node<'g> {
        match value {
            Value::Str(text) => Node::Text(Cow::Borrowed(text)),
            Value::Int(number) => Node::Int(*number),
            Value::Bool(flag) => Node::Bool(*flag),
            Value::List(values) => Node::List(values.iter().map(|each| self.node(each)).collect()),
            Value::Struct(props) => Node::Map(self.structure(props)),
            Value::Map(entries) => Node::Map(self.map(entries)),
            Value::Json(document) => self.document(document),
            Value::Ref(id, attribute) => self.reference(*id, attribute),
            Value::Subnet64(vpc, number) => self.subnet64(*vpc, *number),
            Value::Join(pieces) => self.join(pieces),
            Value::AccountId(place) => self.account(*place),
            Value::Partition(_) => Node::Ref(Cow::Borrowed("AWS::Partition")),
            Value::Param(ix) => self.param(*ix),
        }
    }

    /// Properties of a structure, by name.
    pub fn structure(&mut self, props: &'g Props) -> Fields<'g> {
        let mut fields: Fields = props.iter().map(|(name, value)| (Cow::Borrowed(property(name)), self.node(value))).collect();
        fields.sort_by(|a, b| a.0.cmp(&b.0));
        fields
    }

    /// A document: keys as they are, in the order that the graph gives.
    fn document(&mut self, value: &'g Value) -> Node<'g> {
        match value {
            Value::List(values) => Node::List(values.iter().map(|each| self.document(each)).collect()),
            Value::Struct(props) => Node::Map(props.iter().map(|(key, each)| (Cow::Borrowed(*key), self.document(each))).collect()),
            Value::Map(entries) => {
                Node::Map(entries.iter().map(|(key, each)| (Cow::Borrowed(key.as_str()), self.document(each))).collect())
            }
            _ => self.node(value),
        }
    }

    fn map(&mut self, entries: &'g [(String, Value)]) -> Fields<'g> {
        entries.iter().map(|(key, value)| (Cow::Borrowed(key.as_str()), self.node(value))).collect()
    }

    /// An attribute of a resource, in this stack or in another.
    pub fn reference(&mut self, id: ResourceId, attribute: &'static str) -> Node<'g> {
        let id = shapes::stands_for(self.cx, id);
        let target = self.cx.graph.resource(id);
        let known = descriptor(target.ty).cfn.attributes.get(attribute);
        let Some(source) = known else {
            let message = format!("`{attribute}` of {} is not known", target.path);
            self.problems.push(self.cx.not_emitted(id, message));
            return Node::from("");
        };
        if let Some(name) = source.strip_prefix("Property ") {
            return match target.props.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => self.node(value),
                None => Node::from(""),
            };
        }
        if target.unit != self.unit {
            return self.wire(id, attribute);
        }
        let logical_id = self.cx.id(id);
        if let Some(needed) = shapes::implied(self.cx, id) {
            self.implied.insert(needed);
        }
        self.referred.insert(logical_id.to_owned());
        let logical_id = Cow::Owned(logical_id.to_owned());
        if let Some(name) = source.strip_prefix("GetAtt ") {
            Node::GetAtt(logical_id, Cow::Borrowed(name))
        } else if let Some(suffix) = source.strip_prefix("Beside ") {
            self.referred.insert(format!("{logical_id}{suffix}"));
            Node::Ref(Cow::Owned(format!("{logical_id}{suffix}")))
        } else if let Some(name) = source.strip_prefix("AfterColon ") {
            // A list of one: `us-east-1a:vpce-0abc`.
            let first = Node::Select(0, Box::new(Node::GetAtt(logical_id, Cow::Borrowed(name))));
            Node::Select(1, Box::new(Node::Split(":", Box::new(first))))
        } else if let Some(text) = source.strip_prefix("Sub ") {
            Node::Sub(text.replace("${Self}", &format!("${{{logical_id}}}")))
        } else {
            Node::Ref(logical_id)
        }
    }

    fn wire(&mut self, id: ResourceId, attribute: &'static str) -> Node<'g> {
        let graph = self.cx.graph;
        let from = graph.resource(id).unit;
        let producer = graph.place(graph.unit(from).place);
        let Some(output) = self.outputs.name(id, attribute) else {
            let message = format!("no stack tells `{attribute}` of {}", graph.resource(id).path);
            self.problems.push(self.cx.not_emitted(self.current, message));
            return Node::from("");
        };
        let output = output.to_owned();
        let here = graph.unit(from).place == self.place;
        match self.cx.options.wire {
            Wire::Parameters => {
                let mut name = ids::pascal(&graph.unit(from).purpose);
                name.push_str(&output);
                if !here {
                    ids::push_pascal(&mut name, &producer.slug);
                }
                self.wired.insert(name.clone(), WiredParameter { from, output });
                Node::Ref(Cow::Owned(name))
            }
            Wire::StackOutput => {
                self.reads.insert((id, attribute));
                let consumer = graph.place(self.place);
                let mut arguments: Fields = vec![
                    (Cow::Borrowed("StackName"), Node::from(self.cx.stack_name(from))),
                    (Cow::Borrowed("OutputName"), Node::from(output)),
                ];
                if producer.region != consumer.region {
                    arguments.push((Cow::Borrowed("Region"), Node::from(producer.region.as_str())));
                }
                if !producer.same_account(consumer) {
                    match (&producer.account, consumer.deploy_role_arn()) {
                        (Some(account), Some(_)) => {
                            let name = reader::role_name(&graph.prefix, &producer.region);
                            let role = format!("arn:{}:iam::{account}:role/{name}", producer.partition);
                            arguments.push((Cow::Borrowed("RoleArn"), Node::from(role)));
                        }
                        _ => self.needs_role(id, from),
                    }
                }
                Node::map([("Fn::GetStackOutput", Node::Map(arguments))])
            }
        }
    }

    /// The role that reads a value of another account trusts the role that deploys the stack which
    /// reads it, so that one has to be known.
    fn needs_role(&mut self, id: ResourceId, from: UnitId) {
        let graph = self.cx.graph;
        let name = |place: &Place| place.account_name.clone().unwrap_or_else(|| "another account".to_owned());
        let producer = name(graph.place(graph.unit(from).place));
        let account = name(graph.place(self.place));
        let current = graph.resource(self.current);
        let target = graph.resource(id);
        let message = format!("{} needs {} of account `{producer}`, and `{account}` has no `deploy_role`", current.path, target.path);
        self.problems.push(
            Diagnostic::new(&WIRE_NEEDS_ROLE, current.span, message)
                .here("needs a value of another account")
                .label(target.span, "the value comes from here")
                .help(format!(
                    "set `deploy_role` of account `{account}`: the role in `{producer}` that reads the value trusts it; or build with \
                     `--wire parameters`"
                )),
        );
    }

    /// Pieces as one text: literal, `!Sub`, or `!Join` where a piece has no name.
    fn join(&mut self, pieces: &'g [Value]) -> Node<'g> {
        let nodes: Vec<Node<'g>> = pieces.iter().map(|piece| self.node(piece)).collect();
        if nodes.iter().all(|node| matches!(node, Node::Text(_) | Node::Int(_))) {
            return Node::from(nodes.iter().map(literal).collect::<String>());
        }
        if let [only] = nodes.as_slice() {
            return only.clone();
        }
        let named = |node: &Node| matches!(node, Node::Text(_) | Node::Int(_) | Node::Ref(_) | Node::GetAtt(..) | Node::Sub(_));
        if nodes.iter().all(named) {
            return Node::Sub(nodes.iter().map(substitution).collect());
        }
        let mut merged: Vec<Node<'g>> = Vec::new();
        for node in nodes {
            match (merged.last_mut(), &node) {
                (Some(Node::Text(before)), Node::Text(text)) => before.to_mut().push_str(text),
                (_, Node::Join(inner)) => merged.extend(inner.iter().cloned()),
                _ => merged.push(node),
            }
        }
        Node::Join(merged)
    }

    /// The VPC's range must be there; nothing but its attribute tells which it is.
    fn subnet64(&mut self, vpc: ResourceId, number: u8) -> Node<'g> {
        let logical_id = self.cx.id(vpc).to_owned();
        self.implied.insert(format!("{logical_id}{}", shapes::vpc::SUFFIX));
        self.referred.insert(logical_id.clone());
        let range = Node::Select(0, Box::new(Node::GetAtt(logical_id.into(), "Ipv6CidrBlocks".into())));
        Node::Select(number.into(), Box::new(Node::Cidr(Box::new(range), 256, 64)))
    }

    fn account(&mut self, place: PlaceId) -> Node<'g> {
        match &self.cx.graph.place(place).account {
            Some(account) => Node::from(account.as_str()),
            None => Node::Ref(Cow::Borrowed("AWS::AccountId")),
        }
    }

    fn param(&mut self, ix: u32) -> Node<'g> {
        self.params.insert(ix);
        Node::Ref(Cow::Owned(self.cx.graph.parameters[ix as usize].capitals()))
    }
}

fn literal(node: &Node) -> String {
    match node {
        Node::Text(text) => text.to_string(),
        Node::Int(number) => number.to_string(),
        _ => String::new(),
    }
}

fn substitution(node: &Node) -> String {
    match node {
        Node::Ref(name) => format!("${{{name}}}"),
        Node::GetAtt(id, attribute) => format!("${{{id}.{attribute}}}"),
        Node::Sub(text) => text.clone(),
        Node::Text(text) => escaped(text).into_owned(),
        _ => literal(node),
    }
}

fn escaped<'t>(text: &'t Text<'_>) -> Cow<'t, str> {
    if text.contains("${") { Cow::Owned(text.replace("${", "${!")) } else { Cow::Borrowed(text) }
}
