//! The root's own files: versions, providers, module calls, variables, outputs.

use std::collections::BTreeMap;

use super::hcl::{self, Block, Body, Expr, Item};
use super::module::PUBLISHED;
use super::wires::Wires;
use crate::graph::{Parameter, Place};

/// First line of the file that holds what belongs to no place alone.
pub const INTERCONNECT: &str = "What joins the places.";

pub const REQUIRED_VERSION: &str = ">= 1.6";
pub const PROVIDER_SOURCE: &str = "hashicorp/aws";
pub const PROVIDER_VERSION: &str = ">= 6.0";

pub fn write(wires: &Wires, files: &mut BTreeMap<String, String>) {
    let graph = wires.graph;
    let mut file = |name: &str, body: Body| {
        if !body.0.is_empty() {
            let mut text = String::new();
            hcl::print(&mut text, &body);
            files.insert(format!("{name}.tf"), text);
        }
    };
    let places = || graph.places.iter().zip(wires.slugs);

    file("versions", Body(vec![Item::Block(requirements())]));
    file("providers", Body(places().map(|(place, slug)| Item::Block(provider(place, slug))).collect()));

    let mut main = Body::default();
    for (ix, (place, slug)) in places().enumerate() {
        let providers = Expr::Object(vec![("aws".into(), Expr::Attribute("aws", slug, ""))]);
        let mut body = Body::default().attribute("source", format!("./modules/{}", place.slug)).blank().attribute("providers", providers);
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
pub fn requirements() -> Block<'static> {
    let aws = Expr::Object(vec![("source".into(), PROVIDER_SOURCE.into()), ("version".into(), PROVIDER_VERSION.into())]);
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

fn provider<'a>(place: &'a Place, slug: &'a str) -> Block<'a> {
    let mut body = Body::default().attribute("alias", slug).attribute("region", place.region.as_str());
    if let Some(account) = &place.account {
        // A wrong profile is noticed before anything is done.
        let accounts = Expr::List(vec![account.as_str().into()]);
        body.0.insert(1, Item::Attribute("allowed_account_ids".into(), accounts));
    }
    if let Some(role) = &place.deploy_role {
        let role = match &place.account {
            Some(account) if !role.starts_with("arn:") => {
                format!("arn:{}:iam::{account}:role/{role}", place.partition)
            }
            _ => role.clone(),
        };
        body = body.block("assume_role", Body::default().attribute("role_arn", role));
    }
    if !place.tags.is_empty() {
        let tags = place.tags.iter().map(|(key, value)| (key.as_str().into(), value.as_str().into()));
        let tags = Body::default().attribute("tags", Expr::Object(tags.collect()));
        body = body.block("default_tags", tags);
    }
    Block::new("provider", ["aws".into()], body)
}
