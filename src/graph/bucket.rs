//! `bucket`: the bucket in each place, and its replication.

use super::lower::{Lowering, New, list, object, policy, reference, service_trust, strings};
use super::{delivery, *};
use crate::topology::{Bucket, BucketId, Replication};

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let ids = || (0..cx.topology.buckets.len() as u32).map(BucketId);
    let all: Vec<BucketId> = ids().collect();
    for id in &all {
        let made = bucket(cx, *id);
        cx.buckets.insert(*id, made);
    }
    for id in all {
        if !cx.topology.bucket(id).replicate.is_empty() {
            replication(cx, id);
        }
    }
}

fn path(bucket: &Bucket) -> Path {
    Path::new().kind("bucket").name(&bucket.name)
}

fn unit(cx: &mut Lowering<'_>, bucket: &Bucket) -> UnitId {
    cx.unit(bucket.place, &format!("bucket-{}", bucket.name), path(bucket), || match &bucket.doc {
        Some(doc) => doc.lines().next().unwrap_or_default().to_owned(),
        None => format!("Bucket {}", bucket.name),
    })
}

/// `PREFIX-NAME-ACCOUNT-REGION`: bucket names are unique in the whole partition.
fn physical_name(cx: &Lowering<'_>, bucket: &Bucket) -> Vec<Value> {
    vec![format!("{}-", bucket.base).into(), Value::AccountId(bucket.place), format!("-{}", cx.region(bucket.place)).into()]
}

/// Computed, so that no wire and no order is needed to name it.
pub(super) fn arn_of(cx: &Lowering<'_>, bucket: &Bucket, rest: &str) -> Value {
    let mut pieces = vec!["arn:".into(), Value::Partition(bucket.place), ":s3:::".into()];
    pieces.extend(physical_name(cx, bucket));
    if !rest.is_empty() {
        pieces.push(rest.into());
    }
    Value::Join(pieces)
}

fn bucket(cx: &mut Lowering<'_>, id: BucketId) -> ResourceId {
    let bucket = cx.topology.bucket(id);
    let unit = unit(cx, bucket);
    let mut props: Props = vec![
        ("abort_multipart_days", Value::Int(7)),
        ("bucket_name", Value::Join(physical_name(cx, bucket))),
        ("expire_noncurrent_days", Value::Int(bucket.expire_noncurrent_days as i64)),
        ("lifecycle", lifecycle(bucket)),
        ("object_lock", bucket.lock.into()),
        ("policy_statements", Value::List(statements(cx, id))),
    ];
    if let Some((key, _)) = bucket.key {
        // Without a key in this place a check has complained.
        if let Some(key) = cx.keys.get(&(key, bucket.place)) {
            props.push(("kms_key", Value::Ref(*key, "arn")));
        }
    }
    cx.add(
        New::of("s3.bucket", unit, path(bucket), bucket.span, props)
            .named(cx.prefixed(&bucket.name), &bucket.tags)
            .doc(&bucket.doc)
            .stateful(),
    )
}

fn lifecycle(bucket: &Bucket) -> Value {
    list(bucket.lifecycle.iter().map(|rule| {
        let mut props: Props = vec![("id", rule.name.as_str().into()), ("prefix", rule.prefix.as_str().into())];
        if let Some((days, _)) = rule.expire_days {
            props.push(("expiration_days", Value::Int(days as i64)));
        }
        let transitions = rule
            .transitions
            .iter()
            .map(|(class, days, _)| Value::Struct(vec![("days", Value::Int(*days as i64)), ("storage_class", (*class).into())]));
        props.push(("transitions", list(transitions)));
        Value::Struct(props)
    }))
}

/// TLS only, and whoever else writes here.
fn statements(cx: &Lowering<'_>, id: BucketId) -> Vec<Value> {
    let bucket = cx.topology.bucket(id);
    let tls_only = object([
        ("Sid", "TlsOnly".into()),
        ("Effect", "Deny".into()),
        ("Principal", "*".into()),
        ("Action", "s3:*".into()),
        ("Resource", list([arn_of(cx, bucket, ""), arn_of(cx, bucket, "/*")])),
        ("Condition", object([("Bool", object([("aws:SecureTransport", "false".into())]))])),
    ]);
    let mut statements = vec![tls_only];
    statements.extend(delivery::into_bucket(cx, id));
    statements
}

