//! `pool`: a range that VPCs are allocated from.

use super::*;

static RESERVE: Kind = Kind {
    name: "reserve",
    doc: "A range of the pool that is never allocated, and why.",
    head: &[Head::Value("CIDR", Type::Cidr4), Head::Word("for"), Head::Value("REASON", Type::Str)],
    ..BASE
};

pub static KIND: Kind = Kind {
    name: "pool",
    doc: "A range that VPCs are allocated from. With `per_region` each region has one block of it, so that routes between regions are one a region. Inside `at REGION`, `cidr` says which block that region has.",
    example: include_str!("examples/pool.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    value: Some(Type::Cidr4),
    attributes: &[
        optional("per_region", Type::Prefix, "Size of the block that each region gets."),
        optional("cidr", Type::Cidr4, "In `at REGION { }`: the block of that region."),
    ],
    blocks: &[&RESERVE],
    ..BASE
};
