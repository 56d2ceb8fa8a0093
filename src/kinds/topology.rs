//! `topology`: the whole, named once.

use super::*;

pub static KIND: Kind = Kind {
    name: "topology",
    doc: "The whole network: which regions it spans, its default account, its tags.",
    example: include_str!("examples/topology.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        required("regions", Type::List(&Type::Region), "The regions that it spans, in any order."),
        default("prefix", Type::Str, "NAME", "Start of every physical name and stack name."),
        optional("account", Type::Ref(&["account"]), "The account of blocks that name none."),
        default(
            "publish",
            Type::List(&Type::Word(&["exports", "ssm"])),
            "[exports]",
            "How ids reach other teams' stacks: CloudFormation exports, SSM parameters, or both.",
        ),
        TAGS,
    ],
    ..BASE
};
