//! Annotations of GitHub Actions: one line a diagnostic.

use crate::diag::{Diagnostic, Severity};
use crate::source::Sources;

pub fn github(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    diagnostics.iter().map(|each| line(each, sources)).collect()
}

fn line(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let span = diagnostic.span();
    let file = sources.get(span.file);
    let ((line, column), (end_line, end_column)) = (file.line_column(span.start), file.line_column(span.end));
    let title = format!("{} {}", diagnostic.code.id, diagnostic.code.name);
    let mut message = diagnostic.message.clone();
    for label in &diagnostic.labels[1..] {
        let other = sources.get(label.span.file);
        message.push_str(&format!("\n{}:{}: {}", other.name, other.line_column(label.span.start).0, label.text));
    }
    if let Some(help) = &diagnostic.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    format!(
        "::{command} file={},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}\n",
        property(&file.name),
        property(&title),
        data(&message)
    )
}

/// What may stand after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What may stand in a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
