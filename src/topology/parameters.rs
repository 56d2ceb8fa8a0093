//! `param("name")`: what it is called in the targets, and what it is for.

use super::eval::Scope;
use super::*;
use crate::syntax::ast::{self, ItemKind};

/// What a value from outside must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterKind {
    Vpc,
    RouteTable,
    Gateway,
    GatewayTable,
    /// An IPv4 address.
    Address,
    Ipv6Pool,
    IpamPool,
    FirewallPolicy,
}

/// One thing that a parameter says something about.
#[derive(Clone, Debug)]
pub struct Use {
    pub kind: ParameterKind,
    pub place: PlaceId,
    /// `ID of the existing VPC legacy in us-east-1`
    pub text: String,
    /// From the doc comment of the block.
    pub doc: Option<String>,
}

/// Everything that a parameter is used for, in the order of the topology.
pub fn uses<'t>(topology: &'t Topology, name: &'t str) -> Vec<Use> {
    let is = |external: &External| matches!(external, External::Parameter(each) if each == name);
    let at = |place: PlaceId| &topology.place(place).name;
    let mut found = Vec::new();
    let mut push = |kind, place, text: String, doc: &Option<String>| found.push(Use { kind, place, text, doc: doc.clone() });
    for vpc in &topology.vpcs {
        let Some(existing) = &vpc.existing else { continue };
        let whose = format!("of the existing VPC {} in {}", vpc.name, at(vpc.place));
        if is(&existing.id) {
            push(ParameterKind::Vpc, vpc.place, format!("ID {whose}"), &vpc.doc);
        }
        let several = existing.route_tables.len() > 1;
        for (ix, _) in existing.route_tables.iter().enumerate().filter(|(_, table)| is(table)) {
            let which = if several { format!("route table {}", ix + 1) } else { "the route table".to_owned() };
            push(ParameterKind::RouteTable, vpc.place, format!("ID of {which} {whose}"), &vpc.doc);
        }
    }
    for gateway in &topology.gateways {
        let Some(existing) = &gateway.existing else { continue };
        let whose = format!("of the existing transit gateway {} in {}", gateway.name, at(gateway.place));
        if is(&existing.id) {
            push(ParameterKind::Gateway, gateway.place, format!("ID {whose}"), &gateway.doc);
        }
        if existing.route_table.as_ref().is_some_and(is) {
            push(ParameterKind::GatewayTable, gateway.place, format!("ID of the route table {whose}"), &gateway.doc);
        }
    }
    for uplink in &topology.uplinks {
        if matches!(&uplink.by, UplinkBy::Vpn { ip, .. } if is(&ip.0)) {
            let text = format!("Public IPv4 address of the device at the other end of VPN {} in {}", uplink.name, at(uplink.place));
            push(ParameterKind::Address, uplink.place, text, &uplink.doc);
        }
    }
    for firewall in &topology.firewalls {
        if matches!(&firewall.policy, FirewallPolicy::Existing(arn) if is(arn)) {
            let text = format!("ARN of the policy of firewall {} in {}", firewall.name, at(firewall.place));
            push(ParameterKind::FirewallPolicy, firewall.place, text, &firewall.doc);
        }
    }
    for pool in &topology.ipv6_pools {
        for (region, holder) in &pool.holders {
            let place = topology.places.iter().position(|place| place.region.code == *region).unwrap_or_default();
            let place = PlaceId(place as u32);
            let (kind, what, id) = match holder {
                Ipv6Holder::Byoip(id) => (ParameterKind::Ipv6Pool, "IPv6 pool", id),
                Ipv6Holder::Ipam(id) => (ParameterKind::IpamPool, "IPAM pool", id),
            };
            if is(id) {
                push(kind, place, format!("ID of the {what} in {region} that {} is taken from", pool.name), &None);
            }
        }
    }
    found
}

/// `legacy_vpc-id` as `LegacyVpcId`. Nothing but letters and digits.
pub fn capitals(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in words(name) {
        // `a_1_2` and `a_12` must not look the same.
        if word.starts_with(|first: char| first.is_ascii_digit()) && out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push('x');
        }
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.extend(letters);
    }
    out
}

/// `LegacyVpcId` as `legacy_vpc_id`.
pub fn lowered(name: &str) -> String {
    words(name).iter().map(|word| word.to_ascii_lowercase()).collect::<Vec<_>>().join("_")
}

/// Parts between `-`, `_` and before capitals: `LegacyVPCId` is `Legacy`, `VPC`, `Id`.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = vec![String::new()];
    for (ix, each) in letters.iter().enumerate() {
        if !each.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let after_small = ix > 0 && (letters[ix - 1].is_ascii_lowercase() || letters[ix - 1].is_ascii_digit());
        let before_small = ix > 0 && letters[ix - 1].is_ascii_uppercase() && letters.get(ix + 1).is_some_and(char::is_ascii_lowercase);
        if each.is_ascii_uppercase() && (after_small || before_small) {
            words.push(String::new());
        }
        words.last_mut().expect("there is one").push(*each);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Parameters by name, with the doc comment of the attribute or the `let` that they stand in.
pub fn read(scope: &Scope<'_>, files: &[ast::File]) -> Vec<Parameter> {
    let mut docs: Vec<(Span, &str)> = Vec::new();
    files.iter().for_each(|file| documented(&file.items, &mut docs));
    let inside = |outer: Span, inner: Span| outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end;
    let params = scope.params.borrow();
    let parameter = |(name, span): (&String, &Span)| Parameter {
        name: name.clone(),
        span: *span,
        doc: docs.iter().find(|(of, _)| inside(*of, *span)).map(|(_, doc)| (*doc).to_owned()),
    };
    params.iter().map(parameter).collect()
}

fn documented<'a>(items: &'a [ast::Item], docs: &mut Vec<(Span, &'a str)>) {
    for item in items {
        let bodies: Vec<&ast::Body> = match &item.kind {
            ItemKind::Attr(_) | ItemKind::Let(_) => {
                docs.extend(item.doc.as_deref().map(|doc| (item.span, doc)));
                continue;
            }
            ItemKind::For(each) => vec![&each.body],
            ItemKind::If(choice) => std::iter::once(&choice.then).chain(&choice.otherwise).collect(),
            ItemKind::At(at) => vec![&at.body],
            ItemKind::Pattern(pattern) => vec![&pattern.body],
            ItemKind::Block(block) => block.body.iter().collect(),
            _ => continue,
        };
        bodies.into_iter().for_each(|body| documented(&body.items, docs));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_both_targets() {
        for (name, pascal, snake) in [
            ("LegacyVpcId", "LegacyVpcId", "legacy_vpc_id"),
            ("legacy-vpc_id", "LegacyVpcId", "legacy_vpc_id"),
            ("LegacyVPCId", "LegacyVPCId", "legacy_vpc_id"),
            ("legacyVpc2", "LegacyVpc2", "legacy_vpc2"),
            ("a_1_2", "A1x2", "a_1_2"),
            ("HTTP", "HTTP", "http"),
        ] {
            assert_eq!((capitals(name).as_str(), lowered(name).as_str()), (pascal, snake));
        }
    }
}
