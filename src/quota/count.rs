//! What counts against which quota, and of what it is.

use std::collections::HashMap;

use crate::graph::{Graph, PlaceId, Resource, ResourceId, Value, uplink};
use crate::routing::{Ingress, Routing};
use crate::source::Span;
use crate::topology::{Topology, Uplink, UplinkBy};

/// Of which quota, where, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key<'g> {
    pub quota: &'static str,
    pub place: PlaceId,
    pub holder: Holder<'g>,
    /// What is counted apart: rules in and rules out.
    pub side: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holder<'g> {
    /// Of the place.
    Account,
    Place,
    Zone(&'g str),
    Made(ResourceId),
    /// By its id.
    Existing(&'g str),
    /// By the position of its parameter.
    Given(u32),
}

impl Holder<'_> {
    /// "vpc `app@us-east-1`", for messages.
    pub fn show(self, topology: &Topology, graph: &Graph, place: PlaceId) -> String {
        let account = topology.place(place).account.map(|id| &topology.accounts[id.0 as usize].name);
        let place = &topology.place(place).name;
        match self {
            Holder::Account => account.map_or("the account".into(), |name| format!("account `{name}`")),
            Holder::Place => place.clone(),
            Holder::Zone(zone) => format!("zone {zone} of {place}"),
            Holder::Existing(id) => format!("`{id}` in {place}"),
            Holder::Given(ix) => format!("`param(\"{}\")` in {place}", graph.parameters[ix as usize].name),
            Holder::Made(id) => {
                let resource = graph.resource(id);
                let name = || resource.path.0.get(1).map_or("", |part| part.text());
                match resource.ty {
                    "ec2.vpc" => format!("vpc `{}@{place}`", name()),
                    "ec2.transit_gateway" => format!("gateway `{}@{place}`", name()),
                    "ec2.vpn_connection" => format!("vpn `{}@{place}`", name()),
                    "ec2.prefix_list" => format!("prefix list `{}@{place}`", name()),
                    "directconnect.gateway" => format!("Direct Connect gateway `{}`", name()),
                    "directconnect.gateway_association" => {
                        let gateway = resource.path.0.get(2).map_or("", |part| part.text());
                        format!("the association of `{}` with `{gateway}@{place}`", name())
                    }
                    "dynamodb.table" => format!("table `{}@{place}`", name()),
                    "ec2.security_group" => match resource.tags.iter().find(|(key, _)| key == "Name") {
                        Some((_, Value::Str(name))) => format!("security group `{name}` in {place}"),
                        _ => format!("the security group of `{}` in {place}", resource.path),
                    },
                    _ => format!("the route table of `{}` in {place}", resource.path),
                }
            }
        }
    }
}

/// The side of routes: AWS counts IPv4 and IPv6 apart.
const OVER_IPV6: &str = "over IPv6";

/// Told of everything that counts: of what, where it is written, how many.
type Tell<'f, 'g> = &'f mut dyn FnMut(Key<'g>, Span, u64);

pub struct Counter<'g> {
    topology: &'g Topology,
    graph: &'g Graph,
    /// Where the name stands, for things whose span is all of their block.
    names: HashMap<Span, Span>,
    /// Ranges of each VPC: IPv4, IPv6.
    ranges: HashMap<ResourceId, [u64; 2]>,
    /// By the place and the path of what joins it.
    uplinks: HashMap<(PlaceId, String), &'g Uplink>,
    /// What rules open, by the place and the path of the group.
    ingress: HashMap<(PlaceId, String), &'g Ingress>,
}

