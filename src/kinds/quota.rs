//! `quota`: what an account may have, where it is not AWS's default.

use super::*;

pub static KIND: Kind = Kind {
    name: "quota",
    doc: "How many of a thing an account may have, where that is not AWS's default: more that AWS has given, or less that others leave. What would be emitted is counted against it, and more is an error. Another account's places are named with `in`. `mrc explain quotas` lists the names, AWS's defaults and how far AWS raises them.",
    example: include_str!("examples/quota.mr"),
    scope: Scope::EveryPlace,
    head: &[Head::Name],
    value: Some(Type::Int { least: 0, most: u64::MAX }),
    ..BASE
};
