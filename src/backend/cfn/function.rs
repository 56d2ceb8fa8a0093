//! Small functions that stand in a stack for what CloudFormation has no resource for.

use super::node::{Fields, Node, Text};
use super::value::Reader;
use crate::graph::Resource;
use crate::resources::descriptor;

/// Logical id of the function that finds attachments.
pub const FINDER: &str = "FinderFunction";

/// The longest that a function may run; peerings and VPNs take minutes.
const TIMEOUT: i64 = 840;

/// A resource that a function needs.
pub struct Part<'g> {
    pub id: String,
    pub ty: &'static str,
    pub properties: Fields<'g>,
    /// Whether it stays when the stack goes.
    pub retained: bool,
}

pub struct Function {
    /// Start of the logical ids.
    pub id: &'static str,
    /// End of its name.
    pub suffix: &'static str,
    pub description: &'static str,
    /// Name of its policy.
    pub policy: &'static str,
    /// Python.
    pub source: &'static str,
    /// Of its role, where another account trusts it by name.
    pub role_name: Option<String>,
}

/// The function that finds the attachments of VPNs and Direct Connect gateways. It only looks.
pub fn finder<'g>(reader: &mut Reader<'_, 'g>, looked_for: &[&'g Resource]) -> Vec<Part<'g>> {
    let function = Function {
        id: "Finder",
        suffix: "finder",
        description: "Finds the attachments of this stack",
        policy: "find-attachments",
        source: include_str!("../../../schema/finder/finder.py"),
        role_name: None,
    };
    let region = Node::from(reader.cx.graph.place(reader.place).region.as_str());
    let condition = Node::map([("StringEquals", Node::map([("aws:RequestedRegion", region)]))]);
    let describe: &[&str] = match looked_for.iter().all(|each| each.ty == "ec2.transit_gateway_peering_attachment") {
        true => &["ec2:DescribeTransitGatewayPeeringAttachments"],
        false => &["ec2:DescribeTransitGatewayAttachments"],
    };
    let look = allow(describe, Node::from("*"), Some(condition));
    function.resources(reader, vec![look])
}

impl Function {
    /// Log group, role and function, with what the role may do beside writing its log. The log group
    /// has no name of its own: kept when its stack goes, it would be in the way of the next one.
    pub fn resources<'g>(&self, reader: &mut Reader<'_, 'g>, mut statements: Vec<Node<'g>>) -> Vec<Part<'g>> {
        let (logs_id, role_id) = (format!("{}LogGroup", self.id), format!("{}Role", self.id));
        let unit = reader.cx.graph.unit(reader.unit);
        let place = reader.cx.graph.place(reader.place);
        let name = format!("{}-{}-{}", reader.cx.graph.prefix, unit.purpose, self.suffix);
        let tags = |name: &str| {
            let mut tags: Fields<'g> = vec![("Name".into(), Node::from(name.to_owned()))];
            for (key, value) in &place.tags {
                if key != "Name" {
                    tags.push((key.as_str().into(), Node::from(value.as_str())));
                }
            }
            tags.sort_by(|a, b| a.0.cmp(&b.0));
            super::stack::tag_list(tags)
        };
        // The key of the place's logs.
        let members = reader.cx.plan.members[reader.unit.0 as usize].iter().map(|id| &reader.cx.graph.resource(*id).props);
        let key = members.flatten().find(|(name, _)| *name == "logs_key_arn").map(|(_, value)| value);
        let key = key.map(|value| ("KmsKeyId".into(), reader.node(value)));
        let mut logs: Fields<'g> = key.into_iter().collect();
        logs.extend([("RetentionInDays".into(), Node::Int(365)), ("Tags".into(), tags(&name))]);
        let trust = Node::map([
            ("Version", Node::from("2012-10-17")),
            (
                "Statement",
                Node::List(vec![Node::map([
                    ("Effect", Node::from("Allow")),
                    ("Principal", Node::map([("Service", Node::from("lambda.amazonaws.com"))])),
                    ("Action", Node::from("sts:AssumeRole")),
                ])]),
            ),
        ]);
        let arn = &descriptor("logs.log_group").cfn.attributes["arn"];
        let group = arn.trim_start_matches("Sub ").replace("${Self}", &format!("${{{logs_id}}}"));
        statements.push(allow(&["logs:CreateLogStream", "logs:PutLogEvents"], Node::Sub(format!("{group}:*")), None));
        let policy = Node::map([
            ("PolicyName", Node::from(self.policy)),
            ("PolicyDocument", Node::map([("Version", Node::from("2012-10-17")), ("Statement", Node::List(statements))])),
        ]);
        let mut role: Fields<'g> = vec![
            ("AssumeRolePolicyDocument".into(), trust),
            ("Description".into(), Node::from(self.description)),
            ("Policies".into(), Node::List(vec![policy])),
        ];
        role.extend(self.role_name.clone().map(|name| ("RoleName".into(), Node::from(name))));
        role.push(("Tags".into(), tags(&name)));
        let function: Fields<'g> = vec![
            ("Architectures".into(), Node::List(vec![Node::from("arm64")])),
            ("Code".into(), Node::map([("ZipFile", Node::from(self.source))])),
            ("Description".into(), Node::from(self.description)),
            ("Handler".into(), Node::from("index.handler")),
            ("LoggingConfig".into(), Node::map([("LogGroup", Node::Ref(logs_id.clone().into()))])),
            ("MemorySize".into(), Node::Int(128)),
            ("Role".into(), Node::GetAtt(role_id.clone().into(), "Arn".into())),
            ("Runtime".into(), Node::from("python3.13")),
            ("Tags".into(), tags(&name)),
            ("Timeout".into(), Node::Int(TIMEOUT)),
        ];
        let part = |id, ty, properties, retained| Part { id, ty, properties, retained };
        vec![
            part(logs_id, "AWS::Logs::LogGroup", logs, true),
            part(role_id, "AWS::IAM::Role", role, false),
            part(format!("{}Function", self.id), "AWS::Lambda::Function", function, false),
        ]
    }
}

pub fn allow<'g>(actions: &[&'static str], resource: Node<'g>, condition: Option<Node<'g>>) -> Node<'g> {
    let actions = match actions {
        [only] => Node::from(*only),
        _ => Node::List(actions.iter().map(|each| Node::from(*each)).collect()),
    };
    let mut statement: Fields<'g> =
        vec![(Text::from("Effect"), Node::from("Allow")), (Text::from("Action"), actions), (Text::from("Resource"), resource)];
    if let Some(condition) = condition {
        statement.push((Text::from("Condition"), condition));
    }
    Node::Map(statement)
}