impl<'g> Counter<'g> {
    pub fn new(topology: &'g Topology, routing: &'g Routing, graph: &'g Graph) -> Self {
        let vpcs = topology.vpcs.iter().map(|each| (each.span, each.name_span));
        let gateways = topology.gateways.iter().map(|each| (each.span, each.name_span));
        let segments = topology.segments.iter().map(|each| (each.span, each.name_span));
        let tables = topology.tables.iter().map(|each| (each.span, each.name_span));
        let lists = topology.prefix_lists.iter().map(|each| (each.span, each.name_span));
        let lines = topology.direct_connects.iter().map(|each| (each.span, each.name_span));
        let vpns = topology.uplinks.iter().filter(|each| matches!(each.by, UplinkBy::Vpn { .. })).map(|each| (each.span, each.name_span));
        let names = vpcs.chain(gateways).chain(segments).chain(tables).chain(lists).chain(lines).chain(vpns).collect();
        let mut ranges: HashMap<ResourceId, [u64; 2]> = HashMap::new();
        for (ix, resource) in graph.resources.iter().enumerate() {
            let vpc = match (resource.ty, prop(resource, "vpc_id")) {
                ("ec2.vpc", _) => ResourceId(ix as u32),
                ("ec2.vpc_cidr_block" | "ec2.vpc_ipv6_cidr_block", Some(Value::Ref(vpc, _))) => *vpc,
                _ => continue,
            };
            let [v4, v6] = ranges.entry(vpc).or_default();
            *v4 += u64::from(prop(resource, "cidr_block").is_some());
            *v6 += ipv6_ranges(resource);
        }
        let uplinks = topology.uplinks.iter().map(|each| ((each.place, uplink::at(topology, each).to_string()), each)).collect();
        let ingress = routing.ingress.iter().map(|ingress| {
            let vpc = topology.vpc(ingress.vpc);
            let path = match ingress.group {
                Some(group) => format!("vpc/{}/subnet/{}", vpc.name, vpc.subnets[group].name),
                None => format!("vpc/{}", vpc.name),
            };
            ((vpc.place, path), ingress)
        });
        Counter { topology, graph, names, ranges, uplinks, ingress: ingress.collect() }
    }

    pub fn each(&self, tell: Tell<'_, 'g>) {
        for (ix, resource) in self.graph.resources.iter().enumerate() {
            self.resource(ResourceId(ix as u32), resource, tell);
        }
    }

