//! Tokens to tree: recursive descent that never fails.
//!
//! What does not fit is reported once, where it is, and the parser goes on with the next item.

use super::ast::*;
use super::lexer::{Token, TokenKind, lex};
use super::literal;
use super::tree::{Node, NodeKind, Tree};
use crate::diag::{Diagnostic, Sink, codes};
use crate::nearest::nearest;
use crate::source::{FileId, Span};

/// Deepest nesting of braces, brackets and operators.
const DEEPEST: u32 = 96;

pub struct Parsed {
    pub tree: Tree,
    pub file: File,
}

/// Parses a whole file.
pub fn parse(text: &str, file: FileId, sink: &mut Sink) -> Parsed {
    let mut parser = Parser::new(text, file, 0, text.len(), sink);
    let root = parser.open(NodeKind::File);
    let edition = parser.edition();
    let items = parser.items(true);
    parser.at = parser.tokens.len();
    parser.close(root);
    let (tokens, nodes) = (parser.tokens, parser.nodes);
    Parsed { tree: Tree { tokens, nodes }, file: File { edition, items } }
}

struct Parser<'t, 's> {
    text: &'t str,
    file: FileId,
    sink: &'s mut Sink,
    tokens: Vec<Token>,
    nodes: Vec<Node>,
    /// Position of the next token; trivia before it has been passed.
    at: usize,
    /// Position of the token after the last one that was taken.
    last_end: usize,
    depth: u32,
    /// Inside ( ) or [ ] a line's end means nothing.
    brackets: u32,
    /// Position of the last token that was complained about.
    complained: Option<usize>,
    /// A value was missing, so that what follows may be the inside of a list.
    recovering: bool,
    /// Something swallowed an unknown part of the file, brackets among it.
    lost: bool,
}

impl<'t, 's> Parser<'t, 's> {
    fn new(text: &'t str, file: FileId, from: usize, to: usize, sink: &'s mut Sink) -> Self {
        let tokens = lex(text, from, to);
        let mut parser = Parser {
            text,
            file,
            sink,
            tokens,
            nodes: Vec::new(),
            at: 0,
            last_end: 0,
            depth: 0,
            brackets: 0,
            complained: None,
            recovering: false,
            lost: false,
        };
        parser.skip_trivia();
        parser
    }

    // Tokens.

    fn skip_trivia(&mut self) {
        while let Some(token) = self.tokens.get(self.at) {
            match token.kind {
                TokenKind::Unterminated if self.text[token.start as usize..].starts_with("/*") => {
                    let span = Span::new(self.file, token.start as usize, token.start as usize + 2);
                    self.sink.push(
                        Diagnostic::new(&codes::UNTERMINATED, span, "this comment does not end")
                            .here("starts here")
                            .help("close it with `*/`"),
                    );
                }
                kind if kind.is_trivia() => {}
                _ => break,
            }
            self.at += 1;
        }
    }

    fn kind(&self) -> TokenKind {
        self.tokens.get(self.at).map_or(TokenKind::End, |token| token.kind)
    }

    /// Kind of the n-th token from here, trivia left out.
    fn ahead(&self, n: usize) -> TokenKind {
        let mut significant = self.tokens[self.at.min(self.tokens.len())..].iter().filter(|token| !token.kind.is_trivia());
        significant.nth(n).map_or(TokenKind::End, |token| token.kind)
    }

