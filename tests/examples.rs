//! The examples: clean, the same bytes every time, right by the schemas of both targets, and equal
//! to the trees in `snapshots/emit/`.
//!
//! `INSTA_UPDATE=always cargo test` writes the trees anew.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mrc::backend::cfn;
use mrc::driver::{Files, Target};
use serde_json::Value;
use support::schemas::{check_cfn_template, check_tf_body};
use support::{build, check_file, check_with, cloudformation, examples, messages, root, terraform};

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn cfn_options() -> Vec<cfn::Options> {
    let mut all = Vec::new();
    for wire in [cfn::Wire::StackOutput, cfn::Wire::Parameters] {
        for accepter in [cfn::Accepter::Lambda, cfn::Accepter::Pipeline] {
            all.push(cfn::Options { format: cfn::Format::Json, wire, accepter, ..Default::default() });
        }
    }
    all
}

#[test]
fn examples_are_clean() {
    for (name, path) in examples() {
        let checked = check_file(&path);
        assert!(checked.diagnostics.is_empty(), "{name}: {:#?}", messages(&checked));
    }
}

#[test]
fn locks_hold_everything() {
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always");
    for (name, path) in examples() {
        let checked = check_file(&path);
        let whole = mrc::address::lock_text(&checked.lock, &checked.allocations, false);
        if checked.fresh().next().is_some() && update {
            std::fs::write(path.with_extension("mr.lock"), &whole).unwrap();
            continue;
        }
        let fresh: Vec<&str> = checked.fresh().map(|each| each.path.as_str()).collect();
        assert!(fresh.is_empty(), "{name}: run `mrc check {}`; its lock lacks {fresh:?}", path.display());
        assert_eq!(
            support::lock_of(&path).unwrap_or_default(),
            if checked.allocations.is_empty() { "" } else { &whole },
            "{name}: not as mrc writes it"
        );
    }
}

#[test]
fn cloudformation_resources_fit_their_schemas() {
    for (name, path) in examples() {
        let checked = check_file(&path);
        for options in cfn_options() {
            for (file, bytes) in build(&checked, &Target::CloudFormation(options.clone())) {
                if file == "manifest.json" || !file.ends_with(".json") {
                    continue;
                }
                let template: Value = serde_json::from_slice(&bytes).unwrap();
                let problems = check_cfn_template(&template);
                assert!(problems.is_empty(), "{name}/{file} with {options:?}:\n{}", problems.join("\n"));
            }
        }
    }
}

#[test]
fn terraform_resources_fit_the_provider() {
    for (name, path) in examples() {
        let checked = check_file(&path);
        for (file, bytes) in build(&checked, &terraform()) {
            if !file.ends_with(".tf") {
                continue;
            }
            let body = hcl::parse(std::str::from_utf8(&bytes).unwrap()).unwrap_or_else(|problem| panic!("{name}/{file}: {problem}"));
            for block in body.blocks().filter(|block| block.identifier() == "resource") {
                let kind = block.labels()[0].as_str();
                let problems = check_tf_body(kind, block.body());
                assert!(problems.is_empty(), "{name}/{file}: {}:\n{}", block.labels()[1].as_str(), problems.join("\n"));
            }
        }
    }
}

#[test]
fn the_manifest_fits_its_schema() {
    let schema: Value = serde_json::from_str(&text(&root().join("schema/manifest.schema.json"))).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, path) in examples() {
        let checked = check_file(&path);
        let mut targets: Vec<Target> = cfn_options().into_iter().map(Target::CloudFormation).collect();
        targets.push(terraform());
        for target in targets {
            let files = build(&checked, &target);
            let (_, manifest) = files.iter().find(|(file, _)| file == "manifest.json" || file == "mrc.json").unwrap();
            let manifest: Value = serde_json::from_slice(manifest).unwrap();
            let problems: Vec<String> =
                validator.iter_errors(&manifest).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(problems.is_empty(), "{name}: {}", problems.join("\n"));
        }
    }
}

