//! The interface to pipelines: root modules, their order, and the providers they need.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::left::Left;
use super::provider::{self, Provider};
use super::root;
use super::since;
use super::wires::Wires;
use crate::graph::PlaceId;

/// Not `manifest.json`, which says that a folder holds CloudFormation.
pub const NAME: &str = "mrc.json";

pub fn write(wires: &Wires, providers: &[Provider], left: &Left, files: &BTreeMap<String, String>) -> String {
    let graph = wires.graph;
    let retired = left.providers.iter().map(|each| (each, true));
    let providers: Vec<Value> = providers
        .iter()
        .map(|each| (each, false))
        .chain(retired)
        .map(|(each, retired)| {
            let managed = (0..).map(PlaceId).zip(&graph.places).filter(|(id, _)| std::ptr::eq(wires.provider(*id), each));
            let modules: Vec<String> = managed.map(|(_, place)| format!("modules/{}", place.slug)).collect();
            json!({
                "name": "aws",
                "source": provider::SOURCE,
                "version": since::constraint(wires.provider_minor),
                "alias": each.alias,
                "region": each.region,
                "account": each.account,
                "account_name": each.account_name,
                "deploy_role": each.deploy_role,
                "modules": modules,
                "retired": retired,
            })
        })
        .collect();
    let variables: Vec<String> =
        graph.parameters.iter().zip(&wires.parameters).filter(|(_, used)| **used).map(|(parameter, _)| parameter.lowered()).collect();
    let sums: serde_json::Map<String, Value> =
        files.iter().map(|(path, text)| (path.clone(), crate::backend::sha256(text.as_bytes()).into())).collect();
    let mut stateful = wires.data.clone();
    stateful.sort();
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
            "stateful": stateful,
            "removed": left.data,
        }],
        "files": sums,
    });
    let mut text = serde_json::to_string_pretty(&manifest).expect("plain values");
    text.push('\n');
    text
}
