//! `reachable`, `isolated`, `symmetric`: judged for every address, with a witness where they fail.

use std::collections::{BTreeMap, BTreeSet};

use super::matrix::{Cell, FAMILIES, Matrix, Out};
use super::model::{At, Cause, Next, Stop};
use super::space::Stretch;
use super::walk::{End, Step, Trace};
use crate::routing::Edge;
use crate::topology::{Claim, FirewallId, GatewayId, PeeringId, Ports, Selection, Spot, VpcId};

/// Why a claim does not hold.
#[derive(Clone, Debug)]
pub struct Broken {
    /// Pairs of subnets for which it does not hold, and pairs in all.
    pub pairs: (usize, usize),
    /// One of them.
    pub from: Spot,
    pub to: Spot,
    pub why: Why,
}

#[derive(Clone, Debug)]
pub enum Why {
    /// Packets do not arrive.
    Lost(Trace),
    /// Packets arrive by this way, answers are lost on the other.
    Unanswered(Trace, Trace),
    /// Packets arrive.
    Arrives(Trace),
    /// Answers come by another way.
    OtherWay(Trace, Trace),
    /// Packets arrive by this way, and no rule lets them in.
    Closed(Trace),
}

/// Judges a claim. The witness is the first pair, in the order of names.
pub fn judge(matrix: &Matrix<'_, '_>, claim: Claim, from: &Selection, to: &Selection, ports: Option<Ports>) -> Result<(), Box<Broken>> {
    // Members of one selection are judged against one another: inside one VPC the local route joins
    // everything, whatever is written.
    let among = claim == Claim::Isolated && from.spots == to.spots;
    let (a, b) = (classes(matrix, &from.spots, ports.is_some()), classes(matrix, &to.spots, ports.is_some()));
    let mut first: Option<(Spot, Spot)> = None;
    let (mut broken, mut all, mut silent) = (0, 0, 0);
    for (x, number_x) in &a {
        for (y, number_y) in &b {
            if among && x.vpc().is_some() && x.vpc() == y.vpc() {
                continue;
            }
            // What a network outside of AWS sends to itself does not come by here.
            if x == y && matches!(x, Spot::Uplink(_)) {
                continue;
            }
            let number = number_x * number_y;
            all += number;
            let holds = match claim {
                Claim::Reachable => reached(matrix, *x, *y) && ports.is_none_or(|ports| opened(matrix, *x, *y, ports)),
                Claim::Isolated => apart(matrix, *x, *y),
                Claim::Symmetric => {
                    let passes = !apart(matrix, *x, *y) || !apart(matrix, *y, *x);
                    silent += if passes { 0 } else { number };
                    !passes || (reached(matrix, *x, *y) && same_way(matrix, *x, *y))
                }
            };
            if !holds {
                broken += number;
                first = first.or(Some((*x, *y)));
            }
        }
    }
    // Where nothing passes there is no way that could be the same.
    if claim == Claim::Symmetric && broken == 0 && silent == all {
        broken = all;
        first = a.first().zip(b.first()).map(|((x, _), (y, _))| (*x, *y));
    }
    let Some((from, to)) = first else { return Ok(()) };
    Err(Box::new(Broken { pairs: (broken, all), from, to, why: why(matrix, claim, from, to) }))
}

/// Whether rules let every address of a spot start connections to these ports of another one.
fn opened(matrix: &Matrix<'_, '_>, from: Spot, to: Spot, ports: Ports) -> bool {
    let Spot::Subnet(vpc, group, _) = to else { return false };
    let ingress = matrix.model.routing.ingress.iter().filter(|each| each.vpc == vpc && each.group.is_none_or(|own| own == group));
    let covers = |open: Ports| open.protocol == ports.protocol && open.first <= ports.first && ports.last <= open.last;
    let opens = ingress.flat_map(|each| &each.opens).filter(|each| each.ports.is_none_or(covers));
    let mut sources: Vec<Stretch> = opens.map(|each| Stretch::from(each.from)).collect();
    sources.sort();
    let ranges = matrix.model.ranges(from);
    !ranges.is_empty() && ranges.iter().all(|range| range.without(&sources).is_empty())
}

/// One spot for all that are alike, and how many they are.
fn classes(matrix: &Matrix<'_, '_>, spots: &[Spot], by_group: bool) -> Vec<(Spot, usize)> {
    let mut found: Vec<(Spot, usize)> = Vec::new();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for spot in spots {
        // Rules open subnet groups one by one.
        let group = match *spot {
            Spot::Subnet(_, group, _) if by_group => Some(group),
            _ => None,
        };
        let key = matrix.class(*spot).map(|class| (class, group));
        match key.and_then(|key| known.get(&key).copied()) {
            Some(ix) => found[ix].1 += 1,
            None => {
                if let Some(key) = key {
                    known.insert(key, found.len());
                }
                found.push((*spot, 1));
            }
        }
    }
    found
}

