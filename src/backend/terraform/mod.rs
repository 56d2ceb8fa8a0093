//! The graph as Terraform: one module for each place, and a root that joins them.
//!
//! [`emit`] is the whole backend. Resources become blocks in the file of their unit's purpose;
//! what a reference needs to cross modules is remembered on the way and written last.

mod address;
mod hcl;
mod manifest;
mod module;
mod problem;
mod readme;
mod resource;
mod root;
mod shapes;
mod wires;

use std::collections::{BTreeMap, HashMap};

pub use problem::Problem;

use crate::graph::{Graph, ResourceId};
use address::{Address, Scope, identifier};
use hcl::{Body, Item};
use wires::Wires;

/// What a build may choose for this target.
#[derive(Clone, Debug, Default)]
pub struct Options {}

/// Paths and contents, sorted by path.
pub type Files = Vec<(String, Vec<u8>)>;

/// Everything that goes into the output folder, or why nothing does.
pub fn emit(graph: &Graph, _options: &Options) -> Result<Files, Vec<Problem>> {
    let mut problems = Vec::new();
    let addresses = address::addresses(graph, &mut problems);
    let slugs: Vec<String> = graph
        .places
        .iter()
        .map(|place| identifier(&place.slug))
        .collect();
    let mut wires = Wires::new(graph, &addresses, &slugs);
    wires.problems = problems;

    let mut files = resources(&mut wires);
    let published = module::published(&mut wires);
    for (place, published) in graph.places.iter().zip(published) {
        module::write(place, published, &mut wires, &mut files);
    }
    root::write(&wires, &mut files);
    if !wires.problems.is_empty() {
        return Err(wires.problems);
    }
    files.insert("README.md".to_owned(), readme::write(graph, &wires));
    let manifest = manifest::write(graph, &wires, &files);
    files.insert(manifest::NAME.to_owned(), manifest);
    Ok(files
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()))
        .collect())
}

/// The resource blocks of every file.
fn resources<'a>(wires: &mut Wires<'a>) -> BTreeMap<String, String> {
    let graph = wires.graph;
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut owners: HashMap<(Scope, &'a str, std::borrow::Cow<'a, str>), ResourceId> =
        HashMap::with_capacity(graph.resources.len() * 5 / 4);
    // Resources are sorted by unit: a file is looked up once for each of its runs.
    let mut current: Option<(Scope, u32)> = None;
    let mut path = String::new();
    let mut text = String::new();
    let addresses: &'a [Option<Address>] = wires.addresses;
    for (ix, resource) in graph.resources.iter().enumerate() {
        let id = ResourceId(ix as u32);
        let Some(address) = &addresses[ix] else {
            continue;
        };
        let unit = if address.scope == Scope::Root {
            0
        } else {
            resource.unit.0
        };
        if current != Some((address.scope, unit)) {
            if current.is_some() {
                files.insert(std::mem::take(&mut path), std::mem::take(&mut text));
            }
            current = Some((address.scope, unit));
            let description;
            (path, description) = match address.scope {
                Scope::Root => ("interconnect.tf".to_owned(), root::INTERCONNECT),
                Scope::Place(place) => {
                    let unit = graph.unit(resource.unit);
                    let path = format!("modules/{}/{}.tf", graph.place(place).slug, unit.purpose);
                    (path, unit.description.as_str())
                }
            };
            text = files.remove(&path).unwrap_or_default();
            if text.is_empty() && !description.is_empty() {
                hcl::print(&mut text, &Body(vec![Item::Comment(description.into())]));
            }
        }
        for draft in resource::drafts(id, address, wires) {
            let key = (address.scope, draft.ty, draft.name.clone());
            if let Some(other) = owners.insert(key, id) {
                let other = graph.resource(other);
                let message = format!(
                    "{} and {} would both be {}.{}",
                    other.path, resource.path, draft.ty, draft.name
                );
                wires
                    .problems
                    .push(Problem::new(resource, message).and(other));
            }
            let mut comment = resource.path.to_string();
            if let Some(doc) = &resource.doc {
                comment.push('\n');
                comment.push_str(doc);
            }
            let block = draft.block(address.scope, wires.slugs);
            let body = Body(vec![Item::Comment(comment.into()), Item::Block(block)]);
            hcl::print(&mut text, &body);
        }
    }
    if current.is_some() {
        files.insert(path, text);
    }
    files
}
