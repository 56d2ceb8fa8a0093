//! `star`: a hub gateway and its spokes.

use super::*;

pub static KIND: Kind = Kind {
    name: "star",
    doc: "Peers each gateway of a family with the one in the hub place.",
    example: include_str!("examples/star.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        required("of", Type::Ref(&["transit_gateway"]), "The family."),
        required("hub", Type::Place, "The place whose gateway is the hub."),
        default("transit", Type::Bool, "on", "Whether spokes reach one another through the hub."),
        TAGS,
    ],
    ..BASE
};
