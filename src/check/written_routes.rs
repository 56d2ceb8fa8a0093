//! Routes that the author writes, with what they decide in the tables.

use std::collections::BTreeMap;

use ipnetwork::Ipv4Network;

use crate::reach::{At, Cause, Model, StateId};
use crate::source::Span;
use crate::topology::{GatewayId, VpcId};

pub struct Written {
    pub span: Span,
    pub destination: Ipv4Network,
    /// Whose it is, for messages.
    pub owner: String,
    /// Tables that it is written for.
    pub tables: usize,
    /// States and positions of pieces that it decides.
    pub pieces: Vec<(StateId, usize)>,
    /// Another one for the same range that is there instead.
    pub replaced: Option<Span>,
}

/// Of every VPC and every segment.
pub fn written(model: &Model<'_>) -> Vec<Written> {
    let topology = model.topology;
    let mut states: BTreeMap<Result<VpcId, GatewayId>, Vec<StateId>> = BTreeMap::new();
    for id in model.ids() {
        let owner = match model.get(id).at {
            At::Vpc { vpc, .. } => Ok(vpc),
            At::Gateway { gateway, .. } => Err(gateway),
            At::Outside(_) => continue,
        };
        states.entry(owner).or_default().push(id);
    }
    let mut found = Vec::new();
    for id in topology.vpc_ids() {
        let vpc = topology.vpc(id);
        let owner = format!("vpc `{}`", topology.vpc_name(id));
        let of = states.get(&Ok(id)).map_or(&[][..], Vec::as_slice);
        let routes = vpc.routes.iter().map(|route| (route, None));
        for (route, group) in
            routes.chain(vpc.subnets.iter().enumerate().flat_map(|(ix, group)| group.routes.iter().map(move |route| (route, Some(ix)))))
        {
            found.push(look(model, of, route.span, route.destination.block(), owner.clone(), &|at| in_group(model, at, group)));
        }
    }
    for segment in &topology.segments {
        for table in &segment.on {
            let owner = format!("segment `{}` on `{}`", segment.name, topology.gateway_name(table.gateway));
            let of = states.get(&Err(table.gateway)).map_or(&[][..], Vec::as_slice);
            for route in &table.routes {
                found.push(look(model, of, route.span, route.destination.block(), owner.clone(), &|_| true));
            }
        }
    }
    found
}

/// Whether a table is that of a subnet group: of the one, or of any.
fn in_group(model: &Model<'_>, at: At, wanted: Option<usize>) -> bool {
    let At::Vpc { vpc, table: Some(table) } = at else { return false };
    match model.routing.vpcs[vpc.0 as usize][table].of {
        crate::routing::TableOf::Group(ix) => wanted.is_none_or(|wanted| wanted == ix),
        crate::routing::TableOf::Attachment(_) | crate::routing::TableOf::Existing(_) => false,
    }
}

fn look(model: &Model<'_>, states: &[StateId], span: Span, destination: Ipv4Network, owner: String, mine: &dyn Fn(At) -> bool) -> Written {
    let mut found = Written { span, destination, owner, tables: 0, pieces: Vec::new(), replaced: None };
    for id in states {
        let state = model.get(*id);
        if !mine(state.at) {
            continue;
        }
        // Span, destination and whether packets go on, by position of the route.
        let routes: Vec<(Span, ipnetwork::IpNetwork, bool)> = match state.at {
            At::Vpc { table: None, .. } | At::Outside(_) => Vec::new(),
            At::Vpc { vpc, table: Some(table) } => {
                model.routing.vpcs[vpc.0 as usize][table].routes.iter().map(|route| (route.span, route.destination, true)).collect()
            }
            At::Gateway { gateway, table } => {
                let table = &model.routing.gateways[gateway.0 as usize][table];
                table.routes.iter().map(|route| (route.span, route.destination, route.target.is_some())).collect()
            }
        };
        found.tables += 1;
        for (ix, piece) in state.pieces.iter().enumerate() {
            if let Cause::Route(route) = piece.cause
                && routes[route].0 == span
                && routes[route].2
            {
                found.pieces.push((*id, ix));
            }
        }
        let same = routes.iter().find(|(other, to, _)| *other != span && *to == destination.into());
        found.replaced = found.replaced.or(same.map(|(other, ..)| *other));
    }
    found
}
