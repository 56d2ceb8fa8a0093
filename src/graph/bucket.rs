//! `bucket`: the bucket in each place, and its replication.

use super::lower::{Lowering, New, arn, join, list, object, policy, reference, service_trust, strings};
use super::*;
use crate::topology::{Bucket, BucketId, FlowLogs, Replication};

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
fn bucket_arn(cx: &Lowering<'_>, bucket: &Bucket, rest: &str) -> Value {
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

/// TLS only; log delivery where flow logs come here; the replicating account where it is another.
fn statements(cx: &Lowering<'_>, id: BucketId) -> Vec<Value> {
    let topology = cx.topology;
    let bucket = topology.bucket(id);
    let mut statements = vec![object([
        ("Sid", "TlsOnly".into()),
        ("Effect", "Deny".into()),
        ("Principal", "*".into()),
        ("Action", "s3:*".into()),
        ("Resource", list([bucket_arn(cx, bucket, ""), bucket_arn(cx, bucket, "/*")])),
        ("Condition", object([("Bool", object([("aws:SecureTransport", "false".into())]))])),
    ])];
    if topology.vpcs.iter().any(|vpc| matches!(vpc.flow_logs, FlowLogs::Bucket { bucket, .. } if bucket == id)) {
        let conditions = |acl: bool| {
            let account = ("aws:SourceAccount", Value::AccountId(bucket.place));
            let equals = if acl { object([account, ("s3:x-amz-acl", "bucket-owner-full-control".into())]) } else { object([account]) };
            let logs = arn([
                Value::Partition(bucket.place),
                format!(":logs:{}:", cx.region(bucket.place)).into(),
                Value::AccountId(bucket.place),
                ":*".into(),
            ]);
            object([("StringEquals", equals), ("ArnLike", object([("aws:SourceArn", logs)]))])
        };
        let delivery = || object([("Service", "delivery.logs.amazonaws.com".into())]);
        statements.push(object([
            ("Sid", "LogDeliveryWrites".into()),
            ("Effect", "Allow".into()),
            ("Principal", delivery()),
            ("Action", "s3:PutObject".into()),
            ("Resource", join([bucket_arn(cx, bucket, "/AWSLogs/"), Value::AccountId(bucket.place), "/*".into()])),
            ("Condition", conditions(true)),
        ]));
        statements.push(object([
            ("Sid", "LogDeliveryChecks".into()),
            ("Effect", "Allow".into()),
            ("Principal", delivery()),
            ("Action", strings(&["s3:GetBucketAcl", "s3:ListBucket"])),
            ("Resource", bucket_arn(cx, bucket, "")),
            ("Condition", conditions(false)),
        ]));
    }
    let account = topology.place(bucket.place).account;
    for source in topology.buckets.iter().filter(|each| each.replicate.iter().any(|edge| edge.to == id)) {
        if topology.place(source.place).account == account {
            continue;
        }
        let root = arn([Value::Partition(source.place), ":iam::".into(), Value::AccountId(source.place), ":root".into()]);
        statements.push(object([
            ("Sid", format!("Replication{}", topology.place(source.place).slug.split('-').map(capital).collect::<String>()).into()),
            ("Effect", "Allow".into()),
            ("Principal", object([("AWS", root)])),
            (
                "Action",
                strings(&[
                    "s3:GetBucketVersioning",
                    "s3:ObjectOwnerOverrideToBucketOwner",
                    "s3:PutBucketVersioning",
                    "s3:ReplicateDelete",
                    "s3:ReplicateObject",
                    "s3:ReplicateTags",
                ]),
            ),
            ("Resource", list([bucket_arn(cx, bucket, ""), bucket_arn(cx, bucket, "/*")])),
        ]));
    }
    statements
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase().to_string() + chars.as_str()).unwrap_or_default()
}

fn replication(cx: &mut Lowering<'_>, id: BucketId) {
    let topology = cx.topology;
    let bucket = topology.bucket(id);
    let unit = unit(cx, bucket);
    let name = cx.prefixed(format!("{}-replication", bucket.name));
    let role = cx.add(
        New::of(
            "iam.role",
            unit,
            path(bucket),
            bucket.span,
            vec![
                ("assume_role_policy_document", service_trust("s3.amazonaws.com", bucket.place)),
                ("description", format!("Replicates bucket {} from {}", bucket.name, topology.place(bucket.place).name).into()),
                (
                    "policies",
                    list([Value::Struct(vec![
                        ("policy_document", policy(role_statements(cx, bucket))),
                        ("policy_name", "replicate".into()),
                    ])]),
                ),
            ],
        )
        .role("replication")
        .named(name, &bucket.tags),
    );
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
        ("destination_bucket_arn", bucket_arn(cx, to, "")),
        ("id", rule_id(cx, bucket, ix).into()),
        ("prefix", edge.prefix.as_str().into()),
        ("priority", Value::Int(ix as i64 + 1)),
        ("replica_modifications", edge.both_ways.into()),
    ];
    if topology.place(to.place).account != topology.place(bucket.place).account {
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
            ("Resource", bucket_arn(cx, bucket, "")),
        ]),
        object([
            ("Effect", "Allow".into()),
            ("Action", strings(&["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"])),
            ("Resource", bucket_arn(cx, bucket, "/*")),
        ]),
        object([
            ("Effect", "Allow".into()),
            ("Action", strings(&["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"])),
            ("Resource", list(bucket.replicate.iter().map(|edge| bucket_arn(cx, topology.bucket(edge.to), "/*")))),
        ]),
    ];
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
