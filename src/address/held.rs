//! What the lock holds is taken first, and told where it does not fit what the source says now.

use std::collections::BTreeMap;

use ipnetwork::Ipv6Network;

use super::*;
use crate::lock::codes::{HELD_IDLE, HELD_TWICE, HELD_UNFIT};
use crate::lock::{Entry, common};
use crate::topology::Pool;

/// Takes from the lock, and keeps what was made of it.
pub struct Taker<'l> {
    lock: &'l Lock,
    made: Vec<Allocation>,
    unfit: Vec<Told>,
}

/// Something held that is not what the source wants.
pub struct Unfit {
    /// Where the source wants it.
    span: Span,
    message: String,
    here: String,
    /// What to do, where giving it up is not all there is to say.
    help: Option<String>,
}

impl Unfit {
    pub fn new(span: Span, message: String, here: String) -> Unfit {
        Unfit { span, message, here, help: None }
    }

    pub fn help(mut self, help: String) -> Unfit {
        self.help = Some(help);
        self
    }
}

/// Where the lock says it.
struct Told {
    held: Span,
    section: Section,
    path: String,
    what: Unfit,
}

impl<'l> Taker<'l> {
    pub fn new(lock: &'l Lock) -> Taker<'l> {
        Taker { lock, made: Vec::new(), unfit: Vec::new() }
    }

    pub fn made(&mut self, section: Section, path: String, value: Value, why: Why, span: Span, from: From) {
        self.made.push(Allocation { section, path, value, why, span, from });
    }

    pub fn unfit(&mut self, section: Section, path: &str, span: Span, message: String, here: impl Into<String>) {
        self.unfit_with(section, path, Unfit::new(span, message, here.into()));
    }

    pub fn unfit_with(&mut self, section: Section, path: &str, what: Unfit) {
        if let Some(entry) = self.lock.get(section, path) {
            self.unfit.push(Told { held: entry.span, section, path: path.to_owned(), what });
        }
    }

    /// What is typed to give something up.
    pub fn release(&self, section: Section, path: &str) -> String {
        let of = match section {
            Section::Zones => "zones ",
            Section::Homes | Section::Primaries => &format!("{} ", section.kind()),
            _ => "",
        };
        format!("{} --release '{of}{path}'", self.lock.command)
    }

    pub fn home(&self, section: Section, path: &str) -> Option<&'l str> {
        match self.lock.get(section, path) {
            Some(Entry { value: Value::Home(place), .. }) => Some(place),
            _ => None,
        }
    }

    pub fn holds(&self, section: Section, path: &str) -> bool {
        self.lock.get(section, path).is_some()
    }

    pub fn why(&self, section: Section, path: &str) -> Why {
        self.lock.get(section, path).map_or(Why::FirstFit, |entry| Why::Held(entry.span))
    }

    pub fn line(&self, section: Section, path: &str) -> Option<Span> {
        self.lock.get(section, path).map(|entry| entry.span)
    }

    fn asn(&self, path: &str) -> Option<u32> {
        self.lock.get(Section::Asns, path).and_then(asn)
    }

    fn range(&self, section: Section, path: &str) -> Option<Ipv4Network> {
        self.lock.get(section, path).and_then(ipv4)
    }

    /// Everything that a section holds, also for what is gone.
    pub fn ranges(&self, section: Section) -> impl Iterator<Item = (&'l str, Ipv4Network)> + use<'l> {
        self.lock.section(section).filter_map(|(path, entry)| Some((path, ipv4(entry)?)))
    }

    pub fn ranges_below(&self, section: Section, path: &'l str) -> impl Iterator<Item = Ipv4Network> {
        self.lock.below(section, path).filter_map(|(_, entry)| ipv4(entry))
    }

    pub fn ipv6(&self, section: Section, path: &str) -> Option<Ipv6Network> {
        self.lock.get(section, path).and_then(ipv6_of)
    }

    pub fn ipv6_ranges(&self, section: Section) -> impl Iterator<Item = Ipv6Network> + use<'l> {
        self.lock.section(section).filter_map(|(_, entry)| ipv6_of(entry))
    }

