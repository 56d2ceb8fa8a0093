//! Random topologies as text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A small generator of numbers, the same every time.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x51_7c_c1_b7);
        random.below(2);
        random
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

/// Our own addresses of IPv6; what nobody has of them is not on the internet.
pub const OWN_IPV6: &str = "2600:1f28:100::/40";

/// Blocks at the other end of uplinks, some of them in others.
const OUTSIDE: &[&str] =
    &["192.168.0.0/16", "192.168.0.0/20", "192.168.16.0/20", "192.168.16.64/26", "172.30.0.0/16", "172.31.4.0/24", "198.51.100.0/24"];

/// A block that may cut what VPCs have, and what lies outside.
pub fn block(random: &mut Random) -> String {
    let (second, third, fourth) = (random.below(4) * 16, random.below(4) * 64, random.below(4) * 64);
    match random.below(11) {
        0 => format!("10.{second}.0.0/12"),
        1 => format!("10.{second}.{third}.0/18"),
        2 => format!("10.{second}.0.{fourth}/26"),
        3 => format!("10.{second}.{}.{fourth}/27", random.below(3)),
        4 => format!("172.{}.0.0/16", 20 + random.below(8)),
        5 => format!("172.{}.{}.0/25", 20 + random.below(8), random.below(3)),
        6 => "203.0.113.0/24".to_owned(),
        7 => "10.0.0.0/8".to_owned(),
        8 => format!("192.168.{}.0/21", random.below(4) * 8),
        9 => (*random.one(OUTSIDE)).to_owned(),
        _ => "0.0.0.0/0".to_owned(),
    }
}

/// The same of IPv6.
pub fn block_ipv6(random: &mut Random) -> String {
    let (region, vpc, subnet) = (random.below(3) * 16, random.below(3) * 256, random.below(5));
    match random.below(5) {
        0 => format!("2600:1f28:{:x}::/44", 0x100 + region),
        1 => format!("2600:1f28:{:x}:{vpc:x}::/56", 0x100 + region),
        2 => format!("2600:1f28:{:x}:{:x}::/64", 0x100 + region, vpc + subnet),
        3 => "2001:db8::/32".to_owned(),
        _ => "::/0".to_owned(),
    }
}

/// A source, and what it cannot say of the world outside of AWS.
pub struct Generated {
    pub text: String,
    /// Ranges at the other end, by the names of VPNs and Direct Connect gateways.
    pub outside: BTreeMap<String, Vec<String>>,
}

struct VpcText {
    name: String,
    /// None: everywhere.
    region: Option<&'static str>,
    on_core: bool,
    public: bool,
    /// `associate` says which segment it is in.
    associated: bool,
    data: bool,
}

impl VpcText {
    fn is_exit(&self) -> bool {
        self.name == "exit"
    }
}

