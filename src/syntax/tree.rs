//! The lossless tree: every token of a file, and which nodes they make.
//!
//! Nodes are in the order in which they begin; each knows the tokens that it spans. The tree's text
//! is the file's text, byte for byte, whatever the file holds.

use super::lexer::Token;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    File,
    /// One item of a file or one member of a body.
    Item,
    /// From `{` to `}`.
    Body,
    Expr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub kind: NodeKind,
    /// First token, and the one after the last.
    pub first: u32,
    pub end: u32,
    /// How deep it is nested; the file is at 0.
    pub depth: u32,
}

#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub tokens: Vec<Token>,
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The text of all tokens, put together again.
    pub fn text(&self, source: &str) -> String {
        self.tokens.iter().map(|token| &source[token.start as usize..token.end as usize]).collect()
    }

    /// Nodes of a kind.
    pub fn of(&self, kind: NodeKind) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(move |node| node.kind == kind)
    }
}
