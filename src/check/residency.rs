//! A copy of a bucket is in a region that `residency` does not list.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR509", "residency", Error, "residency.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for bucket in topology.buckets.iter().filter(|bucket| !bucket.residency.is_empty()) {
        let region = &topology.place(bucket.place).region.code;
        if bucket.residency.iter().any(|(allowed, _)| allowed.code == *region) {
            continue;
        }
        // Where the copy comes from: an edge, or the bucket's own places.
        let made_by = topology.buckets.iter().flat_map(|source| &source.replicate).find(|edge| {
            let to = topology.bucket(edge.to);
            to.name == bucket.name && to.place == bucket.place
        });
        let allowed: Vec<&str> = bucket.residency.iter().map(|(region, _)| &*region.code).collect();
        sink.push(
            Diagnostic::new(&CODE, made_by.map_or(bucket.name_span, |edge| edge.place_span), format!("bucket `{}` must not have a copy in {region}", bucket.name))
                .here(format!("puts a copy into {region}"))
                .label(bucket.residency[0].1, format!("only {} may have one", allowed.join(", ")))
                .help("replicate to a region that is listed, or list this one"),
        );
    }
}
