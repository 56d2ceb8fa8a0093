//! A region that an account has to be opted into.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR801", "opt-in-region", Note, "opt_in_region.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for place in subject.topology.places.iter().filter(|place| place.region.opt_in) {
        sink.push(
            Diagnostic::new(&CODE, place.span, format!("{} ({}) must be enabled in the account before anything is deployed there", place.region.code, place.region.name))
                .here("an opt-in region")
                .help("account settings, or `aws account enable-region`; it takes minutes to hours"),
        );
    }
}
