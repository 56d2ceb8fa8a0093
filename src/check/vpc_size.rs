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
            if crate::aws::is_vpc_prefix(prefix) {
                continue;
            }
            let (what, help) = match prefix {
                0..16 => ("larger", "use /16, and further ranges with `secondary`"),
                _ => ("smaller", "use /28 or larger"),
            };
            sink.push(
                Diagnostic::new(&CODE, range.span, format!("vpc `{}` has a /{prefix}, which is {what} than AWS allows", vpc.name))
                    .here("must be /16 to /28")
                    .help(help),
            );
        }
    }
}
