//! A VPC has two attachments to one gateway.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR414", "attached-twice", Error, "attached_twice.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for id in subject.topology.vpc_ids() {
        let vpc = subject.topology.vpc(id);
        for pair in vpc.attachments.windows(2) {
            if pair[0].gateway == pair[1].gateway {
                let name = &subject.topology.gateway(pair[0].gateway).name;
                sink.push(
                    Diagnostic::new(&CODE, pair[1].span, format!("vpc `{}` is attached to `{name}` twice", subject.topology.vpc_name(id)))
                        .here("again here")
                        .label(pair[0].span, "first here")
                        .help("AWS allows one attachment of a VPC to a gateway; remove one"),
                );
            }
        }
    }
}
