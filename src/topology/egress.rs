//! `egress` and `firewall`: the way out, and what looks at it.

use super::collect;
use super::eval::unknown;
use super::frame::{external, tags};
use super::resolve::{Cx, Instance, owner};
use super::value::{Path, Value, ValueKind};
use super::*;
use crate::diag::Diagnostic;
use crate::nearest::nearest;

/// Firewalls by position among the instances; None where something is wrong, which has been said.
pub type Found = Vec<Option<FirewallId>>;

pub fn firewalls<'a>(cx: &Cx<'a, '_>, instances: &[Instance<'a, '_>], topology: &Topology) -> (Vec<Firewall>, Found) {
    let mut firewalls: Vec<Firewall> = Vec::new();
    let found = instances.iter().map(|instance| {
        let firewall = firewall(cx, instance, topology)?;
        firewalls.push(firewall);
        Some(FirewallId(firewalls.len() as u32 - 1))
    });
    let found = found.collect();
    (firewalls, found)
}

fn firewall<'a>(cx: &Cx<'a, '_>, instance: &Instance<'a, '_>, topology: &Topology) -> Option<Firewall> {
    let Instance { decl, place } = *instance;
    let members = cx.members(decl, Some(place));
    if !cx.require(decl, &members) {
        return None;
    }
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
    let subnets = attr("subnets");
    let (policy, domains) = (attr("policy"), attr("allow_domains"));
    let subnets = subnets?;
    let (vpc, group) = group(cx, &subnets, place, topology)?;
    let policy = match (policy, domains) {
        (Some(policy), None) => FirewallPolicy::Existing(external(&policy)?),
        (None, Some(domains)) => FirewallPolicy::Domains(names(cx, &domains)?),
        (Some(policy), Some(domains)) => {
            cx.scope.report(
                Diagnostic::new(&codes::DUPLICATE_ATTRIBUTE, domains.span, format!("{} has `policy` and `allow_domains`", owner(decl)))
                    .here("the names")
                    .label(policy.span, "the policy")
                    .help("keep one of them: `allow_domains` makes a policy"),
            );
            return None;
        }
        (None, None) => {
            if !members.attrs.contains_key("policy") && !members.attrs.contains_key("allow_domains") {
                cx.scope.report(
                    Diagnostic::new(&codes::MISSING_ATTRIBUTE, decl.name_span, format!("{} has no policy", owner(decl)))
                        .here("what may pass?")
                        .help("write `policy = param(\"firewall_policy\")` with the ARN of one, or `allow_domains = [\".example.com\"]`"),
                );
            }
            return None;
        }
    };
    Some(Firewall {
        name: decl.name.clone(),
        place,
        span: decl.item.span,
        name_span: decl.name_span,
        doc: decl.item.doc.clone(),
        vpc,
        group,
        group_span: subnets.span,
        policy,
        tags: tags(attr("tags").as_ref()),
    })
}

/// The subnet group that `edge.inspect` names, in the place of the firewall.
fn group<'a>(cx: &Cx<'a, '_>, value: &Value<'a>, place: PlaceId, topology: &Topology) -> Option<(VpcId, usize)> {
    let path = value.as_path()?;
    let [name] = path.fields.as_slice() else {
        cx.scope.wrong(value.span, "a subnet group of a VPC, as `edge.inspect`", value);
        return None;
    };
    let whole = Value::of_path(value.span, Path { fields: Vec::new(), index: None, ..path.clone() });
    let (ix, at) = cx.instance("vpc", &whole, Some(place))?;
    if at != place {
        cx.scope.report(
            Diagnostic::new(
                &codes::CROSSES_PLACES,
                value.span,
                format!("a firewall in {} cannot stand in a VPC in {}", cx.place(place).name, cx.place(at).name),
            )
            .here(format!("in {}", cx.place(at).name))
            .help("name a VPC of the firewall's own place, or put the firewall there with `in`"),
        );
        return None;
    }
    let vpc = topology.vpc(VpcId(ix));
    let found = vpc.subnets.iter().position(|group| group.name == *name);
    if found.is_none() {
        let near = nearest(name, vpc.subnets.iter().map(|group| group.name.as_str())).map(|near| format!("{whole}.{near}"));
        cx.scope.report(unknown(&value.to_string(), value.span, "subnet group", near.as_deref()));
    }
    Some((VpcId(ix), found?))
}

