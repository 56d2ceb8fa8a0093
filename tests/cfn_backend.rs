//! The CloudFormation backend over graphs that are built by hand.

use std::path::PathBuf;

use mrc::backend::Previous;
use mrc::backend::cfn::{Accepter, Files, Format, Options, Wire, emit};
use mrc::graph::*;
use mrc::plan::{Plan, Rules, plan};
use mrc::source::{FileId, Sources, Span};

mod graphs {
    use super::*;

    pub const US: PlaceId = PlaceId(1);
    pub const EU: PlaceId = PlaceId(0);

    /// Builds a graph; resources are sorted at the end, as the lowering does it.
    pub struct Builder {
        pub graph: Graph,
        order: Vec<Resource>,
    }

    pub fn path(text: &str) -> Path {
        const KINDS: [&str; 12] =
            ["vpc", "subnet", "transit_gateway", "peering", "bucket", "table", "key", "attach", "route", "mesh", "endpoint", "replicate"];
        text.split('/').filter(|part| !part.is_empty()).fold(Path::new(), |path, part| match KINDS.iter().find(|kind| **kind == part) {
            Some(kind) => path.kind(kind),
            None => path.name(part),
        })
    }

    pub fn span() -> Span {
        Span::new(FileId(0), 0, 0)
    }

    pub fn text(value: &str) -> Value {
        value.into()
    }

    pub fn json(text: &str) -> Value {
        fn convert(value: serde_json::Value) -> Value {
            match value {
                serde_json::Value::String(text) => text.into(),
                serde_json::Value::Bool(flag) => flag.into(),
                serde_json::Value::Number(number) => number.as_i64().unwrap().into(),
                serde_json::Value::Array(items) => Value::List(items.into_iter().map(convert).collect()),
                serde_json::Value::Object(fields) => Value::Map(fields.into_iter().map(|(k, v)| (k, convert(v))).collect()),
                serde_json::Value::Null => panic!("null"),
            }
        }
        Value::Json(Box::new(convert(serde_json::from_str(text).unwrap())))
    }

