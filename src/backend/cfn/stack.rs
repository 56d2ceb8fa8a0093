//! One template: the resources of a unit, the parameters they need, and what they tell.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::node::{Fields, Node, Text};
use super::outputs::{Outputs, Source};
use super::shapes::{self, Form, Taken};
use super::value::{Reader, WiredParameter};
use super::{Cx, accepter, context, function, identity};
use crate::aws::longest_name;
use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::{Resource, ResourceId, UnitId, Value, cut};
use crate::plan::Deployment;
use crate::resources::{Tags, descriptor};

/// Two resources of a stack with one logical id.
pub static SAME_LOGICAL_ID: Code =
    Code { id: "MR705", name: "same-logical-id", severity: Severity::Error, page: include_str!("same_logical_id.md") };

pub struct Stack<'g> {
    pub sections: Fields<'g>,
    pub resources: usize,
    pub parameters: usize,
    pub outputs: usize,
    /// Whether it has a function that accepts peerings.
    pub accepts: bool,
    /// What CloudFormation has to be told that the template does.
    pub capabilities: Vec<&'static str>,
    pub wired: BTreeMap<String, WiredParameter>,
    /// `AWS::EC2` and the like, of its resources.
    pub services: BTreeSet<&'static str>,
    /// Logical ids in the order of the template, and what made them.
    pub origins: Vec<(String, ResourceId)>,
    /// Names of parameters that a person has to give, with their descriptions.
    pub inputs: BTreeMap<String, &'g str>,
}

/// The template of one deployment.
pub fn stack<'c, 'g>(cx: &'c Cx<'g>, outputs: &'c Outputs<'g>, deployment: &Deployment, problems: &'c mut Vec<Diagnostic>) -> Stack<'g> {
    let unit = cx.graph.unit(deployment.unit);
    let withheld: BTreeSet<ResourceId> = deployment.withheld.iter().copied().collect();
    let members: Vec<ResourceId> =
        cx.plan.members[deployment.unit.0 as usize].iter().copied().filter(|id| !withheld.contains(id)).collect();
    let mut reader = Reader {
        cx,
        outputs,
        unit: deployment.unit,
        place: unit.place,
        current: ResourceId(0),
        replications: replications(cx, &members),
        referred: BTreeSet::new(),
        implied: BTreeSet::new(),
        params: BTreeSet::new(),
        reads: BTreeSet::new(),
        identities: BTreeMap::new(),
        wired: BTreeMap::new(),
        problems,
    };
    let mut writer = Writer {
        entries: Vec::with_capacity(members.len() + members.len() / 4),
        taken: HashMap::with_capacity(members.len() + members.len() / 4),
        services: BTreeSet::new(),
        iam: Iam::None,
    };
    for id in &members {
        let resource = cx.graph.resource(*id);
        if shapes::stands_alone(cx, resource) {
            writer.resource(&mut reader, *id, resource, &withheld);
        }
    }
    let accepters: Vec<&Resource> = members
        .iter()
        .map(|id| cx.graph.resource(*id))
        .filter(|each| crate::plan::is_accepter(each) && shapes::has_function(cx, each))
        .collect();
    if let Some(first) = members.iter().find(|id| crate::plan::is_accepter(cx.graph.resource(**id)))
        && !accepters.is_empty()
    {
        reader.current = *first;
        reader.reads.clear();
        for part in accepter::resources(&mut reader, &accepters) {
            writer.part(&mut reader, part);
        }
    }
    if let Some(first) = members.iter().find(|id| shapes::has_finder(cx, cx.graph.resource(**id))) {
        reader.current = *first;
        reader.reads.clear();
        let looked_for: Vec<&Resource> =
            members.iter().map(|id| cx.graph.resource(*id)).filter(|each| shapes::has_finder(cx, each)).collect();
        for part in function::finder(&mut reader, &looked_for) {
            writer.part(&mut reader, part);
        }
    }
    let told = tell(&mut reader, deployment.unit, &withheld);
    finish(cx, deployment, reader, writer, told)
}

impl Stack<'_> {
    /// Whether it has an output of this name.
    pub fn tells(&self, name: &str) -> bool {
        self.sections.iter().any(|(section, node)| match node {
            Node::Map(fields) => section == "Outputs" && fields.iter().any(|(own, _)| own == name),
            _ => false,
        })
    }
}

/// `Tags` as most types want them.
pub fn tag_list<'g>(tags: Fields<'g>) -> Node<'g> {
    let tag = |(key, value)| Node::map([("Key", Node::Text(key)), ("Value", value)]);
    Node::List(tags.into_iter().map(tag).collect())
}

