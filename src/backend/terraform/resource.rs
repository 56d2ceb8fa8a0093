//! One resource of the graph as blocks: the general rule, and what shapes build with.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::address::{Address, Scope};
use super::hcl::{Block, Body, Expr, Item, breaks};
use super::problem::Problem;
use super::wires::Wires;
use crate::graph::{PlaceId, Resource, ResourceId, Value};

/// A `resource` block before its parts are put in order.
pub struct Draft<'a> {
    /// Whether it looks something up and makes nothing.
    pub data: bool,
    pub ty: &'a str,
    pub name: Cow<'a, str>,
    /// Which provider, where the root has several, and which region.
    pub place: PlaceId,
    /// Whether it is in a region; what is of a whole account says none.
    pub regional: bool,
    pub arguments: Vec<(&'a str, Expr<'a>)>,
    pub blocks: Vec<Block<'a>>,
    /// Where others use it until they have its successor.
    pub create_before_destroy: bool,
    pub prevent_destroy: bool,
    pub depends_on: Vec<Expr<'a>>,
}

/// A resource of the graph, whose properties are taken one by one until none is left.
pub struct Source<'a, 'w> {
    id: ResourceId,
    pub resource: &'a Resource,
    pub address: &'a Address,
    pub wires: &'w mut Wires<'a>,
    properties: &'a [(&'static str, Value)],
    taken: u64,
}

/// Everything that a resource becomes, in the order it is written.
pub fn drafts<'a>(id: ResourceId, address: &'a Address, wires: &mut Wires<'a>) -> Vec<Draft<'a>> {
    let resource = wires.graph.resource(id);
    let mut source = Source { id, resource, address, wires, properties: &resource.props, taken: 0 };
    let drafts = match address.type_data.shape {
        Some(shape) => (shape.draft)(&mut source),
        None => {
            let mut main = source.main();
            source.rest(&mut main);
            vec![main]
        }
    };
    source.finish();
    drafts
}

impl<'a> Source<'a, '_> {
    /// The property, if it is there. A shape takes every property that it knows, even to drop it.
    pub fn take(&mut self, name: &str) -> Option<&'a Value> {
        let ix = self.properties.iter().position(|(each, _)| *each == name)?;
        self.taken |= 1 << ix;
        Some(&self.properties[ix].1)
    }

    pub fn take_expr(&mut self, name: &str) -> Option<Expr<'a>> {
        let value = self.take(name)?;
        Some(self.expr(value))
    }

    /// The property, or a problem.
    pub fn need(&mut self, name: &str) -> Expr<'a> {
        self.take_expr(name).unwrap_or_else(|| {
            self.problem(format!("has no `{name}`"));
            "".into()
        })
    }

    pub fn flag(&mut self, name: &str) -> bool {
        matches!(self.take(name), Some(Value::Bool(true)))
    }

    /// A property that is one structure.
    pub fn structure(&mut self, name: &str) -> Option<Fields<'a>> {
        match self.take(name)? {
            Value::Struct(properties) => Some(Fields { properties, taken: 0 }),
            _ => {
                self.problem(format!("has a `{name}` that is no structure"));
                None
            }
        }
    }

    /// The structures of a list property.
    pub fn structs(&mut self, name: &str) -> Vec<Fields<'a>> {
        match self.take(name) {
            Some(Value::List(elements)) => elements
                .iter()
                .filter_map(|each| match each {
                    Value::Struct(properties) => Some(Fields { properties, taken: 0 }),
                    _ => {
                        self.problem(format!("has something in `{name}` that is no structure"));
                        None
                    }
                })
                .collect(),
            Some(_) => {
                self.problem(format!("has a `{name}` that is no list"));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    pub fn expr(&mut self, value: &'a Value) -> Expr<'a> {
        self.wires.expr(self.address.scope, value)
    }

    /// `type.name.attribute` of a part that stands beside the main one.
    pub fn attribute(&self, ty: &'a str, attribute: &'a str) -> Expr<'a> {
        Expr::Attribute(ty, &self.address.name, attribute)
    }

    /// The main block, with tags and dependencies in it.
    pub fn main(&mut self) -> Draft<'a> {
        let mut draft = self.part(self.address.ty);
        draft.create_before_destroy = self.wires.is_held(self.id);
        draft.prevent_destroy = self.resource.stateful;
        if self.address.type_data.taggable {
            self.tag(&mut draft);
        }
        for id in &self.resource.depends_on {
            self.wires.dependency(self.address.scope, *id, &mut draft.depends_on);
        }
        draft
    }

    /// The tags of the region, which no provider says, and those of the resource over them.
    pub fn tag(&mut self, draft: &mut Draft<'a>) {
        let place = self.wires.graph.place(draft.place);
        let mut tags: BTreeMap<&'a str, Expr<'a>> =
            place.region_tags.iter().map(|(key, value)| (key.as_str(), value.as_str().into())).collect();
        // Parts have no tags of their own.
        if draft.ty == self.address.ty {
            for (key, value) in &self.resource.tags {
                tags.insert(key, self.expr(value));
            }
        }
        if !tags.is_empty() {
            draft.set("tags", Expr::Object(tags.into_iter().map(|(key, value)| (key.into(), value)).collect()));
        }
    }

    /// A further block of the same name.
    pub fn part(&self, ty: &'a str) -> Draft<'a> {
        Draft {
            data: false,
            ty,
            name: self.address.name.as_str().into(),
            place: self.resource.place,
            regional: self.address.type_data.regional,
            arguments: Vec::with_capacity(8),
            blocks: Vec::new(),
            create_before_destroy: false,
            prevent_destroy: false,
            depends_on: Vec::new(),
        }
    }

    /// The general rule: what is left of the properties, under the target's names.
    pub fn rest(&mut self, draft: &mut Draft<'a>) {
        let terraform = self.address.type_data.terraform;
        for (ix, (name, value)) in self.properties.iter().enumerate() {
            if self.taken & (1 << ix) != 0 {
                continue;
            }
            self.taken |= 1 << ix;
            let argument = terraform.rename.get(*name).map_or(*name, String::as_str);
            if !terraform.blocks.iter().any(|each| each == name) {
                draft.arguments.push((argument, self.expr(value)));
                continue;
            }
            let elements = match value {
                Value::List(elements) => elements.as_slice(),
                one => std::slice::from_ref(one),
            };
            for each in elements {
                let Value::Struct(properties) = each else {
                    self.problem(format!("has a `{name}` that is no structure"));
                    continue;
                };
                let arguments = properties.iter().map(|(key, value)| (*key, self.expr(value)));
                let block = nested(argument, arguments.collect(), Vec::new());
                draft.blocks.push(block);
            }
        }
    }

    pub fn problem(&mut self, what: impl AsRef<str>) {
        let message = format!("{} ({}) {}", self.resource.path, self.resource.ty, what.as_ref());
        self.wires.problems.push(Problem::new(self.resource, message));
    }

    fn finish(mut self) {
        for (ix, (name, _)) in self.properties.iter().enumerate() {
            if self.taken & (1 << ix) == 0 {
                self.problem(format!("has a property `{name}` that nothing writes"));
            }
        }
    }
}

/// The fields of a structure, taken like the properties of a resource.
pub struct Fields<'a> {
    properties: &'a [(&'static str, Value)],
    taken: u64,
}

