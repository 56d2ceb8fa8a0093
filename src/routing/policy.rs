//! Who may reach whom: segments and rules to a relation between classes of members.
//!
//! Members in one segment that the same rules name in the same way are one class, so that the
//! relation stays small however many VPCs there are. What may meet may meet both ways: an answer needs a
//! route as well, so a rule that takes the way there takes the way back. An egress alone lets nobody meet:
//! its VPC knows those who go out, for the answers of NAT gateways, and they do not know the VPC.

use std::collections::BTreeMap;

use crate::topology::{GatewayId, PartyMember, PlaceId, SegmentId, Topology, UplinkId, VpcId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class(usize);

/// The segment, and for each rule whether the class is on its left and on its right. An egress is a
/// rule as well, after those that are written: on its left is what goes out, on its right the way.
type Key = (Option<SegmentId>, Vec<(bool, bool)>);

/// What a class is asked for: something attached, or the table of a segment.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    pub party: Option<PartyMember>,
    pub segment: Option<SegmentId>,
    pub place: PlaceId,
}

impl Who {
    pub fn vpc(topology: &Topology, id: VpcId, segment: Option<SegmentId>) -> Who {
        Who { party: Some(PartyMember::Vpc(id)), segment, place: topology.vpc(id).place }
    }

    /// The other end of an uplink.
    pub fn uplink(topology: &Topology, id: UplinkId) -> Who {
        let uplink = topology.uplink(id);
        Who { party: Some(PartyMember::Uplink(id)), segment: uplink.segment, place: uplink.place }
    }

    /// What lies behind an existing gateway.
    pub fn behind(topology: &Topology, id: GatewayId) -> Who {
        Who { party: Some(PartyMember::Behind(id)), segment: None, place: topology.gateway(id).place }
    }
}

pub struct Policy<'t> {
    topology: &'t Topology,
    classes: BTreeMap<Key, Class>,
    /// By class and class: whether packets of the first find the second, and whether they may meet.
    allowed: Vec<Vec<bool>>,
    meeting: Vec<Vec<bool>>,
}

impl<'t> Policy<'t> {
    /// The policy over everything that may be a member.
    pub fn new(topology: &'t Topology, members: &[Who]) -> Policy<'t> {
        let mut keys: BTreeMap<Key, Class> = BTreeMap::new();
        // Tables of segments have rows of their own, whether a member is there or not.
        let segments = || std::iter::once(None).chain((0..topology.segments.len() as u32).map(|ix| Some(SegmentId(ix))));
        // Only what goes out differs from place to place.
        let places = if topology.egresses.is_empty() { 1 } else { topology.places.len().max(1) };
        let places = (0..places as u32).map(PlaceId);
        let plain = places.flat_map(|place| segments().map(move |segment| Who { party: None, segment, place }));
        for key in plain.chain(members.iter().copied()).map(|who| key(topology, who)) {
            let next = Class(keys.len());
            keys.entry(key).or_insert(next);
        }
        let mut by_class: Vec<&Key> = vec![keys.keys().next().expect("the default segment has a class"); keys.len()];
        for (key, class) in &keys {
            by_class[class.0] = key;
        }
        let relation = |holds: fn(&Topology, &Key, &Key) -> bool| {
            by_class.iter().map(|a| by_class.iter().map(|b| holds(topology, a, b)).collect()).collect()
        };
        let (allowed, meeting) = (relation(allows), relation(meet));
        Policy { topology, classes: keys, allowed, meeting }
    }

    pub fn class(&self, who: Who) -> Class {
        self.classes[&key(self.topology, who)]
    }

    /// Whether packets of the one find the other, be it as answers.
    pub fn may(&self, a: Class, b: Class) -> bool {
        self.allowed[a.0][b.0]
    }

    /// Whether their segments or a rule let them meet.
    pub fn meet(&self, a: Class, b: Class) -> bool {
        self.meeting[a.0][b.0]
    }
}

/// Whether a rule names this one, rather than its segment, or it is the way out of others.
pub fn named(topology: &Topology, party: PartyMember) -> bool {
    let by_rule =
        topology.rules.iter().flat_map(|rule| [&rule.from, &rule.to]).any(|side| side.members.iter().any(|each| is(*each, party)));
    by_rule || denied_elsewhere(topology, party) || topology.egresses.iter().any(|egress| party == PartyMember::Vpc(egress.via))
}

/// Whether a VPC on several gateways is in a segment that a deny names: it is denied over each of them.
fn denied_elsewhere(topology: &Topology, party: PartyMember) -> bool {
    let PartyMember::Vpc(id) = party else { return false };
    topology.vpc(id).attachments.len() > 1
        && topology
            .rules
            .iter()
            .filter(|rule| rule.deny)
            .flat_map(|rule| [&rule.from, &rule.to])
            .any(|side| side.members.iter().any(|each| matches!(each, PartyMember::Segment(segment) if is_in(topology, id, *segment))))
}

/// Over any of its gateways.
fn is_in(topology: &Topology, id: VpcId, segment: SegmentId) -> bool {
    topology.vpc(id).attachments.iter().any(|each| each.segment == Some(segment))
}

/// A subnet group stands for its VPC: routes are the VPC's.
fn is(named: PartyMember, party: PartyMember) -> bool {
    match (named, party) {
        (PartyMember::Group(a, _), PartyMember::Vpc(b)) => a == b,
        _ => named == party,
    }
}

fn key(topology: &Topology, Who { party, segment, place }: Who) -> Key {
    // What a deny closes is closed over every gateway that a member has.
    let elsewhere = |id: SegmentId| matches!(party, Some(PartyMember::Vpc(vpc)) if is_in(topology, vpc, id));
    let on = |members: &[PartyMember], deny: bool| {
        members.iter().any(|each| match each {
            PartyMember::Segment(id) => Some(*id) == segment || (deny && elsewhere(*id)),
            each => party.is_some_and(|party| is(*each, party)),
        })
    };
    let rules = topology.rules.iter().map(|rule| (on(&rule.from.members, rule.deny), on(&rule.to.members, rule.deny)));
    let egresses = topology.egresses.iter().map(|egress| {
        let via = party == Some(PartyMember::Vpc(egress.via));
        (!via && egress.place == place && egress.from.contains(&segment), via)
    });
    (segment, rules.chain(egresses).collect())
}

/// A way out knows those who go out by it.
fn allows(topology: &Topology, a: &Key, b: &Key) -> bool {
    let answers = || (topology.rules.len()..a.1.len()).any(|ix| a.1[ix].1 && b.1[ix].0);
    meet(topology, a, b) || (answers() && !says(topology, a, b, true))
}

fn meet(topology: &Topology, a: &Key, b: &Key) -> bool {
    let together = a.0 == b.0 && a.0.is_none_or(|id| !topology.segment(id).isolated);
    (together || says(topology, a, b, false)) && !says(topology, a, b, true)
}

/// Whether a `deny`, or an `allow`, is about the two.
fn says(topology: &Topology, a: &Key, b: &Key, deny: bool) -> bool {
    let matches = |ix: usize| (a.1[ix].0 && b.1[ix].1) || (b.1[ix].0 && a.1[ix].1);
    topology.rules.iter().enumerate().any(|(ix, rule)| rule.deny == deny && matches(ix))
}

/// What a rule does, judged over everything that is attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It opens or closes a way.
    Changes,
    /// It says what holds without it, or is about nothing that is attached.
    Nothing,
    /// An `allow` all of which this `deny` closes, by position in [`Topology::rules`].
    Overruled(usize),
}

