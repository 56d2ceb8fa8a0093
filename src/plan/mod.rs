//! Units to waves and wires: what is deployed when, and which values cross units.
//!
//! A unit needs another when one of its resources refers to, or depends on, a resource there. Waves
//! are the levels of that graph. Buckets that replicate both ways are the one circle that AWS
//! allows: their units are deployed twice, first without the replication.

pub mod circles;

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::{Graph, Resource, ResourceId, UnitId};

/// Units that need one another.
pub static CIRCLE: Code =
    Code { id: "MR710", name: "circle-of-stacks", severity: Severity::Error, page: include_str!("circle_of_stacks.md") };

/// Every code of this module.
pub static CODES: &[&Code] = &[&CIRCLE];

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Resources of each unit, by its position, sorted by path, role and type.
    pub members: Vec<Vec<ResourceId>>,
    /// Sorted by wave, then by place and unit.
    pub deployments: Vec<Deployment>,
    /// Attributes that other units need, by the position of the unit that has them. Sorted.
    pub wires: Vec<BTreeSet<Wire>>,
    /// Acceptances that a pipeline does; empty unless [`Rules::accept_in_pipeline`].
    pub steps: Vec<Step>,
}

/// One deployment of a unit. A unit has two where its replication has to wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Deployment {
    pub unit: UnitId,
    pub wave: u32,
    pub phase: Phase,
    /// Other units that must be deployed before. Sorted.
    pub needs: Vec<UnitId>,
    /// Resources that this deployment leaves to the second one. Sorted.
    pub withheld: Vec<ResourceId>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    #[default]
    Only,
    First,
    Second,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wire {
    pub resource: ResourceId,
    pub attribute: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub accepter: ResourceId,
    pub wave: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Peerings are accepted by a pipeline, in a wave between their unit and those that use them.
    pub accept_in_pipeline: bool,
}

/// Orders the units of a graph, or says which ones need one another.
pub fn plan(graph: &Graph, rules: Rules) -> Result<Plan, Vec<Diagnostic>> {
    let members = members(graph);
    let (edges, wires) = edges(graph, rules);
    let mut deployments = circles::deployments(graph, &members, &edges)?;
    deployments.sort_by(|a, b| {
        let key = |each: &Deployment| (each.wave, graph.unit(each.unit).place, each.unit);
        key(a).cmp(&key(b))
    });
    let steps = if rules.accept_in_pipeline { steps(graph, &deployments) } else { Vec::new() };
    Ok(Plan { members, deployments, wires, steps })
}

/// Whether a resource stands for the acceptance of a peering.
pub fn is_accepter(resource: &Resource) -> bool {
    matches!(resource.ty, "ec2.transit_gateway_peering_accepter" | "ec2.vpc_peering_accepter")
}

/// `from` needs `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub from: UnitId,
    pub to: UnitId,
    pub by: ResourceId,
    pub target: ResourceId,
    /// How many waves later: two where a pipeline works in between.
    pub waves: u32,
}

fn members(graph: &Graph) -> Vec<Vec<ResourceId>> {
    let mut members = vec![Vec::new(); graph.units.len()];
    for (ix, resource) in graph.resources.iter().enumerate() {
        members[resource.unit.0 as usize].push(ResourceId(ix as u32));
    }
    for unit in &mut members {
        let key = |id: &ResourceId| {
            let resource = graph.resource(*id);
            (&resource.path, resource.role, resource.ty)
        };
        unit.sort_by(|a, b| key(a).cmp(&key(b)));
    }
    members
}

fn edges(graph: &Graph, rules: Rules) -> (Vec<Edge>, Vec<BTreeSet<Wire>>) {
    let mut edges = Vec::new();
    let mut wires = vec![BTreeSet::new(); graph.units.len()];
    for (ix, resource) in graph.resources.iter().enumerate() {
        let (by, from) = (ResourceId(ix as u32), resource.unit);
        let mut edge = |target: ResourceId| {
            let other = graph.resource(target);
            if other.unit != from {
                let waves = if rules.accept_in_pipeline && is_accepter(other) { 2 } else { 1 };
                edges.push(Edge { from, to: other.unit, by, target, waves });
            }
            other.unit
        };
        let mut reference = |target, attribute| {
            let unit = edge(target);
            if unit != from {
                wires[unit.0 as usize].insert(Wire { resource: target, attribute });
            }
        };
        resource.values().for_each(|value| value.references(&mut reference));
        for target in &resource.depends_on {
            edge(*target);
        }
    }
    edges.sort_unstable();
    edges.dedup();
    (edges, wires)
}

fn steps(graph: &Graph, deployments: &[Deployment]) -> Vec<Step> {
    let mut waves = vec![0; graph.units.len()];
    for each in deployments {
        waves[each.unit.0 as usize] = each.wave;
    }
    let mut steps: Vec<Step> = (0u32..)
        .zip(&graph.resources)
        .filter(|(_, resource)| is_accepter(resource))
        .map(|(ix, resource)| Step { accepter: ResourceId(ix), wave: waves[resource.unit.0 as usize] + 1 })
        .collect();
    steps.sort_by_key(|step| (step.wave, step.accepter));
    steps
}
