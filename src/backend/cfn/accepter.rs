//! The function that accepts peerings, once in each stack that asks for some.
//!
//! Its source is `schema/accepter/accepter.py`; its role may do what the peerings of this stack need,
//! in the regions they need it.

use std::collections::BTreeSet;

use super::node::{Fields, Node, Text};
use super::value::Reader;
use crate::graph::{Resource, Value};
use crate::resources::descriptor;

/// Logical id of the function.
pub const FUNCTION: &str = "AccepterFunction";
const ROLE: &str = "AccepterRole";
const LOGS: &str = "AccepterLogGroup";

const SOURCE: &str = include_str!("../../../schema/accepter/accepter.py");
/// The longest that a function may run; peerings take minutes.
const TIMEOUT: i64 = 840;

/// Log group, role and function: logical id, type, properties.
pub fn resources<'g>(reader: &mut Reader<'_, 'g>, accepters: &[&'g Resource]) -> Vec<(String, &'static str, Fields<'g>)> {
    let unit = reader.cx.graph.unit(reader.unit);
    let place = reader.cx.graph.place(reader.place);
    let name = format!("{}-{}-accepter", reader.cx.graph.prefix, unit.purpose);
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
    let logs: Fields<'g> = vec![
        ("LogGroupName".into(), Node::from(format!("/aws/lambda/{name}"))),
        ("RetentionInDays".into(), Node::Int(365)),
        ("Tags".into(), tags(&name)),
    ];
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
    let policy = Node::map([
        ("PolicyName", Node::from("accept-peerings")),
        ("PolicyDocument", Node::map([("Version", Node::from("2012-10-17")), ("Statement", Node::List(statements(reader, accepters)))])),
    ]);
    let role: Fields<'g> = vec![
        ("AssumeRolePolicyDocument".into(), trust),
        ("Description".into(), Node::from("Accepts the peerings of this stack")),
        ("Policies".into(), Node::List(vec![policy])),
        ("Tags".into(), tags(&name)),
    ];
    let function: Fields<'g> = vec![
        ("Architectures".into(), Node::List(vec![Node::from("arm64")])),
        ("Code".into(), Node::map([("ZipFile", Node::from(SOURCE))])),
        ("Description".into(), Node::from("Accepts the peerings of this stack")),
        ("Handler".into(), Node::from("index.handler")),
        ("LoggingConfig".into(), Node::map([("LogGroup", Node::Ref(LOGS.into()))])),
        ("MemorySize".into(), Node::Int(128)),
        ("Role".into(), Node::GetAtt(ROLE.into(), "Arn".into())),
        ("Runtime".into(), Node::from("python3.13")),
        ("Tags".into(), tags(&name)),
        ("Timeout".into(), Node::Int(TIMEOUT)),
    ];
    vec![
        (LOGS.to_owned(), "AWS::Logs::LogGroup", logs),
        (ROLE.to_owned(), "AWS::IAM::Role", role),
        (FUNCTION.to_owned(), "AWS::Lambda::Function", function),
    ]
}

/// The action that accepts, and what it is called on.
struct Kind {
    ty: &'static str,
    read: &'static [&'static str],
    write: &'static [&'static str],
    resources: &'static [&'static str],
}

const KINDS: [Kind; 2] = [
    Kind {
        ty: "ec2.transit_gateway_peering_accepter",
        read: &["ec2:DescribeTransitGatewayPeeringAttachments"],
        write: &["ec2:AcceptTransitGatewayPeeringAttachment", "ec2:RejectTransitGatewayPeeringAttachment"],
        resources: &["transit-gateway-attachment/*"],
    },
    Kind {
        ty: "ec2.vpc_peering_accepter",
        read: &["ec2:DescribeVpcPeeringConnections"],
        write: &["ec2:AcceptVpcPeeringConnection", "ec2:ModifyVpcPeeringConnectionOptions", "ec2:RejectVpcPeeringConnection"],
        resources: &["vpc/*", "vpc-peering-connection/*"],
    },
];

fn statements<'g>(reader: &mut Reader<'_, 'g>, accepters: &[&'g Resource]) -> Vec<Node<'g>> {
    let mut statements = Vec::new();
    let graph = reader.cx.graph;
    let own = &graph.place(reader.place).region;
    for kind in KINDS {
        let of_kind = accepters.iter().filter(|each| each.ty == kind.ty);
        let mut regions: BTreeSet<&'g str> = of_kind.map(|each| graph.place(each.place).region.as_str()).collect();
        if regions.is_empty() {
            continue;
        }
        if kind.ty == "ec2.vpc_peering_accepter" {
            regions.insert(own);
        }
        let regions: Vec<Node> = regions.into_iter().map(Node::from).collect();
        let condition = Node::map([("StringEquals", Node::map([("aws:RequestedRegion", Node::List(regions))]))]);
        let arn = |resource: &&str| Node::Sub(format!("arn:${{AWS::Partition}}:ec2:*:${{AWS::AccountId}}:{resource}"));
        statements.push(allow(kind.read, Node::from("*"), Some(condition.clone())));
        let resources = Node::List(kind.resources.iter().map(arn).collect());
        statements.push(allow(kind.write, resources, Some(condition)));
    }
    let roles = roles(reader, accepters);
    if !roles.is_empty() {
        statements.push(allow(&["sts:AssumeRole"], Node::List(roles), None));
    }
    let arn = &descriptor("logs.log_group").cfn.attributes["arn"];
    let group = arn.trim_start_matches("Sub ").replace("${Self}", &format!("${{{LOGS}}}"));
    let streams = Node::Sub(format!("{group}:*"));
    statements.push(allow(&["logs:CreateLogStream", "logs:PutLogEvents"], streams, None));
    statements
}

fn allow<'g>(actions: &[&'static str], resource: Node<'g>, condition: Option<Node<'g>>) -> Node<'g> {
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

/// Roles of other accounts that the function works as, each once.
fn roles<'g>(reader: &mut Reader<'_, 'g>, accepters: &[&'g Resource]) -> Vec<Node<'g>> {
    let mut roles: Vec<Node<'g>> = Vec::new();
    for accepter in accepters {
        let given = accepter.props.iter().find(|(name, _)| *name == "accepter_role_arn");
        let value: Option<&'g Value> = given.map(|(_, value)| value);
        if let Some(value) = value {
            let node = reader.node(value);
            if !roles.contains(&node) {
                roles.push(node);
            }
        }
    }
    roles
}