/// Names as Network Firewall takes them: lower case, a leading dot for everything below.
fn names(cx: &Cx<'_, '_>, list: &Value<'_>) -> Option<Vec<String>> {
    let mut found: Vec<(String, Span)> = Vec::new();
    for value in list.as_list()? {
        let ValueKind::Str(text) = &value.kind else { continue };
        let labels = text.strip_prefix('.').unwrap_or(text).split('.');
        let fits = |label: &str| {
            !label.is_empty() && label.len() < 64 && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if text.len() > 255 || !labels.clone().all(fits) || labels.count() < 2 {
            cx.scope.wrong(value.span, "a domain name in lower case, as `\"api.example.com\"` or `\".example.com\"`", value);
            return None;
        }
        // AWS compares names without the dot, and `.example.com` is `example.com` as well.
        let bare = |text: &str| text.trim_start_matches('.').to_owned();
        if let Some((first, span)) = found.iter().find(|(first, _)| *first != **text && bare(first) == bare(text)) {
            cx.scope.report(
                Diagnostic::new(
                    &codes::DUPLICATE_NAME,
                    value.span,
                    format!("`allow_domains` has `{first}` and `{text}`, which are one name for AWS"),
                )
                .here("again here")
                .label(*span, "first here")
                .help("with the dot it stands for the name and everything below it; keep that one or the other"),
            );
        }
        found.push((text.to_string(), value.span));
    }
    let mut found: Vec<String> = found.into_iter().map(|(text, _)| text).collect();
    if found.is_empty() {
        cx.scope.report(
            Diagnostic::new(&codes::OUT_OF_RANGE, list.span, "`allow_domains` names nothing")
                .here("no name")
                .help("name at least one; a firewall that drops everything is an `egress` that is not there"),
        );
        return None;
    }
    found.sort();
    found.dedup();
    Some(found)
}

pub fn egresses<'a>(cx: &Cx<'a, '_>, instances: &[Instance<'a, '_>], firewalls: &Found, topology: &Topology) -> Vec<Egress> {
    instances.iter().filter_map(|instance| egress(cx, instance, firewalls, topology)).collect()
}

fn egress<'a>(cx: &Cx<'a, '_>, instance: &Instance<'a, '_>, firewalls: &Found, topology: &Topology) -> Option<Egress> {
    let Instance { decl, place } = *instance;
    let members = cx.members(decl, Some(place));
    if !cx.require(decl, &members) {
        return None;
    }
    let attr = |name: &str| collect::attr(cx.scope, &members, decl.kind, false, &owner(decl), name);
    let from = match attr("from") {
        Some(list) => {
            list.as_list()?.iter().map(|value| super::policy::named(cx, value, &topology.segments).map(Some)).collect::<Option<Vec<_>>>()?
        }
        None if members.attrs.contains_key("from") => return None,
        None => vec![None],
    };
    let via = attr("via")?;
    let inspect = attr("inspect");
    let (vpc, _) = cx.instance("vpc", &via, Some(place))?;
    let vpc = VpcId(vpc);
    // Its firewall stands where the VPC is.
    let there = topology.vpc(vpc).place;
    let inspect = match inspect {
        Some(value) => {
            let (ix, _) = cx.instance("firewall", &value, Some(there))?;
            Some((firewalls[ix as usize]?, value.span))
        }
        None if members.attrs.contains_key("inspect") => return None,
        None => None,
    };
    Some(Egress {
        name: decl.name.clone(),
        place,
        span: decl.item.span,
        name_span: decl.name_span,
        from,
        via: vpc,
        via_span: via.span,
        inspect,
    })
}
