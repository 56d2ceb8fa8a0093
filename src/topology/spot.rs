//! Where packets start and end: subnets, what exists, the internet; and how the source names them.

use ipnetwork::IpNetwork;

use super::eval::{Scope, unknown};
use super::value::{Path, Value, ValueKind};
use super::*;
use crate::diag::Diagnostic;
use crate::nearest::nearest;

/// Where packets start and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// By position in [`Vpc::subnets`] and [`SubnetGroup::subnets`].
    Subnet(VpcId, usize, usize),
    /// A dedicated subnet of an attachment, by position in [`Vpc::attachments`] and
    /// [`Attachment::dedicated`]. Nothing but the attachment is in it.
    Attachment(VpcId, usize, usize),
    /// A VPC whose subnets are not ours.
    Existing(VpcId),
    /// What lies behind an existing gateway.
    Behind(GatewayId),
    /// What lies at the other end of a VPN or of Direct Connect: the first of its uplinks. All that
    /// have one name lead to one network.
    Uplink(UplinkId),
    Internet,
}

impl Spot {
    pub fn vpc(self) -> Option<VpcId> {
        match self {
            Spot::Subnet(vpc, ..) | Spot::Attachment(vpc, ..) | Spot::Existing(vpc) => Some(vpc),
            Spot::Behind(_) | Spot::Uplink(_) | Spot::Internet => None,
        }
    }
}

/// One side of an assertion about packets.
#[derive(Clone, Debug)]
pub struct Selection {
    pub span: Span,
    /// As the source writes it.
    pub shown: String,
    /// Sorted.
    pub spots: Vec<Spot>,
}

impl Topology {
    /// Every spot of a VPC.
    pub fn spots(&self, id: VpcId) -> Vec<Spot> {
        let vpc = self.vpc(id);
        if vpc.existing.is_some() {
            return vec![Spot::Existing(id)];
        }
        let groups = vpc.subnets.iter().enumerate();
        let subnets = groups.flat_map(|(ix, group)| (0..group.subnets.len()).map(move |subnet| Spot::Subnet(id, ix, subnet)));
        let attachments = vpc.attachments.iter().enumerate();
        let dedicated = attachments.flat_map(|(ix, each)| (0..each.dedicated.len()).map(move |subnet| Spot::Attachment(id, ix, subnet)));
        subnets.chain(dedicated).collect()
    }

    /// Addresses of a spot; the internet's are not listed.
    pub fn spot_ranges(&self, spot: Spot) -> Vec<IpNetwork> {
        match spot {
            Spot::Subnet(vpc, group, subnet) => self.vpc(vpc).subnets[group].subnets[subnet].cidr.into_iter().map(Into::into).collect(),
            Spot::Attachment(vpc, attachment, subnet) => {
                self.vpc(vpc).attachments[attachment].dedicated[subnet].cidr.into_iter().map(Into::into).collect()
            }
            Spot::Existing(vpc) => self.vpc(vpc).cidrs().map(Into::into).collect(),
            Spot::Behind(gateway) => {
                let existing = self.gateway(gateway).existing.iter();
                existing.flat_map(ExistingGateway::ranges).map(|cidr| cidr.block().into()).collect()
            }
            Spot::Uplink(id) => {
                let mut ranges: Vec<IpNetwork> =
                    self.uplinks_like(id).flat_map(|id| self.uplink(id).ranges()).map(|cidr| cidr.block().into()).collect();
                ranges.sort();
                ranges.dedup();
                ranges
            }
            Spot::Internet => Vec::new(),
        }
    }

