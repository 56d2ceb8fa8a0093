//! Random topologies as text.

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

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

/// A block that may cut what VPCs have.
pub fn block(random: &mut Random) -> String {
    let (second, third, fourth) = (random.below(4) * 16, random.below(4) * 64, random.below(4) * 64);
    match random.below(9) {
        0 => format!("10.{second}.0.0/12"),
        1 => format!("10.{second}.{third}.0/18"),
        2 => format!("10.{second}.0.{fourth}/26"),
        3 => format!("10.{second}.{}.{fourth}/27", random.below(3)),
        4 => format!("172.{}.0.0/16", 20 + random.below(8)),
        5 => format!("172.{}.{}.0/25", 20 + random.below(8), random.below(3)),
        6 => "203.0.113.0/24".to_owned(),
        7 => "10.0.0.0/8".to_owned(),
        _ => "0.0.0.0/0".to_owned(),
    }
}

struct VpcText {
    name: String,
    /// None: everywhere.
    region: Option<&'static str>,
    on_core: bool,
    public: bool,
}

pub fn topology(random: &mut Random) -> String {
    let regions: &[&'static str] = &["us-east-1", "eu-west-1", "ap-south-1", "us-west-2"][..1 + random.below(4)];
    let mut text = format!("mr 1\ntopology net {{ regions = [{}] }}\n", regions.join(", "));
    let per_region = if random.percent(75) { " { per_region = /12 }" } else { "" };
    let _ = writeln!(text, "pool corp = 10.0.0.0/8{per_region}");
    let _ = writeln!(text, "transit_gateway core {{ asn = AS64512..AS64520 }}");
    let edge = random.percent(15).then(|| *random.one(regions));
    if let Some(region) = edge {
        let _ = writeln!(text, "transit_gateway edge in {region} {{ asn = AS65000 }}");
    }
    for list in LISTS {
        let blocks: std::collections::BTreeSet<String> = (0..1 + random.below(2)).map(|_| block(random)).collect();
        let _ = writeln!(text, "prefix_list {list} = [{}] {{ max = 5 }}", blocks.into_iter().collect::<Vec<_>>().join(", "));
    }
    let mut links: Vec<String> = Vec::new();
    if regions.len() > 1 {
        match random.below(6) {
            0 | 1 => {
                let _ = writeln!(text, "mesh m {{ of = core }}");
            }
            2 => {
                let _ = writeln!(text, "mesh m {{ of = core  except = [{} <-> {}] }}", regions[0], regions[1]);
            }
            3 | 4 => {
                let transit = if random.percent(70) { "" } else { "  transit = off" };
                let _ = writeln!(text, "star m {{ of = core  hub = {}{transit} }}", random.one(regions));
            }
            _ => {
                for pair in regions.windows(2) {
                    let name = format!("link{}", links.len());
                    let _ = writeln!(text, "peering {name} {{ between = [core@{}, core@{}] }}", pair[0], pair[1]);
                    links.push(name);
                }
            }
        }
    }
    let segments: Vec<String> = (0..random.below(3)).map(|ix| format!("seg{ix}")).collect();
    let vpcs = vpcs(random, regions);
    for name in &segments {
        let isolated = if random.percent(25) { "  isolated = on" } else { "" };
        let drop = if random.percent(20) { format!("  blackhole = [{}]", block(random)) } else { String::new() };
        let everywhere = vpcs.iter().find(|vpc| vpc.on_core && vpc.region.is_none()).filter(|_| random.percent(20));
        let route = everywhere.map_or(String::new(), |vpc| format!("  route {} via {}", destination(random), vpc.name));
        let _ = writeln!(text, "segment {name} {{ on = core{isolated}{drop}{route} }}");
    }
    let mut pairs: Vec<(String, [String; 2])> = Vec::new();
    let mut peered = std::collections::BTreeSet::new();
    for ix in 0..random.below(3) {
        let (a, b) = (random.below(vpcs.len()), random.below(vpcs.len()));
        let at = |random: &mut Random, vpc: &VpcText| format!("{}@{}", vpc.name, vpc.region.unwrap_or_else(|| *random.one(regions)));
        let (a, b) = (at(random, &vpcs[a]), at(random, &vpcs[b]));
        if a != b && peered.insert((a.clone().min(b.clone()), a.clone().max(b.clone()))) {
            let _ = writeln!(text, "peering pair{ix} {{ between = [{a}, {b}] }}");
            pairs.push((format!("pair{ix}"), [a, b]));
        }
    }
    // Without a way out a default route to the gateway is an error.
    let way_out = if vpcs.iter().any(|vpc| vpc.name == "exit") { 80 } else { 3 };
    for vpc in &vpcs {
        let pair = vpc.region.and_then(|region| {
            let name = format!("{}@{region}", vpc.name);
            pairs.iter().find(|(_, ends)| ends.contains(&name)).map(|(pair, _)| pair.as_str())
        });
        vpc_text(&mut text, random, vpc, &segments, edge, pair, way_out);
    }
    if !segments.is_empty() {
        for _ in 0..random.below(4) {
            let mut side = || match random.below(3) {
                0 => vpcs.iter().find(|vpc| vpc.on_core).map_or(segments[0].clone(), |vpc| vpc.name.clone()),
                _ => random.one(&segments).clone(),
            };
            let (a, b) = (side(), side());
            let (word, arrow) = (if random.percent(75) { "allow" } else { "deny" }, if random.percent(60) { "<->" } else { "->" });
            if a != b {
                let _ = writeln!(text, "{word} {a} {arrow} {b}");
            }
        }
    }
    let way_out = vpcs.iter().find(|vpc| vpc.public && vpc.on_core && vpc.name.starts_with("exit"));
    if let Some(way_out) = way_out {
        let region = way_out.region.expect("a way out is in one region");
        let mut from: Vec<String> = segments.iter().filter(|_| random.percent(70)).cloned().collect();
        if from.is_empty() {
            from = segments.clone();
        }
        let from = if from.is_empty() { String::new() } else { format!("from = [{}]  ", from.join(", ")) };
        let inspect = if random.percent(50) {
            let _ = writeln!(text, "firewall wall in {region} {{ subnets = {}.inspect  allow_domains = [\"example.com\"] }}", way_out.name);
            "  inspect = wall"
        } else {
            ""
        };
        let _ = writeln!(text, "egress out in {region} {{ {from}via = {}{inspect} }}", way_out.name);
    }
    text
}

fn vpcs(random: &mut Random, regions: &[&'static str]) -> Vec<VpcText> {
    let mut found: Vec<VpcText> = (0..1 + random.below(4))
        .map(|ix| VpcText {
            name: format!("vpc{ix}"),
            region: if random.percent(40) { None } else { Some(*random.one(regions)) },
            on_core: random.percent(80),
            public: random.percent(60),
        })
        .collect();
    if random.percent(25) {
        found.push(VpcText { name: "exit".into(), region: Some(*random.one(regions)), on_core: true, public: true });
    }
    found
}

fn vpc_text(
    text: &mut String,
    random: &mut Random,
    vpc: &VpcText,
    segments: &[String],
    edge: Option<&str>,
    pair: Option<&str>,
    way_out: usize,
) {
    let place = vpc.region.map_or(String::new(), |region| format!(" in {region}"));
    let number: usize = vpc.name.bytes().map(usize::from).sum::<usize>() % 8;
    let written = vpc.region.is_some() && random.percent(35);
    let cidr = if written { format!("172.{}.0.0/16", 20 + number) } else { "/20 from corp".to_owned() };
    let _ = writeln!(text, "vpc {}{place} {{\n  cidr = {cidr}\n  azs = {}\n  flow_logs = off", vpc.name, 1 + random.below(2));
    let exit = vpc.name == "exit";
    if random.percent(15) && !exit && vpc.region.is_some() {
        let _ = writeln!(text, "  secondary = [100.64.{number}.0/24]");
    }
    if vpc.public {
        let nat = if random.percent(50) { "per_az" } else { "single" };
        let nat = if exit { "per_az" } else { nat };
        let _ = writeln!(text, "  nat = {nat}\n  subnet public {{ size = /26  route = internet }}");
    }
    let route = match random.below(4) {
        0 if vpc.public => "  route = nat",
        1 if vpc.on_core && vpc.name != "exit" && random.percent(way_out) => "  route = core",
        _ => "",
    };
    let extra = if random.percent(20) { route_text(random, vpc) } else { String::new() };
    let _ = writeln!(text, "  subnet work {{ size = /26{route}{extra} }}");
    if exit {
        let _ = writeln!(text, "  subnet inspect {{ size = /28  route = nat }}");
    }
    if random.percent(40) {
        let _ = writeln!(text, "  subnet data {{ size = /27 }}");
    }
    if random.percent(15) {
        let _ = writeln!(text, " {}", route_text(random, vpc));
    }
    if let Some(pair) = pair.filter(|_| random.percent(30)) {
        let _ = writeln!(text, "  route {} via {pair}", destination(random));
    }
    if vpc.on_core {
        let mut inside = String::new();
        if !segments.is_empty() && random.percent(80) && !exit {
            let _ = write!(inside, " segment = {}", random.one(segments));
        }
        if random.percent(8) {
            inside.push_str(" propagate = off");
        }
        if random.percent(15) && !exit {
            inside.push_str(" subnets = work");
        }
        let inside = if inside.is_empty() { String::new() } else { format!(" {{{inside} }}") };
        let _ = writeln!(text, "  attach core{inside}");
    }
    if edge.is_some() && edge == vpc.region && random.percent(60) {
        let _ = writeln!(text, "  attach edge");
    }
    text.push_str("}\n");
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
