//! `vpc`: subnets, tables, gateways, endpoints, flow logs, attachments and routes.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::{IpNetwork, Ipv4Network, Ipv6Network};

use super::lower::{Lowering, New, TablePart, VpcParts, arn, join, list, object, policy, reference, service_trust, strings};
use super::*;
use crate::routing::{Edge, Ingress, Opening, TableOf, VpcRoute, VpcTable};
use crate::topology::{
    Attachment, DefaultRoute, Endpoint, FlowLogs, GatewayId, Ipv6, Ipv6Holder, Ipv6Range, Nat, Ports, PrivateDns, Protocol, RouteTarget,
    Rule, Subnet, SubnetGroup, Tags, Vpc, VpcId, nth_64,
};

pub(super) fn lower(cx: &mut Lowering<'_>) {
    for id in cx.topology.vpc_ids() {
        let vpc = cx.topology.vpc(id);
        let parts = match &vpc.existing {
            Some(existing) => VpcParts {
                id: cx.external(&existing.id),
                unit: None,
                tables: existing
                    .route_tables
                    .iter()
                    .enumerate()
                    .map(|(ix, table)| TablePart {
                        of: TableOf::Existing(ix),
                        path: root(vpc).kind("route_table").name(&(ix + 1).to_string()),
                        id: cx.external(table),
                    })
                    .collect(),
                subnets: Vec::new(),
                attachments: BTreeMap::new(),
                nats: BTreeMap::new(),
                firewalls: BTreeMap::new(),
                allowed: Vec::new(),
                internet_gateway: None,
                outbound: None,
            },
            None => network(cx, id, vpc),
        };
        cx.vpcs.insert(id, parts);
    }
}

fn root(vpc: &Vpc) -> Path {
    Path::new().kind("vpc").name(&vpc.name)
}

