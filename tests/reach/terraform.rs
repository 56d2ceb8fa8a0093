//! Terraform's root and modules, references followed over outputs and variables.

use std::collections::{BTreeMap, HashMap};

use hcl::expr::{Operation, TraversalOperator};
use hcl::{Block, Body, Expression, Structure};
use mrc::driver::Files;

use super::built::{Resource, accepters};

/// By name; the root's is "".
type Modules<'b> = BTreeMap<String, Module<'b>>;

#[derive(Default)]
struct Module<'b> {
    /// By type and name, in the order of the files.
    resources: Vec<(&'b str, &'b str, &'b Block)>,
    by_name: HashMap<(&'b str, &'b str), &'b Block>,
    /// What is looked up.
    data: HashMap<(&'b str, &'b str), &'b Block>,
    outputs: HashMap<&'b str, &'b Expression>,
    /// What the root gives it.
    variables: HashMap<&'b str, &'b Expression>,
}

pub fn read(files: &Files) -> Vec<Resource> {
    let mut bodies: Vec<(String, Body)> = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".tf")) {
        let module = path.strip_prefix("modules/").and_then(|path| path.split_once('/')).map_or("", |(module, _)| module);
        bodies.push((module.replace('-', "_"), hcl::parse(std::str::from_utf8(bytes).unwrap()).unwrap()));
    }
    let mut modules = Modules::new();
    for (module, block) in bodies.iter().flat_map(|(module, body)| body.blocks().map(move |block| (module, block))) {
        let label = |ix: usize| block.labels()[ix].as_str();
        match block.identifier() {
            "resource" => {
                let module = modules.entry(module.clone()).or_default();
                module.resources.push((label(0), label(1), block));
                module.by_name.insert((label(0), label(1)), block);
            }
            "data" => {
                modules.entry(module.clone()).or_default().data.insert((label(0), label(1)), block);
            }
            "output" => {
                let value = block.body().attributes().find(|each| each.key() == "value").unwrap();
                modules.entry(module.clone()).or_default().outputs.insert(label(0), value.expr());
            }
            "module" => {
                let given = block.body().attributes().map(|each| (each.key(), each.expr()));
                modules.entry(label(0).to_owned()).or_default().variables.extend(given);
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (module, inside) in &modules {
        for (ty, name, block) in &inside.resources {
            let id = format!("{module}:{ty}.{name}");
            let region = block.body().attributes().find(|each| each.key() == "region").and_then(|each| match each.expr() {
                Expression::String(region) => Some(region.clone()),
                _ => None,
            });
            let mut made = Resource { ty: (*ty).into(), id, region: region.unwrap_or_default(), ..Resource::default() };
            read_body(&modules, module, block.body(), &mut made);
            found.push(made);
        }
    }
    found
}

fn read_body(modules: &Modules<'_>, module: &str, body: &Body, made: &mut Resource) {
    for each in body {
        match each {
            Structure::Attribute(attribute) if attribute.key() == "tags" => {
                if let Expression::Object(fields) = attribute.expr() {
                    let name = fields.iter().find(|(key, _)| key.to_string() == "Name");
                    made.name = name
                        .and_then(|(_, value)| match value {
                            Expression::String(text) => Some(text.clone()),
                            _ => None,
                        })
                        .unwrap_or_default();
                }
            }
            Structure::Attribute(attribute) if matches!(attribute.key(), "provider" | "region" | "depends_on") => {}
            Structure::Attribute(attribute) => {
                let name = attribute.key().to_owned();
                let (texts, refs) = (made.texts.entry(name.clone()).or_default(), made.refs.entry(name).or_default());
                collect(modules, module, attribute.expr(), texts, refs);
            }
            Structure::Block(block) => {
                let mut inner = Resource::default();
                read_body(modules, module, block.body(), &mut inner);
                let name = block.identifier().to_owned();
                made.refs.entry(name.clone()).or_default().extend(inner.refs.into_values().flatten());
                made.texts.entry(name).or_default().extend(inner.texts.into_values().flatten());
            }
        }
    }
}

fn collect(modules: &Modules<'_>, module: &str, value: &Expression, texts: &mut Vec<String>, refs: &mut Vec<String>) {
    match value {
        Expression::String(text) => texts.push(text.clone()),
        Expression::Bool(truth) => texts.push(truth.to_string()),
        Expression::Number(number) => texts.push(number.to_string()),
        Expression::Array(items) => items.iter().for_each(|each| collect(modules, module, each, texts, refs)),
        Expression::Object(fields) => fields.values().for_each(|each| collect(modules, module, each, texts, refs)),
        Expression::Parenthesis(inner) => collect(modules, module, inner, texts, refs),
        Expression::FuncCall(call) => call.args.iter().for_each(|each| collect(modules, module, each, texts, refs)),
        Expression::Conditional(choice) => {
            for each in [&choice.cond_expr, &choice.true_expr, &choice.false_expr] {
                collect(modules, module, each, texts, refs);
            }
        }
        Expression::Operation(operation) => {
            if let Operation::Binary(both) = &**operation {
                collect(modules, module, &both.lhs_expr, texts, refs);
            }
        }
        Expression::Traversal(traversal) => {
            let names: Vec<&str> = traversal
                .operators
                .iter()
                .map_while(|operator| match operator {
                    TraversalOperator::GetAttr(name) => Some(name.as_str()),
                    _ => None,
                })
                .collect();
            match &traversal.expr {
                Expression::Variable(variable) => refs.extend(reference(modules, module, variable.as_str(), &names)),
                inner => collect(modules, module, inner, texts, refs),
            }
        }
        _ => {}
    }
}

fn reference(modules: &Modules<'_>, module: &str, first: &str, names: &[&str]) -> Option<String> {
    let only = |module: &str, value: &Expression| {
        let mut refs = Vec::new();
        collect(modules, module, value, &mut Vec::new(), &mut refs);
        refs.into_iter().next()
    };
    match first {
        "module" => {
            let output = modules[names[0]].outputs.get(names[1]).unwrap_or_else(|| panic!("no output {} of {}", names[1], names[0]));
            only(names[0], output)
        }
        // The root's own are given from outside.
        "var" => only("", modules[module].variables.get(names[0])?),
        // The accepter's side of a request, which a filter names first.
        "data" if names[0].starts_with("aws_ec2_transit_gateway") => {
            let block = modules[module].data[&(names[0], names[1])];
            let filter = block.body().blocks().next().unwrap().body();
            let values = filter.attributes().find(|each| each.key() == "values").unwrap();
            only(module, values.expr()).as_deref().map(accepters)
        }
        "data" | "local" => None,
        ty => {
            let block = modules[module].by_name.get(&(ty, names[0])).unwrap_or_else(|| panic!("no {ty}.{} in {module:?}", names[0]));
            // An accepter stands for what it accepts.
            if ty.ends_with("_accepter") {
                let accepted = block
                    .body()
                    .attributes()
                    .find(|attribute| matches!(attribute.key(), "transit_gateway_attachment_id" | "vpc_peering_connection_id"));
                return only(module, accepted.unwrap().expr());
            }
            Some(format!("{module}:{ty}.{}", names[0]))
        }
    }
}