    /// Numbers of /64s below a VPC, also for what is gone.
    pub fn numbers_below(&self, path: &'l str) -> impl Iterator<Item = u8> {
        self.lock.below(Section::Ipv6, path).filter_map(|(_, entry)| match entry.value {
            Value::Nth(number) => Some(number),
            _ => None,
        })
    }

    pub fn asns(&self) -> impl Iterator<Item = u32> {
        self.lock.section(Section::Asns).filter_map(|(_, entry)| asn(entry))
    }

    pub fn zones(&self, path: &str) -> Option<&'l [String]> {
        match self.lock.get(Section::Zones, path) {
            Some(Entry { value: Value::Zones(letters), .. }) => Some(letters),
            _ => None,
        }
    }

    /// Whether what the source writes for a path is what it holds, if it holds anything.
    fn agrees(&mut self, section: Section, path: &str, written: Ipv4Network, span: Span, noun: &str) -> bool {
        let Some(held) = self.range(section, path).filter(|held| *held != written) else { return true };
        self.unfit(section, path, span, format!("{noun} `{path}` holds {held}, but {written} is written"), "is written here");
        false
    }

    /// The block that a path holds, where it has the size that the source wants.
    fn sized(&mut self, section: Section, path: &str, prefix: u8, span: Span, noun: &str) -> Option<Ipv4Network> {
        let held = self.range(section, path)?;
        if held.prefix() == prefix {
            return Some(held);
        }
        self.unfit(section, path, span, format!("{noun} `{path}` holds {held}, but a /{prefix} is wanted"), format!("wants a /{prefix}"));
        None
    }

    /// Says what does not fit, once for each place in the source.
    pub fn finish(mut self, sink: &mut Sink) -> Vec<Allocation> {
        let mut groups: BTreeMap<Span, Vec<Told>> = BTreeMap::new();
        for each in std::mem::take(&mut self.unfit) {
            groups.entry(each.what.span).or_default().push(each);
        }
        for (span, group) in groups {
            let first = &group[0];
            let mut message = first.what.message.clone();
            if group.len() > 1 {
                message.push_str(&format!(", and {} more like it", group.len() - 1));
            }
            let mut diagnostic = Diagnostic::new(&HELD_UNFIT, span, message).here(first.what.here.clone());
            for each in group.iter().take(3) {
                diagnostic = diagnostic.label(each.held, "held");
            }
            let path = common(group.iter().map(|each| each.path.as_str())).unwrap_or(first.path.clone());
            let release = self.release(first.section, &path);
            sink.push(
                diagnostic.help(
                    first
                        .what
                        .help
                        .clone()
                        .unwrap_or_else(|| format!("`{release}` gives it up, and the next check allocates anew; or write what is held")),
                ),
            );
        }
        self.made
    }
}

/// Tells once what is held for things that are not there any more.
pub fn idle(lock: &Lock, made: &[Allocation], sink: &mut Sink) {
    let gone = gone(lock, made);
    let Some((_, first, entry)) = gone.first() else { return };
    let shown: Vec<String> = gone.iter().take(3).map(|(_, path, entry)| format!("{} of `{path}`", entry.value)).collect();
    let more = if gone.len() > 3 { format!(" and {} more", gone.len() - 3) } else { String::new() };
    sink.push(
        Diagnostic::new(
            &HELD_IDLE,
            entry.span,
            format!("{} holds {}{more}, which the source does not ask for", lock.name, shown.join(", ")),
        )
        .here(format!("nothing allocates `{first}`"))
        .help(format!("it gets this back when it returns; `{} --prune` releases it for others", lock.command)),
    );
}

