//! The pipeline, top to bottom: files to a checked topology, and a topology to artifacts.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::address::{self, Allocation, Why};
use crate::backend::{Previous, cfn, terraform};
use crate::check;
use crate::diag::{self, Diagnostic, Severity, Sink};
use crate::graph::{self, Graph};
use crate::lock::Lock;
use crate::lock::codes::BAD_LOCK;
use crate::plan;
use crate::quota;
use crate::routing::{self, Routing};
use crate::source::{FileId, Sources, Span};
use crate::stdlib;
use crate::syntax::{self, ast};
use crate::topology::{self, Condition, Selection, Topology, codes};

/// More files than any topology has.
const MOST_FILES: usize = 1_000;

/// Reads a file by the path that is shown in messages.
pub type Reader<'r> = dyn FnMut(&str) -> io::Result<String> + 'r;

/// A topology after all checks, and what they said.
pub struct Checked {
    pub sources: Sources,
    /// Sorted by place; nothing is said twice.
    pub diagnostics: Vec<Diagnostic>,
    pub topology: Topology,
    pub routing: Routing,
    graph: Option<Graph>,
    /// What was held before.
    pub lock: Lock,
    /// What everything has, and why.
    pub allocations: Vec<Allocation>,
}

impl Checked {
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|each| each.severity == Severity::Error)
    }

    /// What was allocated now and is not in the lock.
    pub fn fresh(&self) -> impl Iterator<Item = &Allocation> {
        self.allocations.iter().filter(|each| each.why == Why::FirstFit)
    }

    /// The resources of a topology without errors.
    pub fn graph(&self) -> &Graph {
        self.graph.as_ref().expect("a topology without errors has its resources")
    }

    /// The same topology with other tables, for tests of what tables mean.
    pub fn reroute(&mut self, change: impl FnOnce(&Topology, &mut Routing)) {
        change(&self.topology, &mut self.routing);
        self.graph = self.graph.is_some().then(|| graph::lower(&self.topology, &self.routing));
    }
}

/// A value given from outside: where it comes from (`--set env`), its name and its text as the
/// language would write it.
#[derive(Clone, Debug)]
pub struct Given {
    pub origin: String,
    pub name: String,
    pub value: String,
}

/// Checks the topology that starts with one file, or with several that belong together.
pub fn check(roots: &[String], given: &[Given], read: &mut Reader<'_>) -> Checked {
    check_in(roots, given, None, read)
}

/// The same, with the lock of an environment.
pub fn check_in(roots: &[String], given: &[Given], environment: Option<&str>, read: &mut Reader<'_>) -> Checked {
    let mut sink = Sink::default();
    let mut sources = Sources::default();
    let files = load(roots, &mut sources, read, &mut sink);
    let lock = held(roots, environment, &mut sources, read, &mut sink);
    judge(files, given, lock, sources, sink)
}

/// Checks a topology and reads two sides of `reachable(…)` from outside, as an assertion in it would
/// be read. Assertions that do not hold are no errors here: who asks may want to know why.
pub fn ask(
    root: &str,
    given: &[Given],
    environment: Option<&str>,
    read: &mut Reader<'_>,
    sides: Option<(&str, &str)>,
) -> (Checked, Option<(Selection, Selection)>) {
    let mut sink = Sink::default();
    let mut sources = Sources::default();
    let roots = [root.to_owned()];
    let mut files = load(&roots, &mut sources, read, &mut sink);
    let lock = held(&roots, environment, &mut sources, read, &mut sink);
    let asked = sides.map(|(from, to)| {
        let id = sources.add(format!("{from} {to}"), format!("mr 1\nassert reachable({from}, {to})\n"));
        let mut file = syntax::parse(&sources.get(id).text, id, &mut sink).file;
        // One question and nothing else.
        file.items.truncate(1);
        files.push(file);
        id
    });
    let mut checked = judge(files, given, lock, sources, sink);
    checked.diagnostics.retain(|each| *each.code != check::FAILED_ASSERTION);
    let question = checked.topology.asserts.iter().find(|assert| Some(assert.span.file) == asked);
    let sides = question.and_then(|assert| match &assert.condition {
        Condition::Packets { from, to, .. } => Some((from.clone(), to.clone())),
        _ => None,
    });
    (checked, sides)
}

/// What is held, from the lock beside the first root. Standard input has none.
fn held(roots: &[String], environment: Option<&str>, sources: &mut Sources, read: &mut Reader<'_>, sink: &mut Sink) -> Lock {
    let Some(root) = roots.first().map(|root| normal(root)).filter(|root| root != "-") else { return Lock::default() };
    let lock = Lock::empty(&root, environment);
    match read(&lock.name) {
        Ok(text) => {
            let file = sources.add(lock.name.clone(), text);
            lock.read(&sources.get(file).text, file, sink)
        }
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => lock,
        Err(problem) => {
            let file = sources.add(lock.name.clone(), "");
            let message = format!("cannot read {}: {problem}", lock.name);
            sink.push(Diagnostic::new(&BAD_LOCK, Span::new(file, 0, 0), message).here("what it holds is not known"));
            lock
        }
    }
}

