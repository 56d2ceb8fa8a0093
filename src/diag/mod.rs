//! Diagnostics: what is wrong, every place involved, and what to do.
//!
//! A [`Code`] is the identity of a diagnostic: a stable name (`overlapping-cidrs`), a number beside
//! it (`MR301`), a default severity and a page that `mrc explain` prints. Codes that a check raises
//! live beside the check; those of earlier stages live in [`codes`].

pub mod codes;
pub mod render;

use crate::source::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something worth knowing; never fails a build.
    Note,
    Warning,
    /// Nothing is emitted.
    Error,
}

impl Severity {
    pub fn word(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// The identity of a diagnostic.
#[derive(Debug)]
pub struct Code {
    /// `MR301`
    pub id: &'static str,
    /// `overlapping-cidrs`
    pub name: &'static str,
    pub severity: Severity,
    /// Markdown: what it means, a wrong and a right example. Tests run the examples.
    pub page: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        self.id == other.id
    }
}
impl Eq for Code {}

/// A place that a diagnostic shows, and what to say there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// One right repair: replace `span` with `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub title: String,
    pub span: Span,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: &'static Code,
    pub severity: Severity,
    /// One line with the names in it.
    pub message: String,
    /// The first label is the primary place.
    pub labels: Vec<Label>,
    /// One thing to do next.
    pub help: Option<String>,
    pub notes: Vec<String>,
    pub fix: Option<Fix>,
    /// Tells apart findings of one code at the same places: which quota. Not shown.
    pub about: &'static str,
}

impl Diagnostic {
    /// A diagnostic at its primary place, with the code's own severity.
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            labels: vec![Label { span, text: String::new() }],
            help: None,
            notes: Vec::new(),
            fix: None,
            about: "",
        }
    }

    pub fn about(mut self, what: &'static str) -> Self {
        self.about = what;
        self
    }

    /// What to say at the primary place.
    pub fn here(mut self, text: impl Into<String>) -> Self {
        self.labels[0].text = text.into();
        self
    }

    /// One more place involved.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    pub fn fix(mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { title: title.into(), span, text: text.into() });
        self
    }

    pub fn span(&self) -> Span {
        self.labels[0].span
    }
}

/// Collects diagnostics. A sink is passed down; nothing returns early because of one.
#[derive(Debug, Default)]
pub struct Sink {
    pub diagnostics: Vec<Diagnostic>,
}

impl Sink {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|each| each.severity == Severity::Error)
    }
}

/// Declares the [`Code`] of the module it stands in; the page is the `.md` file beside it, named
/// like the code with `_` for `-`.
#[macro_export]
macro_rules! code {
    ($id:literal, $name:literal, $severity:ident, $page:literal) => {
        pub static CODE: $crate::diag::Code =
            $crate::diag::Code { id: $id, name: $name, severity: $crate::diag::Severity::$severity, page: include_str!($page) };
    };
}