/// The effect of each rule, by position.
pub fn effects(topology: &Topology) -> Vec<Effect> {
    let keys: std::collections::BTreeSet<Key> = topology
        .vpc_ids()
        .flat_map(|id| topology.vpc(id).attachments.iter().map(move |each| Who::vpc(topology, id, each.segment)))
        .chain(topology.gateway_ids().filter(|id| topology.gateway(*id).existing.is_some()).map(|id| Who::behind(topology, id)))
        .chain(topology.uplink_ids().map(|id| Who::uplink(topology, id)))
        .map(|who| key(topology, who))
        .collect();
    let rules = &topology.rules;
    let matches = |ix: usize, a: &Key, b: &Key| (a.1[ix].0 && b.1[ix].1) || (b.1[ix].0 && a.1[ix].1);
    let together = |a: &Key, b: &Key| a.0 == b.0 && a.0.is_none_or(|id| !topology.segment(id).isolated);
    let effect = |ix: usize| {
        let pairs: Vec<(&Key, &Key)> =
            keys.iter().flat_map(|a| keys.iter().map(move |b| (a, b))).filter(|(a, b)| matches(ix, a, b)).collect();
        let denied_by = |a: &Key, b: &Key| (0..rules.len()).find(|other| rules[*other].deny && matches(*other, a, b));
        if rules[ix].deny {
            let goes_out = |a: &Key, b: &Key| (rules.len()..a.1.len()).any(|egress| matches(egress, a, b));
            let opened =
                |a, b| together(a, b) || goes_out(a, b) || (0..rules.len()).any(|other| !rules[other].deny && matches(other, a, b));
            return if pairs.iter().any(|(a, b)| opened(a, b)) { Effect::Changes } else { Effect::Nothing };
        }
        match pairs.first().and_then(|(a, b)| denied_by(a, b)) {
            Some(deny) if pairs.iter().all(|(a, b)| denied_by(a, b).is_some()) => Effect::Overruled(deny),
            _ if pairs.iter().any(|(a, b)| !together(a, b)) => Effect::Changes,
            _ => Effect::Nothing,
        }
    };
    (0..rules.len()).map(effect).collect()
}