fn judge(mut files: Vec<ast::File>, given: &[Given], lock: Lock, mut sources: Sources, mut sink: Sink) -> Checked {
    let library = stdlib::load(&files, &mut sources, &mut sink);
    files.extend(library);
    let inputs = inputs(given, &mut sources, &mut sink);
    let parsed = !sink.has_errors();
    // A bracket that is missing moves everything behind it: what it all means is anyone's guess.
    let guesswork = sink.diagnostics.iter().any(|each| *each.code == diag::codes::UNCLOSED);
    let said = sink.diagnostics.len();

    let copies = topology::Copies::new(&sources);
    let mut resolved = topology::resolve(&files, &inputs, &lock, FileId(0), &copies);
    let allocations = address::allocate(&mut resolved.topology, &lock, &mut sink);
    let routing = routing::derive(&resolved.topology);
    let topology = resolved.finish(&mut sink);
    if guesswork {
        sink.diagnostics.truncate(said);
    }
    // A file that did not parse may lack half of what it says: judging the rest misleads.
    if parsed {
        check::run(&topology, &routing, &mut sink);
    }
    let graph = (!sink.has_errors()).then(|| graph::lower(&topology, &routing));
    if let Some(graph) = &graph {
        quota::check(&topology, &routing, graph, &mut sink);
        address::idle(&lock, &allocations, &mut sink);
    }
    let made = copies.list();
    for (of, used_at) in made {
        sources.add_copy(of, used_at);
    }
    let said = once_a_pattern(&sources, sink.diagnostics);
    let counted = graph.is_some();
    let mut diagnostics = check::suppress(&topology, said, |code| parsed && (counted || !quota::CODES.contains(&code)));
    settle(&mut diagnostics);
    Checked { sources, diagnostics, topology, routing, lock, allocations, graph }
}

/// What a pattern's own text has wrong, whatever a use gives it.
const WRITTEN: &[&diag::Code] =
    &[&codes::UNKNOWN_KIND, &codes::UNKNOWN_ATTRIBUTE, &codes::MISSING_ATTRIBUTE, &codes::DUPLICATE_ATTRIBUTE, &codes::WRONG_HEAD];

/// What is wrong in a pattern is one mistake, however often the pattern is used.
fn once_a_pattern(sources: &Sources, said: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(&str, &str, Span), usize> = BTreeMap::new();
    let mut found: Vec<Diagnostic> = Vec::new();
    for each in said {
        let (span, uses) = sources.real(each.span());
        let Some(used_at) = uses.first().filter(|_| WRITTEN.contains(&each.code)) else {
            found.push(in_uses(sources, each));
            continue;
        };
        match seen.get(&(each.code.id, each.about, span)) {
            Some(ix) if found[*ix].labels.iter().any(|label| label.span == *used_at) => {}
            Some(ix) => found[*ix].labels.push(diag::Label { span: *used_at, text: "in this use as well".to_owned() }),
            None => {
                seen.insert((each.code.id, each.about, span), found.len());
                found.push(in_uses(sources, each));
            }
        }
    }
    found
}

/// What is wrong in a pattern is shown where it is used first, then in the pattern.
fn in_uses(sources: &Sources, mut diagnostic: Diagnostic) -> Diagnostic {
    let mut labels = Vec::with_capacity(diagnostic.labels.len());
    for (ix, label) in std::mem::take(&mut diagnostic.labels).into_iter().enumerate() {
        let (span, uses) = sources.real(label.span);
        for (depth, used_at) in uses.into_iter().enumerate() {
            let text = if depth == 0 { "in this use of a pattern" } else { "which uses this one" };
            let again = labels.iter().any(|known: &diag::Label| known.span == used_at);
            if ix == 0 || !again {
                labels.push(diag::Label { span: used_at, text: text.to_owned() });
            }
        }
        labels.push(diag::Label { span, text: label.text });
    }
    // What the reader wrote comes before the library.
    let ours = |label: &diag::Label| !sources.get(label.span.file).name.starts_with('<');
    if let Some(first) = labels.iter().position(ours).filter(|first| *first > 0) {
        let first = labels.remove(first);
        labels.insert(0, first);
    }
    diagnostic.labels = labels;
    // A pattern of the library is not the reader's to mend.
    let fix = diagnostic.fix.take().map(|fix| diag::Fix { span: sources.real(fix.span).0, ..fix });
    diagnostic.fix = fix.filter(|fix| !sources.get(fix.span.file).name.starts_with('<'));
    diagnostic
}

