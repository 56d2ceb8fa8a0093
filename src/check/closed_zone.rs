//! A VPC names a zone that most accounts are not given.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR421", "closed-zone", Warning, "closed_zone.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in subject.topology.vpcs.iter().filter(|vpc| !vpc.zones_chosen) {
        let place = subject.topology.place(vpc.place);
        let said = |id: &str| place.zones_said && place.zones.iter().any(|zone| zone.id == id);
        let Some(zone) = vpc.zones.iter().find(|zone| place.region.is_closed(&zone.id) && !said(&zone.id)) else { continue };
        let open: Vec<&str> = place.zones.iter().filter(|zone| !place.region.is_closed(&zone.id)).map(|zone| zone.letter.as_str()).collect();
        let all: Vec<&str> = place.region.zones.iter().map(|(letter, _)| letter.as_str()).collect();
        let code = &place.region.code;
        sink.push(
            Diagnostic::new(&CODE, vpc.azs_span, format!("vpc `{}` is in zone {} ({}) of {code}, which most accounts do not have", vpc.name, zone.letter, zone.id))
                .here(format!("{} is closed to most accounts", zone.id))
                .help(format!(
                    "most have {}; where yours has this one too, say so: `region {code} {{ azs = [{}] }}`",
                    open.join(", "),
                    all.join(", ")
                )),
        );
    }
}
