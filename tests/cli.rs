//! The program as a whole: exit codes, formats, output folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("mrc-cli-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn mrc(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_mrc")).args(arguments).current_dir(&self.0).stdin(Stdio::null()).output().unwrap()
    }

    #[track_caller]
    fn expect(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.mrc(arguments);
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "mrc {}:\n{text}", arguments.join(" "));
        text
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const GOOD: &str = "mr 1\n\ntopology net { regions = [us-east-1] }\n\nvpc app { cidr = 10.0.0.0/16 }\n";
const BAD: &str = "mr 1\n\ntopology net { regions = [us-east-1] }\n\nvpc app { cidr = 10.0.0.1/16 }\n";
const WARNED: &str = "mr 1\n\ntopology net { regions = [us-east-1] }\n\nlet spare = 1\n\nvpc app { cidr = 10.0.0.0/16 }\n";

#[test]
fn exit_codes() {
    let folder = Folder::new("codes");
    folder.write("good.mr", GOOD);
    folder.write("bad.mr", BAD);
    folder.write("warned.mr", WARNED);
    assert_eq!(folder.expect(0, &["check", "good.mr"]), "");
    assert!(folder.expect(1, &["check", "bad.mr"]).contains("host-bits"));
    folder.expect(0, &["check", "warned.mr"]);
    folder.expect(1, &["check", "--deny", "warnings", "warned.mr"]);
    folder.expect(2, &["check", "missing.mr"]);
    folder.expect(2, &["check"]);
    folder.expect(2, &["frobnicate"]);
    folder.expect(0, &["--help"]);
    folder.expect(0, &["--version"]);
    folder.expect(2, &["build", "good.mr", "--target", "terraform", "--wire", "parameters"]);
}

#[test]
fn json_fits_its_schema() {
    let folder = Folder::new("json");
    folder.write("bad.mr", BAD);
    folder.write("worse.mr", "mr 1\nvpc app { cidr = \u{201c}x\u{201d} }\nvpc app\n");
    let schema: Value = serde_json::from_str(include_str!("../schema/diagnostics.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for file in ["bad.mr", "worse.mr"] {
        let found: Value = serde_json::from_slice(&folder.mrc(&["check", "--format", "json", file]).stdout).unwrap();
        assert!(!found.as_array().unwrap().is_empty());
        let problems: Vec<String> = validator.iter_errors(&found).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{problems:#?}");
    }
    let found: Value = serde_json::from_slice(&folder.mrc(&["check", "--format", "json", "bad.mr"]).stdout).unwrap();
    assert_eq!(found[0]["code"], "MR302");
    assert_eq!(found[0]["labels"][0]["place"]["start"]["line"], 5);
    assert_eq!(found[0]["fix"]["text"], "10.0.0.0/16");
}

#[test]
fn sarif_and_github_name_the_place() {
    let folder = Folder::new("sarif");
    folder.write("bad.mr", BAD);
    let found: Value = serde_json::from_slice(&folder.mrc(&["check", "--format", "sarif", "bad.mr"]).stdout).unwrap();
    let result = &found["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "MR302");
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 5);
    assert_eq!(found["runs"][0]["tool"]["driver"]["rules"][0]["name"], "host-bits");
    let line = folder.expect(1, &["check", "--format", "github", "bad.mr"]);
    assert!(line.starts_with("::error file=bad.mr,line=5,col=18,"), "{line}");
    assert_eq!(line.lines().count(), 1);
}

#[test]
fn every_file_of_a_diagnostic_is_shown() {
    let folder = Folder::new("files");
    folder.write("main.mr", "mr 1\nuse \"./other.mr\"\ntopology net { regions = [us-east-1] }\ntransit_gateway core { asn = AS64512 }\nvpc app { cidr = 10.0.0.0/16  attach core }\n");
    folder.write("other.mr", "mr 1\nvpc ops { cidr = 10.0.4.0/22  attach core }\n");
    let text = folder.expect(1, &["check", "main.mr"]);
    assert!(
        text.contains("main.mr:5") && text.contains("other.mr:2") && text.contains("10.0.0.0/16") && text.contains("10.0.4.0/22"),
        "{text}"
    );
    // A file that another one uses is no topology of its own.
    folder.expect(1, &["check", "other.mr", "main.mr"]);
    assert_eq!(folder.expect(1, &["check", "other.mr", "main.mr"]).matches("overlapping-cidrs").count(), 1);
}

fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap().flatten() {
            if entry.path().is_dir() { waiting.push(entry.path()) } else { found.push((entry.path(), fs::read(entry.path()).unwrap())) }
        }
    }
    found.sort();
    found
}

