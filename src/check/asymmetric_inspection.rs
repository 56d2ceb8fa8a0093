//! Packets pass a firewall that their answers do not pass, or another one.

use std::collections::BTreeSet;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::reach::{Cell, Matrix, same_way, ways};
use crate::topology::Spot;

code!("MR436", "asymmetric-inspection", Error, "asymmetric_inspection.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let Some(matrix) = subject.packets.filter(|_| !sink.has_errors()) else { return };
    if subject.topology.firewalls.is_empty() {
        return;
    }
    let behind: BTreeSet<_> = subject.topology.firewalls.iter().map(|each| each.vpc).collect();
    let hosts: Vec<usize> = matrix.classes().into_iter().map(|class| class[0]).filter(|ix| matches!(matrix.spots[*ix], Spot::Subnet(..))).collect();
    for from in &hosts {
        let a = matrix.spots[*from];
        // What goes out, and what is beside the firewalls, where the way out begins.
        let beside = hosts.iter().filter(|to| matrix.cell(*from, **to) == Cell::Yes).map(|to| matrix.spots[*to]);
        let beside = beside.filter(|spot| spot.vpc().is_some_and(|vpc| behind.contains(&vpc)));
        let out = matrix.leaves(*from).then_some(Spot::Internet);
        for to in beside.chain(out) {
            if !same_way(matrix, a, to) {
                tell(matrix, a, to, sink);
            }
        }
    }
}

fn tell(matrix: &Matrix<'_, '_>, from: Spot, to: Spot, sink: &mut Sink) {
    let model = matrix.model;
    let topology = model.topology;
    let inspected = ways(matrix, from, to).iter().find_map(|trace| model.firewalls(&trace.steps).next());
    let Some(firewall) = inspected.or_else(|| ways(matrix, to, from).iter().find_map(|trace| model.firewalls(&trace.steps).next())) else { return };
    let firewall = topology.firewall(firewall);
    let span = ways(matrix, from, to).first().and_then(|trace| model.tell(trace).swap_remove(0).span).unwrap_or(firewall.name_span);
    sink.push(
        Diagnostic::new(
            &CODE,
            span,
            format!("between `{}` and `{}` packets and answers do not pass firewall `{}` alike", topology.spot_name(from), topology.spot_name(to), firewall.name),
        )
        .here("the way there")
        .label(firewall.name_span, "it drops what it has not seen begin")
        .help(format!("let both directions pass the same zone of it: `mrc reach FILE '{}' '{}'` shows both ways", topology.spot_name(from), topology.spot_name(to))),
    );
}
