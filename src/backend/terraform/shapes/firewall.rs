//! A network firewall, its policy, its rules and its logs: blocks within blocks.

use super::Shape;
use crate::backend::terraform::hcl::{Block, Expr};
use crate::backend::terraform::resource::{Draft, Source, nested};
use crate::graph::Value;

pub const FIREWALL: Shape = Shape { name: "firewall", draft: firewall, ready: &[] };
pub const POLICY: Shape = Shape { name: "firewall_policy", draft: firewall_policy, ready: &[] };
pub const RULES: Shape = Shape { name: "firewall_rule_group", draft: rule_group, ready: &[] };
pub const LOGGING: Shape = Shape { name: "firewall_logging", draft: logging, ready: &[] };

fn firewall<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut firewall = source.main();
    let (name, subnet) = (source.need("firewall_name"), source.need("subnet_id"));
    firewall.set("name", name);
    firewall.blocks.push(nested("subnet_mapping", vec![("subnet_id", subnet)], Vec::new()));
    source.rest(&mut firewall);
    vec![firewall]
}

fn firewall_policy<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut policy = source.main();
    let name = source.need("firewall_policy_name");
    policy.set("name", name);
    let mut blocks: Vec<Block<'a>> = match source.take("rule_group_arns") {
        Some(Value::List(arns)) => {
            let group = |(arn, place): (_, i64)| {
                nested(
                    "stateful_rule_group_reference",
                    vec![("priority", Expr::Number(place)), ("resource_arn", source.expr(arn))],
                    Vec::new(),
                )
            };
            arns.iter().zip(1..).map(group).collect()
        }
        _ => Vec::new(),
    };
    // Everything goes to the stateful engine, which sees whole connections.
    let forward = || Expr::List(vec!["aws:forward_to_sfe".into()]);
    // What no rule lets pass is dropped and told, once it is known what it is.
    let unmatched = ["aws:alert_established_app_layer_to_server", "aws:drop_established_app_layer_to_server"];
    let arguments = vec![
        ("stateful_default_actions", Expr::List(unmatched.map(Expr::from).into())),
        ("stateless_default_actions", forward()),
        ("stateless_fragment_default_actions", forward()),
    ];
    blocks.insert(0, nested("stateful_engine_options", vec![("rule_order", "STRICT_ORDER".into())], Vec::new()));
    policy.blocks.push(nested("firewall_policy", arguments, blocks));
    policy.create_before_destroy = true;
    source.rest(&mut policy);
    vec![policy]
}

fn rule_group<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut group = source.main();
    let (name, home, names) = (source.need("rule_group_name"), source.need("home_net"), source.need("domains"));
    group.set("name", name);
    group.set("type", "STATEFUL");
    let set = nested("ip_set", vec![("definition", home)], Vec::new());
    let variables = nested("rule_variables", Vec::new(), vec![nested("ip_sets", vec![("key", "HOME_NET".into())], vec![set])]);
    let list = vec![
        ("generated_rules_type", "ALLOWLIST".into()),
        ("target_types", Expr::List(vec!["HTTP_HOST".into(), "TLS_SNI".into()])),
        ("targets", names),
    ];
    let rules = nested("rules_source", Vec::new(), vec![nested("rules_source_list", list, Vec::new())]);
    let options = nested("stateful_rule_options", vec![("rule_order", "STRICT_ORDER".into())], Vec::new());
    group.blocks.push(nested("rule_group", Vec::new(), vec![variables, rules, options]));
    group.create_before_destroy = true;
    source.rest(&mut group);
    vec![group]
}

fn logging<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut logging = source.main();
    let log_group = source.need("log_group_name");
    let destination = |log: &'static str| {
        let arguments = vec![
            ("log_destination", Expr::Object(vec![("logGroup".into(), log_group.clone())])),
            ("log_destination_type", "CloudWatchLogs".into()),
            ("log_type", log.into()),
        ];
        nested("log_destination_config", arguments, Vec::new())
    };
    let logs = vec![destination("ALERT"), destination("FLOW")];
    logging.blocks.push(nested("logging_configuration", Vec::new(), logs));
    source.rest(&mut logging);
    vec![logging]
}
