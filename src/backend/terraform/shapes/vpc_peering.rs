//! Peerings of VPCs: request, acceptance, and DNS at both ends.

use super::Shape;
use crate::backend::terraform::address::Scope;
use crate::backend::terraform::resource::{Draft, Source, nested};
use crate::graph::Value;

pub const CONNECTION: Shape = Shape { name: "vpc_peering_connection", draft: connection, ready: &[] };
pub const ACCEPTER: Shape = Shape { name: "vpc_peering_accepter", draft: accepter, ready: &[] };

fn connection<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut connection = source.main();
    connection.set("auto_accept", false);
    // The provider of the accepting place has its own role.
    source.take("peer_role_arn");
    source.rest(&mut connection);
    vec![connection]
}

/// Options can be set once the peering is active: both ends refer to the acceptance.
fn accepter<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut accepter = source.main();
    accepter.set("auto_accept", true);
    let connection = source.take("vpc_peering_connection_id");
    let id = connection.map(|value| source.expr(value));
    accepter.set_some("vpc_peering_connection_id", id);
    source.take("peer_region");
    source.take("accepter_role_arn");
    source.take("logs_key_arn");
    let dns = source.flag("dns");
    source.rest(&mut accepter);

    let mut parts = vec![accepter];
    if !dns {
        return parts;
    }
    let here = source.resource.place;
    let there = match connection {
        Some(Value::Ref(id, _)) => source.wires.graph.resource(*id).place,
        _ => here,
    };
    if there != here && source.address.scope != Scope::Root {
        source.problem("joins two places and is not in the root");
    }
    for (end, place) in [("requester", there), ("accepter", here)] {
        let mut options = source.part("aws_vpc_peering_connection_options");
        options.name = format!("{}_{end}", options.name).into();
        options.place = place;
        let id = source.attribute(source.address.ty, "id");
        options.set("vpc_peering_connection_id", id);
        let resolution = vec![("allow_remote_vpc_dns_resolution", true.into())];
        options.blocks.push(nested(end, resolution, Vec::new()));
        parts.push(options);
    }
    parts
}
