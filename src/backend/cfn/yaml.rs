//! Writes a [`Node`] as block-style YAML with CloudFormation's short tags.
//!
//! CloudFormation and the tools around it read YAML 1.1, where `on`, `12:30` and `0123` are not
//! texts. What could be read as anything else is quoted; tests read all of it back.

use super::node::{Fields, Node, Text};

/// A whole template: sections, and in `Resources` the resources, apart by an empty line.
pub fn template(sections: &Fields) -> String {
    let mut out = String::with_capacity(64 * 1024);
    for (ix, (name, section)) in sections.iter().enumerate() {
        if ix > 0 && matches!(section, Node::Map(_)) {
            out.push('\n');
        }
        match section {
            Node::Map(entries) if name == "Resources" => {
                out.push_str("Resources:\n");
                for (ix, entry) in entries.iter().enumerate() {
                    if ix > 0 {
                        out.push('\n');
                    }
                    field(&mut out, 1, entry);
                }
            }
            _ => field(&mut out, 0, &sections[ix]),
        }
    }
    out
}

fn field(out: &mut String, depth: usize, (key, value): &(Text, Node)) {
    indent(out, depth);
    scalar(out, key);
    out.push(':');
    after_key(out, depth, value);
}

fn fields(out: &mut String, depth: usize, entries: &[(Text, Node)]) {
    for entry in entries {
        field(out, depth, entry);
    }
}

/// The value of a key at `depth`: on the same line, or below it.
fn after_key(out: &mut String, depth: usize, value: &Node) {
    match value {
        Node::Map(entries) if !entries.is_empty() => {
            out.push('\n');
            fields(out, depth + 1, entries);
        }
        Node::List(entries) if !entries.is_empty() => {
            out.push('\n');
            items(out, depth + 1, entries);
        }
        Node::Text(text) if is_block(text) => {
            out.push_str(" |");
            block(out, depth + 1, text);
        }
        Node::Join(pieces) => join(out, depth, pieces),
        _ => {
            out.push(' ');
            inline(out, value);
            out.push('\n');
        }
    }
}

fn items(out: &mut String, depth: usize, entries: &[Node]) {
    for entry in entries {
        indent(out, depth);
        out.push('-');
        item(out, depth, entry);
    }
}

/// What follows the dash of an item at `depth`. The first line of a nested collection stays on the
/// line of the dash.
fn item(out: &mut String, depth: usize, value: &Node) {
    match value {
        Node::Map(entries) if !entries.is_empty() => {
            out.push(' ');
            let (key, first) = &entries[0];
            scalar(out, key);
            out.push(':');
            after_key(out, depth + 1, first);
            fields(out, depth + 1, &entries[1..]);
        }
        Node::List(entries) if !entries.is_empty() => {
            out.push_str(" -");
            item(out, depth + 1, &entries[0]);
            items(out, depth + 1, &entries[1..]);
        }
        _ => after_key(out, depth, value),
    }
}

fn join(out: &mut String, depth: usize, pieces: &[Node]) {
    out.push_str(" !Join\n");
    indent(out, depth + 1);
    out.push_str("- \"\"\n");
    indent(out, depth + 1);
    out.push('-');
    if let Some((first, rest)) = pieces.split_first() {
        out.push_str(" -");
        item(out, depth + 2, first);
        items(out, depth + 2, rest);
    } else {
        out.push_str(" []\n");
    }
}

/// What fits on one line.
fn inline(out: &mut String, value: &Node) {
    match value {
        Node::Text(text) => scalar(out, text),
        Node::Int(value) => out.push_str(&value.to_string()),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Ref(id) => {
            out.push_str("!Ref ");
            scalar(out, id);
        }
        Node::GetAtt(id, attribute) => {
            out.push_str("!GetAtt ");
            out.push_str(id);
            out.push('.');
            out.push_str(attribute);
        }
        Node::Sub(text) => {
            out.push_str("!Sub ");
            scalar(out, text);
        }
        Node::List(_) => out.push_str("[]"),
        Node::Map(_) => out.push_str("{}"),
        Node::Select(index, list) => {
            out.push_str(&format!("!Select [{index}, "));
            inline(out, list);
            out.push(']');
        }
        Node::Cidr(range, blocks, bits) => {
            out.push_str("!Cidr [");
            inline(out, range);
            out.push_str(&format!(", {blocks}, {bits}]"));
        }
        Node::Split(separator, text) => {
            out.push_str(&format!("!Split [\"{separator}\", "));
            inline(out, text);
            out.push(']');
        }
        Node::Join(_) => unreachable!("a join has lines of its own"),
    }
}

fn indent(out: &mut String, depth: usize) {
    const SPACES: &str = "                                                                ";
    let mut left = depth * 2;
    while left > SPACES.len() {
        out.push_str(SPACES);
        left -= SPACES.len();
    }
    out.push_str(&SPACES[..left]);
}

