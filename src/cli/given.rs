//! `--set` and `--inputs`: values of inputs, as the language writes them.

use std::path::Path;

use super::args::Inputs;
use crate::diag::Sink;
use crate::driver::Given;
use crate::source::FileId;
use crate::syntax;

/// Values of files first, those of `--set` over them.
pub fn read(inputs: &Inputs) -> Result<Vec<Given>, String> {
    let mut given = Vec::new();
    for file in &inputs.inputs {
        given.extend(from_file(file)?);
    }
    for each in &inputs.set {
        let Some((name, value)) = each.split_once('=') else {
            return Err(format!("--set {each}: write NAME=VALUE"));
        };
        if !is_name(name) {
            return Err(format!("--set {each}: `{name}` is no name"));
        }
        given.push(Given { origin: format!("--set {name}"), name: name.to_owned(), value: literal(value) });
    }
    Ok(given)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// A value that the language can read stands for itself; anything else is a string.
fn literal(value: &str) -> String {
    let mut sink = Sink::default();
    let text = format!("mr 1\nlet x = {value}\n");
    let parsed = syntax::parse(&text, FileId(0), &mut sink);
    let one_item = parsed.file.items.len() == 1 && !value.contains('\n') && !value.is_empty();
    if one_item && !sink.has_errors() { value.to_owned() } else { quoted(value) }
}

fn quoted(value: &str) -> String {
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$").replace('\n', "\\n");
    format!("\"{escaped}\"")
}

fn from_file(path: &Path) -> Result<Vec<Given>, String> {
    let show = path.display();
    let text = std::fs::read_to_string(path).map_err(|problem| format!("cannot read {show}: {problem}"))?;
    let values: serde_json::Map<String, serde_json::Value> = if path.extension().is_some_and(|extension| extension == "json") {
        serde_json::from_str(&text).map_err(|problem| format!("{show}: {problem}"))?
    } else {
        toml::from_str(&text).map_err(|problem| format!("{show}: {}", problem.message()))?
    };
    values
        .into_iter()
        .map(|(name, value)| {
            if !is_name(&name) {
                return Err(format!("{show}: `{name}` is no name"));
            }
            let value =
                written(&value).ok_or_else(|| format!("{show}: `{name}` is neither a string, a number, a boolean nor a list of them"))?;
            Ok(Given { origin: show.to_string(), name, value })
        })
        .collect()
}

fn written(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(literal(text)),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Bool(truth) => Some(truth.to_string()),
        serde_json::Value::Array(values) => {
            let parts: Option<Vec<String>> = values.iter().map(written).collect();
            Some(format!("[{}]", parts?.join(", ")))
        }
        _ => None,
    }
}
