//! AWS takes subnet ranges from /16 to /28.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR304", "subnet-size", Error, "subnet_size.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in &subject.topology.vpcs {
        for group in &vpc.subnets {
            for subnet in &group.subnets {
                let allowed = crate::aws::vpc_prefixes();
                if !allowed.contains(&subnet.prefix) {
                    let (largest, smallest) = allowed.into_inner();
                    let what = if subnet.prefix < largest { "larger" } else { "smaller" };
                    sink.push(
                        Diagnostic::new(
                            &CODE,
                            subnet.written.map_or(group.size_span, |cidr| cidr.span),
                            format!("subnet `{}` of vpc `{}` is a /{}, {what} than AWS allows", group.name, vpc.name, subnet.prefix),
                        )
                        .here(format!("must be /{largest} to /{smallest}"))
                        .help("AWS keeps 5 addresses of each subnet, so a /28 has 11 to use"),
                    );
                }
            }
        }
    }
}
