//! For programs: an array of objects, described by `schema/diagnostics.schema.json`.

use serde::Serialize;
use serde_json::{Value, json};

use crate::diag::Diagnostic;
use crate::source::{Sources, Span};

pub fn json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let all: Vec<Value> = diagnostics.iter().map(|each| one(each, sources)).collect();
    let mut text = serde_json::to_string_pretty(&all).expect("plain data");
    text.push('\n');
    text
}

fn one(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    json!({
        "code": diagnostic.code.id,
        "name": diagnostic.code.name,
        "severity": diagnostic.severity.word(),
        "message": diagnostic.message,
        "labels": diagnostic.labels.iter().map(|label| json!({
            "text": label.text,
            "place": place(label.span, sources),
        })).collect::<Vec<_>>(),
        "help": diagnostic.help,
        "notes": diagnostic.notes,
        "fix": diagnostic.fix.as_ref().map(|fix| json!({
            "title": fix.title,
            "place": place(fix.span, sources),
            "text": fix.text,
        })),
    })
}

/// A range: bytes, lines and columns from 1 for people, and UTF-16 from 0 for editors.
#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    bytes: [u32; 2],
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
    utf16: [usize; 2],
}

fn place(span: Span, sources: &Sources) -> Place<'_> {
    let file = sources.get(span.file);
    let position = |offset: u32| {
        let (line, column) = file.line_column(offset);
        let utf16 = file.line_utf16(offset);
        Position { line, column, utf16: [utf16.0, utf16.1] }
    };
    Place { file: &file.name, bytes: [span.start, span.end], start: position(span.start), end: position(span.end) }
}
