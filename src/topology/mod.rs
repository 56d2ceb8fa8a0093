//! What the author means: resolved and typed entities, ids instead of names, every value with its
//! span.
//!
//! [`resolve`] makes a [`Topology`] from parsed files. It is total: what is wrong has been said, and
//! is left out or holds a plausible value, so that the checks after it can go on.

mod assertions;
pub mod codes;
mod collect;
mod data;
mod dynamic;
mod egress;
mod endpoint;
mod eval;
mod frame;
mod inputs;
mod network;
pub mod parameters;
mod patterns;
mod policy;
mod quotas;
mod resolve;
mod spot;
mod types;
mod uplink;
mod value;

pub use frame::merged as merged_tags;
pub use patterns::Copies;
pub use resolve::{Resolved, resolve};
pub use spot::{Selection, Spot};

use std::net::Ipv4Addr;

use ipnetwork::{Ipv4Network, Ipv6Network};

use crate::aws::Region;
use crate::source::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PoolId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VpcId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GatewayId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PeeringId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SegmentId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FirewallId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UplinkId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DirectConnectId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PrefixListId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BucketId(pub u32);
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(pub u32);

pub type Tags = Vec<(String, String)>;

/// The whole. Entities are sorted by path, so that ids do not depend on the order of files.
#[derive(Clone, Debug)]
pub struct Topology {
    pub name: String,
    pub name_span: Span,
    pub doc: Option<String>,
    pub prefix: String,
    pub tags: Tags,
    pub publish_exports: bool,
    pub publish_ssm: bool,
    pub accounts: Vec<Account>,
    /// Every place that something is in, and every region of the topology in the default account.
    pub places: Vec<Place>,
    pub pools: Vec<Pool>,
    /// Those of IPv6.
    pub ipv6_pools: Vec<Ipv6Pool>,
    pub vpcs: Vec<Vpc>,
    pub gateways: Vec<Gateway>,
    pub peerings: Vec<Peering>,
    pub meshes: Vec<Mesh>,
    /// Sorted by name.
    pub segments: Vec<Segment>,
    /// `allow` and `deny`, in the order of what they say.
    pub rules: Vec<Rule>,
    pub prefix_lists: Vec<PrefixList>,
    pub direct_connects: Vec<DirectConnect>,
    /// VPNs, and each association of a Direct Connect gateway.
    pub uplinks: Vec<Uplink>,
    pub firewalls: Vec<Firewall>,
    pub egresses: Vec<Egress>,
    pub buckets: Vec<Bucket>,
    pub tables: Vec<Table>,
    pub keys: Vec<Key>,
    /// What differs from AWS's defaults, sorted by name and place.
    pub quotas: Vec<Quota>,
    /// `param("name")`, sorted by name.
    pub parameters: Vec<Parameter>,
    /// Top-level names that nothing refers to: kind, name, place of the declaration.
    pub unused: Vec<(&'static str, String, Span)>,
    pub asserts: Vec<Assert>,
    /// `@allow(code, reason)` by the span of the item it silences.
    pub allows: Vec<Allow>,
}

#[derive(Clone, Debug)]
pub struct Allow {
    pub code: String,
    pub code_span: Span,
    /// The item.
    pub covers: Span,
}

/// `assert` that the resolver could evaluate only over the finished topology.
#[derive(Clone, Debug)]
pub struct Assert {
    pub span: Span,
    pub message: Option<String>,
    pub condition: Condition,
}

#[derive(Clone, Debug)]
pub enum Condition {
    /// Already decided; the text shows the values.
    Known {
        holds: bool,
        shown: String,
    },
    FullMesh {
        family: String,
        gateways: Vec<GatewayId>,
    },
    /// About packets: judged over the tables.
    Packets {
        claim: Claim,
        from: Selection,
        to: Selection,
        /// What must be open besides, as far as rules open it.
        ports: Option<Ports>,
    },
}

/// What an assertion says of packets from one selection to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Every address of the one reaches every address of the other, and gets its answer.
    Reachable,
    /// No address of the one reaches any of the other.
    Isolated,
    /// Answers come by the way that packets went.
    Symmetric,
}