/// Top-level items in reverse: nothing in the output may depend on their order.
fn reversed(text: &str) -> String {
    let mut sink = Default::default();
    let parsed = mrc::syntax::parse(text, mrc::source::FileId(0), &mut sink);
    let mut pieces = Vec::new();
    let mut at = parsed.file.edition.as_ref().unwrap().span.end as usize;
    for item in &parsed.file.items {
        // Comments and docs before an item go with it.
        pieces.push(&text[at..item.span.end as usize]);
        at = item.span.end as usize;
    }
    pieces.reverse();
    format!("mr 1\n{}\n", pieces.join("\n"))
}

#[test]
fn the_same_bytes_in_any_order() {
    for (name, path) in examples() {
        let source = text(&path);
        let lock = support::lock_of(&path);
        let check = |source: &str| check_with(source, lock.as_deref());
        let (once, again, backwards) = (check(&source), check(&source), check(&reversed(&source)));
        for target in [cloudformation(), terraform()] {
            let expected = build(&once, &target);
            assert_eq!(expected, build(&again, &target), "{name}: not the same twice");
            assert!(expected == build(&backwards, &target), "{name}: the order of items shows");
        }
    }
}

/// The order of `regions` means nothing: other orders of an example's give the same bytes, from its lock or
/// from none.
#[test]
fn the_same_bytes_in_any_order_of_regions() {
    let mut shuffled = 0;
    for (name, path) in examples() {
        let source = text(&path);
        let from = source.find("regions = [").unwrap() + "regions = [".len();
        let until = from + source[from..].find(']').unwrap();
        let regions: Vec<&str> = source[from..until].split(',').map(str::trim).filter(|each| !each.is_empty()).collect();
        // The lines after it stay where they are.
        let lines = "\n".repeat(source[from..until].matches('\n').count());
        let lock = support::lock_of(&path);
        for lock in [lock.as_deref(), None] {
            let as_written = check_with(&source, lock);
            let expected = [cloudformation(), terraform()].map(|target| (build(&as_written, &target), target));
            let mut orders = vec![regions.clone(), regions.clone()];
            orders[0].rotate_left(1);
            orders[1].reverse();
            for other in orders.into_iter().filter(|other| *other != regions) {
                let edited = check_with(&format!("{}{}{lines}{}", &source[..from], other.join(", "), &source[until..]), lock);
                for (expected, target) in &expected {
                    assert!(*expected == build(&edited, target), "{name}: {other:?} is not the same");
                }
                shuffled += 1;
            }
        }
    }
    assert!(shuffled > 40, "only {shuffled} orders");
}

#[test]
fn yaml_and_json_say_the_same() {
    for (name, path) in examples() {
        let checked = check_file(&path);
        let yaml = build(&checked, &cloudformation());
        let json: BTreeMap<String, Vec<u8>> =
            build(&checked, &Target::CloudFormation(cfn::Options { format: cfn::Format::Json, ..Default::default() }))
                .into_iter()
                .collect();
        for (file, bytes) in yaml.iter().filter(|(file, _)| file.ends_with(".yaml")) {
            let other: Value = serde_json::from_slice(&json[&file.replace(".yaml", ".json")]).unwrap();
            let long = long_form(std::str::from_utf8(bytes).unwrap());
            let found: Value = serde_saphyr::from_str(&long).unwrap_or_else(|problem| panic!("{name}/{file}: {problem}"));
            assert_eq!(found, other, "{name}/{file}");
        }
    }
}

/// `!Select [1, !Split [":", !GetAtt Wall.EndpointIds]]`: calls within calls, on one line.
fn long_call(text: &str) -> String {
    let (tag, rest) = text.strip_prefix('!').and_then(|text| text.split_once(' ')).unwrap();
    if tag == "GetAtt" {
        return format!("{{\"Fn::GetAtt\": {}}}", serde_json::to_string(&rest.split_once('.').unwrap()).unwrap());
    }
    let mut arguments = vec![String::new()];
    let mut depth = 0;
    for each in rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap().chars() {
        match each {
            '[' => depth += 1,
            ']' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(String::new());
                continue;
            }
            _ => {}
        }
        arguments.last_mut().unwrap().push(each);
    }
    let written =
        arguments.iter().map(|each| each.trim()).map(|each| if each.starts_with('!') { long_call(each) } else { each.to_owned() });
    format!("{{\"Fn::{tag}\": [{}]}}", written.collect::<Vec<_>>().join(", "))
}

