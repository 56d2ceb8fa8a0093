//! What an update of the deployed stacks would fail at, since AWS changes it only in steps or never.
//!
//! The state that the update meets is what the build before this one wrote into the folder: its templates
//! are read back and compared with the new ones.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::IpNetwork;
use serde_json::{Map, Value};

use super::manifest::stack_ref;
use super::shapes::changes;
use super::stack::Stack;
use super::{Cx, SerializedMap, carried, yaml};
use crate::backend::Previous;
use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::{ResourceId, UnitId};
use crate::plan::{Deployment, Phase};
use crate::resources::{Unique, descriptor, replaced};
use crate::source::Span;

/// A change that AWS takes only in steps.
pub static NOT_AT_ONCE: Code = Code { id: "MR713", name: "not-at-once", severity: Severity::Error, page: include_str!("not_at_once.md") };

/// Something named that would have to be made anew while it is there.
pub static NOT_REPLACED: Code =
    Code { id: "MR714", name: "not-replaced", severity: Severity::Error, page: include_str!("not_replaced.md") };

/// What is wrong with a change.
pub enum Verdict {
    /// AWS takes these one after another.
    Steps {
        what: String,
        steps: Vec<String>,
    },
    Never {
        what: String,
        help: String,
    },
}

/// Name, region and account of a stack.
type Key = (String, String, Option<String>);

pub struct Steps<'p> {
    previous: &'p Previous<'p>,
    /// The file of each stack that was there.
    before: BTreeMap<Key, String>,
    /// Whether these are YAML.
    as_yaml: bool,
    /// Stacks that the build has.
    now: BTreeSet<Key>,
    /// What is named in stacks that are new or changed.
    named: Vec<Named>,
    /// Of stacks that are there and changed: what they named before.
    were: Vec<(Key, Resources)>,
}

type Resources = Map<String, Value>;

/// Logical ids, and which properties are the reason.
type Anew<'r> = BTreeMap<&'r str, Vec<&'static str>>;

struct Named {
    key: Key,
    ty: String,
    name: String,
    unique: Unique,
    span: Span,
    path: String,
}

