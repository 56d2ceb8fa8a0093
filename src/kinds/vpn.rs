//! `vpn`: a Site-to-Site VPN on a transit gateway.

use super::*;

static CUSTOMER_GATEWAY: Kind = Kind {
    name: "customer_gateway",
    doc: "The device at the other end.",
    attributes: &[
        required("ip", Type::Either(&[Type::Ip4, Type::Str, Type::Param]), "Its public address."),
        optional("asn", Type::Asn, "Its ASN, which BGP needs: any that is not reserved and that the gateway does not have."),
    ],
    ..BASE
};

pub static KIND: Kind = Kind {
    name: "vpn",
    doc: "A Site-to-Site VPN with two tunnels between a transit gateway and a device elsewhere. What it reaches is known to every region that may go there, and a party of rules by its name. The device must speak IKEv2 with AES256-GCM-16, SHA2-384 or SHA2-512, and Diffie-Hellman group 19, 20 or 21, in both phases; AWS accepts nothing weaker. What the tunnels negotiate is logged in `/PREFIX/vpn/NAME`. A change of these settings restarts the tunnels, one after the other; the VPN and its addresses stay.",
    example: include_str!("examples/vpn.mr"),
    scope: Scope::NamedPlaces,
    head: &[Head::Name],
    attributes: &[
        required("to", Type::Ref(&["transit_gateway"]), "The gateway, in the VPN's own place."),
        required(
            "routes",
            Type::List(&Type::Either(&[Type::Cidr4, Type::Ref(&["prefix_list"])])),
            "Ranges at the other end: what its device announces, or what is routed there. The whole topology knows them. 0.0.0.0/0 is a way to the internet for subnets with `route = GATEWAY`; an egress of their segment goes before it.",
        ),
        default("static", Type::Bool, "off", "Static routes on the gateway instead of BGP; there is no ECMP then."),
        optional("segment", Type::Ref(&["segment"]), "The segment it is in. Without it: the gateway's default segment."),
        TAGS,
    ],
    blocks: &[&CUSTOMER_GATEWAY],
    ..BASE
};
