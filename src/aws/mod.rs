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
