//! Resources of a target, with references as ids, to the network that they make.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use super::generate::Random;

/// A resource of either target, in Terraform's words.
#[derive(Debug, Default)]
pub struct Resource {
    pub ty: String,
    pub id: String,
    pub region: String,
    pub name: String,
    /// By property: texts and references in it, however deep.
    pub texts: BTreeMap<String, Vec<String>>,
    pub refs: BTreeMap<String, Vec<String>>,
}

impl Resource {
    fn text(&self, name: &str) -> Option<&str> {
        Some(self.texts.get(name)?.first()?.as_str())
    }

    fn is(&self, name: &str, word: &str) -> bool {
        self.text(name) == Some(word)
    }

    fn reference(&self, name: &str) -> Option<String> {
        self.refs.get(name)?.first().cloned()
    }

    fn must(&self, name: &str) -> String {
        self.reference(name).unwrap_or_else(|| panic!("{} {} has no {name}: {self:#?}", self.ty, self.id))
    }

    /// `us-east-1/net-app`
    fn label(&self) -> String {
        format!("{}/{}", self.region, self.name)
    }

    /// A range of either family.
    fn range(&self, four: &str, six: &str) -> Block {
        let found: Vec<&str> = [four, six].into_iter().filter_map(|name| self.text(name)).collect();
        assert_eq!(found.len(), 1, "{}: one range is wanted: {self:#?}", self.id);
        Block::parse(found[0])
    }
}

/// IPv4 first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    pub six: bool,
    pub at: u128,
}

