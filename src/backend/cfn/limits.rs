//! Sizes that CloudFormation refuses, with a margin for what a person adds.

use super::Cx;
use super::stack::Stack;
use crate::diag::{Code, Diagnostic, Severity};
use crate::plan::Deployment;
use crate::source::{FileId, Span};

/// A template over a limit of CloudFormation.
pub static STACK_TOO_LARGE: Code =
    Code { id: "MR708", name: "stack-too-large", severity: Severity::Error, page: include_str!("stack_too_large.md") };

/// (what, most of ours, most of CloudFormation's)
const LIMITS: [(&str, usize, usize); 4] =
    [("resources", 450, 500), ("parameters", 180, 200), ("outputs", 180, 200), ("bytes", 900_000, 1_000_000)];

/// Complains about each limit that a template is over.
pub fn check(cx: &Cx, deployment: &Deployment, stack: &Stack, bytes: usize, problems: &mut Vec<Diagnostic>) {
    let numbers = [stack.resources, stack.parameters, stack.outputs, bytes];
    for ((what, ours, theirs), number) in LIMITS.into_iter().zip(numbers) {
        if number <= ours {
            continue;
        }
        let unit = cx.graph.unit(deployment.unit);
        let first = cx.plan.members[deployment.unit.0 as usize].first();
        let span = first.map_or(Span::new(FileId(0), 0, 0), |id| cx.graph.resource(*id).span);
        let message = format!(
            "the stack `{}` in {} would have {number} {what}, more than {ours}",
            cx.stack_name(deployment.unit),
            cx.graph.place(unit.place).slug
        );
        let note = format!("CloudFormation allows {theirs} {what} in a stack");
        problems.push(Diagnostic::new(&STACK_TOO_LARGE, span, message).note(note));
    }
}