#[derive(Clone, Debug)]
pub struct Account {
    pub name: String,
    pub span: Span,
    pub id: String,
    pub deploy_role: Option<String>,
    pub tags: Tags,
}

#[derive(Clone, Debug)]
pub struct Place {
    pub region: &'static Region,
    pub account: Option<AccountId>,
    /// `us-east-1`, or `prod-us-east-1` where the topology has several accounts.
    pub slug: String,
    /// `us-east-1` or `prod/us-east-1`, as the source writes it.
    pub name: String,
    /// Tags of topology, account and region, merged and sorted.
    pub tags: Tags,
    /// Those of them that the region says.
    pub region_tags: Tags,
    /// Zones in order of preference.
    pub zones: Vec<Zone>,
    /// A `region` block says which.
    pub zones_said: bool,
    /// Where the region is named first.
    pub span: Span,
}

/// A zone by mrc's letter and AWS's id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Zone {
    pub letter: String,
    pub id: String,
}

#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: String,
    pub span: Span,
    /// The comment on the attribute or the `let` that it stands in.
    pub doc: Option<String>,
}

/// An id of something that exists already.
#[derive(Clone, Debug, PartialEq)]
pub enum External {
    Literal(String),
    /// By name of the parameter.
    Parameter(String),
}

#[derive(Clone, Debug)]
pub struct Pool {
    pub name: String,
    pub span: Span,
    /// Host bits cleared; `written` is what the source says.
    pub cidr: Ipv4Network,
    pub written: Cidr,
    pub per_region: Option<(u8, Span)>,
    pub reserves: Vec<Reserve>,
    /// Blocks of regions: given in the source, or allocated.
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug)]
pub struct Reserve {
    pub written: Cidr,
    pub cidr: Ipv4Network,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct Block {
    pub region: &'static str,
    pub cidr: Ipv4Network,
    /// Where it is given; None when allocated.
    pub given: Option<Span>,
}

/// A CIDR as it was written, host bits and all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cidr {
    pub addr: Ipv4Addr,
    pub prefix: u8,
    pub span: Span,
}

impl Cidr {
    /// The block, host bits cleared.
    pub fn block(self) -> Ipv4Network {
        let network = Ipv4Network::new(self.addr, self.prefix.min(32)).expect("prefix is at most 32");
        Ipv4Network::new(network.network(), network.prefix()).expect("prefix is at most 32")
    }

    /// The same where a name stands for it. Host bits are the business of where it is written.
    pub fn used_at(self, span: Span) -> Cidr {
        Cidr { addr: self.block().network(), span, ..self }
    }

    /// Whether it is the default route.
    pub fn is_everything(self) -> bool {
        self.prefix == 0
    }

    pub fn has_host_bits(self) -> bool {
        self.block().network() != self.addr
    }
}

/// A range that is written, or allocated from a pool.
#[derive(Clone, Debug)]
pub struct Range {
    pub span: Span,
    pub source: RangeSource,
    /// None until allocated, and where allocation failed (which has been said).
    pub cidr: Option<Ipv4Network>,
}

#[derive(Clone, Debug)]
pub enum RangeSource {
    Written(Cidr),
    Pool { pool: PoolId, prefix: u8 },
}

#[derive(Clone, Debug)]
pub struct Vpc {
    pub name: String,
    pub place: PlaceId,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub existing: Option<ExistingVpc>,
    /// The primary range first.
    pub ranges: Vec<Range>,
    /// Zones in use, sorted by letter.
    pub zones: Vec<Zone>,
    /// The source says how many; which ones is chosen.
    pub zones_chosen: bool,
    /// Its /56, and where it is asked for.
    pub ipv6: Option<(Ipv6Range, Span)>,
    pub azs_span: Span,
    pub nat: Nat,
    pub dns: bool,
    pub flow_logs: FlowLogs,
    pub endpoints: Vec<Endpoint>,
    /// Sorted by name.
    pub subnets: Vec<SubnetGroup>,
    pub attachments: Vec<Attachment>,
    pub routes: Vec<Route>,
    pub tags: Tags,
}

