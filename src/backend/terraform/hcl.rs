//! HCL as values, printed as `terraform fmt` would leave it.

use std::borrow::Cow;

/// What stands between a pair of braces, or in a file.
#[derive(Debug, Default)]
pub struct Body<'a>(pub Vec<Item<'a>>);

#[derive(Debug)]
pub enum Item<'a> {
    /// May have several lines; each gets its `#`.
    Comment(Cow<'a, str>),
    Attribute(Cow<'a, str>, Expr<'a>),
    Block(Block<'a>),
    /// Separates groups of attributes. Elsewhere blank lines come by themselves.
    Blank,
}

#[derive(Debug)]
pub struct Block<'a> {
    pub kind: Cow<'a, str>,
    pub labels: Vec<Cow<'a, str>>,
    pub body: Body<'a>,
}

#[derive(Clone, Debug)]
pub enum Expr<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Bool(bool),
    List(Vec<Expr<'a>>),
    Object(Vec<(Cow<'a, str>, Expr<'a>)>),
    /// Pieces in one string: texts as they are, everything else interpolated.
    Template(Vec<Expr<'a>>),
    /// `aws_vpc`, `app`, `id`
    Attribute(&'a str, &'a str, &'a str),
    /// Names with dots between them, as they are: `var.vpc_id`, `string`.
    Reference(Cow<'a, str>),
    Call(&'static str, Box<Expr<'a>>),
    /// The list, once the text before it is known and not empty; else nothing.
    Once(Box<Expr<'a>>, Box<Expr<'a>>),
}

impl<'a> From<&'a str> for Expr<'a> {
    fn from(text: &'a str) -> Self {
        Expr::Text(text.into())
    }
}
impl From<String> for Expr<'_> {
    fn from(text: String) -> Self {
        Expr::Text(text.into())
    }
}
impl From<bool> for Expr<'_> {
    fn from(value: bool) -> Self {
        Expr::Bool(value)
    }
}
impl From<i64> for Expr<'_> {
    fn from(value: i64) -> Self {
        Expr::Number(value)
    }
}

impl<'a> Expr<'a> {
    pub fn reference(text: impl Into<Cow<'a, str>>) -> Self {
        Expr::Reference(text.into())
    }
}

impl<'a> Body<'a> {
    pub fn attribute(mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Expr<'a>>) -> Self {
        self.0.push(Item::Attribute(name.into(), value.into()));
        self
    }

    pub fn block(mut self, kind: impl Into<Cow<'a, str>>, body: Body<'a>) -> Self {
        self.0.push(Item::Block(Block::new(kind, [], body)));
        self
    }

    pub fn blank(mut self) -> Self {
        self.0.push(Item::Blank);
        self
    }
}

impl<'a> Block<'a> {
    pub fn new<const N: usize>(kind: impl Into<Cow<'a, str>>, labels: [Cow<'a, str>; N], body: Body<'a>) -> Self {
        Block { kind: kind.into(), labels: labels.into(), body }
    }
}

/// Appends a file's worth of items; a blank line first when something is there already.
pub fn print(out: &mut String, body: &Body) {
    if !out.is_empty() && !body.0.is_empty() {
        out.push('\n');
    }
    print_items(out, &body.0, 0);
}

/// Lists and calls longer than this are written one element a line.
const WIDTH: usize = 88;

fn print_items(out: &mut String, items: &[Item], depth: usize) {
    let mut previous: Option<&Item> = None;
    // The column of `=`, and how many attributes it still holds for.
    let (mut width, mut left) = (0, 0);
    for (ix, item) in items.iter().enumerate() {
        if previous.is_some_and(|previous| apart(previous, item)) {
            out.push('\n');
        }
        match item {
            Item::Blank => {}
            Item::Comment(text) => {
                for line in text.lines() {
                    indent(out, depth);
                    out.push('#');
                    if !line.is_empty() {
                        out.push(' ');
                        out.push_str(line);
                    }
                    out.push('\n');
                }
            }
            Item::Attribute(name, value) => {
                if left == 0 && !breaks(value) {
                    let run = items[ix..].iter().map_while(|each| match each {
                        Item::Attribute(name, value) if !breaks(value) => Some(name.len()),
                        _ => None,
                    });
                    (width, left) = run.fold((0, 0), |(most, n), len| (len.max(most), n + 1));
                }
                indent(out, depth);
                out.push_str(name);
                if left > 0 {
                    left -= 1;
                    spaces(out, width - name.len());
                }
                out.push_str(" = ");
                print_expr(out, value, depth);
                out.push('\n');
            }
            Item::Block(block) => {
                indent(out, depth);
                out.push_str(&block.kind);
                for label in &block.labels {
                    out.push(' ');
                    print_text(out, label);
                }
                out.push_str(" {");
                if !block.body.0.is_empty() {
                    out.push('\n');
                    print_items(out, &block.body.0, depth + 1);
                    indent(out, depth);
                }
                out.push_str("}\n");
            }
        }
        previous = Some(item);
    }
}

