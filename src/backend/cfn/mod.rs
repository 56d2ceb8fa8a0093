//! CloudFormation: one template per unit, `manifest.json`, `deploy.sh` and `README.md`.
//!
//! ```text
//! graph, plan -> outputs   which value of a unit is under which name
//!             -> stack     one template: resources by the common rule or by a shape
//!             -> manifest  what goes where, when; with what is retired
//! ```

mod accepter;
mod carried;
mod context;
mod function;
mod identity;
mod ids;
mod limits;
mod manifest;
mod node;
mod origins;
mod outputs;
mod prose;
mod retired;
mod shapes;
mod stack;
mod steps;
mod value;
mod yaml;

use super::Previous;
use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::{Graph, ResourceId};
use crate::plan::{Deployment, Phase, Plan};
use crate::source::Sources;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    #[default]
    Yaml,
    Json,
}

/// How a value of another stack comes into a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Wire {
    /// `Fn::GetStackOutput`
    #[default]
    StackOutput,
    /// Parameters, filled by whoever deploys.
    Parameters,
}

/// Who accepts peerings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Accepter {
    /// A custom resource with an inline function.
    #[default]
    Lambda,
    /// `deploy.sh`, or whatever reads the steps of the manifest.
    Pipeline,
}

#[derive(Clone, Debug, Default)]
pub struct Options {
    pub format: Format,
    pub wire: Wire,
    pub accepter: Accepter,
    /// Whether `sources.tsv` is written. It changes with every line that moves.
    pub traced: bool,
    /// Version of mrc, for the README.
    pub version: String,
}

/// What is to be written: relative paths and contents, sorted by path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files(pub Vec<(String, Vec<u8>)>);

/// A value that CloudFormation cannot carry: a bug of mrc, told instead of dropped.
pub static NOT_EMITTED: Code = Code { id: "MR709", name: "not-emitted", severity: Severity::Error, page: include_str!("not_emitted.md") };

/// Every code of this backend.
pub static CODES: &[&Code] = &[
    &stack::SAME_LOGICAL_ID,
    &limits::STACK_TOO_LARGE,
    &value::WIRE_NEEDS_ROLE,
    &outputs::SAME_EXPORT,
    &NOT_EMITTED,
    &steps::NOT_AT_ONCE,
    &steps::NOT_REPLACED,
];

/// All files of this target, or why there are none. `sources` are where the spans of the graph lie.
pub fn emit(graph: &Graph, plan: &Plan, options: &Options, sources: &Sources, previous: &Previous<'_>) -> Result<Files, Vec<Diagnostic>> {
    let cx = Cx { graph, plan, options, ids: graph.resources.iter().map(|each| ids::logical_id(graph, each)).collect() };
    let mut problems = Vec::new();
    let mut steps = steps::Steps::over(previous, &graph.name);
    let outputs = outputs::outputs(&cx, &mut problems);
    problems.extend(peerings_without_role(&cx));
    let mut files = Vec::with_capacity(plan.deployments.len() + 3);
    let mut stacks = Vec::with_capacity(plan.deployments.len());
    let mut before = carried::Before::new(&graph.name, previous);
    let mut origins = options.traced.then(|| origins::Origins::new(sources));
    for deployment in plan.deployments.iter().filter(|each| !cx.is_empty(each.unit)) {
        let mut stack = stack::stack(&cx, &outputs, deployment, &mut problems);
        let name = cx.template_name(deployment);
        let write = |stack: &stack::Stack| match options.format {
            Format::Yaml => yaml::template(&stack.sections).into_bytes(),
            Format::Json => json(&stack.sections),
        };
        let (text, left) = match deployment.phase {
            // Only a stack that is not there yet has the first of two phases.
            Phase::First => (write(&stack), Vec::new()),
            Phase::Only | Phase::Second => before.carry(&manifest::stack_ref(&cx, deployment.unit), &mut stack, options.format, write),
        };
        limits::check(&cx, deployment, &stack, text.len(), &mut problems);
        if let Some(origins) = &mut origins {
            origins.add(&cx, &name, &stack);
        }
        steps.compare(&cx, deployment, &stack, &text, &mut before, &mut problems);
        stacks.push(manifest::Entry { left, ..manifest::entry(&cx, deployment, &name, &stack, text.len()) });
        files.push((name, text));
    }
    steps.finish(&mut problems);
    if problems.iter().any(|each| *each.code == stack::SAME_LOGICAL_ID) {
        // Their outputs are called the same for the same reason.
        problems.retain(|each| *each.code != outputs::SAME_EXPORT);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    if let Some(origins) = origins {
        files.push(("sources.tsv".into(), origins.text.into_bytes()));
    }
    let (retired, templates) = retired::retired(&graph.name, &stacks, previous);
    stacks.extend(retired);
    files.extend(templates);
    let mut manifest = manifest::Manifest::new(&cx, &outputs, stacks);
    let [script, readme] = prose::script_and_readme(&cx, &manifest).expect("the templates of this crate are valid");
    files.push(("deploy.sh".into(), script.into_bytes()));
    files.push(("README.md".into(), readme.into_bytes()));
    files.sort();
    manifest.files = files.iter().map(|(name, text)| (name.clone(), super::sha256(text))).collect();
    files.push(("manifest.json".into(), manifest.to_json()));
    files.sort();
    Ok(Files(files))
}

/// What every part of the backend reads.
struct Cx<'g> {
    graph: &'g Graph,
    plan: &'g Plan,
    options: &'g Options,
    /// Logical ids, by resource.
    ids: Vec<String>,
}

