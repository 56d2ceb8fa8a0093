//! A name starts as AWS lets only its own names start, or is one that mrc gives itself.

use super::Subject;
use crate::aws::reserved_starts;
use crate::diag::{Diagnostic, Sink};

code!("MR780", "reserved-name", Error, "reserved_name.md");

/// The lifecycle rule that every bucket has: old versions and broken uploads go.
const OWN_LIFECYCLE: &str = "housekeeping";

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    // Groups are named `PREFIX-VPC-…`, by mrc or after their stack by CloudFormation.
    let name = format!("{}-", topology.prefix);
    if let Some(start) = reserved_starts("security group").find(|start| name.starts_with(start)) {
        sink.push(
            Diagnostic::new(&CODE, topology.name_span, format!("with the prefix `{}`, names of security groups start with `{start}`, as their ids do", topology.prefix))
                .here("the prefix of names")
                .help("EC2 refuses such a name: write another `prefix = \"…\"` in the topology"),
        );
    }
    let parameters = topology.publish_ssm.then(|| reserved_starts("parameter").find(|start| topology.name.to_lowercase().starts_with(start)));
    if let Some(start) = parameters.flatten() {
        sink.push(
            Diagnostic::new(&CODE, topology.name_span, format!("the published parameters, `/{}/…`, start with `{start}`, which AWS keeps for itself", topology.name))
                .here("parameters are named after it")
                .help("rename the topology, or publish `[exports]` alone"),
        );
    }
    for bucket in &topology.buckets {
        for rule in bucket.lifecycle.iter().filter(|rule| rule.name == OWN_LIFECYCLE) {
            sink.push(
                Diagnostic::new(&CODE, rule.span, format!("bucket `{}` has a lifecycle rule `{OWN_LIFECYCLE}` already: the one that deletes old versions", bucket.name))
                    .here("a second one")
                    .help("rename it; `expire_noncurrent` of the bucket says when old versions go"),
            );
        }
    }
}
