//! The standard library: patterns and abstract blocks in mr, inside the binary.

use crate::diag::{Diagnostic, Sink};
use crate::nearest::nearest;
use crate::source::{FileId, Sources};
use crate::syntax::{self, ast};
use crate::topology::codes;

/// Part of the library: how `use` calls it, and its text.
pub struct Library {
    pub path: &'static str,
    pub text: &'static str,
}

pub static ALL: &[Library] = &[Library { path: "std.net", text: include_str!("../stdlib/net.mr") }];

/// Something that `use` brings.
pub struct Entry {
    pub library: &'static str,
    pub name: String,
    pub doc: String,
    /// As it is written, its doc comment and all.
    pub text: String,
}

/// Everything in the library, in the order it is written.
pub fn entries() -> Vec<Entry> {
    let of = |library: &'static Library| {
        let file = syntax::parse(library.text, FileId(0), &mut Sink::default()).file;
        let named = file.items.into_iter().filter_map(move |item| {
            let name = name(&item)?.to_owned();
            let doc = item.doc.clone().unwrap_or_default();
            let comment: String = doc.lines().map(|line| format!("/// {line}").trim_end().to_owned() + "\n").collect();
            let text = format!("{comment}{}\n", &library.text[item.span.start as usize..item.span.end as usize]);
            Some(Entry { library: library.path, name, doc, text })
        });
        named.collect::<Vec<_>>()
    };
    ALL.iter().flat_map(of).collect()
}

/// What an item of the library is called.
fn name(item: &ast::Item) -> Option<&str> {
    match &item.kind {
        ast::ItemKind::Pattern(pattern) => Some(&pattern.name.text),
        ast::ItemKind::Block(block) => match block.args.first()? {
            ast::Arg::Expr(ast::Expr { kind: ast::ExprKind::Name(name), .. }) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// What the files of a topology use of it, as files that hold nothing else.
pub fn load(files: &[ast::File], sources: &mut Sources, sink: &mut Sink) -> Vec<ast::File> {
    let mut wanted: Vec<(&'static Library, String)> = Vec::new();
    for item in files.iter().flat_map(|file| &file.items) {
        let ast::ItemKind::Use(ast::Use::Names { path, names }) = &item.kind else { continue };
        let written = path.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(".");
        let Some(library) = ALL.iter().find(|library| library.path == written) else {
            let near = nearest(&written, ALL.iter().map(|library| library.path));
            let help = near.map_or("`mrc std list` shows what there is".to_owned(), |near| format!("did you mean `{near}`?"));
            sink.push(
                Diagnostic::new(&codes::UNKNOWN_NAME, item.span, format!("there is no library `{written}`"))
                    .here("not in the library")
                    .help(help),
            );
            continue;
        };
        for name in names {
            if entries().iter().any(|entry| entry.library == library.path && entry.name == name.text) {
                wanted.push((library, name.text.clone()));
                continue;
            }
            let all = entries();
            let near = nearest(&name.text, all.iter().map(|entry| entry.name.as_str()));
            let diagnostic =
                Diagnostic::new(&codes::UNKNOWN_NAME, name.span, format!("`{written}` has no `{}`", name.text)).here("not in the library");
            sink.push(match near {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), name.span, near),
                None => diagnostic.help("`mrc std list` shows what there is"),
            });
        }
    }
    let mut found = Vec::new();
    for library in ALL.iter().filter(|library| wanted.iter().any(|(other, _)| std::ptr::eq(*other, *library))) {
        let id = sources.add(format!("<{}>", library.path), library.text);
        let mut file = syntax::parse(library.text, id, sink).file;
        file.items
            .retain(|item| name(item).is_some_and(|name| wanted.iter().any(|(other, used)| std::ptr::eq(*other, library) && used == name)));
        found.push(file);
    }
    found
}
