//! `egress`: one way out for many VPCs.

use super::*;

pub static KIND: Kind = Kind {
    name: "egress",
    doc: "Centralised egress: in each of its places, what is attached to the gateways there reaches the internet through the NAT gateways of one VPC. Subnets follow it with `route = GATEWAY`. It lets nobody meet: who goes out and the workloads of that VPC are apart unless their segment or an `allow` joins them; only the subnets of its NAT gateways and its firewall know the way back.",
    example: include_str!("examples/egress.mr"),
    scope: Scope::EveryPlace,
    head: &[Head::Name],
    attributes: &[
        optional("from", Type::List(&Type::Ref(&["segment"])), "Segments that go out this way. Without it: what is in no segment."),
        required(
            "via",
            Type::Ref(&["vpc"]),
            "The VPC with the NAT gateways. In the place itself unless it says another: `edge@eu-west-1` is reached over the peerings of the gateways.",
        ),
        optional("inspect", Type::Ref(&["firewall"]), "A firewall in that VPC that both directions pass."),
    ],
    ..BASE
};
