//! `key`: a KMS key, multi-Region, so that it can get replicas.

use super::*;

static PRIMARY: Kind = Kind { name: "primary", doc: "Where the primary key is.", head: &[Head::InPlaces], ..BASE };

static REPLICA: Kind = Kind { name: "replica", doc: "Where replica keys are.", head: &[Head::InPlaces], ..BASE };

pub static KIND: Kind = Kind {
    name: "key",
    doc: "A multi-Region KMS key: one primary, a replica in each further region, the same key id and material. Without replicas it is a multi-Region key too, since AWS never lets a key become one. Its alias is `alias/PREFIX-NAME` everywhere. It admits who writes into the buckets that it encrypts: flow logs, and replication from other accounts.",
    example: include_str!("examples/key.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        default("rotation", Type::Bool, "on", "Yearly rotation of the key material."),
        default("deletion_window", Type::Duration, "30d", "Days between deletion and loss, 7d to 30d."),
        TAGS,
    ],
    blocks: &[&PRIMARY, &REPLICA],
    ..BASE
};