impl<'a> Fields<'a> {
    pub fn take(&mut self, name: &str) -> Option<&'a Value> {
        let ix = self.properties.iter().position(|(each, _)| *each == name)?;
        self.taken |= 1 << ix;
        Some(&self.properties[ix].1)
    }

    pub fn take_expr(&mut self, source: &mut Source<'a, '_>, name: &str) -> Option<Expr<'a>> {
        self.take(name).map(|value| source.expr(value))
    }

    pub fn need(&mut self, source: &mut Source<'a, '_>, name: &str) -> Expr<'a> {
        self.take_expr(source, name).unwrap_or_else(|| {
            source.problem(format!("has a structure without `{name}`"));
            "".into()
        })
    }

    pub fn flag(&mut self, name: &str) -> bool {
        matches!(self.take(name), Some(Value::Bool(true)))
    }

    pub fn text(&mut self, name: &str) -> Option<&'a str> {
        match self.take(name) {
            Some(Value::Str(text)) => Some(text),
            _ => None,
        }
    }

    pub fn finish(self, source: &mut Source<'a, '_>) {
        for (ix, (name, _)) in self.properties.iter().enumerate() {
            if self.taken & (1 << ix) == 0 {
                source.problem(format!("has a field `{name}` that nothing writes"));
            }
        }
    }
}

/// A nested block; its arguments are put in order.
pub fn nested<'a>(kind: impl Into<Cow<'a, str>>, arguments: Vec<(&'a str, Expr<'a>)>, blocks: Vec<Block<'a>>) -> Block<'a> {
    let mut body = Body::default();
    push_arguments(&mut body, arguments);
    body.0.extend(blocks.into_iter().map(Item::Block));
    Block::new(kind, [], body)
}

impl<'a> Draft<'a> {
    pub fn set(&mut self, name: &'a str, value: impl Into<Expr<'a>>) {
        self.arguments.push((name, value.into()));
    }

    pub fn set_some(&mut self, name: &'a str, value: Option<Expr<'a>>) {
        if let Some(value) = value {
            self.arguments.push((name, value));
        }
    }

    /// The finished block: provider and region, arguments, blocks, lifecycle, dependencies.
    pub fn block(self, scope: Scope, wires: &Wires<'a>) -> Block<'a> {
        let mut body = Body(Vec::with_capacity(self.arguments.len() + self.blocks.len() + 5));
        // A module has one provider.
        if scope == Scope::Root
            && let Some(provider) = wires.provider(self.place).reference()
        {
            body = body.attribute("provider", provider);
        }
        if self.regional {
            body = body.attribute("region", wires.graph.place(self.place).region.as_str());
        }
        if !body.0.is_empty() {
            body = body.blank();
        }
        push_arguments(&mut body, self.arguments);
        body.0.extend(self.blocks.into_iter().map(Item::Block));
        let flags = [("create_before_destroy", self.create_before_destroy), ("prevent_destroy", self.prevent_destroy)];
        let lifecycle = flags.into_iter().filter(|(_, set)| *set).fold(Body::default(), |body, (flag, _)| body.attribute(flag, true));
        if !lifecycle.0.is_empty() {
            body = body.block("lifecycle", lifecycle);
        }
        if !self.depends_on.is_empty() {
            body = body.blank().attribute("depends_on", Expr::List(self.depends_on));
        }
        Block::new(if self.data { "data" } else { "resource" }, [self.ty.into(), self.name], body)
    }
}

/// Those of one line first, in the order of their names; then those of several.
fn push_arguments<'a>(body: &mut Body<'a>, mut arguments: Vec<(&'a str, Expr<'a>)>) {
    arguments.sort_by_cached_key(|(name, value)| (breaks(value), *name));
    body.0.extend(arguments.into_iter().map(|(name, value)| Item::Attribute(name.into(), value)));
}
