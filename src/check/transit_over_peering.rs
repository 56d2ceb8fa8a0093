//! A route over a VPC peering to what is not in the other VPC.

use super::Subject;
use super::written_routes::written;
use crate::diag::{Diagnostic, Sink};
use crate::reach::{End, Stop};
use crate::topology::{Spot, VpcId};

code!("MR432", "transit-over-peering", Error, "transit_over_peering.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let Some(matrix) = subject.packets else { return };
    let (model, topology) = (matrix.model, subject.topology);
    for route in written(model) {
        let traces: Vec<_> = route.pieces.iter().flat_map(|(state, piece)| model.walk(*state, model.get(*state).pieces[*piece].range)).collect();
        let beyond = |end: End| match end {
            End::Dropped(Stop::NotInPeer(peer)) => Some(peer),
            _ => None,
        };
        let Some(peer) = traces.iter().find_map(|trace| beyond(trace.end)) else { continue };
        let lost = || traces.iter().filter(|trace| beyond(trace.end).is_some());
        // A route that is wider than the other VPC is fine, as long as nobody else lives in it.
        let has = |id: VpcId| model.ranges(Spot::Existing(id)).into_iter().any(|range| lost().any(|trace| trace.to.meet(range).is_some()));
        let meant = topology.vpc_ids().find(|id| *id != peer && has(*id));
        let nothing = traces.iter().all(|trace| beyond(trace.end).is_some());
        if meant.is_none() && !nothing && !lost().any(|trace| model.is_public(trace.to)) {
            continue;
        }
        let peer_name = topology.vpc_name(peer);
        let what = match meant {
            Some(id) => format!("`{}` lies behind it", topology.vpc_name(id)),
            None => format!("{} is not in it", lost().next().map_or(route.destination.to_string(), |trace| trace.to.to_string())),
        };
        let mut diagnostic =
            Diagnostic::new(&CODE, route.span, format!("the route of {} to {} goes over a VPC peering into `{peer_name}`, and {what}", route.owner, route.destination))
                .here("a VPC peering ends in the other VPC")
                .label(topology.vpc(peer).name_span, format!("`{peer_name}` passes nothing on"));
        if let Some(id) = meant {
            diagnostic = diagnostic.label(topology.vpc(id).name_span, "not reached");
        }
        sink.push(diagnostic.help("peer the two VPCs themselves, or attach both to transit gateways, which pass packets on"));
    }
}
