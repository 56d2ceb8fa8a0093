//! The Terraform of a network in two regions, and whether it is well made.
//!
//! `MRC_TF_OUT=/tmp/tf-out cargo test --test terraform_backend` leaves the files there, for the
//! conformance kit.

use mrc::backend::Previous;
use mrc::backend::terraform::{Files, Options, emit};
use mrc::graph::{Graph, Parameter, Part, Path, Place, PlaceId, Props, Published, Resource, ResourceId, Unit, UnitId, Value};
use mrc::source::{FileId, Span};

#[test]
fn a_network_in_two_regions() {
    let files = emit(&network(), &Options::default(), &Previous::none()).expect("it can be written");
    if let Ok(folder) = std::env::var("MRC_TF_OUT") {
        for (path, bytes) in &files {
            let path = std::path::Path::new(&folder).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
    for (path, text) in hcl_files(&files) {
        if let Err(problem) = hcl::parse(text) {
            panic!("{path}: {problem}\n{text}");
        }
    }
}

fn hcl_files(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files.iter().filter(|(path, _)| path.ends_with(".tf")).map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

const EU: PlaceId = PlaceId(0);
const US: PlaceId = PlaceId(1);
const PLACES: [PlaceId; 2] = [EU, US];

/// A graph under construction: ids are positions at first, and put in order at the end.
struct Draft {
    graph: Graph,
}

impl Draft {
    fn unit(&mut self, place: PlaceId, purpose: &str, root: &'static str) -> UnitId {
        self.graph.units.push(Unit {
            place,
            purpose: purpose.to_owned(),
            root: path(root),
            description: format!("The {purpose} of {}.", self.graph.place(place).slug),
        });
        UnitId(self.graph.units.len() as u32 - 1)
    }

    fn add(&mut self, unit: UnitId, ty: &'static str, at: &str, role: &'static str, props: Props) -> ResourceId {
        let place = self.graph.unit(unit).place;
        self.graph.resources.push(Resource {
            ty,
            place,
            unit,
            path: path(at),
            role,
            interconnect: false,
            props,
            tags: Vec::new(),
            depends_on: Vec::new(),
            doc: None,
            stateful: false,
            span: SPAN,
        });
        ResourceId(self.graph.resources.len() as u32 - 1)
    }

    fn edit(&mut self, id: ResourceId) -> &mut Resource {
        &mut self.graph.resources[id.0 as usize]
    }

    fn name(&mut self, id: ResourceId, name: &str) -> ResourceId {
        self.edit(id).tags = vec![("Name".to_owned(), name.into())];
        id
    }

    fn join(&mut self, id: ResourceId) -> ResourceId {
        self.edit(id).interconnect = true;
        id
    }

    fn keep(&mut self, id: ResourceId) -> ResourceId {
        self.edit(id).stateful = true;
        id
    }

    fn after(&mut self, id: ResourceId, other: ResourceId) -> ResourceId {
        self.edit(id).depends_on.push(other);
        id
    }

    fn finish(mut self) -> Graph {
        let mut order: Vec<usize> = (0..self.graph.resources.len()).collect();
        let key = |ix: &usize| {
            let resource = &self.graph.resources[*ix];
            (resource.place, resource.unit, resource.path.clone(), resource.role, resource.ty)
        };
        order.sort_by_key(key);
        let mut new = vec![ResourceId(0); order.len()];
        for (position, ix) in order.iter().enumerate() {
            new[*ix] = ResourceId(position as u32);
        }
        let mut resources: Vec<_> = order.iter().map(|ix| self.graph.resources[*ix].clone()).collect();
        for resource in &mut resources {
            resource.props.iter_mut().for_each(|(_, value)| renumber(value, &new));
            resource.tags.iter_mut().for_each(|(_, value)| renumber(value, &new));
            resource.depends_on.iter_mut().for_each(|id| *id = new[id.0 as usize]);
        }
        for each in &mut self.graph.published {
            renumber(&mut each.value, &new);
        }
        self.graph.resources = resources;
        self.graph
    }
}

const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };

fn renumber(value: &mut Value, new: &[ResourceId]) {
    match value {
        Value::Ref(id, _) => *id = new[id.0 as usize],
        Value::List(elements) | Value::Join(elements) => {
            elements.iter_mut().for_each(|each| renumber(each, new));
        }
        Value::Struct(properties) => {
            properties.iter_mut().for_each(|(_, each)| renumber(each, new));
        }
        Value::Map(entries) => entries.iter_mut().for_each(|(_, each)| renumber(each, new)),
        Value::Json(document) => renumber(document, new),
        _ => {}
    }
}

/// `vpc =app subnet =data =a`: names have a `=` before them.
fn path(text: &str) -> Path {
    let part = |word: &str| match word.strip_prefix('=') {
        Some(name) => Part::Name(name.into()),
        None => Part::Kind(KINDS.iter().find(|kind| **kind == word).expect("a kind")),
    };
    Path(text.split_whitespace().map(part).collect())
}

const KINDS: &[&str] =
    &["vpc", "subnet", "transit_gateway", "attach", "peering", "bucket", "table", "key", "replicate", "route", "endpoint", "id", "arn"];

fn reference(id: ResourceId, attribute: &'static str) -> Value {
    Value::Ref(id, attribute)
}

fn list(elements: impl IntoIterator<Item = Value>) -> Value {
    Value::List(elements.into_iter().collect())
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn json(value: Value) -> Value {
    Value::Json(Box::new(value))
}

fn statement(effect: &str, who: Value, actions: &[&str], resource: Value) -> Value {
    map([
        ("Effect", effect.into()),
        ("Principal", who),
        ("Action", list(actions.iter().map(|each| (*each).into()))),
        ("Resource", resource),
    ])
}

fn place(region: &str, account: Option<&str>) -> Place {
    Place {
        slug: account.map_or(region.to_owned(), |_| format!("prod-{region}")),
        region: region.to_owned(),
        partition: "aws".to_owned(),
        account: account.map(str::to_owned),
        account_name: account.map(|_| "prod".to_owned()),
        deploy_role: account.map(|_| "deploy".to_owned()),
        tags: vec![
            ("Site".to_owned(), region.to_owned()),
            ("Team".to_owned(), "network".to_owned()),
            ("Topology".to_owned(), "two".to_owned()),
        ],
        region_tags: vec![("Site".to_owned(), region.to_owned())],
    }
}

/// Two regions: a VPC with public and private subnets in each, gateways, a peering of gateways, a
/// VPC peering, a bucket that is replicated both ways under keys of their own, a global table.
fn network() -> Graph {
    let mut draft = Draft {
        graph: Graph {
            name: "two".to_owned(),
            prefix: "two".to_owned(),
            description: Some("A network in two regions.".to_owned()),
            places: vec![place("eu-west-1", Some("111122223333")), place("us-east-1", None)],
            parameters: vec![Parameter {
                name: "legacy-gateway".to_owned(),
                description: "Gateway of the old network.".to_owned(),
                kind: None,
                place: None,
                span: SPAN,
            }],
            ..Graph::default()
        },
    };
    let hubs = PLACES.map(|place| hub(&mut draft, place));
    let vpcs = PLACES.map(|place| vpc(&mut draft, place, &hubs[place.0 as usize]));
    gateway_peering(&mut draft, &hubs, &vpcs);
    vpc_peering(&mut draft, &vpcs);
    data(&mut draft);
    draft.finish()
}

struct Hub {
    gateway: ResourceId,
    table: ResourceId,
}

fn hub(draft: &mut Draft, place: PlaceId) -> Hub {
    let unit = draft.unit(place, "core", "transit_gateway =core");
    let gateway = draft.add(
        unit,
        "ec2.transit_gateway",
        "transit_gateway =core",
        "",
        vec![
            ("amazon_side_asn", (64512 + i64::from(place.0)).into()),
            ("description", "The hub of its region.".into()),
            ("auto_accept_shared_attachments", "disable".into()),
            ("default_route_table_association", "disable".into()),
            ("default_route_table_propagation", "disable".into()),
            ("dns_support", "enable".into()),
            ("vpn_ecmp_support", "enable".into()),
        ],
    );
    draft.name(gateway, "two-core");
    draft.edit(gateway).doc = Some("The hub of its region.".to_owned());
    let table = draft.add(
        unit,
        "ec2.transit_gateway_route_table",
        "transit_gateway =core",
        "route_table",
        vec![("transit_gateway_id", reference(gateway, "id"))],
    );
    draft.name(table, "two-core");
    draft.graph.published.push(Published {
        unit,
        place,
        key: path("transit_gateway =core id"),
        value: reference(gateway, "id"),
        description: "Transit gateway core.".to_owned(),
    });
    Hub { gateway, table }
}

struct Vpc {
    unit: UnitId,
    vpc: ResourceId,
    private: ResourceId,
    attachment: ResourceId,
    cidr: String,
}

fn vpc(draft: &mut Draft, place: PlaceId, hub: &Hub) -> Vpc {
    let unit = draft.unit(place, "vpc-app", "vpc =app");
    let block = format!("10.{}", place.0 + 1);
    let zone = ["euw1", "use1"][place.0 as usize];
    let vpc = draft.add(
        unit,
        "ec2.vpc",
        "vpc =app",
        "",
        vec![("cidr_block", format!("{block}.0.0/16").into()), ("enable_dns_hostnames", true.into()), ("enable_dns_support", true.into())],
    );
    draft.name(vpc, "two-app");
    let closed = draft.add(unit, "ec2.default_security_group", "vpc =app", "default", vec![("vpc_id", reference(vpc, "id"))]);
    draft.name(closed, "two-app-default");
    let internet = draft.add(unit, "ec2.internet_gateway", "vpc =app", "internet_gateway", vec![("vpc_id", reference(vpc, "id"))]);
    draft.name(internet, "two-app");

    let mut tables = Vec::new();
    let mut subnets = Vec::new();
    for (tier, number) in [("public", 0), ("private", 16), ("core", 32)] {
        let at = format!("vpc =app subnet ={tier}");
        let table = draft.add(unit, "ec2.route_table", &at, "", vec![("vpc_id", reference(vpc, "id"))]);
        draft.name(table, &format!("two-app-{tier}"));
        for (ix, letter) in ["a", "b"].into_iter().enumerate() {
            let at = format!("{at} ={letter}");
            let subnet = draft.add(
                unit,
                "ec2.subnet",
                &at,
                "",
                vec![
                    ("vpc_id", reference(vpc, "id")),
                    ("cidr_block", format!("{block}.{}.0/24", number + ix).into()),
                    ("availability_zone_id", format!("{zone}-az{}", ix + 1).into()),
                    ("map_public_ip_on_launch", false.into()),
                ],
            );
            draft.name(subnet, &format!("two-app-{tier}-{letter}"));
            draft.add(
                unit,
                "ec2.subnet_route_table_association",
                &at,
                "",
                vec![("route_table_id", reference(table, "id")), ("subnet_id", reference(subnet, "id"))],
            );
            draft.graph.published.push(Published {
                unit,
                place,
                key: path(&format!("vpc =app subnet ={tier} ={letter} id")),
                value: reference(subnet, "id"),
                description: "A subnet.".to_owned(),
            });
            subnets.push(subnet);
        }
        tables.push(table);
    }
    let address = draft.add(unit, "ec2.eip", "vpc =app subnet =public =a", "nat", vec![("domain", "vpc".into())]);
    draft.name(address, "two-app-a");
    draft.after(address, internet);
    let nat = draft.add(
        unit,
        "ec2.nat_gateway",
        "vpc =app subnet =public =a",
        "nat",
        vec![("allocation_id", reference(address, "id")), ("subnet_id", reference(subnets[0], "id"))],
    );
    draft.name(nat, "two-app-a");
    for (table, tier, target) in
        [(tables[0], "public", ("gateway_id", reference(internet, "id"))), (tables[1], "private", ("nat_gateway_id", reference(nat, "id")))]
    {
        let at = format!("vpc =app subnet ={tier} route =0.0.0.0/0");
        draft.add(
            unit,
            "ec2.route",
            &at,
            "",
            vec![("route_table_id", reference(table, "id")), ("destination_cidr_block", "0.0.0.0/0".into()), target],
        );
    }

    let attachment = draft.add(
        unit,
        "ec2.transit_gateway_vpc_attachment",
        "vpc =app attach =core",
        "",
        vec![
            ("transit_gateway_id", reference(hub.gateway, "id")),
            ("vpc_id", reference(vpc, "id")),
            ("subnet_ids", list([reference(subnets[4], "id"), reference(subnets[5], "id")])),
            ("dns_support", "enable".into()),
            ("appliance_mode_support", "disable".into()),
        ],
    );
    draft.name(attachment, "two-app");
    for ty in ["ec2.transit_gateway_route_table_association", "ec2.transit_gateway_route_table_propagation"] {
        draft.add(
            unit,
            ty,
            "vpc =app attach =core",
            "",
            vec![
                ("transit_gateway_attachment_id", reference(attachment, "id")),
                ("transit_gateway_route_table_id", reference(hub.table, "id")),
            ],
        );
    }
    let far = format!("10.{}.0.0/16", 2 - place.0);
    for (table, tier) in [(tables[0], "public"), (tables[1], "private")] {
        let at = format!("vpc =app subnet ={tier} route ={far}");
        let route = draft.add(
            unit,
            "ec2.route",
            &at,
            "",
            vec![
                ("route_table_id", reference(table, "id")),
                ("destination_cidr_block", far.as_str().into()),
                ("transit_gateway_id", reference(hub.gateway, "id")),
            ],
        );
        draft.after(route, attachment);
    }

    let group = draft.add(
        unit,
        "ec2.security_group",
        "vpc =app",
        "endpoints",
        vec![
            ("vpc_id", reference(vpc, "id")),
            ("group_name", "two-app-endpoints".into()),
            ("description", "HTTPS from the VPC to its endpoints.".into()),
            (
                "ingress",
                list([Value::Struct(vec![
                    ("ip_protocol", "tcp".into()),
                    ("from_port", 443.into()),
                    ("to_port", 443.into()),
                    ("cidr_ip", format!("{block}.0.0/16").into()),
                    ("description", "HTTPS from the VPC.".into()),
                ])]),
            ),
            ("egress", list([])),
        ],
    );
    draft.name(group, "two-app-endpoints");
    let region = draft.graph.place(place).region.clone();
    let storage = draft.add(
        unit,
        "ec2.vpc_endpoint",
        "vpc =app endpoint =s3",
        "",
        vec![
            ("vpc_id", reference(vpc, "id")),
            ("service_name", format!("com.amazonaws.{region}.s3").into()),
            ("vpc_endpoint_type", "Gateway".into()),
            ("route_table_ids", list([reference(tables[1], "id")])),
        ],
    );
    draft.name(storage, "two-app-s3");
    let queue = draft.add(
        unit,
        "ec2.vpc_endpoint",
        "vpc =app endpoint =sqs",
        "",
        vec![
            ("vpc_id", reference(vpc, "id")),
            ("service_name", format!("com.amazonaws.{region}.sqs").into()),
            ("vpc_endpoint_type", "Interface".into()),
            ("subnet_ids", list([reference(subnets[2], "id"), reference(subnets[3], "id")])),
            ("security_group_ids", list([reference(group, "id")])),
            ("private_dns_enabled", true.into()),
        ],
    );
    draft.name(queue, "two-app-sqs");
    // A gateway that this topology does not own.
    let at = "vpc =app subnet =core route =172.16.0.0/12";
    draft.add(
        unit,
        "ec2.route",
        at,
        "",
        vec![
            ("route_table_id", reference(tables[2], "id")),
            ("destination_cidr_block", "172.16.0.0/12".into()),
            ("gateway_id", Value::Param(0)),
        ],
    );
    flow_logs(draft, unit, place, vpc);
    Vpc { unit, vpc, private: tables[1], attachment, cidr: format!("{block}.0.0/16") }
}

fn flow_logs(draft: &mut Draft, unit: UnitId, place: PlaceId, vpc: ResourceId) {
    let region = draft.graph.place(place).region.clone();
    let root = Value::Join(vec!["arn:".into(), Value::Partition(place), ":iam::".into(), Value::AccountId(place), ":root".into()]);
    let mut admin = statement("Allow", map([("AWS", root)]), &["kms:*"], "*".into());
    let logs = statement(
        "Allow",
        map([("Service", format!("logs.{region}.amazonaws.com").into())]),
        &["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        "*".into(),
    );
    if let Value::Map(entries) = &mut admin {
        entries.insert(0, ("Sid".to_owned(), "Account".into()));
    }
    let key = draft.add(
        unit,
        "kms.key",
        "vpc =app",
        "flow_logs",
        vec![
            ("description", "Flow logs of app.".into()),
            ("enable_key_rotation", true.into()),
            ("multi_region", false.into()),
            ("pending_window_in_days", 30.into()),
            ("key_policy", json(map([("Version", "2012-10-17".into()), ("Statement", list([admin, logs]))]))),
            ("alias", "alias/two-app-flow-logs".into()),
        ],
    );
    draft.name(key, "two-app-flow-logs");
    draft.keep(key);
    let group = draft.add(
        unit,
        "logs.log_group",
        "vpc =app",
        "flow_logs",
        vec![("log_group_name", "/two/app/flow-logs".into()), ("retention_in_days", 365.into()), ("kms_key_id", reference(key, "arn"))],
    );
    draft.name(group, "two-app-flow-logs");
    draft.keep(group);
    let trust = map([
        ("Version", "2012-10-17".into()),
        (
            "Statement",
            list([map([
                ("Effect", "Allow".into()),
                ("Principal", map([("Service", "vpc-flow-logs.amazonaws.com".into())])),
                ("Action", "sts:AssumeRole".into()),
                ("Condition", map([("StringEquals", map([("aws:SourceAccount", Value::AccountId(place))]))])),
            ])]),
        ),
    ]);
    let write = map([
        ("Version", "2012-10-17".into()),
        (
            "Statement",
            list([map([
                ("Effect", "Allow".into()),
                ("Action", list(["logs:CreateLogStream".into(), "logs:PutLogEvents".into()])),
                ("Resource", Value::Join(vec![reference(group, "arn"), ":*".into()])),
            ])]),
        ),
    ]);
    let role = draft.add(
        unit,
        "iam.role",
        "vpc =app",
        "flow_logs",
        vec![
            ("description", "Writes the flow logs of app.".into()),
            ("assume_role_policy_document", json(trust)),
            ("policies", list([Value::Struct(vec![("policy_name", "write".into()), ("policy_document", json(write))])])),
        ],
    );
    draft.name(role, "two-app-flow-logs");
    let log = draft.add(
        unit,
        "ec2.flow_log",
        "vpc =app",
        "flow_logs",
        vec![
            ("resource_id", reference(vpc, "id")),
            ("traffic_type", "ALL".into()),
            ("log_destination_type", "cloud-watch-logs".into()),
            ("log_destination", reference(group, "arn")),
            ("deliver_logs_permission_arn", reference(role, "arn")),
            ("max_aggregation_interval", 60.into()),
        ],
    );
    draft.name(log, "two-app");
}

fn gateway_peering(draft: &mut Draft, hubs: &[Hub; 2], vpcs: &[Vpc; 2]) {
    let at = "peering =backbone =eu-west-1 =us-east-1";
    let units = PLACES.map(|place| draft.unit(place, "peering", ""));
    let peering = draft.add(
        units[0],
        "ec2.transit_gateway_peering_attachment",
        at,
        "",
        vec![
            ("transit_gateway_id", reference(hubs[0].gateway, "id")),
            ("peer_transit_gateway_id", reference(hubs[1].gateway, "id")),
            ("peer_account_id", Value::AccountId(US)),
            ("peer_region", "us-east-1".into()),
        ],
    );
    draft.name(peering, "two-backbone");
    draft.join(peering);
    let accepter = draft.add(
        units[0],
        "ec2.transit_gateway_peering_accepter",
        at,
        "accepter",
        vec![("transit_gateway_attachment_id", reference(peering, "id")), ("peer_region", "us-east-1".into())],
    );
    draft.name(accepter, "two-backbone");
    draft.join(accepter);
    draft.edit(accepter).place = US;
    for place in PLACES {
        let unit = units[place.0 as usize];
        let hub = &hubs[place.0 as usize];
        let association = draft.add(
            unit,
            "ec2.transit_gateway_route_table_association",
            at,
            "",
            vec![
                ("transit_gateway_attachment_id", reference(accepter, "id")),
                ("transit_gateway_route_table_id", reference(hub.table, "id")),
            ],
        );
        draft.join(association);
        let far = format!("10.{}.0.0/16", 2 - place.0);
        let route = draft.add(
            unit,
            "ec2.transit_gateway_route",
            &format!("{at} route ={far}"),
            "",
            vec![
                ("destination_cidr_block", far.as_str().into()),
                ("transit_gateway_attachment_id", reference(accepter, "id")),
                ("transit_gateway_route_table_id", reference(hub.table, "id")),
            ],
        );
        draft.join(route);
        draft.after(route, vpcs[place.0 as usize].attachment);
    }
    let hole = draft.add(
        units[0],
        "ec2.transit_gateway_route",
        "transit_gateway =core route =10.9.0.0/16",
        "",
        vec![
            ("destination_cidr_block", "10.9.0.0/16".into()),
            ("blackhole", true.into()),
            ("transit_gateway_route_table_id", reference(hubs[0].table, "id")),
        ],
    );
    draft.after(hole, accepter);
    draft.edit(hole).doc = Some("Nobody uses this range.\nIt is kept for later.".to_owned());
}

/// Beside the gateways, with a range of its own so that both ways show.
fn vpc_peering(draft: &mut Draft, vpcs: &[Vpc; 2]) {
    let at = "peering =direct";
    let unit = vpcs[0].unit;
    let peering = draft.add(
        unit,
        "ec2.vpc_peering_connection",
        at,
        "",
        vec![
            ("vpc_id", reference(vpcs[0].vpc, "id")),
            ("peer_vpc_id", reference(vpcs[1].vpc, "id")),
            ("peer_owner_id", Value::AccountId(US)),
            ("peer_region", "us-east-1".into()),
        ],
    );
    draft.name(peering, "two-direct");
    draft.join(peering);
    let accepter = draft.add(
        unit,
        "ec2.vpc_peering_accepter",
        at,
        "accepter",
        vec![("vpc_peering_connection_id", reference(peering, "id")), ("peer_region", "us-east-1".into()), ("dns", true.into())],
    );
    draft.name(accepter, "two-direct");
    draft.join(accepter);
    draft.edit(accepter).place = US;
    for place in PLACES {
        let (here, there) = (&vpcs[place.0 as usize], &vpcs[1 - place.0 as usize]);
        // The half of the other range that only the peering knows.
        let half = there.cidr.replace(".0.0/16", ".0.0/17");
        let at = format!("vpc =app subnet =private route ={half}");
        draft.add(
            here.unit,
            "ec2.route",
            &at,
            "",
            vec![
                ("route_table_id", reference(here.private, "id")),
                ("destination_cidr_block", half.as_str().into()),
                ("vpc_peering_connection_id", reference(accepter, "id")),
            ],
        );
    }
}

fn data(draft: &mut Draft) {
    let units = PLACES.map(|place| draft.unit(place, "data-assets", ""));
    let policy = |place| {
        let root = Value::Join(vec!["arn:".into(), Value::Partition(place), ":iam::".into(), Value::AccountId(place), ":root".into()]);
        json(map([
            ("Version", "2012-10-17".into()),
            ("Statement", list([statement("Allow", map([("AWS", root)]), &["kms:*"], "*".into())])),
        ]))
    };
    let primary = draft.add(
        units[0],
        "kms.key",
        "key =data",
        "",
        vec![
            ("description", "Key of all data.".into()),
            ("enable_key_rotation", true.into()),
            ("multi_region", true.into()),
            ("pending_window_in_days", 30.into()),
            ("key_policy", policy(EU)),
            ("alias", "alias/two-data".into()),
        ],
    );
    let replica = draft.add(
        units[1],
        "kms.replica_key",
        "key =data",
        "",
        vec![
            ("description", "Key of all data.".into()),
            ("primary_key_arn", reference(primary, "arn")),
            ("pending_window_in_days", 30.into()),
            ("key_policy", policy(US)),
            ("alias", "alias/two-data".into()),
        ],
    );
    draft.join(replica);
    let keys = [primary, replica];
    for key in keys {
        draft.name(key, "two-data");
        draft.keep(key);
    }

    let buckets = PLACES.map(|place| {
        let name = Value::Join(vec!["two-assets-".into(), Value::AccountId(place), format!("-{}", draft.graph.place(place).region).into()]);
        let arn = Value::Join(vec!["arn:".into(), Value::Partition(place), ":s3:::".into(), name.clone()]);
        let mut tls = statement("Deny", "*".into(), &["s3:*"], list([arn.clone(), Value::Join(vec![arn, "/*".into()])]));
        if let Value::Map(entries) = &mut tls {
            let insecure = map([("Bool", map([("aws:SecureTransport", "false".into())]))]);
            entries.push(("Condition".to_owned(), insecure));
        }
        let bucket = draft.add(
            units[place.0 as usize],
            "s3.bucket",
            "bucket =assets",
            "",
            vec![
                ("bucket_name", name),
                ("kms_key", reference(keys[place.0 as usize], "arn")),
                ("object_lock", false.into()),
                ("expire_noncurrent_days", 90.into()),
                ("abort_multipart_days", 7.into()),
                (
                    "lifecycle",
                    list([Value::Struct(vec![
                        ("id", "old".into()),
                        ("prefix", "logs/".into()),
                        ("transitions", list([Value::Struct(vec![("days", 30.into()), ("storage_class", "STANDARD_IA".into())])])),
                        ("expiration_days", 400.into()),
                    ])]),
                ),
                ("policy_statements", json(list([tls]))),
            ],
        );
        draft.name(bucket, "two-assets");
        draft.keep(bucket)
    });
    for place in PLACES {
        let (here, there) = (place.0 as usize, 1 - place.0 as usize);
        let at = format!("bucket =assets replicate ={}", draft.graph.places[there].slug);
        let trust = map([
            ("Version", "2012-10-17".into()),
            (
                "Statement",
                list([map([
                    ("Effect", "Allow".into()),
                    ("Principal", map([("Service", "s3.amazonaws.com".into())])),
                    ("Action", "sts:AssumeRole".into()),
                ])]),
            ),
        ]);
        let allow = |actions: &[&str], resource: Value| {
            map([("Effect", "Allow".into()), ("Action", list(actions.iter().map(|each| (*each).into()))), ("Resource", resource)])
        };
        let inside = |id| Value::Join(vec![reference(id, "arn"), "/*".into()]);
        let rights = map([
            ("Version", "2012-10-17".into()),
            (
                "Statement",
                list([
                    allow(&["s3:GetReplicationConfiguration", "s3:ListBucket"], reference(buckets[here], "arn")),
                    allow(
                        &["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
                        inside(buckets[here]),
                    ),
                    allow(&["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"], inside(buckets[there])),
                    allow(&["kms:Decrypt"], reference(keys[here], "arn")),
                    allow(&["kms:Encrypt"], reference(keys[there], "arn")),
                ]),
            ),
        ]);
        let role = draft.add(
            units[here],
            "iam.role",
            "bucket =assets",
            "replication",
            vec![
                ("description", "Replicates assets.".into()),
                ("assume_role_policy_document", json(trust)),
                ("policies", list([Value::Struct(vec![("policy_name", "replicate".into()), ("policy_document", json(rights))])])),
            ],
        );
        draft.name(role, "two-assets-replication");
        let replication = draft.add(
            units[here],
            "s3.bucket_replication",
            &at,
            "",
            vec![
                ("bucket", reference(buckets[here], "id")),
                ("role", reference(role, "arn")),
                (
                    "rules",
                    list([Value::Struct(vec![
                        ("id", "all".into()),
                        ("priority", 1.into()),
                        ("prefix", "".into()),
                        ("destination_bucket_arn", reference(buckets[there], "arn")),
                        ("delete_markers", true.into()),
                        ("within_minutes", 15.into()),
                        ("replica_kms_key_arn", reference(keys[there], "arn")),
                        ("replica_modifications", true.into()),
                    ])]),
                ),
            ],
        );
        draft.join(replication);
    }

    let unit = draft.unit(EU, "data-profiles", "");
    let table = draft.add(
        unit,
        "dynamodb.table",
        "table =profiles",
        "",
        vec![
            ("table_name", "two-profiles".into()),
            ("attributes", list(["id", "email"].map(|name| Value::Struct(vec![("name", name.into()), ("type", "S".into())])))),
            ("hash_key", "id".into()),
            ("billing_mode", "PAY_PER_REQUEST".into()),
            ("ttl_attribute", "expires".into()),
            ("consistency", "eventual".into()),
            ("stream", true.into()),
            ("point_in_time_recovery", true.into()),
            ("deletion_protection", true.into()),
            (
                "global_secondary_indexes",
                list([Value::Struct(vec![("name", "by-email".into()), ("hash_key", "email".into()), ("projection", "ALL".into())])]),
            ),
            (
                "replicas",
                list([
                    Value::Struct(vec![("region", "eu-west-1".into()), ("kms_key_arn", reference(keys[0], "arn"))]),
                    Value::Struct(vec![("region", "us-east-1".into()), ("kms_key_arn", reference(keys[1], "arn"))]),
                ]),
            ),
        ],
    );
    draft.name(table, "two-profiles");
    draft.keep(table);
    draft.graph.published.push(Published {
        unit,
        place: EU,
        key: path("table =profiles arn"),
        value: reference(table, "arn"),
        description: "Table profiles.".to_owned(),
    });
    let parameter = draft.add(
        unit,
        "ssm.parameter",
        "table =profiles",
        "published",
        vec![
            ("name", "/two/eu-west-1/table/profiles/arn".into()),
            ("value", reference(table, "arn")),
            ("description", "Table profiles.".into()),
        ],
    );
    draft.name(parameter, "two-profiles");
}

/// `cargo test --release --test terraform_backend -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn speed() {
    let graph = many(600);
    for _ in 0..3 {
        let start = std::time::Instant::now();
        let files = emit(&graph, &Options::default(), &Previous::none()).expect("it can be written");
        let emitted = start.elapsed();
        let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        println!("{} resources, {size} bytes: {emitted:?}", graph.resources.len());
    }
    let files = emit(&graph, &Options::default(), &Previous::none()).expect("it can be written");
    let bodies: Vec<_> = hcl_files(&files).map(|(_, text)| hcl::parse(text).expect("it can be read")).collect();
    let start = std::time::Instant::now();
    let size: usize = bodies.iter().map(|body| hcl::format::to_string(body).expect("it can be written").len()).sum();
    println!("hcl-rs formats the same bodies, {size} bytes: {:?}", start.elapsed());
}

/// Many VPCs in one place.
fn many(count: usize) -> Graph {
    let mut draft = Draft {
        graph: Graph {
            name: "many".to_owned(),
            prefix: "many".to_owned(),
            places: vec![place("eu-west-1", Some("111122223333")), place("us-east-1", None)],
            parameters: vec![Parameter {
                name: "legacy-gateway".to_owned(),
                description: "Gateway of the old network.".to_owned(),
                kind: None,
                place: None,
                span: SPAN,
            }],
            ..Graph::default()
        },
    };
    let hub = hub(&mut draft, EU);
    for ix in 0..count {
        let from = draft.graph.resources.len();
        let unit = draft.graph.units.len();
        let published = draft.graph.published.len();
        vpc(&mut draft, EU, &hub);
        // The same VPC under another name.
        let rename = |path: &mut Path| {
            for part in &mut path.0 {
                if *part == Part::Name("app".into()) {
                    *part = Part::Name(format!("app{ix}").as_str().into());
                }
            }
        };
        draft.graph.resources[from..].iter_mut().for_each(|each| rename(&mut each.path));
        draft.graph.published[published..].iter_mut().for_each(|each| rename(&mut each.key));
        draft.graph.units[unit].purpose = format!("vpc-app{ix}");
    }
    draft.finish()
}

/// Every reference leads to something in its own module: a resource, a variable, an output.
#[test]
fn references_lead_somewhere() {
    let files = emit(&network(), &Options::default(), &Previous::none()).expect("it can be written");
    let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
    let mut declared = std::collections::BTreeSet::new();
    for (path, text) in hcl_files(&files) {
        for block in hcl::parse(text).expect("it can be read").blocks() {
            let labels: Vec<&str> = block.labels().iter().map(|label| label.as_str()).collect();
            let name = match block.identifier() {
                "resource" => labels.join("."),
                "variable" => format!("var.{}", labels[0]),
                "output" => format!("output.{}", labels[0]),
                _ => continue,
            };
            assert!(declared.insert((folder(path), name.clone())), "{path}: {name} stands twice");
        }
    }
    let mut checked = 0;
    for (path, text) in hcl_files(&files) {
        let words = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(|each: char| !each.is_ascii_alphanumeric() && each != '_' && each != '.'));
        for word in words {
            let parts: Vec<&str> = word.split('.').collect();
            let wanted = match parts.as_slice() {
                ["var", name] => (folder(path), format!("var.{name}")),
                ["module", place, output] => (format!("modules/{}", place.replace('_', "-")), format!("output.{output}")),
                [ty, name, ..] if ty.starts_with("aws_") => (folder(path), format!("{ty}.{name}")),
                _ => continue,
            };
            assert!(declared.contains(&wanted), "{path}: {word}");
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked}");
}

#[test]
fn what_nothing_writes_stops_the_build() {
    let mut graph = network();
    let table = graph.resources.iter_mut().find(|each| each.ty == "dynamodb.table").expect("a table");
    table.props.push(("colour", "red".into()));
    let problems = emit(&graph, &Options::default(), &Previous::none()).expect_err("a property is left");
    assert!(problems[0].message.contains("`colour`"), "{problems:?}");
}

#[test]
fn two_of_one_name_are_both_named() {
    let mut graph = network();
    let mut twin = graph.resources.iter().find(|each| each.ty == "ec2.vpc").expect("a VPC").clone();
    twin.path = path("subnet =app");
    graph.resources.push(twin);
    let problems = emit(&graph, &Options::default(), &Previous::none()).expect_err("two have one address");
    assert!(problems[0].message.contains("vpc/app") && problems[0].message.contains("subnet/app"), "{problems:?}");
    assert_eq!(problems[0].spans.len(), 2);
}
