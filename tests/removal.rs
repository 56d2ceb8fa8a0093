//! A line less is noticed: without any one line of an example's peerings, routes, attachments or
//! replication, either a diagnostic says so, or both targets change.

mod support;

use support::{build, check_text, cloudformation, examples, terraform};

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
        let before = check_text(&source);
        let (cfn_before, terraform_before) = (build(&before, &cloudformation()), build(&before, &terraform()));
        let lines: Vec<&str> = source.lines().collect();
        for (ix, line) in lines.iter().enumerate() {
            let first = line.split_whitespace().next().unwrap_or_default();
            if !WORDS.contains(&first) {
                continue;
            }
            tried += 1;
            let without: Vec<&str> = lines.iter().enumerate().filter(|(other, _)| *other != ix).map(|(_, line)| *line).collect();
            let after = check_text(&without.join("\n"));
            if !after.diagnostics.is_empty() {
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
