//! The plan as a tree for people, and as JSON, CSV and Markdown.

use std::fmt::Write as _;

use serde_json::json;

use super::{Family, Fit, Kind, Part};

impl Family {
    fn word(self) -> &'static str {
        match self {
            Family::Ipv4 => "ipv4",
            Family::Ipv6 => "ipv6",
        }
    }

    /// What numbers count.
    fn unit(self) -> &'static str {
        match self {
            Family::Ipv4 => "address",
            Family::Ipv6 => "/64",
        }
    }
}

/// A tree with aligned columns for each family.
pub fn text(plan: &[Part]) -> String {
    let trees = [(Family::Ipv4, ""), (Family::Ipv6, "IPv6, in /64s")].map(|(family, title)| {
        let head = [title, "range", "used", "of", "", "largest free", "room for"].map(str::to_owned);
        let mut rows = vec![head];
        for part in plan.iter().filter(|part| part.family == family) {
            let name = if part.kind == Kind::Pool { format!("pool {}", part.name) } else { name(part) };
            rows.push(row(name, part));
            below(&part.parts, "", &mut rows);
        }
        if rows.len() > 1 { aligned(&rows) } else { String::new() }
    });
    trees.into_iter().filter(|tree| !tree.is_empty()).collect::<Vec<_>>().join("\n")
}

fn below(parts: &[Part], indent: &str, rows: &mut Vec<[String; 7]>) {
    for (ix, part) in parts.iter().enumerate() {
        let last = ix + 1 == parts.len();
        rows.push(row(format!("{indent}{} {}", if last { "└─" } else { "├─" }, name(part)), part));
        below(&part.parts, &format!("{indent}{}", if last { "   " } else { "│  " }), rows);
    }
}

fn name(part: &Part) -> String {
    match part.kind {
        Kind::Pool | Kind::Region | Kind::Vpc => part.name.clone(),
        Kind::Existing => format!("{} (exists)", part.name),
        Kind::Reserve => format!("reserved for {}", part.name),
        Kind::Held => format!("{} (gone, held)", part.name),
    }
}

fn row(name: String, part: &Part) -> [String; 7] {
    let largest = part.largest_free.map_or("-".to_owned(), |block| block.to_string());
    [name, ranges(part, ", "), part.used().to_string(), part.size.to_string(), share(part), largest, fits(part, ", ")]
}

fn ranges(part: &Part, between: &str) -> String {
    if of_amazon(part) {
        return "a /56 that Amazon chooses at deployment".to_owned();
    }
    part.ranges.iter().map(|range| range.to_string()).collect::<Vec<_>>().join(between)
}

/// Its range is not known before it is deployed.
fn of_amazon(part: &Part) -> bool {
    part.family == Family::Ipv6 && part.ranges.is_empty()
}

/// How much is used.
fn share(part: &Part) -> String {
    match (part.used() * 100).checked_div(part.size) {
        Some(0) if part.used() > 0 => "<1%".to_owned(),
        Some(share) => format!("{share}%"),
        None => "-".to_owned(),
    }
}

/// `15 vpcs of /16, 60 of /18`
fn fits(part: &Part, between: &str) -> String {
    let mut said = "";
    let mut all = Vec::new();
    for Fit { what, prefix, number } in &part.fits {
        let noun = if said == *what { String::new() } else { format!(" {what}{}", if *number == 1 { "" } else { "s" }) };
        said = what;
        all.push(format!("{number}{noun} of /{prefix}"));
    }
    all.join(between)
}

/// Columns as wide as they must be; numbers to the right.
fn aligned(rows: &[[String; 7]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..7).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let padding = " ".repeat(widths[column] - cell.chars().count());
            let _ = match column {
                2..=4 => write!(line, "{padding}{cell}  "),
                _ => write!(line, "{cell}{padding}  "),
            };
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

pub fn json(plan: &[Part]) -> String {
    let parts: Vec<serde_json::Value> = plan.iter().map(value).collect();
    let mut out = serde_json::to_string_pretty(&parts).expect("plain data");
    out.push('\n');
    out
}

fn value(part: &Part) -> serde_json::Value {
    let ranges: Vec<String> = part.ranges.iter().map(|range| range.to_string()).collect();
    let fits: Vec<_> = part.fits.iter().map(|fit| json!({ "what": fit.what, "prefix": fit.prefix, "number": fit.number })).collect();
    json!({
        "kind": part.kind.word(),
        "family": part.family.word(),
        "name": part.name,
        "ranges": ranges,
        "chosen_by_amazon": of_amazon(part),
        "unit": part.family.unit(),
        "size": part.size,
        "used": part.used(),
        "free": part.free,
        "largest_free": part.largest_free.map(|block| block.to_string()),
        "fits": fits,
        "parts": part.parts.iter().map(value).collect::<Vec<_>>(),
    })
}

/// One line for each part, with where it lies.
pub fn csv(plan: &[Part]) -> String {
    let mut out = String::from("kind,name,within,ranges,unit,size,used,free,largest_free,fits\n");
    each(plan, "", &mut |part, within| {
        let largest = part.largest_free.map_or(String::new(), |block| block.to_string());
        let numbers = format!("{},{},{},{}", part.family.unit(), part.size, part.used(), part.free);
        let ranges = if of_amazon(part) { "amazon".to_owned() } else { ranges(part, " ") };
        let texts = [part.kind.word(), &part.name, within, &ranges].map(quoted).join(",");
        let _ = writeln!(out, "{texts},{numbers},{largest},{}", quoted(&fits(part, "; ")));
    });
    out
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

pub fn markdown(plan: &[Part]) -> String {
    let mut out = String::from(
        "| kind | name | within | range | unit | used | free | largest free | room for |\n|---|---|---|---|---|---:|---:|---|---|\n",
    );
    each(plan, "", &mut |part, within| {
        let largest = part.largest_free.map_or(String::new(), |block| block.to_string());
        let (ranges, used) = (ranges(part, ", "), format!("{} ({})", part.used(), share(part)));
        let (unit, free, fits) = (part.family.unit(), part.free.to_string(), fits(part, ", "));
        let cells = [part.kind.word(), &part.name, within, &ranges, unit, &used, &free, &largest, &fits];
        let _ = writeln!(out, "| {} |", cells.map(|cell| cell.replace('|', "\\|").replace('\n', " ")).join(" | "));
    });
    out
}

/// Every part with the name of what it lies in: `corp/us-east-1`.
fn each(parts: &[Part], within: &str, visit: &mut dyn FnMut(&Part, &str)) {
    for part in parts {
        visit(part, within);
        let inner = if within.is_empty() { part.name.clone() } else { format!("{within}/{}", part.name) };
        each(&part.parts, &inner, visit);
    }
}
