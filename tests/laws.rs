//! Laws that hold for every `.mr` of the repository: examples, pages and the texts of other tests.

mod support;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mrc::diag::Sink;
use mrc::driver;
use mrc::source::FileId;
use mrc::syntax;

/// Every program: name and text.
fn programs() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["examples", "src", "tests", "stdlib"] {
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    let mut programs = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(root).unwrap().display().to_string();
        if name.ends_with(".mr") {
            programs.push((name, text));
        } else {
            programs.extend(fences(&text).into_iter().enumerate().map(|(ix, text)| (format!("{name}#{ix}"), text)));
        }
    }
    assert!(programs.len() > 20, "found only {} programs", programs.len());
    programs
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "mr" || extension == "md") {
            files.push(path);
        }
    }
}

/// Texts between ```mr and ```.
fn fences(text: &str) -> Vec<String> {
    text.split("```mr\n").skip(1).filter_map(|rest| rest.split_once("```").map(|(inside, _)| inside.to_owned())).collect()
}

fn parse(text: &str) -> (syntax::Parsed, Sink) {
    let mut sink = Sink::default();
    let parsed = syntax::parse(text, FileId(0), &mut sink);
    (parsed, sink)
}

/// What a program means, spans left out.
fn meaning(text: &str) -> String {
    let shown = format!("{:?}", parse(text).0.file);
    let mut out = String::new();
    let mut rest = shown.as_str();
    while let Some(at) = rest.find("Span {") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[rest.find('}').expect("a span ends") + 1..];
    }
    out + rest
}

#[test]
fn the_tree_is_the_text() {
    for (name, text) in programs() {
        assert_eq!(parse(&text).0.tree.text(&text), text, "{name}");
    }
}

#[test]
fn a_file_that_ends_anywhere_is_read() {
    for (name, text) in programs() {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let cut = &text[..end];
            let (parsed, _) = parse(cut);
            assert_eq!(parsed.tree.text(cut), cut, "{name} cut at {end}");
        }
    }
}

#[test]
fn a_file_without_any_one_token_is_checked() {
    let slowest = Duration::from_secs(2);
    for (name, text) in programs() {
        let tokens = syntax::lex(&text, 0, text.len());
        for token in tokens.iter().filter(|token| !token.kind.is_trivia()) {
            let without = format!("{}{}", &text[..token.start as usize], &text[token.end as usize..]);
            let started = Instant::now();
            let _ = support::check_text(&without);
            let token_text = &text[token.start as usize..token.end as usize];
            assert!(started.elapsed() < slowest, "{name} without `{token_text}` at {} takes {:?}", token.start, started.elapsed());
        }
    }
}

#[test]
fn brackets_that_are_missing_are_told_once() {
    for (name, text) in programs() {
        if parse(&text).1.has_errors() {
            continue;
        }
        for token in syntax::lex(&text, 0, text.len()) {
            use syntax::TokenKind::*;
            if !matches!(token.kind, OpenBracket | CloseBracket | OpenParen | CloseParen | CloseBrace) {
                continue;
            }
            let without = format!("{}{}", &text[..token.start as usize], &text[token.end as usize..]);
            let found = parse(&without).1.diagnostics;
            assert!(!found.is_empty(), "{name}: nothing is said without the bracket at {}", token.start);
            assert!(found.len() <= 3, "{name}: {} complaints without the bracket at {}: {:#?}", found.len(), token.start, found);
        }
    }
}

#[test]
fn formatting_keeps_the_meaning_and_settles() {
    for (name, text) in programs() {
        let (parsed, sink) = parse(&text);
        if sink.has_errors() {
            continue;
        }
        let once = syntax::format(&parsed.tree, &text);
        assert_eq!(meaning(&once), meaning(&text), "{name}");
        let again = syntax::format(&parse(&once).0.tree, &once);
        assert_eq!(again, once, "{name}");
    }
}

#[test]
fn examples_are_formatted() {
    for (name, text) in programs().into_iter().filter(|(name, _)| name.starts_with("examples/")) {
        assert_eq!(syntax::format(&parse(&text).0.tree, &text), text, "{name}: run `mrc fmt`");
    }
}

#[test]
fn deep_nesting_is_refused_not_fatal() {
    for open in ["[", "(", "a(", "{ a: ", "!", "1 + ", "\"${", "vpc a { ", "if a { ", "for a in b { "] {
        let text = format!("mr 1\nlet x = {}", open.repeat(20_000));
        let (parsed, sink) = parse(&text);
        assert_eq!(parsed.tree.text(&text), text);
        assert!(sink.has_errors(), "{open}");
        let text = format!("mr 1\n{}", open.repeat(20_000));
        assert!(parse(&text).1.has_errors(), "{open}");
    }
}

/// A small generator of numbers, the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % most.max(1)
    }
}

/// Random edits of whole tokens: the pipeline ends, and what it calls clean it can build. More with
/// `MRC_EDITS=100000`.
#[test]
fn random_edits_end_well() {
    let number: usize = std::env::var("MRC_EDITS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_500);
    let programs = programs();
    let words: Vec<(syntax::TokenKind, String)> = programs
        .iter()
        .flat_map(|(_, text)| {
            let tokens = syntax::lex(text, 0, text.len()).into_iter().filter(|token| !token.kind.is_trivia());
            tokens.map(|token| (token.kind, text[token.start as usize..token.end as usize].to_owned())).collect::<Vec<_>>()
        })
        .collect();
    let mut random = Random(20_261_126);
    let mut built = 0;
    for _ in 0..number {
        let (name, text) = &programs[random.below(programs.len())];
        let mut text = text.clone();
        for _ in 0..=random.below(3) {
            let tokens: Vec<_> = syntax::lex(&text, 0, text.len()).into_iter().filter(|token| !token.kind.is_trivia()).collect();
            if tokens.is_empty() {
                continue;
            }
            let token = tokens[random.below(tokens.len())];
            // Mostly another word of the same kind, so that many edits are still programs.
            let alike: Vec<&String> = words.iter().filter(|(kind, _)| *kind == token.kind).map(|(_, word)| word).collect();
            let word = if random.below(8) == 0 { &words[random.below(words.len())].1 } else { alike[random.below(alike.len())] };
            let (start, end) = (token.start as usize, token.end as usize);
            text = match random.below(6) {
                0..=3 => format!("{}{word}{}", &text[..start], &text[end..]),
                4 => format!("{}{word} {}", &text[..start], &text[start..]),
                _ => format!("{}{}", &text[..start], &text[end..]),
            };
        }
        let checked = support::check_text(&text);
        if !checked.has_errors() {
            built += 1;
            for target in [driver::Target::CloudFormation(Default::default()), driver::Target::Terraform(Default::default())] {
                if let Err(problems) = driver::build(&checked, &target) {
                    assert!(problems.iter().all(|each| each.code.name != "not-emitted"), "{name}: {}\n{text}", problems[0].message);
                }
            }
        }
    }
    assert!(built > number / 100, "only {built} of {number} edits were clean");
}

/// A reader that has every file, as links that lead back have.
#[test]
fn files_without_end_end() {
    let checked = driver::check(&["net.mr".into()], &[], &mut |_| Ok("mr 1\nuse \"./more/net.mr\"\n".to_owned()));
    assert!(checked.diagnostics.iter().any(|each| each.message.contains("more than 1000 files")));
}
