//! `assert full_mesh(core)` and pairs of the family are not peered.

use std::collections::BTreeSet;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::{Condition, Ends, GatewayId};

code!("MR404", "mesh-incomplete", Error, "mesh_incomplete.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let peered: BTreeSet<(GatewayId, GatewayId)> = topology
        .peerings
        .iter()
        .filter_map(|peering| match peering.ends {
            Ends::Gateways(a, b) => Some((a.min(b), a.max(b))),
            Ends::Vpcs(..) => None,
        })
        .collect();
    for assert in &topology.asserts {
        let Condition::FullMesh { family, gateways } = &assert.condition else { continue };
        let mut missing = Vec::new();
        for (ix, a) in gateways.iter().enumerate() {
            for b in &gateways[ix + 1..] {
                if !peered.contains(&(*a.min(b), *a.max(b))) {
                    let name = |id: &GatewayId| topology.place(topology.gateway(*id).place).name.as_str();
                    missing.push(format!("{} <-> {}", name(a), name(b)));
                }
            }
        }
        if missing.is_empty() {
            continue;
        }
        let shown = missing.iter().take(6).cloned().collect::<Vec<_>>().join(", ");
        let more = if missing.len() > 6 { format!(" and {} more", missing.len() - 6) } else { String::new() };
        let mut diagnostic = Diagnostic::new(&CODE, assert.span, format!("`{family}` is no full mesh: {shown}{more} not peered"))
            .here(assert.message.clone().unwrap_or_else(|| "does not hold".to_owned()));
        let mut excepted: Vec<Span> =
            topology.meshes.iter().filter(|mesh| mesh.family == *family).flat_map(|mesh| &mesh.except).map(|(.., span)| *span).collect();
        // `us-west-2 <-> *` is several pairs.
        excepted.dedup();
        diagnostic = match excepted.is_empty() {
            true => diagnostic.help(format!("write `mesh NAME {{ of = {family} }}`, which cannot miss a pair")),
            false => diagnostic.help("take the pair out of `except`, or remove the assertion"),
        };
        for span in excepted {
            diagnostic = diagnostic.label(span, "left out here");
        }
        sink.push(diagnostic);
    }
}