/// What the lock holds and nothing asks for.
pub fn gone<'l>(lock: &'l Lock, made: &[Allocation]) -> Vec<(Section, &'l str, &'l Entry)> {
    let asked: BTreeSet<(Section, &str)> =
        made.iter().filter(|each| each.why != Why::Written).map(|each| (each.section, &*each.path)).collect();
    lock.all().filter(|(section, path, _)| !asked.contains(&(*section, path))).collect()
}

fn ipv4(entry: &Entry) -> Option<Ipv4Network> {
    match entry.value {
        Value::Range(IpNetwork::V4(range)) => Some(range),
        _ => None,
    }
}

fn ipv6_of(entry: &Entry) -> Option<Ipv6Network> {
    match entry.value {
        Value::Range(IpNetwork::V6(range)) => Some(range),
        _ => None,
    }
}

fn asn(entry: &Entry) -> Option<u32> {
    match entry.value {
        Value::Asn(number) => Some(number),
        _ => None,
    }
}

/// Who has a block or a number: two that have one clash.
#[derive(Clone)]
struct Claim {
    /// First and last address, or the number twice.
    bounds: (u32, u32),
    path: String,
    shown: String,
    span: Span,
    /// Its line in the lock; None where the source writes it.
    held: Option<Span>,
}

impl Claim {
    fn range(range: Ipv4Network, path: String, span: Span, held: Option<Span>) -> Claim {
        let bounds = (range.network().into(), range.broadcast().into());
        Claim { bounds, path, shown: range.to_string(), span, held }
    }

    fn asn(number: u32, path: String, span: Span, held: Option<Span>) -> Claim {
        Claim { bounds: (number, number), path, shown: format!("AS{number}"), span, held }
    }
}

/// Tells every claim that meets another one, and gives the paths of those that lose: of two that are
/// held the later path, and what is held against what is written.
fn clashes(mut claims: Vec<Claim>, command: &str, sink: &mut Sink) -> BTreeSet<String> {
    claims.sort_by(|a, b| (a.bounds.0, std::cmp::Reverse(a.bounds.1), &a.path).cmp(&(b.bounds.0, std::cmp::Reverse(b.bounds.1), &b.path)));
    let mut lost = BTreeSet::new();
    let mut widest: Option<Claim> = None;
    for claim in claims {
        let Some(before) = widest.take().filter(|before| claim.bounds.0 <= before.bounds.1) else {
            widest = Some(claim);
            continue;
        };
        let (kept, other) = match (before.held, claim.held) {
            (None, None) => {
                widest = Some(if claim.bounds.1 > before.bounds.1 { claim } else { before });
                continue;
            }
            (Some(_), None) => (claim, before),
            _ => (before, claim),
        };
        if let Some(line) = other.held {
            sink.push(twice(&kept, &other, line, command));
        }
        lost.insert(other.path);
        widest = Some(kept);
    }
    lost
}

fn twice(kept: &Claim, other: &Claim, line: Span, command: &str) -> Diagnostic {
    let message = if kept.shown == other.shown {
        format!("`{}` and `{}` both have {}", kept.path, other.path, kept.shown)
    } else {
        format!("`{}` ({}) and `{}` ({}) overlap", kept.path, kept.shown, other.path, other.shown)
    };
    let mut diagnostic = Diagnostic::new(&HELD_TWICE, line, message).here(format!("held for {}", other.path));
    diagnostic = match kept.held {
        Some(line) => diagnostic.label(line, format!("held for {}", kept.path)).label(kept.span, kept.path.clone()),
        None => diagnostic.label(kept.span, format!("{} is written here", kept.shown)),
    };
    if other.span != kept.span {
        diagnostic = diagnostic.label(other.span, other.path.clone());
    }
    diagnostic.help(format!(
        "`{command} --release '{}'` gives it up, and the next check allocates anew; if that one is deployed, let the other one move",
        other.path
    ))
}

