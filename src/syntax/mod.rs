//! Text to tree: lexer, parser, lossless tree, typed views, formatter.

pub mod ast;
mod fmt;
mod lexer;
mod literal;
mod parser;
pub mod tree;

pub use fmt::format;
pub use lexer::{Token, TokenKind, lex};
pub use parser::{Parsed, parse};
