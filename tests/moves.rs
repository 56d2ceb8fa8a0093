//! Nothing moves by itself: random edits over generated sources, each checked with the lock that the one
//! before it left. More with `MRC_EDITS=5000`.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use mrc::address::{Allocation, inside, lock_text, overlap};
use mrc::backend::cfn;
use mrc::driver::{self, Checked, Target};
use mrc::lock::{self, Section, Value};
use support::{build, messages, terraform};

const REGIONS: &[&str] = &["ap-south-1", "eu-central-1", "eu-west-1", "us-east-1", "us-west-2"];
const NAMES: &[&str] = &["alpha", "beta", "gamma", "delta", "omega"];
const TIERS: &[&str] = &["app", "data", "edge", "work"];

/// A small generator of numbers, the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// A topology that can be written down in many ways.
#[derive(Clone)]
struct Source {
    /// With the zones that a `region` block allows, where there is one.
    regions: BTreeMap<&'static str, Option<&'static str>>,
    vpcs: BTreeMap<&'static str, Network>,
    /// Items are turned by this much.
    order: usize,
}

#[derive(Clone)]
struct Network {
    size: u8,
    zones: usize,
    tiers: BTreeMap<&'static str, u8>,
    secondary: Vec<u8>,
    attached: bool,
    /// Where it is; everywhere when empty.
    places: BTreeSet<&'static str>,
    /// In a file of its own.
    apart: bool,
}

impl Source {
    /// The text of `net.mr`, and of `more.mr`, which it uses.
    fn text(&self) -> (String, String) {
        let codes: Vec<&str> = self.regions.keys().copied().collect();
        let mut items = vec![
            format!("topology net {{ regions = [{}] }}\n", codes.join(", ")),
            "pool corp = 10.0.0.0/8 { per_region = /12 }\n".to_owned(),
            "pool extra = 100.64.0.0/10\n".to_owned(),
            "transit_gateway core { asn = AS64512..AS64999 }\n".to_owned(),
            "mesh backbone { of = core }\n".to_owned(),
        ];
        items.extend(self.regions.iter().filter_map(|(code, zones)| Some(format!("region {code} {{ azs = [{}] }}\n", (*zones)?))));
        let mut more = Vec::new();
        for (name, network) in &self.vpcs {
            let tiers: String = network.tiers.iter().map(|(tier, size)| format!("  subnet {tier} {{ size = /{size} }}\n")).collect();
            let places: Vec<&str> = network.places.iter().copied().filter(|place| self.regions.contains_key(place)).collect();
            let places = if places.is_empty() { String::new() } else { format!(" in {}", places.join(", ")) };
            let secondary: Vec<String> = network.secondary.iter().map(|size| format!("/{size} from extra")).collect();
            let secondary = if secondary.is_empty() { String::new() } else { format!("  secondary = [{}]\n", secondary.join(", ")) };
            let attach = if network.attached { "  attach core\n" } else { "" };
            let (size, zones) = (network.size, network.zones);
            let text = format!("vpc {name}{places} {{\n  cidr = /{size} from corp\n  azs = {zones}\n{secondary}{tiers}{attach}}}\n");
            if network.apart { more.push(text) } else { items.push(text) }
        }
        let turn = self.order % items.len();
        items.rotate_left(turn);
        (format!("mr 1\nuse \"./more.mr\"\n{}", items.concat()), format!("mr 1\n{}", more.concat()))
    }

    fn check(&self, lock: Option<&str>) -> Checked {
        let (main, more) = self.text();
        driver::check(&["net.mr".into()], &[], &mut |path| {
            let found = match path {
                "net.mr" => Some(&*main),
                "more.mr" => Some(&*more),
                "net.mr.lock" => lock,
                _ => None,
            };
            found.map(str::to_owned).ok_or_else(|| std::io::ErrorKind::NotFound.into())
        })
    }
}