#[test]
fn init_check_build() {
    let folder = Folder::new("init");
    folder.expect(0, &["init"]);
    folder.expect(2, &["init"]);
    folder.expect(0, &["check", "net.mr"]);
    folder.expect(0, &["fmt", "--check", "net.mr"]);
    for target in ["cfn", "terraform"] {
        let out = format!("out/{target}");
        folder.expect(1, &["build", "net.mr", "--target", target, "--check"]);
        folder.expect(0, &["build", "net.mr", "--target", target]);
        let first = tree(&folder.0.join(&out));
        folder.expect(0, &["build", "net.mr", "--target", target, "--check"]);
        folder.expect(0, &["build", "net.mr", "--target", target]);
        assert_eq!(first, tree(&folder.0.join(&out)));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(folder.0.join("out/cfn/deploy.sh")).unwrap().permissions().mode() & 0o111, 0o111);
    }
}

#[test]
fn only_our_files_are_removed() {
    let folder = Folder::new("stale");
    folder.write("net.mr", &format!("{GOOD}\nvpc old {{ cidr = 10.1.0.0/16 }}\n"));
    folder.expect(0, &["build", "net.mr", "--target", "cfn"]);
    let (old, own) = (folder.0.join("out/cfn/us-east-1/vpc-old.yaml"), folder.0.join("out/cfn/us-east-1/own.yaml"));
    assert!(old.exists());
    fs::write(&own, "ours\n").unwrap();
    folder.write("net.mr", GOOD);
    assert!(folder.expect(1, &["build", "net.mr", "--target", "cfn", "--check"]).contains("stale    us-east-1/vpc-old.yaml"));
    folder.expect(0, &["build", "net.mr", "--target", "cfn"]);
    assert!(!old.exists());
    let kept = folder.0.join("out/cfn/retired/us-east-1/net-vpc-old.yaml");
    assert!(kept.exists(), "its stack is there until somebody deletes it");
    folder.expect(0, &["build", "net.mr", "--target", "cfn", "--check"]);
    folder.expect(0, &["build", "net.mr", "--target", "cfn", "--pruned"]);
    assert!(!kept.exists());
    assert_eq!(fs::read_to_string(&own).unwrap(), "ours\n");
    let hidden: Vec<_> = fs::read_dir(folder.0.join("out")).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(hidden.len(), 1, "{hidden:?}");
}

#[test]
fn what_left_is_forgotten_by_its_name() {
    let folder = Folder::new("forget");
    let source = |items: &str| format!("mr 1\ntopology net {{ regions = [us-east-1] }}\nbucket docs in us-east-1 {{ }}\n{items}");
    let build = ["build", "net.mr", "--target", "terraform", "--forget"];
    folder.write("net.mr", &source("bucket logs in us-east-1 { }\n"));
    folder.expect(0, &build[..4]);
    let text = folder.expect(2, &[&build[..], &["bucket/logs"]].concat());
    assert!(text.contains("nothing of that name left"), "{text}");
    folder.write("net.mr", &source(""));
    folder.expect(0, &build[..4]);
    folder.expect(0, &[&build[..4], &["--check"]].concat());
    let text = folder.expect(2, &[&build[..], &["bucket/log"]].concat());
    assert!(text.contains("what else did: bucket/logs@us-east-1"), "{text}");
    let removed = folder.0.join("out/terraform/removed.tf");
    assert!(removed.exists());
    folder.expect(0, &[&build[..], &["bucket/logs"]].concat());
    assert!(!removed.exists());
    folder.expect(0, &[&build[..4], &["--check"]].concat());
    let text = folder.expect(2, &["build", "net.mr", "--target", "cfn", "--forget", "bucket/logs"]);
    assert!(text.contains("--target terraform"), "{text}");
}

#[test]
fn a_failed_build_changes_nothing() {
    let folder = Folder::new("failed");
    folder.write("net.mr", GOOD);
    folder.expect(0, &["build", "net.mr", "--target", "cfn"]);
    let before = tree(&folder.0.join("out"));
    folder.write("net.mr", BAD);
    folder.expect(1, &["build", "net.mr", "--target", "cfn"]);
    assert_eq!(before, tree(&folder.0.join("out")));
}

