//! The function that accepts peerings, once in each stack that asks for some.
//!
//! Its source is `schema/accepter/accepter.py`; its role may do what the peerings of this stack need,
//! in the regions of the topology.

use std::collections::BTreeSet;

use super::function::{self, Function, allow};
use super::node::Node;
use super::value::Reader;
use crate::graph::{Resource, Value, peering};

/// Logical id of the function.
pub const FUNCTION: &str = "AccepterFunction";

const SOURCE: &str = include_str!("../../../schema/accepter/accepter.py");

/// Log group, role and function.
pub fn resources<'g>(reader: &mut Reader<'_, 'g>, accepters: &[&'g Resource]) -> Vec<function::Part<'g>> {
    let statements = statements(reader, accepters);
    let function = Function {
        id: "Accepter",
        suffix: "accepter",
        description: "Accepts the peerings of this stack",
        policy: "accept-peerings",
        source: SOURCE,
        role_name: role_name(reader, accepters),
    };
    function.resources(reader, statements)
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
    statements
}

/// The accepter role of another account trusts the function's role by its name.
fn role_name(reader: &Reader<'_, '_>, accepters: &[&Resource]) -> Option<String> {
    let graph = reader.cx.graph;
    let crosses = accepters.iter().find(|each| each.props.iter().any(|(name, _)| *name == "accepter_role_arn"));
    crosses.map(|each| peering::function_role_name(&graph.prefix, &each.path))
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