impl Cx<'_> {
    fn id(&self, resource: ResourceId) -> &str {
        &self.ids[resource.0 as usize]
    }

    fn stack_name(&self, unit: crate::graph::UnitId) -> String {
        format!("{}-{}", self.graph.prefix, self.graph.unit(unit).purpose)
    }

    /// Whether the options leave nothing of a unit.
    fn is_empty(&self, unit: crate::graph::UnitId) -> bool {
        let members = &self.plan.members[unit.0 as usize];
        !members.iter().any(|id| shapes::stands_alone(self, self.graph.resource(*id)))
    }

    fn template_name(&self, deployment: &Deployment) -> String {
        let unit = self.graph.unit(deployment.unit);
        let slug = &self.graph.place(unit.place).slug;
        let second = if deployment.phase == Phase::Second { "-replication" } else { "" };
        let extension = match self.options.format {
            Format::Yaml => "yaml",
            Format::Json => "json",
        };
        format!("{slug}/{}{second}.{extension}", unit.purpose)
    }

    fn not_emitted(&self, resource: ResourceId, what: impl Into<String>) -> Diagnostic {
        let resource = self.graph.resource(resource);
        Diagnostic::new(&NOT_EMITTED, resource.span, what).note(format!("{} at {}", resource.ty, resource.path))
    }
}

/// CloudFormation makes a peering of VPCs of two accounts with a role of the other one, which has to
/// trust whoever deploys the stack.
fn peerings_without_role(cx: &Cx) -> Vec<Diagnostic> {
    let crosses = |name: &str| name == "peer_role_arn";
    let resources = cx.graph.resources.iter().filter(|each| each.props.iter().any(|(name, _)| crosses(name)));
    resources
        .filter_map(|peering| {
            let place = cx.graph.place(peering.place);
            let account = place.account_name.as_deref().unwrap_or("the default account");
            place.deploy_role.is_none().then(|| {
                let message = format!("{} needs a role of another account, and `{account}` has no `deploy_role`", peering.path);
                Diagnostic::new(&value::WIRE_NEEDS_ROLE, peering.span, message)
                    .here("CloudFormation asks for this peering with a role of the accepter's account")
                    .help(format!("set `deploy_role` of account `{account}`: the role over there has to trust it by name"))
            })
        })
        .collect()
}

fn json(sections: &node::Fields) -> Vec<u8> {
    let mut out = Vec::with_capacity(64 * 1024);
    let document = SerializedMap(sections);
    serde_json::to_writer_pretty(&mut out, &document).expect("a template is plain data");
    out.push(b'\n');
    out
}

struct SerializedMap<'a>(&'a node::Fields<'a>);

impl serde::Serialize for SerializedMap<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
