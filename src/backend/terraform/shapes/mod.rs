//! Resources that the general rule cannot write: one function each, named in their descriptor.

mod bucket;
mod bucket_replication;
mod customer_gateway;
mod firewall;
mod flow_log;
mod key;
mod parameter;
mod role;
mod security_group;
mod table;
mod transit_gateway;
mod uplink;
mod vpc_peering;

use super::resource::{Draft, Source};

pub struct Shape {
    pub name: &'static str,
    /// The blocks that the resource becomes; the one at its address is among them.
    pub draft: for<'a, 'w> fn(&mut Source<'a, 'w>) -> Vec<Draft<'a>>,
    /// Types of the parts, of the same name, for which whatever depends on the resource waits.
    pub ready: &'static [&'static str],
}

pub fn named(name: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == name)
}

static SHAPES: &[Shape] = &[
    bucket::SHAPE,
    bucket_replication::SHAPE,
    customer_gateway::SHAPE,
    firewall::FIREWALL,
    firewall::POLICY,
    firewall::RULES,
    firewall::LOGGING,
    flow_log::SHAPE,
    key::KEY,
    key::REPLICA,
    parameter::SHAPE,
    role::SHAPE,
    security_group::SHAPE,
    table::SHAPE,
    transit_gateway::ATTACHMENT,
    transit_gateway::ACCEPTER,
    uplink::ASSOCIATION,
    uplink::VPN,
    vpc_peering::CONNECTION,
    vpc_peering::ACCEPTER,
];
