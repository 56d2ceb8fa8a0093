//! `mrc reach`.

use super::args::{Of, Reach, Shape};
use super::check::{reader, text};
use super::{Outcome, complain, fail, given, print};
use crate::driver;
use crate::reach::{self, Matrix, Model};

pub fn run(options: &Reach) -> Outcome {
    let given = match given::read(&options.inputs) {
        Ok(given) => given,
        Err(problem) => return fail(problem),
    };
    if options.file != "-"
        && let Err(problem) = std::fs::metadata(&options.file)
    {
        return fail(format!("cannot read {}: {problem}", options.file));
    }
    if !options.matrix && options.format == Shape::Csv {
        return fail("--format csv is for --matrix; a way has text and json");
    }
    let sides = options.from.as_deref().zip(options.to.as_deref());
    let (checked, asked) = driver::ask(&options.file, &given, options.inputs.env.as_deref(), &mut reader(), sides);
    if checked.has_errors() {
        complain(&text(&checked.diagnostics, &checked.sources));
        return Outcome::Findings;
    }
    let model = Model::new(&checked.topology, &checked.routing);
    let matrix = Matrix::new(&model);
    let Some((from, to)) = asked else {
        let whole = options.by == Of::Vpc;
        print(&match options.format {
            Shape::Text => reach::text(&matrix, whole),
            Shape::Csv => reach::csv(&matrix, whole),
            Shape::Json => reach::json(&matrix, whole),
        });
        return Outcome::Clean;
    };
    let (shown, well) = match options.format {
        Shape::Json => reach::path_json(&matrix, &from, &to, &checked.sources),
        Shape::Text | Shape::Csv => reach::path_text(&matrix, &from, &to, &checked.sources),
    };
    print(&shown);
    if well { Outcome::Clean } else { Outcome::Findings }
}
