//! `firewall`: a network firewall in an inspection VPC.

use super::*;

pub static KIND: Kind = Kind {
    name: "firewall",
    doc: "AWS Network Firewall, one endpoint in each zone of its subnets. Nothing passes it until an `egress` says `inspect`.",
    example: include_str!("examples/firewall.mr"),
    scope: Scope::EveryPlace,
    head: &[Head::Name],
    attributes: &[
        required(
            "subnets",
            Type::Ref(&["subnet"]),
            "The subnet group of its endpoints, `edge.inspect`: one subnet in each zone of the VPC, with `route = nat` and nothing else in it.",
        ),
        optional("policy", Type::Either(&[Type::Str, Type::Param]), "ARN of a firewall policy that exists, or `param(\"name\")`."),
        optional(
            "allow_domains",
            Type::List(&Type::Str),
            "Instead of `policy`: the only names that HTTP and TLS may go to, `.example.com` with everything below it. Nothing else passes: clients may open a TCP connection, since the name comes after that, but what they send on it is dropped and logged, whatever the port. QUIC, SSH, ping, and DNS and NTP to servers on the internet do not pass; the resolver and the clock that AWS has in every VPC are not behind the firewall.",
        ),
        TAGS,
    ],
    ..BASE
};
