//! `mesh`: every pair of a gateway family peered once.

use super::*;

pub static KIND: Kind = Kind {
    name: "mesh",
    doc: "Peers every pair of a family of transit gateways once: complete by construction.",
    example: include_str!("examples/mesh.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        required("of", Type::Ref(&["transit_gateway"]), "The family."),
        default("except", Type::List(&Type::Pair(&Type::Place)), "[]", "Pairs of places that are left out on purpose."),
        TAGS,
    ],
    ..BASE
};
