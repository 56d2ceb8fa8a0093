//! A bucket is replicated to the place where it is.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::BucketId;

code!("MR501", "replicates-onto-itself", Error, "replicates_onto_itself.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for (ix, bucket) in topology.buckets.iter().enumerate() {
        for edge in bucket.replicate.iter().filter(|edge| edge.to == BucketId(ix as u32)) {
            sink.push(
                Diagnostic::new(&CODE, edge.place_span, format!("bucket `{}` replicates onto itself", topology.bucket_name(edge.to)))
                    .here("where it is already")
                    .label(bucket.name_span, "the bucket")
                    .help("name another region"),
            );
        }
    }
}
