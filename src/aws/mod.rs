//! Facts about AWS, from `schema/aws/`, each with its source and date there.
//!
//! Zone letters are those that AWS uses in a region, given to zone ids in their order: which letter an account
//! sees for a building differs from account to account, so the output always says the id.

mod endpoints;
mod quotas;

pub use endpoints::{
    has_private_dns, is_endpoint_service, is_whole_service_name, nearest_endpoint_service, only_regions, service_name, service_of,
    whole_service_name,
};
pub use quotas::{Quota, Scope, quota, quotas};

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use ipnetwork::Ipv4Network;
use serde::Deserialize;

use crate::nearest::nearest;

#[derive(Debug, Deserialize)]
pub struct Region {
    pub code: String,
    pub name: String,
    pub partition: String,
    pub opt_in: bool,
    /// AWS's own short code, as zone ids start with it: `use1`.
    pub short: String,
    /// Letter and id.
    pub zones: Vec<(String, String)>,
    /// Letters of zones that most accounts are not given.
    #[serde(default)]
    pub closed: Vec<String>,
    /// Letters that meant other zones once: locks may hold them.
    #[serde(default)]
    pub former: Vec<(String, String)>,
}

impl Region {
    /// Whether most accounts are not given a zone.
    pub fn is_closed(&self, zone_id: &str) -> bool {
        self.zones.iter().any(|(letter, id)| id == zone_id && self.closed.contains(letter))
    }

    /// `amazonaws.com`
    pub fn dns_suffix(&self) -> &'static str {
        if self.partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" }
    }
}

#[derive(Deserialize)]
struct File {
    regions: Vec<Region>,
}

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!("../../schema/aws/regions.json")).expect("schema/aws/regions.json is well-formed");
    file.regions
});

pub fn regions() -> &'static [Region] {
    &REGIONS
}

pub fn region(code: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.code == code)
}

pub fn nearest_region(text: &str) -> Option<&'static str> {
    nearest(text, REGIONS.iter().map(|region| region.code.as_str()))
}

#[derive(Deserialize)]
struct Availability {
    absent: std::collections::BTreeMap<String, Vec<String>>,
}

static AVAILABILITY: LazyLock<Availability> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../schema/aws/availability.json")).expect("schema/aws/availability.json is well-formed")
});

/// Whether a region is known to lack a service (`dynamodb`, `networkmanager`).
pub fn lacks(region: &str, service: &str) -> bool {
    AVAILABILITY.absent.get(service).is_some_and(|regions| regions.iter().any(|each| each == region))
}

/// Short lists, each with its source and date in the file.
#[derive(Deserialize)]
struct Facts {
    log_retention_days: Fact<u64>,
    strong_sets: Fact<Vec<String>>,
    gateway_endpoint_services: Fact<String>,
    private_asns: Fact<(u32, u32)>,
    vpc_prefixes: Fact<u8>,
    least_transition_days: Fact<(String, u64)>,
    gateway_prefix: Fact<u8>,
    longest_names: Fact<(String, usize)>,
    tag_punctuation: Fact<String>,
    most_tags: Fact<usize>,
    least_names: Fact<(String, usize)>,
    days_between_transitions: Fact<(String, String, u64)>,
    storage_classes: Fact<String>,
    reserved_ranges: Fact<(String, String)>,
    reserved_starts: Fact<(String, String)>,
    id_patterns: Fact<(String, String, String)>,
    id_starts: Fact<(String, String)>,
}

#[derive(Deserialize)]
struct Fact<T> {
    values: Vec<T>,
}

static FACTS: LazyLock<Facts> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../schema/aws/facts.json")).expect("schema/aws/facts.json is well-formed"));

/// Days that CloudWatch Logs can keep logs for, least first.
pub fn log_retention_days() -> &'static [u64] {
    &FACTS.log_retention_days.values
}

/// Sets of regions over which DynamoDB can be strongly consistent. A table cannot span sets.
pub fn strong_sets() -> &'static [Vec<String>] {
    &FACTS.strong_sets.values
}

