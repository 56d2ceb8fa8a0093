//! Something is placed in a region that does not have its service.

use super::Subject;
use crate::aws;
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::PlaceId;

code!("MR502", "service-not-here", Error, "service_not_here.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut need = |place: PlaceId, service: &str, what: String, span: Span| {
        let region = topology.place(place).region;
        if aws::lacks(&region.code, service) {
            sink.push(
                Diagnostic::new(&CODE, span, format!("{what} needs {service}, which {} does not have", region.code))
                    .here(format!("not in {}", region.code))
                    .help("place it in another region"),
            );
        }
    };
    for bucket in &topology.buckets {
        need(bucket.place, "s3", format!("bucket `{}`", bucket.name), bucket.name_span);
    }
    for table in &topology.tables {
        for place in &table.replicas {
            need(*place, "dynamodb", format!("table `{}`", table.name), table.places_span);
        }
    }
    for key in &topology.keys {
        need(key.primary, "kms", format!("key `{}`", key.name), key.primary_span);
        for (place, span) in &key.replicas {
            need(*place, "kms", format!("key `{}`", key.name), *span);
        }
    }
    for gateway in &topology.gateways {
        need(gateway.place, "transitgateway", format!("transit gateway `{}`", gateway.name), gateway.name_span);
    }
    for vpc in &topology.vpcs {
        for endpoint in &vpc.endpoints {
            let service = endpoint.service.split('.').next().unwrap_or_default();
            need(vpc.place, service, format!("endpoint `{}` of vpc `{}`", endpoint.service, vpc.name), endpoint.span);
        }
    }
}
