//! Who else writes into a bucket: the flow logs of every region and account, and the replication of
//! other accounts. Policies of buckets and of their keys let in these and nobody else.

use std::collections::BTreeSet;

use super::lower::{Lowering, arn, join, list, object, strings};
use super::{PlaceId, Value, bucket};
use crate::topology::{Bucket, BucketId, FlowLogs, KeyId, Replication, Topology};

/// Statements for the policy of a bucket.
pub(super) fn into_bucket(cx: &Lowering<'_>, id: BucketId) -> Vec<Value> {
    let to = cx.topology.bucket(id);
    let mut statements = Vec::new();
    let places = log_places(cx.topology, |bucket, _| bucket == id);
    if !places.is_empty() {
        let accounts = accounts(cx.topology, &places);
        let folder = |place: &PlaceId| join([bucket::arn_of(cx, to, "/AWSLogs/"), Value::AccountId(*place), "/*".into()]);
        // No condition on the ACL: there are none in a bucket that owns what is in it.
        statements.push(object([
            ("Sid", "LogDeliveryWrites".into()),
            ("Effect", "Allow".into()),
            ("Principal", log_delivery()),
            ("Action", "s3:PutObject".into()),
            ("Resource", one_or_list(accounts.iter().map(folder).collect())),
            ("Condition", from(cx, &places)),
        ]));
        statements.push(object([
            ("Sid", "LogDeliveryChecks".into()),
            ("Effect", "Allow".into()),
            ("Principal", log_delivery()),
            ("Action", strings(&["s3:GetBucketAcl", "s3:ListBucket"])),
            ("Resource", bucket::arn_of(cx, to, "")),
            ("Condition", from(cx, &places)),
        ]));
    }
    for source in replicating(cx.topology, |bucket, _| bucket == id) {
        let name = sid(cx, source);
        statements.push(object([
            ("Sid", format!("Replication{name}").into()),
            ("Effect", "Allow".into()),
            ("Principal", account_of(source.place)),
            ("Action", strings(&["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"])),
            ("Resource", bucket::arn_of(cx, to, "/*")),
            ("Condition", role_of(cx, source)),
        ]));
        statements.push(object([
            ("Sid", format!("ReplicationChecks{name}").into()),
            ("Effect", "Allow".into()),
            ("Principal", account_of(source.place)),
            ("Action", "s3:GetBucketVersioning".into()),
            ("Resource", bucket::arn_of(cx, to, "")),
            ("Condition", role_of(cx, source)),
        ]));
    }
    statements
}

/// Statements for the policy of a key in a place: the same writers, of all buckets that it encrypts there.
pub(super) fn with_key(cx: &Lowering<'_>, key: KeyId, place: PlaceId) -> Vec<Value> {
    let encrypted = |_, bucket: &Bucket| bucket.place == place && bucket.key.is_some_and(|(id, _)| id == key);
    let mut statements = Vec::new();
    let places = log_places(cx.topology, encrypted);
    if !places.is_empty() {
        statements.push(object([
            ("Sid", "LogDeliveryUsesKey".into()),
            ("Effect", "Allow".into()),
            ("Principal", log_delivery()),
            ("Action", strings(&["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"])),
            ("Resource", "*".into()),
            ("Condition", from(cx, &places)),
        ]));
    }
    for source in replicating(cx.topology, encrypted) {
        statements.push(object([
            ("Sid", format!("Replication{}{}", capitals(&source.name), sid(cx, source)).into()),
            ("Effect", "Allow".into()),
            ("Principal", account_of(source.place)),
            ("Action", strings(&["kms:Encrypt", "kms:GenerateDataKey"])),
            ("Resource", "*".into()),
            ("Condition", role_of(cx, source)),
        ]));
    }
    statements
}

/// Whether a bucket replicates to another account.
pub(super) fn over_accounts(topology: &Topology, from: &Bucket, edge: &Replication) -> bool {
    topology.place(topology.bucket(edge.to).place).account != topology.place(from.place).account
}

/// The name of the role that replicates a bucket. Roles are of no region, so the region is in it.
pub(super) fn role_name(cx: &Lowering<'_>, bucket: &Bucket) -> String {
    cx.prefixed(format!("{}-replication-{}", bucket.name, cx.region(bucket.place)))
}

/// Places whose VPCs log to certain buckets.
fn log_places(topology: &Topology, wanted: impl Fn(BucketId, &Bucket) -> bool) -> BTreeSet<PlaceId> {
    let logs = |vpc: &&crate::topology::Vpc| match vpc.flow_logs {
        FlowLogs::Bucket { bucket, .. } => wanted(bucket, topology.bucket(bucket)),
        FlowLogs::CloudWatch { .. } | FlowLogs::Off => false,
    };
    topology.vpcs.iter().filter(logs).map(|vpc| vpc.place).collect()
}

/// Buckets of other accounts that replicate to certain buckets.
fn replicating(topology: &Topology, wanted: impl Fn(BucketId, &Bucket) -> bool) -> Vec<&Bucket> {
    let comes = |source: &&Bucket| {
        source.replicate.iter().any(|edge| over_accounts(topology, source, edge) && wanted(edge.to, topology.bucket(edge.to)))
    };
    topology.buckets.iter().filter(comes).collect()
}

/// A place of each account.
fn accounts(topology: &Topology, places: &BTreeSet<PlaceId>) -> Vec<PlaceId> {
    let mut seen = BTreeSet::new();
    places.iter().copied().filter(|place| seen.insert(topology.place(*place).account)).collect()
}

fn log_delivery() -> Value {
    object([("Service", "delivery.logs.amazonaws.com".into())])
}

/// Log delivery on behalf of these accounts, in these regions.
fn from(cx: &Lowering<'_>, places: &BTreeSet<PlaceId>) -> Value {
    let accounts = accounts(cx.topology, places).into_iter().map(Value::AccountId).collect();
    let sources = places.iter().map(|place| {
        let region = format!(":logs:{}:", cx.region(*place));
        arn([Value::Partition(*place), region.into(), Value::AccountId(*place), ":*".into()])
    });
    object([
        ("StringEquals", object([("aws:SourceAccount", one_or_list(accounts))])),
        ("ArnLike", object([("aws:SourceArn", one_or_list(sources.collect()))])),
    ])
}

/// The account, whoever in it. AWS refuses a policy that names a role which is not there yet; a
/// condition may.
fn account_of(place: PlaceId) -> Value {
    object([("AWS", arn([Value::Partition(place), ":iam::".into(), Value::AccountId(place), ":root".into()]))])
}

fn role_of(cx: &Lowering<'_>, bucket: &Bucket) -> Value {
    let role = format!(":role/{}", role_name(cx, bucket));
    let role = arn([Value::Partition(bucket.place), ":iam::".into(), Value::AccountId(bucket.place), role.into()]);
    object([("ArnEquals", object([("aws:PrincipalArn", role)]))])
}

/// `EuWest1`, `VaultUsWest2`
fn sid(cx: &Lowering<'_>, bucket: &Bucket) -> String {
    capitals(&cx.topology.place(bucket.place).slug)
}

/// Letters and digits only, as an id of a statement wants them.
fn capitals(words: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_ascii_uppercase().to_string() + chars.as_str()).unwrap_or_default()
    };
    words.split(|c: char| !c.is_ascii_alphanumeric()).map(capital).collect()
}

fn one_or_list(mut values: Vec<Value>) -> Value {
    match values.len() {
        1 => values.remove(0),
        _ => list(values),
    }
}
