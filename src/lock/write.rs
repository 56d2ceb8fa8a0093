//! The text of a lock: one allocation a line, sorted by what is held.

use std::fmt::Write as _;

use super::{Section, Value};

/// The file for what is held. The order in which it comes does not show.
pub fn text<'e>(held: impl Iterator<Item = (Section, &'e str, &'e Value)>) -> String {
    let mut held: Vec<(Section, &str, &Value)> = held.collect();
    // Two branches that take one block write on the same line, so that git tells them.
    held.sort_by(|a, b| match (a.2, b.2) {
        (Value::Zones(_), Value::Zones(_)) | (Value::Nth(_), Value::Nth(_)) | (Value::Home(_), Value::Home(_)) => {
            (a.0, a.1).cmp(&(b.0, b.1))
        }
        _ => (a.0, a.2, a.1).cmp(&(b.0, b.2, b.1)),
    });
    let mut out = String::from(
        "# Addresses, ASNs and zones that are held. mrc writes this file; commit it with the source.\n\
         # `mrc lock FILE --explain PATH` says why, `mrc lock FILE --prune` releases what is gone.\n\
         edition = 1\n",
    );
    let mut current = None;
    for (section, path, value) in held {
        if current != Some(section) {
            let _ = write!(out, "\n[{}]\n", section.title());
            current = Some(section);
        }
        quote(&mut out, path);
        out.push_str(" = ");
        match value {
            Value::Range(range) => drop(write!(out, "\"{range}\"")),
            Value::Asn(number) => drop(write!(out, "{number}")),
            Value::Nth(number) => drop(write!(out, "{number}")),
            Value::Home(place) => quote(&mut out, place),
            Value::Zones(letters) => {
                out.push('[');
                for (ix, letter) in letters.iter().enumerate() {
                    out.push_str(if ix == 0 { "" } else { ", " });
                    quote(&mut out, letter);
                }
                out.push(']');
            }
        }
        out.push('\n');
    }
    out
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for each in text.chars() {
        match each {
            '"' | '\\' => {
                out.push('\\');
                out.push(each);
            }
            _ if each.is_control() => drop(write!(out, "\\u{:04X}", u32::from(each))),
            _ => out.push(each),
        }
    }
    out.push('"');
}