fn network(cx: &mut Lowering<'_>, id: VpcId, vpc: &Vpc) -> VpcParts {
    let unit = cx.unit(vpc.place, &format!("vpc-{}", vpc.name), root(vpc), || match &vpc.doc {
        Some(doc) => doc.lines().next().unwrap_or_default().to_owned(),
        None => format!("VPC {}: subnets, routing, attachments", vpc.name),
    });
    let name = cx.prefixed(&vpc.name);
    let amazon = vpc.ipv6.is_some_and(|(range, _)| range == Ipv6Range::Amazon);
    let ipv6 = amazon.then(|| ("amazon_provided_ipv6_cidr_block", true.into()));
    let mut cidrs = vpc.cidrs();
    let primary = cidrs.next().map(|cidr| cidr.to_string()).unwrap_or_default();
    let made = cx.add(
        New::of(
            "ec2.vpc",
            unit,
            root(vpc),
            vpc.span,
            [("cidr_block", primary.into()), ("enable_dns_hostnames", vpc.dns.into()), ("enable_dns_support", vpc.dns.into())]
                .into_iter()
                .chain(ipv6)
                .collect(),
        )
        .named(name.clone(), &vpc.tags)
        .doc(&vpc.doc),
    );
    cx.add(
        New::of("ec2.default_security_group", unit, root(vpc), vpc.span, vec![("vpc_id", reference(made))])
            .role("default_security_group")
            .named(format!("{name}-default-closed"), &vpc.tags),
    );
    let secondary: Vec<(Ipv4Network, ResourceId)> = cidrs
        .map(|cidr| {
            let path = root(vpc).kind("cidr").name(&cidr.to_string());
            (
                cidr,
                cx.add(New::of(
                    "ec2.vpc_cidr_block",
                    unit,
                    path,
                    vpc.span,
                    vec![("vpc_id", reference(made)), ("cidr_block", cidr.to_string().into())],
                )),
            )
        })
        .collect();
    let ipv6 = ipv6_range(cx, id, vpc, unit, made);
    let mut parts = VpcParts {
        id: reference(made),
        unit: Some(unit),
        tables: Vec::new(),
        subnets: Vec::new(),
        attachments: BTreeMap::new(),
        nats: BTreeMap::new(),
        firewalls: BTreeMap::new(),
        allowed: Vec::new(),
        internet_gateway: None,
        outbound: None,
    };
    if wants_internet(vpc) {
        let gateway =
            New::of("ec2.internet_gateway", unit, root(vpc), vpc.span, vec![("vpc_id", reference(made))]).role("internet_gateway");
        parts.internet_gateway = Some(cx.add(gateway.named(name.clone(), &vpc.tags)));
    }
    let goes_out = |route: &VpcRoute| route.target == RouteTarget::Outbound;
    if cx.routing.vpcs[id.0 as usize].iter().flat_map(|table| &table.routes).any(goes_out) {
        let gateway = New::of("ec2.egress_only_internet_gateway", unit, root(vpc), vpc.span, vec![("vpc_id", reference(made))])
            .role("egress_only_internet_gateway");
        parts.outbound = Some(cx.add(gateway.named(name.clone(), &vpc.tags)));
    }
    let mut inside = Inside { cx, id, vpc, unit, made, secondary: &secondary, ipv6, name: &name };
    let groups: Vec<Vec<ResourceId>> = vpc.subnets.iter().map(|group| inside.group(group, &mut parts)).collect();
    inside.nats(&groups, &mut parts);
    let routing = inside.cx.routing;
    for table in &routing.vpcs[id.0 as usize] {
        if let TableOf::Group(ix) = table.of {
            let group = &vpc.subnets[ix];
            let subnets = group.subnets.iter().zip(groups[ix].iter().copied()).map(|(subnet, id)| (&*subnet.zone.letter, id));
            let tags = super::tags_over(&vpc.tags, &group.tags);
            let owner = Owner { path: inside.group_path(group), name: format!("{name}-{}", group.name), tags: &tags, span: group.span };
            inside.table(table, owner, subnets, &mut parts);
        }
    }
    for attachment in &vpc.attachments {
        inside.attachment(attachment, &groups, &mut parts);
    }
    inside.endpoints(&groups, &parts);
    inside.flow_logs();
    for ingress in routing.ingress.iter().filter(|ingress| ingress.vpc == id) {
        inside.allowed(ingress, &mut parts);
    }
    super::firewall::lower(cx, id, unit, &groups, &mut parts);
    parts
}

/// The /56 that a VPC takes from a pool of AWS.
fn ipv6_range(cx: &mut Lowering<'_>, id: VpcId, vpc: &Vpc, unit: UnitId, made: ResourceId) -> Option<(Ipv6Network, ResourceId)> {
    let (Ipv6Range::Pool(pool, Some(range)), span) = vpc.ipv6? else { return None };
    let region = cx.region(vpc.place);
    let (_, holder) = cx.topology.ipv6_pools[pool as usize].holders.iter().find(|(of, _)| *of == region)?;
    let holder = match holder {
        Ipv6Holder::Byoip(id) => ("ipv6_pool", cx.external(id)),
        Ipv6Holder::Ipam(id) => ("ipv6_ipam_pool_id", cx.external(id)),
    };
    let props: Props = vec![("ipv6_cidr_block", range.to_string().into()), holder, ("vpc_id", reference(made))];
    let path = root(cx.topology.vpc(id)).kind("ipv6");
    Some((range, cx.add(New::of("ec2.vpc_ipv6_cidr_block", unit, path, span, props))))
}

/// An internet gateway is there when a subnet or a route leads to it, or a NAT gateway needs it.
fn wants_internet(vpc: &Vpc) -> bool {
    vpc.nat != Nat::None
        || vpc.subnets.iter().any(|group| group.route == DefaultRoute::Internet)
        || vpc.routes.iter().chain(vpc.subnets.iter().flat_map(|group| &group.routes)).any(|route| route.target == RouteTarget::Internet)
}

