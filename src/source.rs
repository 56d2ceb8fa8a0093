//! Source files and places in them.
//!
//! A [`Span`] is a byte range in one file. Everything that a diagnostic may point at carries one.

use std::rc::Rc;

/// A file of the compilation, by its position in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A byte range in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        Span { file, start: start as u32, end: end as u32 }
    }

    /// From the start of `self` to the end of `other`, which must be in the same file.
    pub fn to(self, other: Span) -> Span {
        debug_assert_eq!(self.file, other.file);
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One source file. `name` is the path as the user gave it.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub name: String,
    pub text: Rc<str>,
    line_starts: Rc<[u32]>,
    /// Where the pattern is used that this is a copy of, and the file of the pattern.
    copy: Option<(FileId, Span)>,
}

impl SourceFile {
    pub fn new(name: impl Into<String>, text: impl Into<Rc<str>>) -> Self {
        let text: Rc<str> = text.into();
        let line_starts =
            std::iter::once(0).chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i as u32 + 1)).collect();
        SourceFile { name: name.into(), text, line_starts, copy: None }
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset) - 1;
        let start = self.line_starts[line] as usize;
        let end = (offset as usize).min(self.text.len());
        (line + 1, self.text[start..end].chars().count() + 1)
    }

    /// Line from 0 and UTF-16 column from 0, as editors count.
    pub fn line_utf16(&self, offset: u32) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset) - 1;
        let start = self.line_starts[line] as usize;
        let end = (offset as usize).min(self.text.len());
        (line, self.text[start..end].encode_utf16().count())
    }
}

/// All files of one compilation.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// A copy of a file for one use of a pattern in it.
    pub fn add_copy(&mut self, of: FileId, used_at: Span) -> FileId {
        let copy = SourceFile { copy: Some((of, used_at)), ..self.get(of).clone() };
        self.files.push(copy);
        FileId(self.files.len() as u32 - 1)
    }

    /// The span in the file itself, and the uses that led there, outermost first.
    pub fn real(&self, span: Span) -> (Span, Vec<Span>) {
        let Some((file, used_at)) = self.get(span.file).copy else { return (span, Vec::new()) };
        let (used_at, mut uses) = self.real(used_at);
        uses.push(used_at);
        (Span { file, ..span }, uses)
    }

    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Rc<str>>) -> FileId {
        self.files.push(SourceFile::new(name, text));
        FileId(self.files.len() as u32 - 1)
    }

    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(ix, file)| (FileId(ix as u32), file))
    }

    pub fn text(&self, span: Span) -> &str {
        &self.get(span.file).text[span.start as usize..span.end as usize]
    }
}
