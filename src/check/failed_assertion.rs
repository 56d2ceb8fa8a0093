//! An `assert` does not hold.

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::reach::{Broken, Matrix, Trace, Why, judge};
use crate::topology::{Assert, Claim, Condition, Selection};

code!("MR904", "failed-assertion", Error, "failed_assertion.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let asserts = &subject.topology.asserts;
    for assert in asserts {
        if let Condition::Known { holds: false, shown } = &assert.condition {
            sink.push(failed(assert, shown.clone()).help("change the topology, or the assertion"));
        }
    }
    // Something that was left out because of an error may be what the packets need.
    let Some(matrix) = subject.packets else { return };
    for assert in asserts {
        if let Condition::Packets { claim, from, to, ports } = &assert.condition
            && let Err(broken) = judge(matrix, *claim, from, to, *ports)
        {
            sink.push(witness(matrix, assert, *claim, (from, to), &broken));
        }
    }
}

fn failed(assert: &Assert, here: String) -> Diagnostic {
    let why = assert.message.as_deref().map(|message| format!(": {message}")).unwrap_or_default();
    Diagnostic::new(&CODE, assert.span, format!("the assertion does not hold{why}")).here(here)
}

/// The way of one packet, hop by hop, with the lines that it comes from.
fn witness(matrix: &Matrix<'_, '_>, assert: &Assert, claim: Claim, (from, to): (&Selection, &Selection), broken: &Broken) -> Diagnostic {
    let model = matrix.model;
    let (a, b) = (model.spot_told(broken.from), model.spot_told(broken.to));
    let said = match &broken.why {
        Why::Lost(_) => format!("{a} does not reach {b}"),
        Why::Unanswered(..) => format!("{a} reaches {b}, and the answer does not come back"),
        Why::Arrives(_) => format!("{a} reaches {b}"),
        Why::Closed(_) => format!("{a} reaches {b}, and no rule lets it in on these ports"),
        Why::OtherWay(..) => format!("{a} reaches {b}, and the answer comes by another way"),
    };
    let (broken_pairs, all) = broken.pairs;
    let mut diagnostic = failed(assert, said);
    if all > 1 {
        diagnostic = diagnostic.note(format!("it does not hold for {broken_pairs} of {all} pairs of subnets; this is the first"));
    }
    let mut traces: Vec<(&str, &Trace)> = Vec::new();
    match &broken.why {
        Why::Lost(trace) | Why::Arrives(trace) | Why::Closed(trace) => traces.push(("there", trace)),
        Why::Unanswered(there, back) | Why::OtherWay(there, back) => traces.extend([("there", there), ("back", back)]),
    }
    let mut labels: Vec<(crate::source::Span, Vec<String>)> = Vec::new();
    for (title, trace) in traces {
        let hops = model.tell(trace);
        for (ix, hop) in hops.iter().enumerate() {
            diagnostic = diagnostic.note(format!("{title} {}: {}: {}", ix + 1, hop.table, hop.route));
            let Some(span) = hop.span else { continue };
            let number = format!("{title} {}", ix + 1);
            match labels.iter_mut().find(|(known, _)| *known == span) {
                Some((_, numbers)) => numbers.push(number),
                None => labels.push((span, vec![number])),
            }
        }
        diagnostic = diagnostic.note(format!("{title}: {}", model.ending(trace)));
    }
    for (span, numbers) in labels {
        diagnostic = diagnostic.label(span, numbers.join(", "));
    }
    diagnostic.help(match claim {
        _ if matches!(broken.why, Why::Closed(_)) => format!("write `allow {} -> {}: PORTS`, or change the assertion", from.shown, to.shown),
        Claim::Reachable => format!("`mrc reach FILE '{}' '{}'` shows every way; open the one that is missing, or change the assertion", from.shown, to.shown),
        Claim::Isolated => "close the way with a segment or a `deny`, or change the assertion".to_owned(),
        Claim::Symmetric => "let both directions take one way, or change the assertion".to_owned(),
    })
}
