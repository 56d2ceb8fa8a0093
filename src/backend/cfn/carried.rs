//! Resources that left a stack while other stacks use them: they stay until those have let go.
//!
//! Stacks are updated in the order in which values flow. So a stack loses a route table before the
//! stacks after it have taken their attachments to another, AWS refuses to delete it, and
//! CloudFormation forgets it where it is. Types that AWS guards so are `held` in their descriptors.
//! What leaves is written on as the last template had it, marked, until a build is told that what
//! is retired may go: by then nobody uses it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::manifest::StackRef;
use super::node::{Fields, Node, Text};
use super::stack::Stack;
use super::{Format, retired};
use crate::backend::Previous;
use crate::resources;

/// What the templates of the previous build say.
pub struct Before<'p> {
    previous: &'p Previous<'p>,
    /// Stacks that were deployed, and their whole templates.
    stacks: Vec<(StackRef, String)>,
    /// Outputs that other stacks read: name of the stack and of the output.
    read: Option<BTreeSet<(String, String)>>,
    wired: BTreeSet<(String, String)>,
}

/// Logical ids and their paths.
pub type Left = Vec<(String, String)>;

impl<'p> Before<'p> {
    pub fn new(topology: &str, previous: &'p Previous<'p>) -> Before<'p> {
        let mut before = Before { previous, stacks: Vec::new(), read: None, wired: BTreeSet::new() };
        let manifest = previous.manifest("cfn", topology);
        for found in manifest.and_then(|manifest| manifest["stacks"].as_array()).into_iter().flatten() {
            let text = |key: &str| found[key].as_str().map(str::to_owned);
            let (Some(name), Some(region), Some(template)) = (text("name"), text("region"), text("template")) else { continue };
            let stack = StackRef { name, region, account: text("account") };
            // Of a stack in two phases, the last one is whole.
            before.stacks.retain(|(other, _)| *other != stack);
            before.stacks.push((stack, template));
            for wire in found["parameters"].as_object().into_iter().flatten().map(|(_, wire)| wire) {
                if let (Some(stack), Some(output)) = (wire["stack"].as_str(), wire["output"].as_str()) {
                    before.wired.insert((stack.to_owned(), output.to_owned()));
                }
            }
        }
        before
    }

    /// Adds to a template what left it and stays.
    pub fn carry<'g>(
        &mut self,
        of: &StackRef,
        stack: &mut Stack<'g>,
        format: Format,
        write: impl Fn(&Stack<'g>) -> Vec<u8>,
    ) -> (Vec<u8>, Left) {
        let extension = if format == Format::Json { ".json" } else { ".yaml" };
        let template = self.stacks.iter().find(|(other, _)| retired::may_be(other, of)).map(|(_, template)| template.clone());
        let text = template.filter(|path| path.ends_with(extension)).and_then(|path| self.previous.file(&path));
        let Some(old) = text.and_then(|text| Template::read(&text, format)) else { return (write(stack), Left::new()) };
        let kept = self.kept(&of.name, &old, stack);
        if kept.is_empty() {
            return (write(stack), Left::new());
        }
        let resources: Vec<&Block> = old.resources.iter().filter(|block| kept.contains(&block.id)).collect();
        let outputs = old.outputs.iter().filter(|block| kept.iter().any(|id| block.mentions(id)) && !stack.tells(&block.id));
        let outputs: Vec<&Block> = outputs.collect();
        stack.resources += resources.len();
        stack.outputs += outputs.len();
        let left = resources.iter().map(|block| (block.id.clone(), block.path())).collect();
        let text = match format {
            Format::Json => {
                section(stack, "Resources").extend(resources.iter().map(|block| block.as_left()));
                section(stack, "Outputs").extend(outputs.iter().map(|block| block.as_output()));
                write(stack)
            }
            Format::Yaml => {
                let text = String::from_utf8(write(stack)).expect("a template is text");
                spliced(&text, &resources, &outputs).into_bytes()
            }
        };
        (text, left)
    }

    /// Whether another stack uses what has this id in a stack.
    pub fn is_used(&mut self, of: &StackRef, id: &str) -> bool {
        let Some((_, path)) = self.stacks.iter().find(|(other, _)| retired::may_be(other, of)) else { return false };
        let format = if path.ends_with(".json") { Format::Json } else { Format::Yaml };
        let old = self.previous.file(path).and_then(|text| Template::read(&text, format));
        old.is_some_and(|old| old.outputs.iter().any(|output| output.mentions(id) && self.is_read(&of.name, &output.id)))
    }

    /// Ids of what left and stays, with what they themselves need.
    fn kept(&mut self, name: &str, old: &Template, stack: &Stack) -> BTreeSet<String> {
        let present: BTreeSet<&str> = stack.origins.iter().map(|(id, _)| id.as_str()).collect();
        let gone: Vec<&Block> = old.resources.iter().filter(|block| !present.contains(block.id.as_str())).collect();
        let mut kept: BTreeSet<String> = BTreeSet::new();
        for block in &gone {
            let stays = if block.is_left() {
                !self.previous.is_pruned()
            } else {
                is_held(&block.ty()) && old.outputs.iter().any(|output| output.mentions(&block.id) && self.is_read(name, &output.id))
            };
            if stays {
                kept.insert(block.id.clone());
            }
        }
        loop {
            let needed: Vec<String> = gone
                .iter()
                .filter(|block| !kept.contains(&block.id))
                .filter(|block| gone.iter().any(|user| kept.contains(&user.id) && user.mentions(&block.id)))
                .map(|block| block.id.clone())
                .collect();
            if needed.is_empty() {
                return kept;
            }
            kept.extend(needed);
        }
    }

    /// Whether another stack read an output. In whichever region: too much is kept rather than too little.
    fn is_read(&mut self, stack: &str, output: &str) -> bool {
        let (stacks, previous) = (&self.stacks, self.previous);
        let read = self.read.get_or_insert_with(|| {
            let texts = stacks.iter().filter_map(|(_, template)| previous.file(template));
            texts.flat_map(|text| reads(&String::from_utf8_lossy(&text))).collect()
        });
        let wanted = (stack.to_owned(), output.to_owned());
        read.contains(&wanted) || self.wired.contains(&wanted)
    }
}