impl<'p> Steps<'p> {
    pub fn over(previous: &'p Previous<'p>, topology: &str) -> Steps<'p> {
        let manifest = previous.manifest("cfn", topology);
        let stacks = manifest.and_then(|manifest| manifest["stacks"].as_array()).into_iter().flatten();
        // Of two phases the second one is what is there.
        let there = stacks.filter(|entry| !(previous.is_pruned() && entry["retired"] == true));
        let before = there.filter_map(|entry| {
            let text = |name: &str| entry[name].as_str().map(str::to_owned);
            Some(((text("name")?, text("region")?, text("account")), text("template")?))
        });
        let before: BTreeMap<Key, String> = before.collect();
        let as_yaml = before.values().any(|file| file.ends_with(".yaml"));
        Steps { previous, before, as_yaml, now: BTreeSet::new(), named: Vec::new(), were: Vec::new() }
    }

    /// Compares a stack with what was there under its name.
    pub fn compare(
        &mut self,
        cx: &Cx,
        deployment: &Deployment,
        stack: &Stack,
        text: &[u8],
        carried: &mut carried::Before,
        problems: &mut Vec<Diagnostic>,
    ) {
        if self.before.is_empty() || deployment.phase == Phase::First {
            return;
        }
        let place = cx.graph.place(cx.graph.unit(deployment.unit).place);
        let key = (cx.stack_name(deployment.unit), place.region.clone(), place.account.clone());
        self.now.insert(key.clone());
        let file = self.before.get(&key);
        let old = file.and_then(|file| self.previous.file(file));
        if old.as_deref() == Some(text) {
            return;
        }
        let after = if self.as_yaml {
            read(yaml::template(&stack.sections).as_bytes(), true)
        } else {
            serde_json::to_value(SerializedMap(&stack.sections)).ok().and_then(resources)
        };
        let Some(after) = after else { return };
        self.name(cx, deployment.unit, &key, &after);
        if let Some(before) = old.and_then(|old| read(&old, self.as_yaml)) {
            compare(cx, deployment.unit, &before, &after, problems);
            held(cx, deployment.unit, &before, &after, carried, problems);
            self.were.push((key, before));
        }
    }

    /// Notes what has a name.
    fn name(&mut self, cx: &Cx, unit: UnitId, key: &Key, resources: &Resources) {
        for (id, resource) in resources {
            let Some(ty) = resource["Type"].as_str() else { continue };
            let Some((name, unique)) = name_of(ty, resource) else { continue };
            let (span, path) = origin(cx, unit, id);
            self.named.push(Named { key: key.clone(), ty: ty.to_owned(), name, unique, span, path });
        }
    }

    /// Tells what has a name that a resource of another stack still has when it is made.
    pub fn finish(mut self, problems: &mut Vec<Diagnostic>) {
        if self.named.is_empty() {
            return;
        }
        let gone: Vec<(&Key, &String)> = self.before.iter().filter(|(key, _)| !self.now.contains(*key)).collect();
        for (key, file) in gone {
            let Some(resources) = self.previous.file(file).and_then(|text| read(&text, self.as_yaml)) else { continue };
            // What is not kept goes with its stack, before the others are updated.
            let kept = resources
                .into_iter()
                .filter(|(_, each)| each["DeletionPolicy"].as_str().is_some_and(|policy| policy.starts_with("Retain")))
                .collect();
            self.were.push((key.clone(), kept));
        }
        let mut had: BTreeMap<(String, String), Vec<&Key>> = BTreeMap::new();
        for (key, resources) in &self.were {
            for resource in resources.values() {
                let Some(ty) = resource["Type"].as_str() else { continue };
                if let Some((name, _)) = name_of(ty, resource) {
                    had.entry((ty.to_owned(), name)).or_default().push(key);
                }
            }
        }
        let mut told = BTreeSet::new();
        for each in &self.named {
            let owners = had.get(&(each.ty.clone(), each.name.clone())).map_or(&[][..], Vec::as_slice);
            let same = |key: &Key| match each.unique {
                Unique::Region => (&key.1, &key.2) == (&each.key.1, &each.key.2),
                Unique::Account => key.2 == each.key.2,
                Unique::Parent => false,
            };
            // Its own stack had it: it stays where it is.
            if owners.contains(&&each.key) {
                continue;
            }
            let Some(owner) = owners.iter().find(|key| same(key)) else { continue };
            if told.insert((each.span, (*owner).clone())) {
                let message = format!("{} `{}` is in the stack `{}` of {} already", each.path, each.name, owner.0, owner.1);
                problems.push(
                    Diagnostic::new(&NOT_REPLACED, each.span, message)
                        .here(format!("would be made once more, in the stack `{}` of {}", each.key.0, each.key.1))
                        .help("AWS has one of a name: give this one another name, or leave it where it is")
                        .note(unless_fresh()),
                );
            }
        }
    }
}

/// One stack, before and after.
fn compare(cx: &Cx, unit: UnitId, before: &Resources, after: &Resources, problems: &mut Vec<Diagnostic>) {
    let (table, list) = (type_of("dynamodb.table"), type_of("ec2.prefix_list"));
    let anew = made_anew(before, after);
    for (id, resource) in after {
        let Some(old) = before.get(id).filter(|old| old["Type"] == resource["Type"]) else { continue };
        let ty = resource["Type"].as_str().unwrap_or_default();
        let (span, path) = origin(cx, unit, id);
        let judge = match ty {
            _ if ty == table => Some(changes::table as fn(&str, &Value, &Value) -> Option<Verdict>),
            _ if ty == list => Some(changes::prefix_list as _),
            _ => None,
        };
        if let Some(judge) = judge {
            let name = path.rsplit('/').next().unwrap_or_default();
            problems.extend(judge(name, &old["Properties"], &resource["Properties"]).map(|verdict| tell(span, verdict)));
            continue;
        }
        let Some(reasons) = anew.get(id.as_str()) else { continue };
        let (was, is) = (name_of(ty, old), name_of(ty, resource));
        if let Some((name, _)) = is.filter(|_| replaced(ty).is_some_and(|each| each.name.is_some())).filter(|is| was.as_ref() == Some(is)) {
            let message = format!("{path} `{name}` would be replaced, since {} changes", reasons.join(" and "));
            problems.push(
                Diagnostic::new(&NOT_REPLACED, span, message)
                    .here("has a name, and AWS has one of a name")
                    .help("give it another name, or leave that as it was; or build and deploy once without it, then again with it")
                    .note(unless_fresh()),
            );
        }
    }
    // A NAT gateway goes with its subnet, which has been told.
    if !subnets(cx, unit, before, after, &anew, problems) {
        addresses(cx, unit, before, after, &anew, problems);
    }
}

