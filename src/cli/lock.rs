//! `mrc lock`, and the lock of `check` and `build`.

use std::collections::BTreeSet;
use std::path::Path;

use super::args::Lock as Options;
use super::check::{reader, text};
use super::{Outcome, complain, fail, given, output, print};
use crate::address::{self, Allocation, From, Why};
use crate::driver::{self, Checked};
use crate::lock::{self, Section};
use crate::nearest::nearest;
use crate::source::Span;

/// Allocations that a message lists before it counts the rest.
const SHOWN: usize = 10;

pub fn run(options: &Options) -> Outcome {
    let given = match given::read(&options.inputs) {
        Ok(given) => given,
        Err(problem) => return fail(problem),
    };
    if options.file == "-" {
        return fail("standard input has no lock");
    }
    if let Err(problem) = std::fs::metadata(&options.file) {
        return fail(format!("cannot read {}: {problem}", options.file));
    }
    let checked = driver::check_in(std::slice::from_ref(&options.file), &given, options.inputs.env.as_deref(), &mut reader());
    if let Some(path) = &options.release {
        return release(&checked, path);
    }
    if checked.has_errors() {
        complain(&text(&checked.diagnostics, &checked.sources));
        return Outcome::Findings;
    }
    if let Some(path) = &options.explain {
        return explain(&checked, path);
    }
    if options.prune { prune(&checked) } else { keep(&checked, false) }
}

/// Writes what was allocated now, or, when locked, tells what the lock lacks.
pub fn keep(checked: &Checked, locked: bool) -> Outcome {
    let fresh: Vec<&Allocation> = checked.fresh().collect();
    // Standard input has no lock.
    if checked.has_errors() || fresh.is_empty() || checked.lock.name.is_empty() {
        return Outcome::Clean;
    }
    let name = &checked.lock.name;
    let number = counted(fresh.len());
    if !locked {
        return write(
            checked,
            &address::lock_text(&checked.lock, &checked.allocations, false),
            &format!("wrote {name} ({} new {})", fresh.len(), allocations(fresh.len())),
        );
    }
    let mut message = format!("error: {name} lacks {number}:\n");
    for each in fresh.iter().take(SHOWN) {
        message.push_str(&format!("  {} = {}\n", each.path, each.value));
    }
    if fresh.len() > SHOWN {
        message.push_str(&format!("  and {} more\n", fresh.len() - SHOWN));
    }
    complain(&format!("{message}run `{}` and commit {name}\n", checked.lock.command));
    Outcome::Findings
}

fn write(checked: &Checked, text: &str, done: &str) -> Outcome {
    match output::replace(Path::new(&checked.lock.name), text.as_bytes()) {
        Ok(()) => {
            complain(&format!("{done}\n"));
            Outcome::Clean
        }
        Err(problem) => fail(format!("cannot write {}: {problem}", checked.lock.name)),
    }
}

fn counted(number: usize) -> String {
    format!("{number} {}", allocations(number))
}

fn allocations(number: usize) -> &'static str {
    if number == 1 { "allocation" } else { "allocations" }
}

fn prune(checked: &Checked) -> Outcome {
    let gone = address::gone(&checked.lock, &checked.allocations);
    let text = address::lock_text(&checked.lock, &checked.allocations, true);
    let unused_zones = checked.sources.iter().any(|(_, file)| file.name == checked.lock.name && *file.text != *text);
    if gone.is_empty() && !unused_zones {
        return keep(checked, false);
    }
    for (_, path, entry) in &gone {
        print(&format!("released {path} = {}\n", entry.value));
    }
    write(checked, &text, &format!("wrote {} ({} released)", checked.lock.name, counted(gone.len())))
}

/// Takes lines out of the lock, whatever else is wrong: this is how what does not fit gets mended.
fn release(checked: &Checked, pattern: &str) -> Outcome {
    let lock = &checked.lock;
    if let Some(problem) = checked.diagnostics.iter().find(|each| *each.code == lock::codes::BAD_LOCK) {
        complain(&text(std::slice::from_ref(problem), &checked.sources));
        return Outcome::Findings;
    }
    let named = |section: Section, path: &str| lock::names(pattern, section, path);
    let kinds: BTreeSet<&str> = lock.all().filter(|(section, path, _)| named(*section, path)).map(|(section, ..)| section.kind()).collect();
    if kinds.len() > 1 {
        let ways: Vec<String> = kinds.iter().map(|kind| format!("'{kind} {pattern}'")).collect();
        return fail(format!("several kinds hold something as `{pattern}`: write --release {}", ways.join(" or ")));
    }
    if kinds.is_empty() {
        return fail(unknown(pattern, &lock.name, lock.all().map(|(_, path, _)| path)));
    }
    let mut number = 0;
    for (_, path, entry) in lock.all().filter(|(section, path, _)| named(*section, path)) {
        print(&format!("released {path} = {}\n", entry.value));
        number += 1;
    }
    let kept = lock.all().filter(|(section, path, _)| !named(*section, path)).map(|(section, path, entry)| (section, path, &entry.value));
    write(checked, &lock::text(kept), &format!("wrote {} ({} released)", lock.name, counted(number)))
}

