//! The physical name of a bucket breaks S3's rules.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR507", "bucket-name", Error, "bucket_name.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for bucket in &subject.topology.buckets {
        let region = &subject.topology.place(bucket.place).region.code;
        // The account id stands between the base and the region.
        let length = bucket.base.len() + 1 + 12 + 1 + region.len();
        let name = format!("{}-<account id>-{region}", bucket.base);
        let longest = crate::aws::longest_name("bucket");
        let why = if length > longest {
            format!("has {length} characters; S3 takes {longest}")
        } else if let Some(bad) = bucket.base.chars().find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-' || *c == '.')) {
            format!("has `{bad}`; S3 takes lower-case letters, digits, `-` and `.`")
        } else if !bucket.base.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit()) {
            "does not start with a letter or a digit".to_owned()
        } else if bucket.base.contains("..") {
            "has two dots side by side".to_owned()
        } else if crate::aws::reserved_starts("bucket").any(|start| bucket.base.starts_with(start)) {
            "starts with a prefix that S3 keeps for itself".to_owned()
        } else {
            continue;
        };
        sink.push(
            Diagnostic::new(&CODE, bucket.name_span, format!("the name of bucket `{}`, {name}, {why}", bucket.name))
                .here("not a name for S3")
                .help("rename it, shorten `prefix` of the topology, or say `name = \"…\"` in the bucket"),
        );
    }
}
