//! A region that an account has to be opted into.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR801", "opt-in-region", Note, "opt_in_region.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let mut regions: Vec<_> = subject.topology.places.iter().filter(|place| place.region.opt_in).map(|place| (place.span, place.region)).collect();
    regions.sort_by_key(|(span, _)| *span);
    regions.dedup_by_key(|(span, _)| *span);
    let Some(((first, region), rest)) = regions.split_first() else { return };
    let message = match rest.len() {
        0 => format!("{} ({}) must be enabled in the account before anything is deployed there", region.code, region.name),
        more => format!("{} and {more} more regions must be enabled in the account before anything is deployed there", region.code),
    };
    let mut diagnostic = Diagnostic::new(&CODE, *first, message).here("an opt-in region");
    for (span, _) in rest {
        diagnostic = diagnostic.label(*span, "and this one");
    }
    sink.push(diagnostic.help("account settings, or `aws account enable-region`; it takes minutes to hours"));
}