/// Whether a text of several lines can stand as a literal block.
fn is_block(text: &str) -> bool {
    text.trim_end_matches('\n').contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.lines().any(|line| line.ends_with([' ', '\t']))
        && text.chars().all(|each| each == '\n' || is_printable(each))
}

fn block(out: &mut String, depth: usize, text: &str) {
    let body = text.trim_end_matches('\n');
    match text.len() - body.len() {
        0 => out.push('-'),
        1 => {}
        _ => out.push('+'),
    }
    out.push('\n');
    for line in body.split('\n') {
        if !line.is_empty() {
            indent(out, depth);
            out.push_str(line);
        }
        out.push('\n');
    }
    for _ in 1..text.len() - body.len() {
        out.push('\n');
    }
}

fn scalar(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        quoted(out, text);
    }
}

/// Whether a text means itself without quotes, for readers of YAML 1.1 and 1.2.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else {
        return false;
    };
    if !(first.is_ascii_alphanumeric() || matches!(first, b'/' | b'$' | b'_' | b'(' | b'^')) {
        return false;
    }
    if matches!(last, b' ' | b':') || !bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) {
        return false;
    }
    for (ix, byte) in bytes.iter().enumerate().skip(1) {
        match byte {
            b':' if bytes[ix + 1] == b' ' => return false,
            b'#' if bytes[ix - 1] == b' ' => return false,
            _ => {}
        }
    }
    !(is_word_with_meaning(text) || first.is_ascii_digit() && looks_like_number(bytes))
}

/// Integers in every base, floats, sexagesimals, dates and times consist of these.
fn looks_like_number(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| {
        byte.is_ascii_hexdigit()
            || matches!(byte, b'.' | b'_' | b':' | b'+' | b'-' | b' ')
            || matches!(byte, b'x' | b'X' | b'o' | b'O' | b't' | b'T' | b'z' | b'Z')
    })
}

fn is_word_with_meaning(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "on", "no", "yes", "off", "null", "true", "false"];
    text.len() <= 5 && WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for each in text.chars() {
        match each {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            _ if is_printable(each) => out.push(each),
            _ if (each as u32) < 0x100 => out.push_str(&format!("\\x{:02X}", each as u32)),
            _ if (each as u32) < 0x10000 => out.push_str(&format!("\\u{:04X}", each as u32)),
            _ => out.push_str(&format!("\\U{:08X}", each as u32)),
        }
    }
    out.push('"');
}

