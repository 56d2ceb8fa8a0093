//! For people: the source with what is wrong marked in it.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::diag::{Diagnostic, Severity};
use crate::source::{FileId, Sources};

/// Every diagnostic with its places, and one line that counts them.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, color: bool, width: usize) -> String {
    let theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false).with_context_lines(0);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let shown = Shown::new(diagnostic, sources);
        // Writing to a string does not fail.
        let _ = handler.render_report(&mut out, &shown);
        out.push('\n');
    }
    out.push_str(&summary(diagnostics));
    out
}

fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity: Severity| diagnostics.iter().filter(|each| each.severity == severity).count();
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter(|severity| count(*severity) > 0)
        .map(|severity| match count(severity) {
            1 => format!("1 {}", severity.word()),
            number => format!("{number} {}s", severity.word()),
        })
        .collect();
    if parts.is_empty() { String::new() } else { format!("{}\n", parts.join(", ")) }
}

/// A diagnostic as miette wants it: one file, and the places in other files as related ones.
#[derive(Debug)]
struct Shown {
    message: String,
    code: String,
    severity: miette::Severity,
    source: Lines,
    labels: Vec<LabeledSpan>,
    help: Option<String>,
    elsewhere: Vec<Shown>,
}

impl Shown {
    fn new(diagnostic: &Diagnostic, sources: &Sources) -> Shown {
        let first = diagnostic.span().file;
        let mut elsewhere = Vec::new();
        for file in diagnostic.labels.iter().map(|label| label.span.file).filter(|file| *file != first) {
            if !elsewhere.iter().any(|(known, _)| *known == file) {
                elsewhere.push((file, part(diagnostic, sources, file)));
            }
        }
        let mut shown = part(diagnostic, sources, first);
        shown.message = diagnostic.message.clone();
        shown.code = format!("{}[{}] {}", diagnostic.severity.word(), diagnostic.code.id, diagnostic.code.name);
        shown.severity = match diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        };
        shown.help = help(diagnostic);
        shown.elsewhere = elsewhere.into_iter().map(|(_, part)| part).collect();
        shown
    }
}

/// The labels of one file.
fn part(diagnostic: &Diagnostic, sources: &Sources, file: FileId) -> Shown {
    let source = sources.get(file);
    let labels = diagnostic
        .labels
        .iter()
        .enumerate()
        .filter(|(_, label)| label.span.file == file)
        .map(|(ix, label)| {
            let text = (!label.text.is_empty()).then(|| label.text.clone());
            let range = label.span.start as usize..label.span.end as usize;
            if ix == 0 { LabeledSpan::new_primary_with_span(text, range) } else { LabeledSpan::new_with_span(text, range) }
        })
        .collect();
    Shown {
        message: "and here".into(),
        code: String::new(),
        severity: miette::Severity::Advice,
        source: Lines { name: source.name.clone(), text: source.text.to_string() },
        labels,
        help: None,
        elsewhere: Vec::new(),
    }
}

fn help(diagnostic: &Diagnostic) -> Option<String> {
    let mut lines: Vec<String> = diagnostic.help.iter().cloned().collect();
    lines.extend(diagnostic.notes.iter().map(|note| format!("note: {note}")));
    (!lines.is_empty()).then(|| lines.join("\n"))
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl miette::Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.code.is_empty()).then(|| Box::new(&self.code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        (!self.elsewhere.is_empty()).then(|| Box::new(self.elsewhere.iter().map(|each| each as &dyn miette::Diagnostic)) as Box<_>)
    }
}

/// A file of which whole lines are shown, and no more lines than have something to show.
#[derive(Debug)]
struct Lines {
    name: String,
    text: String,
}

impl SourceCode for Lines {
    fn read_span<'a>(&'a self, span: &SourceSpan, _: usize, _: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let length = self.text.len();
        let (from, to) = (span.offset().min(length), (span.offset() + span.len()).min(length));
        let start = self.text[..from].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[to..].find('\n').map_or(length, |at| to + at);
        let line = self.text[..start].matches('\n').count();
        let lines = self.text[start..end].matches('\n').count() + 1;
        let shown = SourceSpan::new(start.into(), end - start);
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), &self.text.as_bytes()[start..end], shown, line, 0, lines)))
    }
}