/// Whether AWS refuses to delete it while something uses it.
pub fn is_held(ty: &str) -> bool {
    resources::all().iter().any(|each| each.held && each.cfn.ty.as_deref() == Some(ty))
}

/// Stack and output of each `Fn::GetStackOutput`, in YAML or JSON as we write them.
fn reads(text: &str) -> Vec<(String, String)> {
    let value = |line: &str| line.trim_matches(|each: char| each.is_whitespace() || "\",".contains(each)).to_owned();
    let mut found = Vec::new();
    let mut stack = None;
    for line in text.lines() {
        let line = line.trim_start().trim_start_matches('"');
        if let Some(rest) = line.strip_prefix("StackName") {
            stack = Some(value(rest.trim_start_matches(['"', ':'])));
        } else if let (Some(rest), Some(stack)) = (line.strip_prefix("OutputName"), &stack) {
            found.push((stack.clone(), value(rest.trim_start_matches(['"', ':']))));
        }
    }
    found
}

fn section<'s, 'g>(stack: &'s mut Stack<'g>, name: &'static str) -> &'s mut Fields<'g> {
    let found = stack.sections.iter().position(|(own, _)| own == name);
    let position = found.unwrap_or_else(|| {
        stack.sections.push((name.into(), Node::Map(Vec::new())));
        stack.sections.len() - 1
    });
    match &mut stack.sections[position].1 {
        Node::Map(fields) => fields,
        _ => unreachable!("a section is a map"),
    }
}

/// Resources stand before the outputs, which are last.
fn spliced(text: &str, resources: &[&Block], outputs: &[&Block]) -> String {
    let (before, told) = match text.split_once("\nOutputs:\n") {
        Some((before, told)) => (format!("{before}\n"), told),
        None => (text.to_owned(), ""),
    };
    let mut out = format!("{}\n", before.trim_end());
    for block in resources {
        out.push('\n');
        out.push_str(&block.left_text());
    }
    if !told.is_empty() || !outputs.is_empty() {
        out.push_str("\nOutputs:\n");
        out.push_str(told);
        outputs.iter().for_each(|block| out.push_str(&block.output_text()));
    }
    out
}

/// A template as we wrote it.
struct Template {
    resources: Vec<Block>,
    outputs: Vec<Block>,
}

/// An entry of a section: its lines, or its value.
struct Block {
    id: String,
    body: Body,
}

enum Body {
    Yaml(String),
    Json(Value),
}

const MARK: &str = "mrc:retired";