impl<'c, 'g> Reader<'c, 'g> {
    /// Tags of a resource: its own over those of its place, sorted by key.
    pub fn tags(&mut self, resource: &'g Resource) -> Fields<'g> {
        let place = &self.cx.graph.place(resource.place).tags;
        let mut tags: Fields<'g> = Vec::with_capacity(place.len() + resource.tags.len());
        for (key, value) in place {
            if !resource.tags.iter().any(|(own, _)| own == key) {
                tags.push((Cow::Borrowed(key.as_str()), Node::from(value.as_str())));
            }
        }
        for (key, value) in &resource.tags {
            let value = self.node(value);
            tags.push((Cow::Borrowed(key.as_str()), value));
        }
        tags.sort_by(|a, b| a.0.cmp(&b.0));
        tags
    }

    /// The replication that is folded into a bucket.
    pub fn replication_of(&self, bucket: ResourceId) -> Option<&'g Resource> {
        self.replications.get(&bucket).map(|id| self.cx.graph.resource(*id))
    }
}

fn replications(cx: &Cx, members: &[ResourceId]) -> BTreeMap<ResourceId, ResourceId> {
    let replication = |id: &ResourceId| {
        let resource = cx.graph.resource(*id);
        let folded = resource.ty == "s3.bucket_replication";
        folded.then(|| shapes::replicated_bucket(resource)).flatten().map(|bucket| (bucket, *id))
    };
    members.iter().filter_map(replication).collect()
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Iam {
    None,
    Generated,
    Named,
}

/// Collects the entries of `Resources`.
struct Writer<'g> {
    entries: Fields<'g>,
    /// Which resource has a logical id.
    taken: HashMap<String, ResourceId>,
    services: BTreeSet<&'static str>,
    iam: Iam,
}

/// What stands beside the properties.
#[derive(Default)]
struct Meta<'g> {
    path: Option<String>,
    /// What it comes from, for its context.
    of: Option<&'g Resource>,
    /// Rules of cfn-lint that do not know what AWS takes.
    unlinted: Option<&'static str>,
    depends_on: BTreeSet<String>,
    retain: bool,
}

impl<'g> Writer<'g> {
    fn resource(&mut self, reader: &mut Reader<'_, 'g>, id: ResourceId, resource: &'g Resource, withheld: &BTreeSet<ResourceId>) {
        let cx = reader.cx;
        let cfn = &descriptor(resource.ty).cfn;
        let Some(ty) = &cfn.ty else { return };
        reader.current = id;
        reader.referred.clear();
        reader.implied.clear();
        reader.reads.clear();
        let mut taken = Taken::new(resource, id);
        let mut form = match cfn.shape.as_deref().map(|name| (name, shapes::find(name))) {
            None => shapes::common(reader, &mut taken),
            Some((_, Some(shape))) => shape(reader, &mut taken),
            Some((name, None)) => {
                reader.problems.push(cx.not_emitted(id, format!("no shape is named `{name}`")));
                Form::default()
            }
        };
        let left = taken.left();
        if !left.is_empty() {
            let message = format!("properties are not emitted: {}", left.join(", "));
            reader.problems.push(cx.not_emitted(id, message));
        }
        if !form.tagged {
            let tags = reader.tags(resource);
            match cfn.tags {
                _ if tags.is_empty() => {}
                Tags::List => form.properties.push((Cow::Borrowed("Tags"), tag_list(tags))),
                Tags::Map => form.properties.push((Cow::Borrowed("Tags"), Node::Map(tags))),
                Tags::None if resource.tags.is_empty() => {}
                Tags::None => {
                    reader.problems.push(cx.not_emitted(id, "tags are not emitted"));
                }
            }
        }
        form.properties.sort_by(|a, b| a.0.cmp(&b.0));
        let path = resource.path.to_string();
        let meta = Meta {
            path: Some(path.clone()),
            of: Some(resource),
            unlinted: form.unlinted,
            depends_on: depends_on(reader, resource, withheld),
            retain: resource.stateful,
        };
        let logical_id = cx.id(id);
        self.push(reader, logical_id.to_owned(), ty, form.properties, meta);
        for beside in form.beside {
            let waits = beside.after.then(|| logical_id.to_owned());
            let meta = Meta { path: Some(path.clone()), depends_on: waits.into_iter().collect(), ..Meta::default() };
            let name = format!("{logical_id}{}", beside.suffix);
            self.push(reader, name, beside.ty, beside.properties, meta);
        }
    }

    fn part(&mut self, reader: &mut Reader<'_, 'g>, part: function::Part<'g>) {
        self.push(reader, part.id, part.ty, part.properties, Meta { retain: part.retained, ..Meta::default() });
    }

