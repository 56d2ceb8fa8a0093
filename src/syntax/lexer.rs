//! Text to tokens. Every byte is in exactly one token; nothing is thrown away.

/// What a token is. Literals are classified here and read by [`super::literal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    // Trivia.
    Space,
    Newline,
    /// `// …`
    Comment,
    /// `/// …`
    Doc,
    /// `/* … */`
    BlockComment,

    Ident,
    /// A name with `${…}` in it, outside of quotes.
    NameTemplate,
    /// Starts with a digit, or is an IPv6 address, an ASN or an amount of money.
    Literal,
    /// `/20`
    Prefix,
    /// With its quotes.
    Str,
    /// A string or block comment that does not end.
    Unterminated,

    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    OpenParen,
    CloseParen,
    Comma,
    Semicolon,
    Colon,
    Equals,
    EqualsEquals,
    NotEquals,
    Less,
    LessEquals,
    Greater,
    GreaterEquals,
    /// `->`
    Arrow,
    /// `<->`
    BothArrow,
    Plus,
    Minus,
    Star,
    Slash,
    Dot,
    DotDot,
    At,
    Question,
    Bang,
    AndAnd,
    OrOr,
    /// A character that means nothing here.
    Unknown,
    End,
}

impl TokenKind {
    pub fn is_trivia(self) -> bool {
        use TokenKind::*;
        matches!(self, Space | Newline | Comment | Doc | BlockComment)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    pub start: u32,
    pub end: u32,
}

/// Tokens of a part of a text; offsets are those of the whole text.
pub fn lex(text: &str, from: usize, to: usize) -> Vec<Token> {
    let mut lexer = Lexer { text: &text[..to], at: from, tokens: Vec::with_capacity((to - from) / 4) };
    while lexer.at < to {
        let start = lexer.at;
        let kind = lexer.next();
        debug_assert!(lexer.at > start);
        lexer.tokens.push(Token { kind, start: start as u32, end: lexer.at as u32 });
    }
    lexer.tokens
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<Token>,
}

fn starts_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

fn continues_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

impl Lexer<'_> {
    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) {
        while self.at < self.text.len() && wanted(self.byte(0)) {
            self.at += 1;
        }
    }

    fn next(&mut self) -> TokenKind {
        match self.byte(0) {
            b' ' | b'\t' => {
                self.take_while(|b| b == b' ' || b == b'\t');
                TokenKind::Space
            }
            // Some editors start files with a byte order mark.
            _ if self.at == 0 && self.rest().starts_with('\u{feff}') => self.fixed(3, TokenKind::Space),
            b'\n' => self.fixed(1, TokenKind::Newline),
            b'\r' if self.byte(1) == b'\n' => self.fixed(2, TokenKind::Newline),
            b'/' => self.slash(),
            b'"' => self.string(),
            b'$' => self.dollar(),
            byte if starts_name(byte) => self.name(),
            byte if byte.is_ascii_digit() => self.number(),
            b':' if self.byte(1) == b':' && self.ipv6_length().is_some() => self.ipv6(),
            _ => self.punctuation(),
        }
    }

    fn fixed(&mut self, length: usize, kind: TokenKind) -> TokenKind {
        self.at += length;
        kind
    }

    fn punctuation(&mut self) -> TokenKind {
        use TokenKind::*;
        const TABLE: &[(&str, TokenKind)] = &[
            ("<->", BothArrow),
            ("->", Arrow),
            ("==", EqualsEquals),
            ("!=", NotEquals),
            ("<=", LessEquals),
            (">=", GreaterEquals),
            ("&&", AndAnd),
            ("||", OrOr),
            ("..", DotDot),
            ("{", OpenBrace),
            ("}", CloseBrace),
            ("[", OpenBracket),
            ("]", CloseBracket),
            ("(", OpenParen),
            (")", CloseParen),
            (",", Comma),
            (";", Semicolon),
            (":", Colon),
            ("=", Equals),
            ("<", Less),
            (">", Greater),
            ("+", Plus),
            ("-", Minus),
            ("*", Star),
            (".", Dot),
            ("@", At),
            ("?", Question),
            ("!", Bang),
        ];
        for (text, kind) in TABLE {
            if self.rest().starts_with(text) {
                return self.fixed(text.len(), *kind);
            }
        }
        // A run of what means nothing is one mistake.
        let known = |c: char| c.is_ascii_alphanumeric() || c.is_ascii_whitespace() || "_/\"$:{}[](),;=<>+-*.@?!&|".contains(c);
        let length: usize = self.rest().chars().enumerate().take_while(|(ix, c)| *ix == 0 || !known(*c)).map(|(_, c)| c.len_utf8()).sum();
        self.fixed(length, Unknown)
    }

    fn slash(&mut self) -> TokenKind {
        match self.byte(1) {
            b'/' => {
                let kind = if self.byte(2) == b'/' && self.byte(3) != b'/' { TokenKind::Doc } else { TokenKind::Comment };
                while self.at < self.text.len() && self.byte(0) != b'\n' && !(self.byte(0) == b'\r' && self.byte(1) == b'\n') {
                    self.at += 1;
                }
                kind
            }
            b'*' if !self.is_star_of_places() => self.block_comment(),
            // Directly after a name or a number it separates; else digits make it a prefix length.
            next if next.is_ascii_digit() && !self.follows_value() => {
                self.at += 1;
                self.take_while(|b| b.is_ascii_digit());
                TokenKind::Prefix
            }
            _ => self.fixed(1, TokenKind::Slash),
        }
    }

    /// `prod/*`: directly after a name, where no comment ends on the line before another one starts.
    fn is_star_of_places(&self) -> bool {
        let line = self.rest().lines().next().unwrap_or_default().get(2..).unwrap_or_default();
        let ends = line.find("*/").is_some_and(|end| line.find("/*").is_none_or(|start| end < start));
        self.tokens.last().is_some_and(|token| token.kind == TokenKind::Ident) && !ends
    }

    fn follows_value(&self) -> bool {
        use TokenKind::*;
        matches!(self.tokens.last().map(|token| token.kind), Some(Ident | NameTemplate | Literal | Str | CloseBracket | CloseParen | Star))
    }

    fn block_comment(&mut self) -> TokenKind {
        let mut depth = 0usize;
        while self.at < self.text.len() {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return TokenKind::BlockComment;
                }
            } else {
                self.at += self.rest().chars().next().map_or(1, char::len_utf8);
            }
        }
        TokenKind::Unterminated
    }

    /// A string on one line, or a block string over several.
    fn string(&mut self) -> TokenKind {
        let block = self.rest().starts_with("\"\"\"");
        self.at += if block { 3 } else { 1 };
        while self.at < self.text.len() {
            match self.byte(0) {
                b'\\' if !block && self.byte(1) != b'\n' && self.at + 1 < self.text.len() => {
                    self.at += 1;
                    self.at += self.rest().chars().next().map_or(0, char::len_utf8);
                }
                b'"' if block && self.rest().starts_with("\"\"\"") => return self.fixed(3, TokenKind::Str),
                b'"' if !block => return self.fixed(1, TokenKind::Str),
                b'\n' if !block => return TokenKind::Unterminated,
                b'$' if self.byte(1) == b'{' => self.interpolation(),
                _ => self.at += self.rest().chars().next().map_or(1, char::len_utf8),
            }
        }
        TokenKind::Unterminated
    }

    /// `${ … }` up to its brace, or to the end of the line where there is none.
    fn interpolation(&mut self) {
        self.at += 2;
        let mut depth = 1usize;
        let mut quoted = false;
        while self.at < self.text.len() && self.byte(0) != b'\n' {
            match self.byte(0) {
                b'"' => quoted = !quoted,
                b'{' if !quoted => depth += 1,
                b'}' if !quoted => depth -= 1,
                _ => {}
            }
            self.at += self.rest().chars().next().map_or(1, char::len_utf8);
            if depth == 0 {
                return;
            }
        }
    }

    fn dollar(&mut self) -> TokenKind {
        match self.byte(1) {
            b'{' => self.name_template(),
            next if next.is_ascii_digit() => {
                self.at += 1;
                self.take_while(|b| b.is_ascii_digit() || b == b'_');
                if self.byte(0) == b'.' && self.byte(1).is_ascii_digit() {
                    self.at += 1;
                    self.take_while(|b| b.is_ascii_digit() || b == b'_');
                }
                TokenKind::Literal
            }
            _ => self.fixed(1, TokenKind::Unknown),
        }
    }

    fn name_template(&mut self) -> TokenKind {
        loop {
            if self.rest().starts_with("${") {
                self.interpolation();
            } else if continues_name(self.byte(0)) && !self.rest().starts_with("->") {
                self.at += 1;
            } else {
                return TokenKind::NameTemplate;
            }
        }
    }

    fn name(&mut self) -> TokenKind {
        if self.ipv6_length().is_some() {
            return self.ipv6();
        }
        let start = self.at;
        while self.at < self.text.len() && continues_name(self.byte(0)) && !self.rest().starts_with("->") {
            self.at += 1;
        }
        if self.rest().starts_with("${") {
            return self.name_template();
        }
        let name = &self.text[start..self.at];
        let is_asn = name.len() > 2 && name.starts_with("AS") && name.as_bytes()[2..].iter().all(u8::is_ascii_digit);
        if is_asn {
            if self.byte(0) == b'.' && self.byte(1).is_ascii_digit() {
                self.at += 1;
                self.take_while(|b| b.is_ascii_digit());
            }
            return TokenKind::Literal;
        }
        TokenKind::Ident
    }

    /// Length of an IPv6 address at this point: hexadecimal groups with `::`, or all eight.
    fn ipv6_length(&self) -> Option<usize> {
        let bytes = self.rest().as_bytes();
        let length = bytes.iter().take_while(|b| b.is_ascii_hexdigit() || **b == b':').count();
        let text = std::str::from_utf8(&bytes[..length]).ok()?;
        // `a: b` in a record ends with the colon; it is not part of an address.
        let text = if text.ends_with(':') && !text.ends_with("::") { &text[..text.len() - 1] } else { text };
        let colons = text.bytes().filter(|b| *b == b':').count();
        let next = bytes.get(text.len()).copied().unwrap_or(0);
        let plausible = (text.contains("::") || colons == 7) && !(next.is_ascii_alphanumeric() || next == b'_');
        plausible.then_some(text.len())
    }

    fn ipv6(&mut self) -> TokenKind {
        self.at += self.ipv6_length().unwrap_or(1);
        self.prefix_after();
        TokenKind::Literal
    }

    /// `/n` directly after an address.
    fn prefix_after(&mut self) {
        if self.byte(0) == b'/' && self.byte(1).is_ascii_digit() {
            self.at += 1;
            self.take_while(|b| b.is_ascii_digit());
        }
    }

    /// Digits and what clings to them: an address, a number with a unit, or something mistaken.
    fn number(&mut self) -> TokenKind {
        if self.ipv6_length().is_some() {
            return self.ipv6();
        }
        loop {
            self.take_while(|b| b.is_ascii_alphanumeric() || b == b'_');
            if self.byte(0) == b'.' && self.byte(1).is_ascii_digit() {
                self.at += 1;
            } else {
                break;
            }
        }
        if self.byte(0) == b'%' {
            self.at += 1;
        } else {
            self.prefix_after();
        }
        TokenKind::Literal
    }
}
