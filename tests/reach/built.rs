//! Resources of a target, with references as ids, to the network that they make.

use std::collections::{BTreeMap, BTreeSet};

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

    fn reference(&self, name: &str) -> Option<String> {
        self.refs.get(name)?.first().cloned()
    }

    fn must(&self, name: &str) -> String {
        self.reference(name).unwrap_or_else(|| panic!("{} {} has no {name}: {self:#?}", self.ty, self.id))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    pub first: u32,
    pub last: u32,
}

impl Block {
    pub fn parse(text: &str) -> Block {
        let (address, bits) = text.split_once('/').unwrap();
        let first = u32::from(address.parse::<std::net::Ipv4Addr>().unwrap());
        let size = 1u64 << (32 - bits.parse::<u32>().unwrap());
        assert_eq!(u64::from(first) % size, 0, "{text}");
        Block { first, last: (u64::from(first) + size - 1) as u32 }
    }

    pub fn has(&self, address: u32) -> bool {
        self.first <= address && address <= self.last
    }

    pub fn size(&self) -> u32 {
        self.last - self.first
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Internet(String),
    Nat(String),
    Transit(String),
    Peering(String),
    Endpoint(String),
}

#[derive(Debug, Default)]
pub struct Vpc {
    pub blocks: Vec<Block>,
    pub internet_gateways: BTreeSet<String>,
}

#[derive(Debug)]
pub struct Subnet {
    pub label: String,
    pub vpc: String,
    pub zone: String,
    pub block: Block,
    pub table: Option<String>,
}

#[derive(Debug)]
pub struct Attachment {
    pub gateway: String,
    pub vpc: String,
    pub subnets: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Route {
    pub block: Block,
    pub target: Target,
    /// From a prefix list: a route to the same block alone goes before it.
    pub listed: bool,
}

/// A route of a gateway: None drops.
#[derive(Clone, Debug)]
pub struct TransitRoute {
    pub block: Block,
    pub attachment: Option<String>,
    pub fixed: bool,
}

#[derive(Debug, Default)]
pub struct Network {
    pub vpcs: BTreeMap<String, Vpc>,
    pub subnets: BTreeMap<String, Subnet>,
    pub tables: BTreeMap<String, Vec<Route>>,
    pub nats: BTreeMap<String, String>,
    pub firewalls: BTreeMap<String, String>,
    pub attachments: BTreeMap<String, Attachment>,
    pub transit_peerings: BTreeMap<String, (String, String)>,
    pub vpc_peerings: BTreeMap<String, (String, String)>,
    pub accepted: BTreeSet<String>,
    pub transit_tables: BTreeMap<String, Vec<TransitRoute>>,
    /// By gateway and attachment.
    pub associations: BTreeMap<(String, String), String>,
}

impl Network {
    pub fn new(resources: &[Resource]) -> Network {
        let mut network = Network::default();
        let of = |ty: &'static str| resources.iter().filter(move |each| each.ty == ty);
        for each in of("aws_vpc") {
            let block = Block::parse(each.text("cidr_block").unwrap());
            network.vpcs.insert(each.id.clone(), Vpc { blocks: vec![block], ..Vpc::default() });
        }
        for each in of("aws_vpc_ipv4_cidr_block_association") {
            network.vpcs.get_mut(&each.must("vpc_id")).unwrap().blocks.push(Block::parse(each.text("cidr_block").unwrap()));
        }
        for each in of("aws_internet_gateway") {
            if let Some(vpc) = each.reference("vpc_id") {
                network.vpcs.get_mut(&vpc).unwrap().internet_gateways.insert(each.id.clone());
            }
        }
        for each in of("aws_internet_gateway_attachment") {
            let vpc = network.vpcs.get_mut(&each.must("vpc_id")).unwrap();
            vpc.internet_gateways.insert(each.must("internet_gateway_id"));
        }
        for each in of("aws_subnet") {
            let subnet = Subnet {
                label: format!("{}/{}", each.region, each.name),
                vpc: each.must("vpc_id"),
                zone: each.text("availability_zone_id").unwrap().to_owned(),
                block: Block::parse(each.text("cidr_block").unwrap()),
                table: None,
            };
            network.subnets.insert(each.id.clone(), subnet);
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
                None => vec![Block::parse(each.text("destination_cidr_block").unwrap())],
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
        network.transit(resources);
        network
    }

    fn transit(&mut self, resources: &[Resource]) {
        let of = |ty: &'static str| resources.iter().filter(move |each| each.ty == ty);
        for each in of("aws_ec2_transit_gateway_vpc_attachment") {
            let attachment =
                Attachment { gateway: each.must("transit_gateway_id"), vpc: each.must("vpc_id"), subnets: each.refs["subnet_ids"].clone() };
            self.attachments.insert(each.id.clone(), attachment);
        }
        for each in of("aws_ec2_transit_gateway_peering_attachment") {
            let ends = (each.must("transit_gateway_id"), each.must("peer_transit_gateway_id"));
            self.transit_peerings.insert(each.id.clone(), ends);
        }
        for each in of("aws_ec2_transit_gateway_peering_attachment_accepter") {
            self.accepted.insert(each.must("transit_gateway_attachment_id"));
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
            let blocks = self.vpcs[&self.attachments[&attachment].vpc].blocks.clone();
            let table = self.transit_tables.get_mut(&each.must("transit_gateway_route_table_id")).unwrap();
            table.extend(blocks.into_iter().map(|block| TransitRoute { block, attachment: Some(attachment.clone()), fixed: false }));
        }
        for each in of("aws_ec2_transit_gateway_route") {
            let table = self.transit_tables.get_mut(&each.must("transit_gateway_route_table_id")).unwrap();
            let attachment = each.reference("transit_gateway_attachment_id");
            assert_eq!(attachment.is_none(), each.text("blackhole") == Some("true"), "{}", each.id);
            let block = Block::parse(each.text("destination_cidr_block").unwrap());
            assert!(table.iter().all(|other| !other.fixed || other.block != block), "{}: two static routes to one block", each.id);
            table.push(TransitRoute { block, attachment, fixed: true });
        }
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
        target("nat_gateway_id", Target::Nat),
        target("transit_gateway_id", Target::Transit),
        target("vpc_peering_connection_id", Target::Peering),
        target("vpc_endpoint_id", Target::Endpoint),
    ];
    let mut found: Vec<Target> = found.into_iter().flatten().collect();
    assert_eq!(found.len(), 1, "{}: one target is wanted: {route:#?}", route.id);
    found.remove(0)
}