/// Gives the regions of a pool the blocks that they hold; says which have none yet.
pub fn blocks(
    topology: &mut Topology,
    id: PoolId,
    regions: &BTreeSet<&'static str>,
    taker: &mut Taker<'_>,
    sink: &mut Sink,
) -> Vec<&'static str> {
    let pool = &mut topology.pools[id.0 as usize];
    let Some((prefix, prefix_span)) = pool.per_region else { return Vec::new() };
    let path_of = |pool: &Pool, region: &str| format!("{}@{region}", pool.name);
    // What does not fit is no block: nothing is taken from it, and nothing more is said.
    let given = std::mem::take(&mut pool.blocks);
    for block in given {
        let (path, span) = (path_of(pool, block.region), block.given.unwrap_or(pool.span));
        if taker.agrees(Section::Pools, &path, block.cidr, span, "the block") {
            taker.made(Section::Pools, path, Value::Range(block.cidr.into()), Why::Written, span, From::Pool(id));
            pool.blocks.push(block);
        }
    }
    let mut missing = Vec::new();
    for region in regions.iter().copied() {
        let path = path_of(pool, region);
        if pool.blocks.iter().any(|block| block.region == region) {
            continue;
        }
        if !taker.holds(Section::Pools, &path) {
            missing.push(region);
        }
        let Some(cidr) = taker.sized(Section::Pools, &path, prefix, prefix_span, "the block") else { continue };
        if !inside(cidr, pool.cidr) {
            let message = format!("the block `{path}` holds {cidr}, which is not in pool `{}` ({})", pool.name, pool.cidr);
            taker.unfit(Section::Pools, &path, pool.written.span, message, "the pool");
            continue;
        }
        pool.blocks.push(Block { region, cidr, given: None });
    }
    let claims = pool.blocks.iter().map(|block| {
        let path = path_of(pool, block.region);
        let held = if block.given.is_some() { None } else { taker.line(Section::Pools, &path) };
        Claim::range(block.cidr, path, block.given.unwrap_or(prefix_span), held)
    });
    let lost = clashes(claims.collect(), &taker.lock.command, sink);
    let held = std::mem::take(&mut pool.blocks);
    for block in held {
        let path = path_of(pool, block.region);
        if lost.contains(&path) {
            continue;
        }
        if block.given.is_none() {
            let why = taker.why(Section::Pools, &path);
            taker.made(Section::Pools, path, Value::Range(block.cidr.into()), why, prefix_span, From::Pool(id));
        }
        pool.blocks.push(block);
    }
    missing
}

/// Gives VPCs the ranges that they hold.
pub fn ranges(topology: &mut Topology, taker: &mut Taker<'_>, sink: &mut Sink) {
    let mut claims: BTreeMap<Option<PoolId>, Vec<Claim>> = BTreeMap::new();
    let mut fitting: Vec<(VpcId, usize, String, Ipv4Network, From)> = Vec::new();
    for id in topology.vpc_ids() {
        for ix in 0..topology.vpc(id).ranges.len() {
            let (place, range) = (topology.vpc(id).place, &topology.vpc(id).ranges[ix]);
            let (span, path) = (range.span, topology.range_path(id, ix));
            match range.source {
                RangeSource::Written(cidr) => {
                    if taker.agrees(Section::Vpcs, &path, cidr.block(), span, "vpc") {
                        claims.entry(None).or_default().push(Claim::range(cidr.block(), path.clone(), span, None));
                        taker.made(Section::Vpcs, path, Value::Range(cidr.block().into()), Why::Written, span, From::Nothing);
                    } else {
                        topology.vpcs[id.0 as usize].ranges[ix].cidr = None;
                    }
                }
                RangeSource::Pool { pool, prefix } => {
                    let Some(block) = source_of(topology, pool, place) else { continue };
                    let Some(cidr) = taker.sized(Section::Vpcs, &path, prefix, span, "vpc") else { continue };
                    if let Some((message, here)) = misplaced(topology, pool, place, block, cidr) {
                        taker.unfit(Section::Vpcs, &path, span, format!("vpc `{path}` holds {cidr}, {message}"), here);
                        continue;
                    }
                    let held = taker.line(Section::Vpcs, &path);
                    claims.entry(Some(pool)).or_default().push(Claim::range(cidr, path.clone(), span, held));
                    let from = if topology.pool(pool).per_region.is_some() { From::Block(pool, block) } else { From::Pool(pool) };
                    fitting.push((id, ix, path, cidr, from));
                }
            }
        }
    }
    let written = claims.remove(&None).unwrap_or_default();
    let mut lost = BTreeSet::new();
    for (_, mut of_pool) in claims {
        of_pool.extend(written.iter().cloned());
        lost.extend(clashes(of_pool, &taker.lock.command, sink));
    }
    for (id, ix, path, cidr, from) in fitting.into_iter().filter(|each| !lost.contains(&each.2)) {
        let range = &mut topology.vpcs[id.0 as usize].ranges[ix];
        range.cidr = Some(cidr);
        let why = taker.why(Section::Vpcs, &path);
        taker.made(Section::Vpcs, path, Value::Range(cidr.into()), why, range.span, from);
    }
}

