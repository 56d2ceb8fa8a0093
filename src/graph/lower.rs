//! Topology and routing to resources. One file a kind; this one holds what they share.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::*;
use crate::routing::{Routing, TableOf};
use crate::topology::{self, BucketId, External, FirewallId, GatewayId, KeyId, PeeringId, Topology, UplinkId, VpcId};

/// Lowers a finished topology. Errors have been reported before; this cannot fail.
pub fn lower(topology: &Topology, routing: &Routing) -> Graph {
    let mut cx = Lowering::new(topology, routing);
    super::foundation::lower(&mut cx);
    super::key::lower(&mut cx);
    super::bucket::lower(&mut cx);
    super::transit_gateway::lower(&mut cx);
    super::vpc::lower(&mut cx);
    super::uplink::lower(&mut cx);
    super::peering::lower(&mut cx);
    super::vpc::routes(&mut cx);
    super::table::lower(&mut cx);
    super::publish::lower(&mut cx);
    super::reader::lower(&mut cx);
    cx.finish()
}

/// The graph while it grows, and where things are in it.
pub(super) struct Lowering<'t> {
    pub topology: &'t Topology,
    pub routing: &'t Routing,
    pub graph: Graph,
    units: BTreeMap<(PlaceId, Rc<str>), UnitId>,
    pub logs_keys: BTreeMap<PlaceId, ResourceId>,
    pub keys: BTreeMap<(KeyId, PlaceId), ResourceId>,
    pub buckets: BTreeMap<BucketId, ResourceId>,
    pub gateways: BTreeMap<GatewayId, GatewayParts>,
    pub vpcs: BTreeMap<VpcId, VpcParts>,
    pub peerings: BTreeMap<PeeringId, PeeringParts>,
    /// The role of a place that accepts peerings of other accounts.
    pub accepter_roles: BTreeMap<PlaceId, ResourceId>,
    pub tables: Vec<ResourceId>,
    /// The unit and the attachment of each VPN and Direct Connect association.
    pub uplinks: BTreeMap<UplinkId, (UnitId, Value)>,
    /// By position in the topology.
    pub prefix_lists: Vec<ResourceId>,
}

/// The ids of a gateway, made or existing.
#[derive(Clone)]
pub(super) struct GatewayParts {
    pub id: Value,
    /// As in [`Routing::gateways`]; None where an existing gateway's own default table does the work.
    pub tables: Vec<Option<Value>>,
    /// Whether it associates attachments, and lets them propagate, by itself.
    pub associates: bool,
    pub propagates: bool,
}

/// What stands for a peering.
#[derive(Clone, Copy)]
pub(super) struct PeeringParts {
    pub accepted: ResourceId,
    /// Two gateways of one region: AWS makes an attachment for each side, with an id of its own. The
    /// gateway that requests, and its attachment.
    pub inside: Option<(GatewayId, ResourceId)>,
}

impl PeeringParts {
    /// The attachment as the tables of a gateway know it, and what must be there before it is used.
    pub fn attachment(&self, gateway: GatewayId) -> (Value, Option<ResourceId>) {
        match self.inside {
            None => (reference(self.accepted), None),
            Some((requester, request)) if requester == gateway => (reference(request), Some(self.accepted)),
            Some(_) => (Value::Ref(self.accepted, "accepter_attachment_id"), None),
        }
    }
}

/// The ids of a VPC, made or existing.
#[derive(Clone)]
pub(super) struct VpcParts {
    pub id: Value,
    pub unit: Option<UnitId>,
    /// Route tables with the path that their routes get, as in [`Routing::vpcs`].
    pub tables: Vec<TablePart>,
    pub subnets: Vec<(Path, ResourceId)>,
    pub attachments: BTreeMap<GatewayId, ResourceId>,
    /// NAT gateways by zone.
    pub nats: BTreeMap<String, ResourceId>,
    /// Network firewalls by zone.
    pub firewalls: BTreeMap<(FirewallId, String), ResourceId>,
    /// Security groups of what rules open: path, whose it is, the group.
    pub allowed: Vec<(Path, String, ResourceId)>,
    pub internet_gateway: Option<ResourceId>,
    /// Egress-only, for IPv6.
    pub outbound: Option<ResourceId>,
}

#[derive(Clone)]
pub(super) struct TablePart {
    pub of: TableOf,
    pub path: Path,
    pub id: Value,
}

/// A resource about to be added.
pub(super) struct New {
    pub ty: &'static str,
    pub unit: UnitId,
    pub path: Path,
    pub role: &'static str,
    pub props: Props,
    pub name: Option<String>,
    pub tags: topology::Tags,
    pub depends_on: Vec<ResourceId>,
    pub doc: Option<String>,
    pub stateful: bool,
    pub interconnect: bool,
    pub place: Option<PlaceId>,
    pub span: Span,
}