#[derive(Clone, Debug)]
pub struct ExistingVpc {
    pub id: External,
    pub route_tables: Vec<External>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nat {
    PerZone,
    Single,
    None,
}

#[derive(Clone, Debug, PartialEq)]
pub enum FlowLogs {
    Off,
    /// Days.
    CloudWatch {
        retention: u64,
        span: Span,
    },
    /// The bucket's instance in the VPC's place.
    Bucket {
        bucket: BucketId,
        span: Span,
    },
}

#[derive(Clone, Debug)]
pub struct Endpoint {
    /// `ssm`, or what tells apart a service that has no short name.
    pub service: String,
    /// `com.amazonaws.us-east-1.ssm`
    pub service_name: String,
    pub span: Span,
    /// Gateway endpoint, else an interface in `group`.
    pub gateway: bool,
    /// Position in [`Vpc::subnets`].
    pub group: Option<usize>,
    pub private_dns: PrivateDns,
    pub tags: Tags,
}

impl Endpoint {
    /// Whether its service has endpoints of the other kind too, so that two can stand side by side.
    pub fn has_sibling(&self) -> bool {
        crate::aws::has_gateway_endpoint(&self.service)
    }
}

/// Who reaches a service by its own name through an interface endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivateDns {
    Off,
    /// The VPC, and whoever asks its resolver from outside.
    On,
    /// Only who asks from outside: the VPC itself goes by the gateway endpoint beside it.
    Inbound,
}

#[derive(Clone, Debug)]
pub struct SubnetGroup {
    pub name: String,
    pub span: Span,
    pub doc: Option<String>,
    pub route: DefaultRoute,
    pub route_span: Span,
    pub public_ip: bool,
    /// Where its size is said.
    pub size_span: Span,
    pub subnets: Vec<Subnet>,
    pub routes: Vec<Route>,
    pub tags: Tags,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultRoute {
    None,
    Internet,
    Nat,
    Gateway(GatewayId),
}

#[derive(Clone, Debug)]
pub struct Subnet {
    pub zone: Zone,
    /// As written in `cidrs`.
    pub written: Option<Cidr>,
    /// Prefix length wanted, when allocated.
    pub prefix: u8,
    pub ipv6: Ipv6,
    pub cidr: Option<Ipv4Network>,
}

/// Where the /56 of a VPC comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ipv6Range {
    /// Amazon chooses it when the VPC is made.
    Amazon,
    /// By position in [`Topology::ipv6_pools`]. None until allocated, and where allocation failed.
    Pool(u32, Option<Ipv6Network>),
}

