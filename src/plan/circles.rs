//! Levels of the unit graph, and the second deployment that takes a circle of replication apart.

use std::collections::{BTreeMap, BTreeSet};

use super::{CIRCLE, Deployment, Edge, Phase};
use crate::diag::Diagnostic;
use crate::graph::{Graph, ResourceId, UnitId};

/// Every unit once, or twice where its replication has to wait for others that wait for it.
pub fn deployments(graph: &Graph, members: &[Vec<ResourceId>], edges: &[Edge]) -> Result<Vec<Deployment>, Vec<Diagnostic>> {
    let nodes = Nodes::new(graph, &BTreeMap::new());
    let levels = match nodes.levels(edges) {
        Ok(levels) => return Ok(nodes.into_deployments(edges, &levels)),
        Err(components) => components,
    };
    let withheld = withheld(graph, members, edges, &levels);
    let nodes = Nodes::new(graph, &withheld);
    match nodes.levels(edges) {
        Ok(levels) => Ok(nodes.into_deployments(edges, &levels)),
        Err(components) => Err(nodes.complain(graph, edges, &components)),
    }
}

/// By unit: what has to wait for a second deployment. In each circle, that is the replication, and a
/// role of it that itself refers around the circle.
fn withheld(graph: &Graph, members: &[Vec<ResourceId>], edges: &[Edge], circles: &[Vec<usize>]) -> BTreeMap<UnitId, BTreeSet<ResourceId>> {
    let mut circle_of = vec![None; graph.units.len()];
    for (number, circle) in circles.iter().enumerate() {
        for unit in circle {
            circle_of[*unit] = Some(number);
        }
    }
    let around: BTreeSet<ResourceId> = edges
        .iter()
        .filter(|edge| {
            let (from, to) = (circle_of[edge.from.0 as usize], circle_of[edge.to.0 as usize]);
            from.is_some() && from == to
        })
        .map(|edge| edge.by)
        .collect();
    let mut withheld: BTreeMap<UnitId, BTreeSet<ResourceId>> = BTreeMap::new();
    for id in &around {
        let resource = graph.resource(*id);
        if resource.ty == "s3.bucket_replication" {
            withheld.entry(resource.unit).or_default().insert(*id);
        }
    }
    for (unit, waiting) in &mut withheld {
        let roles: Vec<ResourceId> = members[unit.0 as usize]
            .iter()
            .copied()
            .filter(|id| graph.resource(*id).ty == "iam.role" && around.contains(id))
            .filter(|role| {
                let mut users = members[unit.0 as usize].iter().filter(|id| uses(graph, **id, *role));
                users.all(|user| waiting.contains(user))
            })
            .collect();
        waiting.extend(roles);
    }
    withheld
}

fn uses(graph: &Graph, user: ResourceId, used: ResourceId) -> bool {
    let resource = graph.resource(user);
    let mut found = resource.depends_on.contains(&used);
    for (_, value) in &resource.props {
        value.references(&mut |id, _| found |= id == used);
    }
    found
}

/// Deployments before they have a wave: one for each unit, then the second ones.
struct Nodes {
    units: Vec<UnitId>,
    /// Position of the second deployment of a unit.
    second: BTreeMap<UnitId, usize>,
    withheld: BTreeMap<UnitId, BTreeSet<ResourceId>>,
}

impl Nodes {
    fn new(graph: &Graph, withheld: &BTreeMap<UnitId, BTreeSet<ResourceId>>) -> Nodes {
        let mut units: Vec<UnitId> = (0..graph.units.len() as u32).map(UnitId).collect();
        let mut second = BTreeMap::new();
        for unit in withheld.keys() {
            second.insert(*unit, units.len());
            units.push(*unit);
        }
        Nodes { units, second, withheld: withheld.clone() }
    }

    /// The deployment that has a resource first.
    fn with(&self, unit: UnitId, resource: ResourceId) -> usize {
        match self.withheld.get(&unit) {
            Some(waiting) if waiting.contains(&resource) => self.second[&unit],
            _ => unit.0 as usize,
        }
    }

    /// (deployment, what it needs, waves in between), each once.
    fn arrows(&self, edges: &[Edge]) -> Vec<(usize, usize, u32)> {
        let mut arrows: Vec<(usize, usize, u32)> = edges
            .iter()
            .map(|edge| (self.with(edge.from, edge.by), self.with(edge.to, edge.target), edge.waves))
            .chain(self.second.iter().map(|(unit, second)| (*second, unit.0 as usize, 1)))
            .collect();
        arrows.sort_unstable();
        arrows.dedup();
        arrows
    }

