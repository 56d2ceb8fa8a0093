//! What is held: every address, ASN, choice of zones and home that was allocated once, by path.
//!
//! `net.mr` has its lock in `net.mr.lock`: TOML, one allocation a line, sorted by what is held, so
//! that two branches that take one block write on the same line. What stands there never moves.

pub mod codes;
mod read;
mod write;

pub use write::text;

use std::collections::BTreeMap;

use ipnetwork::IpNetwork;

use crate::source::Span;

/// What a line holds, by the table that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Blocks of regions: `corp@us-east-1`.
    Pools,
    /// Ranges of VPCs: `app@us-east-1`.
    Vpcs,
    /// `app@us-east-1.data[a]`
    Subnets,
    /// `core@us-east-1`
    Asns,
    /// Zones of a VPC, in the order in which they were chosen.
    Zones,
    /// Which /64 of its VPC a subnet has: `app@us-east-1.data[a]`.
    Ipv6,
    /// The region whose stack owns a table: `profiles`.
    Homes,
    /// Where the primary of a key is: `data`.
    Primaries,
}

impl Section {
    pub const ALL: [Section; 8] =
        [Section::Pools, Section::Vpcs, Section::Subnets, Section::Asns, Section::Zones, Section::Ipv6, Section::Homes, Section::Primaries];

    /// As the lock says it.
    pub fn title(self) -> &'static str {
        match self {
            Section::Pools => "pools",
            Section::Vpcs => "vpcs",
            Section::Subnets => "subnets",
            Section::Asns => "asns",
            Section::Zones => "zones",
            Section::Ipv6 => "ipv6",
            Section::Homes => "homes",
            Section::Primaries => "primaries",
        }
    }

    /// The kind that paths of the section start with.
    pub fn kind(self) -> &'static str {
        match self {
            Section::Pools => "pool",
            Section::Vpcs | Section::Subnets | Section::Zones | Section::Ipv6 => "vpc",
            Section::Asns => "transit_gateway",
            Section::Homes => "table",
            Section::Primaries => "key",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Range(IpNetwork),
    Asn(u32),
    /// Letters.
    Zones(Vec<String>),
    /// The /64 of that number in the range of its VPC.
    Nth(u8),
    /// A place: `us-east-1`, `tools/us-east-1`.
    Home(String),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Range(range) => write!(f, "{range}"),
            Value::Asn(number) => write!(f, "AS{number}"),
            Value::Zones(letters) => write!(f, "zones {}", letters.join(", ")),
            Value::Nth(number) => write!(f, "/64 number {number}"),
            Value::Home(place) => write!(f, "home {place}"),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub value: Value,
    /// From the path to the end of the value.
    pub span: Span,
}

/// A lock file as it was read; empty where there is none.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// As messages show it: `net.mr.lock`.
    pub name: String,
    /// What is typed to change it: `mrc lock net.mr`.
    pub command: String,
    sections: [BTreeMap<String, Entry>; Section::ALL.len()],
}

impl Lock {
    /// Nothing held, beside a source file, for an environment or for none.
    pub fn empty(source: &str, environment: Option<&str>) -> Lock {
        let option = environment.map_or(String::new(), |name| format!(" --env {name}"));
        Lock { name: beside(source, environment), command: format!("mrc lock {source}{option}"), ..Lock::default() }
    }

    pub fn get(&self, section: Section, path: &str) -> Option<&Entry> {
        self.sections[section as usize].get(path)
    }

    /// Everything that a section holds, sorted by path.
    pub fn section(&self, section: Section) -> impl Iterator<Item = (&str, &Entry)> {
        self.sections[section as usize].iter().map(|(path, entry)| (path.as_str(), entry))
    }

    /// What a section holds below a path: `app@us-east-1.data[a]` is below `app@us-east-1`.
    pub fn below<'l>(&'l self, section: Section, path: &'l str) -> impl Iterator<Item = (&'l str, &'l Entry)> {
        let from = self.sections[section as usize].range(path.to_owned()..);
        let starting = from.map(|(each, entry)| (each.as_str(), entry)).take_while(move |(each, _)| each.starts_with(path));
        starting.filter(move |(each, _)| each[path.len()..].starts_with(['.', ' ']))
    }

    pub fn all(&self) -> impl Iterator<Item = (Section, &str, &Entry)> {
        Section::ALL.into_iter().flat_map(|section| self.section(section).map(move |(path, entry)| (section, path, entry)))
    }
}

