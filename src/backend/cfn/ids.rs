//! Logical ids, and the names of outputs and parameters: letters and digits, derived from paths.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::graph::{Graph, Part, Path, Resource, Unit};
use crate::resources::descriptor;

/// `vpc/app/subnet/data/a` under `vpc/app` is `SubnetDataA`; its table `SubnetDataARouteTable`.
///
/// The noun of the type is there only where the rest does not say it: neither the end of the id, nor
/// the kind of the item that the resource stands for, nor the word that it starts with (`AttachCore`). A
/// word at the end that the noun starts with is there once: `FlowLog` has a `FlowLogGroup`.
pub fn logical_id(graph: &Graph, resource: &Resource) -> String {
    let unit = graph.unit(resource.unit);
    let mut id = String::with_capacity(32);
    let rest = beyond(unit, &resource.path);
    for part in rest {
        push_pascal(&mut id, part.text());
    }
    let evident = if resource.role.is_empty() { last_kind(&resource.path.0) } else { None };
    push_pascal(&mut id, resource.role);
    if id.is_empty() {
        push_pascal(&mut id, evident.unwrap_or_default());
    }
    let noun = &descriptor(resource.ty).noun;
    let noun = pascal(noun);
    // One part alone is a name that somebody chose.
    let begun = resource.role.is_empty() && rest.len() > 1 && noun.to_ascii_lowercase().starts_with(rest[0].text());
    if begun || ends_with(&id, &noun) || evident.is_some_and(|kind| ends_with(&pascal(kind), &noun)) {
        return id;
    }
    let first_word = noun[1..].find(|each: char| each.is_ascii_uppercase()).map_or(&*noun, |at| &noun[..=at]);
    let again = !resource.role.is_empty() && first_word.len() < noun.len() && id.ends_with(first_word);
    id.push_str(if again { &noun[first_word.len()..] } else { &noun });
    id
}

/// `vpc/app/subnet/data/a/id` under `vpc/app` is `SubnetDataAId`.
pub fn output_name(unit: &Unit, key: &Path) -> String {
    let mut name = String::with_capacity(32);
    let rest = beyond(unit, key);
    if rest.len() < 2 {
        push_pascal(&mut name, last_kind(&unit.root.0).unwrap_or_default());
    }
    for part in rest {
        push_pascal(&mut name, part.text());
    }
    name
}

/// `flow_logs`, `eu-west-1`, `mrc:path` as `FlowLogs`, `EuWest1`, `MrcPath`.
pub fn pascal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_pascal(&mut out, text);
    out
}

pub fn push_pascal(out: &mut String, text: &str) {
    let mut starts = true;
    for each in text.chars() {
        if !each.is_ascii_alphanumeric() {
            starts = true;
        } else if starts {
            // `10.1.12.0/16` and `10.11.2.0/16` must not look the same.
            if each.is_ascii_digit() && out.ends_with(|last: char| last.is_ascii_digit()) {
                out.push('x');
            }
            out.push(each.to_ascii_uppercase());
            starts = false;
        } else {
            out.push(each);
        }
    }
}

/// The CloudFormation name of a neutral property. Names are few and come again and again.
pub fn property(name: &'static str) -> &'static str {
    thread_local! {
        static KNOWN: RefCell<HashMap<&'static str, &'static str>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| *known.entry(name).or_insert_with(|| pascal(name).leak()))
}

fn beyond<'p>(unit: &Unit, path: &'p Path) -> &'p [Part] {
    path.0.strip_prefix(unit.root.0.as_slice()).unwrap_or(&path.0)
}

fn last_kind(parts: &[Part]) -> Option<&'static str> {
    parts.iter().rev().find_map(|part| match part {
        Part::Kind(kind) => Some(*kind),
        Part::Name(_) => None,
    })
}

fn ends_with(text: &str, end: &str) -> bool {
    text.len() >= end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_start_with_a_capital() {
        assert_eq!(pascal("flow_logs"), "FlowLogs");
        assert_eq!(pascal("eu-west-1"), "EuWest1");
        assert_eq!(pascal("API"), "API");
        assert_eq!(pascal("2a"), "2a");
        assert_eq!(pascal("10.1.12.0/16"), "10x1x12x0x16");
        assert_eq!(property("vpc_id"), "VpcId");
    }
}
