//! The interface to pipelines: root modules, their order, and the providers they need.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::provider::{self, Provider};
use super::root;
use super::wires::Wires;
use crate::graph::PlaceId;

/// Not `manifest.json`, which says that a folder holds CloudFormation.
pub const NAME: &str = "mrc.json";

pub fn write(wires: &Wires, providers: &[Provider], files: &BTreeMap<String, String>) -> String {
    let graph = wires.graph;
    let providers: Vec<Value> = providers
        .iter()
        .map(|each| {
            let managed = (0..).map(PlaceId).zip(&graph.places).filter(|(id, _)| std::ptr::eq(wires.provider(*id), each));
            let modules: Vec<String> = managed.map(|(_, place)| format!("modules/{}", place.slug)).collect();
            json!({
                "name": "aws",
                "source": provider::SOURCE,
                "version": root::PROVIDER_VERSION,
                "alias": each.alias,
                "region": each.region,
                "account": each.account,
                "account_name": each.account_name,
                "deploy_role": each.deploy_role,
                "modules": modules,
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
