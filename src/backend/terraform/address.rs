//! Where each resource stands: in which module, under which type and name.

use std::collections::HashMap;
use std::rc::Rc;

use super::problem::Problem;
use super::shapes::{self, Shape};
use crate::graph::{Graph, Part, PlaceId, Resource};
use crate::resources::{self, Terraform};

/// A module: the root, or that of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Root,
    Place(PlaceId),
}

pub struct Address {
    pub scope: Scope,
    /// The type's word in the target.
    pub ty: &'static str,
    pub name: String,
    pub type_data: Rc<TypeData>,
}

/// What the emission needs to know about a type, found once.
pub struct TypeData {
    pub noun: String,
    /// Whether it is in a region, or of a whole account.
    pub regional: bool,
    pub taggable: bool,
    pub terraform: &'static Terraform,
    pub shape: Option<&'static Shape>,
}

/// The address of each resource, by position; `None` where the target has no such type.
pub fn addresses(graph: &Graph, problems: &mut Vec<Problem>) -> Vec<Option<Address>> {
    let slugs: Vec<String> = graph.places.iter().map(|place| identifier(&place.slug)).collect();
    let mut types: HashMap<&'static str, Rc<TypeData>> = HashMap::new();
    let found = graph.resources.iter().map(|resource| {
        let type_data = types.entry(resource.ty).or_insert_with(|| Rc::new(type_data(resource, problems))).clone();
        let ty = type_data.terraform.ty.as_deref()?;
        let (scope, place) = match resource.interconnect {
            true => (Scope::Root, Some(slugs[resource.place.0 as usize].as_str())),
            false => (Scope::Place(resource.place), None),
        };
        Some(Address { scope, ty, name: name(resource, &type_data.noun, place), type_data })
    });
    found.collect()
}

/// Names of the path, and the role unless the type says it. In the root, where resources of all
/// places meet, the place comes first and is not repeated.
fn name(resource: &Resource, noun: &str, place: Option<&str>) -> String {
    let mut name = String::with_capacity(32);
    if let Some(place) = place {
        name.push_str(place);
    }
    for part in &resource.path.0 {
        if let Part::Name(text) = part {
            let start = name.len();
            if start > 0 {
                name.push('_');
            }
            let from = name.len();
            push_identifier(&mut name, text);
            if Some(&name[from..]) == place {
                name.truncate(start);
            }
        }
    }
    if name.is_empty() || (!resource.role.is_empty() && resource.role != noun) {
        if !name.is_empty() {
            name.push('_');
        }
        push_identifier(&mut name, if resource.role.is_empty() { noun } else { resource.role });
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, '_');
    }
    name
}

/// The text as an identifier: everything but letters, digits and `_` becomes `_`.
pub fn identifier(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_identifier(&mut out, text);
    out
}

pub fn push_identifier(out: &mut String, text: &str) {
    out.extend(text.chars().map(|each| if each.is_ascii_alphanumeric() { each } else { '_' }));
}

fn type_data(resource: &Resource, problems: &mut Vec<Problem>) -> TypeData {
    let descriptor = resources::descriptor(resource.ty);
    let terraform = &descriptor.tf;
    let shape = terraform.shape.as_deref().and_then(|name| {
        let shape = shapes::named(name);
        if shape.is_none() {
            problems.push(Problem::new(resource, format!("no shape `{name}`, which the descriptor of {} names", resource.ty)));
        }
        shape
    });
    TypeData {
        noun: identifier(&descriptor.noun),
        regional: descriptor.scope == resources::Scope::Region,
        taggable: descriptor.taggable,
        terraform,
        shape,
    }
}
