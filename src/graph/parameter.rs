//! `param("name")`: what a person is told about the value, and what it must be.

use super::*;
use crate::topology::Topology;
use crate::topology::parameters::uses;

pub(super) fn parameters(topology: &Topology) -> Vec<Parameter> {
    topology.parameters.iter().map(|each| parameter(topology, each)).collect()
}

fn parameter(topology: &Topology, each: &crate::topology::Parameter) -> Parameter {
    let uses = uses(topology, &each.name);
    let first_line = |doc: &str| doc.lines().next().unwrap_or_default().trim().to_owned();
    let description = match (&each.doc, uses.as_slice()) {
        (Some(doc), _) => first_line(doc),
        (None, [only]) => match &only.doc {
            Some(doc) => format!("{}: {}", only.text, first_line(doc)),
            None => format!("{}.", only.text),
        },
        (None, []) => format!("Value of param(\"{}\") in the topology.", each.name),
        (None, several) => format!("{}.", several.iter().map(|each| each.text.as_str()).collect::<Vec<_>>().join("; ")),
    };
    let first = uses.first();
    let kind = first.map(|first| first.kind).filter(|kind| uses.iter().all(|each| each.kind == *kind));
    let place = first.map(|first| first.place).filter(|place| uses.iter().all(|each| each.place == *place));
    Parameter { name: each.name.clone(), description, kind, place, span: each.span }
}
