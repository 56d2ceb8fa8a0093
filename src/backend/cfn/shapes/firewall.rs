//! A network firewall, its policy, its rules and its logs.

use super::{Builder, Form, Taken, rest};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;
use crate::graph::Value;
use crate::resources::descriptor;

pub fn firewall<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut mapping = Builder(Vec::new());
    mapping.maybe(reader, "SubnetId", taken.take("subnet_id"));
    let mut properties = Builder(rest(reader, taken, &descriptor(taken.resource.ty).cfn));
    properties.set("SubnetMappings", vec![Node::Map(mapping.0)]);
    Form { properties: properties.0, ..Form::default() }
}

pub fn firewall_policy<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let groups = match taken.take("rule_group_arns") {
        Some(Value::List(arns)) => {
            let group = |(arn, place)| Node::map([("Priority", Node::Int(place)), ("ResourceArn", reader.node(arn))]);
            arns.iter().zip(1..).map(group).collect()
        }
        _ => Vec::new(),
    };
    // Everything goes to the stateful engine, which sees whole connections.
    let forward = || Node::List(vec![Node::from("aws:forward_to_sfe")]);
    // What no rule lets pass is dropped and told, once it is known what it is.
    let unmatched = ["aws:alert_established_app_layer_to_server", "aws:drop_established_app_layer_to_server"];
    let policy = Node::map([
        ("StatefulDefaultActions", Node::List(unmatched.map(Node::from).into())),
        ("StatefulEngineOptions", strict()),
        ("StatefulRuleGroupReferences", Node::List(groups)),
        ("StatelessDefaultActions", forward()),
        ("StatelessFragmentDefaultActions", forward()),
    ]);
    let mut properties = Builder(rest(reader, taken, &descriptor(taken.resource.ty).cfn));
    properties.set("FirewallPolicy", policy);
    Form { properties: properties.0, ..Form::default() }
}

fn strict<'g>() -> Node<'g> {
    Node::map([("RuleOrder", Node::from("STRICT_ORDER"))])
}

pub fn firewall_rule_group<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut home = Builder(Vec::new());
    home.maybe(reader, "Definition", taken.take("home_net"));
    let mut names = Builder(Vec::new());
    names.set("GeneratedRulesType", "ALLOWLIST");
    names.set("TargetTypes", vec![Node::from("HTTP_HOST"), Node::from("TLS_SNI")]);
    names.maybe(reader, "Targets", taken.take("domains"));
    let sets = Node::map([("IPSets", Node::map([("HOME_NET", Node::Map(home.0))]))]);
    let source = Node::map([("RulesSourceList", Node::Map(names.0))]);
    let mut properties = Builder(rest(reader, taken, &descriptor(taken.resource.ty).cfn));
    properties.set("RuleGroup", Node::map([("RuleVariables", sets), ("RulesSource", source), ("StatefulRuleOptions", strict())]));
    properties.set("Type", "STATEFUL");
    Form { properties: properties.0, ..Form::default() }
}

pub fn firewall_logging<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut log_group = Builder(Vec::new());
    log_group.maybe(reader, "logGroup", taken.take("log_group_name"));
    let destination = |log: &'static str| {
        Node::map([
            ("LogDestination", Node::Map(log_group.0.clone())),
            ("LogDestinationType", Node::from("CloudWatchLogs")),
            ("LogType", Node::from(log)),
        ])
    };
    let logs = Node::List(vec![destination("ALERT"), destination("FLOW")]);
    let mut properties = Builder(rest(reader, taken, &descriptor(taken.resource.ty).cfn));
    properties.set("LoggingConfiguration", Node::map([("LogDestinationConfigs", logs)]));
    Form { properties: properties.0, ..Form::default() }
}
