//! Ages of lifecycle rules that S3 refuses.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR512", "lifecycle-ages", Error, "lifecycle_ages.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for bucket in &subject.topology.buckets {
        for rule in &bucket.lifecycle {
            for (class, days, span) in &rule.transitions {
                let least = crate::aws::least_transition_days(class);
                if *days < least {
                    sink.push(
                        Diagnostic::new(&CODE, *span, format!("objects of bucket `{}` move to {class} after {days} days; S3 takes {least} or more", bucket.name))
                            .here(format!("at least {least}d")),
                    );
                }
            }
            if let (Some((expire, span)), Some((class, days, moved))) = (rule.expire_days, rule.transitions.last())
                && expire <= *days {
                    sink.push(
                        Diagnostic::new(&CODE, span, format!("objects of bucket `{}` expire after {expire} days, before they move to {class} after {days}", bucket.name))
                            .here("expires first")
                            .label(*moved, "moves later")
                            .help("let them expire later, or not move"),
                    );
                }
            if rule.transitions.is_empty() && rule.expire_days.is_none() {
                sink.push(
                    Diagnostic::new(&CODE, rule.span, format!("lifecycle `{}` of bucket `{}` does nothing", rule.name, bucket.name))
                        .here("no age in it")
                        .help("say when objects move (`glacier_ir = 90d`) or expire (`expire = 365d`)"),
                );
            }
        }
    }
}
