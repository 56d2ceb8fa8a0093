//! The reference manual, derived from the declarations.

use super::{ALL, Attribute, Head, Kind, Presence, Scope, Support};

/// The page of a kind.
pub fn page(kind: &Kind) -> String {
    let mut out = format!("# {}\n\n{}\n\n", kind.name, kind.doc);
    if let Support::Later(why) = kind.support {
        out.push_str(&format!("Not compiled by this release: {why}.\n"));
        return out;
    }
    out.push_str(&format!("    {}\n\n{}\n\n", usage(kind), place(kind)));
    attributes(&mut out, "Attributes", kind.attributes);
    if !kind.existing.is_empty() {
        attributes(&mut out, &format!("Attributes of `existing {}`", kind.name), kind.existing);
    }
    for block in kind.blocks {
        nested(&mut out, block);
    }
    if !kind.example.is_empty() {
        out.push_str(&format!("## Example\n\n```mr\n{}```\n", kind.example));
    }
    out
}

fn nested(out: &mut String, block: &Kind) {
    out.push_str(&format!("## {}\n\n", usage(block)));
    match block.support {
        Support::Later(why) => out.push_str(&format!("Not compiled by this release: {why}.\n\n")),
        Support::Full => {
            out.push_str(&format!("{}\n\n", block.doc));
            attributes(out, "", block.attributes);
        }
    }
}

/// What kinds say of a block that stands inside them; None where there is none of this name.
pub fn inside(word: &str) -> Option<String> {
    let mut out = String::new();
    for kind in ALL {
        for block in kind.blocks.iter().filter(|block| block.name == word) {
            out.push_str(&format!("# {word} in {}\n\n", kind.name));
            nested(&mut out, block);
            out.push_str(&format!("`mrc explain {}` has an example.\n\n", kind.name));
        }
    }
    (!out.is_empty()).then_some(out)
}

/// One line for each kind.
pub fn index() -> String {
    ALL.iter().map(|kind| format!("{:16} {}\n", kind.name, kind.doc.split(['.', ':']).next().unwrap_or_default())).collect()
}

/// `vpc NAME { … }`
fn usage(kind: &Kind) -> String {
    let mut parts = vec![kind.name.to_owned()];
    for part in kind.head {
        parts.push(match part {
            Head::Name => "NAME".into(),
            Head::OptionalName => "[NAME]".into(),
            Head::Word(word) => (*word).into(),
            Head::Value(name, _) => (*name).into(),
            Head::InPlaces => "in PLACE".into(),
        });
    }
    if let Some(value) = &kind.value {
        parts.push(format!("= ({})", value.describe()));
    }
    if kind.scope == Scope::NamedPlaces {
        parts.push("in PLACES".into());
    }
    if !kind.attributes.is_empty() || !kind.blocks.is_empty() {
        parts.push("{ … }".into());
    }
    parts.join(" ")
}

fn place(kind: &Kind) -> &'static str {
    match kind.scope {
        Scope::Topology => "Stands at the top level, for the whole topology.",
        Scope::EveryPlace => "Stands at the top level; in every region of the topology unless `in` says where.",
        Scope::NamedPlaces => "Stands at the top level; `in` says where it is.",
        Scope::Nested => "Stands inside another block.",
    }
}

fn attributes(out: &mut String, title: &str, attributes: &[Attribute]) {
    let known: Vec<&Attribute> = attributes.iter().filter(|each| each.presence != Presence::Later).collect();
    if known.is_empty() {
        return;
    }
    if !title.is_empty() {
        out.push_str(&format!("## {title}\n\n"));
    }
    for each in known {
        let presence = match each.presence {
            Presence::Required => "required".to_owned(),
            Presence::Default(value) => format!("default `{value}`"),
            _ => "optional".to_owned(),
        };
        out.push_str(&format!("- `{}`, {presence}: {}. {}\n", each.name, each.ty.describe(), each.doc));
    }
    out.push('\n');
}
