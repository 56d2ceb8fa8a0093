//! AWS takes subnet ranges from /16 to /28.

use super::Subject;
use crate::diag::{Diagnostic, Sink};

code!("MR304", "subnet-size", Error, "subnet_size.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for vpc in &subject.topology.vpcs {
        for group in &vpc.subnets {
            for subnet in &group.subnets {
                if !crate::aws::is_vpc_prefix(subnet.prefix) {
                    let what = if subnet.prefix < 16 { "larger" } else { "smaller" };
                    sink.push(
                        Diagnostic::new(
                            &CODE,
                            subnet.written.map_or(group.size_span, |cidr| cidr.span),
                            format!("subnet `{}` of vpc `{}` is a /{}, {what} than AWS allows", group.name, vpc.name, subnet.prefix),
                        )
                        .here("must be /16 to /28")
                        .help("AWS keeps 5 addresses of each subnet, so a /28 has 11 to use"),
                    );
                }
            }
        }
    }
}
