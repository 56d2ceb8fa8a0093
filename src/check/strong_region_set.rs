//! A strongly consistent table spans regions that do not form one Region set.

use super::Subject;
use crate::aws;
use crate::diag::{Diagnostic, Sink};

code!("MR503", "strong-region-set", Error, "strong_region_set.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    for table in &topology.tables {
        let Some(strong) = &table.strong else { continue };
        let mut regions: Vec<&str> = table.replicas.iter().map(|place| &*topology.place(*place).region.code).collect();
        regions.extend(strong.witness.iter().map(|(region, _)| &*region.code));
        if aws::strong_sets().iter().any(|set| regions.iter().all(|region| set.iter().any(|each| each == region))) {
            continue;
        }
        let home = regions[0];
        let mut diagnostic = Diagnostic::new(&CODE, strong.span, format!("table `{}` cannot be strongly consistent over {}", table.name, regions.join(", ")))
            .here("strong")
            .label(table.places_span, "over these places");
        if let Some((_, span)) = strong.witness {
            diagnostic = diagnostic.label(span, "with this witness");
        }
        sink.push(diagnostic.help(match aws::strong_sets().iter().find(|set| set.iter().any(|each| each == home)) {
            Some(set) => format!("with {home} go {}", set.iter().filter(|region| *region != home).map(String::as_str).collect::<Vec<_>>().join(", ")),
            None => format!("{home} is in no Region set; use `consistency = eventual`"),
        }));
    }
}