/// Why a range cannot be where the source takes it from.
fn misplaced(topology: &Topology, id: PoolId, place: PlaceId, block: Ipv4Network, cidr: Ipv4Network) -> Option<(String, String)> {
    let pool = topology.pool(id);
    if !inside(cidr, block) {
        let region = &topology.place(place).region.code;
        let of = if pool.per_region.is_some() { format!("the block {block} of {region} in pool") } else { "pool".to_owned() };
        let size = if pool.per_region.is_some() { String::new() } else { format!(" ({block})") };
        return Some((format!("which is not in {of} `{}`{size}", pool.name), format!("takes from pool `{}`", pool.name)));
    }
    let reserve = pool.reserves.iter().find(|reserve| overlap(reserve.cidr, cidr))?;
    Some((format!("of which pool `{}` reserves {} for {}", pool.name, reserve.cidr, reserve.reason), "is in a reserved range".to_owned()))
}

/// Gives the subnets of a VPC the ranges that they hold.
pub(super) fn subnets(topology: &mut Topology, id: VpcId, vpc_path: &str, taker: &mut Taker<'_>, sink: &mut Sink) {
    let ranges: Vec<Ipv4Network> = topology.vpc(id).cidrs().collect();
    let slots: Vec<Slot> = subnets_of(topology.vpc(id)).map(|(slot, _)| slot).collect();
    let mut claims = Vec::new();
    let mut fitting = Vec::new();
    for slot in slots {
        let path = slot.path(topology, id, vpc_path);
        let (subnet, span) = (slot.of(topology.vpc(id)), slot.span(topology.vpc(id)));
        if let Some(written) = subnet.written {
            let block = written.block();
            if taker.agrees(Section::Subnets, &path, block, written.span, "subnet") {
                claims.push(Claim::range(block, path.clone(), written.span, None));
                taker.made(Section::Subnets, path, Value::Range(block.into()), Why::Written, written.span, From::Vpc(id));
                slot.of_mut(&mut topology.vpcs[id.0 as usize]).cidr = Some(block);
            }
            continue;
        }
        let Some(cidr) = taker.sized(Section::Subnets, &path, subnet.prefix, span, "subnet") else { continue };
        if !ranges.iter().any(|range| inside(cidr, *range)) {
            let all: Vec<String> = ranges.iter().map(Ipv4Network::to_string).collect();
            let message = format!("subnet `{path}` holds {cidr}, which is not in its VPC ({})", all.join(", "));
            // The range moved, not each of the subnets.
            taker.unfit(Section::Subnets, &path, topology.vpc(id).ranges[0].span, message, "the VPC's range");
            continue;
        }
        let held = taker.line(Section::Subnets, &path);
        claims.push(Claim::range(cidr, path.clone(), span, held));
        fitting.push((slot, path, cidr, span));
    }
    let lost = clashes(claims, &taker.lock.command, sink);
    for (slot, path, cidr, span) in fitting.into_iter().filter(|each| !lost.contains(&each.1)) {
        slot.of_mut(&mut topology.vpcs[id.0 as usize]).cidr = Some(cidr);
        let why = taker.why(Section::Subnets, &path);
        taker.made(Section::Subnets, path, Value::Range(cidr.into()), why, span, From::Vpc(id));
    }
}

