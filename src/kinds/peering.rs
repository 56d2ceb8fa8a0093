//! `peering`: one edge between two gateways or two VPCs.

use super::*;

pub static KIND: Kind = Kind {
    name: "peering",
    doc: "Joins two transit gateways, or two VPCs. Accepted at the other end, with routes both ways. The one in the lexicographically smaller place asks.",
    example: include_str!("examples/peering.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        required("between", Type::List(&Type::Ref(&["transit_gateway", "vpc"])), "The two ends."),
        default("dns", Type::Bool, "on", "Between VPCs: resolve each other's public DNS names to private addresses."),
        TAGS,
    ],
    ..BASE
};
