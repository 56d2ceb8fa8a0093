//! Reads a lock, and says by line what cannot be read.

use ipnetwork::IpNetwork;
use toml::de::{DeTable, DeValue};

use super::codes::BAD_LOCK;
use super::{Entry, Lock, Section, Value};
use crate::aws;
use crate::diag::{Diagnostic, Sink};
use crate::nearest::nearest;
use crate::source::{FileId, Span};

/// The edition that is written and read.
const EDITION: &str = "1";

/// What git leaves at the start of a line where two branches meet.
const MARKERS: &[&str] = &["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

impl Lock {
    /// Reads the text of a lock. What cannot be read has been said; the rest is there.
    pub fn read(mut self, text: &str, file: FileId, sink: &mut Sink) -> Lock {
        let name = self.name.clone();
        if let Some(span) = conflict(text, file) {
            sink.push(Diagnostic::new(&BAD_LOCK, span, format!("{name} has a merge conflict")).here("two branches meet here").help(
                "keep the lines of both sides; where both hold one block, keep one of them, and the next check gives the other a new block",
            ));
            return self;
        }
        let (table, problems) = DeTable::parse_recoverable(text);
        if let Some(problem) = problems.first() {
            let range = problem.span().unwrap_or_default();
            let what = problem.message().trim();
            if what == "duplicate key" {
                sink.push(again(&name, text, within(text, file, range.start, range.end)));
                return self;
            }
            sink.push(
                Diagnostic::new(&BAD_LOCK, within(text, file, range.start, range.end), format!("{name} is not TOML: {what}"))
                    .here("here")
                    .help("take the line from an earlier commit; without it, what it held is allocated anew"),
            );
            return self;
        }
        let mut reader = Reader { name: &name, text, file, sink };
        let mut edition = false;
        for (key, value) in table.get_ref() {
            let title: &str = key.get_ref();
            let span = reader.span(key.span().start, value.span().end);
            if title == "edition" {
                edition = true;
                reader.edition(value.get_ref(), span);
            } else if let Some(section) = Section::ALL.into_iter().find(|section| section.title() == title) {
                self.sections[section as usize] = reader.section(section, value.get_ref(), span);
            } else {
                let near = nearest(title, Section::ALL.iter().map(|section| section.title()).chain(["edition"]));
                let head = reader.span(key.span().start, key.span().end);
                reader.wrong(
                    head,
                    format!("{name} has no `{title}`"),
                    near.map_or("remove it".to_owned(), |near| format!("did you mean `{near}`?")),
                );
            }
        }
        if !edition && !text.trim().is_empty() {
            let span = reader.span(0, text.find('\n').unwrap_or(text.len()));
            reader.wrong(
                span,
                format!("{name} does not say its edition"),
                format!("write `edition = {EDITION}` on a line of its own before the first table"),
            );
        }
        self
    }
}

/// The first line that git left.
fn conflict(text: &str, file: FileId) -> Option<Span> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if MARKERS.iter().any(|marker| line.starts_with(marker)) {
            return Some(Span::new(file, at, at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

/// A path that stands on two lines: mostly two branches that allocated it, and were merged.
fn again(name: &str, text: &str, key: Span) -> Diagnostic {
    let shown = &text[key.start as usize..key.end as usize];
    let path = shown.trim_matches('"');
    let mut diagnostic = Diagnostic::new(&BAD_LOCK, key, format!("{name} says `{path}` twice")).here("again here");
    let at = text[..key.start as usize].rfind(&format!("\n{shown}")).map(|at| at + 1);
    if let Some(at) = at {
        diagnostic = diagnostic.label(within(text, key.file, at, at + shown.len()), "first here");
    }
    diagnostic.help("keep the line with what is deployed, and remove the other one")
}

/// A range of the text that starts and ends at characters.
fn within(text: &str, file: FileId, start: usize, end: usize) -> Span {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = floor(start);
    Span::new(file, start, floor(end).max(start))
}

struct Reader<'r> {
    name: &'r str,
    text: &'r str,
    file: FileId,
    sink: &'r mut Sink,
}

impl Reader<'_> {
    fn span(&self, start: usize, end: usize) -> Span {
        within(self.text, self.file, start, end)
    }

    fn wrong(&mut self, span: Span, message: String, help: String) {
        self.sink.push(Diagnostic::new(&BAD_LOCK, span, message).here("here").help(help));
    }

    fn edition(&mut self, value: &DeValue<'_>, span: Span) {
        if value.as_integer().is_none_or(|number| number.as_str() != EDITION) {
            self.wrong(
                span,
                format!("{} is of an edition that this mrc does not know", self.name),
                format!("it knows edition {EDITION}: use the mrc that wrote the file, or a newer one"),
            );
        }
    }

    fn section(&mut self, section: Section, value: &DeValue<'_>, span: Span) -> std::collections::BTreeMap<String, Entry> {
        let Some(table) = value.as_table() else {
            self.wrong(
                span,
                format!("`{}` of {} is no table", section.title(), self.name),
                format!("write `[{}]` and one line for each thing", section.title()),
            );
            return Default::default();
        };
        let mut entries = Vec::with_capacity(table.len());
        for (key, value) in table {
            let path: &str = key.get_ref();
            let span = self.span(key.span().start, value.span().end);
            match read(section, value.get_ref()) {
                Ok(value) => entries.push((path.to_owned(), Entry { value, span })),
                Err(wanted) => self.wrong(
                    span,
                    format!("what {} holds for `{path}` is no {}", self.name, wanted.0),
                    format!("write {}, or remove the line to have one allocated", wanted.1),
                ),
            }
        }
        entries.into_iter().collect()
    }
}

/// A value, or what would be one.
fn read(section: Section, value: &DeValue<'_>) -> Result<Value, (&'static str, &'static str)> {
    match section {
        Section::Pools | Section::Vpcs | Section::Subnets => {
            let range: Option<IpNetwork> = value.as_str().and_then(|text| text.parse().ok());
            let block = range
                .filter(|range| range.network() == range.ip())
                .filter(|range| value.as_str().is_some_and(|text| *text == range.to_string()));
            block.map(Value::Range).ok_or(("block", "one such as \"10.0.0.0/16\""))
        }
        Section::Asns => {
            let number = value.as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
            number.filter(|number| *number > 0).map(Value::Asn).ok_or(("ASN", "a number such as 64512"))
        }
        Section::Ipv6 => {
            let number = value.as_integer().and_then(|number| u8::from_str_radix(number.as_str(), number.radix()).ok());
            number.map(Value::Nth).ok_or(("number of a /64", "one from 0 to 255"))
        }
        Section::Homes | Section::Primaries => {
            let known = |place: &&str| aws::region(place.rsplit('/').next().unwrap_or_default()).is_some();
            value.as_str().filter(known).map(|place| Value::Home(place.to_owned())).ok_or(("region", "one such as \"us-east-1\""))
        }
        Section::Zones => {
            let letters: Option<Vec<String>> =
                value.as_array().and_then(|letters| letters.iter().map(|each| each.get_ref().as_str().map(str::to_owned)).collect());
            letters.map(Value::Zones).ok_or(("list of zones", "one such as [\"a\", \"b\"]"))
        }
    }
}
