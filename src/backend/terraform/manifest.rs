//! The interface to pipelines: root modules, their order, and the providers they need.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::root;
use super::wires::Wires;
use crate::graph::Graph;

/// Not `manifest.json`, which says that a folder holds CloudFormation.
pub const NAME: &str = "mrc.json";

pub fn write(graph: &Graph, wires: &Wires, files: &BTreeMap<String, String>) -> String {
    let providers: Vec<Value> = graph
        .places
        .iter()
        .zip(wires.slugs)
        .map(|(place, slug)| {
            json!({
                "name": "aws",
                "source": root::PROVIDER_SOURCE,
                "version": root::PROVIDER_VERSION,
                "alias": slug,
                "region": place.region,
                "account": place.account,
                "deploy_role": place.deploy_role,
                "module": format!("modules/{}", place.slug),
            })
        })
        .collect();
    let variables: Vec<String> =
        graph.parameters.iter().zip(&wires.parameters).filter(|(_, used)| **used).map(|(parameter, _)| parameter.lowered()).collect();
    let sums: serde_json::Map<String, Value> =
        files.iter().map(|(path, text)| (path.clone(), crate::backend::sha256(text.as_bytes()).into())).collect();
    let manifest = json!({
        "version": 1,
        "topology": graph.name,
        "target": "terraform",
        "roots": [{
            "path": ".",
            "wave": 0,
            "depends_on": [],
            "required_version": root::REQUIRED_VERSION,
            "providers": providers,
            "variables": variables,
        }],
        "files": sums,
    });
    let mut text = serde_json::to_string_pretty(&manifest).expect("plain values");
    text.push('\n');
    text
}