/// Whose subnets follow a route table, and what the table is called after.
struct Owner<'o> {
    path: Path,
    name: String,
    tags: &'o Tags,
    span: Span,
}

/// What is made inside one VPC.
struct Inside<'x, 't, 'v> {
    cx: &'x mut Lowering<'t>,
    id: VpcId,
    vpc: &'v Vpc,
    unit: UnitId,
    made: ResourceId,
    secondary: &'v [(Ipv4Network, ResourceId)],
    /// Its /56 from a pool, and what gives it.
    ipv6: Option<(Ipv6Network, ResourceId)>,
    name: &'v str,
}

impl Inside<'_, '_, '_> {
    fn subnet(&mut self, path: Path, subnet: &Subnet, name: String, tags: &Tags, public_ip: bool, span: Span) -> ResourceId {
        let cidr = subnet.cidr.map(|cidr| cidr.to_string()).unwrap_or_default();
        // A subnet in a secondary range waits for that range.
        let range = subnet.cidr.and_then(|cidr| self.secondary.iter().find(|(range, _)| range.contains(cidr.network())));
        let mut props: Props = vec![
            ("availability_zone_id", subnet.zone.id.as_str().into()),
            ("cidr_block", cidr.into()),
            ("map_public_ip_on_launch", public_ip.into()),
            ("vpc_id", reference(self.made)),
        ];
        let mut ipv6 = None;
        if let Ipv6::Nth(number) = subnet.ipv6 {
            props.push(("assign_ipv6_address_on_creation", true.into()));
            props.push(match self.ipv6 {
                Some((range, _)) => ("ipv6_cidr_block", nth_64(range, number).to_string().into()),
                None => ("ipv6_cidr_block", Value::Subnet64(self.made, number)),
            });
            ipv6 = self.ipv6.map(|(_, given)| given);
        }
        self.cx.add(New::of("ec2.subnet", self.unit, path, span, props).named(name, tags).after(range.map(|(_, id)| *id)).after(ipv6))
    }

    fn group(&mut self, group: &SubnetGroup, parts: &mut VpcParts) -> Vec<ResourceId> {
        let tags = super::tags_over(&self.vpc.tags, &group.tags);
        group
            .subnets
            .iter()
            .map(|subnet| {
                let path = self.group_path(group).name(&subnet.zone.letter);
                let name = format!("{}-{}-{}", self.name, group.name, subnet.zone.letter);
                let id = self.subnet(path.clone(), subnet, name, &tags, group.public_ip, group.span);
                if let Some(doc) = &group.doc {
                    self.cx.graph.resources[id.0 as usize].doc = Some(doc.clone());
                }
                parts.subnets.push((path, id));
                id
            })
            .collect()
    }

    fn group_path(&self, group: &SubnetGroup) -> Path {
        root(self.vpc).kind("subnet").name(&group.name)
    }

    /// NAT gateways stand in public subnets, one a zone or one in all.
    fn nats(&mut self, groups: &[Vec<ResourceId>], parts: &mut VpcParts) {
        if self.vpc.nat == Nat::None {
            return;
        }
        let public: Vec<(String, ResourceId)> = self
            .vpc
            .zones
            .iter()
            .filter_map(|zone| {
                self.vpc.subnets.iter().zip(groups).filter(|(group, _)| group.route == DefaultRoute::Internet).find_map(|(group, ids)| {
                    let ix = group.subnets.iter().position(|subnet| subnet.zone == *zone)?;
                    Some((zone.letter.clone(), ids[ix]))
                })
            })
            .collect();
        let wanted = if self.vpc.nat == Nat::Single { &public[..public.len().min(1)] } else { &public[..] };
        for (zone, subnet) in wanted {
            let path = |kind| root(self.vpc).kind(kind).name(zone);
            let name = format!("{}-nat-{zone}", self.name);
            let eip = self.cx.add(
                New::of("ec2.eip", self.unit, path("nat_eip"), self.vpc.span, vec![("domain", "vpc".into())])
                    .named(name.clone(), &self.vpc.tags)
                    .after(parts.internet_gateway),
            );
            let nat = self.cx.add(
                New::of(
                    "ec2.nat_gateway",
                    self.unit,
                    path("nat_gateway"),
                    self.vpc.span,
                    vec![("allocation_id", reference(eip)), ("subnet_id", reference(*subnet))],
                )
                .named(name, &self.vpc.tags)
                .after(parts.internet_gateway),
            );
            parts.nats.insert(zone.clone(), nat);
        }
    }

    /// A route table for the subnets that follow it: all of its owner's, or that of its zone.
    fn table<'s>(
        &mut self,
        table: &VpcTable,
        owner: Owner<'_>,
        subnets: impl Iterator<Item = (&'s str, ResourceId)>,
        parts: &mut VpcParts,
    ) {
        let (path, name) = match &table.zone {
            Some(zone) => (owner.path.clone().name(zone), format!("{}-{zone}", owner.name)),
            None => (owner.path.clone(), owner.name),
        };
        let made = self.cx.add(
            New::of("ec2.route_table", self.unit, path.clone(), owner.span, vec![("vpc_id", reference(self.made))])
                .role("route_table")
                .named(name, owner.tags),
        );
        for (zone, subnet) in subnets {
            if table.zone.as_ref().is_none_or(|own| own == zone) {
                self.associate(owner.path.clone().name(zone), subnet, made, owner.span);
            }
        }
        parts.tables.push(TablePart { of: table.of, path, id: reference(made) });
    }

    fn associate(&mut self, path: Path, subnet: ResourceId, table: ResourceId, span: Span) {
        self.cx.add(
            New::of(
                "ec2.subnet_route_table_association",
                self.unit,
                path,
                span,
                vec![("route_table_id", reference(table)), ("subnet_id", reference(subnet))],
            )
            .role("route_table_association"),
        );
    }

    fn attachment(&mut self, attachment: &Attachment, groups: &[Vec<ResourceId>], parts: &mut VpcParts) {
        let gateway = self.cx.topology.gateway(attachment.gateway);
        let ids = self.cx.gateways[&attachment.gateway].clone();
        let path = || root(self.vpc).name("attach").name(&gateway.name);
        let name = format!("{}-{}", self.name, gateway.name);
        let tags = super::tags_over(&self.vpc.tags, &attachment.tags);
        let subnets: Vec<ResourceId> = match attachment.group {
            Some(ix) => groups[ix].clone(),
            None => {
                let made: Vec<ResourceId> = attachment
                    .dedicated
                    .iter()
                    .map(|subnet| {
                        self.subnet(
                            path().name(&subnet.zone.letter),
                            subnet,
                            format!("{name}-{}", subnet.zone.letter),
                            &tags,
                            false,
                            attachment.span,
                        )
                    })
                    .collect();
                let routing = self.cx.routing;
                let of = TableOf::Attachment(attachment.gateway);
                for table in routing.vpcs[self.id.0 as usize].iter().filter(|table| table.of == of) {
                    let subnets = attachment.dedicated.iter().zip(made.iter().copied()).map(|(subnet, id)| (&*subnet.zone.letter, id));
                    let owner = Owner { path: path(), name: name.clone(), tags: &tags, span: attachment.span };
                    self.table(table, owner, subnets, parts);
                }
                made
            }
        };
        let enable = |on: bool| Value::from(if on { "enable" } else { "disable" });
        let mut props: Props = vec![
            ("appliance_mode_support", enable(self.cx.topology.appliance_mode(self.id, attachment))),
            ("default_route_table_association", ids.associates.into()),
            ("default_route_table_propagation", ids.propagates.into()),
            ("dns_support", enable(true)),
            ("subnet_ids", list(subnets.into_iter().map(reference))),
            ("transit_gateway_id", ids.id.clone()),
            ("vpc_id", reference(self.made)),
        ];
        // A range that nobody knows beforehand is routed nowhere, so the gateway need not learn it.
        let given = self.ipv6.map(|(_, given)| given);
        if given.is_some() {
            props.push(("ipv6_support", enable(true)));
        }
        let new = New::of("ec2.transit_gateway_vpc_attachment", self.unit, path(), attachment.span, props);
        let made = self.cx.add(new.named(name, &tags).after(given));
        let routing = self.cx.routing;
        let vpc = Edge::Vpc(self.id);
        for (table, id) in routing.gateways[attachment.gateway.0 as usize].iter().zip(&ids.tables) {
            let Some(id) = id else { continue };
            let props = || vec![("transit_gateway_attachment_id", reference(made)), ("transit_gateway_route_table_id", id.clone())];
            if table.associated.contains(&vpc) && !ids.associates {
                self.cx.add(
                    New::of("ec2.transit_gateway_route_table_association", self.unit, path(), attachment.span, props()).role("association"),
                );
            }
            if table.propagated.contains(&vpc) && !ids.propagates {
                let path = super::transit_gateway::inside_table(path(), self.cx.topology, attachment.gateway, table.name);
                self.cx.add(
                    New::of("ec2.transit_gateway_route_table_propagation", self.unit, path, attachment.span, props()).role("propagation"),
                );
            }
        }
        parts.attachments.insert(attachment.gateway, made);
    }

    fn endpoints(&mut self, groups: &[Vec<ResourceId>], parts: &VpcParts) {
        let interfaces = self.vpc.endpoints.iter().any(|endpoint| !endpoint.gateway);
        let group = interfaces.then(|| self.endpoint_security_group());
        // Gateway endpoints first: AWS wants one there before an interface leaves the VPC's own queries to it.
        let mut gateways: BTreeMap<&str, ResourceId> = BTreeMap::new();
        let (first, then): (Vec<&Endpoint>, Vec<&Endpoint>) = self.vpc.endpoints.iter().partition(|endpoint| endpoint.gateway);
        for endpoint in first.into_iter().chain(then) {
            let path = root(self.vpc).kind("endpoint").name(&endpoint.service);
            let mut props: Props = vec![
                ("service_name", endpoint.service_name.as_str().into()),
                ("vpc_endpoint_type", if endpoint.gateway { "Gateway" } else { "Interface" }.into()),
                ("vpc_id", reference(self.made)),
            ];
            let mut name = format!("{}-{}", self.name, endpoint.service);
            let mut role = "";
            let mut after = None;
            if endpoint.gateway {
                props.push((
                    "route_table_ids",
                    list(parts.tables.iter().filter(|table| matches!(table.of, TableOf::Group(_))).map(|table| table.id.clone())),
                ));
            } else {
                let subnets = endpoint.group.map(|ix| groups[ix].clone()).unwrap_or_default();
                let inbound = endpoint.private_dns == PrivateDns::Inbound;
                if endpoint.has_sibling() {
                    (role, name) = ("interface", format!("{name}-interface"));
                    // Left unsaid it is on, and AWS refuses that where there is no gateway endpoint.
                    if endpoint.private_dns != PrivateDns::Off {
                        let options = vec![("private_dns_only_for_inbound_resolver_endpoint", inbound.into())];
                        props.push(("dns_options", Value::Struct(options)));
                    }
                }
                after = gateways.get(endpoint.service.as_str()).copied().filter(|_| inbound);
                props.push(("private_dns_enabled", (endpoint.private_dns != PrivateDns::Off).into()));
                props.push(("security_group_ids", list(group.map(reference))));
                props.push(("subnet_ids", list(subnets.into_iter().map(reference))));
            }
            let tags = super::tags_over(&self.vpc.tags, &endpoint.tags);
            let new = New::of("ec2.vpc_endpoint", self.unit, path, endpoint.span, props).role(role).named(name, &tags).after(after);
            let made = self.cx.add(new);
            if endpoint.gateway {
                gateways.insert(&endpoint.service, made);
            }
        }
    }

    /// HTTPS from inside the VPC, nothing else.
    fn endpoint_security_group(&mut self) -> ResourceId {
        let ingress =
            list(self.vpc.cidrs().map(|cidr| rule_of(&cidr.to_string(), "HTTPS from the VPC".to_owned(), "tcp", Some((443, 443)))));
        let props: Props = vec![
            ("description", format!("Interface endpoints of {}", self.name).into()),
            ("egress", nothing_goes_out()),
            ("ingress", ingress),
            ("vpc_id", reference(self.made)),
        ];
        let name = format!("{}-endpoints", self.name);
        self.cx.add(
            New::of("ec2.security_group", self.unit, root(self.vpc), self.vpc.span, props).role("endpoints").named(name, &self.vpc.tags),
        )
    }

    /// What rules open here. It stands beside the groups that workloads have of their own.
    fn allowed(&mut self, ingress: &Ingress, parts: &mut VpcParts) {
        let topology = self.cx.topology;
        let group = ingress.group.map(|ix| &self.vpc.subnets[ix]);
        let (path, name, tags, what) = match group {
            Some(group) => {
                let tags = super::tags_over(&self.vpc.tags, &group.tags);
                (self.group_path(group), format!("{}-{}", self.name, group.name), tags, format!("{}/{}", self.vpc.name, group.name))
            }
            None => (root(self.vpc), self.name.to_owned(), self.vpc.tags.clone(), self.vpc.name.clone()),
        };
        let rule = |opening: &Opening| {
            let (protocol, ports) = match opening.ports {
                None => ("-1", None),
                Some(Ports { protocol: Protocol::Icmp, .. }) => ("icmp", Some((-1, -1))),
                Some(Ports { protocol: Protocol::Tcp, first, last }) => ("tcp", Some((first.into(), last.into()))),
                Some(Ports { protocol: Protocol::Udp, first, last }) => ("udp", Some((first.into(), last.into()))),
            };
            rule_of(&opening.from.to_string(), reason(&topology.rules[opening.rule]), protocol, ports)
        };
        let props: Props = vec![
            ("description", format!("Who may start connections to {what}").into()),
            ("egress", nothing_goes_out()),
            ("ingress", list(ingress.opens.iter().map(rule))),
            ("vpc_id", reference(self.made)),
        ];
        let span = ingress.opens.first().map_or(self.vpc.span, |opening| topology.rules[opening.rule].span);
        let made = self.cx.add(
            New::of("ec2.security_group", self.unit, path.clone(), span, props).role("allowed").named(format!("{name}-allowed"), &tags),
        );
        parts.allowed.push((path, what, made));
    }

    fn flow_logs(&mut self) {
        let place = self.vpc.place;
        let mut props: Props =
            vec![("max_aggregation_interval", Value::Int(60)), ("resource_id", reference(self.made)), ("traffic_type", "ALL".into())];
        match self.vpc.flow_logs {
            FlowLogs::Off => return,
            FlowLogs::Bucket { bucket, .. } => {
                // What stands elsewhere is named without asking there.
                let of = self.cx.topology.bucket(bucket);
                let here = of.place == place;
                let destination = if here { Value::Ref(self.cx.buckets[&bucket], "arn") } else { super::bucket::arn_of(self.cx, of, "") };
                props.push(("log_destination", destination));
                props.push(("log_destination_type", "s3".into()));
            }
            FlowLogs::CloudWatch { retention, .. } => {
                let group_name = format!("/{}/vpc/{}/flow-logs", self.cx.topology.prefix, self.vpc.name);
                let log_group = self.cx.add(
                    New::of(
                        "logs.log_group",
                        self.unit,
                        root(self.vpc),
                        self.vpc.span,
                        vec![
                            ("kms_key_id", Value::Ref(self.cx.logs_keys[&place], "arn")),
                            ("log_group_name", group_name.as_str().into()),
                            ("retention_in_days", Value::Int(retention as i64)),
                        ],
                    )
                    .role("flow_log")
                    .named(format!("{}-flow-logs", self.name), &self.vpc.tags)
                    .stateful(),
                );
                let group_arn = || {
                    arn([
                        Value::Partition(place),
                        format!(":logs:{}:", self.cx.region(place)).into(),
                        Value::AccountId(place),
                        join([format!(":log-group:{group_name}").into()]),
                    ])
                };
                let write = object([
                    ("Effect", "Allow".into()),
                    ("Action", strings(&["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"])),
                    ("Resource", list([group_arn(), join([group_arn(), ":*".into()])])),
                ]);
                let role = self.cx.add(
                    New::of(
                        "iam.role",
                        self.unit,
                        root(self.vpc),
                        self.vpc.span,
                        vec![
                            ("assume_role_policy_document", service_trust("vpc-flow-logs.amazonaws.com", place)),
                            ("description", format!("Writes the flow logs of {} in {}", self.name, self.cx.region(place)).into()),
                            (
                                "policies",
                                list([Value::Struct(vec![
                                    ("policy_document", policy(vec![write])),
                                    ("policy_name", "write-flow-logs".into()),
                                ])]),
                            ),
                        ],
                    )
                    .role("flow_log")
                    .named(format!("{}-flow-logs", self.name), &self.vpc.tags),
                );
                props.push(("deliver_logs_permission_arn", Value::Ref(role, "arn")));
                props.push(("log_destination", Value::Ref(log_group, "arn")));
                props.push(("log_destination_type", "cloud-watch-logs".into()));
            }
        }
        let name = format!("{}-flow-logs", self.name);
        let new = New::of("ec2.flow_log", self.unit, root(self.vpc), self.vpc.span, props).role("flow_log").named(name, &self.vpc.tags);
        // Log delivery is allowed by the bucket's policy, which must be there first.
        let bucket = match self.vpc.flow_logs {
            FlowLogs::Bucket { bucket, .. } => self.cx.buckets.get(&bucket).copied(),
            _ => None,
        };
        self.cx.add(new.after(bucket));
    }
}