/// Whether a blank line belongs between two neighbours.
fn apart(before: &Item, after: &Item) -> bool {
    match (before, after) {
        (Item::Blank, _) => true,
        (_, Item::Blank) | (Item::Comment(_), _) => false,
        (Item::Attribute(_, one), Item::Attribute(_, other)) => breaks(one) || breaks(other),
        (Item::Attribute(..), Item::Comment(_)) => false,
        _ => true,
    }
}

fn print_expr(out: &mut String, expr: &Expr, depth: usize) {
    match expr {
        Expr::Text(text) => print_text(out, text),
        Expr::Number(number) => out.push_str(&number.to_string()),
        Expr::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Expr::List(elements) if breaks(expr) => {
            out.push_str("[\n");
            for each in elements {
                indent(out, depth + 1);
                print_expr(out, each, depth + 1);
                out.push_str(",\n");
            }
            indent(out, depth);
            out.push(']');
        }
        Expr::List(elements) => {
            out.push('[');
            for (ix, each) in elements.iter().enumerate() {
                if ix > 0 {
                    out.push_str(", ");
                }
                print_expr(out, each, depth);
            }
            out.push(']');
        }
        Expr::Object(entries) => print_object(out, entries, depth),
        Expr::Template(pieces) => {
            out.push('"');
            for piece in pieces {
                match piece {
                    Expr::Text(text) => escape(out, text),
                    other => {
                        out.push_str("${");
                        print_expr(out, other, depth);
                        out.push('}');
                    }
                }
            }
            out.push('"');
        }
        Expr::Attribute(ty, name, attribute) => {
            out.push_str(ty);
            out.push('.');
            out.push_str(name);
            if !attribute.is_empty() {
                out.push('.');
                out.push_str(attribute);
            }
        }
        Expr::Reference(text) => out.push_str(text),
        Expr::Call(function, argument) => {
            out.push_str(function);
            out.push('(');
            print_expr(out, argument, depth);
            out.push(')');
        }
        Expr::Once(text, list) => {
            print_expr(out, text, depth);
            out.push_str(" == \"\" ? [] : ");
            print_expr(out, list, depth);
        }
    }
}

fn print_object(out: &mut String, entries: &[(Cow<str>, Expr)], depth: usize) {
    if entries.is_empty() {
        return out.push_str("{}");
    }
    out.push_str("{\n");
    let (mut width, mut left) = (0, 0);
    for (ix, (key, value)) in entries.iter().enumerate() {
        if left == 0 && !breaks(value) {
            let run = entries[ix..].iter().take_while(|(_, value)| !breaks(value));
            (width, left) = run.fold((0, 0), |(most, n), (key, _)| (key_width(key).max(most), n + 1));
        }
        indent(out, depth + 1);
        if is_identifier(key) {
            out.push_str(key);
        } else {
            print_text(out, key);
        }
        if left > 0 {
            left -= 1;
            spaces(out, width - key_width(key));
        }
        out.push_str(" = ");
        print_expr(out, value, depth + 1);
        out.push('\n');
    }
    indent(out, depth);
    out.push('}');
}

/// Whether an expression takes several lines.
pub fn breaks(expr: &Expr) -> bool {
    match expr {
        Expr::Object(entries) => !entries.is_empty(),
        Expr::List(elements) => elements.iter().any(breaks) || inline_width(expr) > WIDTH,
        Expr::Call(_, argument) => breaks(argument),
        Expr::Once(_, list) => breaks(list),
        _ => false,
    }
}

fn inline_width(expr: &Expr) -> usize {
    match expr {
        Expr::Text(text) => text.len() + 2,
        Expr::Number(_) | Expr::Bool(_) => 5,
        Expr::List(elements) => elements.iter().map(|each| inline_width(each) + 2).sum(),
        Expr::Object(_) => 2,
        Expr::Template(pieces) => pieces.iter().map(|each| inline_width(each) + 1).sum(),
        Expr::Attribute(ty, name, attribute) => ty.len() + name.len() + attribute.len() + 2,
        Expr::Reference(text) => text.len(),
        Expr::Call(function, argument) => function.len() + 2 + inline_width(argument),
        Expr::Once(text, list) => 13 + inline_width(text) + inline_width(list),
    }
}

