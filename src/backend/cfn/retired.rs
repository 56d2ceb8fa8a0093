//! Stacks that the previous build had and this one lacks: they run until somebody deletes them.
//!
//! The manifest goes on naming them, and their templates stay in the folder, below `retired/`.

use serde_json::Value;

use super::manifest::{Entry, StackRef};
use crate::backend::Previous;

/// Entries of stacks that left, with the files of their templates, sorted by wave, region and name.
pub fn retired(topology: &str, deployed: &[Entry], previous: &Previous<'_>) -> (Vec<Entry>, Vec<(String, Vec<u8>)>) {
    let mut entries: Vec<(Entry, String)> = Vec::new();
    for found in previous.manifest("cfn", topology).and_then(|manifest| manifest["stacks"].as_array()).into_iter().flatten() {
        let Some((entry, template)) = entry(found) else { continue };
        if entry.retired && previous.is_pruned() || deployed.iter().any(|each| same(each, &entry)) {
            continue;
        }
        // A stack in two phases is deleted with its first wave, and its second template is the whole one.
        match entries.iter_mut().find(|(each, _)| same(each, &entry)) {
            Some((first, whole)) => {
                first.resources = first.resources.max(entry.resources);
                *whole = template;
            }
            None => entries.push((entry, template)),
        }
    }
    let mut files = Vec::new();
    let mut kept: Vec<Entry> = entries
        .into_iter()
        .map(|(mut entry, template)| {
            entry.retired = true;
            if entry.deploy_role.is_none() {
                let of_account = deployed.iter().find(|each| each.account.is_some() && each.account == entry.account);
                entry.deploy_role = of_account.and_then(|each| each.deploy_role.clone());
            }
            if let Some(text) = previous.file(&template) {
                entry.template = path(&entry, &template);
                files.push((entry.template.clone(), text));
            }
            entry
        })
        .collect();
    kept.sort_by(|a, b| (a.wave, &a.region, &a.name, &a.account).cmp(&(b.wave, &b.region, &b.name, &b.account)));
    (kept, files)
}

/// Whether two names may be of one stack. Where one of them has no account, it may be the other's.
pub fn may_be(a: &StackRef, b: &StackRef) -> bool {
    a.name == b.name && a.region == b.region && (a.account == b.account || a.account.is_none() || b.account.is_none())
}

fn same(a: &Entry, b: &Entry) -> bool {
    may_be(&a.reference(), &b.reference())
}

/// What is needed to delete a stack, and its template. None for what no build of ours wrote.
fn entry(found: &Value) -> Option<(Entry, String)> {
    let text = |key: &str| found[key].as_str().map(str::to_owned);
    let entry = Entry {
        name: text("name")?,
        description: text("description").unwrap_or_default(),
        account: text("account"),
        region: text("region")?,
        deploy_role: text("deploy_role"),
        wave: found["wave"].as_u64()? as u32,
        resources: found["resources"].as_u64()? as usize,
        retired: found["retired"] == true,
        ..Entry::default()
    };
    Some((entry, text("template").unwrap_or_default()))
}

/// Below a folder of their own, because another stack may have taken the old path.
fn path(entry: &Entry, template: &str) -> String {
    if entry.retired && template.starts_with("retired/") {
        return template.to_owned();
    }
    let extension = template.rsplit_once('.').map_or("yaml", |(_, extension)| extension);
    let account = entry.account.as_deref().map(|account| format!("{account}-")).unwrap_or_default();
    format!("retired/{account}{}/{}.{extension}", entry.region, entry.name)
}
