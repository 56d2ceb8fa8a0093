//! Which release of the provider an argument came with: the least that a configuration needs.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::hcl::{Block, Body, Item};

/// The oldest release that has `region` on resources: 6.0.
const FIRST: u32 = 0;

/// The least minor release of the provider's version 6 that knows everything in a resource.
pub fn block(block: &Block) -> u32 {
    let Some(arguments) = block.labels.first().and_then(|ty| TYPES.get(&**ty)) else { return FIRST };
    if arguments.since.is_empty() { FIRST } else { body(&block.body, "", arguments) }
}

/// The least that has one attribute of a type.
pub fn attribute(ty: &str, name: &str) -> u32 {
    TYPES.get(ty).and_then(|arguments| arguments.since.get(name)).map_or(FIRST, |since| since.0)
}

/// As `required_providers` says it.
pub fn constraint(minor: u32) -> String {
    format!("~> 6.{minor}")
}

fn body(body: &Body, within: &str, arguments: &Arguments) -> u32 {
    let items = body.0.iter().map(|item| {
        let (name, inside) = match item {
            Item::Attribute(name, _) => (name, None),
            Item::Block(block) => (&block.kind, Some(&block.body)),
            Item::Comment(_) | Item::Blank => return FIRST,
        };
        let path = if within.is_empty() { name.to_string() } else { format!("{within}.{name}") };
        let own = arguments.since.get(&path).map_or(FIRST, |since| since.0);
        own.max(inside.map_or(FIRST, |inside| self::body(inside, &path, arguments)))
    });
    items.max().unwrap_or(FIRST)
}

#[derive(Deserialize)]
struct Arguments {
    #[serde(default)]
    since: HashMap<String, Minor>,
}

/// `6.22`, of which the second number counts.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Minor(u32);

impl TryFrom<String> for Minor {
    type Error = String;

    fn try_from(text: String) -> Result<Minor, String> {
        text.strip_prefix("6.").and_then(|minor| minor.parse().ok()).map(Minor).ok_or_else(|| format!("{text} is no release of 6"))
    }
}

#[derive(Deserialize)]
struct File {
    types: HashMap<String, Arguments>,
}

static TYPES: LazyLock<HashMap<String, Arguments>> = LazyLock::new(|| {
    let text = include_str!("../../../schema/terraform/since.json");
    serde_json::from_str::<File>(text).unwrap_or_else(|problem| panic!("schema/terraform/since.json: {problem}")).types
});
