//! Terraform built over the output of an earlier source: providers, data that left, versions.

mod support;

use mrc::backend::{Previous, terraform};
use mrc::driver::{self, Files, Target};
use serde_json::Value;
use support::{check_text, messages};

/// The output of a source over that of another.
fn over(previous: Option<&Files>, source: &str, forget: &[&str]) -> Files {
    let checked = check_text(source);
    assert!(!checked.has_errors(), "{:?}", messages(&checked));
    let target = Target::Terraform(terraform::Options { forget: forget.iter().map(|name| (*name).to_owned()).collect() });
    let previous = previous.map_or_else(Previous::none, |files| Previous::new(manifest(files), |_| None));
    driver::build_over(&checked, &target, &previous).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn manifest(files: &Files) -> Value {
    serde_json::from_str(file(files, "mrc.json").expect("a manifest")).expect("JSON")
}

fn file<'f>(files: &'f Files, name: &str) -> Option<&'f str> {
    files.iter().find(|(path, _)| path == name).map(|(_, bytes)| std::str::from_utf8(bytes).expect("UTF-8"))
}

fn body(files: &Files, name: &str) -> hcl::Body {
    hcl::parse(file(files, name).unwrap_or_default()).expect("HCL")
}

/// What each `removed` block is about, all of which must keep what they take out of the state.
fn removed(files: &Files) -> Vec<String> {
    let body = body(files, "removed.tf");
    let from = body.blocks().map(|block| {
        assert_eq!(block.identifier(), "removed");
        let lifecycle = block.body().blocks().next().expect("a lifecycle");
        let destroy = lifecycle.body().attributes().next().expect("destroy");
        assert_eq!((destroy.key(), destroy.expr()), ("destroy", &hcl::Expression::Bool(false)));
        hcl::format::to_string(block.body().attributes().next().expect("from").expr()).expect("an address")
    });
    from.collect()
}

/// Aliases of the providers, `-` for the default one.
fn providers(files: &Files) -> Vec<String> {
    let body = body(files, "providers.tf");
    let alias = |block: &hcl::Block| {
        let alias = block.body().attributes().find(|each| each.key() == "alias");
        alias.map_or("-".to_owned(), |each| each.expr().to_string().trim_matches('"').to_owned())
    };
    body.blocks().map(alias).collect()
}

/// The provider version of every module, which is one.
fn version(source: &str) -> String {
    let files = over(None, source, &[]);
    let mut found: Vec<String> = files
        .iter()
        .filter(|(path, _)| path.ends_with("versions.tf"))
        .flat_map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().lines())
        .filter_map(|line| line.trim().strip_prefix("version = "))
        .map(|version| version.trim_matches('"').to_owned())
        .collect();
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(manifest(&files)["roots"][0]["providers"][0]["version"], found[0].as_str());
    found.remove(0)
}

fn network(regions: &str) -> String {
    format!(
        "mr 1
topology t {{ regions = [{regions}] }}
pool corp = 10.0.0.0/8 {{ per_region = /12 }}
transit_gateway core {{ asn = AS64512..AS64520 }}
mesh backbone {{ of = core }}
vpc app {{ cidr = /16 from corp  azs = 2  subnet w {{ size = /24 }}  attach core }}
"
    )
}

const DATA: &str = "key data { primary in us-east-1 }
bucket docs in us-east-1 { encryption = data }
table t1 { key = { id: string }  encryption = data }
";

fn data(items: &str) -> String {
    format!("mr 1\ntopology t {{ regions = [us-east-1] }}\n{items}")
}

