//! Packets arrive, and their answers do not come back.

use std::collections::BTreeSet;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::routing::is_on_the_way_out;
use crate::reach::{Cell, Matrix, answers, arrives, ways};
use crate::topology::{Spot, Topology};

code!("MR430", "lost-answers", Warning, "lost_answers.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let Some(matrix) = subject.packets.filter(|_| !sink.has_errors()) else { return };
    // One of all that are alike is enough.
    let hosts: Vec<usize> =
        matrix.classes().into_iter().map(|class| class[0]).filter(|ix| answering(subject.topology, matrix.spots[*ix])).collect();
    let mut said = BTreeSet::new();
    for from in &hosts {
        for to in &hosts {
            // Where NAT gateways stand there is a way back to whoever goes out, and none from them to it.
            if matrix.cell(*from, *to) == Cell::OneWay && !is_way_back(subject.topology, matrix.spots[*from]) {
                tell(matrix, matrix.spots[*from], matrix.spots[*to], &mut said, sink);
            }
        }
    }
}

/// Where something lives whose answers are ours to route. What is not announced and what exists
/// without tables has been told.
fn answering(topology: &Topology, spot: Spot) -> bool {
    match spot {
        Spot::Subnet(vpc, ..) => topology.vpc(vpc).attachments.iter().all(|each| each.propagate),
        Spot::Existing(vpc) => topology.vpc(vpc).existing.as_ref().is_some_and(|existing| !existing.route_tables.is_empty()),
        Spot::Behind(gateway) => topology.gateway(gateway).existing.as_ref().is_some_and(|existing| existing.route_table.is_some()),
        Spot::Uplink(_) => true,
        Spot::Attachment(..) | Spot::Internet => false,
    }
}

fn is_way_back(topology: &Topology, spot: Spot) -> bool {
    matches!(spot, Spot::Subnet(vpc, group, _) if is_on_the_way_out(topology, vpc, group))
}

fn tell(matrix: &Matrix<'_, '_>, from: Spot, to: Spot, said: &mut BTreeSet<Vec<crate::source::Span>>, sink: &mut Sink) {
    let model = matrix.model;
    let there = ways(matrix, from, to);
    let Some(arrived) = there.iter().find(|trace| arrives(matrix, trace, from, to)) else { return };
    let back = answers(matrix, arrived, from, to);
    let Some((lost, ..)) = back.iter().find(|(trace, a, b)| !arrives(matrix, trace, *a, *b)) else { return };
    let (first, last) = (model.tell(arrived).swap_remove(0), model.tell(lost).pop());
    let (Some(there), Some((stop, at))) = (first.span, last.and_then(|last| Some((last.span?, last.table)))) else { return };
    if !said.insert(vec![there, stop]) {
        return;
    }
    sink.push(
        Diagnostic::new(
            &CODE,
            there,
            format!("packets from `{}` reach `{}`, and the answers are lost", model.topology.spot_name(from), model.topology.spot_name(to)),
        )
        .here(format!("the way there: {}", first.route))
        .label(stop, format!("the way back ends in {at}"))
        .help("give the answers a way, or close the way there: a connection needs both")
        .note(model.ending(lost)),
    );
}
