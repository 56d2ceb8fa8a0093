//! How many of a thing AWS lets an account have.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Quota {
    /// As the language calls it: `routes_per_table`.
    pub name: String,
    /// As AWS calls it.
    pub title: String,
    /// What is counted, as messages say it: one, and several.
    what: (String, String),
    pub scope: Scope,
    pub default: u64,
    /// Where AWS stops raising it; the default where it raises nothing, None where it does not say.
    pub most: Option<u64>,
    /// Service and code in Service Quotas, where more can be asked for there.
    pub service: Option<String>,
    pub code: Option<String>,
    /// Who is asked instead: the account team.
    pub via: Option<String>,
    /// The quota that AWS raises it with.
    pub with: Option<String>,
    source: String,
}

/// Of what there may be so many of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// An account, whatever the region.
    Account,
    /// An account in a region.
    Region,
    /// A zone of an account.
    Zone,
    Vpc,
    Table,
    Gateway,
    Vpn,
    DirectConnect,
    /// Of a Direct Connect gateway with a transit gateway.
    Association,
    SecurityGroup,
    PrefixList,
    /// A CloudFormation template: the same for every account.
    Stack,
}

impl Quota {
    /// Whether AWS gives an account more than the default when asked.
    pub fn raised(&self) -> bool {
        self.most != Some(self.default)
    }

    /// "1 route", "2 routes"
    pub fn counted(&self, number: u64) -> String {
        format!("{number} {}", if number == 1 { &self.what.0 } else { &self.what.1 })
    }

    /// AWS's page, and the date of what is known of it.
    pub fn source(&self) -> (&'static str, &'static str) {
        let source = &FILE.sources[&self.source];
        (&source.page, &source.as_of)
    }
}

impl Scope {
    /// Whether it is of no region.
    pub fn is_global(self) -> bool {
        matches!(self, Scope::Account | Scope::DirectConnect)
    }

    pub fn word(self) -> &'static str {
        match self {
            Scope::Account => "account",
            Scope::Region => "region",
            Scope::Zone => "zone",
            Scope::Vpc => "VPC",
            Scope::Table => "table",
            Scope::Gateway => "gateway",
            Scope::Vpn => "VPN",
            Scope::DirectConnect => "Direct Connect gateway",
            Scope::Association => "association",
            Scope::SecurityGroup => "group",
            Scope::PrefixList => "list",
            Scope::Stack => "stack",
        }
    }
}

#[derive(Deserialize)]
struct File {
    sources: BTreeMap<String, Source>,
    quotas: Vec<Quota>,
}

#[derive(Deserialize)]
struct Source {
    page: String,
    as_of: String,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../schema/aws/quotas.json")).expect("schema/aws/quotas.json is well-formed"));

pub fn quotas() -> &'static [Quota] {
    &FILE.quotas
}

pub fn quota(name: &str) -> Option<&'static Quota> {
    FILE.quotas.iter().find(|quota| quota.name == name)
}