    fn resource(&self, id: ResourceId, resource: &'g Resource, tell: Tell<'_, 'g>) {
        let place = resource.place;
        let span = self.names.get(&resource.span).copied().unwrap_or(resource.span);
        let mut say = |quota, place, holder, number| tell(Key { quota, place, holder, side: "" }, span, number);
        let made = Holder::Made(id);
        let of = |name| holder(prop(resource, name));
        match resource.ty {
            "ec2.vpc" => {
                say("vpcs_per_region", place, Holder::Place, 1);
                say("cidrs_per_vpc", place, made, 1);
                say("ipv6_cidrs_per_vpc", place, made, ipv6_ranges(resource));
                // AWS makes a main table and a default security group with it.
                say("route_tables_per_vpc", place, made, 1);
                say("security_groups_per_region", place, Holder::Place, 1);
            }
            "ec2.vpc_cidr_block" => say("cidrs_per_vpc", place, of("vpc_id"), 1),
            "ec2.vpc_ipv6_cidr_block" => say("ipv6_cidrs_per_vpc", place, of("vpc_id"), 1),
            "ec2.internet_gateway" => say("internet_gateways_per_region", place, Holder::Place, 1),
            "ec2.egress_only_internet_gateway" => say("egress_only_gateways_per_region", place, Holder::Place, 1),
            "ec2.prefix_list" => {
                say("prefix_lists_per_region", place, Holder::Place, 1);
                say("entries_per_prefix_list", place, made, number(prop(resource, "max_entries")));
            }
            "ec2.subnet" => say("subnets_per_vpc", place, of("vpc_id"), 1),
            "ec2.eip" => say("addresses_per_region", place, Holder::Place, 1),
            "ec2.nat_gateway" => say("nat_gateways_per_zone", place, self.zone(resource), 1),
            "ec2.route_table" => {
                say("route_tables_per_vpc", place, of("vpc_id"), 1);
                // Each range of the VPC is a local route [CIDR].
                for (side, number) in ["", OVER_IPV6].into_iter().zip(self.ranges_of(prop(resource, "vpc_id"))) {
                    tell(Key { quota: "routes_per_table", place, holder: made, side }, span, number);
                }
            }
            "ec2.route" => {
                let side = if prop(resource, "destination_ipv6_cidr_block").is_some() { OVER_IPV6 } else { "" };
                let list = self.made(prop(resource, "destination_prefix_list_id"));
                // AWS counts what a list may hold, not what it holds.
                let routes = list.map_or(1, |list| number(prop(list, "max_entries")));
                if list.is_some() {
                    say("references_per_prefix_list", place, of("destination_prefix_list_id"), 1);
                }
                tell(Key { quota: "routes_per_table", place, holder: of("route_table_id"), side }, span, routes);
            }
            "ec2.vpc_endpoint" => match prop(resource, "route_table_ids") {
                Some(Value::List(tables)) => {
                    say("gateway_endpoints_per_region", place, Holder::Place, 1);
                    // AWS routes the service's prefix list in each of them.
                    tables.iter().for_each(|table| say("routes_per_table", place, holder(Some(table)), 1));
                }
                _ => say("interface_endpoints_per_vpc", place, of("vpc_id"), 1),
            },
            "ec2.security_group" => {
                say("security_groups_per_region", place, Holder::Place, 1);
                self.rules(id, resource, span, tell);
            }
            "ec2.transit_gateway" => {
                say("gateways_per_region", place, Holder::Place, 1);
                say("cidr_blocks_per_gateway", place, made, length(prop(resource, "transit_gateway_cidr_blocks")));
            }
            "ec2.transit_gateway_route_table" => say("route_tables_per_gateway", place, of("transit_gateway_id"), 1),
            "ec2.transit_gateway_vpc_attachment" => {
                say("attachments_per_gateway", place, of("transit_gateway_id"), 1);
                say("gateways_per_vpc", place, of("vpc_id"), 1);
            }
            "ec2.transit_gateway_peering_accepter" => {
                for (place, gateway) in
                    self.ends(resource, "transit_gateway_attachment_id", ["transit_gateway_id", "peer_transit_gateway_id"])
                {
                    say("attachments_per_gateway", place, gateway, 1);
                    say("peerings_per_gateway", place, gateway, 1);
                    say("pending_peerings_per_gateway", place, gateway, 1);
                }
            }
            "ec2.vpc_peering_accepter" => {
                for (place, vpc) in self.ends(resource, "vpc_peering_connection_id", ["vpc_id", "peer_vpc_id"]) {
                    say("peerings_per_vpc", place, vpc, 1);
                }
            }
            "ec2.transit_gateway_route" => say("routes_per_gateway", place, self.gateway_of_table(resource), 1),
            "ec2.transit_gateway_route_table_propagation" => {
                let Some(attachment) = self.made(prop(resource, "transit_gateway_attachment_id")) else { return };
                let number = match self.uplink(attachment) {
                    Some(uplink) => uplink.routes.len() as u64,
                    None => {
                        let [v4, v6] = self.ranges_of(prop(attachment, "vpc_id"));
                        v4 + if prop(attachment, "ipv6_support").is_some() { v6 } else { 0 }
                    }
                };
                say("routes_per_gateway", place, self.gateway_of_table(resource), number);
            }
            "ec2.customer_gateway" => say("customer_gateways_per_region", place, Holder::Place, 1),
            "ec2.vpn_connection" => {
                say("vpns_per_region", place, Holder::Place, 1);
                say("attachments_per_gateway", place, of("transit_gateway_id"), 1);
                if let Some(uplink) = self.uplink(resource).filter(|uplink| matches!(uplink.by, UplinkBy::Vpn { by_hand: false, .. })) {
                    say("routes_per_vpn", place, made, uplink.routes.len() as u64);
                }
            }
            "directconnect.gateway" => {
                // It is of no region: all places of the account count as one.
                let of = |place: PlaceId| self.topology.place(place).account;
                let first = (0..place.0).map(PlaceId).find(|each| of(*each) == of(place)).unwrap_or(place);
                say("direct_connects_per_account", first, Holder::Account, 1);
                let name = resource.path.0[1].text();
                let is_its = |each: &&Uplink| each.name == name && matches!(each.by, UplinkBy::DirectConnect { .. });
                // Each association has all of them.
                let routes = self.topology.uplinks.iter().find(is_its).map_or(0, |uplink| uplink.routes.len());
                say("routes_per_direct_connect", place, made, routes as u64);
            }
            "directconnect.gateway_association" => {
                let gateway = of("associated_gateway_id");
                say("attachments_per_gateway", place, gateway, 1);
                say("direct_connects_per_gateway", place, gateway, 1);
                say("allowed_per_association", place, made, length(prop(resource, "allowed_prefixes")));
                if let Some(line) = self.made(prop(resource, "dx_gateway_id")) {
                    say("gateways_per_direct_connect", line.place, of("dx_gateway_id"), 1);
                }
            }
            "networkfirewall.firewall" => say("firewalls_per_region", place, Holder::Place, 1),
            "networkfirewall.firewall_policy" => say("firewall_policies_per_region", place, Holder::Place, 1),
            "networkfirewall.rule_group" => say("firewall_rule_groups_per_region", place, Holder::Place, 1),
            "dynamodb.table" => {
                say("indexes_per_table", place, made, length(prop(resource, "global_secondary_indexes")));
                for replica in self.replicas(resource) {
                    say("tables_per_region", replica, Holder::Place, 1);
                }
            }
            _ => {}
        }
    }

