//! `segment`: a routing domain over gateways.

use super::*;

static ROUTE: Kind = Kind {
    name: "route",
    doc: "A static route in the segment's table, beside those that are derived: `route 192.0.2.0/24 via firewall`. The target is a VPC that is attached to the gateway, or a peering of it. A prefix list stands for one route to each of its ranges.",
    head: &[
        Head::Value("CIDR", Type::Either(&[Type::Cidr4, Type::Ref(&["prefix_list"])])),
        Head::Word("via"),
        Head::Value("TARGET", Type::Ref(&["vpc", "peering"])),
    ],
    ..BASE
};

const ISOLATED: Attribute = default("isolated", Type::Bool, "off", "Members do not reach one another, only what a rule allows.");
const BLACKHOLE: Attribute =
    default("blackhole", Type::List(&Type::Cidr4), "[]", "Ranges whose packets its tables drop, beside those that are derived.");
const ASSOCIATE: Attribute = default(
    "associate",
    Type::List(&Type::Ref(&["vpc"])),
    "[]",
    "VPCs whose attachments use its tables: another way to write `segment` in their `attach`.",
);
const PROPAGATE: Attribute = default(
    "propagate",
    Type::List(&Type::Ref(&["vpc"])),
    "[]",
    "VPCs that are announced in its tables beside those that rules allow. One way only: answers need a route of their own.",
);

/// Inside a `transit_gateway`: on the gateways of that family.
pub static NESTED: Kind = Kind {
    name: "segment",
    doc: "A segment on the gateways of this family.",
    head: &[Head::Name],
    attributes: &[ISOLATED, BLACKHOLE, ASSOCIATE, PROPAGATE, TAGS],
    blocks: &[&ROUTE],
    ..BASE
};

pub static KIND: Kind = Kind {
    name: "segment",
    doc: "A routing domain with a table on each of its gateways. Members reach one another, over regions too, unless it is isolated; between segments nothing passes unless an `allow` says so. `allow a <-> b` is routes both ways. `allow a -> b` and `allow a -> b: tcp 443, 8000..8100` say who starts as well: each VPC or subnet group of `b` gets a security group that lets those of `a` in, published as `…/allowed/id` for workloads to use beside their own. `deny` takes routes and ingress away again, whatever allows them. A subnet group is a party of rules that say who starts; what is routes alone names whole VPCs.",
    example: include_str!("examples/segment.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        required(
            "on",
            Type::Either(&[Type::Ref(&["transit_gateway"]), Type::List(&Type::Ref(&["transit_gateway"]))]),
            "The gateways: a family (`core`), some of it (`core@eu-west-1`), or a list.",
        ),
        ISOLATED,
        BLACKHOLE,
        ASSOCIATE,
        PROPAGATE,
        TAGS,
    ],
    blocks: &[&ROUTE],
    ..BASE
};