    /// Every uplink that leads to the same network as one.
    pub fn uplinks_like(&self, id: UplinkId) -> impl Iterator<Item = UplinkId> + '_ {
        let name = &self.uplink(id).name;
        self.uplink_ids().filter(move |other| self.uplink(*other).name == *name)
    }

    /// Every network at the other end of a VPN or of Direct Connect, by the first of its uplinks.
    pub fn networks_outside(&self) -> impl Iterator<Item = UplinkId> + '_ {
        self.uplink_ids().filter(|id| self.network_of(*id) == *id)
    }

    /// The network that an uplink leads to: the first that leads there.
    pub fn network_of(&self, id: UplinkId) -> UplinkId {
        self.uplinks_like(id).next().unwrap_or(id)
    }

    /// What stands for its IPv6 range, which is chosen when it is made.
    pub fn spot_stand_in(&self, spot: Spot) -> Option<IpNetwork> {
        match spot {
            Spot::Subnet(vpc, group, subnet) => {
                self.subnet_ipv6_stand_in(vpc, &self.vpc(vpc).subnets[group].subnets[subnet]).map(Into::into)
            }
            Spot::Attachment(vpc, attachment, subnet) => {
                self.subnet_ipv6_stand_in(vpc, &self.vpc(vpc).attachments[attachment].dedicated[subnet]).map(Into::into)
            }
            Spot::Existing(_) | Spot::Behind(_) | Spot::Uplink(_) | Spot::Internet => None,
        }
    }

    /// `app@us-east-1.data[a]`, as an assertion would name it.
    pub fn spot_name(&self, spot: Spot) -> String {
        match spot {
            Spot::Subnet(vpc, group, subnet) => {
                let group = &self.vpc(vpc).subnets[group];
                format!("{}.{}[{}]", self.vpc_name(vpc), group.name, group.subnets[subnet].zone.letter)
            }
            Spot::Attachment(vpc, attachment, subnet) => {
                let attachment = &self.vpc(vpc).attachments[attachment];
                format!(
                    "{} attach {}[{}]",
                    self.vpc_name(vpc),
                    self.gateway(attachment.gateway).name,
                    attachment.dedicated[subnet].zone.letter
                )
            }
            Spot::Existing(vpc) => self.vpc_name(vpc),
            Spot::Behind(gateway) => self.gateway_name(gateway),
            Spot::Uplink(id) => self.uplink(id).name.clone(),
            Spot::Internet => "internet".to_owned(),
        }
    }
}

impl Vpc {
    /// Where NAT gateways stand: the first public subnet of each zone, or of the VPC where one serves
    /// all. By position of group and subnet.
    pub fn nats(&self) -> Vec<(usize, usize)> {
        let public = |zone: &Zone| {
            let groups = self.subnets.iter().enumerate().filter(|(_, group)| group.route == DefaultRoute::Internet);
            groups.into_iter().find_map(|(ix, group)| Some((ix, group.subnets.iter().position(|subnet| subnet.zone == *zone)?)))
        };
        let most = match self.nat {
            Nat::PerZone => usize::MAX,
            Nat::Single => 1,
            Nat::None => 0,
        };
        self.zones.iter().filter_map(public).take(most).collect()
    }
}

/// What a side of an assertion names: `app`, `app@us-east-1.data[a]`, a segment, a VPN or Direct Connect,
/// an existing gateway, `internet`, or a list of them. None when something is wrong, which has been said.
pub fn select(scope: &Scope<'_>, topology: &Topology, value: &Value<'_>) -> Option<Selection> {
    let mut spots = Vec::new();
    for each in super::resolve::flatten(std::slice::from_ref(value)) {
        spots.extend(spots_of(scope, topology, each)?);
    }
    spots.sort();
    spots.dedup();
    if spots.is_empty() {
        // What should be in it may be what is wrong elsewhere.
        if scope.has_errors() {
            return None;
        }
        scope.report(
            Diagnostic::new(&codes::NO_INSTANCE, value.span, format!("`{value}` has no subnets"))
                .here("nothing is in it")
                .help("an assertion about nothing holds always and proves nothing: name something with subnets"),
        );
        return None;
    }
    Some(Selection { span: value.span, shown: value.to_string(), spots })
}

