//! The name of a parameter that a target cannot have, or that two parameters would have; one value for two things.

use std::collections::BTreeMap;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::parameters::{self, ParameterKind};

code!("MR214", "bad-parameter", Error, "bad_parameter.md");

/// Inputs of a module call that mean something else.
const RESERVED: &[&str] = &["count", "depends_on", "for_each", "lifecycle", "locals", "providers", "source", "version"];
/// Characters that a name may have.
const MOST: usize = 64;

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (ix, parameter) in topology.parameters.iter().enumerate() {
        let name = &parameter.name;
        let lowered = parameters::lowered(name);
        let bad = |message: String, here: &str, help: &str| {
            Diagnostic::new(&CODE, parameter.span, message).here(here).help(help)
        };
        let starts = name.starts_with(|first: char| first.is_ascii_alphabetic());
        let letters = name.chars().all(|each| each.is_ascii_alphanumeric() || matches!(each, '-' | '_'));
        if !starts || !letters || name.len() > MOST {
            let message = format!("`{name}` is no name of a parameter");
            let help = format!("start with a letter; letters, digits, `-` and `_` may follow, {MOST} in all");
            sink.push(bad(message, "neither a template nor a module takes it", &help));
            continue;
        }
        if RESERVED.contains(&&*lowered) {
            let message = format!("parameter `{name}` would be variable `{lowered}`, which Terraform keeps for itself");
            sink.push(bad(message, "reserved", "say what it is the value of, as in `legacy_vpc_version`"));
            continue;
        }
        for form in [lowered, parameters::capitals(name)] {
            let Some(first) = known.insert(form.clone(), ix).filter(|first| *first != ix) else { continue };
            let other = &topology.parameters[first];
            sink.push(
                bad(format!("parameters `{}` and `{name}` would both be `{form}`", other.name), "this one", "rename one of them, or write both alike")
                    .label(other.span, "and this one"),
            );
            break;
        }
        let uses = parameters::uses(topology, name);
        let Some(first) = uses.first() else { continue };
        // An id is that of one thing; a device or a policy may serve several.
        let of_one = |kind| matches!(kind, ParameterKind::Vpc | ParameterKind::RouteTable | ParameterKind::Gateway | ParameterKind::GatewayTable);
        let second = uses[1..].iter().find(|each| each.kind != first.kind || (of_one(each.kind) && each.text != first.text));
        if let Some(second) = second {
            let message = format!("parameter `{name}` would be two things: {}, and {}", first.text, second.text);
            sink.push(bad(message, "one value for both", "give each a parameter of its own"));
        }
    }
}
