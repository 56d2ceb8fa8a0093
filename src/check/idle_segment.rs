//! A segment that nothing is in.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::SegmentId;

code!("MR474", "idle-segment", Warning, "idle_segment.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    for (ix, segment) in topology.segments.iter().enumerate() {
        let id = SegmentId(ix as u32);
        let member = topology.vpcs.iter().flat_map(|vpc| &vpc.attachments).any(|each| each.segment == Some(id));
        let uplink = topology.uplinks.iter().any(|each| each.segment == Some(id));
        if !member && !uplink {
            sink.push(
                Diagnostic::new(&CODE, segment.name_span, format!("nothing is in segment `{}`", segment.name))
                    .here("no member")
                    .help(format!("write `attach GATEWAY {{ segment = {} }}` in a VPC, or remove the segment", segment.name)),
            );
        }
    }
}
