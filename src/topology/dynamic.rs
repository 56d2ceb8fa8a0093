//! `{{resolve:…}}`, which CloudFormation would replace by a value from elsewhere.

use super::codes;
use super::eval::Scope;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::ast::{self, ItemKind};

/// How a dynamic reference starts, in any property of a template.
const START: &str = "{{resolve:";

/// Says so where a text holds one.
pub fn check(scope: &Scope<'_>, text: &str, span: Span) {
    if holds_reference(text) {
        scope.report(diagnostic(span, "this string").help("write `param(\"name\")` for a value that is known at deployment only"));
    }
}

pub fn holds_reference(text: &str) -> bool {
    text.contains(START)
}

/// Doc comments become descriptions.
pub fn check_docs(scope: &Scope<'_>, items: &[ast::Item]) {
    for item in items {
        let (word, bodies): (Span, Vec<&ast::Body>) = match &item.kind {
            ItemKind::For(each) => (item.span, vec![&each.body]),
            ItemKind::If(choice) => (item.span, std::iter::once(&choice.then).chain(&choice.otherwise).collect()),
            ItemKind::At(at) => (item.span, vec![&at.body]),
            ItemKind::Pattern(pattern) => (item.span, vec![&pattern.body]),
            ItemKind::Block(block) => (block.word.span, block.body.iter().collect()),
            ItemKind::Rule(_) => (item.span, Vec::new()),
            _ => continue,
        };
        if item.doc.as_deref().is_some_and(holds_reference) {
            scope.report(diagnostic(word, "the doc comment here").help("say it in other words: doc comments become descriptions"));
        }
        bodies.into_iter().for_each(|body| check_docs(scope, &body.items));
    }
}

fn diagnostic(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::DYNAMIC_REFERENCE,
        span,
        format!("{what} holds `{START}…`, which CloudFormation replaces and Terraform does not"),
    )
    .here("a dynamic reference")
}
