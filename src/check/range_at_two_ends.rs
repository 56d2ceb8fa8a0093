//! Two uplinks have one range, and packets for the one that rules open get to the one that they close.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::reach::{Model, Stretch};
use crate::routing::policy::{Policy, Who};
use crate::topology::{Cidr, UplinkId, VpcId};

code!("MR459", "range-at-two-ends", Error, "range_at_two_ends.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let Some(matrix) = subject.packets.filter(|_| !sink.has_errors()) else { return };
    let topology = subject.topology;
    let ids = || topology.uplink_ids();
    let pairs: Vec<(UplinkId, UplinkId)> =
        ids().flat_map(|a| ids().map(move |b| (a, b))).filter(|(a, b)| a != b && topology.uplink(*a).shared(topology.uplink(*b)).next().is_some()).collect();
    if pairs.is_empty() {
        return;
    }
    let attached = topology.vpc_ids().flat_map(|id| topology.vpc(id).attachments.iter().map(move |each| (id, each)));
    let vpcs: Vec<(VpcId, Who)> = attached.map(|(id, each)| (id, Who::vpc(topology, id, each.segment))).collect();
    let uplink = |id| Who::uplink(topology, id);
    let policy = Policy::new(topology, &vpcs.iter().map(|(_, who)| *who).chain(ids().map(uplink)).collect::<Vec<_>>());
    for (open, closed) in pairs {
        let may = |who: Who, id| policy.meet(policy.class(who), policy.class(uplink(id)));
        let here = vpcs.iter().filter(|(_, who)| may(*who, open) && !may(*who, closed)).map(|(id, _)| *id);
        let found = here.into_iter().find_map(|id| topology.uplink(open).shared(topology.uplink(closed)).find(|(_, there)| leads(matrix.model, id, **there, closed)).map(|each| (id, each)));
        let Some((vpc, (open_range, closed_range))) = found else { continue };
        let (open, closed) = (topology.uplink_name(open), topology.uplink_name(closed));
        sink.push(
            Diagnostic::new(
                &CODE,
                closed_range.span,
                format!(
                    "`{closed}` has {}, and so has `{open}`: what `{}` sends there gets to `{closed}`, which no rule opens",
                    closed_range.block(),
                    topology.vpc_name(vpc)
                ),
            )
            .here("gets the packets")
            .label(open_range.span, "is meant")
            .help("open or close both alike, or give one of them ranges of its own"),
        );
    }
}

/// Whether packets of a VPC for a range leave by an uplink.
fn leads(model: &Model<'_>, vpc: VpcId, range: Cidr, to: UplinkId) -> bool {
    let states = model.topology.spots(vpc).into_iter().flat_map(|spot| model.starts(spot));
    states.flat_map(|state| model.walk(state, Stretch::from(range.block()))).any(|trace| model.uplinks(&trace.steps).contains(&to))
}
