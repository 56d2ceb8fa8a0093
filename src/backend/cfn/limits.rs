//! Sizes that CloudFormation refuses, with a margin for what a person adds.

use std::collections::BTreeMap;

use super::Cx;
use super::stack::Stack;
use crate::aws;
use crate::diag::{Code, Diagnostic, Severity};
use crate::plan::Deployment;
use crate::source::{FileId, Span};

/// A template over a limit of CloudFormation.
pub static STACK_TOO_LARGE: Code =
    Code { id: "MR708", name: "stack-too-large", severity: Severity::Error, page: include_str!("stack_too_large.md") };

/// Contributors that a diagnostic shows.
const SHOWN: usize = 3;

/// Complains about each limit that a template is over: nine tenths of CloudFormation's.
pub fn check(cx: &Cx, deployment: &Deployment, stack: &Stack, bytes: usize, problems: &mut Vec<Diagnostic>) {
    let numbers = [
        ("resources_per_stack", stack.resources),
        ("parameters_per_stack", stack.parameters),
        ("outputs_per_stack", stack.outputs),
        ("bytes_per_stack", bytes),
    ];
    for (name, number) in numbers {
        let limit = aws::quota(name).expect("the limits of a template are among the quotas");
        let most = limit.default / 10 * 9;
        if number as u64 <= most {
            continue;
        }
        let unit = cx.graph.unit(deployment.unit);
        let message = format!(
            "the stack `{}` in {} would have {}, more than {most}",
            cx.stack_name(deployment.unit),
            cx.graph.place(unit.place).slug,
            limit.counted(number as u64)
        );
        let parts = parts(cx, deployment);
        let first = parts.first().map_or(Span::new(FileId(0), 0, 0), |(span, _)| *span);
        let mut diagnostic = Diagnostic::new(&STACK_TOO_LARGE, first, message).about(&limit.name);
        for (ix, (span, number)) in parts.into_iter().take(SHOWN).enumerate() {
            let text = format!("{number} of its resources");
            diagnostic = if ix == 0 { diagnostic.here(text) } else { diagnostic.label(span, text) };
        }
        problems.push(diagnostic.note(format!("CloudFormation allows {} in a stack", limit.counted(limit.default))));
    }
}

/// Where the resources of a stack are written, most first.
fn parts(cx: &Cx, deployment: &Deployment) -> Vec<(Span, usize)> {
    let mut parts: BTreeMap<Span, usize> = BTreeMap::new();
    for id in &cx.plan.members[deployment.unit.0 as usize] {
        *parts.entry(cx.graph.resource(*id).span).or_default() += 1;
    }
    let mut parts: Vec<(Span, usize)> = parts.into_iter().collect();
    parts.sort_by_key(|(span, number)| (std::cmp::Reverse(*number), *span));
    parts
}