/// CloudFormation keeps AWS's rule that lets everything out unless another one is there.
fn nothing_goes_out() -> Value {
    list([rule_of("127.0.0.1/32", "Nothing goes out by this group".to_owned(), "-1", None)])
}

/// A rule of a security group. With all protocols there are no ports.
fn rule_of(cidr: &str, description: String, protocol: &'static str, ports: Option<(i64, i64)>) -> Value {
    let family = if cidr.contains(':') { "cidr_ipv6" } else { "cidr_ip" };
    let mut rule: Props = vec![(family, cidr.into()), ("description", description.into())];
    rule.extend(ports.map(|(first, _)| ("from_port", Value::Int(first))));
    rule.push(("ip_protocol", protocol.into()));
    rule.extend(ports.map(|(_, last)| ("to_port", Value::Int(last))));
    Value::Struct(rule)
}

/// Why a rule is there, in the characters that AWS takes and no more of them.
fn reason(rule: &Rule) -> String {
    let text = match &rule.doc {
        Some(doc) => doc.lines().next().unwrap_or_default().trim().to_owned(),
        None => format!("From {}", if rule.both { format!("{} and {}", rule.from.shown, rule.to.shown) } else { rule.from.shown.clone() }),
    };
    let taken = |c: char| c.is_ascii_alphanumeric() || " ._-:/()#,@[]+=&;{}!$*".contains(c);
    text.chars().map(|c| if taken(c) { c } else { ' ' }).take(255).collect::<String>().trim().to_owned()
}