fn network(random: &mut Random) -> Network {
    Network {
        size: random.pick(&[16, 17, 18]),
        zones: random.below(2) + 1,
        tiers: (0..=random.below(2)).map(|_| (random.pick(TIERS), random.pick(&[22, 24, 25]))).collect(),
        secondary: Vec::new(),
        attached: random.below(4) > 0,
        places: (0..random.below(3)).map(|_| random.pick(REGIONS)).collect(),
        apart: random.below(4) == 0,
    }
}

/// Changes something; says what it touches, so that the lock gives it up, and what it did.
fn edit(source: &mut Source, random: &mut Random) -> (Option<String>, String) {
    let vpcs: Vec<&'static str> = source.vpcs.keys().copied().collect();
    let name = random.pick(&vpcs);
    match random.below(12) {
        0 => {
            let region = random.pick(REGIONS);
            source.regions.insert(region, None);
            (None, format!("add {region}"))
        }
        1 if source.regions.len() > 1 => {
            let region = random.pick(&source.regions.keys().copied().collect::<Vec<_>>());
            source.regions.remove(region);
            (None, format!("remove {region}"))
        }
        2 => {
            let new = random.pick(NAMES);
            if !source.vpcs.contains_key(new) {
                source.vpcs.insert(new, network(random));
            }
            (None, format!("add vpc {new}"))
        }
        3 if vpcs.len() > 1 => {
            source.vpcs.remove(name);
            (None, format!("remove vpc {name}"))
        }
        4 => {
            let tier = random.pick(TIERS);
            source.vpcs.get_mut(name).unwrap().tiers.entry(tier).or_insert(24);
            (None, format!("add {name}.{tier}"))
        }
        5 if source.vpcs[name].tiers.len() > 1 => {
            let tiers = &mut source.vpcs.get_mut(name).unwrap().tiers;
            let tier = random.pick(&tiers.keys().copied().collect::<Vec<_>>());
            tiers.remove(tier);
            (None, format!("remove {name}.{tier}"))
        }
        6 => {
            source.vpcs.get_mut(name).unwrap().zones = random.below(3) + 1;
            (None, format!("zones of {name}"))
        }
        7 => {
            // A region allows more zones, in another order.
            let region = random.pick(&source.regions.keys().copied().collect::<Vec<_>>());
            source.regions.insert(region, random.pick(&[None, Some("c, b, a"), Some("b, a, c")]));
            (None, format!("zones of {region}"))
        }
        8 => {
            source.order = random.below(100);
            source.vpcs.get_mut(name).unwrap().apart ^= true;
            (None, format!("order, and the file of {name}"))
        }
        9 => {
            let secondary = &mut source.vpcs.get_mut(name).unwrap().secondary;
            match secondary.pop() {
                Some(_) => secondary.reverse(),
                None => secondary.extend([22, 24]),
            }
            (None, format!("secondary of {name}"))
        }
        10 => {
            let tiers = &mut source.vpcs.get_mut(name).unwrap().tiers;
            let tier = random.pick(&tiers.keys().copied().collect::<Vec<_>>());
            let size = random.pick(&[22, 23, 24, 25]);
            tiers.insert(tier, size);
            (Some(format!("{name}.{tier}")), format!("{name}.{tier} is a /{size}"))
        }
        11 => {
            let size = random.pick(&[16, 17, 18]);
            source.vpcs.get_mut(name).unwrap().size = size;
            (Some(format!("vpc {name}")), format!("{name} is a /{size}"))
        }
        _ => (None, "nothing".to_owned()),
    }
}

/// What `mrc lock --release` does.
fn release(checked: &Checked, pattern: &str) -> String {
    let kept = checked.lock.all().filter(|(section, path, _)| !lock::names(pattern, *section, path));
    lock::text(kept.map(|(section, path, entry)| (section, path, &entry.value)))
}

