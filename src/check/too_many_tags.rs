//! Tags of a resource, with those that it inherits, are more than AWS takes or differ in case only.

use std::collections::{BTreeMap, BTreeSet};

use super::Subject;
use crate::aws::most_tags;
use crate::diag::{Diagnostic, Sink};
use crate::source::Span;
use crate::topology::{PlaceId, Tags, Topology, merged_tags};

code!("MR703", "too-many-tags", Error, "too_many_tags.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    let topology = subject.topology;
    let mut said = Said { topology, sink, places: BTreeSet::new() };
    for place in (0..topology.places.len() as u32).map(PlaceId) {
        said.inherited(place);
    }
    for vpc in &topology.vpcs {
        let owner = |what: &str| format!("{what} of vpc `{}`", vpc.name);
        let clean = said.own(vpc.place, &vpc.tags, format!("vpc `{}`", vpc.name), vpc.name_span);
        let mut part = |tags: &Tags, what: String, span| {
            if clean && !tags.is_empty() {
                said.own(vpc.place, &merged_tags(&vpc.tags, tags), what, span);
            }
        };
        for group in &vpc.subnets {
            part(&group.tags, owner(&format!("subnet `{}`", group.name)), group.span);
        }
        for attachment in &vpc.attachments {
            part(&attachment.tags, owner(&format!("attachment `{}`", topology.gateway(attachment.gateway).name)), attachment.span);
        }
        for endpoint in &vpc.endpoints {
            part(&endpoint.tags, owner(&format!("endpoint `{}`", endpoint.service)), endpoint.span);
        }
    }
    for gateway in &topology.gateways {
        said.own(gateway.place, &gateway.tags, format!("transit gateway `{}`", gateway.name), gateway.name_span);
    }
    for segment in &topology.segments {
        for table in &segment.on {
            let gateway = topology.gateway(table.gateway);
            let tags = merged_tags(&gateway.tags, &segment.tags);
            said.own(gateway.place, &tags, format!("segment `{}`", segment.name), segment.name_span);
        }
    }
    for peering in &topology.peerings {
        let place = match peering.ends {
            crate::topology::Ends::Gateways(a, _) => topology.gateway(a).place,
            crate::topology::Ends::Vpcs(a, _) => topology.vpc(a).place,
        };
        said.own(place, &peering.tags, format!("peering `{}`", peering.name), peering.span);
    }
    for uplink in &topology.uplinks {
        said.own(uplink.place, &uplink.tags, format!("uplink `{}`", uplink.name), uplink.name_span);
    }
    for list in &topology.prefix_lists {
        said.own(list.place, &list.tags, format!("prefix list `{}`", list.name), list.name_span);
    }
    for firewall in &topology.firewalls {
        said.own(firewall.place, &firewall.tags, format!("firewall `{}`", firewall.name), firewall.name_span);
    }
    for bucket in &topology.buckets {
        said.own(bucket.place, &bucket.tags, format!("bucket `{}`", bucket.name), bucket.name_span);
    }
    for table in &topology.tables {
        for place in &table.replicas {
            said.own(*place, &table.tags, format!("table `{}`", table.name), table.name_span);
        }
    }
    for key in &topology.keys {
        for place in std::iter::once(key.primary).chain(key.replicas.iter().map(|(place, _)| *place)) {
            said.own(place, &key.tags, format!("key `{}`", key.name), key.name_span);
        }
    }
}

struct Said<'t, 's> {
    topology: &'t Topology,
    sink: &'s mut Sink,
    /// Whose own tags are wrong already.
    places: BTreeSet<PlaceId>,
}

impl Said<'_, '_> {
    /// What topology, account and region give to everything.
    fn inherited(&mut self, id: PlaceId) {
        let place = self.topology.place(id);
        let what = format!("everything in {}", place.name);
        if !self.judge(&place.tags, 0, what, self.topology.name_span) {
            self.places.insert(id);
        }
    }

    /// Whether the tags of something, over those of its place, are as AWS takes them.
    fn own(&mut self, id: PlaceId, tags: &Tags, what: String, span: Span) -> bool {
        if tags.is_empty() || self.places.contains(&id) {
            return true;
        }
        let inherited = &self.topology.place(id).tags;
        self.judge(&merged_tags(inherited, tags), inherited.len(), what, span)
    }

    fn judge(&mut self, tags: &Tags, inherited: usize, what: String, span: Span) -> bool {
        // `Name` is one of them.
        let (number, most) = (tags.len() + 1, most_tags());
        let mut keys: BTreeMap<String, &str> = BTreeMap::new();
        let same = tags.iter().find_map(|(key, _)| keys.insert(key.to_lowercase(), key).map(|other| (other, key)));
        if number > most {
            let of_these = if inherited > 0 { format!("{inherited} inherited, and `Name`") } else { "`Name` among them".to_owned() };
            self.sink.push(
                Diagnostic::new(&CODE, span, format!("{what} would have {number} tags; AWS takes {most}"))
                    .here(of_these)
                    .help("remove some, here or where they are inherited from"),
            );
        } else if let Some((other, key)) = same {
            self.sink.push(
                Diagnostic::new(&CODE, span, format!("{what} would have the tags `{other}` and `{key}`, which IAM takes for one"))
                    .here("one of them is inherited")
                    .help("write both alike"),
            );
        } else {
            return true;
        }
        false
    }
}