    pub fn map(entries: Vec<(&str, Value)>) -> Value {
        Value::Map(entries.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
    }

    impl Builder {
        pub fn new() -> Builder {
            let place = |slug: &str| Place {
                slug: slug.into(),
                region: slug.into(),
                partition: "aws".into(),
                account: None,
                account_name: None,
                deploy_role: None,
                tags: vec![("environment".into(), "production".into())],
                region_tags: Vec::new(),
            };
            Builder {
                graph: Graph {
                    name: "demo".into(),
                    prefix: "demo".into(),
                    description: Some("Two regions for tests".into()),
                    publish_exports: true,
                    places: vec![place("eu-west-1"), place("us-east-1")],
                    ..Graph::default()
                },
                order: Vec::new(),
            }
        }

        pub fn unit(&mut self, place: PlaceId, purpose: &str, root: &str, about: &str) -> UnitId {
            self.graph.units.push(Unit { place, purpose: purpose.into(), root: path(root), description: about.into() });
            UnitId(self.graph.units.len() as u32 - 1)
        }

        pub fn add(&mut self, unit: UnitId, ty: &'static str, at: &str, role: &'static str, props: Props) -> ResourceId {
            let taggable = mrc::resources::descriptor(ty).taggable;
            let name = format!("demo-{}{}{role}", at.replace('/', "-"), if role.is_empty() { "" } else { "-" });
            let stateful = ["kms.", "s3.bucket", "dynamodb.", "logs."].iter().any(|start| ty.starts_with(start));
            self.order.push(Resource {
                ty,
                place: self.graph.unit(unit).place,
                unit,
                path: path(at),
                role,
                interconnect: false,
                props,
                tags: if taggable { vec![("Name".into(), name.into())] } else { vec![] },
                depends_on: vec![],
                doc: None,
                stateful,
                span: span(),
            });
            ResourceId(self.order.len() as u32 - 1)
        }

        pub fn get(&mut self, id: ResourceId) -> &mut Resource {
            &mut self.order[id.0 as usize]
        }

        pub fn publish(&mut self, unit: UnitId, key: &str, value: Value, about: &str) {
            let place = self.graph.unit(unit).place;
            self.graph.published.push(Published { unit, place, key: path(key), value, description: about.into() });
        }

        pub fn build(mut self) -> Graph {
            let mut order: Vec<usize> = (0..self.order.len()).collect();
            order.sort_by(|a, b| {
                let key = |ix: &usize| {
                    let each = &self.order[*ix];
                    (each.place, each.unit, each.path.clone(), each.role, each.ty)
                };
                key(a).cmp(&key(b))
            });
            let mut position = vec![0u32; order.len()];
            for (new, old) in order.iter().enumerate() {
                position[*old] = new as u32;
            }
            let moved = |id: &mut ResourceId| *id = ResourceId(position[id.0 as usize]);
            fn walk(value: &mut Value, moved: &impl Fn(&mut ResourceId)) {
                match value {
                    Value::Ref(id, _) => moved(id),
                    Value::List(items) | Value::Join(items) => {
                        items.iter_mut().for_each(|each| walk(each, moved));
                    }
                    Value::Struct(props) => props.iter_mut().for_each(|(_, each)| walk(each, moved)),
                    Value::Map(props) => props.iter_mut().for_each(|(_, each)| walk(each, moved)),
                    Value::Json(document) => walk(document, moved),
                    _ => {}
                }
            }
            for resource in &mut self.order {
                resource.props.iter_mut().for_each(|(_, value)| walk(value, &moved));
                resource.depends_on.iter_mut().for_each(&moved);
            }
            for published in &mut self.graph.published {
                walk(&mut published.value, &moved);
            }
            self.graph.resources = order.iter().map(|old| self.order[*old].clone()).collect();
            self.graph
        }
    }

    fn arn(service: &str, region: &str, place: PlaceId, rest: &str) -> Value {
        Value::Join(vec![
            "arn:".into(),
            Value::Partition(place),
            format!(":{service}:{region}:").into(),
            Value::AccountId(place),
            format!(":{rest}").into(),
        ])
    }

    fn bucket_arn(place: PlaceId, rest: &str) -> Value {
        Value::Join(vec!["arn:".into(), Value::Partition(place), format!(":s3:::{rest}").into()])
    }

    fn root_policy(place: PlaceId) -> Value {
        let principal = Value::Join(vec!["arn:".into(), Value::Partition(place), ":iam::".into(), Value::AccountId(place), ":root".into()]);
        let statement = map(vec![
            ("Sid", text("Account")),
            ("Effect", text("Allow")),
            ("Principal", map(vec![("AWS", principal)])),
            ("Action", text("kms:*")),
            ("Resource", text("*")),
        ]);
        Value::Json(Box::new(map(vec![("Version", text("2012-10-17")), ("Statement", Value::List(vec![statement]))])))
    }

    /// Region, two VPC subnets, gateway, peering, routes, replicated bucket, table.
    pub fn two_regions() -> Graph {
        let mut b = Builder::new();
        let places = [(EU, "eu-west-1", "euw1-az1", 2), (US, "us-east-1", "use1-az1", 1)];
        let mut gateways = vec![];
        let mut tables = vec![];
        let mut vpc_tables = vec![];
        let mut attachments = vec![];
        let mut keys = vec![];
        for (place, region, zone, number) in places {
            let core = b.unit(place, "core", "", "The transit gateway of the region and its tables");
            let gateway = b.add(
                core,
                "ec2.transit_gateway",
                "transit_gateway/core",
                "",
                vec![
                    ("amazon_side_asn", Value::Int(64512 + number)),
                    ("auto_accept_shared_attachments", "disable".into()),
                    ("default_route_table_association", "disable".into()),
                    ("default_route_table_propagation", "disable".into()),
                    ("description", "core".into()),
                    ("dns_support", "enable".into()),
                    ("vpn_ecmp_support", "enable".into()),
                ],
            );
            let table = b.add(
                core,
                "ec2.transit_gateway_route_table",
                "transit_gateway/core",
                "main",
                vec![("transit_gateway_id", Value::Ref(gateway, "id"))],
            );
            b.publish(core, "transit_gateway/core/id", Value::Ref(gateway, "id"), "Transit gateway core");
            let unit = b.unit(place, "vpc-app", "vpc/app", "VPC app");
            let id = |id| Value::Ref(id, "id");
            let vpc = b.add(
                unit,
                "ec2.vpc",
                "vpc/app",
                "",
                vec![
                    ("cidr_block", format!("10.{number}.0.0/16").into()),
                    ("enable_dns_hostnames", true.into()),
                    ("enable_dns_support", true.into()),
                ],
            );
            b.publish(unit, "vpc/app/id", id(vpc), "VPC app");
            b.add(unit, "ec2.default_security_group", "vpc/app", "default", vec![("vpc_id", id(vpc))]);
            let igw = b.add(unit, "ec2.internet_gateway", "vpc/app", "internet_gateway", vec![("vpc_id", id(vpc))]);
            let mut subnets = vec![];
            for (ix, tier) in ["public", "private"].into_iter().enumerate() {
                let at = format!("vpc/app/subnet/{tier}/a");
                let subnet = b.add(
                    unit,
                    "ec2.subnet",
                    &at,
                    "",
                    vec![
                        ("vpc_id", id(vpc)),
                        ("cidr_block", format!("10.{number}.{ix}.0/24").into()),
                        ("availability_zone_id", zone.into()),
                        ("map_public_ip_on_launch", false.into()),
                    ],
                );
                b.publish(unit, &format!("{at}/id"), id(subnet), "");
                let table = b.add(unit, "ec2.route_table", &at, "route_table", vec![("vpc_id", id(vpc))]);
                b.add(unit, "ec2.subnet_route_table_association", &at, "", vec![("route_table_id", id(table)), ("subnet_id", id(subnet))]);
                subnets.push((subnet, table));
            }
            let (public, public_table) = subnets[0];
            let (private, private_table) = subnets[1];
            b.add(
                unit,
                "ec2.route",
                "vpc/app/subnet/public/a",
                "to_internet",
                vec![("route_table_id", id(public_table)), ("destination_cidr_block", "0.0.0.0/0".into()), ("gateway_id", id(igw))],
            );
            let eip = b.add(unit, "ec2.eip", "vpc/app/subnet/public/a", "nat", vec![("domain", "vpc".into())]);
            b.get(eip).depends_on = vec![igw];
            let nat = b.add(
                unit,
                "ec2.nat_gateway",
                "vpc/app/subnet/public/a",
                "nat",
                vec![("allocation_id", id(eip)), ("subnet_id", id(public))],
            );
            b.get(nat).depends_on = vec![igw];
            b.add(
                unit,
                "ec2.route",
                "vpc/app/subnet/private/a",
                "to_nat",
                vec![("route_table_id", id(private_table)), ("destination_cidr_block", "0.0.0.0/0".into()), ("nat_gateway_id", id(nat))],
            );
            let attachment = b.add(
                unit,
                "ec2.transit_gateway_vpc_attachment",
                "vpc/app/attach/core",
                "",
                vec![
                    ("transit_gateway_id", id(gateway)),
                    ("vpc_id", id(vpc)),
                    ("subnet_ids", Value::List(vec![id(private)])),
                    ("dns_support", "enable".into()),
                    ("appliance_mode_support", "disable".into()),
                ],
            );
            for (ty, role) in [("ec2.transit_gateway_route_table_association", ""), ("ec2.transit_gateway_route_table_propagation", "")] {
                b.add(
                    unit,
                    ty,
                    "vpc/app/attach/core",
                    role,
                    vec![("transit_gateway_attachment_id", id(attachment)), ("transit_gateway_route_table_id", id(table))],
                );
            }
            let route = b.add(
                unit,
                "ec2.route",
                "vpc/app/subnet/private/a",
                "to_core",
                vec![
                    ("route_table_id", id(private_table)),
                    ("destination_cidr_block", "10.0.0.0/8".into()),
                    ("transit_gateway_id", id(gateway)),
                ],
            );
            b.get(route).depends_on = vec![attachment];
            let group = b.add(
                unit,
                "ec2.security_group",
                "vpc/app",
                "endpoints",
                vec![
                    ("vpc_id", id(vpc)),
                    ("group_name", "demo-app-endpoints".into()),
                    ("description", "Endpoints of app".into()),
                    (
                        "ingress",
                        Value::List(vec![Value::Struct(vec![
                            ("ip_protocol", "tcp".into()),
                            ("from_port", Value::Int(443)),
                            ("to_port", Value::Int(443)),
                            ("cidr_ip", format!("10.{number}.0.0/16").into()),
                            ("description", "HTTPS from the VPC".into()),
                        ])]),
                    ),
                    ("egress", Value::List(vec![])),
                ],
            );
            b.add(
                unit,
                "ec2.vpc_endpoint",
                "vpc/app/endpoint/sqs",
                "",
                vec![
                    ("vpc_id", id(vpc)),
                    ("service_name", format!("com.amazonaws.{region}.sqs").into()),
                    ("vpc_endpoint_type", "Interface".into()),
                    ("subnet_ids", Value::List(vec![id(private)])),
                    ("security_group_ids", Value::List(vec![id(group)])),
                    ("private_dns_enabled", true.into()),
                ],
            );
            let log_key = b.add(
                unit,
                "kms.key",
                "vpc/app",
                "flow_logs",
                vec![
                    ("description", "Flow logs of app".into()),
                    ("enable_key_rotation", true.into()),
                    ("multi_region", false.into()),
                    ("pending_window_in_days", Value::Int(30)),
                    ("key_policy", root_policy(place)),
                    ("alias", "alias/demo-app-flow-logs".into()),
                ],
            );
            let group = b.add(
                unit,
                "logs.log_group",
                "vpc/app",
                "flow_logs",
                vec![
                    ("log_group_name", "/demo/vpc/app/flow-logs".into()),
                    ("retention_in_days", Value::Int(365)),
                    ("kms_key_id", Value::Ref(log_key, "arn")),
                ],
            );
            let role = b.add(unit, "iam.role", "vpc/app", "flow_logs", vec![
                ("description", "Writes the flow logs of app".into()),
                ("assume_role_policy_document", json(r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"vpc-flow-logs.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#)),
                ("policies", Value::List(vec![Value::Struct(vec![
                    ("policy_name", "write-logs".into()),
                    ("policy_document", Value::Json(Box::new(map(vec![
                        ("Version", "2012-10-17".into()),
                        ("Statement", Value::List(vec![map(vec![
                            ("Effect", "Allow".into()),
                            ("Action", Value::List(vec!["logs:CreateLogStream".into(), "logs:PutLogEvents".into()])),
                            ("Resource", Value::Join(vec![Value::Ref(group, "arn"), ":*".into()])),
                        ])])),
                    ])))),
                ])])),
            ]);
            b.add(
                unit,
                "ec2.flow_log",
                "vpc/app",
                "flow_logs",
                vec![
                    ("resource_id", id(vpc)),
                    ("traffic_type", "ALL".into()),
                    ("log_destination_type", "cloud-watch-logs".into()),
                    ("log_destination", Value::Ref(group, "arn")),
                    ("deliver_logs_permission_arn", Value::Ref(role, "arn")),
                    ("max_aggregation_interval", Value::Int(60)),
                ],
            );
            gateways.push(gateway);
            tables.push(table);
            vpc_tables.push(private_table);
            attachments.push(attachment);
        }
        // eu-west-1 asks us-east-1.
        let peering_unit = b.unit(EU, "peering", "", "Peerings that this region asks for");
        let peering = b.add(
            peering_unit,
            "ec2.transit_gateway_peering_attachment",
            "peering/core/us-east-1",
            "",
            vec![
                ("transit_gateway_id", Value::Ref(gateways[0], "id")),
                ("peer_transit_gateway_id", Value::Ref(gateways[1], "id")),
                ("peer_account_id", Value::AccountId(US)),
                ("peer_region", "us-east-1".into()),
            ],
        );
        let accepter = b.add(
            peering_unit,
            "ec2.transit_gateway_peering_accepter",
            "peering/core/us-east-1",
            "accepter",
            vec![("transit_gateway_attachment_id", Value::Ref(peering, "id")), ("peer_region", "us-east-1".into())],
        );
        b.get(accepter).place = US;
        for (ix, (place, _, _, number)) in places.into_iter().enumerate() {
            let routes = b.unit(place, "routes", "", "Routes over peerings");
            b.add(
                routes,
                "ec2.transit_gateway_route_table_association",
                "peering/core/us-east-1",
                "",
                vec![
                    ("transit_gateway_attachment_id", Value::Ref(accepter, "id")),
                    ("transit_gateway_route_table_id", Value::Ref(tables[ix], "id")),
                ],
            );
            b.add(
                routes,
                "ec2.transit_gateway_route",
                "peering/core/us-east-1/route/app",
                "",
                vec![
                    ("destination_cidr_block", format!("10.{}.0.0/16", 3 - number).into()),
                    ("transit_gateway_route_table_id", Value::Ref(tables[ix], "id")),
                    ("transit_gateway_attachment_id", Value::Ref(accepter, "id")),
                ],
            );
            b.publish(routes, "peering/core/tested", text("yes"), "A text that YAML 1.1 would read as true");
            let _ = place;
        }
        // A key with a replica, and a bucket that is replicated both ways.
        let home = b.unit(US, "data-key-main", "key/main", "Key main");
        let key = b.add(
            home,
            "kms.key",
            "key/main",
            "",
            vec![
                ("description", "main".into()),
                ("enable_key_rotation", true.into()),
                ("multi_region", true.into()),
                ("pending_window_in_days", Value::Int(30)),
                ("key_policy", root_policy(US)),
                ("alias", "alias/demo-main".into()),
            ],
        );
        let other = b.unit(EU, "data-key-main", "key/main", "Key main");
        let replica = b.add(
            other,
            "kms.replica_key",
            "key/main",
            "",
            vec![
                ("description", "main".into()),
                ("primary_key_arn", Value::Ref(key, "arn")),
                ("pending_window_in_days", Value::Int(30)),
                ("key_policy", root_policy(EU)),
                ("alias", "alias/demo-main".into()),
            ],
        );
        keys.push(replica);
        keys.push(key);
        let mut buckets = vec![];
        let mut replications = vec![];
        for (ix, (place, region, _, _)) in places.into_iter().enumerate() {
            let unit = b.unit(place, "data-assets", "bucket/assets", "Bucket assets");
            let name = format!("demo-assets-{region}");
            let there = format!("demo-assets-{}", places[1 - ix].1);
            let statement = map(vec![
                ("Sid", "TlsOnly".into()),
                ("Effect", "Deny".into()),
                ("Principal", "*".into()),
                ("Action", "s3:*".into()),
                ("Resource", Value::List(vec![bucket_arn(place, &name), bucket_arn(place, &format!("{name}/*"))])),
                ("Condition", map(vec![("Bool", map(vec![("aws:SecureTransport", "false".into())]))])),
            ]);
            let bucket = b.add(
                unit,
                "s3.bucket",
                "bucket/assets",
                "",
                vec![
                    ("bucket_name", name.as_str().into()),
                    ("kms_key", Value::Ref(keys[ix], "arn")),
                    ("object_lock", false.into()),
                    ("expire_noncurrent_days", Value::Int(90)),
                    ("abort_multipart_days", Value::Int(7)),
                    (
                        "lifecycle",
                        Value::List(vec![Value::Struct(vec![
                            ("id", "cold".into()),
                            ("prefix", "logs/".into()),
                            (
                                "transitions",
                                Value::List(vec![Value::Struct(vec![("days", Value::Int(90)), ("storage_class", "GLACIER".into())])]),
                            ),
                            ("expiration_days", Value::Int(400)),
                        ])]),
                    ),
                    ("policy_statements", Value::Json(Box::new(Value::List(vec![statement])))),
                ],
            );
            b.publish(unit, "bucket/assets/arn", Value::Ref(bucket, "arn"), "Bucket assets");
            let role = b.add(unit, "iam.role", "bucket/assets", "replication", vec![
                ("role_name", format!("demo-assets-replication-{region}").into()),
                ("description", "Replicates assets".into()),
                ("assume_role_policy_document", json(r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#)),
                ("policies", Value::List(vec![Value::Struct(vec![
                    ("policy_name", "replicate".into()),
                    ("policy_document", Value::Json(Box::new(map(vec![
                        ("Version", "2012-10-17".into()),
                        ("Statement", Value::List(vec![
                            map(vec![
                                ("Effect", "Allow".into()),
                                ("Action", Value::List(vec!["s3:GetReplicationConfiguration".into(), "s3:ListBucket".into()])),
                                ("Resource", bucket_arn(place, &name)),
                            ]),
                            map(vec![
                                ("Effect", "Allow".into()),
                                ("Action", "kms:Encrypt".into()),
                                ("Resource", Value::Ref(keys[1 - ix], "arn")),
                            ]),
                        ])),
                    ])))),
                ])])),
            ]);
            replications.push((unit, bucket, role, bucket_arn(place, &there), keys[1 - ix]));
            buckets.push(bucket);
        }
        for (ix, (unit, bucket, role, there, key)) in replications.into_iter().enumerate() {
            let replication = b.add(
                unit,
                "s3.bucket_replication",
                "bucket/assets",
                "",
                vec![
                    ("bucket", Value::Ref(bucket, "id")),
                    ("role", Value::Ref(role, "arn")),
                    (
                        "rules",
                        Value::List(vec![Value::Struct(vec![
                            ("id", "assets".into()),
                            ("priority", Value::Int(1)),
                            ("prefix", "".into()),
                            ("destination_bucket_arn", there),
                            ("delete_markers", true.into()),
                            ("within_minutes", Value::Int(15)),
                            ("replica_kms_key_arn", Value::Ref(key, "arn")),
                            ("replica_modifications", true.into()),
                        ])]),
                    ),
                ],
            );
            b.get(replication).depends_on = vec![buckets[1 - ix]];
        }
        let unit = b.unit(US, "data-profiles", "table/profiles", "Table profiles");
        let table = b.add(
            unit,
            "dynamodb.table",
            "table/profiles",
            "",
            vec![
                ("table_name", "demo-profiles".into()),
                (
                    "attributes",
                    Value::List(vec![
                        Value::Struct(vec![("name", "id".into()), ("type", "S".into())]),
                        Value::Struct(vec![("name", "email".into()), ("type", "S".into())]),
                    ]),
                ),
                ("hash_key", "id".into()),
                ("billing_mode", "PAY_PER_REQUEST".into()),
                ("ttl_attribute", "expires".into()),
                ("consistency", "eventual".into()),
                ("stream", true.into()),
                ("point_in_time_recovery", true.into()),
                ("deletion_protection", true.into()),
                (
                    "global_secondary_indexes",
                    Value::List(vec![Value::Struct(vec![
                        ("name", "by-email".into()),
                        ("hash_key", "email".into()),
                        ("projection", "all".into()),
                    ])]),
                ),
                (
                    "replicas",
                    Value::List(vec![
                        Value::Struct(vec![("region", "us-east-1".into()), ("kms_key_arn", Value::Ref(keys[1], "arn"))]),
                        Value::Struct(vec![("region", "eu-west-1".into()), ("kms_key_arn", Value::Ref(keys[0], "arn"))]),
                    ]),
                ),
            ],
        );
        b.get(table).tags = vec![("Name".into(), "demo-profiles".into())];
        b.publish(unit, "table/profiles/arn", Value::Ref(table, "arn"), "Table profiles");
        b.add(
            unit,
            "ssm.parameter",
            "table/profiles",
            "parameter",
            vec![
                ("name", "/demo/us-east-1/table/profiles/arn".into()),
                ("value", Value::Ref(table, "arn")),
                ("description", "ARN of the table".into()),
            ],
        );
        let _ = (&arn, &attachments, &vpc_tables);
        b.build()
    }
}

fn planned(graph: &Graph, options: &Options) -> Plan {
    let rules = Rules { accept_in_pipeline: options.accepter == Accepter::Pipeline };
    plan(graph, rules).expect("no circle")
}

fn build(graph: &Graph, options: &Options) -> Files {
    emit(graph, &planned(graph, options), options, &Sources::default(), &Previous::none())
        .unwrap_or_else(|problems| panic!("{:#?}", problems.iter().map(|each| (&each.message, &each.notes)).collect::<Vec<_>>()))
}

fn file<'f>(files: &'f Files, name: &str) -> &'f str {
    let found = files.0.iter().find(|(path, _)| path == name);
    std::str::from_utf8(&found.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}

/// Writes the output where validators can read it, when asked to.
fn write(files: &Files, name: &str) {
    let Ok(root) = std::env::var("MRC_WRITE") else {
        return;
    };
    let root = PathBuf::from(root).join(name);
    let _ = std::fs::remove_dir_all(&root);
    for (path, bytes) in &files.0 {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn two_regions_become_templates() {
    let graph = graphs::two_regions();
    for (name, options) in [
        ("default", Options::default()),
        ("json", Options { format: Format::Json, ..Options::default() }),
        ("parameters", Options { wire: Wire::Parameters, ..Options::default() }),
        ("pipeline", Options { accepter: Accepter::Pipeline, ..Options::default() }),
    ] {
        let files = build(&graph, &options);
        write(&files, name);
        assert_eq!(files, build(&graph, &options), "the same bytes again");
    }
    let files = build(&graph, &Options::default());
    let vpc = file(&files, "us-east-1/vpc-app.yaml");
    assert!(vpc.contains("VpcId: !Ref Vpc\n"), "{vpc}");
}

/// A file as JSON.
fn parsed(files: &Files, name: &str) -> serde_json::Value {
    serde_json::from_str(file(files, name)).unwrap()
}

fn as_json(options: Options) -> Options {
    Options { format: Format::Json, ..options }
}

/// Codes and messages of a build that fails.
fn problems(graph: &Graph, options: &Options) -> Vec<(&'static str, String)> {
    let found = emit(graph, &planned(graph, options), options, &Sources::default(), &Previous::none()).expect_err("the build fails");
    found.into_iter().map(|each| (each.code.name, each.message)).collect()
}

/// (template, wave) of each deployment of a stack.
fn deployments(manifest: &serde_json::Value, stack: &str) -> Vec<(String, u64)> {
    let stacks = manifest["stacks"].as_array().unwrap().iter().filter(|each| each["name"] == stack);
    stacks.map(|each| (each["template"].as_str().unwrap().to_owned(), each["wave"].as_u64().unwrap())).collect()
}

#[test]
fn replication_both_ways_is_a_second_phase() {
    let files = build(&graphs::two_regions(), &as_json(Options::default()));
    let manifest = parsed(&files, "manifest.json");
    let found = deployments(&manifest, "demo-data-assets");
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    let second = ["eu-west-1/data-assets-replication.json", "us-east-1/data-assets-replication.json"];
    assert_eq!(names, ["eu-west-1/data-assets.json", "us-east-1/data-assets.json", second[0], second[1]]);
    assert!(found[2].1 > found[0].1 && found[2].1 > found[1].1, "{found:?}");
    let mut first = parsed(&files, "us-east-1/data-assets.json");
    let mut then = parsed(&files, second[1]);
    let bucket = |template: &mut serde_json::Value| template["Resources"]["Bucket"]["Properties"].take();
    let (before, mut after) = (bucket(&mut first), bucket(&mut then));
    assert!(before.get("ReplicationConfiguration").is_none());
    let rule = &after["ReplicationConfiguration"]["Rules"][0];
    assert_eq!(rule["Destination"]["Bucket"]["Fn::Sub"], "arn:${AWS::Partition}:s3:::demo-assets-eu-west-1");
    assert_eq!(rule["Destination"]["ReplicationTime"]["Time"]["Minutes"], 15);
    assert_eq!(rule["SourceSelectionCriteria"]["SseKmsEncryptedObjects"]["Status"], "Enabled");
    after.as_object_mut().unwrap().remove("ReplicationConfiguration");
    assert_eq!(before, after, "nothing else changes between the phases");
    // The second one reads the other bucket.
    for template in [&mut first, &mut then] {
        template["Resources"]["Bucket"]["Metadata"].as_object_mut().unwrap().remove("mrc:reads");
    }
    assert_eq!(first, then);
}

#[test]
fn one_way_replication_waits_for_its_destination() {
    let mut graph = graphs::two_regions();
    let us = |each: &Resource| each.ty == "s3.bucket_replication" && each.place == graphs::US;
    let ix = graph.resources.iter().position(us).unwrap();
    let gone = ResourceId(ix as u32);
    // The last resource of its unit that nothing refers to can be anything else.
    let role = graph.resources.iter().position(|each| each.ty == "iam.role" && each.unit == graph.resource(gone).unit).unwrap();
    graph.resources[ix] = Resource { role: "second", props: graph.resources[role].props.clone(), ..graph.resources[role].clone() };
    graph.resources[ix].props.retain(|(name, _)| *name != "role_name");
    let manifest = parsed(&build(&graph, &Options::default()), "manifest.json");
    let found = deployments(&manifest, "demo-data-assets");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].0.starts_with("us-east-1/") && found[1].0.starts_with("eu-west-1/") && found[0].1 < found[1].1, "{found:?}");
}

#[test]
fn a_pipeline_accepts_between_the_peering_and_what_uses_it() {
    let graph = graphs::two_regions();
    let files = build(&graph, &as_json(Options { accepter: Accepter::Pipeline, ..Options::default() }));
    let manifest = parsed(&files, "manifest.json");
    let step = &manifest["steps"][0];
    assert_eq!(step["action"], "accept-transit-gateway-peering");
    assert_eq!((step["region"].as_str(), step["attachment"]["region"].as_str()), (Some("us-east-1"), Some("eu-west-1")));
    let (_, peering) = deployments(&manifest, "demo-peering")[0].clone();
    let accepted = step["wave"].as_u64().unwrap();
    assert!(peering < accepted);
    assert!(deployments(&manifest, "demo-routes").iter().all(|(_, wave)| *wave > accepted));
    let template = parsed(&files, "eu-west-1/peering.json");
    let types: Vec<&str> = template["Resources"].as_object().unwrap().values().map(|each| each["Type"].as_str().unwrap()).collect();
    assert_eq!(types, ["AWS::EC2::TransitGatewayPeeringAttachment"]);
    let output = step["attachment"]["output"].as_str().unwrap();
    assert_eq!(template["Outputs"][output]["Value"]["Ref"], template["Resources"].as_object().unwrap().keys().next().unwrap().as_str());
}

#[test]
fn the_accepter_may_do_what_it_needs_where_it_needs_it() {
    let files = build(&graphs::two_regions(), &as_json(Options::default()));
    let template = parsed(&files, "eu-west-1/peering.json");
    let resources = &template["Resources"];
    let statements = &resources["AccepterRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"];
    for statement in statements.as_array().unwrap() {
        let text = statement.to_string();
        if text.contains("ec2:") {
            assert_eq!(statement["Condition"]["StringEquals"]["aws:RequestedRegion"], serde_json::json!(["us-east-1"]), "{text}");
        }
        assert!(!text.contains("\"ec2:*\"") && (statement["Resource"] != "*" || text.contains("ec2:Describe")), "{text}");
    }
    let source = resources["AccepterFunction"]["Properties"]["Code"]["ZipFile"].as_str().unwrap();
    assert_eq!(source, include_str!("../schema/accepter/accepter.py"));
    let custom = resources.as_object().unwrap().values().find(|each| each["Type"] == "Custom::TransitGatewayPeeringAccepter").unwrap();
    assert_eq!(custom["Properties"]["Region"], "us-east-1");
    assert!(resources["AccepterFunction"]["Properties"]["Timeout"].as_i64() < custom["Properties"]["ServiceTimeout"].as_i64());
}

#[test]
fn parameters_take_the_place_of_the_intrinsic() {
    let files = build(&graphs::two_regions(), &as_json(Options { wire: Wire::Parameters, ..Options::default() }));
    let manifest = parsed(&files, "manifest.json");
    for stack in manifest["stacks"].as_array().unwrap() {
        let name = stack["template"].as_str().unwrap();
        let template = parsed(&files, name);
        assert!(!template.to_string().contains("Fn::GetStackOutput"), "{name}");
        let declared: Vec<&String> = template["Parameters"].as_object().into_iter().flat_map(|each| each.keys()).collect();
        let given: Vec<&String> = stack["parameters"].as_object().unwrap().keys().collect();
        assert_eq!(declared, given, "{name}");
        for (parameter, from) in stack["parameters"].as_object().unwrap() {
            let producer = manifest["stacks"].as_array().unwrap().iter().find(|each| {
                each["name"] == from["stack"] && each["region"] == from["region"] && each["wave"].as_u64() < stack["wave"].as_u64()
            });
            let producer = parsed(&files, producer.unwrap_or_else(|| panic!("{name}: {parameter}"))["template"].as_str().unwrap());
            assert!(producer["Outputs"].get(from["output"].as_str().unwrap()).is_some(), "{name}: {from}");
        }
    }
}

/// The graph with an account for each region.
fn two_accounts(role: Option<&str>) -> Graph {
    let mut graph = graphs::two_regions();
    for (place, account, name) in [(0, "111111111111", "one"), (1, "222222222222", "two")] {
        let place = &mut graph.places[place];
        (place.account, place.account_name) = (Some(account.into()), Some(name.into()));
        place.deploy_role = role.map(str::to_owned);
    }
    graph
}

#[test]
fn a_wire_between_accounts_needs_a_role() {
    let graph = two_accounts(None);
    let found = problems(&graph, &Options::default());
    assert!(found.iter().all(|(code, _)| *code == "wire-needs-role"), "{found:?}");
    assert!(found.iter().any(|(_, message)| message.contains("transit_gateway/core") && message.contains("`two`")), "{found:?}");
    build(&graph, &Options { wire: Wire::Parameters, ..Options::default() });
    let files = build(&two_accounts(Some("deploy")), &as_json(Options::default()));
    let template = parsed(&files, "eu-west-1/peering.json");
    let properties = &template["Resources"]["PeeringCoreUsEast1"]["Properties"];
    let output = &properties["PeerTransitGatewayId"]["Fn::GetStackOutput"];
    assert_eq!(output["RoleArn"], "arn:aws:iam::222222222222:role/demo-outputs-reader-us-east-1");
    assert_eq!((&output["Region"], &properties["PeerAccountId"]), (&"us-east-1".into(), &"222222222222".into()));
    let own = &properties["TransitGatewayId"]["Fn::GetStackOutput"];
    assert!(own.get("RoleArn").is_none() && own.get("Region").is_none(), "{own}");
}

#[test]
fn stacks_that_need_one_another_are_named() {
    let mut b = graphs::Builder::new();
    let (one, two) = (b.unit(graphs::US, "one", "", ""), b.unit(graphs::US, "two", "", ""));
    let props = |id| vec![("vpc_id", Value::Ref(id, "id"))];
    b.add(one, "ec2.route_table", "vpc/a", "", props(ResourceId(1)));
    b.add(two, "ec2.route_table", "vpc/b", "", props(ResourceId(0)));
    let found = plan(&b.build(), Rules::default()).expect_err("a circle");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code.name, "circle-of-stacks");
    assert_eq!(found[0].message, "stacks need one another: `one` in us-east-1, `two` in us-east-1");
    assert_eq!(found[0].notes.len(), 2, "one reference for each step: {:?}", found[0].notes);
}

/// A unit with one VPC and whatever else.
fn one_vpc(more: impl FnOnce(&mut graphs::Builder, UnitId, ResourceId)) -> Graph {
    let mut b = graphs::Builder::new();
    let unit = b.unit(graphs::US, "vpc-app", "vpc/app", "VPC app");
    let vpc = b.add(unit, "ec2.vpc", "vpc/app", "", vec![("cidr_block", "10.0.0.0/16".into())]);
    more(&mut b, unit, vpc);
    b.build()
}

fn subnet(b: &mut graphs::Builder, unit: UnitId, vpc: ResourceId, name: &str) -> ResourceId {
    b.add(unit, "ec2.subnet", &format!("vpc/app/subnet/{name}"), "", vec![("vpc_id", Value::Ref(vpc, "id"))])
}

#[test]
fn one_logical_id_for_two_paths_names_both() {
    let graph = one_vpc(|b, unit, vpc| {
        subnet(b, unit, vpc, "a-b");
        subnet(b, unit, vpc, "a_b");
    });
    let found = problems(&graph, &Options::default());
    let message = "vpc/app/subnet/a-b and vpc/app/subnet/a_b would both have the logical id `SubnetAB`";
    assert_eq!(found, [("same-logical-id", message.to_owned())]);
}

#[test]
fn a_template_over_a_limit_says_the_number() {
    let with = |subnets: usize| {
        one_vpc(|b, unit, vpc| {
            for number in 0..subnets {
                subnet(b, unit, vpc, &format!("s{number}"));
            }
        })
    };
    build(&with(449), &Options::default());
    let message = "the stack `demo-vpc-app` in us-east-1 would have 451 resources, more than 450";
    assert_eq!(problems(&with(450), &Options::default()), [("stack-too-large", message.to_owned())]);
}

#[test]
fn what_no_shape_takes_stops_the_build() {
    let graph = one_vpc(|b, unit, vpc| {
        let props = vec![("vpc_id", Value::Ref(vpc, "id")), ("colour", "red".into())];
        b.add(unit, "ec2.internet_gateway", "vpc/app", "internet_gateway", props);
        b.add(unit, "s3.bucket", "vpc/app", "logs", vec![("bucket_name", "x".into()), ("smell", "none".into())]);
    });
    let found = problems(&graph, &Options::default());
    let said = |name: &str| ("not-emitted", format!("properties are not emitted: {name}"));
    assert_eq!(found, [said("colour"), said("smell")]);
}

/// One VPC in each region, and a peering that us-east-1 accepts.
fn peered_vpcs(dns: bool) -> Graph {
    let mut b = graphs::Builder::new();
    let mut vpcs = Vec::new();
    for (place, cidr) in [(graphs::EU, "10.2.0.0/16"), (graphs::US, "10.1.0.0/16")] {
        let unit = b.unit(place, "vpc-app", "vpc/app", "VPC app");
        vpcs.push(b.add(unit, "ec2.vpc", "vpc/app", "", vec![("cidr_block", cidr.into())]));
    }
    let unit = b.unit(graphs::EU, "peering", "", "Peerings that this region asks for");
    let peering = b.add(
        unit,
        "ec2.vpc_peering_connection",
        "peering/app",
        "",
        vec![
            ("vpc_id", Value::Ref(vpcs[0], "id")),
            ("peer_vpc_id", Value::Ref(vpcs[1], "id")),
            ("peer_owner_id", Value::AccountId(graphs::US)),
            ("peer_region", "us-east-1".into()),
        ],
    );
    let props = vec![("vpc_peering_connection_id", Value::Ref(peering, "id")), ("peer_region", "us-east-1".into()), ("dns", dns.into())];
    let accepter = b.add(unit, "ec2.vpc_peering_accepter", "peering/app", "accepter", props);
    b.get(accepter).place = graphs::US;
    b.publish(unit, "peering/app/id", Value::Ref(accepter, "id"), "Peering app");
    b.build()
}

#[test]
fn a_peering_of_vpcs_has_a_function_only_for_its_names() {
    let kinds = |files: &Files| {
        let template = parsed(files, "eu-west-1/peering.json");
        let resources = template["Resources"].as_object().unwrap().values();
        let mut kinds: Vec<String> = resources.map(|each| each["Type"].as_str().unwrap().to_owned()).collect();
        kinds.sort();
        (kinds, template["Outputs"]["PeeringAppId"]["Value"]["Ref"].as_str().unwrap().to_owned())
    };
    let quiet = build(&peered_vpcs(false), &as_json(Options::default()));
    write(&quiet, "vpc-peering");
    assert_eq!(kinds(&quiet), (vec!["AWS::EC2::VPCPeeringConnection".to_owned()], "PeeringApp".to_owned()));
    let named = build(&peered_vpcs(true), &as_json(Options::default()));
    write(&named, "vpc-peering-dns");
    let (found, output) = kinds(&named);
    assert_eq!(output, "PeeringAppAccepter");
    assert!(found.contains(&"AWS::Lambda::Function".to_owned()) && found.contains(&"Custom::VPCPeeringAccepter".to_owned()), "{found:?}");
    let manifest = build(&peered_vpcs(true), &Options { accepter: Accepter::Pipeline, ..Options::default() });
    let step = &parsed(&manifest, "manifest.json")["steps"][0];
    assert_eq!((step["action"].as_str(), step["dns"].as_bool()), (Some("accept-vpc-peering"), Some(true)));
}

#[test]
fn dependencies_name_what_makes_a_gateway_usable() {
    let files = build(&graphs::two_regions(), &as_json(Options::default()));
    let template = parsed(&files, "us-east-1/vpc-app.json");
    let resources = template["Resources"].as_object().unwrap();
    let mut seen = 0;
    for (name, resource) in resources {
        let after_gateway = matches!(resource["Type"].as_str(), Some("AWS::EC2::EIP" | "AWS::EC2::NatGateway"))
            || resource["Properties"].get("GatewayId").is_some();
        if after_gateway {
            seen += 1;
            assert_eq!(resource["DependsOn"], "InternetGatewayAttachment", "{name}");
        }
        if resource["Properties"].get("TransitGatewayId").is_some() && resource["Type"] == "AWS::EC2::Route" {
            seen += 1;
            let attachment = &resources[resource["DependsOn"].as_str().unwrap()];
            assert_eq!(attachment["Type"], "AWS::EC2::TransitGatewayAttachment", "{name}");
        }
    }
    assert_eq!(seen, 4);
}
