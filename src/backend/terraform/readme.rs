//! The README of the folder, for whoever gets it.

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, context};

use super::left::{self, Left};
use super::root;
use super::since;
use super::wires::Wires;
use crate::graph::Graph;

const TEMPLATE: &str = include_str!("templates/README.md");

pub fn write(graph: &Graph, wires: &Wires, left: &Left) -> String {
    let mut counts = vec![0; graph.places.len()];
    for each in graph.resources.iter().filter(|each| !each.interconnect) {
        counts[each.place.0 as usize] += 1;
    }
    let places: Vec<_> = graph
        .places
        .iter()
        .zip(counts)
        .map(|(place, count)| {
            context! {
                slug => &place.slug,
                region => &place.region,
                account => &place.account,
                deploy_role => &place.deploy_role,
                resources => count,
            }
        })
        .collect();
    let parameters: Vec<_> = graph
        .parameters
        .iter()
        .zip(&wires.parameters)
        .filter(|(_, used)| **used)
        .map(|(each, _)| {
            context! { name => each.lowered(), description => &each.description }
        })
        .collect();
    let removed: Vec<_> = left.data.iter().map(|each| context! { what => each.what(), path => &each.path, place => &each.place }).collect();
    let retired: Vec<_> = left
        .providers
        .iter()
        .map(|each| context! { name => left::provider_name(each), account => &each.account, alias => &each.alias })
        .collect();
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    environment.set_syntax(syntax.expect("the delimiters are the usual ones"));
    environment
        .render_str(
            TEMPLATE,
            context! {
                name => &graph.name,
                description => &graph.description,
                places => places,
                parameters => parameters,
                interconnect => graph.resources.iter().any(|each| each.interconnect),
                published => wires.boundaries.iter().any(|each| each.published),
                stateful => !wires.data.is_empty() || !left.data.is_empty(),
                removed => removed,
                retired => retired,
                terraform => root::REQUIRED_VERSION,
                opentofu => root::OPENTOFU_VERSION,
                provider => since::constraint(wires.provider_minor),
            },
        )
        .expect("the template is part of the program and its tests render it")
}
