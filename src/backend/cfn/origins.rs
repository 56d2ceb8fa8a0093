//! `sources.tsv`: which line of `.mr` made a resource, for whoever reads that AWS refused it.
//!
//! Not in the templates: a line that moves would be a change of every stack below it.

use super::Cx;
use super::stack::Stack;
use crate::source::{Sources, Span};

/// Lines of TEMPLATE, LOGICAL ID, FILE:LINE, PATH, in the order of the templates.
pub struct Origins<'s> {
    sources: &'s Sources,
    /// The folder of the topology's first file: the same is written wherever the project lies.
    folder: &'s str,
    pub text: String,
}

impl<'s> Origins<'s> {
    pub fn new(sources: &'s Sources) -> Origins<'s> {
        let first = sources.iter().next().map_or("", |(_, file)| file.name.as_str());
        let folder = first.rfind('/').map_or("", |end| &first[..=end]);
        Origins { sources, folder, text: String::new() }
    }

    pub fn add(&mut self, cx: &Cx, template: &str, stack: &Stack) {
        for (logical_id, id) in &stack.origins {
            let resource = cx.graph.resource(*id);
            let line = self.line(resource.span);
            self.text.push_str(&format!("{template}\t{logical_id}\t{line}\t{}\n", resource.path));
        }
    }

    /// Of what a pattern made, the line that uses the pattern.
    fn line(&self, span: Span) -> String {
        let (real, uses) = self.sources.real(span);
        let span = uses.first().copied().unwrap_or(real);
        let file = self.sources.get(span.file);
        let (line, _) = file.line_column(span.start);
        format!("{}:{line}", file.name.strip_prefix(self.folder).unwrap_or(&file.name))
    }
}
