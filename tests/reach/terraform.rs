//! Terraform's root and modules, references followed over outputs.

use std::collections::BTreeMap;

use hcl::{Body, Expression, Structure, expr::TraversalOperator};
use mrc::driver::Files;

use super::built::Resource;

/// Bodies by module; the root's is "".
type Modules = BTreeMap<String, Vec<Body>>;

pub fn read(files: &Files) -> Vec<Resource> {
    let mut modules = Modules::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".tf")) {
        let module = path.strip_prefix("modules/").and_then(|path| path.split_once('/')).map_or("", |(module, _)| module);
        modules.entry(module.replace('-', "_")).or_default().push(hcl::parse(std::str::from_utf8(bytes).unwrap()).unwrap());
    }
    let mut found = Vec::new();
    for (module, bodies) in &modules {
        for block in bodies.iter().flat_map(Body::blocks).filter(|block| block.identifier() == "resource") {
            let [ty, name] = [block.labels()[0].as_str(), block.labels()[1].as_str()];
            let mut made =
                Resource { ty: ty.into(), id: format!("{module}:{ty}.{name}"), region: module.replace('_', "-"), ..Resource::default() };
            read_body(&modules, module, block.body(), &mut made);
            found.push(made);
        }
    }
    found
}

fn read_body(modules: &Modules, module: &str, body: &Body, made: &mut Resource) {
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
            Structure::Attribute(attribute) if matches!(attribute.key(), "provider" | "depends_on") => {}
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

fn collect(modules: &Modules, module: &str, value: &Expression, texts: &mut Vec<String>, refs: &mut Vec<String>) {
    match value {
        Expression::String(text) => texts.push(text.clone()),
        Expression::Bool(truth) => texts.push(truth.to_string()),
        Expression::Number(number) => texts.push(number.to_string()),
        Expression::Array(items) => items.iter().for_each(|each| collect(modules, module, each, texts, refs)),
        Expression::Object(fields) => fields.values().for_each(|each| collect(modules, module, each, texts, refs)),
        Expression::Parenthesis(inner) => collect(modules, module, inner, texts, refs),
        Expression::FuncCall(call) => call.args.iter().for_each(|each| collect(modules, module, each, texts, refs)),
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

fn reference(modules: &Modules, module: &str, first: &str, names: &[&str]) -> Option<String> {
    let blocks = |module: &str| modules[module].iter().flat_map(Body::blocks);
    match first {
        "module" => {
            let output = blocks(names[0]).find(|block| block.identifier() == "output" && block.labels()[0].as_str() == names[1]);
            let output = output.unwrap_or_else(|| panic!("no output {} of {}", names[1], names[0]));
            let value = output.body().attributes().find(|attribute| attribute.key() == "value").unwrap();
            let mut refs = Vec::new();
            collect(modules, names[0], value.expr(), &mut Vec::new(), &mut refs);
            refs.into_iter().next()
        }
        "data" | "var" | "local" => None,
        ty => {
            let mut found = blocks(module).filter(|block| {
                block.identifier() == "resource" && block.labels()[0].as_str() == ty && block.labels()[1].as_str() == names[0]
            });
            let block = found.next().unwrap_or_else(|| panic!("no {ty}.{} in {module:?}", names[0]));
            // An accepter stands for what it accepts.
            if ty.ends_with("_accepter") {
                let accepted = block
                    .body()
                    .attributes()
                    .find(|attribute| matches!(attribute.key(), "transit_gateway_attachment_id" | "vpc_peering_connection_id"));
                let mut refs = Vec::new();
                collect(modules, module, accepted.unwrap().expr(), &mut Vec::new(), &mut refs);
                return refs.into_iter().next();
            }
            Some(format!("{module}:{ty}.{}", names[0]))
        }
    }
}
