//! When a resource gets another id: a digest of everything that its id hangs on.
//!
//! `Fn::GetStackOutput` is weak. A stack whose own text and parameters are what they were is not
//! updated, whatever the output would give today. So what reads an output says in its `Metadata` which
//! resource it read, and its text changes exactly when that resource is replaced.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Cx;
use super::ids::property;
use super::node::{Fields, Node};
use crate::graph::{ResourceId, Value};
use crate::resources::{Descriptor, descriptor, replaced};

/// Digests of the resources that were looked at.
pub type Known = BTreeMap<ResourceId, [u8; 32]>;

/// A short digest of the resources that these are attributes of.
pub fn of_reads(cx: &Cx, reads: &BTreeSet<(ResourceId, &'static str)>, known: &mut Known) -> String {
    let mut identities = Identities { cx, known };
    let mut digest = Sha256::new();
    for (id, attribute) in reads {
        digest.update(identities.of(*id));
        text(&mut digest, attribute);
    }
    digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a value of another stack is read here.
pub fn reads_output(properties: &Fields) -> bool {
    properties.iter().any(|(key, value)| key == "Fn::GetStackOutput" || within(value))
}

fn within(node: &Node) -> bool {
    match node {
        Node::Map(fields) => reads_output(fields),
        Node::List(items) | Node::Join(items) => items.iter().any(within),
        Node::Select(_, inner) | Node::Split(_, inner) | Node::Cidr(inner, ..) => within(inner),
        Node::Text(_) | Node::Int(_) | Node::Bool(_) | Node::Ref(_) | Node::GetAtt(..) | Node::Sub(_) => false,
    }
}

struct Identities<'c, 'g> {
    cx: &'c Cx<'g>,
    known: &'c mut Known,
}

impl Identities<'_, '_> {
    fn of(&mut self, id: ResourceId) -> [u8; 32] {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        // A circle adds nothing that is not in it already.
        self.known.insert(id, [0; 32]);
        let resource = self.cx.graph.resource(id);
        let mut digest = Sha256::new();
        text(&mut digest, &self.cx.stack_name(resource.unit));
        text(&mut digest, self.cx.id(id));
        for (name, value) in &resource.props {
            if decides(descriptor(resource.ty), name) {
                text(&mut digest, name);
                self.value(&mut digest, value);
            }
        }
        let found = digest.finalize().into();
        self.known.insert(id, found);
        found
    }

    fn value(&mut self, digest: &mut Sha256, value: &Value) {
        match value {
            Value::Str(own) => text(digest, own),
            Value::Int(number) => digest.update(number.to_le_bytes()),
            Value::Bool(flag) => digest.update([u8::from(*flag)]),
            Value::List(values) | Value::Join(values) => {
                digest.update(values.len().to_le_bytes());
                values.iter().for_each(|each| self.value(digest, each));
            }
            Value::Struct(props) => props.iter().for_each(|(key, each)| self.member(digest, key, each)),
            Value::Map(entries) => entries.iter().for_each(|(key, each)| self.member(digest, key, each)),
            Value::Json(document) => self.value(digest, document),
            Value::Ref(id, attribute) => {
                digest.update(self.of(*id));
                text(digest, attribute);
            }
            Value::Subnet64(id, number) => {
                digest.update(self.of(*id));
                digest.update([*number]);
            }
            Value::AccountId(place) => text(digest, self.cx.graph.place(*place).account.as_deref().unwrap_or_default()),
            Value::Partition(place) => text(digest, &self.cx.graph.place(*place).partition),
            Value::Param(ix) => text(digest, &self.cx.graph.parameters[*ix as usize].name),
        }
    }

    fn member(&mut self, digest: &mut Sha256, key: &str, value: &Value) {
        text(digest, key);
        self.value(digest, value);
    }
}

/// Whether another value makes another resource.
fn decides(descriptor: &Descriptor, name: &'static str) -> bool {
    let written = descriptor.cfn.rename.get(name).map_or_else(|| property(name), String::as_str);
    descriptor.identity.iter().any(|each| each == name)
        || descriptor.cfn.ty.as_deref().and_then(replaced).is_some_and(|known| known.by.iter().any(|each| each == written))
}

fn text(digest: &mut Sha256, text: &str) {
    digest.update(text.len().to_le_bytes());
    digest.update(text);
}
