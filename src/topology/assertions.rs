//! `assert`: a condition over the finished topology.

use super::codes;
use super::collect::later;
use super::eval::{Env, Scope, binary};
use super::spot::{Spot, select};
use super::value::{Value, ValueKind};
use super::{Assert, Claim, Condition, Gateway, GatewayId, Ports, Protocol, Selection, Topology, Vpc};
use crate::diag::Diagnostic;
use crate::nearest::nearest;
use crate::source::Span;
use crate::syntax::ast::{self, Expr, ExprKind, UnaryOp};

/// An assertion that waits for the topology to be finished.
pub struct Pending<'a> {
    pub span: Span,
    pub assert: &'a ast::Assert,
    pub env: Env<'a>,
}

/// Functions that judge recovery; they come later.
const LATER: &[&str] = &["survives", "rto", "rpo", "latency", "monthly_cost"];

/// Functions that judge where packets go.
const PACKETS: &[(&str, Claim)] = &[("reachable", Claim::Reachable), ("isolated", Claim::Isolated), ("symmetric", Claim::Symmetric)];

impl<'a> Pending<'a> {
    pub fn evaluate(&self, scope: &Scope<'a>, topology: &Topology) -> Option<Assert> {
        let condition = &self.assert.condition;
        let message = self.assert.message.clone();
        if let ExprKind::Call(name, args) = &condition.kind
            && let (ExprKind::Name(name), [arg]) = (&name.kind, args.as_slice())
            && name == "full_mesh"
        {
            let (family, gateways) = self.family(scope, topology, arg)?;
            return Some(Assert { span: self.span, message, condition: Condition::FullMesh { family, gateways } });
        }
        if let ExprKind::Call(name, args) = &condition.kind
            && let ExprKind::Name(name) = &name.kind
            && let Some((_, claim)) = PACKETS.iter().find(|(each, _)| each == name)
        {
            let (sides, ports) = match args.as_slice() {
                [sides @ .., ports] if sides.len() == 2 => (sides, Some(self.ports(scope, *claim, name, ports)?)),
                sides => (sides, None),
            };
            let (from, to) = self.sides(scope, topology, condition.span, name, sides)?;
            if ports.is_some() {
                self.may_be_opened(scope, topology, &from, &to)?;
            }
            return Some(Assert { span: self.span, message, condition: Condition::Packets { claim: *claim, from, to, ports } });
        }
        let value = self.value(scope, topology, condition);
        match value.kind {
            ValueKind::Bool(holds) => {
                let shown = match &condition.kind {
                    ExprKind::Binary(_, left, right) => {
                        format!("{} against {}", self.value(scope, topology, left), self.value(scope, topology, right))
                    }
                    _ => holds.to_string(),
                };
                Some(Assert { span: self.span, message, condition: Condition::Known { holds, shown } })
            }
            ValueKind::Error => None,
            _ => {
                scope.wrong(condition.span, "a condition: a comparison, `full_mesh(…)` or `reachable(…)`", &value);
                None
            }
        }
    }