    /// The wave of each deployment, or the circles.
    fn levels(&self, edges: &[Edge]) -> Result<Vec<u32>, Vec<Vec<usize>>> {
        let arrows = self.arrows(edges);
        let count = self.units.len();
        let mut waiting = vec![0usize; count];
        let mut needed_by: Vec<Vec<(usize, u32)>> = vec![Vec::new(); count];
        for (from, to, waves) in &arrows {
            waiting[*from] += 1;
            needed_by[*to].push((*from, *waves));
        }
        let mut waves = vec![0u32; count];
        let mut ready: Vec<usize> = (0..count).filter(|node| waiting[*node] == 0).collect();
        let mut done = 0;
        while let Some(node) = ready.pop() {
            done += 1;
            for (user, gap) in &needed_by[node] {
                waves[*user] = waves[*user].max(waves[node] + gap);
                waiting[*user] -= 1;
                if waiting[*user] == 0 {
                    ready.push(*user);
                }
            }
        }
        if done == count {
            return Ok(waves);
        }
        let mut needs: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (from, to, _) in arrows {
            needs[from].push(to);
        }
        Err(components(&needs))
    }

    fn into_deployments(self, edges: &[Edge], waves: &[u32]) -> Vec<Deployment> {
        let mut needs: Vec<BTreeSet<UnitId>> = vec![BTreeSet::new(); self.units.len()];
        for edge in edges {
            needs[self.with(edge.from, edge.by)].insert(edge.to);
        }
        for (unit, second) in &self.second {
            let first = needs[unit.0 as usize].clone();
            needs[*second].extend(first);
        }
        let deployment = |(node, needs): (usize, BTreeSet<UnitId>)| {
            let unit = self.units[node];
            let phase = match self.second.get(&unit) {
                None => Phase::Only,
                Some(second) if *second == node => Phase::Second,
                Some(_) => Phase::First,
            };
            let withheld = match phase {
                Phase::First => self.withheld[&unit].iter().copied().collect(),
                Phase::Only | Phase::Second => Vec::new(),
            };
            let needs = needs.into_iter().collect();
            Deployment { unit, wave: waves[node], phase, needs, withheld }
        };
        needs.into_iter().enumerate().map(deployment).collect()
    }

    fn complain(&self, graph: &Graph, edges: &[Edge], circles: &[Vec<usize>]) -> Vec<Diagnostic> {
        let name = |unit: UnitId| {
            let unit = graph.unit(unit);
            format!("`{}` in {}", unit.purpose, graph.place(unit.place).slug)
        };
        let complaint = |circle: &Vec<usize>| {
            let units: BTreeSet<UnitId> = circle.iter().map(|node| self.units[*node]).collect();
            let names: Vec<String> = units.iter().map(|unit| name(*unit)).collect();
            let mut inside = edges.iter().filter(|edge| units.contains(&edge.from) && units.contains(&edge.to)).peekable();
            let span = graph.resource(inside.peek()?.by).span;
            let message = format!("stacks need one another: {}", names.join(", "));
            let mut diagnostic =
                Diagnostic::new(&CIRCLE, span, message).help("remove one of these references, or compute the value instead");
            let mut told = BTreeSet::new();
            for edge in inside {
                if told.insert((edge.from, edge.to)) {
                    diagnostic = diagnostic.note(format!(
                        "{} needs {}: {} refers to {}",
                        name(edge.from),
                        name(edge.to),
                        graph.resource(edge.by).path,
                        graph.resource(edge.target).path
                    ));
                }
            }
            Some(diagnostic)
        };
        circles.iter().filter_map(complaint).collect()
    }
}

/// Strongly connected components of more than one node (Tarjan, without recursion).
fn components(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let count = needs.len();
    let (mut index, mut low) = (vec![UNSEEN; count], vec![0; count]);
    let mut on_stack = vec![false; count];
    let (mut stack, mut found) = (Vec::new(), Vec::new());
    let mut next = 0;
    for root in 0..count {
        if index[root] != UNSEEN {
            continue;
        }
        let mut calls = vec![(root, 0)];
        while let Some((node, child)) = calls.pop() {
            if child == 0 {
                index[node] = next;
                low[node] = next;
                next += 1;
                stack.push(node);
                on_stack[node] = true;
            }
            if child > 0 {
                let before = needs[node][child - 1];
                low[node] = low[node].min(low[before]);
            }
            let mut descended = false;
            for (position, &other) in needs[node].iter().enumerate().skip(child) {
                if index[other] == UNSEEN {
                    calls.push((node, position + 1));
                    calls.push((other, 0));
                    descended = true;
                    break;
                }
                if on_stack[other] {
                    low[node] = low[node].min(index[other]);
                }
            }
            if descended || low[node] != index[node] {
                continue;
            }
            let mut component = Vec::new();
            while let Some(top) = stack.pop() {
                on_stack[top] = false;
                component.push(top);
                if top == node {
                    break;
                }
            }
            if component.len() > 1 {
                component.sort_unstable();
                found.push(component);
            }
        }
    }
    found.sort();
    found
}
