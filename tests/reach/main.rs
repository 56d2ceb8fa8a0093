//! The forwarding model against a naive walker over what is emitted, for both targets.
//!
//! Random topologies go through the whole pipeline as text. The walker shares no code with mrc: it
//! reads CloudFormation's JSON and Terraform's HCL and sends single packets, one for every stretch of
//! addresses that some route tells apart. More with `MRC_TOPOLOGIES=10000`.

#[path = "../support/mod.rs"]
mod support;

mod built;
mod cloudformation;
mod generate;
mod terraform;
mod walker;

use std::collections::BTreeMap;

use mrc::backend::cfn;
use mrc::driver::{Checked, Target};
use mrc::reach::{self, Matrix, Model};
use mrc::routing::{Edge, Routing, VpcRoute};
use mrc::topology::{GatewayId, RouteTarget, Topology};
use serde_json::Value;

use built::Network;
use generate::Random;

fn number() -> usize {
    std::env::var("MRC_TOPOLOGIES").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

type Cells = BTreeMap<String, BTreeMap<String, String>>;

/// Who reaches whom, and the internet, by the names that subnets get.
#[derive(Debug, PartialEq)]
struct Matrices {
    reach: Cells,
    internet: Cells,
}

fn by_model(checked: &Checked) -> Matrices {
    let model = Model::new(&checked.topology, &checked.routing);
    let value: Value = serde_json::from_str(&reach::json(&Matrix::new(&model), false)).unwrap();
    // What lies outside of AWS is in no template.
    let outside = |name: &str| value["subnets"][name]["existing"] == Value::Bool(true);
    let part = |name: &str| {
        let mut cells: Cells = serde_json::from_value(value[name].clone()).unwrap();
        cells.retain(|row, _| !outside(row));
        cells.values_mut().for_each(|row| row.retain(|column, _| !outside(column)));
        cells
    };
    Matrices { reach: part("reach"), internet: part("internet") }
}

fn by_walker(network: &Network) -> Matrices {
    let (reach, internet) = walker::matrix(network);
    Matrices { reach, internet }
}

fn cloudformation(checked: &Checked) -> Network {
    let options = cfn::Options { format: cfn::Format::Json, ..Default::default() };
    Network::new(&cloudformation::read(&support::build(checked, &Target::CloudFormation(options))))
}

fn terraform(checked: &Checked) -> Network {
    Network::new(&terraform::read(&support::build(checked, &support::terraform())))
}

fn first_difference(a: &Matrices, b: &Matrices) -> Option<String> {
    let parts = [(&a.reach, &b.reach), (&a.internet, &b.internet)];
    parts.into_iter().find_map(|(a, b)| {
        if a.keys().ne(b.keys()) {
            return Some(format!("rows {:?} against {:?}", a.keys(), b.keys()));
        }
        a.iter().find_map(|(row, cells)| {
            cells.iter().find_map(|(column, cell)| {
                let other = b[row].get(column);
                (other != Some(cell)).then(|| format!("{row} -> {column}: the model says {cell}, the walker {other:?}"))
            })
        })
    })
}

#[track_caller]
fn agree(seed: u64, what: &str, text: &str, model: &Matrices, network: &Network) {
    if let Some(difference) = first_difference(model, &by_walker(network)) {
        panic!("topology {seed}, {what}: {difference}\n{text}");
    }
}

/// Topologies without errors, with the number of the seed.
fn topologies(number: usize) -> impl Iterator<Item = (u64, String, Checked)> {
    let mut tried = 0u64;
    std::iter::from_fn(move || {
        loop {
            tried += 1;
            assert!(tried < 4 * number as u64 + 400, "too many of the random topologies are wrong");
            let text = generate::topology(&mut Random::new(tried));
            let checked = support::check_text(&text);
            if !checked.has_errors() {
                return Some((tried, text, checked));
            }
        }
    })
    .take(number)
}

#[test]
fn the_model_is_what_both_targets_do() {
    let (mut cells, mut words) = (0usize, BTreeMap::<String, usize>::new());
    for (seed, text, checked) in topologies(number()) {
        let model = by_model(&checked);
        agree(seed, "CloudFormation", &text, &model, &cloudformation(&checked));
        agree(seed, "Terraform", &text, &model, &terraform(&checked));
        for cell in model.reach.values().chain(model.internet.values()).flat_map(BTreeMap::values) {
            cells += 1;
            *words.entry(cell.clone()).or_default() += 1;
        }
    }
    println!("{cells} cells: {words:?}");
    for word in ["yes", "no", "one-way", "nat", "direct"] {
        assert!(words.get(word).is_some_and(|number| number * 2_000 > cells), "hardly any cell says {word}: {words:?}");
    }
}

/// Tables that nobody would derive: routes dropped, turned elsewhere, split, and made up. What is
/// emitted from them does what the model says of them.
#[test]
fn any_tables_are_understood() {
    let mut noticed = (0, 0);
    for (seed, text, mut checked) in topologies(number() / 2) {
        let before = by_model(&checked);
        let mut random = Random::new(seed ^ 0xfeed);
        for _ in 0..=random.below(3) {
            checked.reroute(|topology, routing| mutate(topology, routing, &mut random));
        }
        let after = by_model(&checked);
        agree(seed, "CloudFormation of other tables", &text, &after, &cloudformation(&checked));
        agree(seed, "Terraform of other tables", &text, &after, &terraform(&checked));
        noticed.0 += usize::from(before != after);
        noticed.1 += 1;
    }
    println!("{} of {} changes showed", noticed.0, noticed.1);
    assert!(noticed.0 * 3 > noticed.1, "only {} of {} changes showed", noticed.0, noticed.1);
}

/// A route that is lost on the way to the target is seen, unless another one does its work.
#[test]
fn a_route_lost_in_the_output_is_noticed() {
    let (mut noticed, mut all) = (0, 0);
    for (seed, _, checked) in topologies(number() / 4) {
        let model = by_model(&checked);
        let mut network = if seed % 2 == 0 { cloudformation(&checked) } else { terraform(&checked) };
        let mut random = Random::new(seed ^ 0xdead);
        if network.lose_a_route(&mut random) {
            all += 1;
            noticed += usize::from(first_difference(&model, &by_walker(&network)).is_some());
        }
    }
    println!("{noticed} of {all} lost routes noticed");
    assert!(noticed * 3 > all, "only {noticed} of {all} lost routes were noticed");
}

/// One change of one table.
fn mutate(topology: &Topology, routing: &mut Routing, random: &mut Random) {
    let gateway = random.below(routing.gateways.len());
    let in_gateway = !routing.gateways.is_empty() && random.below(2) == 0;
    if in_gateway {
        let joined: Vec<Edge> = routing.gateways[gateway].iter().flat_map(|table| table.associated.clone()).collect();
        let tables = &mut routing.gateways[gateway];
        let ix = random.below(tables.len());
        let Some(table) = tables.get_mut(ix) else { return };
        match random.below(5) {
            0 if !table.routes.is_empty() => drop(table.routes.remove(random.below(table.routes.len()))),
            1 if !table.propagated.is_empty() => drop(table.propagated.remove(random.below(table.propagated.len()))),
            2 if !table.associated.is_empty() => drop(table.associated.remove(random.below(table.associated.len()))),
            3 if !table.routes.is_empty() && !joined.is_empty() => {
                let route = random.below(table.routes.len());
                table.routes[route].target = Some(joined[random.below(joined.len())]);
            }
            _ if !table.routes.is_empty() && !joined.is_empty() => {
                let mut route = table.routes[random.below(table.routes.len())].clone();
                route.destination = generate::block(random).parse().unwrap();
                route.target = if random.below(4) == 0 { None } else { Some(joined[random.below(joined.len())]) };
                if table.routes.iter().all(|each| each.destination != route.destination) {
                    table.routes.push(route);
                    table.routes.sort();
                }
            }
            _ => {}
        }
        return;
    }
    let vpc = random.below(routing.vpcs.len());
    let Some(tables) = routing.vpcs.get_mut(vpc) else { return };
    let ix = random.below(tables.len());
    let Some(table) = tables.get_mut(ix) else { return };
    if table.routes.is_empty() {
        return;
    }
    // A part of a list alone is a route by itself.
    table.routes.iter_mut().for_each(|route| route.list = None);
    let route = random.below(table.routes.len());
    match random.below(3) {
        0 => drop(table.routes.remove(route)),
        1 => table.routes[route].destination = generate::block(random).parse().unwrap(),
        _ => {
            let span = table.routes[route].span;
            let target = table.routes[route].target;
            // Perhaps to a gateway of its place that it is not attached to.
            let other = topology.gateway(GatewayId(gateway as u32)).place == topology.vpcs[vpc].place;
            let target = match target {
                RouteTarget::Gateway(_) if other => RouteTarget::Gateway(GatewayId(gateway as u32)),
                target => target,
            };
            table.routes.push(VpcRoute { destination: generate::block(random).parse().unwrap(), list: None, target, span });
        }
    }
    table.routes.sort_by_key(|route| route.destination);
    table.routes.dedup_by_key(|route| route.destination);
}