/// Routes of every table. Those over a VPC peering come in units of their own, since the peering is
/// made after the VPCs.
pub(super) fn routes(cx: &mut Lowering<'_>) {
    let routing = cx.routing;
    for id in cx.topology.vpc_ids() {
        let vpc = cx.topology.vpc(id);
        let parts = cx.vpcs[&id].clone();
        for (table, part) in routing.vpcs[id.0 as usize].iter().zip(&parts.tables) {
            let mut lists = BTreeSet::new();
            for each in &table.routes {
                // One route leads to all of a list.
                if each.list.is_none_or(|list| lists.insert(list)) {
                    route(cx, vpc, &parts, table, part, each);
                }
            }
        }
    }
}

fn route(cx: &mut Lowering<'_>, vpc: &Vpc, parts: &VpcParts, table: &VpcTable, part: &TablePart, route: &VpcRoute) {
    let (name, destination) = match route.list {
        Some(list) => {
            let made = reference(cx.prefix_lists[list.0 as usize]);
            (cx.topology.prefix_list(list).name.clone(), ("destination_prefix_list_id", made))
        }
        None => {
            let range = route.destination.to_string();
            let family = if route.destination.is_ipv4() { "destination_cidr_block" } else { "destination_ipv6_cidr_block" };
            (range.clone(), (family, range.into()))
        }
    };
    let path = part.path.clone().kind("route").name(&name);
    let mut props: Props = vec![destination];
    let mut after = None;
    let mut unit = parts.unit;
    match route.target {
        RouteTarget::Internet => {
            props.push(("gateway_id", reference(parts.internet_gateway.expect("a route to the internet makes a gateway"))));
        }
        RouteTarget::Outbound => {
            let Some(gateway) = parts.outbound else { return };
            props.push(("egress_only_internet_gateway_id", reference(gateway)));
        }
        RouteTarget::Nat => {
            let own = table.zone.as_ref().and_then(|zone| parts.nats.get(zone));
            // A check has reported a zone without one.
            let Some(nat) = own.or_else(|| parts.nats.values().next()) else { return };
            props.push(("nat_gateway_id", reference(*nat)));
        }
        RouteTarget::Firewall(id, zone) => {
            // A check has reported a zone without one.
            let Some(firewall) = parts.firewalls.get(&(id, vpc.zones[zone].letter.clone())) else { return };
            props.push(("vpc_endpoint_id", Value::Ref(*firewall, "endpoint_id")));
        }
        RouteTarget::Gateway(id) => {
            props.push(("transit_gateway_id", gateway_id(cx, id)));
            // AWS refuses a route to a gateway that the VPC is not attached to.
            after = parts.attachments.get(&id).copied();
        }
        RouteTarget::Peering(id) => {
            let Some(peering) = cx.peerings.get(&id) else { return };
            props.push(("vpc_peering_connection_id", reference(peering.accepted)));
            unit = Some(super::peering::routes_unit(cx, vpc.place));
        }
    }
    props.push(("route_table_id", part.id.clone()));
    let Some(unit) = unit else { return };
    // Inside the VPC's range AWS takes the range of a subnet only, and only once it is there.
    let inside = vpc.cidrs().any(|range| IpNetwork::from(range).contains(route.destination.ip()));
    let mut subnets = parts.subnets.iter().map(|(_, id)| *id).filter(|_| inside);
    let subnet = subnets.find(|id| has_range(cx, *id, route.destination));
    // In the place's module wherever it leads: with another target it is still the same route.
    cx.add(New::of("ec2.route", unit, path, route.span, props).after(after).after(subnet));
}

fn has_range(cx: &Lowering<'_>, subnet: ResourceId, range: IpNetwork) -> bool {
    let props = &cx.graph.resource(subnet).props;
    props.iter().any(|(name, value)| *name == "cidr_block" && matches!(value, Value::Str(own) if own.parse() == Ok(range)))
}

fn gateway_id(cx: &Lowering<'_>, id: GatewayId) -> Value {
    cx.gateways[&id].id.clone()
}
