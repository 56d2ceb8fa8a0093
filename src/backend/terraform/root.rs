//! The root's own files: versions, providers, module calls, variables, outputs.

use std::collections::BTreeMap;

use super::hcl::{self, Block, Body, Expr, Item};
use super::left::{self, Left};
use super::module::PUBLISHED;
use super::provider::{self, Provider};
use super::since;
use super::wires::Wires;
use crate::graph::{Parameter, PlaceId};

/// First line of the file that holds what belongs to no place alone.
pub const INTERCONNECT: &str = "What joins the places.";

/// `removed` blocks came with Terraform 1.7; with `lifecycle` inside, with OpenTofu 1.10.
pub const REQUIRED_VERSION: &str = ">= 1.7";
pub const OPENTOFU_VERSION: &str = ">= 1.10";

pub fn write(wires: &Wires, providers: &[Provider], left: &Left, files: &mut BTreeMap<String, String>) {
    let graph = wires.graph;
    let mut file = |name: &str, body: Body| {
        if !body.0.is_empty() {
            let mut text = String::new();
            hcl::print(&mut text, &body);
            files.insert(format!("{name}.tf"), text);
        }
    };
    let places = || graph.places.iter().zip(wires.slugs);

    file("versions", Body(vec![Item::Block(requirements(wires))]));
    let mut configured = Body(providers.iter().map(|each| Item::Block(each.block())).collect());
    configured.0.extend(left::retired(&left.providers).0);
    file("providers", configured);
    file("removed", left::removed(&left.data));

    let mut main = Body::default();
    for (ix, (place, slug)) in places().enumerate() {
        let mut body = Body::default().attribute("source", format!("./modules/{}", place.slug));
        // The default one is inherited.
        if let Some(provider) = wires.provider(PlaceId(ix as u32)).reference() {
            body = body.blank().attribute("providers", Expr::Object(vec![("aws".into(), provider)]));
        }
        if !wires.boundaries[ix].inputs.is_empty() {
            body = body.blank();
        }
        for (name, input) in &wires.boundaries[ix].inputs {
            body.0.push(Item::Attribute(name.into(), input.value.clone()));
        }
        main.0.push(Item::Block(Block::new("module", [slug.into()], body)));
    }
    file("main", main);

    let mut parameters: Vec<_> = graph
        .parameters
        .iter()
        .zip(&wires.parameters)
        .filter(|(_, used)| **used)
        .map(|(parameter, _)| (parameter.lowered(), parameter))
        .collect();
    parameters.sort_by(|(one, _), (other, _)| one.cmp(other));
    file("variables", Body(parameters.iter().map(|(name, parameter)| Item::Block(input(name, parameter))).collect()));

    let mut outputs = Body::default();
    for (ix, (place, slug)) in places().enumerate() {
        if wires.boundaries[ix].published {
            let body = Body::default()
                .attribute("description", format!("What others build on in {}.", place.slug))
                .attribute("value", Expr::reference(format!("module.{slug}.{PUBLISHED}")));
            outputs.0.push(Item::Block(Block::new("output", [slug.into()], body)));
        }
    }
    file("outputs", outputs);
}

/// `terraform { … }`, the same in every module.
pub fn requirements(wires: &Wires) -> Block<'static> {
    let version = since::constraint(wires.provider_minor);
    let aws = Expr::Object(vec![("source".into(), provider::SOURCE.into()), ("version".into(), version.into())]);
    let providers = Body::default().attribute("aws", aws);
    let body = Body::default().attribute("required_version", REQUIRED_VERSION).block("required_providers", providers);
    Block::new("terraform", [], body)
}

/// A variable that is a text, as all of ours are.
pub fn variable<'a>(name: &'a str, description: &'a str) -> Block<'a> {
    let mut body = Body::default();
    if !description.is_empty() {
        body = body.attribute("description", description);
    }
    body = body.attribute("type", Expr::reference("string"));
    Block::new("variable", [name.into()], body)
}

/// A variable that a person fills, with what its value must look like.
fn input<'a>(name: &'a str, parameter: &'a Parameter) -> Block<'a> {
    let mut block = variable(name, &parameter.description);
    if let Some((pattern, example)) = parameter.pattern() {
        let validation = Body::default()
            .attribute("condition", Expr::reference(format!("can(regex(\"{pattern}\", var.{name}))")))
            .attribute("error_message", format!("Write a value such as {example}."));
        block.body = std::mem::take(&mut block.body).blank().block("validation", validation);
    }
    block
}
