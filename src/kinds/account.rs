//! `account`: an AWS account that the topology deploys into.

use super::*;

pub static KIND: Kind = Kind {
    name: "account",
    doc: "An AWS account. Places in it are written `NAME/REGION`.",
    example: include_str!("examples/account.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    value: Some(Type::AccountId),
    attributes: &[
        optional(
            "deploy_role",
            Type::Str,
            "ARN of the role that a deployment assumes in this account. Values that cross accounts are read with it.",
        ),
        TAGS,
    ],
    ..BASE
};
