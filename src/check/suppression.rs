//! `@allow(code, reason)`: silences one diagnostic on the item that it stands before.

use crate::diag::{Code, Diagnostic, Severity};
use crate::nearest::nearest;
use crate::source::Span;
use crate::topology::Topology;

pub static UNUSED: Code =
    Code { id: "MR902", name: "unused-suppression", severity: Severity::Warning, page: include_str!("unused_suppression.md") };
pub static UNKNOWN: Code = Code { id: "MR903", name: "unknown-code", severity: Severity::Error, page: include_str!("unknown_code.md") };

pub static CODES: &[&Code] = &[&UNUSED, &UNKNOWN];

/// Drops what an `@allow` covers, and reports those that cover nothing although it was `judged`.
pub fn suppress(topology: &Topology, mut diagnostics: Vec<Diagnostic>, judged: impl Fn(&Code) -> bool) -> Vec<Diagnostic> {
    let inside = |outer: Span, inner: Span| outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end;
    let mut more = Vec::new();
    for allow in &topology.allows {
        let Some(code) = super::find_code(&allow.code) else {
            let all = super::all_codes();
            let mut diagnostic =
                Diagnostic::new(&UNKNOWN, allow.code_span, format!("there is no diagnostic `{}`", allow.code)).here("unknown");
            if let Some(near) = nearest(&allow.code, all.iter().map(|code| code.name)) {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), allow.code_span, near);
            }
            more.push(diagnostic);
            continue;
        };
        // Without an address there is nothing to emit: that must not be passed over.
        if crate::address::codes::ALL.contains(&code) || crate::lock::codes::ALL.contains(&code) {
            more.push(
                Diagnostic::new(
                    &UNUSED,
                    allow.code_span,
                    format!("`{}` cannot be allowed: it leaves something without an address", code.name),
                )
                .here("has no effect")
                .help("remove the `@allow`"),
            );
            continue;
        }
        let before = diagnostics.len();
        diagnostics.retain(|each| each.code != code || !each.labels.iter().any(|label| inside(allow.covers, label.span)));
        if judged(code) && diagnostics.len() == before {
            more.push(
                Diagnostic::new(&UNUSED, allow.code_span, format!("`{}` is not raised here, so there is nothing to allow", code.name))
                    .here("unused")
                    .help("remove the `@allow`"),
            );
        }
    }
    diagnostics.extend(more);
    diagnostics
}
