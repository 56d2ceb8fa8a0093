//! Why nothing was emitted.

use std::fmt;

use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::Resource;
use crate::source::{FileId, Span};

/// A graph that cannot be written for this target, or one that this backend does not understand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub message: String,
    /// The items of the source that it is about, the one to look at first.
    pub spans: Vec<Span>,
}

impl Problem {
    pub fn new(resource: &Resource, message: impl Into<String>) -> Problem {
        Problem { message: message.into(), spans: vec![resource.span] }
    }

    pub fn and(mut self, resource: &Resource) -> Problem {
        self.spans.push(resource.span);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

/// Names that Terraform cannot tell apart, or a bug of ours: either way nothing is written.
pub static CODE: Code =
    Code { id: "MR704", name: "terraform-names-collide", severity: Severity::Error, page: include_str!("terraform_names_collide.md") };

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Diagnostic {
        // What has no place in the source is ours to mend; it is shown at the start of the first file.
        let first = problem.spans.first().copied().unwrap_or(Span::new(FileId(0), 0, 0));
        let diagnostic = Diagnostic::new(&CODE, first, problem.message).here("this one");
        problem
            .spans
            .iter()
            .skip(1)
            .filter(|span| **span != first)
            .fold(diagnostic, |diagnostic, span| diagnostic.label(*span, "and this one"))
    }
}
