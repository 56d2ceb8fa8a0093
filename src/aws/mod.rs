//! Facts about AWS, from `schema/aws/`, each with its source and date there.
//!
//! Zone letters are mrc's own names for zone ids, in the order of the ids: which letter an account
//! sees for a building differs from account to account, so the output always says the id.

use std::sync::LazyLock;

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
}

impl Region {
    /// `amazonaws.com`
    pub fn dns_suffix(&self) -> &'static str {
        if self.partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" }
    }

    /// What names of endpoint services start with.
    pub fn endpoint_service_prefix(&self) -> &'static str {
        if self.partition == "aws-cn" { "cn.com.amazonaws" } else { "com.amazonaws" }
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

/// Days that CloudWatch Logs can keep logs for [provider schema; BC logs/PutRetentionPolicy].
pub static LOG_RETENTION_DAYS: &[u64] =
    &[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

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

/// Sets of regions over which DynamoDB can be strongly consistent [GT; DynamoDB guide,
/// GlobalTableWitness]. A table cannot span sets.
pub static STRONG_SETS: &[&[&str]] = &[
    &["us-east-1", "us-east-2", "us-west-2"],
    &["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"],
    &["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
];
