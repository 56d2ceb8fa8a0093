//! `deploy.sh` against a stand-in for the AWS CLI (`tests/deploy/aws`), which keeps stacks as files.
#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A project, its output, and the account of the stand-in.
struct Project(PathBuf);

impl Project {
    fn new(name: &str, source: &str) -> Project {
        let root = std::env::temp_dir().join(format!("mrc-deploy-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        for folder in ["bin", "aws/fail", "aws/busy", "aws/used", "aws/data", "aws/stacks"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        let stand_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/deploy/aws");
        fs::copy(stand_in, root.join("bin/aws")).unwrap();
        fs::write(root.join("bin/sleep"), "#!/bin/sh\n").unwrap();
        for command in ["aws", "sleep"] {
            fs::set_permissions(root.join("bin").join(command), fs::Permissions::from_mode(0o755)).unwrap();
        }
        let project = Project(root);
        project.build(source, &[]);
        project
    }

    fn build(&self, source: &str, options: &[&str]) {
        fs::write(self.0.join("net.mr"), source).unwrap();
        let mrc = |arguments: &[&str]| {
            let output = Command::new(env!("CARGO_BIN_EXE_mrc")).args(arguments).current_dir(&self.0).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        };
        mrc(&[&["build", "net.mr", "--target", "cfn", "-o", "out"], options].concat());
    }

    /// Another build, over this one; returns where this one was put.
    fn rebuild(&self, source: &str) -> String {
        let copied = Command::new("cp").args(["-r", "out", "before"]).current_dir(&self.0).status().unwrap();
        assert!(copied.success());
        self.build(source, &[]);
        self.0.join("before").to_string_lossy().into_owned()
    }

    /// Whether it succeeded, what it printed, and the calls that it made.
    fn run(&self, arguments: &[&str], answer: &str) -> (bool, String, Vec<String>) {
        let aws = self.0.join("aws");
        let _ = fs::remove_file(aws.join("calls"));
        let path = format!("{}:{}", self.0.join("bin").display(), std::env::var("PATH").unwrap());
        let mut child = Command::new("bash")
            .arg(self.0.join("out/deploy.sh"))
            .args(arguments)
            .env("PATH", path)
            .env("FAKE_AWS", &aws)
            .env_remove("AWS_ACCESS_KEY_ID")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may end without reading.
        let _ = child.stdin.take().unwrap().write_all(answer.as_bytes());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        let calls = fs::read_to_string(aws.join("calls")).unwrap_or_default();
        (output.status.success(), said, calls.lines().map(str::to_owned).collect())
    }

    #[track_caller]
    fn good(&self, arguments: &[&str]) -> (String, Vec<String>) {
        let (done, said, calls) = self.run(arguments, "");
        assert!(done, "{said}\n{calls:#?}");
        (said, calls)
    }

    fn aws(&self, file: &str, text: &str) {
        fs::write(self.0.join("aws").join(file), text).unwrap();
    }

    fn stacks(&self) -> Vec<String> {
        let mut found: Vec<String> =
            fs::read_dir(self.0.join("aws/stacks")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        found.sort();
        found
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn position(lines: &[String], text: &str) -> usize {
    lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text} in {lines:#?}"))
}

fn count(lines: &[String], text: &str) -> usize {
    lines.iter().filter(|line| line.contains(text)).count()
}

const FIRST: &str = "mr 1

topology net { regions = [us-east-1, eu-west-1] }

pool corp = 10.0.0.0/8 { per_region = /12 }
transit_gateway core { asn = AS64512..AS64520 }
mesh backbone { of = core }

vpc app {
  cidr = /20 from corp
  azs = 2
  subnet work { size = /24 }
  attach core
}
";

/// `FIRST` with one VPC more, of one region.
fn with_ledger(region: &str) -> String {
    format!("{FIRST}\nvpc ledger in {region} {{\n  cidr = 172.20.0.0/20\n  azs = 2\n  subnet data {{ size = /24 }}\n  attach core\n}}\n")
}

#[test]
fn a_first_run_creates_and_protects_and_the_second_finds_nothing_to_do() {
    let project = Project::new("first", FIRST);
    let (said, calls) = project.good(&[]);
    let core = position(&calls, "deploy --stack-name net-core --region us-east-1");
    let routes = position(&calls, "deploy --stack-name net-routes --region us-east-1");
    assert!(core < routes);
    assert!(calls[core].contains("--disable-rollback"), "a first deployment that stops is gone on with: {}", calls[core]);
    assert!(said.contains("wave 0: deploy net-core in us-east-1 (us-east-1/core.yaml): created ("), "{said}");
    assert_eq!(count(&calls, " --enable-termination-protection"), project.stacks().len());
    let (said, calls) = project.good(&[]);
    assert!(said.contains("(us-east-1/core.yaml): unchanged (") && said.ends_with("done\n"), "{said}");
    assert_eq!(count(&calls, "termination-protection --"), 0, "{calls:#?}");
    assert_eq!(count(&calls, "--disable-rollback"), 0);
}

#[test]
fn what_is_in_progress_is_waited_for() {
    let project = Project::new("busy", FIRST);
    project.good(&[]);
    project.aws("busy/us-east-1.net-core", "3");
    let (said, calls) = project.good(&[]);
    assert!(said.contains("net-core in us-east-1 is UPDATE_IN_PROGRESS: waiting for it"), "{said}");
    assert_eq!(count(&calls, "describe-stacks --stack-name net-core --region us-east-1"), 4);
}

#[test]
fn a_failure_names_the_line_of_the_source() {
    let project = Project::new("fails", FIRST);
    let events = "PROVISIONING_ERROR\tSubnetWorkB\tAWS::EC2::Subnet\tNone\tResource creation cancelled\n\
                  PROVISIONING_ERROR\tVpc\tAWS::EC2::VPC\tNone\tThe maximum number of VPCs has been reached.\n";
    project.aws("fail/us-east-1.net-vpc-app", events);
    let (done, said, calls) = project.run(&[], "");
    assert!(!done);
    let expected = "      net.mr:9 vpc/app: Vpc (AWS::EC2::VPC): The maximum number of VPCs has been reached.";
    assert!(said.contains("FAILED: deploy net-vpc-app in us-east-1") && said.contains(expected), "{said}");
    assert!(!said.contains("cancelled"), "{said}");
    assert_eq!(count(&calls, "deploy --stack-name net-vpc-app --region eu-west-1"), 1, "the wave is finished");
    assert_eq!(count(&calls, "deploy --stack-name net-routes"), 0, "the next is not begun");
    let (said, calls) = project.good(&[]);
    assert!(calls[position(&calls, "deploy --stack-name net-vpc-app --region us-east-1")].contains("--disable-rollback"));
    assert!(said.contains("(us-east-1/vpc-app.yaml): updated ("), "{said}");
}

#[test]
fn validation_names_the_line_of_the_source() {
    let project = Project::new("validation", FIRST);
    let found = "VALIDATION_ERROR\tNone\tNone\t/Resources/Vpc/Properties/CidrBlock\tis not a range\n";
    project.aws("fail/us-east-1.net-vpc-app", found);
    let (_, said, _) = project.run(&[], "");
    assert!(said.contains("net.mr:9 vpc/app: Vpc: /Resources/Vpc/Properties/CidrBlock: is not a range"), "{said}");
    // A warning does not stop the deployment.
    fs::create_dir_all(project.0.join("aws/events")).unwrap();
    project.aws("events/us-east-1.net-vpc-app", &found.replace("is not a range", "is a wide range"));
    let (said, _) = project.good(&[]);
    assert!(said.contains("Vpc: /Resources/Vpc/Properties/CidrBlock: is a wide range"), "{said}");
}

#[test]
fn nothing_is_tried_blindly() {
    let project = Project::new("denied", FIRST);
    fs::write(project.0.join("bin/aws"), "#!/bin/sh\necho \"x $*\" >>\"$FAKE_AWS/calls\"\necho AccessDenied >&2\nexit 255\n").unwrap();
    let (done, said, calls) = project.run(&[], "");
    assert!(!done && said.contains("AccessDenied"), "{said}");
    assert!(calls.iter().all(|call| call.contains("describe-stacks")), "{calls:#?}");
}

#[test]
fn a_stack_that_left_is_named_and_pruned() {
    let project = Project::new("prune", &with_ledger("eu-west-1"));
    project.good(&[]);
    project.rebuild(FIRST);
    let (said, calls) = project.good(&[]);
    assert!(said.contains("left: net-vpc-ledger in eu-west-1 is not in the topology any more; --prune deletes it"), "{said}");
    assert_eq!(count(&calls, "delete-stack"), 0);
    let (done, said, calls) = project.run(&["--prune"], "no\n");
    assert!(!done && said.contains("nothing was done"), "{said}");
    assert_eq!(calls.len(), 0);
    project.aws("data/eu-west-1.net-vpc-ledger", "AWS::Logs::LogGroup\t/net/vpc/ledger/flow\n");
    let (done, said, calls) = project.run(&["--prune"], "net\n");
    assert!(done, "{said}");
    let deleted = position(&calls, "delete-stack --stack-name net-vpc-ledger --region eu-west-1");
    assert!(position(&calls, "--no-enable-termination-protection") < deleted);
    assert!(deleted < position(&calls, "cloudformation deploy"), "before the others take its routes over");
    assert!(position(&calls, "delete-stack --stack-name net-routes-eu-west-1 --region us-east-1") < deleted, "the last wave first");
    assert!(said.contains("retained: eu-west-1 AWS::Logs::LogGroup /net/vpc/ledger/flow"), "{said}");
    let (said, _) = project.good(&["--prune", "--yes"]);
    assert!(said.contains("delete net-vpc-ledger in eu-west-1: is not there"), "{said}");
    project.build(FIRST, &["--pruned"]);
    let (said, _) = project.good(&["--dry-run", "--prune"]);
    assert!(!said.contains("delete"), "{said}");
}

#[test]
fn what_is_still_in_use_is_pruned_after_the_waves() {
    let project = Project::new("used", &with_ledger("eu-west-1"));
    project.good(&[]);
    project.rebuild(FIRST);
    project.aws("used/eu-west-1.net-vpc-ledger", "us-east-1.net-vpc-app");
    let (said, calls) = project.good(&["--prune", "--yes"]);
    assert!(said.contains("not yet: delete net-vpc-ledger in eu-west-1"), "{said}");
    let tried: Vec<usize> =
        calls.iter().enumerate().filter(|(_, call)| call.contains("delete-stack --stack-name net-vpc-ledger")).map(|(ix, _)| ix).collect();
    let wave = position(&calls, "deploy --stack-name net-vpc-app --region us-east-1");
    assert!(matches!(tried[..], [first, second] if first < wave && wave < second), "{calls:#?}");
    assert!(!project.stacks().contains(&"eu-west-1.net-vpc-ledger".to_owned()));
}

#[test]
fn destroy_asks_and_goes_backwards() {
    let project = Project::new("destroy", &with_ledger("eu-west-1"));
    project.good(&[]);
    let (done, said, calls) = project.run(&["--destroy"], "");
    assert!(!done && said.contains("Type net to go on") && calls.is_empty(), "{said}");
    project.rebuild(FIRST);
    let (_, calls) = project.good(&["--destroy", "--yes"]);
    let core = position(&calls, "delete-stack --stack-name net-core --region us-east-1");
    assert!(position(&calls, "delete-stack --stack-name net-routes --region us-east-1") < core);
    assert!(position(&calls, "delete-stack --stack-name net-vpc-ledger") < core, "what is retired goes too");
    assert!(project.stacks().is_empty(), "{:?}", project.stacks());
}

#[test]
fn a_dry_run_does_nothing() {
    let project = Project::new("dry", FIRST);
    for arguments in [&["--dry-run"][..], &["--dry-run", "--destroy"], &["--dry-run", "--prune"]] {
        let (said, calls) = project.good(arguments);
        assert!(calls.is_empty() && said.contains("net-core in us-east-1"), "{said}");
    }
}

#[test]
fn rollback_returns_the_waves_to_the_previous_build() {
    let project = Project::new("rollback", &with_ledger("eu-west-1"));
    project.good(&[]);
    let text = fs::read_to_string(project.0.join("aws/texts/us-east-1.net-vpc-app")).unwrap();
    let ap = FIRST.replace("azs = 2", "azs = 3").replace("eu-west-1]", "eu-west-1, ap-south-1]");
    let before = project.rebuild(&ap);
    project.aws("fail/us-east-1.net-routes", "PROVISIONING_ERROR\tRoute\tAWS::EC2::TransitGatewayRoute\tNone\tno\n");
    assert!(!project.run(&["--prune", "--yes"], "").0);
    assert!(project.stacks().contains(&"ap-south-1.net-core".to_owned()));
    assert!(!project.stacks().contains(&"eu-west-1.net-vpc-ledger".to_owned()));
    project.aws("used/ap-south-1.net-core", "eu-west-1.net-routes");
    let (said, calls) = project.good(&["--rollback", &before, "--yes"]);
    let vpc = position(&calls, "deploy --stack-name net-vpc-app --region us-east-1");
    assert!(vpc < position(&calls, "deploy --stack-name net-core --region us-east-1"), "the last wave first");
    assert!(said.contains("back, wave 1: return net-vpc-app in us-east-1 (us-east-1/vpc-app.yaml): updated"), "{said}");
    assert_eq!(fs::read_to_string(project.0.join("aws/texts/us-east-1.net-vpc-app")).unwrap(), text);
    assert!(!project.stacks().iter().any(|stack| stack.starts_with("ap-south-1")), "{:?}", project.stacks());
    assert!(project.stacks().contains(&"eu-west-1.net-vpc-ledger".to_owned()), "what was pruned is back");
    let (done, said, _) = project.run(&["--rollback", "nowhere", "--yes"], "");
    assert!(!done && said.contains("there is no deploy.sh"), "{said}");
}

#[test]
fn a_first_phase_does_not_undo_the_second() {
    let buckets = "mr 1\n\ntopology net { regions = [us-east-1, eu-west-1] }\n\n\
                   bucket assets in us-east-1 {\n  replicate to eu-west-1 { both_ways = on }\n}\n";
    let project = Project::new("phases", buckets);
    let manifest: serde_json::Value = serde_json::from_str(&fs::read_to_string(project.0.join("out/manifest.json")).unwrap()).unwrap();
    let phases: Vec<(&str, bool)> = manifest["stacks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|each| each["name"] == "net-bucket-assets" && each["region"] == "us-east-1")
        .map(|each| (each["template"].as_str().unwrap(), each["phase"] == "create-only"))
        .collect();
    assert_eq!(phases, [("us-east-1/bucket-assets.yaml", true), ("us-east-1/bucket-assets-replication.yaml", false)]);
    let (_, calls) = project.good(&[]);
    let first = position(&calls, "--template-file us-east-1/bucket-assets.yaml");
    assert!(first < position(&calls, "--template-file us-east-1/bucket-assets-replication.yaml"));
    let (_, calls) = project.good(&[]);
    assert_eq!(count(&calls, "--template-file us-east-1/bucket-assets.yaml"), 0);
    assert_eq!(count(&calls, "--template-file us-east-1/bucket-assets-replication.yaml"), 1);
}

#[test]
fn roles_steps_and_parameters() {
    let source = "mr 1

topology net {
  regions = [us-east-1, eu-west-1]
  account = main
}
account main = 111122223333 { deploy_role = \"arn:aws:iam::111122223333:role/deployer\" }
transit_gateway core { asn = AS64512..AS64520 }
mesh backbone { of = core }
vpn office in us-east-1 {
  to = core
  routes = [172.16.0.0/12]
  // The office's public address
  customer_gateway { asn = AS65010  ip = param(\"OfficeAddress\") }
}
";
    let project = Project::new("roles", source);
    project.build(source, &["--wire", "parameters", "--accepter", "pipeline"]);
    let (done, said, _) = project.run(&[], "");
    assert!(!done && said.contains("the parameter OfficeAddress has no value"), "{said}");
    let (_, calls) = project.good(&["--parameter", "OfficeAddress=192.0.2.1"]);
    let accepted = position(&calls, "accept-transit-gateway-peering-attachment");
    assert!(position(&calls, "deploy --stack-name net-peering") < accepted);
    assert!(accepted < position(&calls, "deploy --stack-name net-routes"));
    let peering = &calls[position(&calls, "deploy --stack-name net-peering")];
    assert!(peering.starts_with("key-of-111122223333 ") && peering.contains("=value-of-net-core-us-east-1"), "{peering}");
    assert_eq!(count(&calls, "OfficeAddress=192.0.2.1"), 1);
    let manifest: serde_json::Value = serde_json::from_str(&fs::read_to_string(project.0.join("out/manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["inputs"][0]["name"], "OfficeAddress");
    assert_eq!(manifest["inputs"][0]["stacks"].as_array().unwrap().len(), 1);
    assert_eq!(manifest["stacks"][0]["deploy_role"], "arn:aws:iam::111122223333:role/deployer");
}
