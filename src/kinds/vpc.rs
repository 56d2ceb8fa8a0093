//! `vpc`: a VPC with its subnets, gateways, endpoints and attachments.

use super::*;

const ROUTE_TARGETS: Type = Type::Either(&[Type::Word(&["internet", "nat"]), Type::Ref(&["transit_gateway", "peering"])]);

static ROUTE: Kind = Kind {
    name: "route",
    doc: "One more route, beside those that are derived: `route 192.0.2.0/24 via core`. A prefix list of the same place stands for its ranges, and counts as many routes as it may ever hold: `route offices via core`. In a VPC it is for all subnets; one via `nat` for all but the public ones, where the NAT gateways stand.",
    head: &[
        Head::Value("CIDR", Type::Either(&[Type::Cidr4, Type::Ref(&["prefix_list"])])),
        Head::Word("via"),
        Head::Value("TARGET", ROUTE_TARGETS),
    ],
    ..BASE
};

static SUBNET: Kind = Kind {
    name: "subnet",
    doc: "A group of subnets, one in each zone, that share their routing.",
    head: &[Head::Name],
    attributes: &[
        optional("size", Type::Prefix, "Prefix length of each; allocated inside the VPC, first fit in the order of names and zones."),
        optional("cidrs", Type::List(&Type::Cidr4), "The ranges themselves, one a zone, instead of `size`."),
        optional("azs", Type::List(&Type::Zone), "Only these of the VPC's zones."),
        default(
            "route",
            Type::Either(&[Type::Word(&["internet", "nat", "none"]), Type::Ref(&["transit_gateway"])]),
            "none",
            "Where the default route leads.",
        ),
        default("public_ip", Type::Bool, "off", "Whether instances get a public address at launch."),
        default("ipv6", Type::Bool, "on", "A /64 of the VPC's range each, where the VPC has one; addresses are assigned at launch."),
        TAGS,
    ],
    blocks: &[&ROUTE],
    ..BASE
};

static ATTACH: Kind = Kind {
    name: "attach",
    doc: "Attaches the VPC to a transit gateway of its own place. Once more in `at PLACE { }` or after `like` it says what differs.",
    head: &[Head::Value("GATEWAY", Type::Ref(&["transit_gateway"]))],
    attributes: &[
        optional(
            "subnets",
            Type::Ref(&["subnet"]),
            "Subnet group that the attachment stands in. Without it: a dedicated /28 in each zone.",
        ),
        optional(
            "appliance_mode",
            Type::Bool,
            "Keep both directions of a flow in one zone, for stateful appliances. On where an `egress` inspects, else off.",
        ),
        default("propagate", Type::Bool, "on", "Whether the VPC's ranges are propagated into the gateway's table."),
        optional(
            "segment",
            Type::Ref(&["segment"]),
            "The segment it is in. Without it: the gateway's default segment, whose members reach one another.",
        ),
        TAGS,
    ],
    ..BASE
};

static ENDPOINT: Kind = Kind {
    name: "endpoint",
    doc: "A VPC endpoint for an AWS service: `endpoint ssm { }`. `s3` and `dynamodb` are gateway endpoints unless `subnets` is given; a VPC may have one of each kind. A service that mrc does not know is written by its whole name, in which `region` stands for the VPC's own: `endpoint com.amazonaws.region.newservice`. So is an endpoint service: `endpoint com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`.",
    head: &[Head::Value("SERVICE", Type::Service)],
    attributes: &[
        optional("subnets", Type::Ref(&["subnet"]), "Subnet group of an interface endpoint."),
        optional(
            "private_dns",
            Type::Either(&[Type::Bool, Type::Word(&["inbound"])]),
            "Whether the service's own name resolves to an interface endpoint. `inbound`: only for who asks an inbound resolver endpoint, while the VPC itself uses the gateway endpoint beside it. Without it: `inbound` where there is such a gateway endpoint; `off` for dynamodb, which has none, and for endpoint services; else `on`.",
        ),
        TAGS,
    ],
    ..BASE
};

const LOG_RETENTION: Attribute =
    default("retention", Type::Duration, "365d", "How long the logs are kept; CloudWatch Logs has fixed steps.");

static ACL: Kind = Kind {
    name: "acl",
    doc: "A network ACL.",
    head: &[Head::Name],
    support: Support::Later("network ACLs are not supported yet; the default ACL stays open"),
    ..BASE
};

static SECURITY_GROUP: Kind = Kind {
    name: "security_group",
    doc: "A security group.",
    head: &[Head::Name],
    support: Support::Later("security groups are not supported yet; create them beside the published VPC id"),
    ..BASE
};

pub static KIND: Kind = Kind {
    name: "vpc",
    doc: "A VPC in each of its places, with subnets over zones, internet and NAT gateways, endpoints, flow logs and attachments.",
    example: include_str!("examples/vpc.mr"),
    scope: Scope::EveryPlace,
    head: &[Head::Name],
    attributes: &[
        required(
            "cidr",
            Type::Either(&[Type::Cidr4, Type::FromPool]),
            "Its range: a CIDR, or a prefix length from a pool (`/16 from corp`). AWS allows /16 to /28.",
        ),
        default("secondary", Type::List(&Type::Either(&[Type::Cidr4, Type::FromPool])), "[]", "Further ranges."),
        default("azs", Type::Either(&[Type::Int { least: 1, most: 6 }, Type::List(&Type::Zone)]), "3", "How many zones, or which."),
        optional("nat", Type::Word(&["per_az", "single", "none"]), "NAT gateways; `per_az` when a subnet routes to `nat`."),
        default("dns", Type::Bool, "on", "DNS support and hostnames."),
        default(
            "flow_logs",
            Type::Either(&[
                Type::Bool,
                Type::Word(&["cloudwatch"]),
                Type::Node("cloudwatch", &[LOG_RETENTION]),
                Type::Call("s3", &Type::Ref(&["bucket"])),
            ]),
            "cloudwatch",
            "Where flow logs go: `cloudwatch`, `cloudwatch { retention = 30d }`, `s3(BUCKET)` or `off`. A bucket may be of another region or account: `s3(logs@audit/eu-west-1)`.",
        ),
        default("endpoints", Type::List(&Type::Service), "[]", "Endpoints with their defaults; `endpoint NAME { }` says more."),
        default(
            "ipv6",
            Type::Either(&[Type::Word(&["amazon", "none"]), Type::FromPool]),
            "none",
            "`amazon`: a /56 that Amazon chooses, for the internet only. `/56 from POOL`: one of an IPv6 pool, which gateways and peerings route between VPCs like IPv4. `route = internet` leads both ways, `route = nat` out through an egress-only gateway.",
        ),
        later("appliance_mode", "Derived where an `egress` inspects; `attach` has it by itself."),
        TAGS,
    ],
    blocks: &[&SUBNET, &ATTACH, &ROUTE, &ENDPOINT, &ACL, &SECURITY_GROUP],
    existing: &[
        required("id", Type::Either(&[Type::Str, Type::Param]), "The VPC's id, or `param(\"name\")` where it is known at deployment only."),
        required("cidr", Type::Cidr4, "Its primary range."),
        default("secondary", Type::List(&Type::Cidr4), "[]", "Its further ranges."),
        default(
            "route_tables",
            Type::List(&Type::Either(&[Type::Str, Type::Param])),
            "[]",
            "Its route tables that get the way back over a peering.",
        ),
    ],
    ..BASE
};
