//! A line less is noticed: without any one line of an example's peerings, routes, attachments or
//! replication, either a diagnostic says so, or both targets change.

mod support;

use support::{build, check_with, cloudformation, examples, lock_of, terraform};

/// Words that start such a line.
const WORDS: &[&str] = &[
    "peering",
    "mesh",
    "star",
    "route",
    "attach",
    "replicate",
    "replica",
    "primary",
    "except",
    "between",
    "of",
    "hub",
    "subnet",
    "routes",
    "route_table",
    "route_tables",
    "at",
];

#[test]
fn every_line_counts() {
    let mut tried = 0;
    for (name, path) in examples() {
        let source = std::fs::read_to_string(&path).unwrap();
        let lock = lock_of(&path);
        let before = check_with(&source, lock.as_deref());
        let (cfn_before, terraform_before) = (build(&before, &cloudformation()), build(&before, &terraform()));
        let lines: Vec<&str> = source.lines().collect();
        for (ix, line) in lines.iter().enumerate() {
            let first = line.split_whitespace().next().unwrap_or_default();
            if !WORDS.contains(&first) {
                continue;
            }
            tried += 1;
            let without: Vec<&str> = lines.iter().enumerate().filter(|(other, _)| *other != ix).map(|(_, line)| *line).collect();
            let after = check_with(&without.join("\n"), lock.as_deref());
            // That something is held for it is no word about the line.
            if after.diagnostics.iter().any(|each| each.code.name != "held-idle") {
                continue;
            }
            let cfn_changed = build(&after, &cloudformation()) != cfn_before;
            let terraform_changed = build(&after, &terraform()) != terraform_before;
            assert!(
                cfn_changed && terraform_changed,
                "{name} without line {}, `{line}`: CloudFormation changed {cfn_changed}, Terraform changed {terraform_changed}",
                ix + 1
            );
        }
    }
    assert!(tried > 40, "only {tried} lines were tried");
}