/// `plain` has no routes by hand, nothing that takes derived ones away or adds to them.
pub fn topology(random: &mut Random, plain: bool) -> Generated {
    let regions: &[&'static str] = &["us-east-1", "eu-west-1", "ap-south-1", "us-west-2"][..1 + random.below(4)];
    let mut made = Made {
        text: format!("mr 1\ntopology net {{ regions = [{}] }}\n", regions.join(", ")),
        plain,
        regions,
        blocks: random.percent(75),
        edge: random.percent(25).then(|| *random.one(regions)),
        segments: (0..random.below(4)).map(|ix| format!("seg{ix}")).collect(),
        ..Made::default()
    };
    made.vpcs = vpcs(random, regions);
    made.frame(random);
    made.links(random);
    made.vpc_pairs(random);
    made.segment_texts(random);
    made.uplinks(random);
    made.vpc_texts(random);
    made.rules(random);
    made.egress(random);
    Generated { text: made.text, outside: made.outside }
}

fn vpcs(random: &mut Random, regions: &[&'static str]) -> Vec<VpcText> {
    let mut found: Vec<VpcText> = (0..1 + random.below(4))
        .map(|ix| VpcText {
            name: format!("vpc{ix}"),
            region: if random.percent(40) { None } else { Some(*random.one(regions)) },
            on_core: random.percent(80),
            public: random.percent(60),
            associated: false,
            data: random.percent(40),
        })
        .collect();
    if random.percent(25) {
        let region = Some(*random.one(regions));
        found.push(VpcText { name: "exit".into(), region, on_core: true, public: true, associated: false, data: false });
    }
    found
}

#[derive(Default)]
struct Made {
    text: String,
    outside: BTreeMap<String, Vec<String>>,
    plain: bool,
    regions: &'static [&'static str],
    /// Whether each region has a block of the pools.
    blocks: bool,
    /// Where a second gateway is.
    edge: Option<&'static str>,
    segments: Vec<String>,
    vpcs: Vec<VpcText>,
    /// Peerings of gateways and of VPCs that are written one by one, with the ends of the latter.
    links: Vec<String>,
    pairs: Vec<(String, [String; 2])>,
    prefix_list: bool,
}

impl Made {
    fn line(&mut self, line: String) {
        self.text.push_str(&line);
        self.text.push('\n');
    }

    /// Pools, gateways and zones.
    fn frame(&mut self, random: &mut Random) {
        let (four, six) = if self.blocks {
            // Said, so that Direct Connect can announce them.
            let at = self.regions.iter().enumerate().map(|(ix, region)| format!(" at {region} {{ cidr = 10.{}.0.0/12 }}", ix * 16));
            (format!(" {{ per_region = /12{} }}", at.collect::<String>()), "per_region = /44 ")
        } else {
            (String::new(), "")
        };
        self.line(format!("pool corp = 10.0.0.0/8{four}"));
        self.line(format!("pool six = {OWN_IPV6} {{ {six}byoip = \"ipv6pool-ec2-0123456789abcdef0\" }}"));
        self.line("transit_gateway core { asn = AS64512..AS64520 }".into());
        if let Some(region) = self.edge {
            self.line(format!("transit_gateway edge in {region} {{ asn = AS65000 }}"));
        }
        if random.percent(20) {
            self.line(format!("region {} {{ azs = [{}] }}", random.one(self.regions), random.one(&["b, c", "c", "a, c"])));
        }
        for list in LISTS {
            let blocks: BTreeSet<String> = (0..1 + random.below(2)).map(|_| block(random)).collect();
            self.line(format!("prefix_list {list} = [{}] {{ max = 5 }}", Vec::from_iter(blocks).join(", ")));
        }
        self.prefix_list = random.percent(30);
        if self.prefix_list {
            self.line(format!("prefix_list homes = [{}]", some_outside(random).join(", ")));
        }
    }

    fn links(&mut self, random: &mut Random) {
        let regions = self.regions;
        if regions.len() > 1 {
            match random.below(6) {
                0 | 1 => self.line("mesh m { of = core }".into()),
                2 => self.line(format!("mesh m {{ of = core  except = [{} <-> {}] }}", regions[0], regions[1])),
                3 | 4 => {
                    let transit = if random.percent(70) { "" } else { "  transit = off" };
                    self.line(format!("star m {{ of = core  hub = {}{transit} }}", random.one(regions)));
                }
                _ => regions.windows(2).for_each(|pair| self.link(format!("core@{}", pair[0]), format!("core@{}", pair[1]))),
            }
        }
        if let Some(region) = self.edge.filter(|_| random.percent(50)) {
            self.link(format!("edge@{region}"), format!("core@{}", random.one(regions)));
        }
    }

    fn link(&mut self, a: String, b: String) {
        let name = format!("link{}", self.links.len());
        self.line(format!("peering {name} {{ between = [{a}, {b}] }}"));
        self.links.push(name);
    }

    fn vpc_pairs(&mut self, random: &mut Random) {
        let mut peered = BTreeSet::new();
        for ix in 0..random.below(3) {
            let (a, b) = (random.below(self.vpcs.len()), random.below(self.vpcs.len()));
            let (a, b) = (self.instance(random, a), self.instance(random, b));
            if a != b && peered.insert((a.clone().min(b.clone()), a.clone().max(b.clone()))) {
                self.line(format!("peering pair{ix} {{ between = [{a}, {b}] }}"));
                self.pairs.push((format!("pair{ix}"), [a, b]));
            }
        }
    }

    /// `vpc0@us-east-1`
    fn instance(&self, random: &mut Random, ix: usize) -> String {
        let vpc = &self.vpcs[ix];
        let region = vpc.region.unwrap_or_else(|| *random.one(self.regions));
        format!("{}@{region}", vpc.name)
    }

    fn segment_texts(&mut self, random: &mut Random) {
        for name in self.segments.clone() {
            let mut inside = String::new();
            if random.percent(25) {
                inside.push_str("  isolated = on");
            }
            if random.percent(25) && !self.plain {
                let _ = write!(inside, "  blackhole = [{}]", block(random));
            }
            if random.percent(25) && !self.plain {
                let to = self.vpcs.iter().find(|vpc| vpc.on_core && vpc.region.is_none()).map(|vpc| vpc.name.clone());
                // In a pair of gateways both have the peering.
                let link = self.links.first().filter(|_| self.regions.len() == 2 && self.edge.is_none()).cloned();
                if let Some(to) = link.or(to) {
                    let _ = write!(inside, "  route {} via {to}", destination(random));
                }
            }
            if random.percent(30)
                && let Some(vpc) = self.vpcs.iter_mut().find(|vpc| vpc.on_core && !vpc.associated && !vpc.is_exit())
            {
                vpc.associated = true;
                let _ = write!(inside, "  associate = [{}]", vpc.name);
            }
            if random.percent(30)
                && !self.plain
                && let Some(vpc) = self.vpcs.iter().rfind(|vpc| vpc.on_core)
            {
                let _ = write!(inside, "  propagate = [{}]", vpc.name);
            }
            let on = if self.edge.is_some() && random.percent(30) { "[core, edge]" } else { "core" };
            self.line(format!("segment {name} {{ on = {on}{inside} }}"));
        }
    }

    /// VPNs in some places, and a Direct Connect gateway.
    fn uplinks(&mut self, random: &mut Random) {
        for ix in 0..if random.percent(50) { 1 + random.below(2) } else { 0 } {
            let name = format!("branch{ix}");
            let place = if random.percent(20) { String::new() } else { format!(" in {}", random.one(self.regions)) };
            let routes = self.outside_of(random, &name);
            let segment = self.in_a_segment(random);
            let by_hand = if random.percent(30) { "  static = on" } else { "" };
            self.line(format!(
                "vpn {name}{place} {{ to = core  routes = [{routes}]{segment}{by_hand} customer_gateway {{ asn = AS6501{ix}  ip = 203.0.113.{ix} }} }}"
            ));
        }
        if random.percent(30) {
            let routes = self.outside_of(random, "lines");
            let mut ends = String::new();
            let rest = "172.16.0.0/12, 100.64.0.0/10";
            if self.blocks {
                for (ix, region) in self.regions.iter().enumerate() {
                    let rest = if ix == 0 { format!(", {rest}") } else { String::new() };
                    let segment = self.in_a_segment(random);
                    let _ = write!(ends, " associate core@{region} {{ allowed = [10.{}.0.0/12{rest}]{segment} }}", ix * 16);
                }
            } else {
                let region = random.one(self.regions);
                let segment = self.in_a_segment(random);
                let _ = write!(ends, " associate core@{region} {{ allowed = [10.0.0.0/8, {rest}]{segment} }}");
            }
            self.line(format!("direct_connect lines {{ asn = AS64700  routes = [{routes}]{ends} }}"));
        }
    }

    fn in_a_segment(&self, random: &mut Random) -> String {
        if self.segments.is_empty() || random.percent(40) { String::new() } else { format!("  segment = {}", random.one(&self.segments)) }
    }

    fn outside_of(&mut self, random: &mut Random, name: &str) -> String {
        let mut ranges = some_outside(random);
        // A way to the internet beside them.
        if random.percent(15) {
            ranges.push("0.0.0.0/0".into());
        }
        let mut shown = ranges.join(", ");
        if self.prefix_list && random.percent(40) {
            let list = self.text.lines().find_map(|line| line.strip_prefix("prefix_list homes = [")?.strip_suffix(']'));
            let list: Vec<String> = list.unwrap().split(", ").map(str::to_owned).collect();
            (ranges, shown) = (list, "homes".into());
        }
        self.outside.insert(name.to_owned(), ranges);
        shown
    }

    fn vpc_texts(&mut self, random: &mut Random) {
        // Without a way out a default route to the gateway is an error.
        let way_out = if self.vpcs.iter().any(VpcText::is_exit) { 80 } else { 3 };
        for vpc in &self.vpcs {
            let pair = vpc.region.and_then(|region| {
                let name = format!("{}@{region}", vpc.name);
                self.pairs.iter().find(|(_, ends)| ends.contains(&name)).map(|(pair, _)| pair.as_str())
            });
            let text = self.vpc_text(random, vpc, pair, way_out);
            self.text.push_str(&text);
        }
    }

    fn vpc_text(&self, random: &mut Random, vpc: &VpcText, pair: Option<&str>, way_out: usize) -> String {
        let mut text = String::new();
        let place = vpc.region.map_or(String::new(), |region| format!(" in {region}"));
        let number: usize = vpc.name.bytes().map(usize::from).sum::<usize>() % 8;
        let written = vpc.region.is_some() && random.percent(35);
        let cidr = if written { format!("172.{}.0.0/16", 20 + number) } else { "/20 from corp".to_owned() };
        let exit = vpc.is_exit();
        let _ = writeln!(text, "vpc {}{place} {{\n  cidr = {cidr}\n  flow_logs = off", vpc.name);
        let zones = match random.below(6) {
            0 if !exit && !self.text.contains("\nregion ") => *random.one(&["[c]", "[a, c]", "[b, c]"]),
            0..3 => "2",
            _ => "1",
        };
        let _ = writeln!(text, "  azs = {zones}");
        if vpc.region.is_none() && random.percent(15) {
            let _ = writeln!(text, "  at {} {{ azs = {} }}", random.one(self.regions), 1 + random.below(2));
        }
        if random.percent(30) && !exit {
            // 10.0.0.0/8 does not go with 172.16.0.0/12.
            let second = if vpc.region.is_some() && (written || random.percent(50)) {
                format!("100.64.{number}.0/24")
            } else {
                "/24 from corp".to_owned()
            };
            let _ = writeln!(text, "  secondary = [{second}]");
        }
        match random.below(8) {
            0 => text.push_str("  ipv6 = amazon\n"),
            1..4 => text.push_str("  ipv6 = /56 from six\n"),
            _ => {}
        }
        if vpc.public {
            let nat = if exit || random.percent(50) { "per_az" } else { "single" };
            let _ = writeln!(text, "  nat = {nat}\n  subnet public {{ size = /26  route = internet{} }}", without_ipv6(random));
        }
        let route = match random.below(4) {
            0 if vpc.public => "  route = nat",
            1 if vpc.on_core && !exit && random.percent(way_out) => "  route = core",
            _ => "",
        };
        let extra = if random.percent(20) && !self.plain { route_text(random, vpc) } else { String::new() };
        let _ = writeln!(text, "  subnet work {{ size = /26{route}{}{extra} }}", without_ipv6(random));
        if exit {
            text.push_str("  subnet inspect { size = /28  route = nat }\n");
        }
        if vpc.data {
            // Bigger than what is left of the first range, so that it may stand in another.
            let size = if random.percent(20) { "/25" } else { "/27" };
            let _ = writeln!(text, "  subnet data {{ size = {size}{} }}", without_ipv6(random));
        }
        if random.percent(15) && !self.plain {
            let _ = writeln!(text, " {}", route_text(random, vpc));
        }
        if let Some(pair) = pair.filter(|_| random.percent(30) && !self.plain) {
            let _ = writeln!(text, "  route {} via {pair}", destination(random));
        }
        if vpc.on_core {
            let mut inside = String::new();
            if !self.segments.is_empty() && random.percent(80) && !exit && !vpc.associated {
                let _ = write!(inside, " segment = {}", random.one(&self.segments));
            }
            if random.percent(8) && !self.plain {
                inside.push_str(" propagate = off");
            }
            if random.percent(15) && !exit {
                inside.push_str(" subnets = work");
            }
            let _ = writeln!(text, "  attach core {{{inside} }}");
        }
        if self.edge.is_some() && self.edge == vpc.region && random.percent(60) {
            text.push_str("  attach edge\n");
        }
        text.push_str("}\n");
        text
    }

    fn rules(&mut self, random: &mut Random) {
        let uplinks: Vec<String> = self.outside.keys().cloned().collect();
        if self.segments.is_empty() && (uplinks.is_empty() || random.percent(50)) {
            return;
        }
        for _ in 0..random.below(5) {
            let (word, arrow) = (if random.percent(75) { "allow" } else { "deny" }, if random.percent(60) { "<->" } else { "->" });
            // What is routes alone is about whole VPCs.
            let groups = word == "allow" && arrow == "->";
            let (a, b) = (self.side(random, &uplinks, groups), self.side(random, &uplinks, groups));
            if a != b {
                self.line(format!("{word} {a} {arrow} {b}"));
            }
        }
    }

    fn side(&self, random: &mut Random, uplinks: &[String], groups: bool) -> String {
        let on_core: Vec<usize> = (0..self.vpcs.len()).filter(|ix| self.vpcs[*ix].on_core).collect();
        match random.below(9) {
            0 | 1 if !uplinks.is_empty() => random.one(uplinks).clone(),
            2..5 if !on_core.is_empty() => {
                let ix = *random.one(&on_core);
                let vpc = &self.vpcs[ix];
                let name = if random.percent(40) { self.instance(random, ix) } else { vpc.name.clone() };
                if groups && random.percent(60) { format!("{name}.{}", if vpc.data { "data" } else { "work" }) } else { name }
            }
            _ if self.segments.is_empty() => self.vpcs[0].name.clone(),
            _ => random.one(&self.segments).clone(),
        }
    }

    fn egress(&mut self, random: &mut Random) {
        let Some(region) = self.vpcs.iter().find(|vpc| vpc.is_exit()).map(|vpc| vpc.region.expect("a way out is in one region")) else {
            return;
        };
        let mut from: Vec<String> = self.segments.iter().filter(|_| random.percent(70)).cloned().collect();
        if from.is_empty() {
            from = self.segments.clone();
        }
        let from = if from.is_empty() { String::new() } else { format!("from = [{}]  ", from.join(", ")) };
        let inspect = if random.percent(50) {
            self.line(format!("firewall wall in {region} {{ subnets = exit.inspect  allow_domains = [\"example.com\"] }}"));
            "  inspect = wall"
        } else {
            ""
        };
        self.line(format!("egress out in {region} {{ {from}via = exit{inspect} }}"));
        let others: Vec<&str> = self.regions.iter().copied().filter(|other| *other != region).collect();
        if !others.is_empty() && random.percent(40) {
            self.line(format!("egress far in {} {{ {from}via = exit{inspect} }}", random.one(&others)));
        }
    }
}

/// One to three of them, none twice.
fn some_outside(random: &mut Random) -> Vec<String> {
    let chosen: BTreeSet<&str> = (0..=random.below(3)).map(|_| *random.one(OUTSIDE)).collect();
    chosen.into_iter().map(str::to_owned).collect()
}

fn without_ipv6(random: &mut Random) -> &'static str {
    if random.percent(10) { "  ipv6 = off" } else { "" }
}

fn route_text(random: &mut Random, vpc: &VpcText) -> String {
    let target = match random.below(4) {
        0 if vpc.public => "nat",
        1 if vpc.public => "internet",
        _ if vpc.on_core => "core",
        _ => return String::new(),
    };
    format!(" route {} via {target}", destination(random))
}

/// Of every topology.
const LISTS: [&str; 2] = ["list0", "list1"];

fn destination(random: &mut Random) -> String {
    if random.percent(25) { (*random.one(&LISTS)).to_owned() } else { block(random) }
}
