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
    value: Some(Type::Either(&[Type::Cidr4, Type::Cidr6])),
    attributes: &[
        optional("per_region", Type::Prefix, "Size of the block that each region gets."),
        optional("cidr", Type::Either(&[Type::Cidr4, Type::Cidr6]), "In `at REGION { }`: the block of that region."),
        optional(
            "byoip",
            Type::Either(&[Type::Str, Type::Param]),
            "IPv6 only: the pool of AWS that holds the range, `ipv6pool-ec2-…`. Pools are of one region: `at REGION { byoip = … }` says which is whose.",
        ),
        optional(
            "ipam",
            Type::Either(&[Type::Str, Type::Param]),
            "IPv6 only, instead of `byoip`: the IPAM pool that holds the range, `ipam-pool-…`.",
        ),
    ],
    blocks: &[&RESERVE],
    ..BASE
};