fn unknown<'p>(pattern: &str, holder: &str, paths: impl Iterator<Item = &'p str>) -> String {
    let paths: BTreeSet<String> = paths.flat_map(|path| [path.to_owned(), lock::family(path)]).collect();
    let near = nearest(pattern, paths.iter().map(String::as_str)).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
    format!("{holder} has nothing as `{pattern}`{near}")
}

/// What holds a path and why: each thing that it names.
fn explain(checked: &Checked, pattern: &str) -> Outcome {
    let made: Vec<&Allocation> = checked.allocations.iter().filter(|each| lock::names(pattern, each.section, &each.path)).collect();
    let gone: Vec<_> = address::gone(&checked.lock, &checked.allocations)
        .into_iter()
        .filter(|(section, path, _)| {
            lock::names(pattern, *section, path) && !made.iter().any(|each| (each.section, &*each.path) == (*section, path))
        })
        .collect();
    if made.is_empty() && gone.is_empty() {
        let paths = checked.allocations.iter().map(|each| &*each.path);
        return fail(unknown(pattern, &options_name(checked), paths));
    }
    let mut out = String::new();
    for each in made {
        out.push_str(&format!("{} = {}\n  {}\n  {}\n", each.path, each.value, why(checked, each), from(checked, each)));
    }
    for (_, path, entry) in gone {
        let line = place(checked, entry.span);
        out.push_str(&format!(
            "{path} = {}\n  held by {line}\n  nothing in the source asks for it; `{} --prune` releases it\n",
            entry.value, checked.lock.command
        ));
    }
    print(&out);
    Outcome::Clean
}

fn options_name(checked: &Checked) -> String {
    checked.sources.iter().next().map_or(String::new(), |(_, file)| file.name.clone())
}

/// File and line; of something in a pattern, where the pattern is used.
fn place(checked: &Checked, span: Span) -> String {
    let (span, uses) = checked.sources.real(span);
    let span = uses.first().copied().unwrap_or(span);
    let file = checked.sources.get(span.file);
    format!("{}:{}", file.name, file.line_column(span.start).0)
}

fn why(checked: &Checked, each: &Allocation) -> String {
    match each.why {
        Why::Written => format!("written in {}", place(checked, each.span)),
        Why::Held(line) => format!("held by {}", place(checked, line)),
        Why::FirstFit if matches!(each.section, Section::Homes | Section::Primaries) => {
            format!("new: {} does not hold it yet", checked.lock.name)
        }
        Why::FirstFit => format!("new: the first that is free; {} does not hold it yet", checked.lock.name),
    }
}

fn from(checked: &Checked, each: &Allocation) -> String {
    let topology = &checked.topology;
    let what = match each.from {
        From::Pool(id) => format!("from pool {} ({})", topology.pool(id).name, topology.pool(id).cidr),
        From::Block(id, block) => {
            let region = topology.pool(id).blocks.iter().find(|each| each.cidr == block).map_or("a region", |each| each.region);
            format!("from {block}, the block of {region} in pool {}", topology.pool(id).name)
        }
        From::Vpc(id) => {
            let ranges: Vec<String> = topology.vpc(id).cidrs().map(|range| range.to_string()).collect();
            format!("from {}, of vpc {}", ranges.join(" and "), topology.vpc_path(id))
        }
        From::Asns(first, last) => format!("from AS{first}..AS{last}"),
        From::Zones(id) => {
            let letters: Vec<&str> = topology.place(id).zones.iter().map(|zone| zone.letter.as_str()).collect();
            format!("of zones {} in {}", letters.join(", "), topology.place(id).name)
        }
        From::Table(ix) => {
            let places: Vec<&str> = topology.tables[ix as usize].replicas.iter().map(|place| topology.place(*place).path()).collect();
            format!("of its places {}", places.join(", "))
        }
        From::Key(id) => {
            let places: Vec<&str> = topology.key_places(id).map(|place| topology.place(place).path()).collect();
            format!("of its places {}", places.join(", "))
        }
        From::Nothing => return "nothing was allocated".to_owned(),
    };
    format!("{what}; asked for in {}", place(checked, each.span))
}