    fn token_text(&self) -> &'t str {
        self.tokens.get(self.at).map_or("", |token| &self.text[token.start as usize..token.end as usize])
    }

    fn span(&self) -> Span {
        match self.tokens.get(self.at) {
            Some(token) => Span { file: self.file, start: token.start, end: token.end },
            None => {
                let end = self.tokens.last().map_or(self.text.len() as u32, |token| token.end);
                Span { file: self.file, start: end, end }
            }
        }
    }

    /// From a start to the end of the last token taken.
    fn span_from(&self, start: u32) -> Span {
        let end = self.last_end.checked_sub(1).and_then(|ix| self.tokens.get(ix)).map_or(start, |token| token.end);
        Span { file: self.file, start, end: end.max(start) }
    }

    fn bump(&mut self) -> Span {
        let span = self.span();
        if self.at < self.tokens.len() {
            self.at += 1;
            self.last_end = self.at;
            self.skip_trivia();
        }
        span
    }

    fn eat(&mut self, kind: TokenKind) -> bool {
        let found = self.kind() == kind;
        if found {
            self.bump();
        }
        found
    }

    fn is_word(&self, word: &str) -> bool {
        self.kind() == TokenKind::Ident && self.token_text() == word
    }

    /// Whether a line ends between the last token and the next.
    fn newline_before(&self) -> bool {
        self.tokens[self.last_end.min(self.at)..self.at].iter().any(|token| {
            matches!(token.kind, TokenKind::Newline | TokenKind::Comment | TokenKind::Doc)
                || (token.kind == TokenKind::BlockComment && self.text[token.start as usize..token.end as usize].contains('\n'))
        }) || self.kind() == TokenKind::End
    }

    /// Whether the expression goes on: inside brackets always, else on the same line.
    fn goes_on(&self) -> bool {
        self.brackets > 0 || !self.newline_before()
    }

    fn space_before(&self) -> bool {
        self.at > self.last_end
    }

    // Nodes.

    fn open(&mut self, kind: NodeKind) -> usize {
        self.nodes.push(Node { kind, first: self.at as u32, end: self.at as u32, depth: self.depth });
        self.depth += 1;
        self.nodes.len() - 1
    }

    fn close(&mut self, node: usize) {
        self.depth -= 1;
        let end = if self.nodes[node].kind == NodeKind::File { self.tokens.len() } else { self.last_end };
        self.nodes[node].end = (end as u32).max(self.nodes[node].first);
    }

    // Complaints.

    /// One mistake, one diagnostic: a second complaint at the same token says nothing new.
    fn complain(&mut self, diagnostic: Diagnostic) {
        if self.complained != Some(self.at) {
            self.sink.push(diagnostic);
        }
        self.complained = Some(self.at);
    }

    fn found(&self) -> String {
        match self.kind() {
            TokenKind::End => "the end of the file".into(),
            TokenKind::Str => "a string".into(),
            TokenKind::Unterminated => "a string that does not end".into(),
            _ => format!("`{}`", self.token_text()),
        }
    }

    fn expected(&mut self, what: &str) {
        let span = self.span();
        // What the lexer could not read is the mistake itself.
        let diagnostic = match self.kind() {
            TokenKind::Unknown => self.unknown_character(),
            TokenKind::Unterminated => {
                self.lost = true;
                self.unterminated()
            }
            _ => Diagnostic::new(&codes::UNEXPECTED, span, format!("expected {what}, found {}", self.found()))
                .here(format!("expected {what}")),
        };
        self.complain(diagnostic);
    }

    fn unknown_character(&self) -> Diagnostic {
        let text = self.token_text();
        let diagnostic = Diagnostic::new(&codes::UNEXPECTED_CHARACTER, self.span(), format!("`{text}` has no meaning here"))
            .here("not part of the language");
        match text {
            "“" | "”" | "„" | "'" | "‘" | "’" => diagnostic.help("strings are written with `\"`"),
            "#" => diagnostic.help("comments start with `//`"),
            "–" | "—" => diagnostic.help("write `-`"),
            _ => diagnostic.help("names are ASCII; other characters stand in strings and comments"),
        }
    }

    fn unterminated(&self) -> Diagnostic {
        let block = self.token_text().starts_with("\"\"\"");
        let quote = if block { "\"\"\"" } else { "\"" };
        Diagnostic::new(&codes::UNTERMINATED, self.span(), "this string does not end")
            .here("starts here")
            .help(format!("close it with `{quote}`"))
    }

    /// Leaves out the rest of a broken item: up to the end of its line, or of the braces it opens.
    fn skip_line(&mut self) {
        let mut open = 0u32;
        loop {
            match self.kind() {
                TokenKind::End => return,
                TokenKind::OpenBrace => open += 1,
                TokenKind::CloseBrace if open == 0 => return,
                TokenKind::CloseBrace => open -= 1,
                _ => {}
            }
            self.bump();
            if open == 0 && self.newline_before() {
                return;
            }
        }
    }

    // Items.

    fn edition(&mut self) -> Option<Edition> {
        if self.is_word("mr") && self.ahead(1) != TokenKind::Equals {
            let start = self.bump();
            if self.kind() == TokenKind::Literal && !self.newline_before() {
                let text = self.token_text();
                let span = start.to(self.bump());
                let number = text.replace('_', "").parse().unwrap_or(0);
                if number != 1 {
                    self.sink.push(
                        Diagnostic::new(&codes::UNKNOWN_EDITION, span, format!("this mrc knows edition 1, not {text}"))
                            .here("unknown edition")
                            .help("write `mr 1`, or use a newer mrc")
                            .fix("write `mr 1`", span, "mr 1"),
                    );
                }
                return Some(Edition { number, span });
            }
            self.complain(
                Diagnostic::new(&codes::MISSING_EDITION, start, "`mr` is not followed by the edition")
                    .here("which edition?")
                    .help("write `mr 1`")
                    .fix("write `mr 1`", start, "mr 1"),
            );
            return Some(Edition { number: 1, span: start });
        }
        let span = Span::new(self.file, 0, 0);
        let at = self.complained.replace(usize::MAX);
        self.sink.push(
            Diagnostic::new(&codes::MISSING_EDITION, span, "the file does not say its edition")
                .here("`mr 1` belongs here")
                .help("write `mr 1` as the first line")
                .fix("write `mr 1`", span, "mr 1\n\n"),
        );
        self.complained = at;
        None
    }

    /// Items up to the end of the file or a closing brace.
    fn items(&mut self, top: bool) -> Vec<Item> {
        let mut items = Vec::new();
        loop {
            match self.kind() {
                TokenKind::End => return items,
                TokenKind::CloseBrace if !top => return items,
                TokenKind::CloseBrace => {
                    let span = self.span();
                    self.complain(
                        Diagnostic::new(&codes::UNCLOSED, span, "this `}` closes nothing")
                            .here("no `{` is open here")
                            .help("remove it")
                            .fix("remove it", span, ""),
                    );
                    self.bump();
                }
                TokenKind::Comma | TokenKind::CloseBracket | TokenKind::CloseParen if self.recovering => {
                    self.bump();
                }
                TokenKind::Comma | TokenKind::Semicolon => self.stray_separator(),
                _ => {
                    let before = self.at;
                    items.push(self.item());
                    if self.at == before {
                        self.bump();
                    }
                }
            }
        }
    }

    fn stray_separator(&mut self) {
        let (span, text) = (self.span(), self.token_text());
        self.complain(
            Diagnostic::new(&codes::STRAY_SEPARATOR, span, format!("`{text}` does not belong here"))
                .here("not needed")
                .help("items and attributes end at the line's end, or stand side by side")
                .fix("remove it", span, ""),
        );
        self.bump();
    }

    fn item(&mut self) -> Item {
        let doc = self.doc();
        let node = self.open(NodeKind::Item);
        let allows = self.allows();
        let start = self.span().start;
        let kind = if self.depth > DEEPEST { self.too_deep() } else { self.item_kind() };
        self.close(node);
        Item { span: self.span_from(start), doc, allows, kind }
    }

    fn too_deep(&mut self) -> ItemKind {
        self.lost = true;
        let span = self.span();
        self.complain(
            Diagnostic::new(&codes::TOO_DEEP, span, format!("this nests deeper than {DEEPEST} levels")).here("too deep").help("split it"),
        );
        self.skip_line();
        ItemKind::Error
    }

    /// The `///` lines directly before the next token.
    fn doc(&self) -> Option<String> {
        let mut lines = Vec::new();
        for token in self.tokens[..self.at].iter().rev() {
            match token.kind {
                TokenKind::Doc => {
                    let line = &self.text[token.start as usize + 3..token.end as usize];
                    lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end());
                }
                TokenKind::Space | TokenKind::Newline => {}
                _ => break,
            }
        }
        lines.reverse();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn allows(&mut self) -> Vec<Allow> {
        let mut allows = Vec::new();
        while self.kind() == TokenKind::At {
            let start = self.bump();
            if !self.is_word("allow") {
                self.expected("`allow`");
                self.skip_line();
                return allows;
            }
            self.bump();
            if !self.eat(TokenKind::OpenParen) {
                self.expected("`(`");
                self.skip_line();
                return allows;
            }
            self.brackets += 1;
            let code = self.ident("the name of a diagnostic");
            let mut reason = None;
            if self.eat(TokenKind::Comma) && self.kind() == TokenKind::Str {
                let expr = self.primary(true);
                if let ExprKind::Str(parts) = expr.kind {
                    reason = plain(&parts).filter(|text| !text.trim().is_empty());
                }
            }
            self.brackets -= 1;
            if !self.eat(TokenKind::CloseParen) {
                self.expected("`)`");
            }
            let span = self.span_from(start.start);
            let Some(code) = code else { continue };
            if reason.is_none() {
                self.sink.push(
                    Diagnostic::new(&codes::ALLOW_WITHOUT_REASON, span, format!("this suppression of `{}` gives no reason", code.text))
                        .here("why?")
                        .help(format!("write `@allow({}, \"the reason, and where it is tracked\")`", code.text)),
                );
            }
            allows.push(Allow { span, code, reason });
        }
        allows
    }

    fn ident(&mut self, what: &str) -> Option<Ident> {
        if self.kind() == TokenKind::Ident {
            let text = self.token_text().to_owned();
            return Some(Ident { text, span: self.bump() });
        }
        self.expected(what);
        None
    }

    fn item_kind(&mut self) -> ItemKind {
        if self.kind() != TokenKind::Ident {
            self.expected("an item or an attribute");
            self.skip_line();
            return ItemKind::Error;
        }
        // An attribute may have any name, keywords among them.
        if matches!(self.ahead(1), TokenKind::Equals | TokenKind::LessEquals | TokenKind::GreaterEquals) {
            return self.attribute();
        }
        match self.token_text() {
            "use" => self.use_item(),
            "input" => self.input_item(),
            "let" => self.let_item(),
            "pattern" => self.pattern(),
            "for" => self.for_item(),
            "if" => self.if_item(),
            "allow" | "deny" => self.rule(),
            "assert" => self.assert_item(),
            "moved" => self.moved(),
            "at" => self.at_item(),
            _ => self.block(),
        }
    }

    fn attribute(&mut self) -> ItemKind {
        let Some(name) = self.ident("a name") else { return ItemKind::Error };
        let op = match self.kind() {
            TokenKind::LessEquals => AttrOp::AtMost,
            TokenKind::GreaterEquals => AttrOp::AtLeast,
            _ => AttrOp::Set,
        };
        self.bump();
        if self.newline_before() {
            self.expected(&format!("a value for `{}`", name.text));
            self.recovering = true;
            return ItemKind::Error;
        }
        let value = self.expr();
        // `regions = a, b` was meant as a list; `a = 1, b = 2` has a comma too many.
        let more = matches!(self.ahead(1), TokenKind::Ident | TokenKind::Literal | TokenKind::Prefix | TokenKind::Str)
            && self.ahead(2) != TokenKind::Equals;
        if self.kind() == TokenKind::Comma && !self.newline_before() && more {
            self.complain(
                Diagnostic::new(&codes::UNEXPECTED, self.span(), format!("`{}` has several values; a list stands in brackets", name.text))
                    .here("a list goes on here")
                    .help(format!("write `{} = [a, b]`", name.text)),
            );
            self.skip_line();
            return ItemKind::Error;
        }
        self.recovering = matches!(value.kind, ExprKind::Error);
        ItemKind::Attr(Attr { name, op, value })
    }

    fn use_item(&mut self) -> ItemKind {
        self.bump();
        if self.kind() == TokenKind::Str {
            let expr = self.primary(true);
            let path = match &expr.kind {
                ExprKind::Str(parts) => plain(parts).unwrap_or_default(),
                _ => String::new(),
            };
            return ItemKind::Use(Use::File { path, span: expr.span });
        }
        let (mut path, mut names) = (Vec::new(), Vec::new());
        loop {
            if self.kind() == TokenKind::OpenBrace && !path.is_empty() {
                self.bump();
                while self.kind() == TokenKind::Ident {
                    names.extend(self.ident("a name"));
                    if !self.eat(TokenKind::Comma) {
                        break;
                    }
                }
                if !self.eat(TokenKind::CloseBrace) {
                    self.expected("`}`");
                    self.skip_line();
                }
                break;
            }
            match self.ident("a file in quotes, or a name such as `std.net.star`") {
                Some(part) => path.push(part),
                None => {
                    self.skip_line();
                    return ItemKind::Error;
                }
            }
            if !self.eat(TokenKind::Dot) {
                names.extend(path.pop());
                break;
            }
        }
        ItemKind::Use(Use::Names { path, names })
    }

    /// `NAME: TYPE [= DEFAULT]`
    fn typed(&mut self) -> Option<Input> {
        let name = self.ident("a name")?;
        if !self.eat(TokenKind::Colon) {
            self.expected(&format!("`:` and the type of `{}`", name.text));
            return None;
        }
        let mut ty = self.expr_without_body();
        if self.kind() == TokenKind::Question {
            let span = ty.span.to(self.bump());
            let function = Expr { span, kind: ExprKind::Name("optional".into()) };
            ty = Expr { span, kind: ExprKind::Call(Box::new(function), vec![ty]) };
        }
        let default = self.eat(TokenKind::Equals).then(|| self.expr());
        Some(Input { name, ty, default })
    }

    fn input_item(&mut self) -> ItemKind {
        self.bump();
        match self.typed() {
            Some(input) => ItemKind::Input(input),
            None => {
                self.skip_line();
                ItemKind::Error
            }
        }
    }

    fn let_item(&mut self) -> ItemKind {
        self.bump();
        let Some(name) = self.ident("a name") else {
            self.skip_line();
            return ItemKind::Error;
        };
        if !self.eat(TokenKind::Equals) {
            self.expected("`=`");
            self.skip_line();
            return ItemKind::Error;
        }
        let value = self.expr();
        ItemKind::Let(Let { name, value })
    }

    /// A head that is wrong may go on for lines: everything up to the body and the body itself.
    fn skip_past_body(&mut self) -> ItemKind {
        while !matches!(self.kind(), TokenKind::OpenBrace | TokenKind::CloseBrace | TokenKind::End) {
            self.bump();
        }
        self.skip_line();
        ItemKind::Error
    }

    fn pattern(&mut self) -> ItemKind {
        self.bump();
        let Some(name) = self.ident("a name") else {
            self.skip_line();
            return ItemKind::Error;
        };
        let mut params = Vec::new();
        if self.eat(TokenKind::OpenParen) {
            self.brackets += 1;
            while self.kind() == TokenKind::Ident {
                params.extend(self.typed());
                if !self.eat(TokenKind::Comma) {
                    break;
                }
            }
            self.brackets -= 1;
            if !self.eat(TokenKind::CloseParen) {
                self.expected("`)`");
                return self.skip_past_body();
            }
        } else if self.kind() != TokenKind::OpenBrace {
            self.expected("`(` and the parameters");
            return self.skip_past_body();
        }
        match self.body("the body of the pattern") {
            Some(body) => ItemKind::Pattern(Pattern { name, params, body }),
            None => ItemKind::Error,
        }
    }

    fn for_item(&mut self) -> ItemKind {
        self.bump();
        let mut bindings = Vec::new();
        if self.eat(TokenKind::OpenParen) {
            while self.kind() == TokenKind::Ident {
                bindings.extend(self.ident("a name"));
                if !self.eat(TokenKind::Comma) {
                    break;
                }
            }
            if !self.eat(TokenKind::CloseParen) {
                self.expected("`)`");
            }
        } else {
            bindings.extend(self.ident("a name, or several as `(a, b)`"));
        }
        if bindings.is_empty() || !self.is_word("in") {
            self.expected("`in` and what to go over");
            self.skip_line();
            return ItemKind::Error;
        }
        self.bump();
        let over = self.expr_without_body();
        let filter = self.is_word("where").then(|| {
            self.bump();
            self.expr_without_body()
        });
        match self.body("the body of the loop") {
            Some(body) => ItemKind::For(For { bindings, over, filter, body }),
            None => ItemKind::Error,
        }
    }

    fn if_item(&mut self) -> ItemKind {
        self.bump();
        let condition = self.expr_without_body();
        let Some(then) = self.body("what to do if it holds") else { return ItemKind::Error };
        let mut otherwise = None;
        if self.is_word("else") {
            self.bump();
            if self.is_word("if") {
                let start = self.span().start;
                let node = self.open(NodeKind::Item);
                let kind = if self.depth > DEEPEST { self.too_deep() } else { self.if_item() };
                self.close(node);
                let span = self.span_from(start);
                otherwise = Some(Body { span, items: vec![Item { span, doc: None, allows: Vec::new(), kind }] });
            } else {
                otherwise = self.body("what to do otherwise");
            }
        }
        ItemKind::If(If { condition, then, otherwise })
    }

    fn rule(&mut self) -> ItemKind {
        let deny = self.token_text() == "deny";
        self.bump();
        let from = self.operand(true);
        let arrow = match self.kind() {
            TokenKind::Arrow => Arrow::To,
            TokenKind::BothArrow => Arrow::Both,
            _ => {
                self.expected("`->` or `<->`");
                self.skip_line();
                return ItemKind::Error;
            }
        };
        self.bump();
        let to = self.operand(true);
        let mut ports = Vec::new();
        if self.eat(TokenKind::Colon) {
            while self.goes_on() && !matches!(self.kind(), TokenKind::CloseBrace | TokenKind::End) {
                let before = self.at;
                ports.push(self.expr_without_body());
                self.eat(TokenKind::Comma);
                if self.at == before {
                    break;
                }
            }
        }
        ItemKind::Rule(Rule { deny, from, arrow, to, ports })
    }

    fn assert_item(&mut self) -> ItemKind {
        self.bump();
        let condition = self.expr_without_body();
        let mut message = None;
        if self.eat(TokenKind::Comma) {
            if self.kind() == TokenKind::Str {
                let text = self.primary(true);
                if let ExprKind::Str(parts) = &text.kind {
                    message = plain(parts);
                }
                if message.is_none() {
                    self.complain(
                        Diagnostic::new(&codes::UNEXPECTED, text.span, "the message of an assertion holds no `${…}`")
                            .here("is not worked out")
                            .help("write plain text; what fails shows its values"),
                    );
                }
            } else {
                self.expected("a message in quotes");
                self.skip_line();
            }
        }
        ItemKind::Assert(Assert { condition, message })
    }

    fn moved(&mut self) -> ItemKind {
        self.bump();
        let from = self.operand(true);
        if !self.eat(TokenKind::Arrow) {
            self.expected("`->` and the new path");
            self.skip_line();
            return ItemKind::Error;
        }
        let to = self.operand(true);
        ItemKind::Moved(Moved { from, to })
    }

    fn at_item(&mut self) -> ItemKind {
        self.bump();
        let places = self.places();
        match self.body("what differs there") {
            Some(body) => ItemKind::At(At { places, body }),
            None => ItemKind::Error,
        }
    }

    fn places(&mut self) -> Vec<Expr> {
        let mut places = vec![self.operand(true)];
        while self.eat(TokenKind::Comma) {
            places.push(self.operand(true));
        }
        places
    }

    fn block(&mut self) -> ItemKind {
        let (mut existing, mut is_abstract) = (false, false);
        while self.ahead(1) == TokenKind::Ident && ((self.is_word("existing") && !existing) || (self.is_word("abstract") && !is_abstract)) {
            existing |= self.is_word("existing");
            is_abstract |= self.is_word("abstract");
            self.bump();
        }
        let Some(word) = self.ident("a kind") else { return ItemKind::Error };
        let args = self.args();
        let mut value = None;
        if self.kind() == TokenKind::Equals && !self.newline_before() {
            self.bump();
            value = Some(self.expr_without_body());
        }
        let (mut places, mut like) = (Vec::new(), None);
        loop {
            if self.newline_before() {
                break;
            } else if self.is_word("in") {
                self.bump();
                places = self.places();
            } else if self.is_word("like") {
                self.bump();
                like = Some(self.operand(true));
            } else {
                break;
            }
        }
        // `asesrt isolated(a, b)`
        let calls = matches!(args.first(), Some(Arg::Expr(Expr { kind: ExprKind::Call(..), .. })));
        if calls && nearest(&word.text, ["assert"]).is_some() {
            self.complain(
                Diagnostic::new(&codes::UNEXPECTED, word.span, format!("`{}` is no word of the language", word.text))
                    .here("expected `assert`")
                    .help("did you mean `assert`?")
                    .fix("write `assert`", word.span, "assert"),
            );
            self.skip_line();
            return ItemKind::Error;
        }
        if matches!(self.kind(), TokenKind::Arrow | TokenKind::BothArrow) && !self.newline_before() {
            self.no_rule(&word);
            self.skip_line();
            return ItemKind::Error;
        }
        let body = if self.kind() == TokenKind::OpenBrace && !self.newline_before() {
            self.body("the body of the block")
        } else {
            let ends = self.newline_before()
                || matches!(
                    self.kind(),
                    TokenKind::CloseBrace | TokenKind::Ident | TokenKind::Comma | TokenKind::Semicolon | TokenKind::At
                );
            // At the top level items have lines of their own: an attribute here lacks its braces.
            let no_braces =
                self.depth <= 2 && !self.newline_before() && self.kind() == TokenKind::Ident && self.ahead(1) == TokenKind::Equals;
            if !ends || no_braces {
                let head = &self.text[word.span.start as usize..self.span_from(word.span.start).end as usize];
                let what = match self.kind() {
                    TokenKind::Colon => format!("`=` or `{{` after `{head}`"),
                    _ => format!("`{{` or the end of the line after `{head}`"),
                };
                self.expected(&what);
                self.skip_line();
                return ItemKind::Error;
            }
            None
        };
        ItemKind::Block(Block { existing, is_abstract, word, args, value, places, like, body })
    }

    /// `alow prod <-> dev`
    fn no_rule(&mut self, word: &Ident) {
        let diagnostic =
            Diagnostic::new(&codes::UNEXPECTED, word.span, format!("a rule starts with `allow` or `deny`, not with `{}`", word.text))
                .here("expected `allow` or `deny`");
        self.complain(match nearest(&word.text, ["allow", "deny"]) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), word.span, near),
            None => diagnostic.help("write `allow`, or `deny`"),
        });
    }

    /// What stands between a block's word and its body.
    fn args(&mut self) -> Vec<Arg> {
        let mut args = Vec::new();
        loop {
            let stops = match self.kind() {
                TokenKind::Ident => {
                    let starts_attribute = matches!(self.ahead(1), TokenKind::Equals | TokenKind::LessEquals | TokenKind::GreaterEquals);
                    // The first one is the name: `pool corp = 10.0.0.0/8`.
                    matches!(self.token_text(), "in" | "like") || (starts_attribute && !args.is_empty())
                }
                TokenKind::NameTemplate
                | TokenKind::Literal
                | TokenKind::Prefix
                | TokenKind::Str
                | TokenKind::OpenBracket
                | TokenKind::Star => false,
                _ => true,
            };
            // Values are joined by words; a second one begins the next member of the body.
            let is_word = self.kind() == TokenKind::Ident && matches!(self.token_text(), "to" | "via" | "for" | "on" | "from");
            let begins_another = !is_word && matches!(args.last(), Some(Arg::Expr(_)));
            if stops || begins_another || self.newline_before() {
                return args;
            }
            if is_word {
                let text = self.token_text().to_owned();
                args.push(Arg::Word(Ident { text, span: self.bump() }));
            } else {
                args.push(Arg::Expr(self.operand(true)));
            }
        }
    }

    fn body(&mut self, what: &str) -> Option<Body> {
        if self.kind() != TokenKind::OpenBrace {
            self.expected(&format!("`{{` and {what}"));
            self.skip_line();
            return None;
        }
        let node = self.open(NodeKind::Body);
        let brackets = std::mem::take(&mut self.brackets);
        let open = self.bump();
        let items = self.items(false);
        self.brackets = brackets;
        if self.kind() == TokenKind::CloseBrace {
            self.bump();
        } else {
            self.unclosed(open, "{", "}");
        }
        self.close(node);
        Some(Body { span: self.span_from(open.start), items })
    }

    /// At the end of the file every open brace is unclosed; the innermost one is told.
    fn unclosed(&mut self, open: Span, left: &str, right: &str) {
        if self.lost {
            return;
        }
        // At the end of the file the last thing that stands there is what people can see.
        let end = match (self.kind(), self.last_end.checked_sub(1).and_then(|ix| self.tokens.get(ix))) {
            (TokenKind::End, Some(last)) => Span { file: self.file, start: last.start, end: last.end },
            _ => self.span(),
        };
        self.complain(
            Diagnostic::new(&codes::UNCLOSED, open, format!("this `{left}` is not closed"))
                .here(format!("no `{right}` for this one"))
                .label(end, format!("expected `{right}` before {}", self.found()))
                .help(format!("close it with `{right}`")),
        );
    }

    // Expressions.

    fn expr(&mut self) -> Expr {
        self.binary(0, false)
    }

    /// In heads a `{` after a name opens the body.
    fn expr_without_body(&mut self) -> Expr {
        self.binary(0, true)
    }

    /// One operand: no operator but those of references.
    fn operand(&mut self, bare: bool) -> Expr {
        self.postfix(bare)
    }

    fn binary(&mut self, least: u8, bare: bool) -> Expr {
        let start = self.span().start;
        let mut left = self.unary(bare);
        let mut steps = 0;
        while self.goes_on() {
            let Some((level, op)) = self.operator() else { break };
            if level < least {
                break;
            }
            if matches!(op, Operator::From) && !self.is_word("from") {
                let (span, text) = (self.span(), self.token_text());
                self.complain(
                    Diagnostic::new(&codes::UNEXPECTED, span, format!("a prefix length is taken `from` a pool, not `{text}` it"))
                        .here("expected `from`")
                        .help("write `from`")
                        .fix("write `from`", span, "from"),
                );
            }
            steps += 1;
            if steps > 2_000 {
                self.too_deep();
                return Expr { span: self.span_from(start), kind: ExprKind::Error };
            }
            self.bump();
            self.depth += 1;
            let right = if self.depth > DEEPEST {
                self.too_deep();
                Expr { span: self.span(), kind: ExprKind::Error }
            } else {
                self.binary(level + 1, bare)
            };
            self.depth -= 1;
            let span = self.span_from(start);
            let (left_box, right_box) = (Box::new(left), Box::new(right));
            let kind = match op {
                Operator::Binary(op) => ExprKind::Binary(op, left_box, right_box),
                Operator::Arrow(arrow) => ExprKind::Arrow(left_box, arrow, right_box),
                Operator::Range => ExprKind::Range(left_box, right_box),
                Operator::From => ExprKind::From(left_box, right_box),
            };
            left = Expr { span, kind };
        }
        left
    }

    /// The operator at this point and how tightly it binds.
    fn operator(&self) -> Option<(u8, Operator)> {
        use BinaryOp::*;
        Some(match self.kind() {
            TokenKind::OrOr => (1, Operator::Binary(Or)),
            TokenKind::AndAnd => (2, Operator::Binary(And)),
            TokenKind::EqualsEquals => (3, Operator::Binary(Eq)),
            TokenKind::NotEquals => (3, Operator::Binary(Ne)),
            TokenKind::Less => (3, Operator::Binary(Lt)),
            TokenKind::LessEquals => (3, Operator::Binary(Le)),
            TokenKind::Greater => (3, Operator::Binary(Gt)),
            TokenKind::GreaterEquals => (3, Operator::Binary(Ge)),
            TokenKind::Arrow => (4, Operator::Arrow(Arrow::To)),
            TokenKind::BothArrow => (4, Operator::Arrow(Arrow::Both)),
            TokenKind::DotDot => (5, Operator::Range),
            TokenKind::Plus => (7, Operator::Binary(Add)),
            TokenKind::Minus => (7, Operator::Binary(Sub)),
            TokenKind::Star if self.space_before() => (8, Operator::Binary(Mul)),
            TokenKind::Slash if self.space_before() => (8, Operator::Binary(Div)),
            TokenKind::Ident => match self.token_text() {
                // `or = 3` on the same line is the next attribute.
                _ if matches!(self.ahead(1), TokenKind::Equals) => return None,
                "or" => (1, Operator::Binary(Or)),
                "and" => (2, Operator::Binary(And)),
                "from" => (6, Operator::From),
                // `/16 form corp` and `/16 of corp`.
                "form" | "fom" | "frm" | "frmo" | "of" if self.after_prefix() && self.ahead(1) == TokenKind::Ident => (6, Operator::From),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn after_prefix(&self) -> bool {
        self.last_end.checked_sub(1).and_then(|ix| self.tokens.get(ix)).is_some_and(|token| token.kind == TokenKind::Prefix)
    }

    fn unary(&mut self, bare: bool) -> Expr {
        let op = match self.kind() {
            TokenKind::Bang => UnaryOp::Not,
            TokenKind::Ident if self.token_text() == "not" => UnaryOp::Not,
            TokenKind::Minus => UnaryOp::Neg,
            _ => return self.postfix(bare),
        };
        let start = self.bump();
        self.depth += 1;
        let operand = if self.depth > DEEPEST {
            self.too_deep();
            Expr { span: start, kind: ExprKind::Error }
        } else {
            self.unary(bare)
        };
        self.depth -= 1;
        Expr { span: self.span_from(start.start), kind: ExprKind::Unary(op, Box::new(operand)) }
    }

    fn postfix(&mut self, bare: bool) -> Expr {
        let node = self.open(NodeKind::Expr);
        let start = self.span().start;
        let mut expr = if self.depth > DEEPEST {
            self.too_deep();
            Expr { span: self.span(), kind: ExprKind::Error }
        } else {
            self.primary(bare)
        };
        while !self.space_before() {
            let inner = Box::new(expr);
            let kind = match self.kind() {
                TokenKind::Dot => {
                    self.bump();
                    match self.ident("a name after `.`") {
                        Some(field) => ExprKind::Field(inner, field),
                        None => ExprKind::Error,
                    }
                }
                TokenKind::At => {
                    self.bump();
                    let place = self.place_after_at();
                    ExprKind::AtPlace(inner, Box::new(place))
                }
                TokenKind::Slash => {
                    self.bump();
                    let right = self.place_part();
                    ExprKind::Slash(inner, Box::new(right))
                }
                TokenKind::OpenBracket => {
                    let open = self.bump();
                    self.brackets += 1;
                    let index = self.expr();
                    self.brackets -= 1;
                    if !self.eat(TokenKind::CloseBracket) {
                        self.unclosed(open, "[", "]");
                    }
                    ExprKind::Index(inner, Box::new(index))
                }
                TokenKind::OpenParen => {
                    let args = self.list(TokenKind::CloseParen, "(", ")");
                    ExprKind::Call(inner, args)
                }
                _ => {
                    expr = *inner;
                    break;
                }
            };
            expr = Expr { span: self.span_from(start), kind };
        }
        self.close(node);
        expr
    }

    /// `us-east-1`, `*`, `prod/us-east-1`, `prod/*`
    fn place_after_at(&mut self) -> Expr {
        let start = self.span().start;
        let first = self.place_part();
        if self.kind() == TokenKind::Slash && !self.space_before() {
            self.bump();
            let second = self.place_part();
            return Expr { span: self.span_from(start), kind: ExprKind::Slash(Box::new(first), Box::new(second)) };
        }
        first
    }

    fn place_part(&mut self) -> Expr {
        let span = self.span();
        match self.kind() {
            TokenKind::Star => Expr { span: self.bump(), kind: ExprKind::Star },
            TokenKind::Ident => {
                let name = self.token_text().to_owned();
                Expr { span: self.bump(), kind: ExprKind::Name(name) }
            }
            _ => {
                self.expected("a place");
                Expr { span, kind: ExprKind::Error }
            }
        }
    }

    fn primary(&mut self, bare: bool) -> Expr {
        let span = self.span();
        let kind = match self.kind() {
            TokenKind::Ident => {
                let text = self.token_text();
                self.bump();
                match text {
                    "true" | "on" => ExprKind::Bool(true),
                    "false" | "off" => ExprKind::Bool(false),
                    _ if !bare && self.kind() == TokenKind::OpenBrace && !self.newline_before() => {
                        let name = Ident { text: text.to_owned(), span };
                        match self.body("its attributes") {
                            Some(body) => ExprKind::Node(name, body),
                            None => ExprKind::Error,
                        }
                    }
                    _ => ExprKind::Name(text.to_owned()),
                }
            }
            TokenKind::NameTemplate => {
                let parts = self.template(span, false);
                self.bump();
                ExprKind::NameTemplate(parts)
            }
            TokenKind::Str => {
                let parts = self.string(span);
                self.bump();
                ExprKind::Str(parts)
            }
            TokenKind::Literal => {
                let value = literal::read(self.token_text());
                self.literal(span, value)
            }
            TokenKind::Prefix => {
                let value = literal::prefix(self.token_text());
                self.literal(span, value)
            }
            TokenKind::Star => {
                self.bump();
                ExprKind::Star
            }
            TokenKind::OpenBracket => ExprKind::List(self.list(TokenKind::CloseBracket, "[", "]")),
            TokenKind::OpenBrace if !bare => self.record(),
            TokenKind::OpenParen => {
                self.bump();
                self.brackets += 1;
                let inner = self.expr();
                self.brackets -= 1;
                if !self.eat(TokenKind::CloseParen) {
                    self.unclosed(span, "(", ")");
                }
                return Expr { span: self.span_from(span.start), kind: inner.kind };
            }
            TokenKind::Unknown | TokenKind::Unterminated => {
                self.expected("a value");
                self.bump();
                // What clings to it was part of the same thought.
                while !self.space_before() && matches!(self.kind(), TokenKind::Ident | TokenKind::Literal | TokenKind::Str) {
                    self.bump();
                }
                ExprKind::Error
            }
            _ => {
                self.expected("a value");
                // An operator or a separator in the way is left out; what closes something stays.
                if matches!(
                    self.kind(),
                    TokenKind::Equals | TokenKind::Colon | TokenKind::Plus | TokenKind::Slash | TokenKind::Dot | TokenKind::Question
                ) {
                    self.bump();
                }
                ExprKind::Error
            }
        };
        Expr { span: self.span_from(span.start), kind }
    }

    fn literal(&mut self, span: Span, value: Result<ExprKind, literal::BadLiteral>) -> ExprKind {
        let kind = match value {
            Ok(kind) => kind,
            Err(bad) => {
                let mut diagnostic = Diagnostic::new(&codes::BAD_LITERAL, span, bad.message).here("not a value");
                if let Some(help) = bad.help {
                    diagnostic = diagnostic.help(help);
                }
                if let Some(text) = bad.fix {
                    diagnostic = diagnostic.fix(format!("write `{text}`"), span, text);
                }
                self.complain(diagnostic);
                ExprKind::Error
            }
        };
        self.bump();
        kind
    }

    /// Elements between brackets, separated by commas; a trailing one is welcome.
    fn list(&mut self, close: TokenKind, left: &str, right: &str) -> Vec<Expr> {
        let open = self.bump();
        self.brackets += 1;
        let mut elements = Vec::new();
        while self.kind() != close {
            if matches!(self.kind(), TokenKind::End | TokenKind::CloseBrace) {
                break;
            }
            let named = close == TokenKind::CloseParen && self.kind() == TokenKind::Ident && self.ahead(1) == TokenKind::Equals;
            let element = if named { self.named() } else { self.expr() };
            elements.push(self.ports_after(element));
            if self.eat(TokenKind::Comma) || self.kind() == close {
                continue;
            }
            // Where a line ends without a comma the list was meant to have ended.
            if self.newline_before() || self.kind() == TokenKind::CloseBrace {
                break;
            }
            self.expected(&format!("`,` or `{right}`"));
            if !self.closes_on_this_line(close) {
                self.brackets -= 1;
                return elements;
            }
            // The rest of the element is of the same mistake; something stands for it.
            elements.push(Expr { span: self.span(), kind: ExprKind::Error });
            while self.kind() != close && !self.eat(TokenKind::Comma) {
                self.bump();
            }
        }
        self.brackets -= 1;
        if !self.eat(close) {
            self.unclosed(open, left, right);
        }
        elements
    }

    /// `lose = us-east-1`
    fn named(&mut self) -> Expr {
        let name = Ident { text: self.token_text().to_owned(), span: self.bump() };
        self.bump();
        let value = self.expr();
        Expr { span: name.span.to(value.span), kind: ExprKind::Named(name, Box::new(value)) }
    }

    /// `tcp 443`, `udp 1024..2048` in a list, as rules have them: a call of the protocol.
    fn ports_after(&mut self, protocol: Expr) -> Expr {
        let is_protocol = matches!(&protocol.kind, ExprKind::Name(name) if ["tcp", "udp", "icmp"].contains(&name.as_str()));
        if !is_protocol || self.kind() != TokenKind::Literal {
            return protocol;
        }
        let ports = self.expr();
        Expr { span: protocol.span.to(ports.span), kind: ExprKind::Call(Box::new(protocol), vec![ports]) }
    }

    fn closes_on_this_line(&self, close: TokenKind) -> bool {
        let line = self.tokens[self.at..].iter().take_while(|token| token.kind != TokenKind::Newline);
        line.into_iter().any(|token| token.kind == close)
    }

    /// `{ id: string, n: number }`
    fn record(&mut self) -> ExprKind {
        let open = self.bump();
        self.brackets += 1;
        let mut fields = Vec::new();
        while self.kind() != TokenKind::CloseBrace && self.kind() != TokenKind::End {
            let name = match self.kind() {
                TokenKind::Str => {
                    let span = self.span();
                    let text = plain(&self.string(span)).unwrap_or_default();
                    self.bump();
                    Some(Ident { text, span })
                }
                _ => self.ident("the name of a field"),
            };
            let Some(name) = name else {
                self.skip_line();
                break;
            };
            if self.kind() == TokenKind::Equals {
                let span = self.span();
                self.complain(
                    Diagnostic::new(&codes::UNEXPECTED, span, format!("expected `:` after `{}`, found `=`", name.text))
                        .here("expected `:`")
                        .help("records are written `{ name: value }`")
                        .fix("write `:`", span, ":"),
                );
                self.bump();
            } else if !self.eat(TokenKind::Colon) {
                self.expected(&format!("`:` after `{}`", name.text));
            }
            let value = self.expr();
            fields.push((name, value));
            if !self.eat(TokenKind::Comma) && self.kind() != TokenKind::CloseBrace {
                if self.kind() == TokenKind::Ident && self.ahead(1) == TokenKind::Colon {
                    let span = self.span();
                    self.complain(
                        Diagnostic::new(&codes::UNEXPECTED, span, format!("expected `,` before `{}`", self.token_text()))
                            .here("expected `,`")
                            .help("fields of a record are separated by commas"),
                    );
                    continue;
                }
                break;
            }
        }
        self.brackets -= 1;
        if !self.eat(TokenKind::CloseBrace) {
            self.unclosed(open, "{", "}");
        }
        ExprKind::Record(fields)
    }

    // Strings.

    fn string(&mut self, span: Span) -> Vec<StrPart> {
        let text = &self.text[span.start as usize..span.end as usize];
        if text.starts_with("\"\"\"") && text.len() >= 6 {
            return dedent(self.template(Span { start: span.start + 3, end: span.end - 3, ..span }, false));
        }
        self.template(Span { start: span.start + 1, end: span.end - 1, ..span }, true)
    }

    /// Text with `${…}` in it.
    fn template(&mut self, span: Span, escapes: bool) -> Vec<StrPart> {
        let (mut at, end) = (span.start as usize, span.end as usize);
        let mut parts = Vec::new();
        let mut text = String::new();
        while at < end {
            let rest = &self.text[at..end];
            if rest.starts_with("${") {
                let length = interpolation_length(rest);
                if !text.is_empty() {
                    parts.push(StrPart::Text(std::mem::take(&mut text)));
                }
                parts.push(StrPart::Expr(self.interpolation(at, at + length, rest[..length].ends_with('}'))));
                at += length;
            } else if escapes && rest.starts_with('\\') {
                let (escaped, length) = self.escape(at, rest);
                text.push_str(&escaped);
                at += length;
            } else {
                let Some(c) = rest.chars().next() else { break };
                text.push(c);
                at += c.len_utf8();
            }
        }
        if !text.is_empty() {
            parts.push(StrPart::Text(text));
        }
        parts
    }

    fn escape(&mut self, at: usize, rest: &str) -> (String, usize) {
        let Some(c) = rest[1..].chars().next() else { return (String::new(), 1) };
        let escaped = match c {
            'n' => "\n",
            't' => "\t",
            '"' => "\"",
            '\\' => "\\",
            '$' => "$",
            _ => {
                let span = Span::new(self.file, at, at + 1 + c.len_utf8());
                self.sink.push(
                    Diagnostic::new(&codes::BAD_ESCAPE, span, format!("`\\{c}` is no escape"))
                        .here("unknown escape")
                        .help("strings know \\n, \\t, \\\", \\\\ and \\$; a backslash is written `\\\\`"),
                );
                ""
            }
        };
        (escaped.to_owned(), 1 + c.len_utf8())
    }

    /// The expression of `${…}`, parsed in its place in the file.
    fn interpolation(&mut self, start: usize, end: usize, closed: bool) -> Expr {
        let span = Span::new(self.file, start, end);
        if !closed || self.depth > DEEPEST {
            self.sink.push(
                Diagnostic::new(&codes::UNCLOSED, span, "this `${` is not closed").here("no `}` on this line").help("close it with `}`"),
            );
            return Expr { span, kind: ExprKind::Error };
        }
        let mut inner = Parser::new(self.text, self.file, start + 2, end - 1, self.sink);
        inner.depth = self.depth + 1;
        inner.brackets = 1;
        let expr = inner.expr();
        if inner.kind() != TokenKind::End {
            inner.expected("`}`");
        }
        expr
    }
}

enum Operator {
    Binary(BinaryOp),
    Arrow(Arrow),
    Range,
    From,
}

/// The text of a string without interpolation.
fn plain(parts: &[StrPart]) -> Option<String> {
    match parts {
        [] => Some(String::new()),
        [StrPart::Text(text)] => Some(text.clone()),
        _ => None,
    }
}

/// Length of `${ … }` at the start of a text; all of it where there is no end.
fn interpolation_length(text: &str) -> usize {
    let (mut depth, mut quoted) = (0usize, false);
    for (ix, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return ix + 1;
                }
            }
            '\n' => return ix,
            _ => {}
        }
    }
    text.len()
}