fn reached(matrix: &Matrix<'_, '_>, from: Spot, to: Spot) -> bool {
    match (matrix.position(from), matrix.position(to)) {
        (Some(from), Some(to)) => matrix.cell(from, to) == Cell::Yes,
        (Some(from), None) if to == Spot::Internet => matches!(matrix.out(from), Out::Direct | Out::Nat),
        (None, Some(to)) if from == Spot::Internet => matrix.called(to) == Cell::Yes,
        _ => from == to,
    }
}

fn apart(matrix: &Matrix<'_, '_>, from: Spot, to: Spot) -> bool {
    match (matrix.position(from), matrix.position(to)) {
        (Some(from), Some(to)) => matrix.cell(from, to) == Cell::No,
        (Some(from), None) if to == Spot::Internet => !matrix.leaves(from) && !matrix.leaves_elsewhere(from),
        (None, Some(to)) if from == Spot::Internet => matrix.called(to) == Cell::No,
        _ => from != to,
    }
}

fn why(matrix: &Matrix<'_, '_>, claim: Claim, from: Spot, to: Spot) -> Why {
    let there = ways(matrix, from, to);
    let lost = there.iter().find(|trace| !arrives(matrix, trace, from, to)).cloned();
    // What goes to the internet by way of others may arrive: nothing here keeps it from that.
    let by_others = |trace: &Trace| claim == Claim::Isolated && to == Spot::Internet && matches!(trace.end, End::Outside | End::Behind(_));
    let arrived = there.iter().find(|trace| arrives(matrix, trace, from, to) || by_others(trace)).cloned();
    match (claim, lost, arrived) {
        (Claim::Isolated, _, Some(arrived)) => Why::Arrives(arrived),
        (_, Some(lost), _) => Why::Lost(lost),
        (_, None, Some(arrived)) => {
            let back = answers(matrix, &arrived, from, to);
            let lost = back.iter().find(|(trace, a, b)| !arrives(matrix, trace, *a, *b)).map(|(trace, ..)| trace.clone());
            match (claim, lost) {
                (Claim::Symmetric, None) => match back.into_iter().next() {
                    Some((back, ..)) => Why::OtherWay(arrived, back),
                    None => Why::Arrives(arrived),
                },
                (_, Some(lost)) => Why::Unanswered(arrived, lost),
                (Claim::Reachable, None) => Why::Closed(arrived),
                (_, None) => Why::Arrives(arrived),
            }
        }
        // They have no addresses of one family.
        (_, None, None) => Why::Lost(Trace { to: Stretch { first: 0, last: 0 }, steps: Vec::new(), end: End::Dropped(Stop::NoRoute) }),
    }
}

/// All traces between two spots.
pub fn ways(matrix: &Matrix<'_, '_>, from: Spot, to: Spot) -> Vec<Trace> {
    let model = matrix.model;
    // A packet from the internet comes in by the VPC's gateway, where the way out is the way in.
    let (start, ranges) = match (from, to) {
        (Spot::Internet, _) => (to, model.ranges(Spot::Internet)),
        _ => (from, model.ranges(to)),
    };
    let other = if from == Spot::Internet { to } else { from };
    let families: Vec<usize> = model.ranges(other).iter().map(|range| range.family()).collect();
    let ranges: Vec<_> = ranges.into_iter().filter(|range| families.contains(&range.family())).collect();
    let states = model.starts(start);
    let mut found: Vec<Trace> = states.iter().flat_map(|state| ranges.iter().flat_map(|range| model.walk(*state, *range))).collect();
    if to == Spot::Internet || from == Spot::Internet {
        // One of many alike is enough.
        let cause = |step: &Step| (step.state, model.piece(*step).map(|piece| piece.cause));
        let key = |trace: &Trace| (trace.end, trace.steps.iter().map(cause).collect::<Vec<_>>());
        let mut seen = Vec::new();
        found.retain(|trace| {
            let new = !seen.contains(&key(trace));
            seen.push(key(trace));
            new
        });
    }
    found
}