impl Template {
    fn read(text: &[u8], format: Format) -> Option<Template> {
        let text = std::str::from_utf8(text).ok()?;
        match format {
            Format::Yaml => Some(Template { resources: blocks(text, "Resources:"), outputs: blocks(text, "Outputs:") }),
            Format::Json => {
                let value: Value = serde_json::from_str(text).ok()?;
                let entries = |name: &str| {
                    let entries: BTreeMap<&String, &Value> = value[name].as_object().into_iter().flatten().collect();
                    entries.into_iter().map(|(id, body)| Block { id: id.clone(), body: Body::Json(body.clone()) }).collect()
                };
                Some(Template { resources: entries("Resources"), outputs: entries("Outputs") })
            }
        }
    }
}

/// Entries of a section, each with its lines.
fn blocks(text: &str, section: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().skip_while(|line| *line != section).skip(1) {
        if !line.is_empty() && !line.starts_with(' ') {
            break;
        }
        let starts = line.starts_with("  ") && !line[2..].starts_with([' ', '-']);
        match blocks.last_mut() {
            _ if starts => {
                let id = line.trim().trim_end_matches(':').to_owned();
                blocks.push(Block { id, body: Body::Yaml(format!("{line}\n")) });
            }
            Some(Block { body: Body::Yaml(text), .. }) => {
                text.push_str(line);
                text.push('\n');
            }
            _ => {}
        }
    }
    for block in &mut blocks {
        if let Body::Yaml(text) = &mut block.body {
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
    }
    blocks
}

impl Block {
    /// The value of a line that stands so far in, where it is one word.
    fn line(&self, start: &str) -> String {
        match &self.body {
            Body::Yaml(text) => text.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default().to_owned(),
            Body::Json(_) => String::new(),
        }
    }

    fn ty(&self) -> String {
        match &self.body {
            Body::Yaml(_) => self.line("    Type: "),
            Body::Json(value) => value["Type"].as_str().unwrap_or_default().to_owned(),
        }
    }

    fn path(&self) -> String {
        match &self.body {
            Body::Yaml(_) => self.line("      mrc:path: "),
            Body::Json(value) => value["Metadata"]["mrc:path"].as_str().unwrap_or_default().to_owned(),
        }
    }

    /// Whether it had left already.
    fn is_left(&self) -> bool {
        match &self.body {
            Body::Yaml(text) => text.lines().any(|line| line.trim_start().starts_with(MARK)),
            Body::Json(value) => value["Metadata"].get(MARK).is_some(),
        }
    }

    fn mentions(&self, id: &str) -> bool {
        let text = match &self.body {
            Body::Yaml(text) => text.clone(),
            Body::Json(value) => value.to_string(),
        };
        self.id != id && text.split(|each: char| !each.is_ascii_alphanumeric()).any(|word| word == id)
    }

    fn left_text(&self) -> String {
        let Body::Yaml(text) = &self.body else { return String::new() };
        if self.is_left() {
            return text.clone();
        }
        let marked = |line: &str| match line.starts_with("      mrc:path: ") {
            true => format!("{line}\n      {MARK}: true\n"),
            false => format!("{line}\n"),
        };
        text.lines().map(marked).collect()
    }

    /// Nobody else may build on it, so that it is not exported any more.
    fn output_text(&self) -> String {
        let Body::Yaml(text) = &self.body else { return String::new() };
        let lines = text.lines().filter(|line| !line.starts_with("    Export:") && !line.starts_with("      Name: "));
        lines.map(|line| format!("{line}\n")).collect()
    }

    fn as_left<'g>(&self) -> (Text<'g>, Node<'g>) {
        let Body::Json(value) = &self.body else { unreachable!("the template is JSON") };
        let mut value = value.clone();
        value["Metadata"][MARK] = Value::Bool(true);
        (self.id.clone().into(), node(&value))
    }

    fn as_output<'g>(&self) -> (Text<'g>, Node<'g>) {
        let Body::Json(value) = &self.body else { unreachable!("the template is JSON") };
        let mut value = value.clone();
        value.as_object_mut().map(|fields| fields.remove("Export"));
        (self.id.clone().into(), node(&value))
    }
}

fn node<'g>(value: &Value) -> Node<'g> {
    match value {
        Value::String(text) => Node::from(text.clone()),
        Value::Bool(flag) => Node::Bool(*flag),
        Value::Number(number) => Node::Int(number.as_i64().unwrap_or_default()),
        Value::Array(items) => Node::List(items.iter().map(node).collect()),
        Value::Object(fields) => Node::Map(fields.iter().map(|(key, each)| (Text::Owned(key.clone()), node(each))).collect()),
        Value::Null => Node::from(""),
    }
}