/// Short tags as one-entry mappings, so that a reader without tags sees what CloudFormation sees.
fn long_form(text: &str) -> String {
    let line = |line: &str| {
        let Some(at) = line.find("!").filter(|at| line[..*at].trim_end().ends_with([':', '-']) || line[..*at].trim().is_empty()) else {
            return line.to_owned();
        };
        let (before, tagged) = line.split_at(at);
        let Some((tag, rest)) = tagged[1..].split_once(' ') else { return line.to_owned() };
        if rest.is_empty() || !["Ref", "GetAtt", "Sub", "Select"].contains(&tag) {
            return line.to_owned();
        }
        if tag == "Select" {
            return format!("{before}{}", long_call(tagged));
        }
        let quoted = if rest.starts_with('"') { rest.to_owned() } else { serde_json::to_string(rest).unwrap() };
        match tag {
            "Ref" => format!("{before}{{\"Ref\": {quoted}}}"),
            "GetAtt" => {
                let (id, attribute) = rest.trim_matches('"').split_once('.').unwrap();
                format!("{before}{{\"Fn::GetAtt\": [\"{id}\", \"{attribute}\"]}}")
            }
            _ => format!("{before}{{\"Fn::Sub\": {quoted}}}"),
        }
    };
    let mut inside_code: Option<usize> = None;
    let mut out = String::new();
    for each in text.lines() {
        let indent = each.len() - each.trim_start().len();
        if inside_code.is_some_and(|code| indent <= code && !each.trim().is_empty()) {
            inside_code = None;
        }
        out.push_str(&if inside_code.is_some() { each.to_owned() } else { line(each) });
        out.push('\n');
        if inside_code.is_none() && each.trim_end().ends_with('|') {
            inside_code = Some(indent);
        }
    }
    out
}

#[test]
fn trees_are_as_before() {
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always");
    let mut problems = Vec::new();
    for (name, path) in examples() {
        let checked = check_file(&path);
        for (target, folder) in [(cloudformation(), "cfn"), (terraform(), "terraform")] {
            let tree = root().join("snapshots/emit").join(&name).join(folder);
            let files = build(&checked, &target);
            if update {
                write(&tree, &files);
            }
            compare(&tree, &files, &format!("{name}/{folder}"), &mut problems);
        }
    }
    assert!(problems.is_empty(), "run INSTA_UPDATE=always cargo test and read what changed:\n{}", problems.join("\n"));
}

fn write(tree: &Path, files: &Files) {
    let _ = std::fs::remove_dir_all(tree);
    for (file, bytes) in files {
        let path = tree.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

fn compare(tree: &Path, files: &Files, title: &str, problems: &mut Vec<String>) {
    let mut known: Vec<PathBuf> = Vec::new();
    list(tree, &mut known);
    for path in known {
        let name = path.strip_prefix(tree).unwrap().to_string_lossy().replace('\\', "/");
        if !files.iter().any(|(file, _)| *file == name) {
            problems.push(format!("{title}/{name} is not written any more"));
        }
    }
    for (file, bytes) in files {
        match std::fs::read(tree.join(file)) {
            Err(_) => problems.push(format!("{title}/{file} is new")),
            Ok(before) if before == *bytes => {}
            Ok(before) => {
                let (before, now) = (String::from_utf8_lossy(&before).into_owned(), String::from_utf8_lossy(bytes).into_owned());
                let line = before.lines().zip(now.lines()).position(|(a, b)| a != b).map_or(0, |ix| ix + 1);
                problems.push(format!("{title}/{file} differs from line {line}"));
            }
        }
    }
}

fn list(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            list(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}