/// What YAML 1.1 lets stand in a document as it is, line ends and the byte order mark aside.
fn is_printable(each: char) -> bool {
    matches!(each, ' '..='~' | '\u{A0}'..='\u{2027}' | '\u{202A}'..='\u{D7FF}'
        | '\u{E000}'..='\u{FEFE}' | '\u{FF00}'..='\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(value: Node) -> String {
        template(&vec![("A".into(), value)])
    }

    /// Texts that some reader takes for something else when they stand without quotes.
    const MEANING: &[&str] = &[
        "",
        " ",
        "y",
        "Y",
        "n",
        "N",
        "yes",
        "Yes",
        "YES",
        "no",
        "No",
        "NO",
        "on",
        "On",
        "ON",
        "off",
        "Off",
        "OFF",
        "true",
        "True",
        "TRUE",
        "false",
        "False",
        "FALSE",
        "null",
        "Null",
        "NULL",
        "~",
        "0",
        "1",
        "12",
        "-1",
        "+1",
        "0123",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "1e3",
        "1E3",
        "1e-3",
        "1.5",
        "1.",
        ".5",
        "-.5",
        "+.5",
        "1.5e+3",
        "10.1.2.3",
        ".inf",
        ".Inf",
        "-.inf",
        "+.INF",
        ".nan",
        ".NaN",
        "12:30",
        "1:20:30",
        "190:20:30.15",
        "2010-09-09",
        "2012-10-17",
        "2001-12-14t21:59:43.10-05:00",
        "2001-12-14 21:59:43",
        "123456789012",
        "000000000001",
        "=",
        "<<",
        "-",
        "--",
        "---",
        "...",
        "--- a",
        "- a",
        "? a",
        ": a",
        ":",
        "a:",
        "a: b",
        "a #b",
        "#c",
        "*",
        "*a",
        "&a",
        "!x",
        "!Ref x",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        "> x",
        "[a]",
        "{a}",
        "{",
        "]",
        ",",
        ", a",
        "'q'",
        "\"q\"",
        " lead",
        "trail ",
        "tab\tx",
        "\ttab",
        "a\rb",
        "a\\b\n",
        "\u{85}",
        "\u{2028}",
        "\u{feff}x",
        "\u{7f}",
        "\u{0}",
        "\u{1b}[0m",
        "\u{1F600}",
        "\u{FFFE}",
    ];

    /// Texts that mean themselves.
    const PLAIN: &[&str] = &[
        "a",
        "vpc-0abc",
        "use1-az1",
        "10.0.0.0/16",
        "0.0.0.0/0",
        "AWS::EC2::VPC",
        "mrc:path",
        "arn:aws:s3:::bucket/*",
        "s3:*",
        "it's",
        "VPC app",
        "100 subnets",
        "a, b",
        "a{b}",
        "a[0]",
        "a-",
        "x=1",
        "a#b",
        "alias/demo",
        "/demo/flow-logs",
        "yesterday",
        "nothing",
        "offset",
        "cron(0 5 ? * * *)",
        "python3.13",
        "TLS 1.2",
        "one (two)",
    ];

    fn reads_back(text: &str) {
        let written = one(Node::from(text.to_owned()));
        let read: std::collections::BTreeMap<String, serde_json::Value> =
            serde_saphyr::from_str(&written).unwrap_or_else(|problem| panic!("{text:?} as {written:?}: {problem}"));
        assert_eq!(read["A"], serde_json::Value::from(text), "{written:?}");
    }

    #[test]
    fn what_has_a_meaning_is_quoted() {
        for text in MEANING {
            let written = one(Node::from(*text));
            assert!(written.starts_with("A: \"") || written.starts_with("A: |"), "{text:?} is written {written:?}");
            reads_back(text);
        }
    }

    #[test]
    fn what_means_itself_is_not() {
        for text in PLAIN {
            assert_eq!(one(Node::from(*text)), format!("A: {text}\n"));
            reads_back(text);
        }
    }

    #[test]
    fn keys_are_quoted_like_values() {
        let keys = Node::Map(vec![("on".into(), Node::Bool(true)), ("a: b".into(), Node::Int(1)), ("N".into(), Node::from("x"))]);
        assert_eq!(one(keys), "A:\n  \"on\": true\n  \"a: b\": 1\n  \"N\": x\n");
    }

    #[test]
    fn lines_stand_as_a_block_where_a_block_keeps_them() {
        assert_eq!(one(Node::from("a\nb")), "A: |-\n  a\n  b\n");
        assert_eq!(one(Node::from("a\n\n  b\n")), "A: |\n  a\n\n    b\n");
        assert_eq!(one(Node::from("a\nb\n\n")), "A: |+\n  a\n  b\n\n");
        assert_eq!(one(Node::from("a \nb")), "A: \"a \\nb\"\n");
        assert_eq!(one(Node::from(" a\nb")), "A: \" a\\nb\"\n");
        for text in ["a\nb", "a\n\n  b\n", "a\nb\n\n", "a \nb", " a\nb", "\na\nb", "a\n", "a: b\n# c\n", "\n", "a\n\tb\n"] {
            reads_back(text);
        }
    }

    #[test]
    fn collections_nest_with_the_first_line_beside_the_dash() {
        let pair = Node::map([("K", Node::from("a")), ("V", Node::List(vec![Node::from("b"), Node::List(vec![Node::Int(1)])]))]);
        let list = Node::List(vec![pair, Node::List(vec![]), Node::Map(vec![]), Node::map([("M", Node::map([("N2", Node::Int(2))]))])]);
        let written = one(list.clone());
        assert_eq!(written, "A:\n  - K: a\n    V:\n      - b\n      - - 1\n  - []\n  - {}\n  - M:\n      N2: 2\n");
        let read: serde_json::Value = serde_saphyr::from_str(&written).unwrap();
        assert_eq!(read["A"], serde_json::to_value(&list).unwrap());
    }

    #[test]
    fn functions_are_short() {
        assert_eq!(one(Node::Ref("AWS::Partition".into())), "A: !Ref AWS::Partition\n");
        assert_eq!(one(Node::GetAtt("Key".into(), "Arn".into())), "A: !GetAtt Key.Arn\n");
        assert_eq!(one(Node::Sub("${A}: b".into())), "A: !Sub \"${A}: b\"\n");
        let output = Node::map([("Fn::GetStackOutput", Node::map([("StackName", Node::from("s"))]))]);
        let join = Node::Join(vec![output, Node::from("/*")]);
        let written = "A:\n  - !Join\n    - \"\"\n    - - Fn::GetStackOutput:\n          StackName: s\n      - /*\n";
        assert_eq!(one(Node::List(vec![join])), written);
    }

    #[test]
    fn resources_are_apart_by_an_empty_line() {
        let resources = Node::map([("B", Node::from("x")), ("C", Node::from("z"))]);
        let sections = vec![("Description".into(), Node::from("d")), ("Resources".into(), resources)];
        assert_eq!(template(&sections), "Description: d\n\nResources:\n  B: x\n\n  C: z\n");
    }
}
