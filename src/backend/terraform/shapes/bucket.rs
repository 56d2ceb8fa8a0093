//! A bucket: each aspect is a resource of its own.

use super::Shape;
use crate::backend::terraform::hcl::{Block, Body, Expr};
use crate::backend::terraform::resource::{Draft, Source, nested};
use crate::graph::Value;

pub const SHAPE: Shape = Shape { name: "bucket", draft, ready: &["aws_s3_bucket_policy", "aws_s3_bucket_versioning"] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut bucket = source.main();
    let name = source.need("bucket_name");
    bucket.set("bucket", name);
    if source.flag("object_lock") {
        bucket.set("object_lock_enabled", true);
    }

    let part = |source: &Source<'a, '_>, ty| {
        let mut part = source.part(ty);
        part.set("bucket", source.attribute("aws_s3_bucket", "id"));
        part
    };

    let mut versioning = part(source, "aws_s3_bucket_versioning");
    versioning.blocks.push(status("versioning_configuration", true));

    let mut encryption = part(source, "aws_s3_bucket_server_side_encryption_configuration");
    // The service's own key: objects under it are replicated without a key in every region.
    let default = match source.take_expr("kms_key") {
        Some(key) => vec![("kms_master_key_id", key), ("sse_algorithm", "aws:kms".into())],
        None => vec![("sse_algorithm", "AES256".into())],
    };
    encryption.blocks.push(nested(
        "rule",
        vec![("bucket_key_enabled", true.into())],
        vec![nested("apply_server_side_encryption_by_default", default, Vec::new())],
    ));

    let mut access = part(source, "aws_s3_bucket_public_access_block");
    for argument in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"] {
        access.set(argument, true);
    }

    let mut ownership = part(source, "aws_s3_bucket_ownership_controls");
    let owner = vec![("object_ownership", "BucketOwnerEnforced".into())];
    ownership.blocks.push(nested("rule", owner, Vec::new()));

    let mut parts = vec![bucket, versioning, encryption, access, ownership];

    let rules = lifecycle_rules(source);
    if !rules.is_empty() {
        let mut lifecycle = part(source, "aws_s3_bucket_lifecycle_configuration");
        lifecycle.blocks = rules;
        // Rules about old versions are refused while there are none.
        lifecycle.depends_on.push(source.attribute("aws_s3_bucket_versioning", ""));
        parts.push(lifecycle);
    }

    if let Some(statements) = source.take_expr("policy_statements") {
        let mut policy = part(source, "aws_s3_bucket_policy");
        let statements = match statements {
            Expr::Call(_, list) => *list,
            list => list,
        };
        let document = vec![("Version".into(), "2012-10-17".into()), ("Statement".into(), statements)];
        policy.set("policy", Expr::Call("jsonencode", Box::new(Expr::Object(document))));
        // Both change the bucket's policy status; at the same time one of them fails.
        policy.depends_on.push(source.attribute("aws_s3_bucket_public_access_block", ""));
        parts.push(policy);
    }
    parts
}

fn lifecycle_rules<'a>(source: &mut Source<'a, '_>) -> Vec<Block<'a>> {
    let mut rules = Vec::new();
    let mut upkeep = Vec::new();
    if let Some(days) = source.take_expr("abort_multipart_days") {
        let days = vec![("days_after_initiation", days)];
        upkeep.push(nested("abort_incomplete_multipart_upload", days, Vec::new()));
    }
    if let Some(days) = source.take_expr("expire_noncurrent_days") {
        let days = vec![("noncurrent_days", days)];
        upkeep.push(nested("noncurrent_version_expiration", days, Vec::new()));
    }
    if !upkeep.is_empty() {
        upkeep.insert(1, Block::new("filter", [], Body::default()));
        rules.push(rule("housekeeping".into(), upkeep));
    }
    for mut fields in source.structs("lifecycle") {
        let id = fields.need(source, "id");
        let mut blocks = Vec::new();
        if let Some(days) = fields.take_expr(source, "expiration_days") {
            blocks.push(nested("expiration", vec![("days", days)], Vec::new()));
        }
        let prefix = match fields.take("prefix") {
            Some(Value::Str(prefix)) if prefix.is_empty() => Vec::new(),
            Some(prefix) => vec![("prefix", source.expr(prefix))],
            None => Vec::new(),
        };
        blocks.push(nested("filter", prefix, Vec::new()));
        if let Some(Value::List(transitions)) = fields.take("transitions") {
            for transition in transitions {
                if let Value::Struct(properties) = transition {
                    let arguments = properties.iter().map(|(name, value)| (*name, source.expr(value)));
                    blocks.push(nested("transition", arguments.collect(), Vec::new()));
                }
            }
        }
        fields.finish(source);
        rules.push(rule(id, blocks));
    }
    rules
}

fn rule<'a>(id: Expr<'a>, blocks: Vec<Block<'a>>) -> Block<'a> {
    nested("rule", vec![("id", id), ("status", "Enabled".into())], blocks)
}

/// `kind { status = "Enabled" }`
pub fn status<'a>(kind: &'a str, enabled: bool) -> Block<'a> {
    let status = if enabled { "Enabled" } else { "Disabled" };
    nested(kind, vec![("status", status.into())], Vec::new())
}
