//! `transit_gateway`: the router of a region.

use super::*;

pub static KIND: Kind = Kind {
    name: "transit_gateway",
    doc: "A transit gateway in each of its places, with a route table of its own for each segment; AWS's default table is never used.",
    example: include_str!("examples/transit_gateway.mr"),
    scope: Scope::EveryPlace,
    head: &[Head::Name],
    attributes: &[
        required(
            "asn",
            Type::Either(&[Type::Asn, Type::RangeOf(&Type::Asn)]),
            "Amazon-side ASN, or a range that each gateway gets one of. Private: 64512-65534 or 4200000000-4294967294.",
        ),
        default("dns", Type::Bool, "on", "Resolve public names of peers' instances to private addresses."),
        default("ecmp", Type::Bool, "on", "Equal-cost multipath over VPN."),
        default("cidr_blocks", Type::List(&Type::Cidr4), "[]", "Ranges of the gateway itself, /24 or larger."),
        later("share_with", "Sharing between accounts comes with a later release; peer the accounts' gateways instead."),
        TAGS,
    ],
    blocks: &[&segment::NESTED],
    existing: &[
        required("id", Type::Either(&[Type::Str, Type::Param]), "The gateway's id, or `param(\"name\")`."),
        required("asn", Type::Asn, "Its Amazon-side ASN."),
        optional(
            "route_table",
            Type::Either(&[Type::Str, Type::Param]),
            "The table that attachments are associated with and that gets routes; with `default_association = on` it is the gateway's own default table. Without it that table does its work, but gets no static routes over peerings.",
        ),
        default(
            "default_association",
            Type::Bool,
            "on",
            "Whether the gateway associates each attachment with its default table by itself, as AWS makes gateways; `aws ec2 describe-transit-gateways` says `DefaultRouteTableAssociation`. With `on` mrc writes no association, which AWS would refuse; with `off` it associates with `route_table`.",
        ),
        default(
            "default_propagation",
            Type::Bool,
            "on",
            "Likewise whether it lets each attachment propagate into its default table: `DefaultRouteTablePropagation`.",
        ),
        default("routes", Type::List(&Type::Cidr4), "[]", "Ranges that lie behind it and that its peers and attachments must reach."),
    ],
    ..BASE
};