#[test]
fn files_of_others_are_not_overwritten() {
    let folder = Folder::new("foreign");
    folder.write("net.mr", GOOD);
    fs::create_dir_all(folder.0.join("docs")).unwrap();
    fs::write(folder.0.join("docs/README.md"), "by hand\n").unwrap();
    assert!(folder.expect(2, &["build", "net.mr", "--target", "cfn", "-o", "docs"]).contains("was not written by mrc"));
    assert_eq!(fs::read_to_string(folder.0.join("docs/README.md")).unwrap(), "by hand\n");
    folder.expect(2, &["build", "net.mr", "--target", "cfn", "-o", "net.mr"]);
}

#[test]
fn fmt_writes_shows_or_checks() {
    let folder = Folder::new("fmt");
    folder.write("net.mr", "mr 1\ntopology net {regions=[us-east-1]}\nvpc app {cidr=10.0.0.0/16   azs = 2}\n");
    assert_eq!(folder.expect(1, &["fmt", "--check", "net.mr"]), "net.mr\n");
    assert!(folder.expect(1, &["fmt", "--diff", "net.mr"]).contains("+vpc app { cidr = 10.0.0.0/16  azs = 2 }"));
    folder.expect(0, &["fmt", "net.mr"]);
    assert_eq!(
        fs::read_to_string(folder.0.join("net.mr")).unwrap(),
        "mr 1\ntopology net { regions = [us-east-1] }\nvpc app { cidr = 10.0.0.0/16  azs = 2 }\n"
    );
    folder.expect(0, &["fmt", "--check", "net.mr"]);
    folder.write("broken.mr", "mr 1\nvpc {{{\n");
    folder.expect(1, &["fmt", "broken.mr"]);
    assert_eq!(fs::read_to_string(folder.0.join("broken.mr")).unwrap(), "mr 1\nvpc {{{\n");
}

#[test]
fn inputs_come_from_the_command_line_and_from_files() {
    let folder = Folder::new("inputs");
    folder.write("net.mr", "mr 1\ninput env: one_of(dev, prod)\ninput zones: int = 2\ninput note: string = \"\"\ntopology net { regions = [us-east-1]  prefix = \"net-${env}\"  tags = { note: note } }\nvpc app { cidr = 10.0.0.0/16  azs = zones }\n");
    assert!(folder.expect(1, &["check", "net.mr"]).contains("has no value"));
    folder.expect(0, &["check", "--set", "env=prod", "--set", "zones=3", "--set", "note=two words", "net.mr"]);
    assert!(folder.expect(1, &["check", "--set", "env=test", "net.mr"]).contains("one of dev, prod"));
    assert!(folder.expect(1, &["check", "--set", "env=dev", "--set", "zone=1", "net.mr"]).contains("did you mean `zones`"));
    folder.expect(2, &["check", "--set", "env", "net.mr"]);
    folder.write("prod.toml", "env = \"prod\"\nzones = 3\n");
    folder.write("prod.json", "{\"env\": \"prod\", \"zones\": 3}");
    folder.expect(0, &["check", "--inputs", "prod.toml", "net.mr"]);
    folder.expect(0, &["check", "--inputs", "prod.json", "net.mr"]);
    folder.write("broken.toml", "env = \n");
    folder.expect(2, &["check", "--inputs", "broken.toml", "net.mr"]);
}

