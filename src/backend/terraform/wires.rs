//! References as expressions, and what modules pass to one another because of them.

use std::collections::{BTreeMap, HashSet};

use super::address::{Address, Scope, push_identifier};
use super::hcl::Expr;
use super::left::Data;
use super::problem::Problem;
use super::provider::Provider;
use super::since;
use crate::graph::{Graph, PlaceId, Resource, ResourceId, Value};

/// What a module says to the root.
pub struct Output<'a> {
    pub description: String,
    pub value: Expr<'a>,
    /// What must be done before the value is of use to others.
    pub depends_on: Vec<Expr<'a>>,
    of: (ResourceId, &'static str),
}

/// What the root says to a module.
pub struct Input<'a> {
    pub description: String,
    /// The expression in the root.
    pub value: Expr<'a>,
    of: Option<(ResourceId, &'static str)>,
}

/// What crosses the boundary of a place's module.
#[derive(Default)]
pub struct Boundary<'a> {
    pub outputs: BTreeMap<String, Output<'a>>,
    pub inputs: BTreeMap<String, Input<'a>>,
    /// The account id is looked up.
    pub account_lookup: bool,
    /// And said to the root.
    pub account_output: bool,
    /// Whether there is an object of published values.
    pub published: bool,
}

/// Turns values into expressions and remembers what that takes.
pub struct Wires<'a> {
    pub graph: &'a Graph,
    pub addresses: &'a [Option<Address>],
    /// Places as identifiers.
    pub slugs: &'a [String],
    providers: &'a [Provider],
    /// By position of the place.
    of_places: &'a [usize],
    /// Boundary of each place, by position.
    pub boundaries: Vec<Boundary<'a>>,
    /// What others hold while they change in place.
    held: HashSet<ResourceId>,
    /// Whether a parameter is used, by position.
    pub parameters: Vec<bool>,
    pub problems: Vec<Problem>,
    /// The least release of the provider's version 6 that has what is written.
    pub provider_minor: u32,
    /// What holds data.
    pub data: Vec<Data>,
}

impl<'a> Wires<'a> {
    pub fn new(
        graph: &'a Graph,
        addresses: &'a [Option<Address>],
        slugs: &'a [String],
        (providers, of_places): (&'a [Provider], &'a [usize]),
    ) -> Self {
        Wires {
            graph,
            addresses,
            slugs,
            providers,
            of_places,
            boundaries: graph.places.iter().map(|_| Boundary::default()).collect(),
            held: held(graph, addresses),
            parameters: vec![false; graph.parameters.len()],
            problems: Vec::new(),
            provider_minor: 0,
            data: Vec::new(),
        }
    }

    /// Whether it must outlive a change of what refers to it.
    pub fn is_held(&self, id: ResourceId) -> bool {
        self.held.contains(&id)
    }