/// A block string without its first line end and without the indentation that all lines share.
fn dedent(parts: Vec<StrPart>) -> Vec<StrPart> {
    let all: String = parts
        .iter()
        .map(|part| match part {
            StrPart::Text(text) => text.as_str(),
            StrPart::Expr(_) => "x",
        })
        .collect();
    let body = all.strip_prefix('\n').unwrap_or(&all);
    let indent = body
        .split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    let mut first = true;
    let mut parts: Vec<StrPart> = parts
        .into_iter()
        .map(|part| match part {
            StrPart::Text(text) => {
                let text = if std::mem::take(&mut first) {
                    text.strip_prefix('\n').map(|rest| format!("\n{rest}")).unwrap_or(format!("\n{text}"))
                } else {
                    text
                };
                let pad = format!("\n{}", " ".repeat(indent));
                StrPart::Text(text.replace(&pad, "\n"))
            }
            StrPart::Expr(expr) => {
                first = false;
                StrPart::Expr(expr)
            }
        })
        .collect();
    if let Some(StrPart::Text(text)) = parts.first_mut()
        && let Some(rest) = text.strip_prefix('\n')
    {
        *text = rest.to_owned();
    }
    if let Some(StrPart::Text(text)) = parts.last_mut() {
        let trimmed = text.trim_end_matches(' ');
        *text = trimmed.strip_suffix('\n').map_or(trimmed.to_owned(), str::to_owned);
    }
    parts
}
