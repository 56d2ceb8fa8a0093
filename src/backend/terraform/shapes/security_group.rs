//! A security group, and each of its rules: inline rules would fight those that others add.

use super::Shape;
use crate::backend::terraform::address::push_identifier;
use crate::backend::terraform::hcl::Expr;
use crate::backend::terraform::resource::{Draft, Fields, Source};
use crate::graph::Value;

pub const SHAPE: Shape = Shape { name: "security_group", draft, ready: &[] };

/// The provider adds 26 characters; 255 is the most in all.
const LONGEST_START: usize = 229;

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut group = source.main();
    // A name of its own would keep its successor from being made before it goes.
    let name = source.resource.tags.iter().find(|(key, _)| key == "Name");
    if let Some((_, Value::Str(name))) = name {
        let start: String = name.chars().take(LONGEST_START - 1).collect();
        group.set("name_prefix", format!("{start}-"));
    }
    group.create_before_destroy = true;
    let ingress = source.structs("ingress");
    let egress = source.structs("egress");
    source.rest(&mut group);

    let mut parts = vec![group];
    for fields in ingress {
        parts.push(rule(source, "aws_vpc_security_group_ingress_rule", fields));
    }
    for fields in egress {
        parts.push(rule(source, "aws_vpc_security_group_egress_rule", fields));
    }
    parts
}

/// One rule. Its address says protocol, ports and range, so that others may come and go.
fn rule<'a>(source: &mut Source<'a, '_>, ty: &'a str, mut fields: Fields<'a>) -> Draft<'a> {
    let mut rule = source.part(ty);
    let protocol = fields.need(source, "ip_protocol");
    let from = fields.take_expr(source, "from_port");
    let to = fields.take_expr(source, "to_port");
    let range = fields.take_expr(source, "cidr_ip");
    let ipv6 = fields.take_expr(source, "cidr_ipv6");
    let description = fields.take_expr(source, "description");
    fields.finish(source);

    let everything = matches!(&protocol, Expr::Text(text) if text == "-1");
    let ports = [from.as_ref(), to.as_ref()].into_iter().filter(|_| !everything);
    let name = rule.name.to_mut();
    for value in [Some(&protocol)].into_iter().chain(ports).chain([range.as_ref(), ipv6.as_ref()]).flatten() {
        match value {
            Expr::Text(text) if text == "-1" => name.push_str("_all"),
            Expr::Text(text) => {
                name.push('_');
                push_identifier(name, text);
            }
            Expr::Number(number) => name.push_str(&format!("_{number}")),
            _ => {}
        }
    }
    rule.set("ip_protocol", protocol);
    if !everything {
        // With all protocols there are no ports.
        rule.set_some("from_port", from);
        rule.set_some("to_port", to);
    }
    rule.set_some("cidr_ipv4", range);
    rule.set_some("cidr_ipv6", ipv6);
    rule.set_some("description", description);
    rule.set("security_group_id", source.attribute("aws_security_group", "id"));
    source.tag(&mut rule);
    rule
}