fn key_width(key: &str) -> usize {
    if is_identifier(key) {
        return key.len();
    }
    let mut quoted = String::new();
    print_text(&mut quoted, key);
    quoted.chars().count()
}

/// Whether a key needs no quotes. Words that mean something to HCL do.
fn is_identifier(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|each| each.is_ascii_alphanumeric() || each == b'_' || each == b'-')
        && !matches!(text, "true" | "false" | "null" | "for" | "if")
}

fn print_text(out: &mut String, text: &str) {
    out.push('"');
    escape(out, text);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    let special = |byte: u8| matches!(byte, b'"' | b'\\' | b'$' | b'%' | 0..=0x1f | 0x7f);
    if !text.bytes().any(special) {
        return out.push_str(text);
    }
    let mut characters = text.chars().peekable();
    while let Some(each) = characters.next() {
        match each {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if characters.peek() == Some(&'{') => {
                out.push(each);
                out.push(each);
            }
            control if control.is_control() => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
}

fn indent(out: &mut String, depth: usize) {
    spaces(out, depth * 2);
}

fn spaces(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n(' ', count));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_reads_back() {
        let text = "a \"quoted\" \\ line\nnext\ttab ${not} %{not} 100% $5 ü";
        let body = Body::default()
            .attribute("a_text", text)
            .attribute("count", 7)
            .attribute("flag", true)
            .attribute("names", Expr::List(vec!["one".into(), "two".into()]))
            .attribute("vpc_id", Expr::Attribute("aws_vpc", "app", "id"))
            .attribute(
                "tags",
                Expr::Object(vec![
                    ("Name".into(), "app".into()),
                    ("aws:SecureTransport".into(), "false".into()),
                    ("for".into(), Expr::List(Vec::new())),
                ]),
            )
            .block("filter", Body::default());
        let mut printed = String::new();
        print(&mut printed, &body);

        let tags = hcl::expr::Object::from([
            (hcl::expr::ObjectKey::from(hcl::Identifier::unchecked("Name")), hcl::Expression::from("app")),
            ("aws:SecureTransport".into(), "false".into()),
            ("for".into(), hcl::Expression::Array(Vec::new())),
        ]);
        let vpc = hcl::Traversal::builder(hcl::expr::Variable::unchecked("aws_vpc")).attr("app").attr("id").build();
        let expected = hcl::Body::builder()
            .add_attribute(("a_text", text))
            .add_attribute(("count", 7))
            .add_attribute(("flag", true))
            .add_attribute(("names", vec!["one", "two"]))
            .add_attribute(("vpc_id", vpc))
            .add_attribute(("tags", hcl::Expression::Object(tags)))
            .add_block(hcl::Block::builder("filter").build())
            .build();
        let found = hcl::parse(&printed).unwrap_or_else(|problem| panic!("{problem}\n{printed}"));
        assert_eq!(unescaped(found), unescaped(expected), "{printed}");
    }

    /// The reader keeps `$${` as a template; its text is what counts.
    fn unescaped(body: hcl::Body) -> hcl::Value {
        hcl::from_body(body).expect("plain values and references")
    }

    #[test]
    fn equal_signs_stand_in_a_column_until_something_takes_several_lines() {
        let body = Body::default()
            .attribute("id", "x")
            .attribute("longer", 1)
            .attribute("object", Expr::Object(vec![("a".into(), 1.into()), ("bcd".into(), 2.into())]))
            .attribute("list", Expr::List(vec![Expr::Text("x".repeat(60).into()), Expr::Text("y".repeat(60).into())]))
            .block("inner", Body::default().attribute("z", false));
        let mut printed = String::new();
        print(&mut printed, &body);
        let (x, y) = ("x".repeat(60), "y".repeat(60));
        let expected = format!(
            "id     = \"x\"\nlonger = 1\n\nobject = {{\n  a   = 1\n  bcd = 2\n}}\n\nlist = [\n  \"{x}\",\n  \"{y}\",\n]\n\ninner {{\n  z = false\n}}\n"
        );
        assert_eq!(printed, expected);
    }
}
