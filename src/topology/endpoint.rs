//! `endpoint SERVICE` and `endpoints = […]` of a VPC: which service, which kind, which name resolves to it.

use super::collect::{self, Members};
use super::eval::Scope;
use super::frame::{head, tags};
use super::network::VpcReader;
use super::resolve::owner;
use super::value::{Value, ValueKind};
use super::*;
use crate::aws;
use crate::diag::Diagnostic;

/// Endpoints of a VPC, sorted by service.
pub fn read<'a>(reader: &VpcReader<'a, '_, '_>, members: &Members<'a>, list: Option<Value<'a>>, vpc: &Vpc) -> Vec<Endpoint> {
    let mut endpoints: Vec<Endpoint> = Vec::new();
    let mut written: Vec<(usize, Value<'a>)> = Vec::new();
    for value in list.iter().filter_map(Value::as_list).flatten() {
        let Some(service) = service(reader, value) else { continue };
        let gateway = aws::has_gateway_endpoint(&service.short);
        let group = if gateway { None } else { reader.endpoint_group(&service.short, &vpc.subnets, value.span) };
        if gateway || group.is_some() {
            endpoints.push(service.endpoint(gateway, group, value.span, Vec::new()));
        }
    }
    for nested in members.blocks.iter().filter(|each| each.kind.name == "endpoint") {
        let Some(head) = head(reader.cx, nested) else { continue };
        let Some(service) = service(reader, &head[0]) else { continue };
        let (inner, what) = reader.nested(nested, &service.short);
        let attr = |name: &str| collect::attr(reader.cx.scope, &inner, nested.kind, false, &what, name);
        let subnets = attr("subnets");
        let gateway = subnets.is_none() && aws::has_gateway_endpoint(&service.short);
        let group = match &subnets {
            Some(value) => reader.group(value, &vpc.subnets),
            None if gateway => None,
            None => reader.endpoint_group(&service.short, &vpc.subnets, head[0].span),
        };
        if !gateway && group.is_none() {
            continue;
        }
        written.extend(attr("private_dns").map(|value| (endpoints.len(), value)));
        endpoints.push(service.endpoint(gateway, group, nested.item.span, tags(attr("tags").as_ref())));
    }
    private_dns(reader.cx.scope, &owner(reader.decl), vpc.dns, &mut endpoints, &written);
    endpoints.sort_by(|a, b| (&a.service, a.gateway).cmp(&(&b.service, b.gateway)));
    for pair in endpoints.windows(2) {
        if pair[0].service == pair[1].service && pair[0].gateway == pair[1].gateway {
            let kind = if pair[0].gateway { "gateway" } else { "interface" };
            reader.cx.scope.report(
                Diagnostic::new(
                    &codes::DUPLICATE_NAME,
                    pair[1].span,
                    format!("{} has two {kind} endpoints for `{}`", owner(reader.decl), pair[0].service),
                )
                .here("again here")
                .label(pair[0].span, "first here")
                .help("remove one"),
            );
        }
    }
    endpoints.dedup_by(|a, b| a.service == b.service && a.gateway == b.gateway);
    endpoints
}

/// What an endpoint leads to.
struct Service {
    short: String,
    /// The whole name, where it was written.
    whole: Option<String>,
    region: &'static aws::Region,
}

impl Service {
    fn endpoint(self, gateway: bool, group: Option<usize>, span: Span, tags: Tags) -> Endpoint {
        let service_name = self.whole.unwrap_or_else(|| aws::service_name(self.region, &self.short, gateway));
        let private_dns = if gateway { PrivateDns::Off } else { PrivateDns::On };
        Endpoint { service: self.short, service_name, span, gateway, group, private_dns, tags }
    }
}

/// The service that a name stands for, of the VPC's own region.
fn service<'a>(reader: &VpcReader<'a, '_, '_>, value: &Value<'a>) -> Option<Service> {
    let region = reader.cx.place(reader.place).region;
    let text = value.to_string();
    let scope = reader.cx.scope;
    if !aws::is_whole_service_name(&text) {
        if !aws::is_endpoint_service(&text) {
            scope.report(unknown_service(&text, value.span));
            return None;
        }
        return in_region(scope, region, Service { short: text, whole: None, region }, value.span);
    }
    let whole = aws::whole_service_name(&text, &region.code);
    let elsewhere = whole.split('.').find(|part| **part != region.code && aws::region(part).is_some());
    if let Some(elsewhere) = elsewhere {
        scope.report(
            Diagnostic::new(
                &codes::CROSSES_PLACES,
                value.span,
                format!("{} in {} cannot have an endpoint for a service of {elsewhere}", owner(reader.decl), region.code),
            )
            .here(format!("a service of {elsewhere}"))
            .help(format!("name the service of {}; `region` in a name stands for the VPC's own", region.code)),
        );
        return None;
    }
    if let Some(short) = aws::service_of(region, &whole) {
        return in_region(scope, region, Service { short: short.to_owned(), whole: None, region }, value.span);
    }
    let last = whole.rsplit('.').next().unwrap_or_default();
    if whole.split('.').any(|part| part == "vpce") && !is_endpoint_service_id(last) {
        let message = format!("`{text}` is no endpoint service");
        scope.report(
            Diagnostic::new(&codes::UNKNOWN_SERVICE, value.span, message)
                .here("its name ends with an id")
                .help(format!("the owner of the service knows it: `com.amazonaws.vpce.{}.vpce-svc-0123456789abcdef0`", region.code)),
        );
        return None;
    }
    // Without the region, so that one family has one name; `com.amazonaws.` says nothing.
    let parts = whole.strip_prefix("com.amazonaws.").unwrap_or(&whole).split('.').filter(|part| *part != region.code && *part != "vpce");
    let short = parts.collect::<Vec<_>>().join(".");
    Some(Service { short, whole: Some(whole), region })
}

