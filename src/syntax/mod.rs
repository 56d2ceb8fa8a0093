//! Text to tree: lexer, parser, lossless tree, typed views, formatter.

pub mod ast;
