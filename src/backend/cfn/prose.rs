//! `deploy.sh` and `README.md`, from templates: prose and scripts, never data.

use std::collections::BTreeSet;

use minijinja::{Environment, Value, context};

use super::Cx;
use super::manifest::{Entry, Input, Manifest, OutputRef, StepEntry};
use crate::aws;
use crate::plan::Phase;

/// The script that deploys everything with the AWS CLI, and what is in the folder for whoever gets it.
pub fn script_and_readme(cx: &Cx, manifest: &Manifest) -> Result<[String; 2], minijinja::Error> {
    // What CloudFormation takes without a detour over S3.
    let inline_bytes = aws::quota("inline_bytes_per_stack").expect("the limits of a template are among the quotas").default;
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.add_filter("quote", |text: String| quote(&text));
    environment.add_template("deploy.sh", include_str!("templates/deploy.sh"))?;
    environment.add_template("README.md", include_str!("templates/README.md"))?;
    let stacks: Vec<Value> = manifest.deployed().map(stack).collect();
    let words = context! {
        topology => manifest.topology.as_str(),
        prefix => cx.graph.prefix.as_str(),
        origins => cx.options.traced,
        readers => manifest.wire == "stack-output" && crosses_accounts(manifest),
        description => cx.graph.description.as_deref().unwrap_or_default(),
        version => cx.options.version.as_str(),
        wire => manifest.wire,
        stacks => stacks,
        waves => waves(manifest),
        retired => retired(manifest),
        left => left(manifest),
        steps => steps(manifest),
        inputs => inputs(manifest),
        accounts => accounts(manifest),
        functions => functions(manifest),
        services => services(manifest),
        large => manifest.deployed().any(|each| each.bytes as u64 > inline_bytes),
        twice => manifest.deployed().any(|each| each.phase == Phase::Second),
    };
    Ok([environment.get_template("deploy.sh")?.render(&words)? + "\n", environment.get_template("README.md")?.render(&words)? + "\n"])
}

fn stack(entry: &Entry) -> Value {
    let wired = entry.parameters.iter().map(|(name, from)| format!("{name}=@{}", wire(from)));
    let given = entry.inputs.keys().map(|name| format!("{name}=?"));
    context! {
        name => entry.name.as_str(),
        description => entry.description.as_str(),
        region => entry.region.as_str(),
        account => entry.account.as_deref().unwrap_or_default(),
        role => entry.deploy_role.as_deref().unwrap_or_default(),
        template => entry.template.as_str(),
        bytes => entry.bytes,
        wave => entry.wave,
        resources => entry.resources,
        capabilities => entry.capabilities.join(" "),
        phase => match entry.phase {
            Phase::Only => "only",
            Phase::First => "first",
            Phase::Second => "second",
        },
        parameters => given.chain(wired).collect::<Vec<_>>(),
    }
}

fn wire(from: &OutputRef) -> String {
    let account = from.account.as_deref().unwrap_or_default();
    let role = from.deploy_role.as_deref().unwrap_or_default();
    [&from.stack, &from.region, account, role, &from.output].join(",")
}

fn waves(manifest: &Manifest) -> Vec<Value> {
    let mut numbers: BTreeSet<u32> = manifest.deployed().map(|each| each.wave).collect();
    numbers.extend(manifest.steps.iter().map(|each| each.wave));
    let wave = |number: u32| {
        let stacks = manifest.deployed().filter(|each| each.wave == number);
        let steps = manifest.steps.iter().filter(|each| each.wave == number);
        let step = |step: &StepEntry| {
            let from = step.attachment.as_ref().or(step.connection.as_ref());
            context! {
                action => step.action,
                region => step.region.as_str(),
                account => step.account.as_deref().unwrap_or_default(),
                role => step.deploy_role.as_deref().unwrap_or_default(),
                wire => from.map(wire).unwrap_or_default(),
                requester => step.requester.as_ref().map(wire).unwrap_or_default(),
                dns => match step.dns {
                    Some(true) => "true",
                    Some(false) => "false",
                    None => "''",
                },
            }
        };
        context! {
            number => number,
            stacks => stacks.map(stack).collect::<Vec<_>>(),
            steps => steps.map(step).collect::<Vec<_>>(),
        }
    };
    numbers.into_iter().map(wave).collect()
}

/// Retired stacks by wave, the last one first.
fn retired(manifest: &Manifest) -> Vec<Value> {
    let numbers: BTreeSet<u32> = manifest.retired().map(|each| each.wave).collect();
    let wave = |number: u32| {
        let stacks = manifest.retired().filter(|each| each.wave == number);
        context! { number => number, stacks => stacks.map(stack).collect::<Vec<_>>() }
    };
    numbers.into_iter().rev().map(wave).collect()
}

/// Resources that are still there because other stacks used them.
fn left(manifest: &Manifest) -> Vec<Value> {
    let of = |entry: &Entry| -> Vec<Value> {
        let each = |(resource, path): &(String, String)| {
            let (stack, region) = (entry.name.as_str(), entry.region.as_str());
            context! { stack => stack, region => region, resource => resource.as_str(), path => path.as_str() }
        };
        entry.left.iter().map(each).collect()
    };
    manifest.deployed().flat_map(of).collect()
}

/// Services whose resources the stacks make, as types begin.
fn services(manifest: &Manifest) -> Vec<String> {
    let services: BTreeSet<&str> = manifest.deployed().flat_map(|each| each.services.iter().copied()).collect();
    services.into_iter().map(|each| format!("`{each}`")).collect()
}

fn steps(manifest: &Manifest) -> Vec<Value> {
    let step = |step: &StepEntry| {
        context! {
            wave => step.wave,
            action => step.action,
            description => step.description.as_str(),
        }
    };
    manifest.steps.iter().map(step).collect()
}

/// Parameters without a value of ours, and the stacks that want them.
fn inputs(manifest: &Manifest) -> Vec<Value> {
    let input = |input: &Input| {
        let stacks: BTreeSet<String> = input.stacks.iter().map(|each| each.name.clone()).collect();
        context! { name => input.name.as_str(), description => input.description.as_str(), stacks => stacks }
    };
    manifest.inputs.iter().map(input).collect()
}

/// Accounts and the roles they are deployed as; empty where the topology names none.
fn accounts(manifest: &Manifest) -> Vec<Value> {
    let accounts: BTreeSet<(&Option<String>, &Option<String>)> =
        manifest.deployed().map(|each| (&each.account, &each.deploy_role)).collect();
    if accounts.iter().all(|(account, role)| account.is_none() && role.is_none()) {
        return Vec::new();
    }
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let accounts = accounts.into_iter();
    accounts.map(|(id, role)| context! { id => text(id), role => text(role) }).collect()
}

fn crosses_accounts(manifest: &Manifest) -> bool {
    manifest.deployed().any(|each| each.depends_on.iter().any(|other| other.account != each.account))
}

/// Stacks that have a function which accepts.
fn functions(manifest: &Manifest) -> Vec<String> {
    let with = manifest.deployed().filter(|each| each.accepts);
    with.map(|each| format!("`{}` in {}", each.name, each.region)).collect()
}

/// One word of the shell.
fn quote(text: &str) -> String {
    let plain = |each: char| each.is_ascii_alphanumeric() || "-_./:=@,".contains(each);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}
