//! Ages of lifecycle rules that S3 refuses.

use super::Subject;
use crate::aws::{days_between_transitions, storage_class_rank};
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;

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
            moves(&bucket.name, &rule.transitions, sink);
            if let Some((0, span)) = rule.expire_days {
                sink.push(
                    Diagnostic::new(&CODE, span, format!("objects of bucket `{}` expire after 0 days; S3 takes 1 or more", bucket.name))
                        .here("at least 1d"),
                );
            } else if let (Some((expire, span)), Some((class, days, moved))) = (rule.expire_days, rule.transitions.last())
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

/// Objects move down the order of storage classes, one move after the other, and stay a while in some.
fn moves(bucket: &str, transitions: &[(&'static str, u64, Span)], sink: &mut Sink) {
    for pair in transitions.windows(2) {
        let [(first, day, moved), (then, later, span)] = pair else { continue };
        let message = if storage_class_rank(then) < storage_class_rank(first) {
            format!("objects of bucket `{bucket}` move to {first} after {day} days and back up to {then} after {later}")
        } else {
            let least = days_between_transitions(first, then).max(1);
            if *later >= day + least {
                continue;
            }
            let at = day + least;
            format!("objects of bucket `{bucket}` move to {then} after {later} days; from {first}, where they are after {day}, S3 takes {at} or more")
        };
        sink.push(
            Diagnostic::new(&CODE, *span, message)
                .here(format!("to {then}"))
                .label(*moved, format!("to {first}"))
                .help("objects move to colder classes only, and stay for a while where they are"),
        );
    }
}