fn replication(cx: &mut Lowering<'_>, id: BucketId) {
    let topology = cx.topology;
    let bucket = topology.bucket(id);
    let unit = unit(cx, bucket);
    let name = cx.prefixed(format!("{}-replication", bucket.name));
    let mut props: Props = vec![
        ("assume_role_policy_document", service_trust("s3.amazonaws.com", bucket.place)),
        ("description", format!("Replicates bucket {} from {}", bucket.name, topology.place(bucket.place).name).into()),
        (
            "policies",
            list([Value::Struct(vec![("policy_document", policy(role_statements(cx, bucket))), ("policy_name", "replicate".into())])]),
        ),
    ];
    // Policies of other accounts name it, before it is there.
    if bucket.replicate.iter().any(|edge| delivery::over_accounts(topology, bucket, edge)) {
        props.push(("role_name", delivery::role_name(cx, bucket).into()));
    }
    let role = cx.add(New::of("iam.role", unit, path(bucket), bucket.span, props).role("replication").named(name, &bucket.tags));
    let rules = bucket.replicate.iter().enumerate().map(|(ix, edge)| rule(cx, bucket, ix, edge)).collect();
    let destinations: Vec<ResourceId> = bucket.replicate.iter().map(|edge| cx.buckets[&edge.to]).collect();
    let mut new = New::of(
        "s3.bucket_replication",
        unit,
        path(bucket),
        bucket.span,
        vec![("bucket", reference(cx.buckets[&id])), ("role", Value::Ref(role, "arn")), ("rules", Value::List(rules))],
    )
    .role("replication")
    .interconnect();
    // S3 refuses a destination that is not there.
    new.depends_on = destinations;
    cx.add(new);
}

fn rule(cx: &Lowering<'_>, bucket: &Bucket, ix: usize, edge: &Replication) -> Value {
    let topology = cx.topology;
    let to = topology.bucket(edge.to);
    let mut props: Props = vec![
        ("delete_markers", edge.delete_markers.into()),
        ("destination_bucket_arn", arn_of(cx, to, "")),
        ("id", rule_id(cx, bucket, ix).into()),
        ("prefix", edge.prefix.as_str().into()),
        ("priority", Value::Int(ix as i64 + 1)),
        ("replica_modifications", edge.both_ways.into()),
    ];
    if delivery::over_accounts(topology, bucket, edge) {
        props.push(("destination_account_id", Value::AccountId(to.place)));
    }
    if let Some((key, _)) = to.key
        && let Some(key) = cx.keys.get(&(key, to.place))
    {
        props.push(("replica_kms_key_arn", Value::Ref(*key, "arn")));
    }
    if let Some(class) = edge.storage_class {
        props.push(("storage_class", class.into()));
    }
    if let Some((minutes, _)) = edge.within {
        props.push(("within_minutes", Value::Int(minutes as i64)));
    }
    Value::Struct(props)
}

/// `to-PLACE`; S3 takes an id once, so a second rule to one place has a number.
fn rule_id(cx: &Lowering<'_>, bucket: &Bucket, ix: usize) -> String {
    let to = bucket.replicate[ix].to;
    let id = format!("to-{}", cx.topology.place(cx.topology.bucket(to).place).slug);
    match bucket.replicate[..ix].iter().filter(|edge| edge.to == to).count() {
        0 => id,
        before => format!("{id}-{}", before + 1),
    }
}

/// Least privilege: read here, write there, and the keys of both.
fn role_statements(cx: &Lowering<'_>, bucket: &Bucket) -> Vec<Value> {
    let topology = cx.topology;
    let mut statements = vec![
        object([
            ("Effect", "Allow".into()),
            ("Action", strings(&["s3:GetReplicationConfiguration", "s3:ListBucket"])),
            ("Resource", arn_of(cx, bucket, "")),
        ]),
        object([
            ("Effect", "Allow".into()),
            ("Action", strings(&["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"])),
            ("Resource", arn_of(cx, bucket, "/*")),
        ]),
        object([
            ("Effect", "Allow".into()),
            ("Action", strings(&["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"])),
            ("Resource", list(bucket.replicate.iter().map(|edge| arn_of(cx, topology.bucket(edge.to), "/*")))),
        ]),
    ];
    let over: Vec<Value> = bucket
        .replicate
        .iter()
        .filter(|edge| delivery::over_accounts(topology, bucket, edge))
        .map(|edge| arn_of(cx, topology.bucket(edge.to), "/*"))
        .collect();
    if !over.is_empty() {
        statements.push(object([
            ("Effect", "Allow".into()),
            ("Action", strings(&["s3:ObjectOwnerOverrideToBucketOwner"])),
            ("Resource", Value::List(over)),
        ]));
    }
    let key_at = |key: Option<(crate::topology::KeyId, Span)>, place: PlaceId| {
        key.and_then(|(key, _)| cx.keys.get(&(key, place))).map(|key| Value::Ref(*key, "arn"))
    };
    if let Some(key) = key_at(bucket.key, bucket.place) {
        statements.push(object([("Effect", "Allow".into()), ("Action", strings(&["kms:Decrypt"])), ("Resource", key)]));
    }
    let theirs: Vec<Value> =
        bucket.replicate.iter().filter_map(|edge| key_at(topology.bucket(edge.to).key, topology.bucket(edge.to).place)).collect();
    if !theirs.is_empty() {
        statements.push(object([
            ("Effect", "Allow".into()),
            ("Action", strings(&["kms:Encrypt", "kms:GenerateDataKey"])),
            ("Resource", Value::List(theirs)),
        ]));
    }
    statements
}