/// By section and path.
fn values(made: &[Allocation]) -> BTreeMap<(Section, String), Value> {
    made.iter().map(|each| ((each.section, each.path.clone()), each.value.clone())).collect()
}

/// Blocks of one place that must not overlap do not.
fn disjoint(checked: &Checked) {
    let vpcs: Vec<_> = checked.topology.vpcs.iter().flat_map(|vpc| vpc.cidrs()).collect();
    for (ix, a) in vpcs.iter().enumerate() {
        assert!(vpcs[ix + 1..].iter().all(|b| !overlap(*a, *b)), "{a} is there twice");
    }
    for vpc in &checked.topology.vpcs {
        let groups = vpc.subnets.iter().flat_map(|group| &group.subnets);
        let subnets: Vec<_> =
            groups.chain(vpc.attachments.iter().flat_map(|each| &each.dedicated)).map(|each| each.cidr.unwrap()).collect();
        for (ix, a) in subnets.iter().enumerate() {
            assert!(vpc.cidrs().any(|range| inside(*a, range)), "{a} is outside of {}", vpc.name);
            assert!(subnets[ix + 1..].iter().all(|b| !overlap(*a, *b)), "{a} is there twice in {}", vpc.name);
        }
    }
    let numbers: BTreeSet<_> = checked.topology.gateways.iter().map(|gateway| gateway.asn.number.unwrap()).collect();
    assert_eq!(numbers.len(), checked.topology.gateways.len());
}

/// File and id of each resource of a target, with its type and text.
type Resources = BTreeMap<(String, String), (String, String)>;

fn cloudformation_resources(checked: &Checked) -> Resources {
    let target = Target::CloudFormation(cfn::Options { format: cfn::Format::Json, ..Default::default() });
    let mut found = Resources::new();
    for (file, bytes) in build(checked, &target).iter().filter(|(file, _)| file.ends_with(".json") && file != "manifest.json") {
        let template: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        for (id, resource) in template["Resources"].as_object().unwrap() {
            let ty = resource["Type"].as_str().unwrap().to_owned();
            found.insert((file.clone(), id.clone()), (ty, resource["Properties"].to_string()));
        }
    }
    found
}

fn terraform_resources(checked: &Checked) -> Resources {
    let mut found = Resources::new();
    for (file, bytes) in build(checked, &terraform()).iter().filter(|(file, _)| file.ends_with(".tf")) {
        let text = std::str::from_utf8(bytes).unwrap();
        for block in text.split("\nresource \"").skip(1) {
            let (head, body) = block.split_once("{\n").unwrap();
            let (ty, name) = head.split_once("\" \"").unwrap();
            let body = body.split("\n}").next().unwrap();
            // Addresses know modules, not files.
            let module = file.rsplit_once('/').map_or("", |(module, _)| module);
            found.insert((module.to_owned(), format!("{ty}.{}", name.trim_end_matches("\" "))), (ty.to_owned(), body.to_owned()));
        }
    }
    found
}

/// What is the same as before has the id that it had; and what has an id of before has its ranges.
fn ids_stay(before: &Resources, after: &Resources, touched: bool, what: &str) {
    let by_text = |all: &Resources| {
        let mut found: BTreeMap<(String, String, String), Vec<String>> = BTreeMap::new();
        for ((file, id), (ty, text)) in all {
            found.entry((file.clone(), ty.clone(), text.clone())).or_default().push(id.clone());
        }
        found
    };
    let now = by_text(after);
    for (key, ids) in by_text(before) {
        if let Some(found) = now.get(&key) {
            assert_eq!(*found, ids, "after `{what}`: an id changed in {}", key.0);
        }
    }
    if touched {
        return;
    }
    for (key, (ty, text)) in before {
        let Some((ty_now, text_now)) = after.get(key) else { continue };
        assert_eq!(ty, ty_now, "after `{what}`: {key:?}");
        for word in
            ["\"CidrBlock\":", "\"AvailabilityZone\":", "\"AmazonSideAsn\":", " cidr_block ", " availability_zone ", " amazon_side_asn "]
        {
            let of = |text: &str| {
                let line = text.split(['\n', ',']).find(|line| format!("{line} ").contains(word.trim_end_matches(' ')));
                line.map(|line| line.split_whitespace().collect::<String>())
            };
            assert_eq!(of(text), of(text_now), "after `{what}`: {key:?}");
        }
    }
}