#[test]
fn a_region_that_goes_leaves_the_provider_and_its_data() {
    let first = over(None, &network("us-east-1, eu-west-1, ap-south-1"), &[]);
    assert_eq!(providers(&first), ["-"]);
    let second = over(Some(&first), &network("us-east-1, eu-west-1"), &[]);
    assert_eq!(providers(&second), ["-"]);
    let place = "module.ap_south_1.";
    let expected = ["aws_kms_key.mrc_logs", "aws_kms_alias.mrc_logs", "aws_cloudwatch_log_group.app_flow_log"];
    assert_eq!(removed(&second), expected.map(|address| format!("{place}{address}")));
    // Each resource of a region says it, and what is of the account does not.
    let mut seen = 0;
    for (path, bytes) in first.iter().filter(|(path, _)| path.ends_with(".tf")) {
        for block in hcl::parse(std::str::from_utf8(bytes).unwrap()).unwrap().blocks().filter(|each| each.identifier() == "resource") {
            let region = block.body().attributes().find(|each| each.key() == "region").map(|each| each.expr().to_string());
            let global = block.labels()[0].as_str().starts_with("aws_iam_");
            assert_eq!(region.is_none(), global, "{path}: {:?}", block.labels());
            if let (Some(region), Some(place)) = (region, path.strip_prefix("modules/").and_then(|path| path.split('/').next())) {
                assert_eq!(region.trim_matches('"'), place);
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn data_that_leaves_the_source_is_let_go_with_what_protects_it() {
    let first = over(None, &data(DATA), &[]);
    assert_eq!(file(&first, "removed.tf"), None);
    let second = over(Some(&first), &data("key other { primary in us-east-1 }\n"), &[]);
    let found = removed(&second);
    for part in [
        "s3_bucket.docs",
        "s3_bucket_versioning.docs",
        "s3_bucket_server_side_encryption_configuration.docs",
        "s3_bucket_public_access_block.docs",
        "s3_bucket_ownership_controls.docs",
        "s3_bucket_policy.docs",
        "kms_key.data",
        "kms_alias.data",
        "dynamodb_table.t1",
    ] {
        assert!(found.iter().any(|address| address.ends_with(&format!("aws_{part}"))), "{part}: {found:?}");
    }
    assert!(file(&second, "README.md").unwrap().contains("--forget bucket/docs@us-east-1"));
    // Later builds say it again, in the same bytes.
    let third = over(Some(&second), &data("key other { primary in us-east-1 }\n"), &[]);
    assert!(third == second);
    // What comes back is managed again.
    let back = over(Some(&third), &data(DATA), &[]);
    assert_eq!(removed(&back), ["module.us_east_1.aws_kms_key.other", "module.us_east_1.aws_kms_alias.other"]);
}

#[test]
fn what_is_forgotten_is_destroyed() {
    let first = over(None, &data(DATA), &[]);
    let rest = "key data { primary in us-east-1 }\ntable t1 { key = { id: string }  encryption = data }\n";
    let second = over(Some(&first), &data(rest), &["bucket/docs"]);
    assert_eq!(file(&second, "removed.tf"), None);
    assert_eq!(file(&over(Some(&second), &data(rest), &[]), "removed.tf"), None);
    // A whole place, a name before others, one place of several.
    for name in ["@us-east-1", "bucket", "bucket/docs@us-east-1"] {
        assert_eq!(file(&over(Some(&first), &data(rest), &[name]), "removed.tf"), None, "{name}");
    }
    for name in ["bucket/doc", "@us-west-2", "table", "bucket/docs@us-west-2", "account/us-east-1"] {
        let kept = over(Some(&first), &data(rest), &[name]);
        assert!(file(&kept, "removed.tf").is_some(), "{name}");
        assert!(!terraform::can_be_forgotten(name, &manifest(&first), &manifest(&kept)), "{name}");
    }
    assert!(terraform::can_be_forgotten("bucket/docs", &manifest(&first), &manifest(&second)));
    assert!(!terraform::can_be_forgotten("table/t1", &manifest(&first), &manifest(&second)), "it is still there");
}

/// A rule about age that stayed behind would go on deleting.
#[test]
fn a_part_that_goes_alone_is_destroyed() {
    let mut first = over(None, &data(DATA), &[]);
    let mut old = manifest(&first);
    let of_docs = old["roots"][0]["stateful"].as_array_mut().unwrap().iter_mut().find(|each| each["path"] == "bucket/docs").unwrap();
    of_docs["addresses"].as_array_mut().unwrap().push("module.us_east_1.aws_s3_bucket_logging.docs".into());
    first.retain(|(path, _)| path != "mrc.json");
    first.push(("mrc.json".to_owned(), old.to_string().into_bytes()));
    assert_eq!(file(&over(Some(&first), &data(DATA), &[]), "removed.tf"), None);
    // With the bucket, it stays.
    assert!(
        removed(&over(Some(&first), &data("key data { primary in us-east-1 }\n"), &[])).iter().any(|each| each.ends_with("logging.docs"))
    );
}

const ACCOUNTS: &str = "mr 1
topology t { regions = [us-east-1]  account = prod }
account prod = 111122223333 { deploy_role = \"deployer\" }
";

#[test]
fn an_account_that_goes_leaves_its_provider_until_it_is_forgotten() {
    let one = format!("{ACCOUNTS}bucket docs in prod/us-east-1 {{ }}\n");
    let two = format!("{one}account tools = 444455556666 {{ deploy_role = \"deployer\" }}\nbucket more in tools/us-east-1 {{ }}\n");
    let first = over(None, &two, &[]);
    assert_eq!(providers(&first), ["tools", "-"]);
    let second = over(Some(&first), &one, &[]);
    assert_eq!(providers(&second), ["-", "tools"]);
    let kept = file(&second, "providers.tf").unwrap();
    assert!(kept.contains("arn:aws:iam::444455556666:role/deployer") && kept.contains("--forget account/tools"), "{kept}");
    assert!(removed(&second).iter().any(|address| address == "module.tools_us_east_1.aws_s3_bucket.more"), "{:?}", removed(&second));
    assert!(over(Some(&second), &one, &[]) == second);
    assert!(terraform::forgettable(&manifest(&second)).contains(&"account/tools".to_owned()));
    let third = over(Some(&second), &one, &["account/tools"]);
    assert_eq!(providers(&third), ["-"]);
    assert_eq!(file(&third, "removed.tf"), None);
    // It comes back.
    assert_eq!(providers(&over(Some(&second), &two, &[])), ["tools", "-"]);
}

#[test]
fn providers_of_places_that_an_earlier_version_wrote_stay_until_they_are_forgotten() {
    let mut first = over(None, &network("us-east-1, eu-west-1"), &[]);
    let mut old = manifest(&first);
    old["roots"][0]["providers"] = serde_json::json!([
        { "name": "aws", "source": "hashicorp/aws", "version": ">= 6.0", "alias": "us_east_1", "region": "us-east-1", "account": "111122223333", "deploy_role": "deployer", "module": "modules/us-east-1" },
    ]);
    old["roots"][0].as_object_mut().unwrap().remove("stateful");
    first.retain(|(path, _)| path != "mrc.json");
    first.push(("mrc.json".to_owned(), old.to_string().into_bytes()));
    let second = over(Some(&first), &network("us-east-1"), &[]);
    assert_eq!(providers(&second), ["-", "us_east_1"]);
    assert!(file(&second, "providers.tf").unwrap().contains("arn:aws:iam::111122223333:role/deployer"));
    assert_eq!(providers(&over(Some(&second), &network("us-east-1"), &["provider/us_east_1"])), ["-"]);
}

/// A state belongs to its folder, whatever the topology is called.
#[test]
fn another_name_of_the_topology_is_over_the_same_state() {
    let first = over(None, &data(DATA), &[]);
    let renamed = data("key data { primary in us-east-1 }\n").replace("topology t", "topology u");
    assert!(removed(&over(Some(&first), &renamed, &[])).contains(&"module.us_east_1.aws_s3_bucket.docs".to_owned()));
}

#[test]
fn the_provider_is_as_new_as_what_is_written() {
    let data = |items: &str| version(&format!("mr 1\ntopology t {{ regions = [us-east-1, us-east-2, us-west-2] }}\n{items}"));
    assert_eq!(data("bucket docs in us-east-1 { }\n"), "~> 6.0");
    assert_eq!(data("table a in us-east-1 { key = { id: string } }\n"), "~> 6.0");
    assert_eq!(data("table a in [us-east-1, us-west-2] { key = { id: string } }\n"), "~> 6.9");
    assert_eq!(
        data("table a in [us-east-1, us-west-2] { key = { id: string }  consistency = strong { witness = us-east-2 } }\n"),
        "~> 6.22"
    );
    assert_eq!(data("table a in us-east-1 { key = { id: string }  index by_x { key = { x: string } } }\n"), "~> 6.29");
    let uplink = "transit_gateway core in us-east-1 { asn = AS64512 }
vpc app in us-east-1 { cidr = 10.10.0.0/20  azs = 2  subnet work { size = /24 }  attach core }
direct_connect dc { asn = AS64700  routes = [172.20.0.0/16]  associate core@us-east-1 { allowed = [10.10.0.0/20] } }
";
    assert_eq!(data(uplink), "~> 6.28");
}

/// A route keeps its address when it leads elsewhere: created under one while it is destroyed under
/// another, it is refused as there already.
#[test]
fn routes_have_one_address_wherever_they_lead() {
    let network = |joined: &str, attach: &str| {
        format!(
            "mr 1
topology t {{ regions = [us-east-1, eu-west-1] }}
transit_gateway core {{ asn = AS64512..AS64520 }}
vpc one in us-east-1 {{ cidr = 10.1.0.0/16  azs = 1  subnet w {{ size = /24 }}{attach} }}
vpc two in eu-west-1 {{ cidr = 10.2.0.0/16  azs = 1  subnet w {{ size = /24 }}{attach} }}
{joined}
"
        )
    };
    let routes = |files: &Files| {
        let mut found: Vec<(String, String)> = Vec::new();
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".tf")) {
            let module = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            for block in hcl::parse(std::str::from_utf8(bytes).unwrap()).unwrap().blocks() {
                if block.identifier() == "resource" && block.labels()[0].as_str() == "aws_route" {
                    found.push((module.to_owned(), block.labels()[1].as_str().to_owned()));
                }
            }
        }
        found.sort();
        found
    };
    let direct = over(None, &network("peering pair { between = [one, two] }", ""), &[]);
    let by_gateway = over(Some(&direct), &network("mesh backbone { of = core }", "  attach core"), &[]);
    assert_eq!(routes(&direct), routes(&by_gateway));
    assert!(!routes(&direct).is_empty());
}

/// Tags of the topology and the account are the provider's, those of the region are on everything in it
/// that takes tags, under those of its own.
#[test]
fn tags_of_every_level_arrive() {
    let source = "mr 1
topology t { regions = [us-east-1, eu-west-1]  account = prod  tags = { team: network, site: none } }
account prod = 111122223333 { tags = { cost: prod } }
region us-east-1 { tags = { site: virginia } }
region eu-west-1 { tags = { site: dublin } }
vpc app { cidr = 10.0.0.0/16  azs = 2  subnet w { size = /24 }  tags = { site: own } }
bucket docs in eu-west-1 { }
";
    let source = source.replace("vpc app {", "vpc app in us-east-1 {");
    let files = over(None, &source, &[]);
    let provider = file(&files, "providers.tf").unwrap();
    assert!(provider.contains("team = \"network\"") && provider.contains("cost = \"prod\""), "{provider}");
    assert!(!provider.contains("virginia") && !provider.contains("dublin"), "{provider}");
    let mut seen = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("modules/")) {
        let site = if path.contains("us-east-1") { "virginia" } else { "dublin" };
        if !path.ends_with(".tf") {
            continue;
        }
        for block in hcl::parse(std::str::from_utf8(bytes).unwrap()).unwrap().blocks().filter(|each| each.identifier() == "resource") {
            let ty = block.labels()[0].as_str();
            if support::schemas::TERRAFORM[ty]["block"]["attributes"].get("tags").is_none() {
                continue;
            }
            let tags = block.body().attributes().find(|each| each.key() == "tags").map(|each| each.expr().to_string()).unwrap_or_default();
            let own = tags.contains("\"own\"");
            assert!(own != tags.contains(&format!("\"{site}\"")), "{path}: {:?} {tags}", block.labels());
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen}");
}

/// Terraform destroys what left before it changes what referred to it; AWS keeps a subnet while an
/// attachment or an endpoint has an interface in it (terraform-provider-aws issue 42003).
#[test]
fn what_attachments_and_endpoints_stand_in_outlives_their_change() {
    let source = "mr 1
topology t { regions = [us-east-1] }
transit_gateway core { asn = AS64512 }
vpc app {
  cidr = 10.0.0.0/16
  azs = 2
  endpoints = [s3]
  endpoint ssm { subnets = w }
  subnet w { size = /24 }
  subnet lone { size = /24 }
  attach core
}
";
    let files = over(None, source, &[]);
    let flag = |ty: &str, name: &str| {
        let body = body(&files, "modules/us-east-1/vpc-app.tf");
        let block = body.blocks().find(|each| each.labels()[0].as_str() == ty && each.labels()[1].as_str() == name);
        let block = block.unwrap_or_else(|| panic!("{ty}.{name}")).clone();
        block
            .body()
            .blocks()
            .any(|each| each.identifier() == "lifecycle" && each.body().attributes().any(|each| each.key() == "create_before_destroy"))
    };
    assert!(flag("aws_subnet", "app_attach_core_a"));
    assert!(flag("aws_route_table", "app_w"));
    assert!(!flag("aws_subnet", "app_lone_a"), "a range that moves is given up first");
    assert!(flag("aws_subnet", "app_w_a"));
}