    /// `tcp`, `tcp 443`, `udp 1024..2048`, `icmp`
    fn ports(&self, scope: &Scope<'a>, claim: Claim, name: &str, expr: &'a Expr) -> Option<Ports> {
        if claim != Claim::Reachable {
            scope.report(
                Diagnostic::new(
                    &codes::NOT_SUPPORTED,
                    expr.span,
                    format!("`{name}(…)` takes no ports: it is about routes, and they know none"),
                )
                .here("cannot be told apart by routes")
                .help("leave out the ports: what workloads open beside the rules, mrc does not see"),
            );
            return None;
        }
        let (word, numbers) = match &expr.kind {
            ExprKind::Call(word, args) if args.len() == 1 => (&**word, Some(scope.eval(&args[0], &self.env))),
            _ => (expr, None),
        };
        let protocol = match &word.kind {
            ExprKind::Name(word) if word == "tcp" => Some(Protocol::Tcp),
            ExprKind::Name(word) if word == "udp" => Some(Protocol::Udp),
            ExprKind::Name(word) if word == "icmp" && numbers.is_none() => Some(Protocol::Icmp),
            _ => None,
        };
        let number = |value: &Value<'_>| match value.kind {
            ValueKind::Int(number) if (1..=65535).contains(&number) => Some(number as u16),
            _ => None,
        };
        let ports = match &numbers {
            None => Some((0, u16::MAX)),
            Some(value) => match &value.kind {
                ValueKind::Error => return None,
                ValueKind::Range(ends) => number(&ends.0).zip(number(&ends.1)).filter(|(first, last)| first <= last),
                _ => number(value).map(|port| (port, port)),
            },
        };
        let found = protocol.zip(ports).map(|(protocol, (first, last))| Ports { protocol, first, last });
        if found.is_none() {
            scope.report(
                Diagnostic::new(&codes::WRONG_TYPE, expr.span, "expected a protocol and its ports")
                    .here("neither `tcp`, `udp` nor `icmp`, or no ports from 1 to 65535")
                    .help("write `tcp 443`, `udp 1024..2048`, `tcp` for all of its ports, or `icmp`"),
            );
        }
        found
    }

    /// Rules open ports of our own subnets, to parties of rules: nothing else can hold.
    fn may_be_opened(&self, scope: &Scope<'a>, topology: &Topology, from: &Selection, to: &Selection) -> Option<()> {
        let (what, span) = if from.spots.contains(&Spot::Internet) {
            ("whether the internet is let in", from.span)
        } else if let Some(spot) = to.spots.iter().find(|spot| !matches!(spot, Spot::Subnet(..))) {
            let name = topology.spot_name(*spot);
            return self.no_ports(scope, &format!("what `{name}` lets in"), to.span);
        } else {
            return Some(());
        };
        self.no_ports(scope, what, span)
    }

    fn no_ports(&self, scope: &Scope<'a>, what: &str, span: Span) -> Option<()> {
        scope.report(
            Diagnostic::new(&codes::NOT_SUPPORTED, span, format!("no rule says {what}, so nothing is known of its ports"))
                .here("ports cannot be judged here")
                .help("leave out the ports: then the routes both ways are judged"),
        );
        None
    }

    fn sides(&self, scope: &Scope<'a>, topology: &Topology, span: Span, name: &str, args: &'a [Expr]) -> Option<(Selection, Selection)> {
        let (from, to) = match args {
            [from, to] => (from, to),
            _ => {
                scope.report(
                    Diagnostic::new(&codes::WRONG_TYPE, span, format!("`{name}(…)` takes two sides, not {}", args.len()))
                        .here("two sides are wanted")
                        .help(format!("write `{name}(a, b)`, with VPCs, subnets, segments or `internet`")),
                );
                return None;
            }
        };
        let (a, b) = (scope.eval(from, &self.env), scope.eval(to, &self.env));
        let (a, b) = (select(scope, topology, &a), select(scope, topology, &b));
        Some((a?, b?))
    }

    fn family(&self, scope: &Scope<'a>, topology: &Topology, arg: &'a Expr) -> Option<(String, Vec<GatewayId>)> {
        let value = scope.eval(arg, &self.env);
        let path = value.as_path()?;
        let gateways: Vec<GatewayId> = topology.gateway_ids().filter(|id| topology.gateway(*id).name == path.base).collect();
        if gateways.is_empty() {
            let near = nearest(&path.base, topology.gateways.iter().map(|each| each.name.as_str()));
            scope.report(super::eval::unknown(&path.base, arg.span, "transit gateway", near));
            return None;
        }
        Some((path.base.clone(), gateways))
    }

    /// Like the scope's evaluation, and attributes of instances besides.
    fn value(&self, scope: &Scope<'a>, topology: &Topology, expr: &'a Expr) -> Value<'a> {
        match &expr.kind {
            ExprKind::Binary(op, left, right) => {
                let (a, b) = (self.value(scope, topology, left), self.value(scope, topology, right));
                if a.is_error() || b.is_error() { Value::error(expr.span) } else { binary(scope, *op, &a, &b, expr.span) }
            }
            ExprKind::Unary(UnaryOp::Not, operand) => match self.value(scope, topology, operand).kind {
                ValueKind::Bool(truth) => Value::new(expr.span, ValueKind::Bool(!truth)),
                ValueKind::Error => Value::error(expr.span),
                other => scope.wrong(operand.span, "true or false after `not`", &Value::new(operand.span, other)),
            },
            ExprKind::Call(name, _) => {
                if let ExprKind::Name(name) = &name.kind
                    && PACKETS.iter().any(|(each, _)| each == name)
                {
                    scope.report(
                        Diagnostic::new(&codes::WRONG_TYPE, expr.span, format!("`{name}(…)` stands alone in an assertion"))
                            .here("part of a larger condition")
                            .help("write one `assert` for each: what fails shows its own way; `isolated` is the opposite of `reachable`"),
                    );
                    return Value::error(expr.span);
                }
                if let ExprKind::Name(name) = &name.kind
                    && LATER.contains(&name.as_str())
                {
                    scope.report(later(
                        expr.span,
                        &format!("`{name}(…)`"),
                        "assertions take comparisons, `full_mesh(…)`, `reachable(…)`, `isolated(…)` and `symmetric(…)` for now",
                    ));
                    return Value::error(expr.span);
                }
                if let (ExprKind::Name(word), span) = (&name.kind, name.span)
                    && let Some(near) = nearest(word, PACKETS.iter().map(|(each, _)| *each).chain(["full_mesh"]))
                    && near != word
                {
                    scope.report(super::eval::unknown(word, span, "condition", Some(near)));
                    return Value::error(expr.span);
                }
                scope.eval(expr, &self.env)
            }
            _ => {
                let value = scope.eval(expr, &self.env);
                self.attribute(scope, topology, value)
            }
        }
    }

    /// `core@us-east-1.asn`, `app@us-east-1.cidr`, `app@us-east-1.azs`
    fn attribute(&self, scope: &Scope<'a>, topology: &Topology, value: Value<'a>) -> Value<'a> {
        let Some(path) = value.as_path() else { return value };
        let [field] = path.fields.as_slice() else { return value };
        let gateways: Vec<&Gateway> =
            topology.gateways.iter().filter(|each| each.name == path.base && topology.is_at(each.place, path)).collect();
        let vpcs: Vec<&Vpc> = topology.vpcs.iter().filter(|each| each.name == path.base && topology.is_at(each.place, path)).collect();
        let (gateway, vpc) = (gateways.first(), vpcs.first());
        if path.place.is_none() && gateways.is_empty() && vpcs.is_empty() {
            return value;
        }
        if gateways.len() + vpcs.len() > 1 {
            let places = gateways.iter().map(|each| each.place).chain(vpcs.iter().map(|each| each.place));
            let each: Vec<String> = places.map(|id| format!("`{}@{}.{field}`", path.base, topology.place(id).name)).collect();
            scope.report(
                Diagnostic::new(&codes::WRONG_TYPE, value.span, format!("`{path}` is one value in each place"))
                    .here("which of them?")
                    .help(format!("write one `assert` for each: {}", each.join(", "))),
            );
            return Value::error(value.span);
        }
        let kind = match (gateway, vpc, field.as_str()) {
            (Some(gateway), _, "asn") => gateway.asn.number.map(ValueKind::Asn),
            (_, Some(vpc), "azs") => Some(ValueKind::Int(vpc.zones.len() as u64)),
            (_, Some(vpc), "cidr") => {
                vpc.ranges.first().and_then(|range| range.cidr).map(|cidr| ValueKind::Cidr(cidr.network().into(), cidr.prefix()))
            }
            (None, None, _) => {
                scope.report(super::eval::unknown(&path.to_string(), value.span, "instance", None));
                return Value::error(value.span);
            }
            _ => {
                scope.report(
                    Diagnostic::new(&codes::UNKNOWN_ATTRIBUTE, value.span, format!("`{path}` cannot be compared"))
                        .here("no such value")
                        .help("gateways have `asn`; VPCs have `cidr` and `azs`"),
                );
                return Value::error(value.span);
            }
        };
        kind.map_or(Value::error(value.span), |kind| Value::new(value.span, kind))
    }
}