fn is_endpoint_service_id(text: &str) -> bool {
    text.strip_prefix("vpce-svc-").is_some_and(|id| id.len() >= 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Says where a service is, when that is not here.
fn in_region(scope: &Scope<'_>, region: &aws::Region, service: Service, span: Span) -> Option<Service> {
    let only = aws::only_regions(&service.short);
    if only.is_empty() || only.contains(&region.code) {
        return Some(service);
    }
    let same = only.iter().find(|code| aws::region(code).is_some_and(|each| each.partition == region.partition));
    let message = format!("`{}` has no endpoint in {}", service.short, region.code);
    let diagnostic = Diagnostic::new(&codes::UNKNOWN_SERVICE, span, message).here(format!("not in {}", region.code));
    scope.report(match same {
        Some(code) => diagnostic.help(format!("its endpoint is in {code}: put it into a VPC there")),
        None => diagnostic.help("remove it"),
    });
    None
}

fn unknown_service(text: &str, span: Span) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(&codes::UNKNOWN_SERVICE, span, format!("there is no AWS service `{text}` with endpoints")).here("not a service");
    match aws::nearest_endpoint_service(text) {
        Some(near) => diagnostic
            .help(format!("did you mean `{near}`? a service that mrc does not know yet is written whole: `com.amazonaws.region.{text}`"))
            .fix(format!("write `{near}`"), span, near),
        None => diagnostic.help(format!("a service that mrc does not know yet is written whole: `com.amazonaws.region.{text}`")),
    }
}

/// Which name resolves to each interface endpoint: as written, or as AWS takes it.
fn private_dns(scope: &Scope<'_>, vpc: &str, dns: bool, endpoints: &mut [Endpoint], written: &[(usize, Value<'_>)]) {
    let gateways: Vec<String> = endpoints.iter().filter(|each| each.gateway).map(|each| each.service.clone()).collect();
    for (ix, endpoint) in endpoints.iter_mut().enumerate() {
        let beside = gateways.contains(&endpoint.service);
        let value = written.iter().find(|(of, _)| *of == ix).map(|(_, value)| value);
        let wanted = value.map(|value| match value.kind {
            ValueKind::Bool(true) => PrivateDns::On,
            ValueKind::Bool(false) => PrivateDns::Off,
            _ => PrivateDns::Inbound,
        });
        // Whether one that others offer has a name of its own is theirs to say.
        let of_aws = !endpoint.service.starts_with("vpce-svc-");
        if endpoint.gateway {
            if let (Some(value), Some(PrivateDns::On | PrivateDns::Inbound)) = (value, wanted) {
                let message = format!("the gateway endpoint for `{}` of {vpc} has no private DNS", endpoint.service);
                scope.report(
                    Diagnostic::new(&codes::PRIVATE_DNS, value.span, message)
                        .here("for interface endpoints only")
                        .help("remove it, or say in which `subnets` an interface endpoint stands"),
                );
            }
            continue;
        }
        let why_not = match wanted {
            Some(PrivateDns::On | PrivateDns::Inbound) if !aws::has_private_dns(&endpoint.service) => {
                Some(("AWS has none for it".to_owned(), "remove it: clients of this endpoint use its own names".to_owned()))
            }
            Some(PrivateDns::Inbound) if !aws::has_gateway_endpoint(&endpoint.service) => {
                Some((format!("`{}` has no gateway endpoint", endpoint.service), "write `on`".to_owned()))
            }
            Some(PrivateDns::Inbound) if !beside => Some((
                "there is no gateway endpoint for the VPC itself".to_owned(),
                format!("add `endpoint {0}`, or write `on`: the VPC then reaches {0} through this endpoint too", endpoint.service),
            )),
            Some(PrivateDns::On | PrivateDns::Inbound) if !dns => {
                Some(("the VPC has `dns = off`".to_owned(), "write `off`, or `dns = on` in the VPC".to_owned()))
            }
            _ => None,
        };
        if let (Some(value), Some((here, help))) = (value, why_not) {
            let message = format!("endpoint `{}` of {vpc} cannot have private DNS `{value}`", endpoint.service);
            scope.report(Diagnostic::new(&codes::PRIVATE_DNS, value.span, message).here(here).help(help));
        }
        endpoint.private_dns = match wanted {
            Some(wanted) => wanted,
            None if !of_aws || !aws::has_private_dns(&endpoint.service) || !dns => PrivateDns::Off,
            None if beside => PrivateDns::Inbound,
            None => PrivateDns::On,
        };
    }
}
