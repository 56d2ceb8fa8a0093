//! Why nothing was emitted.

use std::fmt;

use crate::graph::Resource;
use crate::source::Span;

/// A graph that cannot be written for this target, or one that this backend does not understand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub message: String,
    /// The items of the source that it is about, the one to look at first.
    pub spans: Vec<Span>,
}

impl Problem {
    pub fn new(resource: &Resource, message: impl Into<String>) -> Problem {
        Problem {
            message: message.into(),
            spans: vec![resource.span],
        }
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