/// A range of IPv6 that is ours, in pools of AWS.
#[derive(Clone, Debug)]
pub struct Ipv6Pool {
    pub name: String,
    pub span: Span,
    pub cidr: Ipv6Network,
    pub cidr_span: Span,
    pub host_bits: bool,
    pub per_region: Option<(u8, Span)>,
    /// By region: given in the source, or allocated.
    pub blocks: Vec<(&'static str, Ipv6Network)>,
    /// The pool of AWS that a region's VPCs take theirs from.
    pub holders: Vec<(&'static str, Ipv6Holder)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Ipv6Holder {
    Byoip(External),
    Ipam(External),
}

/// Which /64 of its VPC's range a subnet has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ipv6 {
    None,
    /// One that is not chosen yet.
    Wanted,
    Nth(u8),
}

/// Explicit `route CIDR via TARGET`, or one range of `route LIST via TARGET`.
#[derive(Clone, Debug)]
pub struct Route {
    pub span: Span,
    pub destination: Cidr,
    /// The list that it stands in, which the table names instead.
    pub list: Option<PrefixListId>,
    pub target: RouteTarget,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteTarget {
    Internet,
    Nat,
    Gateway(GatewayId),
    Peering(PeeringId),
    /// The egress-only internet gateway, for IPv6.
    Outbound,
    /// Its endpoint in a zone, by position in [`Vpc::zones`].
    Firewall(FirewallId, usize),
}

#[derive(Clone, Debug)]
pub struct Attachment {
    pub gateway: GatewayId,
    pub span: Span,
    /// Position in [`Vpc::subnets`]; None means a dedicated /28 a zone.
    pub group: Option<usize>,
    /// Subnets of its own where `group` is None, one a zone.
    pub dedicated: Vec<Subnet>,
    /// The segment it is in; None is the default segment.
    pub segment: Option<SegmentId>,
    /// As written, where it is.
    pub appliance_mode: Option<(bool, Span)>,
    pub propagate: bool,
    pub tags: Tags,
}

#[derive(Clone, Debug)]
pub struct Gateway {
    pub name: String,
    pub place: PlaceId,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub existing: Option<ExistingGateway>,
    pub asn: Asn,
    pub dns: bool,
    pub ecmp: bool,
    pub cidr_blocks: Vec<Cidr>,
    pub tags: Tags,
}

#[derive(Clone, Debug)]
pub struct Asn {
    pub span: Span,
    pub source: AsnSource,
    pub number: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsnSource {
    Written(u32),
    Range(u32, u32),
}

#[derive(Clone, Debug)]
pub struct ExistingGateway {
    pub id: External,
    pub route_table: Option<External>,
    /// Whether the gateway itself associates what is attached, and lets it propagate.
    pub association: ByItself,
    pub propagation: ByItself,
    /// Ranges behind it.
    pub routes: Vec<Cidr>,
}

/// What an existing gateway does for each new attachment, with its own default table.
#[derive(Clone, Copy, Debug)]
pub struct ByItself {
    pub on: bool,
    /// Where it is said.
    pub span: Option<Span>,
}

impl ExistingGateway {
    /// What lies behind it. A default route is a way onwards and not a place.
    pub fn ranges(&self) -> impl Iterator<Item = &Cidr> {
        self.routes.iter().filter(|cidr| !cidr.is_everything())
    }
}

/// One edge, whether written alone or as part of a mesh or a star.
#[derive(Clone, Debug)]
pub struct Peering {
    /// `core-us-east-1` style name that is unique among peerings: of the block, or mesh and places.
    pub name: String,
    pub span: Span,
    pub doc: Option<String>,
    /// Requester first: the end in the lexicographically smaller place.
    pub ends: Ends,
    /// Where each end is written, in the order of `ends`.
    pub end_spans: (Span, Span),
    pub dns: bool,
    pub origin: Origin,
    pub tags: Tags,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    Gateways(GatewayId, GatewayId),
    Vpcs(VpcId, VpcId),
}

/// An end of a peering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Requester,
    Accepter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Written,
    Mesh,
    /// `hub` is the hub's gateway; with `transit` its spokes reach one another through it.
    Star {
        hub: GatewayId,
        transit: bool,
    },
}

/// A routing domain over the gateways that have a table for it. Its members reach one another,
/// unless it is isolated, and nothing else that no rule allows.
#[derive(Clone, Debug)]
pub struct Segment {
    pub name: String,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub isolated: bool,
    /// Sorted by gateway.
    pub on: Vec<SegmentTable>,
    pub tags: Tags,
}

/// What a segment's table on one gateway has beside what is derived.
#[derive(Clone, Debug)]
pub struct SegmentTable {
    pub gateway: GatewayId,
    pub routes: Vec<SegmentRoute>,
    pub blackholes: Vec<Cidr>,
    /// VPCs that are announced in it.
    pub propagate: Vec<(VpcId, Span)>,
}

/// `route CIDR via TARGET` of a segment.
#[derive(Clone, Debug)]
pub struct SegmentRoute {
    pub span: Span,
    pub destination: Cidr,
    pub target: SegmentTarget,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentTarget {
    Vpc(VpcId),
    Peering(PeeringId),
}

/// `allow a -> b : tcp 443`, `deny a <-> b`
#[derive(Clone, Debug)]
pub struct Rule {
    pub span: Span,
    pub doc: Option<String>,
    pub deny: bool,
    pub from: Party,
    pub to: Party,
    pub both: bool,
    /// Empty: everything.
    pub ports: Vec<Ports>,
}

/// One side of a rule.
#[derive(Clone, Debug)]
pub struct Party {
    pub span: Span,
    /// As the source writes it.
    pub shown: String,
    pub members: Vec<PartyMember>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartyMember {
    Segment(SegmentId),
    Vpc(VpcId),
    /// A subnet group by its position in [`Vpc::subnets`]. Routes are those of its VPC; only
    /// security groups tell it apart.
    Group(VpcId, usize),
    /// What lies behind an existing gateway.
    Behind(GatewayId),
    /// The other end of a VPN or of a Direct Connect gateway's association.
    Uplink(UplinkId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ports {
    pub protocol: Protocol,
    pub first: u16,
    pub last: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    Tcp,
    Udp,
    /// All of ICMP; ports mean nothing.
    Icmp,
}

/// What joins a gateway with ranges outside of AWS.
#[derive(Clone, Debug)]
pub struct Uplink {
    pub name: String,
    /// Of its gateway.
    pub place: PlaceId,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub gateway: GatewayId,
    /// The segment it is in; None is the default segment.
    pub segment: Option<SegmentId>,
    /// Ranges at the other end.
    pub routes: Vec<Cidr>,
    pub by: UplinkBy,
    pub tags: Tags,
}

impl Uplink {
    /// What lies at the other end. A default route is a way onwards and not a place.
    pub fn ranges(&self) -> impl Iterator<Item = &Cidr> {
        self.routes.iter().filter(|cidr| !cidr.is_everything())
    }

    /// Whether the other end has a default route.
    pub fn leads_everywhere(&self) -> bool {
        self.routes.iter().any(|cidr| cidr.is_everything())
    }

    /// Ranges that two of them have: as the one writes them, and as the other.
    pub fn shared<'t>(&'t self, other: &'t Uplink) -> impl Iterator<Item = (&'t Cidr, &'t Cidr)> {
        let same = |range: &'t Cidr| other.routes.iter().filter(move |each| each.block() == range.block()).map(move |each| (range, each));
        self.routes.iter().flat_map(same)
    }

    /// Where it is joined with its gateway: the name of a VPN, the association of a Direct Connect gateway.
    pub fn joint(&self) -> Span {
        match self.by {
            UplinkBy::Vpn { .. } => self.name_span,
            UplinkBy::DirectConnect { .. } => self.span,
        }
    }
}

#[derive(Clone, Debug)]
pub enum UplinkBy {
    Vpn {
        /// The address of the device.
        ip: (External, Span),
        asn: Option<(u32, Span)>,
        /// Static routes instead of BGP.
        by_hand: bool,
    },
    DirectConnect {
        gateway: DirectConnectId,
        /// Ranges that are announced to the other end.
        allowed: Vec<Cidr>,
    },
}

#[derive(Clone, Debug)]
pub struct DirectConnect {
    pub name: String,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub asn: u32,
    pub asn_span: Span,
    pub tags: Tags,
}

/// An instance of a prefix list.
#[derive(Clone, Debug)]
pub struct PrefixList {
    pub name: String,
    pub place: PlaceId,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub entries: Vec<Cidr>,
    pub max: (u64, Span),
    pub tags: Tags,
}

/// The way out of a place.
#[derive(Clone, Debug)]
pub struct Egress {
    pub name: String,
    pub place: PlaceId,
    pub span: Span,
    pub name_span: Span,
    /// None is the default segment.
    pub from: Vec<Option<SegmentId>>,
    /// Where its NAT gateways are: in its place, or over peerings.
    pub via: VpcId,
    pub via_span: Span,
    pub inspect: Option<(FirewallId, Span)>,
}

/// Endpoints of a network firewall in the subnets of a group.
#[derive(Clone, Debug)]
pub struct Firewall {
    pub name: String,
    pub place: PlaceId,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub vpc: VpcId,
    /// Position in [`Vpc::subnets`].
    pub group: usize,
    pub group_span: Span,
    pub policy: FirewallPolicy,
    pub tags: Tags,
}

/// Names that the list of a firewall has room for: 1,000 of capacity, which two protocols of each name take, and three.
pub const MOST_DOMAINS: usize = 498;

#[derive(Clone, Debug)]
pub enum FirewallPolicy {
    /// ARN of what exists.
    Existing(External),
    /// The only names that HTTP and TLS may go to.
    Domains(Vec<String>),
}

/// `quota vpcs_per_region = 20 in us-east-1`, in one place.
#[derive(Clone, Debug)]
pub struct Quota {
    pub of: &'static crate::aws::Quota,
    pub place: PlaceId,
    pub number: u64,
    /// Where the number is written.
    pub span: Span,
}

/// A declared mesh, kept for checks and `full_mesh()`.
#[derive(Clone, Debug)]
pub struct Mesh {
    pub name: String,
    pub span: Span,
    pub family: String,
    pub gateways: Vec<GatewayId>,
    pub except: Vec<(GatewayId, GatewayId, Span)>,
}

/// An instance of a bucket family.
#[derive(Clone, Debug)]
pub struct Bucket {
    pub name: String,
    pub place: PlaceId,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    /// Start of the physical name: `PREFIX-NAME`.
    pub base: String,
    pub key: Option<(KeyId, Span)>,
    pub lock: bool,
    pub expire_noncurrent_days: u64,
    pub lifecycle: Vec<Lifecycle>,
    pub residency: Vec<(&'static Region, Span)>,
    /// Edges that start here.
    pub replicate: Vec<Replication>,
    pub tags: Tags,
}

#[derive(Clone, Debug)]
pub struct Lifecycle {
    pub name: String,
    pub span: Span,
    pub prefix: String,
    /// Storage class in CloudFormation's words, and days; youngest first.
    pub transitions: Vec<(&'static str, u64, Span)>,
    pub expire_days: Option<(u64, Span)>,
}

#[derive(Clone, Debug)]
pub struct Replication {
    pub to: BucketId,
    pub span: Span,
    pub place_span: Span,
    /// Minutes.
    pub within: Option<(u64, Span)>,
    pub prefix: String,
    pub storage_class: Option<&'static str>,
    pub delete_markers: bool,
    /// Whether there is an edge back.
    pub both_ways: bool,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub name: String,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    /// The place whose stack owns it; also in `replicas`. It cannot change, so that it is held.
    pub home: PlaceId,
    pub home_written: Option<(PlaceId, Span)>,
    /// Home first, the others sorted.
    pub replicas: Vec<PlaceId>,
    pub places_span: Span,
    pub hash: KeyField,
    pub range: Option<KeyField>,
    pub indexes: Vec<Index>,
    pub strong: Option<Strong>,
    pub ttl: Option<(String, Span)>,
    pub pitr: bool,
    pub key: Option<(KeyId, Span)>,
    pub tags: Tags,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyField {
    pub name: String,
    /// `S`, `N`, `B`
    pub ty: &'static str,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Index {
    pub name: String,
    pub span: Span,
    pub hash: KeyField,
    pub range: Option<KeyField>,
    pub keys_only: bool,
}

#[derive(Clone, Debug)]
pub struct Strong {
    pub span: Span,
    pub witness: Option<(&'static Region, Span)>,
}

#[derive(Clone, Debug)]
pub struct Key {
    pub name: String,
    pub span: Span,
    pub name_span: Span,
    pub doc: Option<String>,
    pub primary: PlaceId,
    pub primary_span: Span,
    pub replicas: Vec<(PlaceId, Span)>,
    pub rotation: bool,
    pub deletion_days: u64,
    pub tags: Tags,
}

impl Topology {
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }
    pub fn vpc(&self, id: VpcId) -> &Vpc {
        &self.vpcs[id.0 as usize]
    }
    pub fn gateway(&self, id: GatewayId) -> &Gateway {
        &self.gateways[id.0 as usize]
    }
    pub fn prefix_list(&self, id: PrefixListId) -> &PrefixList {
        &self.prefix_lists[id.0 as usize]
    }
    pub fn bucket(&self, id: BucketId) -> &Bucket {
        &self.buckets[id.0 as usize]
    }
    pub fn key(&self, id: KeyId) -> &Key {
        &self.keys[id.0 as usize]
    }
    pub fn pool(&self, id: PoolId) -> &Pool {
        &self.pools[id.0 as usize]
    }
    pub fn segment(&self, id: SegmentId) -> &Segment {
        &self.segments[id.0 as usize]
    }
    pub fn uplink(&self, id: UplinkId) -> &Uplink {
        &self.uplinks[id.0 as usize]
    }
    pub fn firewall(&self, id: FirewallId) -> &Firewall {
        &self.firewalls[id.0 as usize]
    }
    pub fn peering(&self, id: PeeringId) -> &Peering {
        &self.peerings[id.0 as usize]
    }
    pub fn vpc_ids(&self) -> impl Iterator<Item = VpcId> + use<> {
        (0..self.vpcs.len() as u32).map(VpcId)
    }
    pub fn gateway_ids(&self) -> impl Iterator<Item = GatewayId> + use<> {
        (0..self.gateways.len() as u32).map(GatewayId)
    }
    pub fn uplink_ids(&self) -> impl Iterator<Item = UplinkId> + use<> {
        (0..self.uplinks.len() as u32).map(UplinkId)
    }

    /// `app@us-east-1`
    pub fn vpc_name(&self, id: VpcId) -> String {
        let vpc = self.vpc(id);
        format!("{}@{}", vpc.name, self.place(vpc.place).name)
    }

    /// `core@us-east-1`
    pub fn gateway_name(&self, id: GatewayId) -> String {
        let gateway = self.gateway(id);
        format!("{}@{}", gateway.name, self.place(gateway.place).name)
    }

    /// `app@us-east-1`, as the lock knows it: the default account is never named, so that a second one
    /// changes nothing.
    pub fn vpc_path(&self, id: VpcId) -> String {
        let vpc = self.vpc(id);
        format!("{}@{}", vpc.name, self.place(vpc.place).path())
    }

    /// The path of a range: the VPC's for the first, `app@us-east-1.secondary[/18 from corp]` for others.
    /// A second one of that size is `[/18 from corp 2]`: other ranges may come and go.
    pub fn range_path(&self, id: VpcId, ix: usize) -> String {
        let (path, ranges) = (self.vpc_path(id), &self.vpc(id).ranges);
        if ix == 0 {
            return path;
        }
        match ranges[ix].source {
            RangeSource::Written(cidr) => format!("{path}.secondary[{}]", cidr.block()),
            RangeSource::Pool { pool, prefix } => {
                let alike = |range: &&Range| matches!(range.source, RangeSource::Pool { pool: p, prefix: q } if (p, q) == (pool, prefix));
                let name = &self.pool(pool).name;
                match ranges[1..ix].iter().filter(alike).count() {
                    0 => format!("{path}.secondary[/{prefix} from {name}]"),
                    before => format!("{path}.secondary[/{prefix} from {name} {}]", before + 1),
                }
            }
        }
    }

    /// `core@us-east-1`, as the lock knows it.
    pub fn gateway_path(&self, id: GatewayId) -> String {
        let gateway = self.gateway(id);
        format!("{}@{}", gateway.name, self.place(gateway.place).path())
    }

    /// `office@us-east-1`
    pub fn uplink_name(&self, id: UplinkId) -> String {
        let uplink = self.uplink(id);
        format!("{}@{}", uplink.name, self.place(uplink.place).name)
    }

    /// Ranges that stand for those that Amazon chooses when a VPC is made. Nothing outside of the VPC
    /// routes to them, so that any others do as well where packets are followed.
    pub fn ipv6_stand_in(&self, id: VpcId) -> Option<Ipv6Network> {
        match self.vpc(id).ipv6?.0 {
            Ipv6Range::Amazon => Some(stand_in(id)),
            Ipv6Range::Pool(_, range) => range,
        }
    }

    /// A /56 that is known before the VPC is made, so that others can route to it.
    pub fn known_ipv6(&self, id: VpcId) -> Option<Ipv6Network> {
        match self.vpc(id).ipv6?.0 {
            Ipv6Range::Amazon => None,
            Ipv6Range::Pool(_, range) => range,
        }
    }

    /// The same of a subnet.
    pub fn subnet_ipv6_stand_in(&self, id: VpcId, subnet: &Subnet) -> Option<Ipv6Network> {
        match subnet.ipv6 {
            Ipv6::Nth(number) => self.ipv6_stand_in(id).map(|range| nth_64(range, number)),
            Ipv6::None | Ipv6::Wanted => None,
        }
    }

    /// The firewall that everything which goes out through a VPC passes.
    pub fn inspected_by(&self, vpc: VpcId) -> Option<FirewallId> {
        self.egresses.iter().filter(|egress| egress.via == vpc).find_map(|egress| egress.inspect.map(|(id, _)| id))
    }

    /// Whether both directions of a flow stay in one zone at an attachment: as written, or because a
    /// firewall behind it must see both.
    pub fn appliance_mode(&self, vpc: VpcId, attachment: &Attachment) -> bool {
        attachment.appliance_mode.map_or_else(|| self.inspected_by(vpc).is_some(), |(on, _)| on)
    }

    /// `assets@us-east-1`
    pub fn bucket_name(&self, id: BucketId) -> String {
        let bucket = self.bucket(id);
        format!("{}@{}", bucket.name, self.place(bucket.place).name)
    }

    /// What a peering is called by: its two ends as one of them sees them, `core`, `eu-west-1`, `us-east-1`.
    /// It depends on nothing else, so that a mesh can be renamed and become a star or single peerings.
    pub fn ends(&self, peering: &Peering, side: Side) -> Vec<&str> {
        let (first, second) = match peering.ends {
            Ends::Gateways(a, b) => {
                let end = |id| (self.gateway(id).name.as_str(), self.gateway(id).place);
                (end(a), end(b))
            }
            Ends::Vpcs(a, b) => {
                let end = |id| (self.vpc(id).name.as_str(), self.vpc(id).place);
                (end(a), end(b))
            }
        };
        let ((name, place), (other, there)) = if side == Side::Requester { (first, second) } else { (second, first) };
        let (here, there) = (self.place(place).slug.as_str(), self.place(there).slug.as_str());
        match (name == other, here == there) {
            (true, _) => vec![name, here, there],
            (false, true) => vec![name, other, here],
            (false, false) => vec![name, here, other, there],
        }
    }

    /// What a peering is called by in the place that requests it.
    pub fn far_end(&self, peering: &Peering) -> String {
        let place = match peering.ends {
            Ends::Gateways(a, _) => self.gateway(a).place,
            Ends::Vpcs(a, _) => self.vpc(a).place,
        };
        let own = self.place(place).slug.as_str();
        let parts: Vec<&str> = self.ends(peering, Side::Requester).into_iter().filter(|part| *part != own).collect();
        parts.join("-")
    }

    /// Places where a key is, primary first.
    pub fn key_places(&self, id: KeyId) -> impl Iterator<Item = PlaceId> + '_ {
        let key = self.key(id);
        std::iter::once(key.primary).chain(key.replicas.iter().map(|(place, _)| *place))
    }
}

impl Place {
    /// Its name in paths that outlive a build: `us-east-1` in the default account, else `dev/us-east-1`.
    pub fn path(&self) -> &str {
        if self.slug == self.region.code { &self.region.code } else { &self.name }
    }
}

/// From 3fff::/20, which is for documentation.
fn stand_in(vpc: VpcId) -> Ipv6Network {
    let (high, low) = ((vpc.0 >> 16) as u16 & 0x0fff, vpc.0 as u16);
    Ipv6Network::new(std::net::Ipv6Addr::new(0x3fff, high, low, 0, 0, 0, 0, 0), 56).expect("at most 128")
}

/// A /64 of a /56, by its number.
pub fn nth_64(range: Ipv6Network, number: u8) -> Ipv6Network {
    let first = u128::from(range.network()) | u128::from(number) << 64;
    Ipv6Network::new(first.into(), 64).expect("at most 128")
}

impl Rule {
    /// Whether it opens ingress at its targets: `->` says who starts, and ports say what.
    pub fn opens_ingress(&self) -> bool {
        !self.deny && (!self.both || !self.ports.is_empty())
    }
}

impl Vpc {
    pub fn cidrs(&self) -> impl Iterator<Item = Ipv4Network> + '_ {
        self.ranges.iter().filter_map(|range| range.cidr)
    }
}