/// Gives subnets the /64s that they hold; paths whose number somebody else has.
pub(super) fn ipv6(topology: &mut Topology, id: VpcId, vpc_path: &str, taker: &mut Taker<'_>, sink: &mut Sink) -> BTreeSet<String> {
    let mut claims = Vec::new();
    let mut fitting = Vec::new();
    let slots: Vec<Slot> = subnets_of(topology.vpc(id)).map(|(slot, _)| slot).collect();
    for slot in slots.into_iter().filter(|slot| slot.of(topology.vpc(id)).ipv6 == Ipv6::Wanted) {
        let path = slot.path(topology, id, vpc_path);
        let Some(Entry { value: Value::Nth(number), span: held }) = taker.lock.get(Section::Ipv6, &path) else { continue };
        let span = slot.span(topology.vpc(id));
        let bounds = (u32::from(*number), u32::from(*number));
        claims.push(Claim { bounds, path: path.clone(), shown: Value::Nth(*number).to_string(), span, held: Some(*held) });
        fitting.push((slot, path, *number, span));
    }
    let lost = clashes(claims, &taker.lock.command, sink);
    for (slot, path, number, span) in fitting.into_iter().filter(|each| !lost.contains(&each.1)) {
        slot.of_mut(&mut topology.vpcs[id.0 as usize]).ipv6 = Ipv6::Nth(number);
        let why = taker.why(Section::Ipv6, &path);
        taker.made(Section::Ipv6, path, Value::Nth(number), why, span, From::Vpc(id));
    }
    lost
}

/// Gives gateways the ASNs that they hold.
pub fn asns(topology: &mut Topology, taker: &mut Taker<'_>, sink: &mut Sink) {
    let mut claims = Vec::new();
    let mut fitting = Vec::new();
    for id in topology.gateway_ids() {
        let (path, span) = (topology.gateway_path(id), topology.gateway(id).asn.span);
        let held = taker.asn(&path);
        match topology.gateway(id).asn.source {
            AsnSource::Written(number) => {
                if let Some(held) = held.filter(|held| *held != number) {
                    taker.unfit(
                        Section::Asns,
                        &path,
                        span,
                        format!("gateway `{path}` holds AS{held}, but AS{number} is written"),
                        "is written here",
                    );
                    continue;
                }
                claims.push(Claim::asn(number, path.clone(), span, None));
                taker.made(Section::Asns, path, Value::Asn(number), Why::Written, span, From::Nothing);
                topology.gateways[id.0 as usize].asn.number = Some(number);
            }
            AsnSource::Range(first, last) => {
                let Some(number) = held.filter(|_| (first, last) != (0, 0)) else { continue };
                if !(first..=last).contains(&number) {
                    let message = format!("gateway `{path}` holds AS{number}, which is not in AS{first}..AS{last}");
                    taker.unfit(Section::Asns, &path, span, message, "takes from this range");
                    continue;
                }
                let held = taker.line(Section::Asns, &path);
                claims.push(Claim::asn(number, path.clone(), span, held));
                fitting.push((id, path, number, span, From::Asns(first, last)));
            }
        }
    }
    let lost = clashes(claims, &taker.lock.command, sink);
    for (id, path, number, span, from) in fitting.into_iter().filter(|each| !lost.contains(&each.1)) {
        topology.gateways[id.0 as usize].asn.number = Some(number);
        let why = taker.why(Section::Asns, &path);
        taker.made(Section::Asns, path, Value::Asn(number), why, span, from);
    }
}