/// What other stacks use is not replaced: they are updated later, and AWS refuses to delete the old one
/// as long as they use it.
fn held(cx: &Cx, unit: UnitId, before: &Resources, after: &Resources, carried: &mut carried::Before, problems: &mut Vec<Diagnostic>) {
    let anew = made_anew(before, after);
    for (id, reasons) in anew.iter().filter(|(id, _)| after[**id]["Type"].as_str().is_some_and(carried::is_held)) {
        let differs = |name: &&&str| before[*id]["Properties"][**name] != after[*id]["Properties"][**name];
        // What is replaced because of another one is told with that one.
        let Some(reason) = reasons.iter().find(differs) else { continue };
        if carried.is_used(&stack_ref(cx, unit), id) {
            let (span, path) = origin(cx, unit, id);
            let message = format!("{path} would be replaced, since {reason} changes, and other stacks use it");
            problems.push(
                Diagnostic::new(&NOT_REPLACED, span, message)
                    .here("AWS does not delete the old one while they do")
                    .help(
                        "leave that as it was; or write one of another name beside it, move what uses it there, and remove this one with a \
                         later build",
                    )
                    .note(unless_fresh()),
            );
        }
    }
}

/// A NAT gateway that is made anew wants its address before the old one lets it go.
fn addresses(cx: &Cx, unit: UnitId, before: &Resources, after: &Resources, anew: &Anew, problems: &mut Vec<Diagnostic>) {
    let stays = |id: &String| {
        let (was, is) = (changes::address(&before[id]["Properties"]), changes::address(&after[id]["Properties"]));
        is.filter(|is| was == Some(is)).is_some_and(|eip| !anew.keys().any(|other| refers(eip, other)))
    };
    let nat = type_of("ec2.nat_gateway");
    let Some((id, _)) = after.iter().find(|(id, each)| each["Type"] == nat && anew.contains_key(id.as_str()) && stays(id)) else { return };
    let (span, path) = origin(cx, unit, id);
    problems.push(tell(
        span,
        Verdict::Steps {
            what: format!("{path} would be made anew, with the address that the old one has until the new one is there"),
            steps: vec!["what was there, without NAT gateways".into(), "as it is now".into()],
        },
    ));
}

/// New subnets are made before old ones go: none may want what an old one still has. Whether one does.
fn subnets(cx: &Cx, unit: UnitId, before: &Resources, after: &Resources, anew: &Anew, problems: &mut Vec<Diagnostic>) -> bool {
    let (vpc, subnet) = (type_of("ec2.vpc"), type_of("ec2.subnet"));
    // In another VPC the same range is another one.
    if before.iter().any(|(id, each)| each["Type"] == vpc && anew.contains_key(id.as_str())) {
        return false;
    }
    let block = |resource: &Value| -> Option<IpNetwork> {
        changes::block(&resource["Properties"]).filter(|_| resource["Type"] == subnet)?.parse().ok()
    };
    let moves = |id: &str, others: &Resources| anew.contains_key(id) || !others.contains_key(id);
    let leaving = || before.iter().filter(|(id, _)| moves(id, after)).filter_map(|(_, each)| block(each));
    let mut told = BTreeSet::new();
    for (id, resource) in after.iter().filter(|(id, _)| moves(id, before)) {
        let Some(wanted) = block(resource) else { continue };
        let Some(held) = leaving().find(|held| held.contains(wanted.network()) || wanted.contains(held.network())) else { continue };
        let (span, path) = origin(cx, unit, id);
        if told.insert(span) {
            problems.push(tell(
                span,
                Verdict::Steps {
                    what: format!("{path} takes {wanted}, while the subnet that has {held} goes only when this one is there"),
                    steps: vec!["what was there, without this subnet and what stands in it".into(), "as it is now".into()],
                },
            ));
        }
    }
    !told.is_empty()
}

