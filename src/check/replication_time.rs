//! S3 Replication Time Control knows 15 minutes and nothing else.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR508", "replication-time", Error, "replication_time.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for bucket in &subject.topology.buckets {
        for edge in &bucket.replicate {
            if let Some((minutes, span)) = edge.within.filter(|(minutes, _)| *minutes != 15) {
                sink.push(
                    Diagnostic::new(&CODE, span, format!("bucket `{}` is to be replicated within {minutes} minutes; S3 offers 15", bucket.name))
                        .here("must be 15m")
                        .help("write `within = 15m`, or leave it out for replication without a bound")
                        .fix("write `15m`", span, "15m"),
                );
            }
        }
    }
}
