//! A bucket with what other targets keep apart: policy, versions, encryption, and replication.

use super::{Beside, Builder, Form, Taken, enabled, member, own_ref};
use crate::backend::cfn::node::{Fields, Node};
use crate::backend::cfn::value::Reader;
use crate::graph::{Props, Resource, Value};

pub fn bucket<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut properties = Builder(Vec::new());
    properties.set("BucketEncryption", encryption(reader, taken.take("kms_key")));
    properties.maybe(reader, "BucketName", taken.take("bucket_name"));
    properties.set("LifecycleConfiguration", Node::map([("Rules", lifecycle(reader, taken))]));
    if taken.flag("object_lock") {
        properties.set("ObjectLockEnabled", true);
    }
    let owner = Node::map([("ObjectOwnership", Node::from("BucketOwnerEnforced"))]);
    properties.set("OwnershipControls", Node::map([("Rules", Node::List(vec![owner]))]));
    properties.set(
        "PublicAccessBlockConfiguration",
        Node::map([
            ("BlockPublicAcls", Node::Bool(true)),
            ("BlockPublicPolicy", Node::Bool(true)),
            ("IgnorePublicAcls", Node::Bool(true)),
            ("RestrictPublicBuckets", Node::Bool(true)),
        ]),
    );
    if let Some(replication) = reader.replication_of(taken.id) {
        properties.set("ReplicationConfiguration", configuration(reader, replication));
    }
    properties.set("VersioningConfiguration", enabled(true));
    Form { properties: properties.0, beside: policy(reader, taken), ..Form::default() }
}

fn policy<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Vec<Beside<'g>> {
    let Some(statements) = taken.take("policy_statements") else {
        return Vec::new();
    };
    let document = Node::map([("Version", Node::from("2012-10-17")), ("Statement", reader.node(statements))]);
    let properties = vec![("Bucket".into(), Node::Ref(own_ref(reader, taken))), ("PolicyDocument".into(), document)];
    vec![Beside { suffix: "Policy", ty: "AWS::S3::BucketPolicy", properties, after: false }]
}

fn encryption<'g>(reader: &mut Reader<'_, 'g>, key: Option<&'g Value>) -> Node<'g> {
    let mut default = Builder(Vec::new());
    default.maybe(reader, "KMSMasterKeyID", key);
    default.set("SSEAlgorithm", if key.is_some() { "aws:kms" } else { "AES256" });
    let mut rule = Builder(Vec::new());
    if key.is_some() {
        rule.set("BucketKeyEnabled", true);
    }
    rule.set("ServerSideEncryptionByDefault", Node::Map(default.0));
    Node::map([("ServerSideEncryptionConfiguration", Node::List(vec![Node::Map(rule.0)]))])
}

fn lifecycle<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Node<'g> {
    let mut rules = Vec::new();
    let (abort, expire) = (taken.take("abort_multipart_days"), taken.take("expire_noncurrent_days"));
    if abort.is_some() || expire.is_some() {
        let mut rule = Builder(Vec::new());
        if let Some(days) = abort {
            let days = Node::map([("DaysAfterInitiation", reader.node(days))]);
            rule.set("AbortIncompleteMultipartUpload", days);
        }
        rule.set("Id", "housekeeping");
        if let Some(days) = expire {
            let days = Node::map([("NoncurrentDays", reader.node(days))]);
            rule.set("NoncurrentVersionExpiration", days);
        }
        rule.set("Status", "Enabled");
        rules.push(Node::Map(rule.0));
    }
    for given in taken.structures("lifecycle") {
        rules.push(Node::Map(lifecycle_rule(reader, given)));
    }
    Node::List(rules)
}

fn lifecycle_rule<'g>(reader: &mut Reader<'_, 'g>, given: &'g Props) -> Fields<'g> {
    let mut rule = Builder(Vec::new());
    rule.maybe(reader, "ExpirationInDays", member(given, "expiration_days"));
    rule.maybe(reader, "Id", member(given, "id"));
    rule.maybe(reader, "Prefix", member(given, "prefix").filter(|each| !is_empty(each)));
    rule.set("Status", "Enabled");
    if let Some(Value::List(transitions)) = member(given, "transitions")
        && !transitions.is_empty()
    {
        let transition = |each: &'g Value| match each {
            Value::Struct(given) => {
                let mut transition = Builder(Vec::new());
                transition.maybe(reader, "StorageClass", member(given, "storage_class"));
                transition.maybe(reader, "TransitionInDays", member(given, "days"));
                Node::Map(transition.0)
            }
            other => reader.node(other),
        };
        let transitions: Vec<Node> = transitions.iter().map(transition).collect();
        rule.set("Transitions", transitions);
    }
    rule.0
}

fn configuration<'g>(reader: &mut Reader<'_, 'g>, replication: &'g Resource) -> Node<'g> {
    let mut configuration = Builder(Vec::new());
    configuration.maybe(reader, "Role", member(&replication.props, "role"));
    let mut rules = Vec::new();
    if let Some(Value::List(given)) = member(&replication.props, "rules") {
        for each in given {
            if let Value::Struct(given) = each {
                rules.push(Node::Map(replication_rule(reader, given)));
            }
        }
    }
    configuration.set("Rules", rules);
    Node::Map(configuration.0)
}

fn replication_rule<'g>(reader: &mut Reader<'_, 'g>, given: &'g Props) -> Fields<'g> {
    let key = member(given, "replica_kms_key_arn");
    let mut rule = Builder(Vec::new());
    rule.set("DeleteMarkerReplication", enabled(is_true(member(given, "delete_markers"))));
    rule.set("Destination", destination(reader, given, key));
    let prefix = member(given, "prefix").map_or(Node::from(""), |prefix| reader.node(prefix));
    rule.set("Filter", Node::map([("Prefix", prefix)]));
    rule.maybe(reader, "Id", member(given, "id"));
    rule.maybe(reader, "Priority", member(given, "priority"));
    let mut selection = Builder(Vec::new());
    if is_true(member(given, "replica_modifications")) {
        selection.set("ReplicaModifications", enabled(true));
    }
    if key.is_some() {
        selection.set("SseKmsEncryptedObjects", enabled(true));
    }
    if !selection.0.is_empty() {
        rule.set("SourceSelectionCriteria", Node::Map(selection.0));
    }
    rule.set("Status", "Enabled");
    rule.0
}

fn destination<'g>(reader: &mut Reader<'_, 'g>, given: &'g Props, key: Option<&'g Value>) -> Node<'g> {
    let mut destination = Builder(Vec::new());
    let account = member(given, "destination_account_id");
    if account.is_some() {
        let owner = Node::map([("Owner", Node::from("Destination"))]);
        destination.set("AccessControlTranslation", owner);
    }
    destination.maybe(reader, "Account", account);
    destination.maybe(reader, "Bucket", member(given, "destination_bucket_arn"));
    if let Some(key) = key {
        let key = Node::map([("ReplicaKmsKeyID", reader.node(key))]);
        destination.set("EncryptionConfiguration", key);
    }
    if let Some(minutes) = member(given, "within_minutes") {
        let time = Node::map([("Minutes", reader.node(minutes))]);
        let status = || ("Status", Node::from("Enabled"));
        destination.set("Metrics", Node::map([("EventThreshold", time.clone()), status()]));
        destination.set("ReplicationTime", Node::map([status(), ("Time", time)]));
    }
    destination.maybe(reader, "StorageClass", member(given, "storage_class"));
    Node::Map(destination.0)
}

fn is_true(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Bool(true)))
}

fn is_empty(value: &Value) -> bool {
    matches!(value, Value::Str(text) if text.is_empty())
}
