//! `prefix_list`: ranges under one name.

use super::*;

pub static KIND: Kind = Kind {
    name: "prefix_list",
    doc: "A customer-managed prefix list in each of its places, published for routes and security groups of other teams. By its name it stands for its ranges in `routes` and `allowed`, and in `route NAME via TARGET`: tables of VPCs then name the list itself.",
    example: include_str!("examples/prefix_list.mr"),
    scope: Scope::EveryPlace,
    head: &[Head::Name],
    value: Some(Type::List(&Type::Cidr4)),
    attributes: &[
        optional(
            "max",
            Type::Int { least: 1, most: u64::MAX },
            "How many it may ever hold; each use counts as so many entries. Its present number unless said otherwise.",
        ),
        TAGS,
    ],
    ..BASE
};