/// Whether a service has gateway endpoints (`s3`); all others have interfaces.
pub fn has_gateway_endpoint(service: &str) -> bool {
    FACTS.gateway_endpoint_services.values.iter().any(|each| each == service)
}

/// Whether a gateway's own side may have an ASN.
pub fn is_private_asn(number: u32) -> bool {
    FACTS.private_asns.values.iter().any(|(first, last)| (*first..=*last).contains(&number))
}

/// Prefix lengths that a range of a VPC, or of a subnet, may have.
pub fn vpc_prefixes() -> RangeInclusive<u8> {
    let prefixes = &FACTS.vpc_prefixes.values;
    prefixes[0]..=prefixes[1]
}

/// Prefix length of the smallest range that a transit gateway itself may have.
pub fn gateway_prefix() -> u8 {
    FACTS.gateway_prefix.values[0]
}

/// What tags may have beside letters, digits and spaces.
pub fn tag_punctuation() -> &'static str {
    &FACTS.tag_punctuation.values[0]
}

/// Whether a tag may have a character in every service.
pub fn is_tag_character(each: char) -> bool {
    let space = each.is_whitespace() && !each.is_control();
    each.is_alphabetic() || each.is_numeric() || space || tag_punctuation().contains(each)
}

/// The pattern of the ids of a `vpc`, a `route table`, …, and one of them.
pub fn id_pattern(of: &str) -> (&'static str, &'static str) {
    let (_, pattern, example) = FACTS.id_patterns.values.iter().find(|(each, ..)| each == of).expect("it is among the facts");
    (pattern, example)
}

/// Tags that a resource may have.
pub fn most_tags() -> usize {
    FACTS.most_tags.values[0]
}

/// Characters that the name of a `stack`, a `bucket`, a `table`, … may have.
pub fn longest_name(of: &str) -> usize {
    let (_, longest) = FACTS.longest_names.values.iter().find(|(each, _)| each == of).expect("it is among the facts");
    *longest
}

/// Days that objects must be old to move to a storage class.
pub fn least_transition_days(class: &str) -> u64 {
    FACTS.least_transition_days.values.iter().find(|(each, _)| each == class).map_or(0, |(_, days)| *days)
}

/// Characters that the name of an `index` must have.
pub fn least_name(of: &str) -> usize {
    FACTS.least_names.values.iter().find(|(each, _)| each == of).map_or(1, |(_, least)| *least)
}

/// Days that objects must stay in one storage class before they move to another one.
pub fn days_between_transitions(from: &str, to: &str) -> u64 {
    FACTS.days_between_transitions.values.iter().find(|(first, second, _)| first == from && second == to).map_or(0, |(.., days)| *days)
}

/// How far down the order of storage classes one stands; objects move down only.
pub fn storage_class_rank(class: &str) -> usize {
    FACTS.storage_classes.values.iter().position(|each| each == class).unwrap_or(0)
}

/// Ranges that no VPC may have, and what they are for.
pub fn reserved_ranges() -> impl Iterator<Item = (Ipv4Network, &'static str)> {
    FACTS.reserved_ranges.values.iter().map(|(range, what)| (range.parse().expect("a range is well-formed"), what.as_str()))
}

/// Starts of the names of a `bucket`, a `security group` or a `parameter` that AWS keeps for itself.
pub fn reserved_starts(of: &str) -> impl Iterator<Item = &'static str> {
    FACTS.reserved_starts.values.iter().filter(move |(each, _)| each == of).map(|(_, start)| start.as_str())
}

/// How ids of a `VPC`, a `transit gateway`, … start.
pub fn id_start(of: &str) -> &'static str {
    let (_, start) = FACTS.id_starts.values.iter().find(|(each, _)| each == of).expect("it is among the facts");
    start
}

/// Whether a text has the form of an id of its kind.
pub fn is_id(of: &str, text: &str) -> bool {
    let digits = text.strip_prefix(id_start(of)).unwrap_or_default();
    [8, 17].contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}
