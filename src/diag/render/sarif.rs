//! SARIF 2.1.0, for code scanning.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diag::{Code, Diagnostic, Severity};
use crate::source::{Sources, Span};

pub fn sarif(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let rules: BTreeMap<&str, &Code> = diagnostics.iter().map(|each| (each.code.id, each.code)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "mrc",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|code| rule(code)).collect::<Vec<_>>(),
            }},
            "columnKind": "utf16CodeUnits",
            "results": diagnostics.iter().map(|each| result(each, sources)).collect::<Vec<_>>(),
        }],
    });
    let mut text = serde_json::to_string_pretty(&document).expect("plain data");
    text.push('\n');
    text
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.id,
        "name": code.name,
        "help": { "text": code.page, "markdown": code.page },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn result(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let text = match &diagnostic.help {
        Some(help) => format!("{}\n{help}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let related: Vec<Value> = diagnostic.labels[1..]
        .iter()
        .enumerate()
        .map(|(ix, label)| {
            let mut place = location(label.span, sources);
            place["id"] = json!(ix);
            place["message"] = json!({ "text": label.text });
            place
        })
        .collect();
    let mut result = json!({
        "ruleId": diagnostic.code.id,
        "level": level(diagnostic.severity),
        "message": { "text": text },
        "locations": [location(diagnostic.span(), sources)],
        "relatedLocations": related,
    });
    if let Some(fix) = &diagnostic.fix {
        result["fixes"] = json!([{
            "description": { "text": fix.title },
            "artifactChanges": [{
                "artifactLocation": { "uri": sources.get(fix.span.file).name },
                "replacements": [{ "deletedRegion": region(fix.span, sources), "insertedContent": { "text": fix.text } }],
            }],
        }]);
    }
    result
}

fn location(span: Span, sources: &Sources) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": sources.get(span.file).name }, "region": region(span, sources) } })
}

/// Lines and UTF-16 columns, both from 1.
fn region(span: Span, sources: &Sources) -> Value {
    let file = sources.get(span.file);
    let (start, end) = (file.line_utf16(span.start), file.line_utf16(span.end));
    json!({ "startLine": start.0 + 1, "startColumn": start.1 + 1, "endLine": end.0 + 1, "endColumn": end.1 + 1 })
}