impl Address {
    pub fn ip(self) -> IpAddr {
        if self.six { IpAddr::V6(self.at.into()) } else { IpAddr::V4((self.at as u32).into()) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    pub first: Address,
    pub last: Address,
}

impl Block {
    pub fn parse(text: &str) -> Block {
        let (address, bits) = text.split_once('/').unwrap();
        let bits: u32 = bits.parse().unwrap();
        match address.parse::<IpAddr>().unwrap() {
            IpAddr::V4(address) => Block::new(false, u32::from(address).into(), 32 - bits),
            IpAddr::V6(address) => Block::new(true, address.into(), 128 - bits),
        }
    }

    /// `bits` are those of the host.
    fn new(six: bool, first: u128, bits: u32) -> Block {
        let most = if bits == 128 { u128::MAX } else { (1 << bits) - 1 };
        assert_eq!(first & most, 0, "{first:x} with {bits} bits of its own");
        Block { first: Address { six, at: first }, last: Address { six, at: first | most } }
    }

    pub fn has(&self, address: Address) -> bool {
        self.first <= address && address <= self.last
    }

    /// Of what the other has, some or all.
    pub fn meets(&self, other: &Block) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    pub fn size(&self) -> u128 {
        self.last.at - self.first.at
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Internet(String),
    EgressOnly(String),
    Nat(String),
    Transit(String),
    Peering(String),
    Endpoint(String),
}

#[derive(Debug, Default)]
pub struct Vpc {
    pub label: String,
    pub blocks: Vec<Block>,
    pub internet_gateways: BTreeSet<String>,
    pub egress_only: BTreeSet<String>,
}

#[derive(Debug)]
pub struct Subnet {
    pub label: String,
    pub vpc: String,
    pub zone: String,
    /// Of IPv4, and of IPv6 where it has some.
    pub blocks: Vec<Block>,
    pub table: Option<String>,
}

#[derive(Debug)]
pub struct Attachment {
    pub gateway: String,
    pub vpc: String,
    pub subnets: Vec<String>,
    /// Whether its interfaces have addresses of IPv6 and its ranges are learnt.
    pub six: bool,
}

#[derive(Clone, Debug)]
pub struct Route {
    pub block: Block,
    pub target: Target,
    /// From a prefix list: a route to the same block alone goes before it.
    pub listed: bool,
}

/// A VPN or an association of a Direct Connect gateway.
#[derive(Clone, Debug)]
pub struct Uplink {
    pub gateway: String,
    pub label: String,
    /// Of the network at the other end.
    pub network: String,
    pub direct_connect: Option<String>,
    /// What Direct Connect announces there.
    pub allowed: Vec<Block>,
    /// What is heard from the other end; a default route leads onwards from there.
    pub heard: Vec<Block>,
    /// What is really there.
    pub there: Vec<Block>,
}

/// A peering of transit gateways, seen from one of them.
#[derive(Debug)]
pub struct Crossing {
    pub gateway: String,
    /// The attachment that a packet arrives by over there.
    pub attachment: String,
    /// The attachment that has to be accepted.
    pub accepted: String,
}

/// Inside a region AWS makes an attachment of its own for the accepter of a peering.
pub fn accepters(request: &str) -> String {
    format!("{request}#accepter")
}

/// Where a route of a gateway comes from, the preferred one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    Fixed,
    Vpc,
    DirectConnect,
    Vpn,
}

/// A route of a gateway: None drops.
#[derive(Clone, Debug)]
pub struct TransitRoute {
    pub block: Block,
    pub attachment: Option<String>,
    pub source: Source,
}

#[derive(Debug, Default)]
pub struct Network {
    pub vpcs: BTreeMap<String, Vpc>,
    pub subnets: BTreeMap<String, Subnet>,
    pub tables: BTreeMap<String, Vec<Route>>,
    pub nats: BTreeMap<String, String>,
    pub firewalls: BTreeMap<String, String>,
    pub attachments: BTreeMap<String, Attachment>,
    pub uplinks: BTreeMap<String, Uplink>,
    /// By the attachment and the gateway that knows it: where it leads.
    pub transit_peerings: BTreeMap<(String, String), Crossing>,
    pub vpc_peerings: BTreeMap<String, (String, String)>,
    pub accepted: BTreeSet<String>,
    pub transit_tables: BTreeMap<String, Vec<TransitRoute>>,
    /// By gateway and attachment.
    pub associations: BTreeMap<(String, String), String>,
    /// What is ours without being anybody's: not on the internet.
    pub own: Vec<Block>,
}

impl Network {
    /// `outside` has ranges at the other end, by the names of uplinks.
    pub fn new(resources: &[Resource], outside: &BTreeMap<String, Vec<String>>, own: &str) -> Network {
        let mut network = Network { own: vec![Block::parse(own)], ..Network::default() };
        let of = |ty: &'static str| resources.iter().filter(move |each| each.ty == ty);
        for each in of("aws_vpc") {
            let block = Block::parse(each.text("cidr_block").unwrap());
            network.vpcs.insert(each.id.clone(), Vpc { label: each.label(), blocks: vec![block], ..Vpc::default() });
        }
        network.more_ranges(resources);
        for each in of("aws_internet_gateway") {
            if let Some(vpc) = each.reference("vpc_id") {
                network.vpcs.get_mut(&vpc).unwrap().internet_gateways.insert(each.id.clone());
            }
        }
        for each in of("aws_internet_gateway_attachment") {
            let vpc = network.vpcs.get_mut(&each.must("vpc_id")).unwrap();
            vpc.internet_gateways.insert(each.must("internet_gateway_id"));
        }
        for each in of("aws_egress_only_internet_gateway") {
            network.vpcs.get_mut(&each.must("vpc_id")).unwrap().egress_only.insert(each.id.clone());
        }
        for each in of("aws_subnet") {
            let vpc = each.must("vpc_id");
            let blocks = [Some(Block::parse(each.text("cidr_block").unwrap())), network.ipv6_of(each)];
            let blocks: Vec<Block> = blocks.into_iter().flatten().collect();
            let within = |block: &Block| network.vpcs[&vpc].blocks.iter().any(|range| range.has(block.first) && range.has(block.last));
            assert!(blocks.iter().all(within), "{} is not in its VPC", each.id);
            for other in network.subnets.values().filter(|other| other.vpc == vpc).flat_map(|other| &other.blocks) {
                assert!(!blocks.iter().any(|block| block.meets(other)), "{} meets another subnet", each.id);
            }
            let zone = each.text("availability_zone_id").unwrap().to_owned();
            network.subnets.insert(each.id.clone(), Subnet { label: each.label(), vpc, zone, blocks, table: None });
        }
        for each in of("aws_route_table") {
            network.tables.insert(each.id.clone(), Vec::new());
        }
        for each in of("aws_route_table_association") {
            let subnet = network.subnets.get_mut(&each.must("subnet_id")).unwrap();
            assert!(subnet.table.replace(each.must("route_table_id")).is_none(), "{} has two tables", each.id);
        }
        for each in of("aws_nat_gateway") {
            network.nats.insert(each.id.clone(), each.must("subnet_id"));
        }
        for each in of("aws_networkfirewall_firewall") {
            network.firewalls.insert(each.id.clone(), each.must("subnet_mapping"));
        }
        let lists: BTreeMap<&str, &Vec<String>> = of("aws_ec2_managed_prefix_list").map(|each| (&*each.id, &each.texts["entry"])).collect();
        for each in of("aws_route") {
            let target = route_target(each);
            let routes = network.tables.get_mut(&each.must("route_table_id")).unwrap();
            let list = each.reference("destination_prefix_list_id");
            let blocks = match &list {
                Some(list) => lists[&**list].iter().map(|text| Block::parse(text)).collect(),
                None => vec![each.range("destination_cidr_block", "destination_ipv6_cidr_block")],
            };
            for block in blocks {
                let made = Route { block, target: target.clone(), listed: list.is_some() };
                // Of two lists AWS takes one at random, so that they must lead to the same.
                let collides =
                    |other: &Route| other.block == block && other.listed == made.listed && !(made.listed && other.target == made.target);
                assert!(!routes.iter().any(collides), "{}: two routes to one block", each.id);
                routes.push(made);
            }
        }
        for each in of("aws_vpc_peering_connection") {
            network.vpc_peerings.insert(each.id.clone(), (each.must("vpc_id"), each.must("peer_vpc_id")));
        }
        for each in of("aws_vpc_peering_connection_accepter") {
            network.accepted.insert(each.must("vpc_peering_connection_id"));
        }
        network.uplinks(resources, outside);
        network.transit(resources);
        network
    }

    /// Secondary ranges, and ranges of IPv6. Amazon's choice is as good as any other.
    fn more_ranges(&mut self, resources: &[Resource]) {
        let amazon =
            |each: &Resource| each.is("assign_generated_ipv6_cidr_block", "true") || each.is("amazon_provided_ipv6_cidr_block", "true");
        for each in resources {
            let (vpc, block) = match each.ty.as_str() {
                "aws_vpc" if amazon(each) => (each.id.clone(), None),
                "aws_vpc_ipv4_cidr_block_association" if amazon(each) => (each.must("vpc_id"), None),
                "aws_vpc_ipv4_cidr_block_association" | "aws_vpc_ipv6_cidr_block_association" => {
                    (each.must("vpc_id"), Some(each.range("cidr_block", "ipv6_cidr_block")))
                }
                _ => continue,
            };
            let number = self.vpcs.keys().position(|id| *id == vpc).unwrap();
            let block = block.unwrap_or_else(|| Block::parse(&format!("2a05:d000:{number:x}::/56")));
            self.vpcs.get_mut(&vpc).unwrap().blocks.push(block);
        }
    }

    /// The /64 of a subnet, written, or taken from the VPC's range by its number.
    fn ipv6_of(&self, subnet: &Resource) -> Option<Block> {
        let texts = subnet.texts.get("ipv6_cidr_block")?;
        let Some(vpc) = subnet.reference("ipv6_cidr_block") else { return Some(Block::parse(&texts[0])) };
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let number: u128 = match texts[..] {
            // CloudFormation: of 256 blocks with 64 bits of their own that the first range has.
            [number, "0", "256", "64"] => number.parse().unwrap(),
            // Terraform: 8 bits more.
            ["8", number] => number.parse().unwrap(),
            _ => panic!("{}: {texts:?}", subnet.id),
        };
        let range = self.vpcs[&vpc].blocks.iter().find(|block| block.first.six).unwrap();
        Some(Block::new(true, range.first.at | number << 64, 64))
    }

    fn uplinks(&mut self, resources: &[Resource], outside: &BTreeMap<String, Vec<String>>) {
        let of = |ty: &'static str| resources.iter().filter(move |each| each.ty == ty);
        // Names are those of the source, after the topology's.
        let network = |name: &str| name.strip_prefix("net-").unwrap().to_owned();
        let blocks = |texts: &[String]| -> Vec<Block> { texts.iter().map(|text| Block::parse(text)).collect() };
        let places = |heard: &[Block]| heard.iter().copied().filter(|block| block.size() < u32::MAX.into()).collect();
        for each in of("aws_vpn_connection") {
            let network = network(&each.name);
            let announced = blocks(&outside[&network]);
            let there = places(&announced);
            // Without BGP nothing is heard.
            let heard = if each.is("static_routes_only", "true") { Vec::new() } else { announced };
            let (gateway, label) = (each.must("transit_gateway_id"), each.label());
            self.uplinks
                .insert(each.id.clone(), Uplink { gateway, label, network, direct_connect: None, allowed: Vec::new(), heard, there });
        }
        for each in of("aws_dx_gateway_association") {
            let direct_connect = each.must("dx_gateway_id");
            let name = &of("aws_dx_gateway").find(|other| other.id == direct_connect).unwrap().name;
            let network = network(name);
            let heard = blocks(&outside[&network]);
            let allowed = ["allowed_prefixes", "allowed_prefixes_to_direct_connect_gateway"];
            let uplink = Uplink {
                gateway: each.must("associated_gateway_id"),
                label: format!("{}/{name}", each.region),
                network,
                direct_connect: Some(direct_connect),
                allowed: allowed.iter().filter_map(|name| each.texts.get(*name)).flat_map(|texts| blocks(texts)).collect(),
                there: places(&heard),
                heard,
            };
            self.uplinks.insert(each.id.clone(), uplink);
        }
        // CloudFormation looks for attachments by the gateway and what is attached.
        let mut found = Vec::new();
        for each in of("found_attachment") {
            let (resource, gateway) = (each.must("resource_id"), each.must("transit_gateway_id"));
            let wanted = |id: &String, uplink: &Uplink| {
                uplink.gateway == gateway && (*id == resource || uplink.direct_connect.as_ref() == Some(&resource))
            };
            let mut uplinks = self.uplinks.iter().filter(|(id, uplink)| wanted(id, uplink)).map(|(id, _)| id.clone());
            found.push((uplinks.next().unwrap_or_else(|| panic!("{} finds nothing", each.id)), each.id.clone()));
            assert!(uplinks.next().is_none(), "{} finds several", each.id);
        }
        for (id, known_as) in found {
            let uplink = self.uplinks.remove(&id).unwrap();
            self.uplinks.insert(known_as, uplink);
        }
    }

    fn transit(&mut self, resources: &[Resource]) {
        let of = |ty: &'static str| resources.iter().filter(move |each| each.ty == ty);
        for each in of("aws_ec2_transit_gateway_vpc_attachment") {
            let attachment = Attachment {
                gateway: each.must("transit_gateway_id"),
                vpc: each.must("vpc_id"),
                subnets: each.refs["subnet_ids"].clone(),
                six: each.is("ipv6_support", "enable"),
            };
            let zones: BTreeSet<&str> = attachment.subnets.iter().map(|id| self.subnets[id].zone.as_str()).collect();
            assert_eq!(zones.len(), attachment.subnets.len(), "{}: two subnets in a zone", each.id);
            let with_six = |id: &String| self.subnets[id].blocks.iter().any(|block| block.first.six);
            assert!(!attachment.six || attachment.subnets.iter().all(with_six), "{}: no addresses of IPv6 for its interfaces", each.id);
            self.attachments.insert(each.id.clone(), attachment);
        }
        for each in of("aws_ec2_transit_gateway_peering_attachment") {
            let (a, b) = (each.must("transit_gateway_id"), each.must("peer_transit_gateway_id"));
            let inside = resources.iter().filter(|gateway| gateway.id == a || gateway.id == b);
            let inside = inside.map(|gateway| &gateway.region).collect::<BTreeSet<_>>().len() == 1;
            let there = if inside { accepters(&each.id) } else { each.id.clone() };
            for (gateway, here, other, attachment) in [(&a, &each.id, &b, &there), (&b, &there, &a, &each.id)] {
                let crossing = Crossing { gateway: other.clone(), attachment: attachment.clone(), accepted: there.clone() };
                self.transit_peerings.insert((here.clone(), gateway.clone()), crossing);
            }
        }
        for each in of("aws_ec2_transit_gateway_peering_attachment_accepter") {
            let id = each.must("transit_gateway_attachment_id");
            self.accepted.insert(if each.is("same_region", "true") { accepters(&id) } else { id });
        }
        let mut gateway_of: BTreeMap<String, String> = BTreeMap::new();
        for each in of("aws_ec2_transit_gateway_route_table") {
            self.transit_tables.insert(each.id.clone(), Vec::new());
            gateway_of.insert(each.id.clone(), each.must("transit_gateway_id"));
        }
        for each in of("aws_ec2_transit_gateway_route_table_association") {
            let table = each.must("transit_gateway_route_table_id");
            let key = (gateway_of[&table].clone(), each.must("transit_gateway_attachment_id"));
            assert!(self.associations.insert(key, table).is_none(), "{}: associated twice", each.id);
        }
        for each in of("aws_ec2_transit_gateway_route_table_propagation") {
            let attachment = each.must("transit_gateway_attachment_id");
            let (gateway, source, blocks) = self.learnt(&attachment);
            let table = each.must("transit_gateway_route_table_id");
            assert_eq!(gateway, gateway_of[&table], "{}: of another gateway", each.id);
            let route = |block| TransitRoute { block, attachment: Some(attachment.clone()), source };
            self.transit_tables.get_mut(&table).unwrap().extend(blocks.into_iter().map(route));
        }
        for each in of("aws_ec2_transit_gateway_route") {
            let table = self.transit_tables.get_mut(&each.must("transit_gateway_route_table_id")).unwrap();
            let attachment = each.reference("transit_gateway_attachment_id");
            assert_eq!(attachment.is_none(), each.is("blackhole", "true"), "{}", each.id);
            let block = Block::parse(each.text("destination_cidr_block").unwrap());
            let again = table.iter().any(|other| other.source == Source::Fixed && other.block == block);
            assert!(!again, "{}: two static routes to one block", each.id);
            table.push(TransitRoute { block, attachment, source: Source::Fixed });
        }
    }

    /// What an attachment makes known: gateway, kind, ranges. Peerings make nothing known.
    fn learnt(&self, attachment: &str) -> (&str, Source, Vec<Block>) {
        if let Some(uplink) = self.uplinks.get(attachment) {
            let source = if uplink.direct_connect.is_some() { Source::DirectConnect } else { Source::Vpn };
            return (&uplink.gateway, source, uplink.heard.clone());
        }
        let found = self.attachments.get(attachment).unwrap_or_else(|| panic!("nothing is learnt from {attachment}"));
        let blocks = self.vpcs[&found.vpc].blocks.iter().filter(|block| found.six || !block.first.six);
        (&found.gateway, Source::Vpc, blocks.copied().collect())
    }

    /// Takes one route away; false where there is none.
    pub fn lose_a_route(&mut self, random: &mut Random) -> bool {
        let vpc_routes: Vec<(String, usize)> =
            self.tables.iter().flat_map(|(id, routes)| (0..routes.len()).map(move |ix| (id.clone(), ix))).collect();
        let transit: Vec<(String, usize)> =
            self.transit_tables.iter().flat_map(|(id, routes)| (0..routes.len()).map(move |ix| (id.clone(), ix))).collect();
        let number = vpc_routes.len() + transit.len();
        if number == 0 {
            return false;
        }
        let chosen = random.below(number);
        match vpc_routes.get(chosen) {
            Some((table, ix)) => drop(self.tables.get_mut(table).unwrap().remove(*ix)),
            None => {
                let (table, ix) = &transit[chosen - vpc_routes.len()];
                self.transit_tables.get_mut(table).unwrap().remove(*ix);
            }
        }
        true
    }
}

fn route_target(route: &Resource) -> Target {
    let target = |name: &str, make: fn(String) -> Target| route.reference(name).map(make);
    let found = [
        target("gateway_id", Target::Internet),
        target("egress_only_gateway_id", Target::EgressOnly),
        target("nat_gateway_id", Target::Nat),
        target("transit_gateway_id", Target::Transit),
        target("vpc_peering_connection_id", Target::Peering),
        target("vpc_endpoint_id", Target::Endpoint),
    ];
    let mut found: Vec<Target> = found.into_iter().flatten().collect();
    assert_eq!(found.len(), 1, "{}: one target is wanted: {route:#?}", route.id);
    found.remove(0)
}
