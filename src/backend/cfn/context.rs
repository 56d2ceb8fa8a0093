//! What mrc knows of a template, for whoever changes it later: AWS's `com.aws.cloudformation.Context`.
//!
//! Of a resource it says why it is there (the doc comment), what must hold (the descriptor), and which of
//! its properties must never change: those by which CloudFormation replaces it. Only what holds data, has
//! a reason of its own or is built on elsewhere says so: of everything else the type tells enough.

use std::borrow::Cow;

use super::Cx;
use super::node::{Fields, Node};
use crate::graph::{Resource, UnitId};
use crate::resources::{descriptor, replaced};

const KEY: &str = "com.aws.cloudformation.Context";

/// The `Metadata` of a template.
pub fn of_template<'g>(cx: &Cx<'g>, unit: UnitId, outputs: usize) -> Node<'g> {
    let place = &cx.graph.place(cx.graph.unit(unit).place).slug;
    let mut must = vec!["change the topology and build again: the next build of mrc overwrites this template".to_owned()];
    if outputs > 0 {
        must.push("outputs keep their names: other stacks read them".to_owned());
    }
    let arch = format!("one of the stacks of {} in {place}; manifest.json beside it has their order", cx.graph.name);
    let context = vec![("arch".into(), Node::from(arch)), ("must".into(), list(must))];
    Node::Map(vec![(KEY.into(), Node::Map(context))])
}

/// The entry in the `Metadata` of a resource, if there is something to say.
pub fn of_resource<'g>(resource: &'g Resource, ty: &str, properties: &Fields<'g>) -> Option<(Cow<'static, str>, Node<'g>)> {
    let must = &descriptor(resource.ty).cfn.must;
    if resource.doc.is_none() && must.is_empty() && !resource.stateful {
        return None;
    }
    let mut context: Fields<'g> = Vec::new();
    context.extend(resource.doc.as_deref().map(|doc| ("why".into(), Node::from(doc))));
    if !must.is_empty() {
        context.push(("must".into(), list(must.clone())));
    }
    let fixed = |name: &str| replaced(ty).is_some_and(|each| each.by.iter().any(|by| by == name));
    // What is replaced leaves its data behind, or the addresses and ids that others know.
    let level = if resource.stateful || !must.is_empty() { "must-never-change" } else { "change-with-constraints" };
    let overrides: Fields<'g> =
        properties.iter().filter(|(name, _)| fixed(name)).map(|(name, _)| (name.clone(), Node::from(level))).collect();
    let default = if resource.stateful { "review-required" } else { "free-to-tune" };
    context.push(("mutable".into(), Node::from(default)));
    if !overrides.is_empty() {
        context.push(("mutability".into(), Node::Map(overrides)));
    }
    Some((KEY.into(), Node::Map(context)))
}

fn list<'g>(texts: Vec<String>) -> Node<'g> {
    Node::List(texts.into_iter().map(Node::from).collect())
}
