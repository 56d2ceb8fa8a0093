//! Who may reach whom by the words of the source, against where the model says that packets go.
//!
//! This knows segments, rules, peerings and ranges, and nothing of tables.

use mrc::driver::Checked;
use mrc::topology::{
    Ends, GatewayId, Ipv6Range, Origin, Party, PartyMember, PlaceId, SegmentId, Spot, Topology, UplinkBy, UplinkId, VpcId,
};

use super::built::{Address, Block};
use super::model::{self, Names};

/// Something that joins a gateway.
#[derive(Clone, Copy)]
struct Member {
    party: PartyMember,
    segment: Option<SegmentId>,
    gateway: GatewayId,
    place: PlaceId,
}

/// The first packet that goes where nothing lets it, or does not get where it may.
pub fn contradiction(checked: &Checked) -> Option<String> {
    let topology = &checked.topology;
    let (cells, names) = model::said(checked);
    let vpcs: Vec<(VpcId, Vec<Member>)> = topology.vpc_ids().map(|id| (id, vpc_members(topology, id))).collect();
    let uplinks: Vec<(UplinkId, Member)> = topology.uplink_ids().map(|id| (id, uplink_member(topology, id))).collect();
    for (a, ours) in &vpcs {
        for (b, theirs) in vpcs.iter().filter(|(b, _)| a != b && !peered(topology, *a, *b)) {
            let may = passes(topology, ours, theirs);
            for (from, to) in hosts(topology, *a).flat_map(|from| hosts(topology, *b).map(move |to| (from, to))) {
                for (suffix, known) in [("", true), (" (IPv6)", of_a_pool(topology, *a) && of_a_pool(topology, *b))] {
                    let row = format!("{}{suffix}", names.spot(from));
                    let Some(cell) = cells.reach.get(&row).and_then(|row| row.get(names.spot(to))) else { continue };
                    let wanted = match may && known {
                        true => "yes",
                        // Where NAT gateways and firewalls stand answers start; nothing of theirs gets an answer.
                        false if known && suffix.is_empty() && answers(topology, from, ours, theirs) => "one-way",
                        false => "no",
                    };
                    if cell != wanted {
                        return Some(format!("{row} -> {}: {cell}, but by the source {wanted}", names.spot(to)));
                    }
                }
            }
        }
    }
    outwards(checked, &names, &vpcs, &uplinks).or_else(|| inwards(checked, &names, &vpcs, &uplinks))
}

/// From subnets to the ends of all ranges outside.
fn outwards(checked: &Checked, names: &Names, vpcs: &[(VpcId, Vec<Member>)], uplinks: &[(UplinkId, Member)]) -> Option<String> {
    let topology = &checked.topology;
    let ranges = |id: UplinkId| topology.uplink(id).ranges().map(|cidr| Block::parse(&cidr.block().to_string()));
    let edges: Vec<Address> = uplinks.iter().flat_map(|(id, _)| ranges(*id)).flat_map(|range| [range.first, range.last]).collect();
    let endings = model::endings(checked, names, &edges);
    for (vpc, members) in vpcs {
        let reaches = |member: &Member| passes(topology, members, std::slice::from_ref(member));
        // Where there is no policy what a range at a peer is part of another may go on from there.
        let closed = |member: &Member| !members.iter().any(|each| may(topology, each, member));
        for (from, address) in hosts(topology, *vpc).flat_map(|from| edges.iter().map(move |address| (from, address))) {
            let ends = &endings[&(names.spot(from).to_owned(), *address)];
            let told = || format!("{} -> {}: {ends:?}", names.spot(from), address.ip());
            let is_behind = |end: &String, id: UplinkId| {
                end.split_once("behind ").is_some_and(|(_, all)| all.split(" or ").any(|each| each == names.uplink(id)))
            };
            let behind = |id: UplinkId| ends.iter().any(|end| is_behind(end, id));
            let answers = |member: &Member| !address.six && answers(topology, from, members, std::slice::from_ref(member));
            if let Some((id, _)) = uplinks.iter().find(|(id, member)| behind(*id) && closed(member) && !answers(member)) {
                return Some(format!("{}, but nothing lets it there by {}", told(), names.uplink(*id)));
            }
            // Where a part of a range is closed its packets may be dropped or go with the whole.
            let mut there = uplinks.iter().filter(|(id, _)| ranges(*id).any(|range| range.has(*address)));
            if there.all(|(_, member)| reaches(member)) && !ends.iter().all(|end| end.contains("behind ")) {
                return Some(format!("{}, but it may get behind an uplink", told()));
            }
        }
    }
    None
}

/// From networks outside to the first address of every subnet.
fn inwards(checked: &Checked, names: &Names, vpcs: &[(VpcId, Vec<Member>)], uplinks: &[(UplinkId, Member)]) -> Option<String> {
    let topology = &checked.topology;
    let mut to: Vec<(&[Member], Spot, Address)> = Vec::new();
    for (vpc, members) in vpcs {
        for spot in hosts(topology, *vpc) {
            let six = topology.spot_stand_in(spot).filter(|_| of_a_pool(topology, *vpc));
            let ranges = topology.spot_ranges(spot).into_iter().chain(six);
            to.extend(ranges.map(|range| (members.as_slice(), spot, Block::parse(&range.to_string()).first)));
        }
    }
    let endings = model::endings(checked, names, &to.iter().map(|(.., address)| *address).collect::<Vec<_>>());
    for (members, to, address) in to.iter().filter(|(.., address)| !address.six) {
        for network in topology.networks_outside().map(Spot::Uplink) {
            let by: Vec<&Member> = uplinks
                .iter()
                .filter(|(id, _)| Spot::Uplink(topology.network_of(*id)) == network && brings(topology, *id, *address))
                .map(|(_, by)| by)
                .collect();
            let ends = &endings[&(names.spot(network).to_owned(), *address)];
            let may = by.iter().filter(|member| passes(topology, members, std::slice::from_ref(**member))).count();
            let arrives = ends.iter().filter(|end| **end == format!("in {}", names.spot(*to))).count();
            if (may == 0 && arrives > 0) || (may == by.len() && may > 0 && arrives < ends.len()) {
                return Some(format!("{} -> {}: {ends:?}, and {may} of {} let it in", names.spot(network), names.spot(*to), by.len()));
            }
        }
    }
    None
}

