//! The graph as Terraform: one module for each place, and a root that joins them.
//!
//! [`emit`] is the whole backend. Resources become blocks in the file of their unit's purpose;
//! what a reference needs to cross modules is remembered on the way and written last.

mod address;
mod hcl;
mod left;
mod manifest;
mod module;
mod problem;
mod provider;
mod readme;
mod resource;
mod root;
mod shapes;
mod since;
mod wires;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

pub use left::{can_be_forgotten, forgettable};
pub use manifest::NAME as MANIFEST;
pub use problem::{CODE, Problem};

use super::Previous;
use crate::graph::{Graph, PlaceId, ResourceId};
use address::{Address, Scope, identifier};
use hcl::{Body, Item};
use left::Data;
use wires::Wires;

/// What a build may choose for this target.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What left the source and need not be kept: paths of data, accounts.
    pub forget: Vec<String>,
}

/// Paths and contents, sorted by path.
pub type Files = Vec<(String, Vec<u8>)>;

/// Everything that goes into the output folder, or why nothing does.
pub fn emit(graph: &Graph, options: &Options, previous: &Previous<'_>) -> Result<Files, Vec<Problem>> {
    let mut problems = Vec::new();
    let addresses = address::addresses(graph, &mut problems);
    let slugs: Vec<String> = graph.places.iter().map(|place| identifier(&place.slug)).collect();
    let (providers, of_places) = provider::providers(graph);
    let mut wires = Wires::new(graph, &addresses, &slugs, (&providers, &of_places));
    wires.problems = problems;

    let mut owners = HashMap::with_capacity(graph.resources.len() * 5 / 4);
    let mut files = resources(&mut wires, &mut owners);
    let published = module::published(&mut wires);
    for (ix, published) in published.into_iter().enumerate() {
        module::write(PlaceId(ix as u32), published, &mut wires, &mut files);
    }
    // A state belongs to the folder: it is the same under another name of the topology.
    let previous = previous.of("terraform");
    let written = match previous {
        Some(_) => owners.keys().filter(|each| !each.1).map(|(scope, _, ty, name)| full_address(*scope, ty, name, &slugs)).collect(),
        None => HashSet::new(),
    };
    let left = left::left(previous, &written, &providers, &options.forget);
    root::write(&wires, &providers, &left, &mut files);
    if !wires.problems.is_empty() {
        return Err(wires.problems);
    }
    files.insert("README.md".to_owned(), readme::write(graph, &wires, &left));
    let manifest = manifest::write(&wires, &providers, &left, &files);
    files.insert(manifest::NAME.to_owned(), manifest);
    Ok(files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect())
}

/// The resource blocks of every file.
fn resources<'a>(wires: &mut Wires<'a>, owners: &mut Owners<'a>) -> BTreeMap<String, String> {
    let graph = wires.graph;
    let addresses: &'a [Option<Address>] = wires.addresses;
    let mut files: BTreeMap<String, String> = BTreeMap::new();

    // Resources are sorted by unit, so that a file is looked up once for each of its runs.
    let mut current = None;
    let mut file = String::new();
    let mut text = String::new();
    let mut joining = Vec::new();
    for (ix, resource) in graph.resources.iter().enumerate() {
        let id = ResourceId(ix as u32);
        let Some(address) = &addresses[ix] else {
            continue;
        };
        let Scope::Place(place) = address.scope else {
            joining.push((id, address));
            continue;
        };
        if current != Some((place, resource.unit)) {
            files.insert(std::mem::take(&mut file), std::mem::take(&mut text));
            current = Some((place, resource.unit));
            let unit = graph.unit(resource.unit);
            file = format!("modules/{}/{}.tf", graph.place(place).slug, unit.purpose);
            text = files.remove(&file).unwrap_or_else(|| heading(&unit.description));
        }
        blocks(id, address, wires, owners, &mut text);
    }
    files.insert(file, text);
    files.remove("");

    // What joins two places stands together, whichever place each part is in.
    joining.sort_by_key(|(id, _)| &graph.resource(*id).path);
    if !joining.is_empty() {
        let mut text = heading(root::INTERCONNECT);
        for (id, address) in joining {
            blocks(id, address, wires, owners, &mut text);
        }
        files.insert("interconnect.tf".to_owned(), text);
    }
    files
}

/// Who has an address already.
type Owners<'a> = HashMap<(Scope, bool, &'a str, Cow<'a, str>), ResourceId>;

/// Appends the blocks of one resource.
fn blocks<'a>(id: ResourceId, address: &'a Address, wires: &mut Wires<'a>, owners: &mut Owners<'a>, text: &mut String) {
    let graph = wires.graph;
    let resource = graph.resource(id);
    let mut comment = resource.path.to_string();
    if let Some(doc) = &resource.doc {
        comment.push('\n');
        comment.push_str(doc);
    }
    let mut parts = Vec::new();
    for draft in resource::drafts(id, address, wires) {
        if resource.stateful {
            let full = full_address(address.scope, draft.ty, &draft.name, wires.slugs);
            // The thing itself comes first.
            let at = if draft.ty == address.ty { 0 } else { parts.len() };
            parts.insert(at, full);
        }
        let key = (address.scope, draft.data, draft.ty, draft.name.clone());
        if let Some(other) = owners.insert(key, id) {
            let other = graph.resource(other);
            let message = format!("{} and {} would both be {}.{}", other.path, resource.path, draft.ty, draft.name);
            wires.problems.push(Problem::new(resource, message).and(other));
        }
        let block = draft.block(address.scope, wires);
        wires.provider_minor = wires.provider_minor.max(since::block(&block));
        hcl::print(text, &Body(vec![Item::Comment(comment.as_str().into()), Item::Block(block)]));
    }
    if resource.stateful {
        let place = graph.place(resource.place);
        wires.data.push(Data {
            place: place.slug.clone(),
            account: place.account_name.clone(),
            path: resource.path.to_string(),
            ty: resource.ty.to_owned(),
            addresses: parts,
        });
    }
}

/// As a plan and a state name it: `module.us_east_1.aws_vpc.app`.
fn full_address(scope: Scope, ty: &str, name: &str, slugs: &[String]) -> String {
    match scope {
        Scope::Root => format!("{ty}.{name}"),
        Scope::Place(place) => format!("module.{}.{ty}.{name}", slugs[place.0 as usize]),
    }
}

/// The first line of a file.
fn heading(text: &str) -> String {
    let mut out = String::new();
    if !text.is_empty() {
        hcl::print(&mut out, &Body(vec![Item::Comment(text.into())]));
    }
    out
}
