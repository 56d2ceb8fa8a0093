//! A VPC has two attachments to one gateway, or Direct Connect two associations.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR414", "attached-twice", Error, "attached_twice.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for (ix, again) in subject.topology.uplinks.iter().enumerate() {
        let same = |first: &&crate::topology::Uplink| first.name == again.name && first.gateway == again.gateway;
        if let Some(first) = subject.topology.uplinks[..ix].iter().find(same) {
            let gateway = subject.topology.gateway_name(again.gateway);
            sink.push(
                Diagnostic::new(&CODE, again.span, format!("`{}` is associated with `{gateway}` twice", again.name))
                    .here("again here")
                    .label(first.span, "first here")
                    .help("write one `associate` with all of its ranges"),
            );
        }
    }
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
