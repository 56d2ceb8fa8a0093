//! The forwarding model against a naive walker over what is emitted, for both targets.
//!
//! Random topologies go through the whole pipeline as text. The walker shares no code with mrc: it
//! reads CloudFormation's JSON and Terraform's HCL and sends single packets, one for every stretch of
//! addresses that some route tells apart. What no template says of the world outside, the ranges at
//! the other end of uplinks, it is told by the generator. More with `MRC_TOPOLOGIES=10000`.

#[path = "../support/mod.rs"]
mod support;

mod built;
mod cloudformation;
mod generate;
mod intent;
mod model;
mod terraform;
mod walker;

use std::collections::BTreeMap;

use ipnetwork::IpNetwork;

use mrc::backend::cfn;
use mrc::driver::{Checked, Target};
use mrc::routing::{Edge, Routing, VpcRoute};
use mrc::topology::{GatewayId, RouteTarget, Topology};

use built::{Address, Network};
use generate::{Generated, Random};
use model::{Matrices, Names};

fn number() -> usize {
    std::env::var("MRC_TOPOLOGIES").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

fn by_walker(network: &Network) -> Matrices {
    let (reach, internet) = walker::matrix(network);
    Matrices { reach, internet }
}

/// A topology without errors, with the number of its seed.
struct Case {
    seed: u64,
    given: Generated,
    checked: Checked,
}

impl Case {
    fn cloudformation(&self) -> Network {
        let options = cfn::Options { format: cfn::Format::Json, ..Default::default() };
        let resources = cloudformation::read(&support::build(&self.checked, &Target::CloudFormation(options)));
        Network::new(&resources, &self.given.outside, generate::OWN_IPV6)
    }

    fn terraform(&self) -> Network {
        let resources = terraform::read(&support::build(&self.checked, &support::terraform()));
        Network::new(&resources, &self.given.outside, generate::OWN_IPV6)
    }

    /// Panics where the walker finds something else than the model says.
    #[track_caller]
    fn agree(&self, what: &str, (cells, names): &(Matrices, Names), network: &Network) {
        let differs = first_difference(cells, &by_walker(network)).or_else(|| self.first_other_ending(names, network));
        if let Some(difference) = differs {
            panic!("topology {}, {what}: {difference}\n{}", self.seed, self.given.text);
        }
    }

    /// Packets from every subnet and every uplink to some addresses, wherever they end.
    fn first_other_ending(&self, names: &Names, network: &Network) -> Option<String> {
        let mut random = Random::new(self.seed);
        let amazon = |at: &Address| network.vpcs.values().any(|vpc| is_amazons(vpc, *at));
        let cuts: Vec<Address> = walker::cuts(network).into_iter().filter(|at| !amazon(at)).collect();
        let to: Vec<Address> = (0..ADDRESSES).map(|_| *random.one(&cuts)).collect();
        let by_model = model::endings(&self.checked, names, &to);
        walker::endings(network, &to).into_iter().find_map(|((from, address), found)| {
            let wanted = &by_model[&(from.clone(), address)];
            (*wanted != found).then(|| format!("{from} -> {}: the model says {wanted:?}, the walker {found:?}", address.ip()))
        })
    }
}

/// How many addresses are tried from everywhere.
const ADDRESSES: usize = 24;

/// Whether an address is of a range that Amazon chooses: the model and the walker choose others.
fn is_amazons(vpc: &built::Vpc, address: Address) -> bool {
    let own = built::Block::parse(generate::OWN_IPV6);
    vpc.blocks.iter().any(|block| block.has(address) && address.six && !own.has(address))
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

/// `plain` has nothing that is written beside what segments and rules say.
fn cases(number: usize, plain: bool) -> impl Iterator<Item = Case> {
    let mut tried = 0u64;
    std::iter::from_fn(move || {
        loop {
            tried += 1;
            assert!(tried < 4 * number as u64 + 400, "too many of the random topologies are wrong");
            let given = generate::topology(&mut Random::new(tried), plain);
            let checked = support::check_text(&given.text);
            if !checked.has_errors() {
                return Some(Case { seed: tried, given, checked });
            }
        }
    })
    .take(number)
}

#[test]
fn the_model_is_what_both_targets_do() {
    let (mut cells, mut words, mut uplinks) = (0usize, BTreeMap::<String, usize>::new(), 0);
    for case in cases(number(), false) {
        let model = model::said(&case.checked);
        case.agree("CloudFormation", &model, &case.cloudformation());
        case.agree("Terraform", &model, &case.terraform());
        for (row, cell) in model.0.rows().flat_map(|(row, cells)| cells.values().map(move |cell| (row, cell))) {
            cells += 1;
            let family = if row.ends_with("(IPv6)") { " (IPv6)" } else { "" };
            *words.entry(format!("{cell}{family}")).or_default() += 1;
        }
        uplinks += case.checked.topology.uplinks.len();
    }
    println!("{cells} cells: {words:?}, {uplinks} uplinks");
    for word in ["yes", "no", "one-way", "nat", "direct", "yes (IPv6)", "no (IPv6)", "one-way (IPv6)", "direct (IPv6)"] {
        assert!(words.get(word).is_some_and(|number| number * 2_000 > cells), "hardly any cell says {word}: {words:?}");
    }
    assert!(uplinks > number() / 2, "hardly any uplinks");
}

/// Tables that nobody would derive: routes dropped, turned elsewhere, split, and made up. What is
/// emitted from them does what the model says of them.
#[test]
fn any_tables_are_understood() {
    let mut noticed = (0, 0);
    for mut case in cases(number() / 2, false) {
        let before = model::said(&case.checked);
        let mut random = Random::new(case.seed ^ 0xfeed);
        for _ in 0..2 + random.below(4) {
            case.checked.reroute(|topology, routing| mutate(topology, routing, &mut random));
        }
        let after = model::said(&case.checked);
        match case.seed % 2 {
            0 => case.agree("CloudFormation of other tables", &after, &case.cloudformation()),
            _ => case.agree("Terraform of other tables", &after, &case.terraform()),
        }
        noticed.0 += usize::from(before.0 != after.0);
        noticed.1 += 1;
    }
    println!("{} of {} changes showed", noticed.0, noticed.1);
    assert!(noticed.0 * 3 > noticed.1, "only {} of {} changes showed", noticed.0, noticed.1);
}

/// What derived tables do is what segments and rules say, over VPCs and uplinks, in both families.
#[test]
fn packets_go_where_the_source_lets_them() {
    for case in cases(number(), true) {
        if let Some(found) = intent::contradiction(&case.checked) {
            panic!("topology {}: {found}\n{}", case.seed, case.given.text);
        }
    }
}

/// A route that is lost on the way to the target is seen, unless another one does its work.
#[test]
fn a_route_lost_in_the_output_is_noticed() {
    let (mut noticed, mut all) = (0, 0);
    for case in cases(number() / 4, false) {
        let model = model::said(&case.checked);
        let mut network = if case.seed % 2 == 0 { case.cloudformation() } else { case.terraform() };
        let mut random = Random::new(case.seed ^ 0xdead);
        if network.lose_a_route(&mut random) {
            all += 1;
            noticed += usize::from(
                first_difference(&model.0, &by_walker(&network)).or_else(|| case.first_other_ending(&model.1, &network)).is_some(),
            );
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
                route.destination = any_block(random);
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
    // One of the same family, which the target is for: IPv6 has no NAT gateway.
    let block = |random: &mut Random, target: RouteTarget| match target {
        RouteTarget::Outbound => generate::block_ipv6(random).parse().unwrap(),
        RouteTarget::Nat => generate::block(random).parse().unwrap(),
        _ => any_block(random),
    };
    match random.below(3) {
        0 => drop(table.routes.remove(route)),
        1 => table.routes[route].destination = block(random, table.routes[route].target),
        _ => {
            let span = table.routes[route].span;
            let target = table.routes[route].target;
            // Perhaps to a gateway of its place that it is not attached to.
            let other = topology.gateway(GatewayId(gateway as u32)).place == topology.vpcs[vpc].place;
            let target = match target {
                RouteTarget::Gateway(_) if other => RouteTarget::Gateway(GatewayId(gateway as u32)),
                target => target,
            };
            table.routes.push(VpcRoute { destination: block(random, target), list: None, target, span });
        }
    }
    table.routes.sort_by_key(|route| route.destination);
    table.routes.dedup_by_key(|route| route.destination);
}

fn any_block(random: &mut Random) -> IpNetwork {
    let text = if random.below(4) == 0 { generate::block_ipv6(random) } else { generate::block(random) };
    text.parse().unwrap()
}