impl New {
    pub fn of(ty: &'static str, unit: UnitId, path: Path, span: Span, props: Props) -> New {
        New {
            ty,
            unit,
            path,
            role: "",
            props,
            name: None,
            tags: Vec::new(),
            depends_on: Vec::new(),
            doc: None,
            stateful: false,
            interconnect: false,
            place: None,
            span,
        }
    }

    pub fn role(mut self, role: &'static str) -> New {
        self.role = role;
        self
    }

    /// The `Name` tag.
    pub fn named(mut self, name: String, tags: &topology::Tags) -> New {
        self.name = Some(name);
        self.tags = tags.clone();
        self
    }

    pub fn after(mut self, resource: Option<ResourceId>) -> New {
        self.depends_on.extend(resource);
        self
    }

    pub fn doc(mut self, doc: &Option<String>) -> New {
        self.doc = doc.clone();
        self
    }

    pub fn stateful(mut self) -> New {
        self.stateful = true;
        self
    }

    pub fn interconnect(mut self) -> New {
        self.interconnect = true;
        self
    }

    /// In another place than its unit.
    pub fn at(mut self, place: PlaceId) -> New {
        self.place = Some(place);
        self
    }
}

impl<'t> Lowering<'t> {
    fn new(topology: &'t Topology, routing: &'t Routing) -> Self {
        let places = topology
            .places
            .iter()
            .map(|place| {
                let account = place.account.map(|id| &topology.accounts[id.0 as usize]);
                Place {
                    slug: place.slug.clone(),
                    region: place.region.code.to_string(),
                    partition: place.region.partition.to_string(),
                    account: account.map(|account| account.id.clone()),
                    account_name: account.map(|account| account.name.clone()),
                    deploy_role: account.and_then(|account| account.deploy_role.clone()),
                    tags: place.tags.clone(),
                    region_tags: place.region_tags.clone(),
                }
            })
            .collect();
        let graph = Graph {
            name: topology.name.clone(),
            prefix: topology.prefix.clone(),
            description: topology.doc.clone(),
            publish_exports: topology.publish_exports,
            publish_ssm: topology.publish_ssm,
            places,
            parameters: super::parameter::parameters(topology),
            ..Graph::default()
        };
        Lowering {
            topology,
            routing,
            graph,
            units: BTreeMap::new(),
            logs_keys: BTreeMap::new(),
            keys: BTreeMap::new(),
            buckets: BTreeMap::new(),
            gateways: BTreeMap::new(),
            vpcs: BTreeMap::new(),
            peerings: BTreeMap::new(),
            accepter_roles: BTreeMap::new(),
            tables: Vec::new(),
            uplinks: BTreeMap::new(),
            prefix_lists: Vec::new(),
        }
    }

    /// The unit of a purpose in a place, made when it is wanted first.
    pub fn unit(&mut self, place: PlaceId, purpose: &str, root: Path, description: impl FnOnce() -> String) -> UnitId {
        // Stack names take no `_`; names that differ only in that are refused by a check.
        let purpose = &*purpose.replace('_', "-");
        if let Some(id) = self.units.get(&(place, purpose.into())) {
            return *id;
        }
        let id = UnitId(self.graph.units.len() as u32);
        self.graph.units.push(Unit { place, purpose: purpose.to_owned(), root, description: description() });
        self.units.insert((place, purpose.into()), id);
        id
    }

    pub fn add(&mut self, new: New) -> ResourceId {
        let id = ResourceId(self.graph.resources.len() as u32);
        let mut tags: Vec<(String, Value)> = new.tags.into_iter().map(|(key, value)| (key, Value::from(value))).collect();
        if let Some(name) = new.name {
            tags.push(("Name".to_owned(), Value::from(name)));
            tags.sort_by(|a, b| a.0.cmp(&b.0));
        }
        self.graph.resources.push(Resource {
            ty: new.ty,
            place: new.place.unwrap_or_else(|| self.graph.unit(new.unit).place),
            unit: new.unit,
            path: new.path,
            role: new.role,
            interconnect: new.interconnect,
            props: new.props,
            tags,
            depends_on: new.depends_on,
            doc: new.doc,
            stateful: new.stateful,
            span: new.span,
        });
        id
    }

    /// `PREFIX-name`, the start of physical names.
    pub fn prefixed(&self, name: impl std::fmt::Display) -> String {
        format!("{}-{name}", self.topology.prefix)
    }

    /// What a function of CloudFormation encrypts its log with, where the place has a key for that.
    pub fn function_logs(&self, place: PlaceId) -> Option<(&'static str, Value)> {
        self.logs_keys.get(&place).map(|key| ("logs_key_arn", Value::Ref(*key, "arn")))
    }