#[test]
fn standard_input_is_a_file() {
    use std::io::Write;
    let folder = Folder::new("stdin");
    let run = |arguments: &[&str]| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mrc"))
            .args(arguments)
            .current_dir(&folder.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(GOOD.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    assert!(run(&["check", "-"]).status.success());
    assert!(run(&["build", "-", "--target", "cfn"]).status.success());
    assert_eq!(String::from_utf8(run(&["fmt", "-"]).stdout).unwrap(), GOOD);
}

#[test]
fn explain_knows_codes_names_and_kinds() {
    let folder = Folder::new("explain");
    assert!(folder.expect(0, &["explain", "MR301"]).contains("# MR301 overlapping-cidrs"));
    assert!(folder.expect(0, &["explain", "overlapping-cidrs"]).contains("# MR301"));
    assert!(folder.expect(0, &["explain", "vpc"]).contains("flow_logs"));
    assert!(folder.expect(0, &["explain", "subnet"]).contains("# subnet in vpc"));
    assert!(folder.expect(0, &["explain", "deny"]).contains("# segment"));
    assert!(folder.expect(0, &["explain", "reachable"]).contains("# MR904"));
    assert!(folder.expect(0, &["explain", "three_tier"]).contains("abstract vpc three_tier"));
    assert!(folder.expect(0, &["explain", "kinds"]).contains("transit_gateway"));
    assert!(folder.expect(0, &["explain", "codes"]).contains("overlapping-cidrs"));
    assert!(
        folder
            .expect(0, &["explain", "quotas"])
            .contains("routes_per_table                        500    1_000  table                  2026-11-22")
    );
    let quota = folder.expect(0, &["explain", "routes_per_table"]);
    assert!(quota.contains("--quota-code L-93826ACB") && quota.contains("Source: https://docs.aws.amazon.com/vpc/"), "{quota}");
    assert!(folder.expect(0, &["explain", "quota"]).contains("quota NAME = "));
    assert!(folder.expect(2, &["explain", "overlaping-cidrs"]).contains("did you mean `overlapping-cidrs`"));
    assert!(folder.expect(0, &["completions", "bash"]).contains("mrc"));
}

/// Who reaches whom, as text, CSV and JSON; what is not reached is a finding.
#[test]
fn reach() {
    let folder = Folder::new("reach");
    folder.write(
        "net.mr",
        "mr 1\ntopology net { regions = [us-east-1] }\nvpc app {\n  cidr = 10.0.0.0/16  azs = 1\n  subnet public { size = /24  route = internet }\n  subnet data { size = /24 }\n}\nassert reachable(app.data, internet)\n",
    );
    assert!(folder.expect(1, &["check", "net.mr"]).contains("failed-assertion"));
    let text = folder.expect(0, &["reach", "net.mr", "app.public", "app.data"]);
    assert!(text.contains("reached and answered") && text.contains("net.mr:4"), "{text}");
    assert!(folder.expect(1, &["reach", "net.mr", "app.data", "internet"]).contains("no route"));
    let path: Value = serde_json::from_str(&folder.expect(0, &["reach", "net.mr", "app", "app", "--format", "json"])).unwrap();
    assert_eq!(path["verdicts"][0]["pairs"], 4);
    let matrix: Value = serde_json::from_str(&folder.expect(0, &["reach", "net.mr", "--matrix", "--format", "json"])).unwrap();
    assert_eq!(matrix["reach"]["us-east-1/net-app-data-a"]["us-east-1/net-app-public-a"], "yes");
    assert_eq!(matrix["internet"]["us-east-1/net-app-public-a"]["out"], "direct");
    assert!(folder.expect(0, &["reach", "net.mr", "--matrix", "--by", "vpc"]).contains("app@us-east-1  1"));
    assert!(folder.expect(0, &["reach", "net.mr", "--matrix", "--format", "csv"]).starts_with("from,app@us-east-1.data[a],"));
    folder.expect(1, &["reach", "net.mr", "app.date", "internet"]);
    folder.expect(1, &["reach", "net.mr", "app)\nvpc more {", "internet"]);
    folder.expect(2, &["reach", "net.mr", "app"]);
    folder.expect(2, &["reach", "net.mr", "app", "app", "--format", "csv"]);
    folder.expect(2, &["reach", "missing.mr", "app", "app"]);
}

const POOLED: &str = "mr 1\n\ntopology net { regions = [us-east-1] }\n\npool corp = 10.0.0.0/8\n\nvpc app { cidr = /16 from corp }\n";

#[test]
fn the_lock_is_written_kept_and_released() {
    let folder = Folder::new("lock");
    folder.write("net.mr", POOLED);
    let lock = || fs::read_to_string(folder.0.join("net.mr.lock")).unwrap_or_default();
    let lacking = folder.expect(1, &["check", "--locked", "net.mr"]);
    assert!(lacking.contains("net.mr.lock lacks 1 allocation:\n  app@us-east-1 = 10.0.0.0/16\n"), "{lacking}");
    assert!(folder.expect(1, &["build", "net.mr", "--target", "cfn", "--check"]).contains("lacks 1 allocation"));
    assert_eq!(lock(), "");
    assert_eq!(folder.expect(0, &["check", "net.mr"]), "wrote net.mr.lock (1 new allocation)\n");
    assert!(lock().contains("\"app@us-east-1\" = \"10.0.0.0/16\"\n"), "{}", lock());
    // Nothing new: nothing is written, whatever the file looks like.
    folder.write("net.mr.lock", &format!("# ours\n{}", lock()));
    assert_eq!(folder.expect(0, &["check", "--locked", "net.mr"]), "");
    assert_eq!(folder.expect(0, &["check", "net.mr"]), "");
    assert!(lock().starts_with("# ours\n"));
    // Errors write nothing.
    folder.write("net.mr", &format!("{POOLED}vpc new {{ cidr = /16 from corp }}\nvpc bad {{ cidr = 10.9.0.1/16 }}\n"));
    folder.expect(1, &["check", "net.mr"]);
    assert!(!lock().contains("new@"));
    folder.write("net.mr", &format!("{POOLED}vpc new {{ cidr = /16 from corp }}\n"));
    assert!(folder.expect(0, &["build", "net.mr", "--target", "terraform"]).starts_with("wrote net.mr.lock (1 new allocation)\n"));
    let explained = folder.expect(0, &["lock", "net.mr", "--explain", "new@us-east-1"]);
    assert!(explained.starts_with("new@us-east-1 = 10.1.0.0/16\n  held by net.mr.lock:"), "{explained}");
    assert!(explained.contains("from pool corp (10.0.0.0/8); asked for in net.mr:8\n"), "{explained}");
    assert!(folder.expect(2, &["lock", "net.mr", "--explain", "nwe@us-east-1"]).contains("did you mean `new@us-east-1`?"));
    // What is gone is held, until it is pruned.
    folder.write("net.mr", &POOLED.replace("vpc app", "vpc new"));
    assert!(folder.expect(0, &["check", "net.mr"]).contains("held-idle"));
    assert!(folder.expect(0, &["lock", "net.mr", "--explain", "app"]).contains("nothing in the source asks for it"));
    let pruned = folder.expect(0, &["lock", "net.mr", "--prune"]);
    assert_eq!(pruned, "released app@us-east-1 = 10.0.0.0/16\nwrote net.mr.lock (1 allocation released)\n");
    assert_eq!(folder.expect(0, &["check", "--locked", "net.mr"]), "");
    // What does not fit is given up by name, whatever else is wrong.
    folder.write("net.mr", &POOLED.replace("app { cidr = /16", "new { cidr = /18"));
    assert!(folder.expect(1, &["check", "net.mr"]).contains("--release 'new@us-east-1'"));
    folder.expect(0, &["lock", "net.mr", "--release", "new"]);
    assert_eq!(folder.expect(0, &["check", "net.mr"]), "wrote net.mr.lock (1 new allocation)\n");
    assert!(lock().contains("\"new@us-east-1\" = \"10.0.0.0/18\"\n"), "{}", lock());
    folder.expect(2, &["lock", "net.mr", "--release", "nothing"]);
    folder.expect(2, &["lock", "-"]);
}

#[test]
fn every_environment_has_its_lock() {
    let folder = Folder::new("env");
    folder.write("net.mr", POOLED);
    assert_eq!(folder.expect(0, &["check", "--env", "prod", "net.mr"]), "wrote net.prod.mr.lock (1 new allocation)\n");
    folder.expect(0, &["check", "--env", "prod", "--locked", "net.mr"]);
    assert!(folder.expect(1, &["check", "--env", "dev", "--locked", "net.mr"]).contains("run `mrc lock net.mr --env dev`"));
    folder.expect(2, &["check", "--env", "../x", "net.mr"]);
    // Standard input has nowhere to hold anything.
    let mut child = Command::new(env!("CARGO_BIN_EXE_mrc"))
        .args(["check", "--locked", "-"])
        .current_dir(&folder.0)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), POOLED.as_bytes()).unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 2);
}

#[test]
fn the_address_plan_comes_in_four_formats() {
    let folder = Folder::new("addr");
    folder.write("net.mr", POOLED);
    assert!(folder.expect(0, &["addr", "net.mr"]).contains("pool corp"));
    assert!(folder.expect(0, &["addr", "net.mr", "--format", "json"]).starts_with("[\n"));
    assert!(folder.expect(0, &["addr", "net.mr", "--format", "csv"]).starts_with("kind,name,within,"));
    assert!(folder.expect(0, &["addr", "net.mr", "--format", "md"]).starts_with("| kind | name |"));
    // It shows, and holds nothing.
    assert!(!folder.0.join("net.mr.lock").exists());
    folder.write("bad.mr", BAD);
    folder.expect(1, &["addr", "bad.mr"]);
    folder.expect(2, &["addr", "missing.mr"]);
}
