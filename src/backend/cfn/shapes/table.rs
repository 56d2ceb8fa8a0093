//! A table with its replicas: one resource, in the stack of the table's home.

use super::{Builder, Form, Taken, member};
use crate::backend::cfn::node::{Fields, Node};
use crate::backend::cfn::value::Reader;
use crate::graph::{Props, Value};

/// How full provisioned capacity may run before it grows.
const TARGET_UTILIZATION: i64 = 70;

pub fn table<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut properties = Builder(Vec::new());
    let attributes: Vec<Node> = taken
        .structures("attributes")
        .into_iter()
        .map(|given| {
            let mut attribute = Builder(Vec::new());
            attribute.maybe(reader, "AttributeName", member(given, "name"));
            attribute.maybe(reader, "AttributeType", member(given, "type"));
            Node::Map(attribute.0)
        })
        .collect();
    properties.set("AttributeDefinitions", attributes);
    properties.maybe(reader, "BillingMode", taken.take("billing_mode"));
    let capacity = Capacity { read: taken.take("read_capacity"), write: taken.take("write_capacity") };
    let indexes = taken.structures("global_secondary_indexes");
    if !indexes.is_empty() {
        let indexes: Vec<Node> = indexes.iter().map(|given| index(reader, given, &capacity)).collect();
        properties.set("GlobalSecondaryIndexes", indexes);
    }
    if let Some(region) = taken.take("witness_region") {
        let witness = Node::map([("Region", reader.node(region))]);
        properties.set("GlobalTableWitnesses", vec![witness]);
    }
    let (hash, range) = (taken.take("hash_key"), taken.take("range_key"));
    properties.set("KeySchema", key_schema(reader, hash, range));
    if taken.text("consistency") == Some("strong") {
        properties.set("MultiRegionConsistency", "STRONG");
    }
    let every = Every {
        deletion_protection: taken.flag("deletion_protection"),
        recovery: taken.flag("point_in_time_recovery"),
        indexes,
        read: capacity.read,
        tags: reader.tags(taken.resource),
    };
    let replicas = taken.structures("replicas");
    let replicas: Vec<Node> = replicas.into_iter().map(|given| replica(reader, given, &every)).collect();
    properties.set("Replicas", replicas);
    properties.set("SSESpecification", Node::map([("SSEEnabled", Node::Bool(true)), ("SSEType", Node::from("KMS"))]));
    if taken.flag("stream") {
        let images = Node::map([("StreamViewType", Node::from("NEW_AND_OLD_IMAGES"))]);
        properties.set("StreamSpecification", images);
    }
    properties.maybe(reader, "TableName", taken.take("table_name"));
    if let Some(attribute) = taken.take("ttl_attribute") {
        let attribute = reader.node(attribute);
        properties.set("TimeToLiveSpecification", Node::map([("AttributeName", attribute), ("Enabled", Node::Bool(true))]));
    }
    capacity.write(reader, &mut properties);
    Form { properties: properties.0, tagged: true, ..Form::default() }
}

/// What every replica has.
struct Every<'g> {
    deletion_protection: bool,
    recovery: bool,
    indexes: Vec<&'g Props>,
    read: Option<&'g Value>,
    tags: Fields<'g>,
}

fn replica<'g>(reader: &mut Reader<'_, 'g>, given: &'g Props, every: &Every<'g>) -> Node<'g> {
    let mut replica = Builder(Vec::new());
    replica.set("DeletionProtectionEnabled", every.deletion_protection);
    if let Some(read) = every.read
        && !every.indexes.is_empty()
    {
        let indexes: Vec<Node> = every
            .indexes
            .iter()
            .map(|given| {
                let mut index = Builder(Vec::new());
                index.maybe(reader, "IndexName", member(given, "name"));
                let units = Node::map([("ReadCapacityUnits", reader.node(read))]);
                index.set("ReadProvisionedThroughputSettings", units);
                Node::Map(index.0)
            })
            .collect();
        replica.set("GlobalSecondaryIndexes", indexes);
    }
    replica.set("PointInTimeRecoverySpecification", Node::map([("PointInTimeRecoveryEnabled", Node::Bool(every.recovery))]));
    if let Some(read) = every.read {
        let units = Node::map([("ReadCapacityUnits", reader.node(read))]);
        replica.set("ReadProvisionedThroughputSettings", units);
    }
    replica.maybe(reader, "Region", member(given, "region"));
    if let Some(key) = member(given, "kms_key_arn") {
        let key = Node::map([("KMSMasterKeyId", reader.node(key))]);
        replica.set("SSESpecification", key);
    }
    if !every.tags.is_empty() {
        replica.set("Tags", super::super::stack::tag_list(every.tags.clone()));
    }
    Node::Map(replica.0)
}

fn index<'g>(reader: &mut Reader<'_, 'g>, given: &'g Props, capacity: &Capacity<'g>) -> Node<'g> {
    let mut index = Builder(Vec::new());
    index.maybe(reader, "IndexName", member(given, "name"));
    let keys = key_schema(reader, member(given, "hash_key"), member(given, "range_key"));
    index.set("KeySchema", keys);
    let projection = match member(given, "projection") {
        Some(Value::List(attributes)) => {
            let attributes: Vec<Node> = attributes.iter().map(|each| reader.node(each)).collect();
            Node::map([("NonKeyAttributes", Node::List(attributes)), ("ProjectionType", Node::from("INCLUDE"))])
        }
        Some(Value::Str(kind)) => Node::map([("ProjectionType", Node::from(kind.to_uppercase()))]),
        _ => Node::map([("ProjectionType", Node::from("ALL"))]),
    };
    index.set("Projection", projection);
    capacity.write(reader, &mut index);
    Node::Map(index.0)
}

fn key_schema<'g>(reader: &mut Reader<'_, 'g>, hash: Option<&'g Value>, range: Option<&'g Value>) -> Node<'g> {
    let keys = [(hash, "HASH"), (range, "RANGE")];
    let keys = keys.into_iter().filter_map(|(name, kind)| {
        let name = reader.node(name?);
        Some(Node::map([("AttributeName", name), ("KeyType", Node::from(kind))]))
    });
    Node::List(keys.collect())
}

/// Provisioned capacity; nothing where the table is paid per request.
struct Capacity<'g> {
    read: Option<&'g Value>,
    write: Option<&'g Value>,
}

impl<'g> Capacity<'g> {
    /// A global table wants its write capacity scaled; the given number is where it starts.
    fn write(&self, reader: &mut Reader<'_, 'g>, properties: &mut Builder<'g>) {
        let Some(write) = self.write else { return };
        let least = reader.node(write);
        let most = match &least {
            Node::Int(units) => Node::Int(units.saturating_mul(10)),
            other => other.clone(),
        };
        let scaling = Node::map([
            ("MaxCapacity", most),
            ("MinCapacity", least),
            ("TargetTrackingScalingPolicyConfiguration", Node::map([("TargetValue", Node::Int(TARGET_UTILIZATION))])),
        ]);
        properties.set("WriteProvisionedThroughputSettings", Node::map([("WriteCapacityAutoScalingSettings", scaling)]));
    }
}