#[test]
fn nothing_moves_by_itself() {
    let edits: usize = std::env::var("MRC_EDITS").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let mut random = Random(20_261_127);
    let mut done = 0;
    let mut refused = 0;
    while done < edits {
        // A life of some forty edits, then another topology.
        let mut source = Source {
            regions: (0..2).map(|_| (random.pick(REGIONS), None)).collect(),
            vpcs: (0..2).map(|_| (random.pick(NAMES), network(&mut random))).collect(),
            order: 0,
        };
        let mut checked = source.check(None);
        assert!(!checked.has_errors(), "{:#?}\n{}", messages(&checked), source.text().0);
        let mut text = lock_text(&checked.lock, &checked.allocations, false);
        let mut known = values(&checked.allocations);
        let mut resources = (cloudformation_resources(&checked), terraform_resources(&checked));
        let mut touched_since = false;
        for _ in 0..40.min(edits - done) {
            done += 1;
            let mut edited = source.clone();
            let (touched, what) = edit(&mut edited, &mut random);
            let mut base = text.clone();
            if let Some(pattern) = &touched {
                base = release(&source.check(Some(&text)), pattern);
            }
            let after = edited.check(Some(&base));
            if after.has_errors() {
                // What there is no room or no zone for is refused, not moved.
                let names: Vec<&str> = after.diagnostics.iter().map(|each| each.code.name).collect();
                let fine = ["vpc-full", "pool-exhausted", "unknown-zone", "held-unfit", "no-instance", "secondary-range"];
                let errors = after.diagnostics.iter().filter(|each| each.severity == mrc::diag::Severity::Error);
                assert!(errors.into_iter().all(|each| fine.contains(&each.code.name)), "after `{what}`: {names:?}\n{}", edited.text().0);
                refused += 1;
                continue;
            }
            disjoint(&after);
            if let Some(pattern) = &touched {
                known.retain(|(section, path), _| !lock::names(pattern, *section, path));
                touched_since = true;
            }
            for (key, value) in values(&after.allocations) {
                let before = known.insert(key.clone(), value.clone());
                match (before, value) {
                    (None, _) => {}
                    (Some(Value::Zones(a)), Value::Zones(b)) => {
                        assert!(a.iter().zip(&b).all(|(a, b)| a == b), "after `{what}`: {key:?} was {a:?} and is {b:?}");
                        // The longer list is what is held.
                        if a.len() > b.len() {
                            known.insert(key, Value::Zones(a));
                        }
                    }
                    (Some(before), value) => assert_eq!(before, value, "after `{what}`: {key:?} moved"),
                }
            }
            text = lock_text(&after.lock, &after.allocations, false);
            // Once more: nothing new, the same bytes.
            let again = edited.check(Some(&text));
            assert_eq!(again.fresh().count(), 0, "after `{what}`");
            assert_eq!(lock_text(&again.lock, &again.allocations, false), text);
            // Building takes longest: ids are compared over a few edits at once.
            if done % 3 == 0 {
                let now = (cloudformation_resources(&after), terraform_resources(&after));
                ids_stay(&resources.0, &now.0, touched_since, &what);
                ids_stay(&resources.1, &now.1, touched_since, &what);
                (resources, touched_since) = (now, false);
            }
            (source, checked) = (edited, after);
        }
        drop(checked);
    }
    assert!(refused * 3 < edits, "{refused} of {edits} edits were refused");
}
