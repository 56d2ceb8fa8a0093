//! Services that VPCs have endpoints for, and what they are called, from `schema/aws/endpoints.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Region;
use crate::nearest::nearest;

#[derive(Deserialize)]
struct File {
    services: Vec<String>,
    cells: Vec<String>,
    named: BTreeMap<String, Named>,
    prefixes: Vec<String>,
    elsewhere: Vec<Elsewhere>,
    without_private_dns: Vec<String>,
}

/// A service whose name is not `com.amazonaws.REGION.SERVICE`.
#[derive(Deserialize)]
struct Named {
    name: String,
    /// Where it is, if not everywhere.
    #[serde(default)]
    only: Vec<String>,
}

/// Services that a region's interface endpoints name with another prefix.
#[derive(Deserialize)]
struct Elsewhere {
    region: String,
    prefix: String,
    services: Vec<String>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../schema/aws/endpoints.json")).expect("schema/aws/endpoints.json is well-formed")
});

/// The word for the region in a service's whole name, as AWS's documentation writes it.
const REGION: &str = "region";

/// Whether there is a service of this name.
pub fn is_endpoint_service(service: &str) -> bool {
    let cell = service.trim_end_matches(|last: char| last.is_ascii_digit());
    FILE.services.iter().any(|each| each == service)
        || FILE.named.contains_key(service)
        || (cell.len() < service.len() && FILE.cells.iter().any(|each| each == cell))
}

/// The service that was probably meant.
pub fn nearest_endpoint_service(text: &str) -> Option<&'static str> {
    nearest(text, FILE.services.iter().chain(FILE.named.keys()).map(String::as_str))
}

/// Whether a name is whole: `com.amazonaws.us-east-1.ssm`, `com.amazonaws.vpce.us-east-1.vpce-svc-…`.
pub fn is_whole_service_name(text: &str) -> bool {
    FILE.prefixes.iter().any(|prefix| text.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.starts_with('.')))
}

/// A whole name as its parts, with the word for the region replaced by the region itself.
pub fn whole_service_name(text: &str, region: &str) -> String {
    let parts = text.split('.').map(|part| if part.eq_ignore_ascii_case(REGION) { region } else { part });
    parts.collect::<Vec<_>>().join(".")
}

/// The regions that a service is in, where it is not in all of them.
pub fn only_regions(service: &str) -> &'static [String] {
    FILE.named.get(service).map_or(&[], |named| &named.only)
}

/// What a region calls the service: `com.amazonaws.us-east-1.ssm`. Gateway endpoints have AWS's own
/// prefix everywhere.
pub fn service_name(region: &Region, service: &str, gateway: bool) -> String {
    let code = &region.code;
    if let Some(named) = FILE.named.get(service) {
        return whole_service_name(&named.name, code);
    }
    let other = FILE.elsewhere.iter().find(|each| !gateway && each.region == *code && each.services.iter().any(|name| name == service));
    match other {
        // The one name that ends with its country.
        Some(each) if service == "transcribe" && region.partition == "aws-cn" => format!("{}.{code}.{service}.cn", each.prefix),
        Some(each) => format!("{}.{code}.{service}", each.prefix),
        None => format!("com.amazonaws.{code}.{service}"),
    }
}

/// The short name of a service whose whole name is this one.
pub fn service_of(region: &Region, name: &str) -> Option<&'static str> {
    let all = || FILE.services.iter().chain(FILE.named.keys());
    all().find(|each| [true, false].iter().any(|gateway| service_name(region, each, *gateway) == name)).map(String::as_str)
}

/// Whether an interface endpoint can answer for the service's own name.
pub fn has_private_dns(service: &str) -> bool {
    !FILE.without_private_dns.iter().any(|each| each == service)
}
