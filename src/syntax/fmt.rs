//! The one way to lay out a file: indentation, spaces and blank lines. Line breaks are the author's.

use super::lexer::{Token, TokenKind};
use super::tree::{NodeKind, Tree};

/// Formats a file that parsed without errors. Meaning and comments stay as they are.
pub fn format(tree: &Tree, text: &str) -> String {
    let mut starts: Vec<u32> = tree.of(NodeKind::Item).map(|node| node.first).collect();
    starts.sort_unstable();
    let mut printer = Printer { text, out: String::with_capacity(text.len()), depth: 0, newlines: 0, last: None };
    for (ix, token) in tree.tokens.iter().enumerate().filter(|(_, token)| token.kind != TokenKind::Space) {
        printer.token(*token, starts.binary_search(&(ix as u32)).is_ok(), has_space(&tree.tokens, ix));
    }
    while printer.out.ends_with('\n') {
        printer.out.pop();
    }
    if !printer.out.is_empty() {
        printer.out.push('\n');
    }
    printer.out
}

fn has_space(tokens: &[Token], ix: usize) -> bool {
    ix > 0 && tokens[ix - 1].kind.is_trivia()
}

struct Printer<'t> {
    text: &'t str,
    out: String,
    /// Open brackets of all kinds.
    depth: usize,
    /// Line ends since the last token.
    newlines: usize,
    last: Option<TokenKind>,
}

impl Printer<'_> {
    fn token(&mut self, token: Token, starts_item: bool, spaced: bool) {
        use TokenKind::*;
        if token.kind == Newline {
            self.newlines += 1;
            return;
        }
        let closes = matches!(token.kind, CloseBrace | CloseBracket | CloseParen);
        if closes {
            self.depth = self.depth.saturating_sub(1);
        }
        if self.newlines > 0 && self.last.is_some() {
            // No blank line after an opening bracket or before a closing one.
            let blank = self.newlines > 1 && !closes && !matches!(self.last, Some(OpenBrace | OpenBracket | OpenParen));
            self.out.push_str(if blank { "\n\n" } else { "\n" });
            self.out.extend(std::iter::repeat_n("  ", self.depth));
        } else if let Some(last) = self.last {
            self.out.push_str(gap(last, token.kind, starts_item, spaced));
        }
        let text = &self.text[token.start as usize..token.end as usize];
        self.out.push_str(if matches!(token.kind, Comment | Doc) { text.trim_end() } else { text });
        if matches!(token.kind, OpenBrace | OpenBracket | OpenParen) {
            self.depth += 1;
        }
        self.newlines = 0;
        self.last = Some(token.kind);
    }
}

/// What stands between two tokens of one line.
fn gap(last: TokenKind, next: TokenKind, starts_item: bool, spaced: bool) -> &'static str {
    use TokenKind::*;
    match (last, next) {
        (_, Comment | Doc) => "  ",
        (BlockComment, _) | (_, BlockComment) => " ",
        (OpenBrace, CloseBrace) => {
            if spaced {
                " "
            } else {
                ""
            }
        }
        (OpenBrace, _) | (_, CloseBrace) => " ",
        (_, _) if starts_item => "  ",
        (OpenParen | OpenBracket, _) | (_, CloseParen | CloseBracket | Comma | Colon | Question) => "",
        // Without a space these bind to what is before them: an index, a call, a place.
        (Ident | NameTemplate | Literal | Str | CloseParen | CloseBracket | Star, OpenParen | OpenBracket | Dot | At | Slash)
            if !spaced =>
        {
            ""
        }
        (Dot | At | Bang | DotDot, _) | (_, DotDot) => "",
        (Slash, _) if !spaced => "",
        (Star, Slash) | (Slash, Star) if !spaced => "",
        _ => " ",
    }
}
