//! `cargo bench --bench reach`: who reaches whom, for all pairs of subnets.
//!
//! A case is a topology of R regions with V VPCs each, meshed. *all pairs* makes the model from the
//! finished tables and judges every pair both ways. *check* is what comes before it, from text to
//! tables, with every check. *walk* is the floor of doing it by brute force: single walks, one for
//! a sample of pairs, scaled up to all of them. Medians of turns in one process.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use mrc::aws;
use mrc::driver::{self, Checked};
use mrc::reach::{Cell, Matrix, Model, ways};

fn main() {
    println!(
        "{:>8} {:>9} {:>12} {:>10} {:>11} {:>14} {:>9}  cells",
        "case", "subnets", "pairs", "check", "all pairs", "walk (scaled)", "ratio"
    );
    for (regions, vpcs, rounds) in [(3, 3, 41), (10, 5, 21), (30, 20, 9), (30, 50, 5)] {
        for (name, policy) in [("", false), (" seg", true)] {
            case(regions, vpcs, rounds, name, policy);
        }
    }
}

fn case(regions: usize, vpcs: usize, rounds: usize, name: &str, policy: bool) {
    let text = topology(regions, vpcs, policy);
    let checked = check(&text);
    assert!(!checked.has_errors(), "the benchmark's topology is right");
    let model = Model::new(&checked.topology, &checked.routing);
    let matrix = Matrix::new(&model);
    let number = matrix.spots.len();
    let tally = matrix.tally();
    let (mut before, mut all, mut brute) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds {
        before.push(timed(|| drop(check(&text))));
        all.push(timed(|| {
            let model = Model::new(&checked.topology, &checked.routing);
            assert_eq!(Matrix::new(&model).tally(), tally);
        }));
        brute.push(timed(|| sample(&matrix, round)) * (number * number / SAMPLE) as u32);
    }
    let (before, all, brute) = (median(before), median(all), median(brute));
    let cells: Vec<String> = tally.iter().map(|(cell, pairs)| format!("{pairs} {cell:?}")).collect();
    println!(
        "{:>8} {number:>9} {:>12} {:>8.1}ms {:>9.2}ms {:>12.0}ms {:>9.0}  {}",
        format!("{regions}x{vpcs}{name}"),
        number * (number - 1),
        before.as_secs_f64() * 1e3,
        all.as_secs_f64() * 1e3,
        brute.as_secs_f64() * 1e3,
        brute.as_secs_f64() / all.as_secs_f64(),
        cells.join(", ")
    );
    assert!(!tally.contains_key(&Cell::Partly));
}

const SAMPLE: usize = 2_000;

fn sample(matrix: &Matrix<'_, '_>, round: usize) {
    let number = matrix.spots.len();
    for ix in 0..SAMPLE {
        let mixed = (ix + round * SAMPLE).wrapping_mul(0x9e37_79b9) % (number * number);
        std::hint::black_box(ways(matrix, matrix.spots[mixed / number], matrix.spots[mixed % number]));
    }
}

fn check(text: &str) -> Checked {
    driver::check(&["net.mr".into()], &[], &mut |_| Ok(text.to_owned()))
}

fn topology(regions: usize, vpcs: usize, policy: bool) -> String {
    let codes: Vec<&str> =
        aws::regions().iter().filter(|region| region.partition == "aws").map(|region| region.code.as_str()).take(regions).collect();
    let prefix = match vpcs {
        0..=8 => 16,
        9..=32 => 18,
        _ => 19,
    };
    let mut text = format!(
        "mr 1\ntopology big {{ regions = [{}] }}\npool corp = 10.0.0.0/8 {{ per_region = /13 }}\ntransit_gateway core {{ asn = AS4200000000..AS4200000099 }}\nmesh backbone {{ of = core }}\n",
        codes.join(", ")
    );
    let segments = ["prod", "dev", "shared"];
    if policy {
        let isolated = |name: &str| if name == "dev" { "  isolated = on" } else { "" };
        for name in segments {
            writeln!(text, "segment {name} {{ on = core{} }}", isolated(name)).expect("a string takes everything");
        }
        text.push_str("allow prod <-> shared\nallow dev <-> shared\n");
    }
    for vpc in 0..vpcs {
        let segment = if policy { format!(" {{ segment = {} }}", segments[vpc % 3]) } else { String::new() };
        writeln!(
            text,
            "vpc app{vpc} {{\n  cidr = /{prefix} from corp\n  azs = 3\n  subnet public {{ size = /24  route = internet }}\n  subnet private {{ size = /22  route = nat }}\n  subnet data {{ size = /24 }}\n  attach core{segment}\n}}"
        )
        .expect("a string takes everything");
    }
    text
}

fn timed(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