/// What CloudFormation calls a type of ours.
fn type_of(name: &str) -> &'static str {
    descriptor(name).cfn.ty.as_deref().unwrap_or_default()
}

/// Resources that CloudFormation makes anew, and why: a property that cannot change, or one that names
/// something that is made anew.
fn made_anew<'a>(before: &Resources, after: &'a Resources) -> Anew<'a> {
    let mut anew = Anew::new();
    loop {
        let known = anew.len();
        for (id, resource) in after {
            if anew.contains_key(id.as_str()) {
                continue;
            }
            let Some(old) = before.get(id).filter(|old| old["Type"] == resource["Type"]) else { continue };
            let Some(facts) = resource["Type"].as_str().and_then(replaced) else { continue };
            let differs = |name: &&String| {
                let (was, is) = (&old["Properties"][name.as_str()], &resource["Properties"][name.as_str()]);
                was != is || anew.keys().any(|other| refers(is, other))
            };
            let reasons: Vec<&'static str> = facts.by.iter().filter(differs).map(String::as_str).collect();
            if !reasons.is_empty() {
                anew.insert(id, reasons);
            }
        }
        if anew.len() == known {
            return anew;
        }
    }
}

/// Whether a value is a reference to a resource, in JSON or in what is left of YAML's short tags.
fn refers(value: &Value, id: &str) -> bool {
    match value {
        Value::String(text) => text.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')),
        Value::Object(call) => call.get("Ref").is_some_and(|of| of == id) || call.get("Fn::GetAtt").is_some_and(|of| of[0] == id),
        _ => false,
    }
}

fn tell(span: Span, verdict: Verdict) -> Diagnostic {
    match verdict {
        Verdict::Steps { what, steps } => {
            let numbered: Vec<String> = steps.iter().enumerate().map(|(ix, step)| format!("{}. {step}", ix + 1)).collect();
            Diagnostic::new(&NOT_AT_ONCE, span, what)
                .here(format!("takes {} steps", steps.len()))
                .help(format!("build and deploy one after another, each over the one before: {}", numbered.join("; ")))
                .note(unless_fresh())
        }
        Verdict::Never { what, help } => Diagnostic::new(&NOT_REPLACED, span, what).here("cannot change").help(help).note(unless_fresh()),
    }
}

fn unless_fresh() -> &'static str {
    "compared with what the build before this one left in the output folder; where nothing of that is deployed, build into an empty folder"
}

/// The name by which AWS knows a resource, as the template says it.
fn name_of(ty: &str, resource: &Value) -> Option<(String, Unique)> {
    let facts = replaced(ty)?;
    let name = &resource["Properties"][facts.name.as_ref()?.as_str()];
    let text = name.as_str().or_else(|| name["Fn::Sub"].as_str());
    (!name.is_null()).then(|| (text.map_or_else(|| name.to_string(), str::to_owned), facts.unique))
}

/// Where a resource of a template comes from: also what stands beside another one.
fn origin(cx: &Cx, unit: UnitId, id: &str) -> (Span, String) {
    let members = &cx.plan.members[unit.0 as usize];
    let owner = members.iter().filter(|each: &&ResourceId| id.starts_with(cx.id(**each))).max_by_key(|each| cx.id(**each).len());
    match owner.or(members.first()) {
        Some(owner) => (cx.graph.resource(*owner).span, cx.graph.resource(*owner).path.to_string()),
        None => (Span::new(crate::source::FileId(0), 0, 0), id.to_owned()),
    }
}

/// The resources of a template. Of YAML's short tags what they are called with is left.
fn read(text: &[u8], as_yaml: bool) -> Option<Resources> {
    let text = std::str::from_utf8(text).ok()?;
    resources(if as_yaml { serde_saphyr::from_str(text).ok()? } else { serde_json::from_str(text).ok()? })
}

fn resources(mut template: Value) -> Option<Resources> {
    match template["Resources"].take() {
        Value::Object(resources) => Some(resources),
        _ => None,
    }
}
