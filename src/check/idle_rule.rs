//! A rule that changes nothing.

use super::Subject;
use super::contradicting_rules::shown;
use super::rule_without_way::has_way;
use crate::diag::{Diagnostic, Sink};
use crate::routing::policy::{self, Effect};

code!("MR471", "idle-rule", Warning, "idle_rule.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    if !subject.complete {
        return;
    }
    let topology = subject.topology;
    for (rule, effect) in topology.rules.iter().zip(policy::effects(topology)) {
        // Opening ingress is an effect of its own; a rule that joins nothing is told as that.
        if effect != Effect::Nothing || rule.opens_ingress() || !(rule.deny || has_way(topology, rule)) {
            continue;
        }
        let (why, help) = match rule.deny {
            true => ("nothing lets them reach one another", "remove it: what no segment and no `allow` joins is apart already"),
            false => ("they are in one segment", "remove it: members of one segment reach one another"),
        };
        sink.push(Diagnostic::new(&CODE, rule.span, format!("`{}` changes nothing: {why}", shown(rule))).here("no effect").help(help));
    }
}