/// The ways of answers, each with its ends: through every NAT gateway, the last one first.
pub fn answers(matrix: &Matrix<'_, '_>, there: &Trace, from: Spot, to: Spot) -> Vec<(Trace, Spot, Spot)> {
    if from == Spot::Internet {
        return Vec::new();
    }
    let mut at = to;
    let mut found = Vec::new();
    let nats: Vec<Spot> = matrix.model.nats(&there.steps).collect();
    for next in nats.into_iter().rev().chain([from]) {
        if at != Spot::Internet {
            // An answer is of the family that it answers.
            let alike = ways(matrix, at, next).into_iter().filter(|trace| trace.to.family() == there.to.family());
            found.extend(alike.map(|trace| (trace, at, next)));
        }
        at = next;
    }
    found
}

/// Whether a trace gets to where it was sent.
pub fn arrives(matrix: &Matrix<'_, '_>, trace: &Trace, from: Spot, to: Spot) -> bool {
    let nat = matrix.model.nats(&trace.steps).last();
    match (trace.end, from, to) {
        (End::Internet(vpc), Spot::Internet, _) => nat.is_none() && to.vpc() == Some(vpc),
        // An internet gateway knows the addresses of its own VPC only.
        (End::Internet(vpc), _, Spot::Internet) => nat.map_or(from.vpc(), Spot::vpc) == Some(vpc),
        (End::Outbound(vpc), _, Spot::Internet) => from.vpc() == Some(vpc),
        (End::Delivered(vpc), _, _) => to.vpc() == Some(vpc),
        (End::Behind(gateway), _, Spot::Behind(wanted)) => gateway == wanted,
        (End::Outside, _, Spot::Uplink(wanted)) => matrix.model.leaves_for(&trace.steps, wanted),
        _ => false,
    }
}

/// What packets pass, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pass {
    Vpc(VpcId),
    Gateway(GatewayId),
    Peering(PeeringId),
    /// In a zone of its VPC.
    Firewall(FirewallId, usize),
}

fn passes(matrix: &Matrix<'_, '_>, trace: &Trace) -> Vec<Pass> {
    let model = matrix.model;
    let mut found: Vec<Pass> = Vec::new();
    for step in &trace.steps {
        let at = model.get(step.state).at;
        found.push(match at {
            At::Vpc { vpc, .. } => Pass::Vpc(vpc),
            At::Gateway { gateway, .. } => Pass::Gateway(gateway),
            At::Outside(_) => continue,
        });
        let Some(piece) = model.piece(*step) else { continue };
        if let Next::Past(firewall, zone, _) = piece.next {
            found.push(Pass::Firewall(firewall, zone));
        }
        let At::Gateway { gateway, table } = at else { continue };
        if let Cause::Route(ix) = piece.cause {
            match model.routing.gateways[gateway.0 as usize][table].routes[ix].target {
                Some(Edge::Peering(peering)) => found.push(Pass::Peering(peering)),
                Some(Edge::Vpc(_) | Edge::Uplink(_)) | None => {}
            }
        }
    }
    match trace.end {
        End::Delivered(vpc) => found.push(Pass::Vpc(vpc)),
        End::Behind(_) | End::Outside | End::Internet(_) | End::Outbound(_) | End::Dropped(_) => {}
    }
    found.dedup();
    found
}

/// Whether answers pass what packets passed, in the other order.
pub fn same_way(matrix: &Matrix<'_, '_>, from: Spot, to: Spot) -> bool {
    let there = ways(matrix, from, to);
    // Answers through NAT gateways come in parts, and each way has its own.
    let (natted, plain): (Vec<&Trace>, Vec<&Trace>) = there.iter().partition(|trace| matrix.model.nats(&trace.steps).next().is_some());
    let reversed = |trace: &Trace| {
        let mut way = passes(matrix, trace);
        way.reverse();
        way
    };
    let in_parts = |trace: &&Trace| {
        let mut parts: Vec<Pass> = answers(matrix, trace, from, to).iter().flat_map(|(part, ..)| passes(matrix, part)).collect();
        parts.dedup();
        parts == reversed(trace)
    };
    // Where zones differ there are several ways: the same ones both ways.
    let firsts = FAMILIES.into_iter().filter_map(|family| plain.iter().find(|trace| trace.to.family() == family));
    let back: BTreeSet<Vec<Pass>> =
        firsts.flat_map(|trace| answers(matrix, trace, from, to)).map(|(trace, ..)| passes(matrix, &trace)).collect();
    let out: BTreeSet<Vec<Pass>> = plain.into_iter().map(reversed).collect();
    natted.iter().all(in_parts) && (out == back || from == Spot::Internet || to == Spot::Internet)
}
