//! The files of a place's module that are not resources: versions, variables, outputs.

use std::collections::BTreeMap;

use super::address::Scope;
use super::hcl::{self, Block, Body, Expr, Item};
use super::problem::Problem;
use super::root;
use super::wires::{ACCOUNT_LOOKUP, Wires};
use crate::graph::PlaceId;

/// What a place publishes, as one object; `None` where it publishes nothing.
pub type Published<'a> = Option<Expr<'a>>;

/// What each place publishes, by position.
pub fn published<'a>(wires: &mut Wires<'a>) -> Vec<Published<'a>> {
    let graph = wires.graph;
    let mut trees: Vec<Tree<'a>> = graph.places.iter().map(|_| Tree::default()).collect();
    for each in &graph.published {
        let value = wires.expr(Scope::Place(each.place), &each.value);
        let parts: Vec<&str> = each.key.0.iter().map(|part| part.text()).collect();
        if !trees[each.place.0 as usize].insert(&parts, value) {
            wires
                .problems
                .push(Problem { message: format!("{} cannot be published beside what is above it", each.key), spans: Vec::new() });
        }
    }
    trees.into_iter().map(Tree::into_object).collect()
}

/// Writes versions, variables, outputs and lookups of one module.
pub fn write<'a>(id: PlaceId, published: Published<'a>, wires: &mut Wires<'a>, files: &mut BTreeMap<String, String>) {
    let ix = id.0 as usize;
    let folder = format!("modules/{}", wires.graph.place(id).slug);
    let mut file = |name: &str, body: &Body| {
        let text = files.entry(format!("{folder}/{name}.tf")).or_default();
        hcl::print(text, body);
    };

    file("versions", &Body(vec![Item::Block(root::requirements(wires))]));

    let boundary = &mut wires.boundaries[ix];
    let mut variables = Body::default();
    for (name, input) in &boundary.inputs {
        variables.0.push(Item::Block(root::variable(name, &input.description)));
    }
    if !variables.0.is_empty() {
        file("variables", &variables);
    }

    let mut outputs = Body::default();
    if boundary.account_output {
        let body =
            Body::default().attribute("description", "Account that the module is in.").attribute("value", Expr::reference(ACCOUNT_LOOKUP));
        outputs.0.push(Item::Block(Block::new("output", ["account_id".into()], body)));
    }
    for (name, output) in std::mem::take(&mut boundary.outputs) {
        let mut body = Body::default().attribute("description", output.description).attribute("value", output.value);
        if !output.depends_on.is_empty() {
            body = body.blank().attribute("depends_on", Expr::List(output.depends_on));
        }
        outputs.0.push(Item::Block(Block::new("output", [name.into()], body)));
    }
    if let Some(published) = published {
        let body = Body::default().attribute("description", "What others build on.").attribute("value", published);
        outputs.0.push(Item::Block(Block::new("output", [PUBLISHED.into()], body)));
        wires.boundaries[ix].published = true;
    }
    if !outputs.0.is_empty() {
        file("outputs", &outputs);
    }

    if wires.boundaries[ix].account_lookup {
        let labels = ["aws_caller_identity".into(), "current".into()];
        let lookup = Block::new("data", labels, Body::default());
        file("account", &Body(vec![Item::Block(lookup)]));
    }
}

/// Name of the output that holds everything published.
pub const PUBLISHED: &str = "published";

/// Values by the parts of their keys.
#[derive(Default)]
struct Tree<'a> {
    value: Option<Expr<'a>>,
    children: BTreeMap<&'a str, Tree<'a>>,
}

impl<'a> Tree<'a> {
    /// Whether there was room: nothing has both a value and something under it.
    fn insert(&mut self, key: &[&'a str], value: Expr<'a>) -> bool {
        match key {
            [] if self.value.is_some() || !self.children.is_empty() => false,
            [] => {
                self.value = Some(value);
                true
            }
            _ if self.value.is_some() => false,
            [first, rest @ ..] => self.children.entry(first).or_default().insert(rest, value),
        }
    }

    fn into_object(self) -> Option<Expr<'a>> {
        if self.value.is_some() {
            return self.value;
        }
        let entries: Vec<_> = self.children.into_iter().filter_map(|(key, tree)| Some((key.into(), tree.into_object()?))).collect();
        (!entries.is_empty()).then_some(Expr::Object(entries))
    }
}
