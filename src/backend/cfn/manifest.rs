//! `manifest.json`: what goes where and when, for pipelines. Its schema is
//! `schema/manifest.schema.json`; fields may be added, never renamed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::carried::Left;
use super::outputs::Outputs;
use super::shapes;
use super::stack::Stack;
use super::{Accepter, Cx, Wire};
use crate::graph::{Resource, UnitId, Value};
use crate::plan::{Deployment, Phase};

#[derive(Serialize)]
pub struct Manifest {
    version: u32,
    pub topology: String,
    target: &'static str,
    /// The `Mode` of `DeploymentConfig`. A later wave needs what an earlier one made to be ready.
    deployment_mode: &'static str,
    pub wire: &'static str,
    accepter: &'static str,
    /// Parameters that are given at deployment, sorted by name.
    pub inputs: Vec<Input>,
    /// What is deployed, by wave; then what is retired.
    pub stacks: Vec<Entry>,
    pub steps: Vec<StepEntry>,
    /// Resources that are in a template although the topology has them no longer: other stacks used
    /// them, and have to let go first.
    retired_resources: Vec<RetiredResource>,
    /// SHA-256 of every other file, by name.
    pub files: BTreeMap<String, String>,
}

/// A parameter without a value of ours.
#[derive(Serialize)]
pub struct Input {
    pub name: String,
    pub description: String,
    pub stacks: Vec<StackRef>,
}

#[derive(Serialize)]
struct RetiredResource {
    stack: StackRef,
    /// Its logical id.
    resource: String,
    path: String,
}

#[derive(Default, Serialize)]
pub struct Entry {
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    pub account: Option<String>,
    pub region: String,
    /// As whom it is deployed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deploy_role: Option<String>,
    /// Empty where a retired stack's is lost.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub template: String,
    pub wave: u32,
    #[serde(skip_serializing_if = "is_whole", serialize_with = "create_only")]
    pub phase: Phase,
    /// The topology has it no longer; it is there until somebody deletes it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
    pub depends_on: Vec<StackRef>,
    pub parameters: BTreeMap<String, OutputRef>,
    pub capabilities: Vec<&'static str>,
    pub resources: usize,
    /// Parameters without a value of ours, and what they mean.
    #[serde(skip)]
    pub inputs: BTreeMap<String, String>,
    #[serde(skip)]
    pub bytes: usize,
    /// `AWS::EC2` and the like, of its resources.
    #[serde(skip)]
    pub services: BTreeSet<&'static str>,
    /// Whether the stack has a function that accepts peerings.
    #[serde(skip)]
    pub accepts: bool,
    /// What the topology has no longer and other stacks used.
    #[serde(skip)]
    pub left: Left,
}

fn is_whole(phase: &Phase) -> bool {
    *phase != Phase::First
}