/// Sorts by place, and drops what has been said of the same places already: a family is one
/// mistake, however many instances it has.
fn settle(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| (a.span(), a.code.id).cmp(&(b.span(), b.code.id)));
    let mut seen = BTreeSet::new();
    diagnostics.retain(|each| seen.insert((each.code.id, each.about, each.labels.iter().map(|label| label.span).collect::<Vec<_>>())));
    // A name that is not there is one mistake, however often it is said: it may be the declaration that is misspelt.
    let mut missing: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for each in std::mem::take(diagnostics) {
        match missing.get(&each.message) {
            Some(ix) if *each.code == codes::UNKNOWN_NAME => {
                let first = &mut found[*ix];
                first.labels.push(diag::Label { span: each.span(), text: "and here".to_owned() });
                first.fix = None;
            }
            _ => {
                if *each.code == codes::UNKNOWN_NAME {
                    missing.insert(each.message.clone(), found.len());
                }
                found.push(each);
            }
        }
    }
    *diagnostics = found;
}

/// Parses the roots and everything that they use, each file once, in the order of their names.
fn load(roots: &[String], sources: &mut Sources, read: &mut Reader<'_>, sink: &mut Sink) -> Vec<ast::File> {
    let mut loaded: BTreeSet<String> = BTreeSet::new();
    let mut files = Vec::new();
    let mut waiting: Vec<(String, Option<Span>)> = roots.iter().rev().map(|root| (normal(root), None)).collect();
    while let Some((path, wanted_by)) = waiting.pop() {
        if !loaded.insert(path.clone()) {
            continue;
        }
        if loaded.len() > MOST_FILES {
            let span = wanted_by.unwrap_or_else(|| Span::new(FileId(0), 0, 0));
            sink.push(
                Diagnostic::new(&codes::CANNOT_READ, span, format!("the topology has more than {MOST_FILES} files"))
                    .here("one too many")
                    .help("a link that leads back to its own folder makes files without end"),
            );
            break;
        }
        let text = match read(&path) {
            Ok(text) => text,
            Err(problem) => {
                let span = wanted_by.unwrap_or_else(|| Span::new(sources.add(path.clone(), ""), 0, 0));
                sink.push(Diagnostic::new(&codes::CANNOT_READ, span, format!("cannot read {path}: {problem}")).here("wanted here"));
                continue;
            }
        };
        let id = sources.add(path.clone(), text);
        let parsed = syntax::parse(&sources.get(id).text, id, sink);
        let mut uses = Vec::new();
        for item in &parsed.file.items {
            if let ast::ItemKind::Use(ast::Use::File { path: used, span }) = &item.kind {
                uses.push((beside(&path, used), Some(*span)));
            }
        }
        waiting.extend(uses.into_iter().rev());
        files.push(parsed.file);
    }
    files
}

/// Files that a file uses, by their normal paths.
pub fn uses(path: &str, text: &str) -> Vec<String> {
    let parsed = syntax::parse(text, FileId(0), &mut Sink::default());
    let items = parsed.file.items.iter();
    items
        .filter_map(|item| match &item.kind {
            ast::ItemKind::Use(ast::Use::File { path: used, .. }) => Some(beside(path, used)),
            _ => None,
        })
        .collect()
}

/// A path as written in one file, from where that file is.
fn beside(file: &str, used: &str) -> String {
    match file.rsplit_once('/') {
        Some((folder, _)) if !used.starts_with('/') => normal(&format!("{folder}/{used}")),
        _ => normal(used),
    }
}

/// Without `./` and `a/../`, so that one file has one name.
pub fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| *last != ".." && !last.is_empty()) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Values from outside are read as the language reads them.
fn inputs(given: &[Given], sources: &mut Sources, sink: &mut Sink) -> Vec<ast::File> {
    given
        .iter()
        .map(|each| {
            let id = sources.add(each.origin.clone(), format!("mr 1\nlet {} = {}\n", each.name, each.value));
            syntax::parse(&sources.get(id).text, id, sink).file
        })
        .collect()
}

/// What to emit.
#[derive(Clone, Debug)]
pub enum Target {
    CloudFormation(cfn::Options),
    Terraform(terraform::Options),
}

/// Relative paths and contents, sorted by path.
pub type Files = Vec<(String, Vec<u8>)>;

/// The files of a target, or why there are none. Only for a topology without errors.
pub fn build(checked: &Checked, target: &Target) -> Result<Files, Vec<Diagnostic>> {
    build_over(checked, target, &Previous::none())
}

/// The same, over what an earlier build wrote.
pub fn build_over(checked: &Checked, target: &Target, previous: &Previous<'_>) -> Result<Files, Vec<Diagnostic>> {
    let files = emit(checked, target, previous);
    files.map_err(|problems| problems.into_iter().map(|each| in_uses(&checked.sources, each)).collect())
}

fn emit(checked: &Checked, target: &Target, previous: &Previous<'_>) -> Result<Files, Vec<Diagnostic>> {
    let graph = checked.graph();
    match target {
        Target::CloudFormation(options) => {
            let rules = plan::Rules { accept_in_pipeline: options.accepter == cfn::Accepter::Pipeline };
            let plan = plan::plan(graph, rules)?;
            cfn::emit(graph, &plan, options, &checked.sources, previous).map(|files| files.0)
        }
        Target::Terraform(options) => {
            terraform::emit(graph, options, previous).map_err(|problems| problems.into_iter().map(Into::into).collect())
        }
    }
}
