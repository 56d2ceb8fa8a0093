//! `direct_connect`: a Direct Connect gateway.

use super::*;

static ASSOCIATE: Kind = Kind {
    name: "associate",
    doc: "Joins it with a transit gateway: `associate core@eu-west-1 { allowed = [10.0.0.0/12] }`.",
    head: &[Head::Value("GATEWAY", Type::Ref(&["transit_gateway"]))],
    attributes: &[
        required(
            "allowed",
            Type::List(&Type::Either(&[Type::Cidr4, Type::Ref(&["prefix_list"])])),
            "Ranges that are announced to the other end. They must not overlap with those of the other gateways.",
        ),
        optional("segment", Type::Ref(&["segment"]), "The segment it is in. Without it: the gateway's default segment."),
    ],
    ..BASE
};

pub static KIND: Kind = Kind {
    name: "direct_connect",
    doc: "A Direct Connect gateway with its associations to transit gateways. Virtual interfaces are attached to it where the connections are. What it reaches is known to every region that may go there, and a party of rules by its name.",
    example: include_str!("examples/direct_connect.mr"),
    scope: Scope::Topology,
    head: &[Head::Name],
    attributes: &[
        required("asn", Type::Asn, "Its Amazon-side ASN, private and none of its transit gateways'."),
        required(
            "routes",
            Type::List(&Type::Either(&[Type::Cidr4, Type::Ref(&["prefix_list"])])),
            "Ranges at the other end, as its routers announce them. 0.0.0.0/0 is a way to the internet, as for a VPN.",
        ),
        TAGS,
    ],
    blocks: &[&ASSOCIATE],
    ..BASE
};