/// The lock of a source file, for an environment or for none: `net.mr.lock`, `net.prod.mr.lock`.
fn beside(source: &str, environment: Option<&str>) -> String {
    match (environment, source.strip_suffix(".mr")) {
        (None, _) => format!("{source}.lock"),
        (Some(name), Some(stem)) => format!("{stem}.{name}.mr.lock"),
        (Some(name), None) => format!("{source}.{name}.lock"),
    }
}

/// Whether a pattern names a path or what it is a part of: `app` and `app@us-east-1` and `app.data`
/// all name `app@us-east-1.data[a]`. `vpc app` leaves gateways and pools of that name alone, `zones app`
/// also its ranges.
pub fn names(pattern: &str, section: Section, path: &str) -> bool {
    let pattern = match pattern.split_once(' ') {
        Some((word, rest)) if Section::ALL.iter().any(|each| each.kind() == word || each.title() == word) => {
            if word != section.kind() && word != section.title() {
                return false;
            }
            rest
        }
        _ => pattern,
    };
    let (base, place, rest) = parts(pattern);
    let (path_base, path_place, path_rest) = parts(path);
    let part_of = path_rest.strip_prefix(rest).is_some_and(|more| rest.is_empty() || more.is_empty() || more.starts_with(['.', '[', ' ']));
    base == path_base && (place.is_empty() || place == path_place) && part_of
}

/// `app@us-east-1.data[a]` without its place: `app.data[a]`.
pub fn family(path: &str) -> String {
    let (base, _, rest) = parts(path);
    format!("{base}{rest}")
}

/// The shortest pattern that names several paths and little else: one place or all, one zone or all.
pub fn common<'p>(paths: impl Iterator<Item = &'p str>) -> Option<String> {
    let all: Vec<(&str, &str, &str)> = paths.map(parts).collect();
    let (base, place, rest) = *all.first()?;
    let without_zone = |rest: &'p str| rest.split_once('[').map_or(rest, |(group, _)| group);
    if all.iter().any(|each| each.0 != base) {
        return None;
    }
    let place = if all.iter().all(|each| each.1 == place) { format!("@{place}") } else { String::new() };
    let ways = [rest, without_zone(rest)];
    let shared = ways.into_iter().find(|way| all.iter().all(|each| each.2 == *way || without_zone(each.2) == *way));
    Some(format!("{base}{place}{}", shared.unwrap_or_default()))
}

/// Name, place and what follows.
fn parts(path: &str) -> (&str, &str, &str) {
    let end_of = |text: &str| text.find(['.', '[', ' ']).unwrap_or(text.len());
    let (base, rest) = path.split_at(path.find(['@', '.', '[', ' ']).unwrap_or(path.len()));
    match rest.strip_prefix('@') {
        Some(rest) => {
            let (place, rest) = rest.split_at(end_of(rest));
            (base, place, rest)
        }
        None => (base, "", rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_what_is_below() {
        let subnet = "app@us-east-1.data[a]";
        for pattern in ["app", "app@us-east-1", "app.data", "app.data[a]", "app@us-east-1.data", subnet, "vpc app"] {
            assert!(names(pattern, Section::Subnets, subnet), "{pattern}");
        }
        for pattern in ["ap", "app@us-east-2", "app.dat", "app.data[b]", "pool app", "", "app@us-east"] {
            assert!(!names(pattern, Section::Subnets, subnet), "{pattern}");
        }
        assert!(names("app attach core", Section::Subnets, "app@us-east-1 attach core[a]"));
        assert!(!names("zones app", Section::Subnets, subnet) && names("zones app", Section::Zones, "app@us-east-1"));
        let common = |paths: &[&str]| common(paths.iter().copied());
        assert_eq!(common(&["app@r.data[a]", "app@r.data[b]"]).as_deref(), Some("app@r.data"));
        assert_eq!(common(&["app@r.data[a]", "app@s.data[a]"]).as_deref(), Some("app.data[a]"));
        assert_eq!(common(&["app@r.data[a]", "app@r attach core[a]"]).as_deref(), Some("app@r"));
        assert_eq!(common(&["app@r.data[a]", "ops@r.data[a]"]), None);
        assert_eq!(family("app@prod/us-east-1 attach core[a]"), "app attach core[a]");
    }

    #[test]
    fn a_lock_has_the_name_of_its_source() {
        assert_eq!(beside("a/net.mr", None), "a/net.mr.lock");
        assert_eq!(beside("a/net.mr", Some("prod")), "a/net.prod.mr.lock");
        assert_eq!(beside("net", Some("prod")), "net.prod.lock");
    }
}