fn spots_of(scope: &Scope<'_>, topology: &Topology, value: &Value<'_>) -> Option<Vec<Spot>> {
    let Some(path) = value.as_path() else {
        if !matches!(value.kind, ValueKind::Error) {
            scope.wrong(value.span, "a VPC, a subnet, a segment, a VPN or `internet`", value);
        }
        return None;
    };
    if path.as_word() == Some("internet") {
        return Some(vec![Spot::Internet]);
    }
    let named: Vec<VpcId> = topology.vpc_ids().filter(|id| topology.vpc(*id).name == path.base).collect();
    if !named.is_empty() {
        return of_vpcs(scope, topology, value, path, &named);
    }
    if let Some(ix) = topology.segments.iter().position(|each| each.name == path.base) {
        return of_segment(scope, topology, value, path, SegmentId(ix as u32));
    }
    if topology.uplinks.iter().any(|each| each.name == path.base) {
        return of_uplink(scope, topology, value, path);
    }
    let gateways: Vec<GatewayId> = topology.gateway_ids().filter(|id| topology.gateway(*id).name == path.base).collect();
    if gateways.is_empty() {
        let known = topology.vpcs.iter().map(|each| each.name.as_str()).chain(topology.segments.iter().map(|each| each.name.as_str()));
        let known = known.chain(topology.uplinks.iter().map(|each| each.name.as_str())).chain(["internet"]);
        let meant = nearest(&path.base, known).filter(|near| *near != path.base).map(|near| path.with_base(near));
        let shown = meant.as_ref().map(Path::to_string);
        scope.report(unknown(&path.base, value.span, "VPC, segment or VPN", shown.as_deref()));
        return spots_of(scope, topology, &Value::of_path(value.span, meant?));
    }
    let behind: Vec<GatewayId> = gateways
        .iter()
        .copied()
        .filter(|id| topology.gateway(*id).existing.is_some() && topology.is_at(topology.gateway(*id).place, path))
        .collect();
    if behind.is_empty() || !path.fields.is_empty() {
        scope.report(
            Diagnostic::new(&codes::WRONG_KIND, value.span, format!("`{path}` is a transit gateway; packets start and end in VPCs"))
                .here("neither a VPC nor a segment")
                .help("name a VPC, a subnet, a segment, a VPN, `internet`, or an existing gateway for what lies behind it"),
        );
        return None;
    }
    let (known, unknown): (Vec<Spot>, Vec<Spot>) =
        behind.into_iter().map(Spot::Behind).partition(|spot| !topology.spot_ranges(*spot).is_empty());
    if let Some(spot) = unknown.first() {
        scope.report(
            Diagnostic::new(&codes::NO_INSTANCE, value.span, format!("nothing is said to lie behind `{}`", topology.spot_name(*spot)))
                .here("no addresses")
                .help("name the ranges behind it: `routes = [192.168.0.0/16]`"),
        );
        return None;
    }
    Some(known)
}

fn of_vpcs(scope: &Scope<'_>, topology: &Topology, value: &Value<'_>, path: &Path, named: &[VpcId]) -> Option<Vec<Spot>> {
    let here: Vec<VpcId> = named.iter().copied().filter(|id| topology.is_at(topology.vpc(*id).place, path)).collect();
    let hosts = |id: VpcId| topology.spots(id).into_iter().filter(|spot| !matches!(spot, Spot::Attachment(..)));
    if here.is_empty() {
        let message = format!("vpc `{}` is not there", path.base);
        let places = named.iter().map(|id| topology.vpc(*id).place);
        return not_there(scope, topology, value, message, "no instance in this place", places);
    }
    let group = match path.fields.as_slice() {
        [] if path.index.is_none() => return Some(here.into_iter().flat_map(hosts).collect()),
        [group] => group,
        _ => {
            scope.wrong(value.span, "a VPC (`app`), its subnets (`app.data`) or one of them (`app.data[a]`)", value);
            return None;
        }
    };
    let groups = |id: &VpcId| topology.vpc(*id).subnets.iter();
    if !here.iter().flat_map(groups).any(|each| each.name == *group) {
        let near = nearest(group, here.iter().flat_map(groups).map(|each| each.name.as_str()));
        let near = near.map(|near| Path { fields: vec![near.to_owned()], ..path.clone() }.to_string());
        scope.report(unknown(&format!("{}.{group}", path.base), value.span, "subnet", near.as_deref()));
        return None;
    }
    let of_group = |spot: &Spot| match *spot {
        Spot::Subnet(vpc, ix, subnet) => {
            let found = &topology.vpc(vpc).subnets[ix];
            found.name == *group && path.index.as_ref().is_none_or(|zone| found.subnets[subnet].zone.letter == *zone)
        }
        _ => false,
    };
    let found: Vec<Spot> = here.into_iter().flat_map(hosts).filter(of_group).collect();
    if let (true, Some(zone)) = (found.is_empty(), &path.index) {
        scope.report(
            Diagnostic::new(&codes::UNKNOWN_ZONE, value.span, format!("`{}.{group}` has no subnet in zone {zone}", path.base))
                .here("no such subnet")
                .help("name a zone that the subnets are in, or leave the brackets out"),
        );
        return None;
    }
    Some(found)
}