    /// Which provider manages a place.
    pub fn provider(&self, place: PlaceId) -> &'a Provider {
        &self.providers[self.of_places[place.0 as usize]]
    }

    /// A value as it is written in a module.
    pub fn expr(&mut self, scope: Scope, value: &'a Value) -> Expr<'a> {
        match value {
            Value::Str(text) => Expr::Text((&**text).into()),
            Value::Int(number) => Expr::Number(*number),
            Value::Bool(value) => Expr::Bool(*value),
            Value::List(elements) => Expr::List(elements.iter().map(|each| self.expr(scope, each)).collect()),
            Value::Struct(properties) => {
                Expr::Object(properties.iter().map(|(name, value)| ((*name).into(), self.expr(scope, value))).collect())
            }
            Value::Map(entries) => {
                Expr::Object(entries.iter().map(|(key, value)| (key.as_str().into(), self.expr(scope, value))).collect())
            }
            Value::Json(document) => Expr::Call("jsonencode", Box::new(self.expr(scope, document))),
            Value::Ref(id, attribute) => self.reference(scope, *id, attribute),
            Value::Subnet64(vpc, number) => match &self.addresses[vpc.0 as usize] {
                Some(target) => Expr::reference(format!("cidrsubnet({}.{}.ipv6_cidr_block, 8, {number})", target.ty, target.name)),
                None => self.absent(*vpc),
            },
            Value::Join(pieces) => join(pieces.iter().map(|piece| self.expr(scope, piece)).collect()),
            Value::AccountId(place) => self.account_id(scope, *place),
            Value::Partition(place) => self.graph.place(*place).partition.as_str().into(),
            Value::Param(ix) => self.parameter(scope, *ix),
        }
    }

    /// An attribute of a resource, seen from a module.
    pub fn reference(&mut self, scope: Scope, id: ResourceId, attribute: &'static str) -> Expr<'a> {
        let Some(target) = &self.addresses[id.0 as usize] else {
            return self.absent(id);
        };
        match (scope, target.scope) {
            (from, to) if from == to => self.local(id, target, attribute),
            (Scope::Root, Scope::Place(place)) => {
                let name = self.output(place, id, target, attribute);
                self.module_output(place, &name)
            }
            (Scope::Place(here), Scope::Place(place)) => {
                let output = self.output(place, id, target, attribute);
                let value = self.module_output(place, &output);
                let name = format!("{}_{output}", self.slugs[place.0 as usize]);
                let description = self.describe(id, attribute, true);
                self.input(here, name, description, value, Some((id, attribute)))
            }
            (Scope::Place(here), Scope::Root) => {
                let value = self.local(id, target, attribute);
                let resource = self.graph.resource(id);
                let place = &self.slugs[resource.place.0 as usize];
                let name = format!("{place}_{}", wire_name(resource, attribute));
                let description = self.describe(id, attribute, true);
                self.input(here, name, description, value, Some((id, attribute)))
            }
            (Scope::Root, Scope::Root) => unreachable!("the first arm"),
        }
    }

    /// What `depends_on` says for a resource, and for those parts of it that matter to others.
    pub fn dependency(&mut self, scope: Scope, id: ResourceId, out: &mut Vec<Expr<'a>>) {
        let Some(target) = &self.addresses[id.0 as usize] else {
            return;
        };
        if scope == target.scope {
            let ready = ready(target);
            if ready.is_empty() {
                out.push(Expr::Attribute(target.ty, &target.name, ""));
            }
            out.extend(ready);
        } else {
            out.push(self.reference(scope, id, "id"));
        }
    }

    /// The parts of a resource of the same module without which it is of no use. In another
    /// module its outputs wait for them.
    pub fn dependency_inside(&mut self, scope: Scope, id: ResourceId, out: &mut Vec<Expr<'a>>) {
        if let Some(target) = &self.addresses[id.0 as usize]
            && target.scope == scope
        {
            out.extend(ready(target));
        }
    }

    fn local(&mut self, id: ResourceId, target: &'a Address, attribute: &'static str) -> Expr<'a> {
        let known = &target.type_data.terraform.attributes;
        match known.get(attribute).map(String::as_str) {
            // Where an attribute is deep inside, the descriptor has the whole expression.
            Some(path) if path.contains("${Self}") => Expr::reference(path.replace("${Self}", &format!("{}.{}", target.ty, target.name))),
            // `aws_kms_alias.name`: an attribute of another part of the shape.
            Some(path) => {
                let (ty, word) = path.split_once('.').unwrap_or((target.ty, path));
                self.provider_minor = self.provider_minor.max(since::attribute(ty, word));
                Expr::Attribute(ty, &target.name, word)
            }
            // Every resource has an id in this target.
            None if attribute == "id" => Expr::Attribute(target.ty, &target.name, "id"),
            None => {
                let resource = self.graph.resource(id);
                self.problems.push(Problem::new(resource, format!("{} has no attribute `{attribute}` in this target", resource.ty)));
                Expr::Attribute(target.ty, &target.name, attribute)
            }
        }
    }

    fn output(&mut self, place: PlaceId, id: ResourceId, target: &'a Address, attribute: &'static str) -> String {
        let resource = self.graph.resource(id);
        let name = wire_name(resource, attribute);
        let known = self.boundaries[place.0 as usize].outputs.get(&name).map(|each| each.of);
        match known {
            Some(of) if of == (id, attribute) => {}
            Some((other, _)) => {
                let other = self.graph.resource(other);
                self.problems
                    .push(Problem::new(resource, format!("{} and {} would both be output `{name}`", resource.path, other.path)).and(other));
            }
            None => {
                let output = Output {
                    description: self.describe(id, attribute, false),
                    value: self.local(id, target, attribute),
                    depends_on: ready(target),
                    of: (id, attribute),
                };
                self.boundaries[place.0 as usize].outputs.insert(name.clone(), output);
            }
        }
        name
    }

    fn input(
        &mut self,
        place: PlaceId,
        name: String,
        description: String,
        value: Expr<'a>,
        of: Option<(ResourceId, &'static str)>,
    ) -> Expr<'a> {
        let here = Expr::reference(format!("var.{name}"));
        match self.boundaries[place.0 as usize].inputs.get(&name).map(|each| each.of) {
            Some(known) if known == of => {}
            Some(known) => {
                let two: Vec<&Resource> = [known, of].into_iter().flatten().map(|(id, _)| self.graph.resource(id)).collect();
                let parameters = self.graph.parameters.iter().filter(|each| two.len() < 2 && each.lowered() == name);
                let spans = two.iter().map(|each| each.span).chain(parameters.map(|each| each.span)).collect();
                self.problems.push(Problem { message: format!("two values would both be the input `{name}` of a module"), spans });
            }
            None => {
                self.boundaries[place.0 as usize].inputs.insert(name, Input { description, value, of });
            }
        }
        here
    }

    fn account_id(&mut self, scope: Scope, place: PlaceId) -> Expr<'a> {
        if let Some(account) = &self.graph.place(place).account {
            return account.as_str().into();
        }
        let boundary = &mut self.boundaries[place.0 as usize];
        boundary.account_lookup = true;
        if scope == Scope::Place(place) {
            return Expr::reference(ACCOUNT_LOOKUP);
        }
        boundary.account_output = true;
        let value = self.module_output(place, "account_id");
        match scope {
            Scope::Root => value,
            Scope::Place(here) => {
                let name = format!("{}_account_id", self.slugs[place.0 as usize]);
                let description = format!("Account of {}.", self.graph.place(place).slug);
                self.input(here, name, description, value, None)
            }
        }
    }

    fn parameter(&mut self, scope: Scope, ix: u32) -> Expr<'a> {
        self.parameters[ix as usize] = true;
        let parameter = &self.graph.parameters[ix as usize];
        let name = parameter.lowered();
        let value = Expr::reference(format!("var.{name}"));
        match scope {
            Scope::Root => value,
            Scope::Place(here) => self.input(here, name, parameter.description.clone(), value, None),
        }
    }

    fn module_output(&self, place: PlaceId, output: &str) -> Expr<'a> {
        Expr::reference(format!("module.{}.{output}", self.slugs[place.0 as usize]))
    }

    /// `The id of vpc/app in us-east-1.`
    fn describe(&self, id: ResourceId, attribute: &str, with_place: bool) -> String {
        let resource = self.graph.resource(id);
        let mut text = format!("The {attribute} of {}", resource.path);
        if !resource.role.is_empty() {
            text.push_str(&format!(" ({})", resource.role.replace('_', " ")));
        }
        if with_place {
            text.push_str(&format!(" in {}", self.graph.place(resource.place).slug));
        }
        text.push('.');
        text
    }

    fn absent(&mut self, id: ResourceId) -> Expr<'a> {
        let resource = self.graph.resource(id);
        self.problems.push(Problem::new(resource, format!("something refers to {}, which this target does not have", resource.path)));
        "".into()
    }
}