    fn push(&mut self, reader: &mut Reader<'_, 'g>, logical_id: String, ty: &'static str, properties: Fields<'g>, meta: Meta<'g>) {
        if let Some(other) = self.taken.insert(logical_id.clone(), reader.current) {
            reader.problems.push(same_id(reader.cx, &logical_id, other, reader.current));
        }
        if let Some((service, _)) = ty.rsplit_once("::")
            && service != "Custom"
        {
            self.services.insert(service);
        }
        if ty.starts_with("AWS::IAM::") {
            let named = properties.iter().any(|(name, _)| name == "RoleName");
            self.iam = self.iam.max(if named { Iam::Named } else { Iam::Generated });
        }
        let mut entry: Fields<'g> = Vec::with_capacity(6);
        entry.push(("Type".into(), Node::from(ty)));
        let mut metadata = Vec::new();
        if let Some(rule) = meta.unlinted {
            let checks = Node::map([("ignore_checks", Node::List(vec![Node::from(rule)]))]);
            metadata.push(("cfn-lint".into(), Node::map([("config", checks)])));
        }
        metadata.extend(meta.of.and_then(|resource| context::of_resource(resource, ty, &properties)));
        metadata.extend(meta.path.map(|path| ("mrc:path".into(), Node::from(path))));
        if !reader.reads.is_empty() && identity::reads_output(&properties) {
            metadata.push(("mrc:reads".into(), Node::from(identity::of_reads(reader.cx, &reader.reads, &mut reader.identities))));
        }
        if !metadata.is_empty() {
            entry.push(("Metadata".into(), Node::Map(metadata)));
        }
        let mut needed: Vec<Node> = meta.depends_on.into_iter().map(Node::from).collect();
        match needed.len() {
            0 => {}
            1 => entry.extend(needed.pop().map(|only| (Cow::Borrowed("DependsOn"), only))),
            _ => entry.push(("DependsOn".into(), Node::List(needed))),
        }
        if meta.retain {
            // What a first deployment made and then failed holds nothing yet, and would be in the way
            // of the second try.
            entry.push(("DeletionPolicy".into(), Node::from("RetainExceptOnCreate")));
            entry.push(("UpdateReplacePolicy".into(), Node::from("Retain")));
        }
        if !properties.is_empty() {
            entry.push(("Properties".into(), Node::Map(properties)));
        }
        self.entries.push((Cow::Owned(logical_id), Node::Map(entry)));
    }
}

fn same_id(cx: &Cx, logical_id: &str, first: ResourceId, second: ResourceId) -> Diagnostic {
    let (first, second) = (cx.graph.resource(first), cx.graph.resource(second));
    let message = format!("{} and {} would both have the logical id `{logical_id}`", first.path, second.path);
    Diagnostic::new(&SAME_LOGICAL_ID, second.span, message)
        .here("this one")
        .label(first.span, "and this one")
        .help("rename one of them: logical ids keep letters and digits only")
}

/// What has to be there first and is not referred to.
fn depends_on(reader: &Reader<'_, '_>, resource: &Resource, withheld: &BTreeSet<ResourceId>) -> BTreeSet<String> {
    let cx = reader.cx;
    let mut needed = reader.implied.clone();
    let folded = reader.replications.iter().filter(|(bucket, _)| **bucket == reader.current);
    let folded = folded.flat_map(|(_, id)| &cx.graph.resource(*id).depends_on);
    for id in resource.depends_on.iter().chain(folded) {
        let id = shapes::stands_for(cx, *id);
        let target = cx.graph.resource(id);
        let here = target.unit == reader.unit && id != reader.current;
        if here && !withheld.contains(&id) && shapes::stands_alone(cx, target) {
            let logical_id = shapes::implied(cx, id).unwrap_or_else(|| cx.id(id).to_owned());
            if !reader.referred.contains(&logical_id) {
                needed.insert(logical_id);
            }
        }
    }
    needed
}

/// The outputs of a unit, without those of resources that are not there yet.
fn tell<'g>(reader: &mut Reader<'_, 'g>, unit: UnitId, withheld: &BTreeSet<ResourceId>) -> Fields<'g> {
    let outputs = reader.outputs;
    let mut told = Vec::new();
    for (name, output) in &outputs.of_unit[unit.0 as usize] {
        let mut waits = false;
        match output.value {
            Source::Value(value) => {
                value.references(&mut |id, _| waits |= withheld.contains(&id));
            }
            Source::Attribute(id, _) => waits = withheld.contains(&id),
        }
        if waits {
            continue;
        }
        let value = match output.value {
            Source::Value(value) => output_value(reader, name, value),
            Source::Attribute(id, attribute) => reader.reference(id, attribute),
        };
        let mut fields: Fields<'g> = Vec::with_capacity(3);
        if let Some(description) = output.description {
            fields.push(("Description".into(), Node::from(description)));
        }
        fields.push(("Value".into(), value));
        if let Some(export) = &output.export {
            fields.push(("Export".into(), Node::map([("Name", Node::from(export.clone()))])));
        }
        told.push((Cow::Owned(name.clone()), Node::Map(fields)));
    }
    told
}

