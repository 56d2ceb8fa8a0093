//! AWS takes VPC ranges from /16 to /28.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::RangeSource;

code!("MR303", "vpc-size", Error, "vpc_size.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in &subject.topology.vpcs {
        for range in &vpc.ranges {
            let prefix = match range.source {
                RangeSource::Written(cidr) => cidr.prefix,
                RangeSource::Pool { prefix, .. } => prefix,
            };
            let allowed = crate::aws::vpc_prefixes();
            if allowed.contains(&prefix) {
                continue;
            }
            let (largest, smallest) = allowed.into_inner();
            let (what, help) = if prefix < largest {
                ("larger", format!("use /{largest}, and further ranges with `secondary`"))
            } else {
                ("smaller", format!("use /{smallest} or larger"))
            };
            sink.push(
                Diagnostic::new(&CODE, range.span, format!("vpc `{}` has a /{prefix}, which is {what} than AWS allows", vpc.name))
                    .here(format!("must be /{largest} to /{smallest}"))
                    .help(help),
            );
        }
    }
}