    pub fn region(&self, place: PlaceId) -> &'t str {
        &self.topology.place(place).region.code
    }

    pub fn external(&self, id: &External) -> Value {
        match id {
            External::Literal(text) => Value::str(text),
            External::Parameter(name) => {
                let ix = self.topology.parameters.iter().position(|each| each.name == *name).expect("every param is collected");
                Value::Param(ix as u32)
            }
        }
    }

    /// Sorts units and resources, and renames ids to fit.
    fn finish(self) -> Graph {
        let mut graph = self.graph;
        let mut unit_order: Vec<u32> = (0..graph.units.len() as u32).collect();
        unit_order.sort_by(|a, b| {
            let key = |ix: u32| (graph.units[ix as usize].place, graph.units[ix as usize].purpose.as_str());
            key(*a).cmp(&key(*b))
        });
        let unit_names = inverse(&unit_order);
        let mut units: Vec<Option<Unit>> = std::mem::take(&mut graph.units).into_iter().map(Some).collect();
        graph.units = unit_order.iter().map(|ix| units[*ix as usize].take().expect("each unit once")).collect();

        let mut order: Vec<u32> = (0..graph.resources.len() as u32).collect();
        for resource in &mut graph.resources {
            resource.unit = UnitId(unit_names[resource.unit.0 as usize]);
        }
        order.sort_by(|a, b| {
            let key = |ix: u32| {
                let each = &graph.resources[ix as usize];
                (each.unit, &each.path, each.role, each.ty)
            };
            key(*a).cmp(&key(*b))
        });
        let names = inverse(&order);
        let mut resources: Vec<Option<Resource>> = std::mem::take(&mut graph.resources).into_iter().map(Some).collect();
        graph.resources = order
            .iter()
            .map(|ix| {
                let mut resource = resources[*ix as usize].take().expect("each resource once");
                resource.props.iter_mut().for_each(|(_, value)| rename(value, &names));
                resource.tags.iter_mut().for_each(|(_, value)| rename(value, &names));
                resource.depends_on.iter_mut().for_each(|id| id.0 = names[id.0 as usize]);
                resource
            })
            .collect();
        for published in &mut graph.published {
            published.unit = UnitId(unit_names[published.unit.0 as usize]);
            rename(&mut published.value, &names);
        }
        graph.published.sort_by(|a, b| (a.unit, &a.key).cmp(&(b.unit, &b.key)));
        graph
    }
}

/// Old position to new position.
fn inverse(order: &[u32]) -> Vec<u32> {
    let mut names = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        names[*old as usize] = new as u32;
    }
    names
}

fn rename(value: &mut Value, names: &[u32]) {
    match value {
        Value::Ref(id, _) | Value::Subnet64(id, _) => id.0 = names[id.0 as usize],
        Value::List(values) | Value::Join(values) => values.iter_mut().for_each(|each| rename(each, names)),
        Value::Struct(props) => props.iter_mut().for_each(|(_, each)| rename(each, names)),
        Value::Map(entries) => entries.iter_mut().for_each(|(_, each)| rename(each, names)),
        Value::Json(inner) => rename(inner, names),
        _ => {}
    }
}

// Values that several kinds write.

pub(super) fn reference(id: ResourceId) -> Value {
    Value::Ref(id, "id")
}

pub(super) fn join(pieces: impl IntoIterator<Item = Value>) -> Value {
    Value::Join(pieces.into_iter().collect())
}

pub(super) fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

pub(super) fn list(values: impl IntoIterator<Item = Value>) -> Value {
    Value::List(values.into_iter().collect())
}

pub(super) fn strings(values: &[&str]) -> Value {
    Value::List(values.iter().map(|each| Value::from(*each)).collect())
}

/// A policy document with its statements.
pub(super) fn policy(statements: Vec<Value>) -> Value {
    Value::Json(Box::new(object([("Version", "2012-10-17".into()), ("Statement", Value::List(statements))])))
}

/// Trust of an AWS service, for this account's resources only.
pub(super) fn service_trust(service: &str, place: PlaceId) -> Value {
    policy(vec![object([
        ("Effect", "Allow".into()),
        ("Principal", object([("Service", service.into())])),
        ("Action", "sts:AssumeRole".into()),
        ("Condition", object([("StringEquals", object([("aws:SourceAccount", Value::AccountId(place))]))])),
    ])])
}

/// The account itself may do everything with a key; who else may is a matter of IAM.
pub(super) fn account_owns_key(place: PlaceId) -> Value {
    object([
        ("Sid", "AccountOwnsKey".into()),
        ("Effect", "Allow".into()),
        ("Principal", object([("AWS", arn([Value::Partition(place), ":iam::".into(), Value::AccountId(place), ":root".into()]))])),
        ("Action", "kms:*".into()),
        ("Resource", "*".into()),
    ])
}

/// `arn:` and the pieces after it.
pub(super) fn arn<const N: usize>(pieces: [Value; N]) -> Value {
    join(std::iter::once(Value::from("arn:")).chain(pieces))
}
