//! `region`: something to say about one region.

use super::*;

pub static KIND: Kind = Kind {
    name: "region",
    doc: "Says something about one region of the topology; not needed otherwise.",
    example: include_str!("examples/region.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        optional(
            "azs",
            Type::List(&Type::Zone),
            "The zones to use here, in this order of preference. Without it: those that AWS gives most accounts.",
        ),
        TAGS,
    ],
    ..BASE
};
