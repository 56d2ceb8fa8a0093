//! `cargo bench`: how long a build takes, and the floor beside it.
//!
//! A case is a topology of R regions with V VPCs each, meshed. *mrc* is the whole pipeline in one
//! process: parse, resolve, allocate, route, all checks, lower, emit, write. The *floor* builds the
//! same resources as serde values and writes them out: what any tool must at least do. Both are
//! measured in turn, so that the ratio holds on a noisy machine; medians are printed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mrc::aws;
use mrc::backend::cfn;
use mrc::driver::{self, Files, Target};
use serde_json::Value;

fn main() {
    let folder = scratch();
    println!("{:>22} {:>10} {:>9} {:>9} {:>7} {:>12}", "case", "resources", "mrc", "floor", "ratio", "us/resource");
    for (regions, vpcs, rounds) in [(3, 1, 41), (10, 5, 21), (30, 20, 7), (30, 50, 3)] {
        let text = topology(regions, vpcs);
        for (name, target) in [
            ("cfn yaml", Target::CloudFormation(Default::default())),
            ("cfn json", Target::CloudFormation(cfn::Options { format: cfn::Format::Json, ..Default::default() })),
            ("terraform", Target::Terraform(Default::default())),
        ] {
            let json = Target::CloudFormation(cfn::Options { format: cfn::Format::Json, ..Default::default() });
            let templates = templates(&build(&text, &json));
            let resources =
                templates.iter().map(|(_, template)| template["Resources"].as_object().map_or(0, |all| all.len())).sum::<usize>();
            let (mut ours, mut floor) = (Vec::new(), Vec::new());
            for _ in 0..rounds {
                ours.push(timed(|| write(&folder.join("mrc"), &build(&text, &target))));
                floor.push(timed(|| write(&folder.join("floor"), &rebuilt(&templates))));
            }
            let (ours, floor) = (median(ours), median(floor));
            println!(
                "{:>22} {resources:>10} {:>7.1}ms {:>7.1}ms {:>7.2} {:>12.2}",
                format!("{regions}x{vpcs} {name}"),
                ours.as_secs_f64() * 1e3,
                floor.as_secs_f64() * 1e3,
                ours.as_secs_f64() / floor.as_secs_f64(),
                ours.as_secs_f64() * 1e6 / resources as f64
            );
        }
    }
    let _ = fs::remove_dir_all(folder);
}

/// On tmpfs where there is one, so that the disk is not measured.
fn scratch() -> PathBuf {
    let base = if Path::new("/dev/shm").is_dir() { PathBuf::from("/dev/shm") } else { std::env::temp_dir() };
    base.join(format!("mrc-bench-{}", std::process::id()))
}

fn topology(regions: usize, vpcs: usize) -> String {
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
    for vpc in 0..vpcs {
        writeln!(
            text,
            "vpc app{vpc} {{\n  cidr = /{prefix} from corp\n  azs = 3\n  subnet public {{ size = /24  route = internet }}\n  subnet private {{ size = /22  route = nat }}\n  subnet data {{ size = /24 }}\n  attach core\n}}"
        )
        .expect("a string takes everything");
    }
    text
}

fn build(text: &str, target: &Target) -> Files {
    let checked = driver::check(&["net.mr".into()], &[], &mut |path| {
        if path.ends_with(".lock") { Err(std::io::ErrorKind::NotFound.into()) } else { Ok(text.to_owned()) }
    });
    assert!(!checked.has_errors(), "the benchmark's topology is right");
    driver::build(&checked, target).unwrap_or_else(|problems| panic!("{}", problems[0].message))
}

fn templates(files: &Files) -> Vec<(String, Value)> {
    let is_template = |path: &str| path.ends_with(".json") && path != "manifest.json";
    files
        .iter()
        .filter(|(path, _)| is_template(path))
        .map(|(path, bytes)| (path.clone(), serde_json::from_slice(bytes).expect("JSON")))
        .collect()
}

/// Every value made anew, then serialised.
fn rebuilt(templates: &[(String, Value)]) -> Files {
    templates.iter().map(|(path, template)| (path.clone(), serde_json::to_vec_pretty(&anew(template)).expect("plain data"))).collect()
}

fn anew(value: &Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(fields.iter().map(|(key, value)| (key.clone(), anew(value))).collect()),
        Value::Array(values) => Value::Array(values.iter().map(anew).collect()),
        other => other.clone(),
    }
}

fn write(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("in a folder")).expect("writable");
        fs::write(path, bytes).expect("writable");
    }
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
