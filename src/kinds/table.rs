//! `table`: a DynamoDB global table.

use super::*;

static INDEX: Kind = Kind {
    name: "index",
    doc: "A global secondary index.",
    head: &[Head::Name],
    attributes: &[
        required("key", Type::Fields, "Its partition key, one attribute."),
        optional("sort", Type::Fields, "Its sort key, one attribute."),
        default("projection", Type::Word(&["all", "keys_only"]), "all", "Which attributes it holds."),
    ],
    ..BASE
};

pub static KIND: Kind = Kind {
    name: "table",
    doc: "A DynamoDB table with a replica in each of its places. One stack owns it, in its home region.",
    example: include_str!("examples/table.mr"),
    scope: Scope::EveryPlace,
    head: &[Head::Name],
    attributes: &[
        required("key", Type::Fields, "Partition key, one attribute: `{ id: string }`."),
        optional("sort", Type::Fields, "Sort key, one attribute."),
        optional(
            "home",
            Type::Region,
            "The region whose stack owns the table; unless said otherwise, the first of its places in the order of their names. It cannot change later, so the lock holds it.",
        ),
        default("billing", Type::Word(&["on_demand"]), "on_demand", "How it is paid for; provisioned capacity is not supported yet."),
        default(
            "consistency",
            Type::Either(&[
                Type::Word(&["eventual", "strong"]),
                Type::Node("strong", &[optional("witness", Type::Region, "The third region, which keeps no readable copy.")]),
            ]),
            "eventual",
            "`strong` needs three regions of one Region set, or two and a witness.",
        ),
        optional("ttl", Type::Str, "Attribute with the time of expiry."),
        default("pitr", Type::Bool, "on", "Point-in-time recovery in every replica."),
        optional(
            "encryption",
            Type::Ref(&["key"]),
            "Customer key, which must be in every place of the table. Without it the AWS managed key is used.",
        ),
        TAGS,
    ],
    blocks: &[&INDEX],
    ..BASE
};