/// CloudFormation reads no other stack's output in an output.
fn output_value<'g>(reader: &mut Reader<'_, 'g>, name: &str, value: &'g Value) -> Node<'g> {
    let mut elsewhere = None;
    value.references(&mut |id, _| {
        if reader.cx.graph.resource(id).unit != reader.unit {
            elsewhere = Some(id);
        }
    });
    if let Some(id) = elsewhere {
        let message = format!("the output `{name}` is a value of another stack");
        reader.problems.push(reader.cx.not_emitted(id, message));
        return Node::from("");
    }
    reader.node(value)
}

fn finish<'g>(cx: &Cx<'g>, deployment: &Deployment, reader: Reader<'_, 'g>, writer: Writer<'g>, told: Fields<'g>) -> Stack<'g> {
    let unit = cx.graph.unit(deployment.unit);
    let mut parameters: BTreeMap<String, Node<'g>> = BTreeMap::new();
    let mut inputs = BTreeMap::new();
    for ix in &reader.params {
        let parameter = &cx.graph.parameters[*ix as usize];
        let name = parameter.capitals();
        parameters.insert(name.clone(), Node::Map(shapes::input(parameter, unit.place)));
        inputs.insert(name, parameter.description.as_str());
    }
    for (name, wire) in &reader.wired {
        let place = cx.graph.place(cx.graph.unit(wire.from).place);
        let description = format!("The output {} of the stack {} in {}", wire.output, cx.stack_name(wire.from), place.slug);
        let known = parameters.insert(name.clone(), declaration(Node::from(description)));
        if let Some(parameter) = known.and_then(|_| cx.graph.parameters.iter().find(|each| each.capitals() == *name)) {
            let message = format!("the parameter of `{}` and one that another stack fills would both be named `{name}`", parameter.name);
            reader.problems.push(Diagnostic::new(&SAME_LOGICAL_ID, parameter.span, message).here("rename this one"));
        }
    }
    for name in parameters.keys() {
        if let Some(other) = writer.taken.get(name) {
            let other = cx.graph.resource(*other);
            let message = format!("a parameter and {} would both be named `{name}`", other.path);
            reader.problems.push(Diagnostic::new(&SAME_LOGICAL_ID, other.span, message));
        }
    }
    let origins = writer.entries.iter().map(|(id, _)| (id.to_string(), writer.taken[id.as_ref()])).collect();
    let counts = (writer.entries.len(), parameters.len(), told.len());
    let owned =
        |fields: BTreeMap<String, Node<'g>>| -> Fields<'g> { fields.into_iter().map(|(name, value)| (Text::Owned(name), value)).collect() };
    let mut sections: Fields<'g> = vec![("AWSTemplateFormatVersion".into(), Node::from("2010-09-09"))];
    if !unit.description.is_empty() {
        sections.push(("Description".into(), Node::Text(cut(&unit.description, longest_name("stack description")))));
    }
    sections.push(("Metadata".into(), context::of_template(cx, deployment.unit, told.len())));
    if !parameters.is_empty() {
        sections.push(("Parameters".into(), Node::Map(owned(parameters))));
    }
    sections.push(("Resources".into(), Node::Map(writer.entries)));
    if !told.is_empty() {
        sections.push(("Outputs".into(), Node::Map(told)));
    }
    Stack {
        sections,
        resources: counts.0,
        parameters: counts.1,
        outputs: counts.2,
        accepts: writer.taken.contains_key(accepter::FUNCTION),
        capabilities: match writer.iam {
            Iam::None => vec![],
            Iam::Generated => vec!["CAPABILITY_IAM"],
            Iam::Named => vec!["CAPABILITY_NAMED_IAM"],
        },
        wired: reader.wired,
        services: writer.services,
        origins,
        inputs,
    }
}

fn declaration<'g>(description: Node<'g>) -> Node<'g> {
    let empty = matches!(&description, Node::Text(text) if text.is_empty());
    let kind = Node::from("String");
    if empty { Node::map([("Type", kind)]) } else { Node::map([("Type", kind), ("Description", description)]) }
}