/// Says where it is instead.
fn not_there<T>(
    scope: &Scope<'_>,
    topology: &Topology,
    value: &Value<'_>,
    message: String,
    here: &str,
    places: impl Iterator<Item = PlaceId>,
) -> Option<T> {
    let places: Vec<&str> = places.map(|id| topology.place(id).name.as_str()).collect();
    let help = format!("it is in {}", places.join(", "));
    scope.report(Diagnostic::new(&codes::NO_INSTANCE, value.span, message).here(here).help(help));
    None
}

fn of_segment(scope: &Scope<'_>, topology: &Topology, value: &Value<'_>, path: &Path, segment: SegmentId) -> Option<Vec<Spot>> {
    if !path.fields.is_empty() || path.index.is_some() {
        scope.wrong(value.span, "a segment as a whole, or the subnets of a VPC", value);
        return None;
    }
    let is_in = |id: &VpcId| topology.vpc(*id).attachments.iter().any(|each| each.segment == Some(segment));
    let members = topology.vpc_ids().filter(is_in).filter(|id| topology.is_at(topology.vpc(*id).place, path));
    let subnets = members.flat_map(|id| topology.spots(id)).filter(|spot| !matches!(spot, Spot::Attachment(..)));
    let uplinks = topology.uplink_ids().filter(|id| {
        let uplink = topology.uplink(*id);
        uplink.segment == Some(segment) && topology.is_at(uplink.place, path)
    });
    Some(subnets.chain(uplinks.map(|id| Spot::Uplink(topology.network_of(id)))).collect())
}

fn of_uplink(scope: &Scope<'_>, topology: &Topology, value: &Value<'_>, path: &Path) -> Option<Vec<Spot>> {
    if !path.fields.is_empty() || path.index.is_some() {
        scope.wrong(value.span, "a VPN or a Direct Connect gateway as a whole", value);
        return None;
    }
    let ids = topology.uplink_ids().filter(|id| topology.uplink(*id).name == path.base);
    let (here, elsewhere): (Vec<UplinkId>, Vec<UplinkId>) = ids.partition(|id| topology.is_at(topology.uplink(*id).place, path));
    if here.is_empty() {
        let message = format!("`{}` joins no gateway there", path.base);
        let places = elsewhere.iter().map(|id| topology.uplink(*id).place);
        return not_there(scope, topology, value, message, "none in this place", places);
    }
    let spot = Spot::Uplink(topology.network_of(here[0]));
    if topology.spot_ranges(spot).is_empty() {
        scope.report(
            Diagnostic::new(&codes::NO_INSTANCE, value.span, format!("nothing is said to lie at the other end of `{}`", path.base))
                .here("no addresses")
                .help("name the ranges there beside the default route: `routes = [192.168.0.0/16, 0.0.0.0/0]`"),
        );
        return None;
    }
    Some(vec![spot])
}

impl Topology {
    /// Whether a place is the one after the `@` of a path.
    pub(super) fn is_at(&self, place: PlaceId, path: &Path) -> bool {
        let found = self.place(place);
        path.place.as_ref().is_none_or(|pattern| {
            pattern.region.as_deref().is_none_or(|region| region == &*found.region.code)
                && pattern.account.as_ref().is_none_or(|name| found.account.is_some_and(|id| self.accounts[id.0 as usize].name == *name))
        })
    }
}
