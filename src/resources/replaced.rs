//! What CloudFormation replaces when a property changes, and by which property AWS knows it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replaced {
    /// The property that names it.
    pub name: Option<String>,
    #[serde(default)]
    pub unique: Unique,
    /// Properties that are set when it is created and never again.
    #[serde(default)]
    pub by: Vec<String>,
}

/// Where there can be one of a name.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Unique {
    #[default]
    Region,
    Account,
    /// In what it is a part of.
    Parent,
}

/// What is known of a type of CloudFormation; nothing where each of its properties can change.
pub fn replaced(ty: &str) -> Option<&'static Replaced> {
    TYPES.get(ty)
}

/// Every type of the file.
pub fn all_replaced() -> impl Iterator<Item = (&'static str, &'static Replaced)> {
    TYPES.iter().map(|(ty, replaced)| (ty.as_str(), replaced))
}

static TYPES: LazyLock<BTreeMap<String, Replaced>> = LazyLock::new(|| {
    let text = include_str!("../../schema/resources/replaced.yaml");
    serde_saphyr::from_str(text).unwrap_or_else(|problem| panic!("schema/resources/replaced.yaml: {problem}"))
});