/// The first of two phases, on a stack that stands, would undo the second.
fn create_only<S: serde::Serializer>(_: &Phase, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("create-only")
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StackRef {
    pub name: String,
    pub region: String,
    pub account: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct OutputRef {
    pub stack: String,
    pub region: String,
    pub account: Option<String>,
    pub output: String,
    #[serde(skip)]
    pub deploy_role: Option<String>,
}

#[derive(Serialize)]
pub struct StepEntry {
    pub wave: u32,
    pub action: &'static str,
    pub description: String,
    pub region: String,
    pub account: Option<String>,
    /// What is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachment: Option<OutputRef>,
    /// The requester's own attachment, where the accepter has another: it becomes available by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requester: Option<OutputRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection: Option<OutputRef>,
    /// Whether names resolve over a peering of VPCs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dns: Option<bool>,
    #[serde(skip)]
    pub deploy_role: Option<String>,
}

/// One deployment.
pub fn entry(cx: &Cx, deployment: &Deployment, template: &str, stack: &Stack, bytes: usize) -> Entry {
    let unit = cx.graph.unit(deployment.unit);
    let place = cx.graph.place(unit.place);
    let needs: BTreeSet<StackRef> = deployment.needs.iter().filter(|unit| !cx.is_empty(**unit)).map(|unit| stack_ref(cx, *unit)).collect();
    let wired = stack.wired.iter();
    Entry {
        name: cx.stack_name(deployment.unit),
        description: unit.description.clone(),
        account: place.account.clone(),
        region: place.region.clone(),
        template: template.to_owned(),
        wave: deployment.wave,
        depends_on: needs.into_iter().collect(),
        parameters: wired.map(|(name, wire)| (name.clone(), output_ref(cx, wire.from, &wire.output))).collect(),
        capabilities: stack.capabilities.clone(),
        resources: stack.resources,
        retired: false,
        inputs: stack.inputs.iter().map(|(name, text)| (name.clone(), (*text).to_owned())).collect(),
        bytes,
        services: stack.services.clone(),
        phase: deployment.phase,
        accepts: stack.accepts,
        left: Vec::new(),
        deploy_role: place.deploy_role_arn(),
    }
}

impl Entry {
    pub fn reference(&self) -> StackRef {
        StackRef { name: self.name.clone(), region: self.region.clone(), account: self.account.clone() }
    }
}

impl Manifest {
    pub fn new(cx: &Cx, outputs: &Outputs, stacks: Vec<Entry>) -> Manifest {
        Manifest {
            version: 1,
            topology: cx.graph.name.clone(),
            target: "cfn",
            deployment_mode: "STANDARD",
            wire: match cx.options.wire {
                Wire::StackOutput => "stack-output",
                Wire::Parameters => "parameters",
            },
            accepter: match cx.options.accepter {
                Accepter::Lambda => "lambda",
                Accepter::Pipeline => "pipeline",
            },
            inputs: inputs(&stacks),
            retired_resources: retired_resources(&stacks),
            stacks,
            steps: steps(cx, outputs),
            files: BTreeMap::new(),
        }
    }

    /// What is deployed.
    pub fn deployed(&self) -> impl Iterator<Item = &Entry> {
        self.stacks.iter().filter(|each| !each.retired)
    }

    /// What is there until somebody deletes it.
    pub fn retired(&self) -> impl Iterator<Item = &Entry> {
        self.stacks.iter().filter(|each| each.retired)
    }

    pub fn to_json(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(self).expect("a manifest is plain data");
        text.push(b'\n');
        text
    }
}

fn retired_resources(stacks: &[Entry]) -> Vec<RetiredResource> {
    let of = |entry: &Entry| -> Vec<RetiredResource> {
        let left = entry.left.iter().cloned();
        left.map(|(resource, path)| RetiredResource { stack: entry.reference(), resource, path }).collect()
    };
    stacks.iter().flat_map(of).collect()
}

fn inputs(stacks: &[Entry]) -> Vec<Input> {
    let mut inputs: BTreeMap<&str, (&str, BTreeSet<StackRef>)> = BTreeMap::new();
    for entry in stacks {
        for (name, description) in &entry.inputs {
            let input = inputs.entry(name).or_insert((description, BTreeSet::new()));
            input.1.insert(entry.reference());
        }
    }
    let input = |(name, (description, stacks)): (&str, (&str, BTreeSet<StackRef>))| Input {
        name: name.to_owned(),
        description: description.to_owned(),
        stacks: stacks.into_iter().collect(),
    };
    inputs.into_iter().map(input).collect()
}

fn steps(cx: &Cx, outputs: &Outputs) -> Vec<StepEntry> {
    let mut entries = Vec::new();
    for step in &cx.plan.steps {
        let accepter = cx.graph.resource(step.accepter);
        if !shapes::is_needed(accepter) || cx.options.accepter == Accepter::Lambda {
            continue;
        }
        let peering = shapes::stands_for(cx, step.accepter);
        let unit = cx.graph.resource(peering).unit;
        let Some(output) = outputs.name(peering, accepted_id(accepter)) else {
            continue;
        };
        let output = output_ref(cx, unit, output);
        let own = outputs.name(peering, "id").filter(|_| accepted_id(accepter) != "id");
        let place = cx.graph.place(accepter.place);
        let requester = &cx.graph.place(cx.graph.unit(unit).place).slug;
        let of_gateways = accepter.ty == "ec2.transit_gateway_peering_accepter";
        let dns = accepter.props.iter().find(|(name, _)| *name == "dns");
        entries.push(StepEntry {
            wave: step.wave,
            action: if of_gateways { "accept-transit-gateway-peering" } else { "accept-vpc-peering" },
            description: format!("{} accepts {} of {requester}", place.slug, accepter.path),
            region: place.region.clone(),
            account: place.account.clone(),
            dns: dns.filter(|_| !of_gateways).map(|(_, value)| *value == Value::Bool(true)),
            attachment: of_gateways.then(|| output.clone()),
            requester: own.map(|own| output_ref(cx, unit, own)),
            connection: (!of_gateways).then_some(output),
            deploy_role: place.deploy_role_arn(),
        });
    }
    entries
}

/// The attachment that is accepted: inside a region the accepter has one of its own.
pub fn accepted_id(accepter: &Resource) -> &'static str {
    match accepter.props.iter().any(|(name, _)| *name == "accepter_transit_gateway_id") {
        true => "accepter_attachment_id",
        false => "id",
    }
}

pub fn stack_ref(cx: &Cx, unit: UnitId) -> StackRef {
    let place = cx.graph.place(cx.graph.unit(unit).place);
    StackRef { name: cx.stack_name(unit), region: place.region.clone(), account: place.account.clone() }
}

fn output_ref(cx: &Cx, unit: UnitId, output: &str) -> OutputRef {
    let place = cx.graph.place(cx.graph.unit(unit).place);
    OutputRef {
        stack: cx.stack_name(unit),
        region: place.region.clone(),
        account: place.account.clone(),
        output: output.to_owned(),
        deploy_role: place.deploy_role_arn(),
    }
}
