//! Errors as people see them. Each `tests/ui/*.mr` says with `//~ code` on a line what is raised
//! there; the rendered text is a snapshot beside it.

mod support;

use std::collections::BTreeSet;

use mrc::diag::render;
use mrc::driver;

#[test]
fn errors_read_well() {
    insta::glob!("ui/*.mr", |path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let checked = driver::check(std::slice::from_ref(&name), &[], &mut |wanted| {
            if wanted == name { Ok(text.clone()) } else { std::fs::read_to_string(path.with_file_name(wanted)) }
        });
        let expected: BTreeSet<(usize, String)> = text
            .lines()
            .enumerate()
            .filter_map(|(ix, line)| line.split_once("//~ ").map(|(_, codes)| (ix + 1, codes)))
            .flat_map(|(line, codes)| codes.split_whitespace().map(move |code| (line, code.to_owned())))
            .collect();
        let found: BTreeSet<(usize, String)> = checked
            .diagnostics
            .iter()
            .map(|each| (checked.sources.get(each.span().file).line_column(each.span().start).0, each.code.name.to_owned()))
            .collect();
        assert_eq!(found, expected, "{name}");
        insta::with_settings!({ snapshot_path => "../snapshots/ui", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(render::text(&checked.diagnostics, &checked.sources, false, 100));
        });
    });
}