/// What descriptors say is held.
fn held(graph: &Graph, addresses: &[Option<Address>]) -> HashSet<ResourceId> {
    let mut held = HashSet::new();
    for (resource, address) in graph.resources.iter().zip(addresses) {
        let Some(holds) = address.as_ref().map(|address| &address.type_data.terraform.holds) else { continue };
        for (_, value) in resource.props.iter().filter(|(name, _)| holds.iter().any(|each| each == name)) {
            value.references(&mut |id, _| {
                held.insert(id);
            });
        }
    }
    held
}

/// Where a module reads its account's id.
pub const ACCOUNT_LOOKUP: &str = "data.aws_caller_identity.current.account_id";

/// The parts of a resource without which it is of no use to those that depend on it.
fn ready(target: &Address) -> Vec<Expr<'_>> {
    let parts = target.type_data.shape.map_or(&[][..], |shape| shape.ready);
    parts.iter().map(|ty| Expr::Attribute(ty, &target.name, "")).collect()
}

/// `vpc/app` and `id`: `vpc_app_id`.
fn wire_name(resource: &Resource, attribute: &str) -> String {
    let mut name = String::with_capacity(40);
    for part in &resource.path.0 {
        push_identifier(&mut name, part.text());
        name.push('_');
    }
    if !resource.role.is_empty() {
        name.push_str(resource.role);
        name.push('_');
    }
    name.push_str(attribute);
    name
}

/// Pieces in a row: neighbouring texts are one, and what is one piece needs no quotes around it.
fn join<'a>(pieces: Vec<Expr<'a>>) -> Expr<'a> {
    let mut joined: Vec<Expr<'a>> = Vec::with_capacity(pieces.len());
    let mut push = |piece: Expr<'a>| match (joined.last_mut(), piece) {
        (Some(Expr::Text(before)), Expr::Text(text)) => before.to_mut().push_str(&text),
        (_, piece) => joined.push(piece),
    };
    for piece in pieces {
        match piece {
            Expr::Template(inner) => inner.into_iter().for_each(&mut push),
            Expr::Number(number) => push(number.to_string().into()),
            other => push(other),
        }
    }
    match joined.len() {
        0 => "".into(),
        1 => joined.remove(0),
        _ => Expr::Template(joined),
    }
}