    /// Rules in and out are counted apart, IPv4 and IPv6 too. Those of `allow` are written there.
    fn rules(&self, id: ResourceId, resource: &'g Resource, span: Span, tell: Tell<'_, 'g>) {
        let key = || (resource.place, resource.path.to_string());
        let opens = if resource.role == "allowed" { self.ingress.get(&key()) } else { None };
        for (name, sides) in [("ingress", ["in", "in over IPv6"]), ("egress", ["out", "out over IPv6"])] {
            let Some(Value::List(rules)) = prop(resource, name) else { continue };
            for (ix, rule) in rules.iter().enumerate() {
                let Value::Struct(fields) = rule else { continue };
                let v6 = fields
                    .iter()
                    .any(|(name, value)| name.starts_with("cidr_ip") && matches!(value, Value::Str(text) if text.contains(':')));
                let written = opens.filter(|_| name == "ingress").map(|ingress| self.topology.rules[ingress.opens[ix].rule].span);
                let key = Key {
                    quota: "rules_per_security_group",
                    place: resource.place,
                    holder: Holder::Made(id),
                    side: sides[usize::from(v6)],
                };
                tell(key, written.unwrap_or(span), 1);
            }
        }
    }

    fn made(&self, value: Option<&Value>) -> Option<&'g Resource> {
        match value {
            Some(Value::Ref(id, _)) => Some(self.graph.resource(*id)),
            _ => None,
        }
    }

    fn uplink(&self, resource: &Resource) -> Option<&'g Uplink> {
        self.uplinks.get(&(resource.place, resource.path.to_string())).copied()
    }

    /// IPv4 and IPv6.
    fn ranges_of(&self, vpc: Option<&Value>) -> [u64; 2] {
        match vpc {
            Some(Value::Ref(id, _)) => self.ranges.get(id).copied().unwrap_or_default(),
            _ => [0, 0],
        }
    }

    fn zone(&self, nat: &Resource) -> Holder<'g> {
        match self.made(prop(nat, "subnet_id")).and_then(|subnet| prop(subnet, "availability_zone_id")) {
            Some(Value::Str(zone)) => Holder::Zone(zone),
            _ => Holder::Place,
        }
    }

    fn gateway_of_table(&self, resource: &'g Resource) -> Holder<'g> {
        let table = prop(resource, "transit_gateway_route_table_id");
        match self.made(table) {
            Some(made) => holder(prop(made, "transit_gateway_id")),
            None => holder(table),
        }
    }

    /// Both ends of a peering that is accepted, each in its place.
    fn ends(&self, accepter: &'g Resource, request: &str, ends: [&str; 2]) -> Vec<(PlaceId, Holder<'g>)> {
        let Some(request) = self.made(prop(accepter, request)) else { return Vec::new() };
        [request.place, accepter.place].into_iter().zip(ends.map(|name| holder(prop(request, name)))).collect()
    }

    /// Places of a table: the same account's in each region of a replica.
    fn replicas(&self, table: &Resource) -> Vec<PlaceId> {
        let account = self.topology.place(table.place).account;
        let Some(Value::List(replicas)) = prop(table, "replicas") else { return vec![table.place] };
        let regions = replicas.iter().filter_map(|replica| match replica {
            Value::Struct(fields) => fields.iter().find(|(name, _)| *name == "region").map(|(_, region)| region),
            _ => None,
        });
        regions
            .filter_map(|region| {
                let Value::Str(region) = region else { return None };
                let found = self.topology.places.iter().position(|place| place.account == account && *place.region.code == **region);
                found.map(|ix| PlaceId(ix as u32))
            })
            .collect()
    }
}

fn prop<'g>(resource: &'g Resource, name: &str) -> Option<&'g Value> {
    resource.props.iter().find(|(each, _)| *each == name).map(|(_, value)| value)
}

fn holder(value: Option<&Value>) -> Holder<'_> {
    match value {
        Some(Value::Ref(id, _)) => Holder::Made(*id),
        Some(Value::Str(id)) => Holder::Existing(id),
        Some(Value::Param(ix)) => Holder::Given(*ix),
        _ => Holder::Place,
    }
}

fn ipv6_ranges(resource: &Resource) -> u64 {
    u64::from(["amazon_provided_ipv6_cidr_block", "ipv6_cidr_block"].iter().any(|name| prop(resource, name).is_some()))
}

fn number(value: Option<&Value>) -> u64 {
    match value {
        Some(Value::Int(number)) => *number as u64,
        _ => 0,
    }
}

fn length(value: Option<&Value>) -> u64 {
    match value {
        Some(Value::List(values)) => values.len() as u64,
        _ => 0,
    }
}