/// Whether a network sends by an uplink what is for an address: by Direct Connect what is announced.
fn brings(topology: &Topology, id: UplinkId, address: Address) -> bool {
    match &topology.uplink(id).by {
        UplinkBy::Vpn { .. } => true,
        UplinkBy::DirectConnect { allowed, .. } => allowed.iter().any(|cidr| Block::parse(&cidr.block().to_string()).has(address)),
    }
}

fn vpc_members(topology: &Topology, id: VpcId) -> Vec<Member> {
    let (party, place) = (PartyMember::Vpc(id), topology.vpc(id).place);
    let attachments = topology.vpc(id).attachments.iter();
    attachments.map(|each| Member { party, segment: each.segment, gateway: each.gateway, place }).collect()
}

fn uplink_member(topology: &Topology, id: UplinkId) -> Member {
    let uplink = topology.uplink(id);
    Member { party: PartyMember::Uplink(id), segment: uplink.segment, gateway: uplink.gateway, place: uplink.place }
}

fn hosts(topology: &Topology, id: VpcId) -> impl Iterator<Item = Spot> {
    topology.spots(id).into_iter().filter(|spot| matches!(spot, Spot::Subnet(..)))
}

/// Others know ranges of pools; what Amazon chooses nobody knows.
fn of_a_pool(topology: &Topology, id: VpcId) -> bool {
    matches!(topology.vpc(id).ipv6, Some((Ipv6Range::Pool(..), _)))
}

fn peered(topology: &Topology, a: VpcId, b: VpcId) -> bool {
    topology.peerings.iter().any(|each| matches!(each.ends, Ends::Vpcs(x, y) if (x, y) == (a, b) || (y, x) == (a, b)))
}

/// Whether one of these and one of those may meet, on gateways that are joined.
fn passes(topology: &Topology, ours: &[Member], theirs: &[Member]) -> bool {
    ours.iter().any(|a| theirs.iter().any(|b| may(topology, a, b) && joined(topology, a.gateway, b.gateway)))
}

/// Whether a subnet is where NAT gateways or a firewall stand for those who go out through its VPC, and no
/// `deny` takes that.
fn answers(topology: &Topology, from: Spot, ours: &[Member], theirs: &[Member]) -> bool {
    let Spot::Subnet(vpc, group, _) = from else { return false };
    let nats = topology.vpc(vpc).nats().iter().any(|(of, _)| *of == group);
    let firewall = topology.inspected_by(vpc).is_some_and(|id| topology.firewall(id).group == group);
    let pairs = || ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    (nats || firewall)
        && pairs().any(|(a, b)| goes_out(topology, b, a) && !says(topology, a, b, true) && joined(topology, a.gateway, b.gateway))
}

/// Whether one leaves by the VPC that another one is.
fn goes_out(topology: &Topology, from: &Member, by: &Member) -> bool {
    topology.egresses.iter().any(|egress| {
        let via = PartyMember::Vpc(egress.via);
        by.party == via && from.party != via && from.place == egress.place && egress.from.contains(&from.segment)
    })
}

fn may(topology: &Topology, a: &Member, b: &Member) -> bool {
    let together = a.segment == b.segment && a.segment.is_none_or(|id| !topology.segment(id).isolated);
    (together || says(topology, a, b, false)) && !says(topology, a, b, true)
}

/// Whether a `deny`, or an `allow`, is about two of them.
fn says(topology: &Topology, a: &Member, b: &Member, deny: bool) -> bool {
    // Who is denied by a segment is denied over every gateway.
    let is_in = |member: &Member, segment: SegmentId| match member.party {
        PartyMember::Vpc(id) => topology.vpc(id).attachments.iter().any(|each| each.segment == Some(segment)),
        _ => false,
    };
    let names = |side: &Party, member: &Member, deny: bool| {
        side.members.iter().any(|each| match *each {
            PartyMember::Segment(id) => member.segment == Some(id) || (deny && is_in(member, id)),
            PartyMember::Group(id, _) => member.party == PartyMember::Vpc(id),
            each => each == member.party,
        })
    };
    let mut rules = topology.rules.iter().filter(|rule| rule.deny == deny);
    rules.any(|rule| {
        let between = |a, b| names(&rule.from, a, deny) && names(&rule.to, b, deny);
        between(a, b) || between(b, a)
    })
}

/// One gateway, two that are peered, or two spokes of a star whose hub passes packets on.
fn joined(topology: &Topology, a: GatewayId, b: GatewayId) -> bool {
    let peers = |of: GatewayId| {
        topology.peerings.iter().filter_map(move |each| match each.ends {
            Ends::Gateways(x, y) if x == of => Some((y, each.origin)),
            Ends::Gateways(x, y) if y == of => Some((x, each.origin)),
            _ => None,
        })
    };
    let by_hub = |(hub, origin): (GatewayId, Origin)| {
        origin == Origin::Star { hub, transit: true } && peers(hub).any(|(other, same)| other == b && same == origin)
    };
    a == b || peers(a).any(|(other, _)| other == b) || peers(a).any(by_hub)
}
