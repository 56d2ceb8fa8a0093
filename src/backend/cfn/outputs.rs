//! Names under which the values of a unit are told to other stacks and teams.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::shapes::stands_for;
use super::{Cx, ids};
use crate::check::NAME_TOO_LONG;
use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::{ResourceId, UnitId, Value};

/// Two outputs with the same export name in one region.
pub static SAME_EXPORT: Code = Code { id: "MR706", name: "same-output", severity: Severity::Error, page: include_str!("same_output.md") };

pub struct Outputs<'g> {
    /// By the position of the unit, then by name.
    pub of_unit: Vec<BTreeMap<String, Output<'g>>>,
    names: HashMap<(ResourceId, &'static str), String>,
}

pub struct Output<'g> {
    pub description: Option<&'g str>,
    pub value: Source<'g>,
    pub export: Option<String>,
}

pub enum Source<'g> {
    Value(&'g Value),
    Attribute(ResourceId, &'static str),
}

impl Outputs<'_> {
    /// The output that holds an attribute, if there is one.
    pub fn name(&self, resource: ResourceId, attribute: &'static str) -> Option<&str> {
        self.names.get(&(resource, attribute)).map(String::as_str)
    }
}

/// What the topology publishes, and what other units need.
pub fn outputs<'g>(cx: &Cx<'g>, problems: &mut Vec<Diagnostic>) -> Outputs<'g> {
    let graph = cx.graph;
    let mut all = Outputs { of_unit: graph.units.iter().map(|_| BTreeMap::new()).collect(), names: HashMap::new() };
    let mut exports = HashSet::new();
    for published in &graph.published {
        let unit = graph.unit(published.unit);
        let name = ids::output_name(unit, &published.key);
        let export = graph.publish_exports.then(|| export_name(&graph.prefix, &published.key));
        if let Value::Ref(id, attribute) = published.value {
            all.names.entry((stands_for(cx, id), attribute)).or_insert_with(|| name.clone());
        }
        if let Some(export) = &export
            && !exports.insert((unit.place, export.clone()))
        {
            problems.push(Diagnostic::new(
                &SAME_EXPORT,
                span(cx, published.unit),
                format!("two outputs in {} are exported as `{export}`", graph.place(unit.place).slug),
            ));
        }
        let longest = crate::aws::longest_name("export");
        if let Some(export) = export.as_ref().filter(|export| export.len() > longest) {
            problems.push(
                Diagnostic::new(
                    &NAME_TOO_LONG,
                    span(cx, published.unit),
                    format!("export `{export}` has {} characters; AWS takes {longest}", export.len()),
                )
                .here("the name is too long")
                .help("shorten it, or `prefix` of the topology"),
            );
        }
        let output = Output {
            description: Some(published.description.as_str()).filter(|text| !text.is_empty()),
            value: Source::Value(&published.value),
            export,
        };
        insert(cx, &mut all, published.unit, name, output, problems);
    }
    for (ix, wires) in cx.plan.wires.iter().enumerate() {
        for wire in wires {
            let resource = stands_for(cx, wire.resource);
            wire_output(cx, &mut all, UnitId(ix as u32), resource, wire.attribute, problems);
        }
    }
    if cx.options.accepter == super::Accepter::Pipeline {
        for step in &cx.plan.steps {
            let peering = stands_for(cx, step.accepter);
            let unit = graph.resource(peering).unit;
            let attribute = super::manifest::accepted_id(graph.resource(step.accepter));
            wire_output(cx, &mut all, unit, peering, attribute, problems);
            // Whoever accepts waits for the requester's own attachment too.
            wire_output(cx, &mut all, unit, peering, "id", problems);
        }
    }
    all
}

fn wire_output<'g>(
    cx: &Cx<'g>,
    all: &mut Outputs<'g>,
    unit: UnitId,
    resource: ResourceId,
    attribute: &'static str,
    problems: &mut Vec<Diagnostic>,
) {
    if all.names.contains_key(&(resource, attribute)) {
        return;
    }
    let mut name = cx.id(resource).to_owned();
    ids::push_pascal(&mut name, attribute);
    all.names.insert((resource, attribute), name.clone());
    let value = Source::Attribute(resource, attribute);
    insert(cx, all, unit, name, Output { description: None, value, export: None }, problems);
}

fn insert<'g>(cx: &Cx<'g>, all: &mut Outputs<'g>, unit: UnitId, name: String, output: Output<'g>, problems: &mut Vec<Diagnostic>) {
    let outputs = &mut all.of_unit[unit.0 as usize];
    if outputs.contains_key(&name) {
        problems.push(Diagnostic::new(
            &SAME_EXPORT,
            span(cx, unit),
            format!("two outputs of the stack `{}` are named `{name}`", cx.stack_name(unit)),
        ));
    }
    outputs.insert(name, output);
}

/// Where to point for a unit: at its first resource.
fn span(cx: &Cx, unit: UnitId) -> crate::source::Span {
    match cx.plan.members[unit.0 as usize].first() {
        Some(id) => cx.graph.resource(*id).span,
        None => crate::source::Span::new(crate::source::FileId(0), 0, 0),
    }
}

/// CloudFormation allows letters, digits, colons and hyphens.
fn export_name(prefix: &str, key: &crate::graph::Path) -> String {
    let mut name = prefix.to_owned();
    for part in &key.0 {
        name.push('-');
        name.extend(part.text().chars().map(|each| if each.is_ascii_alphanumeric() { each } else { '-' }));
    }
    name
}
