//! What is held stays; what does not fit is told; whatever stands in a lock, nothing panics.

mod support;

use mrc::address::{Allocation, lock_text};
use mrc::diag::render;
use mrc::driver::Checked;
use mrc::lock::Section;
use support::{check_with, examples, lock_of, messages};

/// The lock that a check would write.
fn written(checked: &Checked) -> String {
    lock_text(&checked.lock, &checked.allocations, false)
}

#[track_caller]
fn clean(text: &str, lock: Option<&str>) -> Checked {
    let checked = check_with(text, lock);
    assert!(!checked.has_errors(), "{:#?}", messages(&checked));
    checked
}

/// The range or the number of a path.
fn value(checked: &Checked, path: &str) -> String {
    let named = |each: &&Allocation| each.path == path && each.section != Section::Zones;
    checked.allocations.iter().find(named).map_or(String::new(), |each| each.value.to_string())
}

fn zones(checked: &Checked) -> String {
    checked.allocations.iter().find(|each| each.section == Section::Zones).map_or(String::new(), |each| each.value.to_string())
}

const HEAD: &str = "mr 1\ntopology net { regions = [us-east-1, eu-west-1] }\npool corp = 10.0.0.0/8 { per_region = /12 }\n";
const GATEWAY: &str = "transit_gateway core { asn = AS64512..AS64520 }\n";

fn vpc(name: &str, inside: &str) -> String {
    format!("vpc {name} in us-east-1 {{\n  cidr = /16 from corp\n  subnet work {{ size = /24 }}\n  {inside}\n}}\n")
}

#[test]
fn a_lock_is_read_as_it_was_written() {
    for (name, path) in examples() {
        let lock = lock_of(&path);
        let checked = support::check_file(&path);
        assert_eq!(checked.fresh().count(), 0, "{name}");
        assert_eq!(Some(written(&checked)), lock, "{name}");
    }
}

#[test]
fn what_comes_before_moves_nothing() {
    let before = clean(&format!("{HEAD}{}", vpc("ops", "")), None);
    assert_eq!(value(&before, "ops@us-east-1"), "10.0.0.0/16");
    // Sorted before, in a region that is sorted before.
    let more = format!("{HEAD}{}{}vpc app in eu-west-1 {{ cidr = /16 from corp }}\n", vpc("ops", ""), vpc("app", ""));
    let after = clean(&more, Some(&written(&before)));
    assert_eq!(value(&after, "corp@us-east-1"), "10.0.0.0/12");
    assert_eq!(value(&after, "corp@eu-west-1"), "10.16.0.0/12");
    assert_eq!(value(&after, "ops@us-east-1"), "10.0.0.0/16");
    assert_eq!(value(&after, "app@us-east-1"), "10.1.0.0/16");
    // Without the lock the new one comes first.
    assert_eq!(value(&clean(&more, None), "ops@us-east-1"), "10.17.0.0/16");
}

#[test]
fn what_is_gone_is_held_until_it_is_pruned() {
    let both = clean(&format!("{HEAD}{GATEWAY}{}{}", vpc("app", "attach core"), vpc("ops", "attach core")), None);
    let ops = clean(&format!("{HEAD}{}", vpc("ops", "")), Some(&written(&both)));
    assert_eq!(messages(&ops).len(), 1, "{:#?}", messages(&ops));
    assert!(messages(&ops)[0].starts_with("note held-idle"), "{:#?}", messages(&ops));
    // A new VPC does not get what is held for the one that is gone, which gets it back.
    let new = clean(&format!("{HEAD}{}{}", vpc("ops", ""), vpc("new", "")), Some(&written(&ops)));
    assert_eq!(value(&new, "new@us-east-1"), "10.2.0.0/16");
    let back = clean(&format!("{HEAD}{GATEWAY}{}{}{}", vpc("ops", ""), vpc("new", ""), vpc("app", "attach core")), Some(&written(&new)));
    for path in ["app@us-east-1", "app@us-east-1.work[b]", "app@us-east-1 attach core[a]", "core@us-east-1"] {
        assert_eq!(value(&back, path), value(&both, path), "{path}");
    }
    let pruned = lock_text(&ops.lock, &ops.allocations, true);
    assert!(!pruned.contains("app@") && !pruned.contains("core@"), "{pruned}");
    let next = clean(&format!("{HEAD}{}{}", vpc("ops", ""), vpc("new", "")), Some(&pruned));
    assert_eq!(value(&next, "new@us-east-1"), "10.0.0.0/16");
}

#[test]
fn zones_stay_where_they_are() {
    let text = |zones: &str, number: usize| {
        format!(
            "mr 1\ntopology net {{ regions = [us-east-1] }}\nregion us-east-1 {{ azs = [{zones}] }}\nvpc app {{\n  cidr = 10.0.0.0/16\n  azs = {number}\n  subnet work {{ size = /24 }}\n}}\n"
        )
    };
    let before = clean(&text("b, c", 2), None);
    assert_eq!(zones(&before), "zones b, c");
    let lock = written(&before);
    assert_eq!(zones(&clean(&text("a, b, c", 2), Some(&lock))), "zones b, c");
    let three = clean(&text("a, b, c", 3), Some(&lock));
    assert_eq!(zones(&three), "zones b, c, a");
    assert_eq!(value(&three, "app@us-east-1.work[b]"), "10.0.0.0/24");
    assert_eq!(value(&three, "app@us-east-1.work[a]"), "10.0.2.0/24");
    // Fewer zones, then more: the one that was given up comes back.
    let two = clean(&text("a, b, c, d", 2), Some(&written(&three)));
    assert!(written(&two).contains("\"app@us-east-1\" = [\"b\", \"c\", \"a\"]"));
    assert!(lock_text(&two.lock, &two.allocations, true).contains("\"app@us-east-1\" = [\"b\", \"c\"]"));
    assert_eq!(zones(&clean(&text("d, c, a, b", 3), Some(&written(&two)))), "zones b, c, a");
}

/// Letters and zone ids of the VPC `app`.
fn zone_ids(checked: &Checked) -> String {
    let zones = checked.topology.vpcs[0].zones.iter().map(|zone| format!("{}={}", zone.letter, zone.id));
    zones.collect::<Vec<_>>().join(" ")
}

#[test]
fn zones_are_those_that_accounts_have() {
    let text = |region: &str, azs: &str| {
        format!(
            "mr 1\ntopology net {{ regions = [{region}] }}\nvpc app {{ cidr = 10.0.0.0/16  azs = {azs}  subnet work {{ size = /24 }} }}\n"
        )
    };
    let fresh = |region: &str, azs: &str| zone_ids(&clean(&text(region, azs), None));
    assert_eq!(fresh("ap-northeast-1", "3"), "a=apne1-az1 c=apne1-az2 d=apne1-az4");
    assert_eq!(fresh("ap-northeast-1", "[a, c, d]"), "a=apne1-az1 c=apne1-az2 d=apne1-az4");
    assert_eq!(fresh("ca-central-1", "3"), "a=cac1-az1 b=cac1-az2 d=cac1-az4");
    assert_eq!(fresh("us-west-1", "2"), "a=usw1-az1 c=usw1-az3");
    let names = |text: &str| support::check_text(text).diagnostics.iter().map(|each| each.code.name).collect::<Vec<_>>();
    assert_eq!(names(&text("us-west-1", "3")), ["unknown-zone"]);
    assert_eq!(names(&text("ap-northeast-1", "4")), ["unknown-zone"]);
    assert_eq!(names(&text("ap-northeast-1", "[a, apne1-az3]")), ["closed-zone"]);
    let said = format!("{}region us-west-1 {{ azs = [a, b, c] }}\n", text("us-west-1", "3"));
    assert_eq!(zone_ids(&clean(&said, None)), "a=usw1-az1 b=usw1-az2 c=usw1-az3");
}

/// What was chosen before mrc knew which zones accounts have stays, by the letters of then.
#[test]
fn held_zones_stay_what_they_were() {
    let text = |region: &str, azs: usize| {
        format!(
            "mr 1\ntopology net {{ regions = [{region}] }}\nvpc app {{ cidr = 10.0.0.0/16  azs = {azs}  subnet work {{ size = /24 }} }}\n"
        )
    };
    let held = |region: &str, azs: usize, letters: &str| {
        let lock = format!("edition = 1\n\n[zones]\n\"app@{region}\" = [{letters}]\n");
        let checked = clean(&text(region, azs), Some(&lock));
        // The lock that comes out says the same.
        let again = clean(&text(region, azs), Some(&written(&checked)));
        assert_eq!(zone_ids(&checked), zone_ids(&again));
        zone_ids(&checked)
    };
    let old = "\"a\", \"b\", \"c\"";
    assert_eq!(held("ap-northeast-1", 3, old), "a=apne1-az1 b=apne1-az2 c=apne1-az3");
    assert_eq!(held("ap-northeast-1", 3, "\"a\", \"b\""), "a=apne1-az1 b=apne1-az2 d=apne1-az4");
    assert_eq!(held("ca-central-1", 3, old), "a=cac1-az1 b=cac1-az2 c=cac1-az4");
    assert_eq!(held("us-west-1", 3, old), "a=usw1-az1 b=usw1-az2 c=usw1-az3");
    assert_eq!(held("us-west-1", 2, old), "a=usw1-az1 b=usw1-az2");
    assert_eq!(held("ap-northeast-1", 2, "\"a\""), "a=apne1-az1 c=apne1-az2");
}

#[test]
fn secondary_ranges_come_and_go() {
    let text = |secondary: &str| {
        format!(
            "mr 1\ntopology net {{ regions = [us-east-1] }}\npool lab = 10.64.0.0/10\nvpc app in us-east-1 {{\n  cidr = /20 from lab\n  secondary = [{secondary}]\n}}\n"
        )
    };
    let lock = written(&clean(&text("/20 from lab, /22 from lab"), None));
    let after = clean(&text("100.64.0.0/16, /22 from lab, /22 from lab"), Some(&lock));
    assert_eq!(value(&after, "app@us-east-1.secondary[/22 from lab]"), "10.64.32.0/22");
    assert_eq!(value(&after, "app@us-east-1.secondary[/22 from lab 2]"), "10.64.36.0/22");
}

#[test]
fn a_second_account_moves_nothing() {
    let one = "mr 1\ntopology net { regions = [us-east-1]  account = prod }\naccount prod = 111122223333\npool corp = 10.0.0.0/8\nvpc app { cidr = /16 from corp  subnet work { size = /24 } }\n";
    let lock = written(&clean(one, None));
    let two = format!("{one}account dev = 444455556666\nvpc aaa in dev/us-east-1 {{ cidr = /16 from corp }}\n");
    let after = clean(&two, Some(&lock));
    assert_eq!(value(&after, "aaa@dev/us-east-1"), "10.1.0.0/16");
    assert!(written(&after).contains("\"app@us-east-1\" = \"10.0.0.0/16\"\n"), "{}", written(&after));
}

fn table(regions: &str, inside: &str) -> String {
    format!("mr 1\ntopology led {{ regions = [{regions}] }}\ntable ledger {inside}\n")
}

fn home(checked: &Checked) -> String {
    let of_table = |each: &&Allocation| each.section == Section::Homes;
    checked.allocations.iter().find(of_table).map_or(String::new(), |each| each.value.to_string())
}

#[test]
fn a_home_stays_where_it_is() {
    let inside = "{ key = { id: string } }";
    let before = clean(&table("us-east-1, ap-south-1", inside), None);
    assert_eq!(home(&before), "home ap-south-1");
    let lock = written(&before);
    assert!(lock.contains("[homes]\n\"ledger\" = \"ap-south-1\"\n"), "{lock}");
    // Another order; regions that are sorted before; the home as it is, written.
    assert_eq!(home(&clean(&table("ap-south-1, us-east-1", inside), Some(&lock))), "home ap-south-1");
    assert_eq!(home(&clean(&table("af-south-1, us-east-1, ap-south-1", inside), Some(&lock))), "home ap-south-1");
    let stated = "{ key = { id: string }  home = ap-south-1 }";
    assert_eq!(clean(&table("us-east-1, ap-south-1", stated), Some(&lock)).fresh().count(), 0);
    // Written before there is a lock: held as well, so that it cannot be forgotten or changed.
    let first = clean(&table("us-east-1, ap-south-1", "{ key = { id: string }  home = us-east-1 }"), None);
    assert_eq!(home(&clean(&table("us-east-1, ap-south-1", inside), Some(&written(&first)))), "home us-east-1");
}

#[test]
fn a_table_that_left_its_home_is_told() {
    let lock = written(&clean(&table("us-east-1, ap-south-1", "{ key = { id: string } }"), None));
    for (inside, message) in [
        ("in us-east-1 { key = { id: string } }", "table `ledger` has its home in ap-south-1, which is not among its places any more"),
        ("{ key = { id: string }  home = us-east-1 }", "table `ledger` has its home in ap-south-1, but us-east-1 is written"),
    ] {
        let checked = check_with(&table("us-east-1, ap-south-1", inside), Some(&lock));
        assert_eq!(messages(&checked), [format!("error held-unfit: {message}")]);
        let help = checked.diagnostics[0].help.as_deref().unwrap();
        assert!(help.contains("`mrc lock net.mr --release 'table ledger'`"), "{help}");
    }
}

#[test]
fn a_primary_stays_where_it_is() {
    let text = |primary: &str, replica: &str| {
        format!("mr 1\ntopology net {{ regions = [us-east-1, eu-west-1] }}\nkey data {{ primary in {primary}  replica in {replica} }}\n")
    };
    let lock = written(&clean(&text("us-east-1", "eu-west-1"), None));
    assert!(lock.contains("[primaries]\n\"data\" = \"us-east-1\"\n"), "{lock}");
    let checked = check_with(&text("eu-west-1", "us-east-1"), Some(&lock));
    assert_eq!(messages(&checked), ["error held-unfit: key `data` has its primary in us-east-1, but eu-west-1 is written"]);
    let two = "mr 1\ntopology net { regions = [us-east-1, eu-west-1] }\nkey data { primary in regions }\n";
    assert_eq!(messages(&check_with(two, None)), ["error duplicate-name: key `data` has its primary in eu-west-1 and in us-east-1"]);
}

/// A table and a key of one name, beside a VPC of that name: each is released alone.
#[test]
fn homes_are_released_by_kind() {
    let held = "edition = 1\n\n[homes]\n\"app\" = \"us-east-1\"\n\n[primaries]\n\"app\" = \"eu-west-1\"\n";
    let checked = check_with("mr 1\ntopology net { regions = [us-east-1] }\n", Some(held));
    let named = |pattern: &str| -> Vec<Section> {
        checked.lock.all().filter(|(section, path, _)| mrc::lock::names(pattern, *section, path)).map(|(section, ..)| section).collect()
    };
    assert_eq!(named("table app"), [Section::Homes]);
    assert_eq!(named("key app"), [Section::Primaries]);
    assert_eq!(named("app"), [Section::Homes, Section::Primaries]);
    let wrong = check_with("mr 1\ntopology net { regions = [us-east-1] }\n", Some("edition = 1\n[homes]\n\"app\" = \"mars-1\"\n"));
    assert_eq!(messages(&wrong), ["error bad-lock: what net.mr.lock holds for `app` is no region"]);
}

fn rendered(text: &str, lock: &str) -> String {
    let checked = check_with(text, Some(lock));
    render::text(&checked.diagnostics, &checked.sources, false, 100)
}

/// What people see when a lock and its source do not agree.
#[test]
fn complaints_read_well() {
    let app = format!("{HEAD}{}", vpc("app", ""));
    let held = |lines: &str| format!("edition = 1\n\n{lines}\n");
    let blocks = "[pools]\n\"corp@us-east-1\" = \"10.0.0.0/12\"\n";
    let two = format!("{app}{}", vpc("ops", ""));
    let cases: Vec<(&str, String, String)> = vec![
        ("merge-conflict", app.clone(), held("[vpcs]\n<<<<<<< HEAD\n\"app@us-east-1\" = \"10.0.0.0/16\"\n=======\n>>>>>>> main")),
        ("no-toml", app.clone(), held("[vpcs]\n\"app@us-east-1\" = 10.0.0.0/16")),
        ("path-twice", app.clone(), held("[vpcs]\n\"app@us-east-1\" = \"10.0.0.0/16\"\n\"app@us-east-1\" = \"10.1.0.0/16\"")),
        ("edition-of-the-future", app.clone(), "edition = 2\n".into()),
        ("no-edition", app.clone(), "[vpcs]\n\"app@us-east-1\" = \"10.0.0.0/16\"\n".into()),
        ("unknown-table", app.clone(), held("[vpc]\n\"app@us-east-1\" = \"10.0.0.0/16\"")),
        ("no-block", app.clone(), held("[vpcs]\n\"app@us-east-1\" = \"10.0.0.1/16\"\n[asns]\n\"core@us-east-1\" = \"64512\"")),
        (
            "block-twice",
            two.clone(),
            held(&format!("{blocks}[vpcs]\n\"app@us-east-1\" = \"10.0.0.0/16\"\n\"ops@us-east-1\" = \"10.0.0.0/16\"")),
        ),
        (
            "subnet-twice",
            app.clone(),
            held("[subnets]\n\"app@us-east-1.work[a]\" = \"10.0.0.0/24\"\n\"app@us-east-1.work[b]\" = \"10.0.0.0/24\""),
        ),
        (
            "asn-twice",
            format!("{HEAD}{GATEWAY}mesh all {{ of = core }}\n"),
            held("[asns]\n\"core@eu-west-1\" = 64512\n\"core@us-east-1\" = 64512"),
        ),
        (
            "block-of-region-twice",
            format!("{HEAD}vpc app {{ cidr = /16 from corp }}\n"),
            held("[pools]\n\"corp@eu-west-1\" = \"10.16.0.0/12\"\n\"corp@us-east-1\" = \"10.16.0.0/12\""),
        ),
        (
            "written-over-held",
            format!("{app}vpc hand in us-east-1 {{ cidr = 10.0.0.0/18 }}\n"),
            held(&format!("{blocks}[vpcs]\n\"app@us-east-1\" = \"10.0.0.0/16\"")),
        ),
        (
            "other-size",
            format!("{HEAD}vpc app {{ cidr = /18 from corp }}\n"),
            held(
                "[pools]\n\"corp@eu-west-1\" = \"10.0.0.0/12\"\n\"corp@us-east-1\" = \"10.16.0.0/12\"\n[vpcs]\n\"app@eu-west-1\" = \"10.0.0.0/16\"\n\"app@us-east-1\" = \"10.16.0.0/16\"",
            ),
        ),
        (
            "other-size-of-a-subnet",
            app.clone(),
            held(&format!("{blocks}[subnets]\n\"app@us-east-1.work[a]\" = \"10.0.0.0/28\"\n\"app@us-east-1.work[b]\" = \"10.0.0.16/28\"")),
        ),
        (
            "pool-moved",
            app.replace("10.0.0.0/8", "172.16.0.0/12").replace("per_region = /12", "per_region = /14"),
            held("[pools]\n\"corp@us-east-1\" = \"10.0.0.0/14\"\n[vpcs]\n\"app@us-east-1\" = \"10.0.0.0/16\""),
        ),
        ("outside-of-the-block", app.clone(), held(&format!("{blocks}[vpcs]\n\"app@us-east-1\" = \"10.32.0.0/16\""))),
        (
            "reserved-since",
            app.replace("per_region = /12", "per_region = /12\n  reserve 10.0.0.0/24 for \"the office\""),
            held(&format!("{blocks}[vpcs]\n\"app@us-east-1\" = \"10.0.0.0/16\"")),
        ),
        (
            "written-otherwise",
            app.replace("/16 from corp", "10.200.0.0/16"),
            held("[vpcs]\n\"app@us-east-1\" = \"10.0.0.0/16\"\n[subnets]\n\"app@us-east-1.work[a]\" = \"10.0.0.0/24\""),
        ),
        (
            "range-moved",
            app.replace("/16 from corp", "10.200.0.0/16\n  subnet more { size = /24 }"),
            held("[subnets]\n\"app@us-east-1.more[b]\" = \"10.0.1.0/24\"\n\"app@us-east-1.work[a]\" = \"10.0.0.0/24\""),
        ),
        ("asn-outside-of-the-range", format!("{HEAD}{GATEWAY}mesh all {{ of = core }}\n"), held("[asns]\n\"core@us-east-1\" = 65000")),
        (
            "zone-that-is-no-more",
            format!("{app}region us-east-1 {{ azs = [a, b, d] }}\n"),
            held("[zones]\n\"app@us-east-1\" = [\"a\", \"b\", \"c\"]"),
        ),
        ("gone", app.clone(), held("[vpcs]\n\"old@us-east-1\" = \"10.5.0.0/16\"\n[asns]\n\"core@us-east-1\" = 64512")),
    ];
    insta::with_settings!({ snapshot_path => "../snapshots/lock", prepend_module_to_snapshot => false, omit_expression => true }, {
        for (name, text, lock) in cases {
            insta::assert_snapshot!(name, rendered(&text, &lock));
        }
    });
}

/// A small generator of numbers, the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % most.max(1)
    }
}

/// Random bytes, and locks of examples with bytes, lines and values changed: the check ends, and what it
/// lets pass agrees with itself.
#[test]
fn whatever_stands_in_a_lock() {
    let number: usize = std::env::var("MRC_EDITS").ok().and_then(|text| text.parse().ok()).unwrap_or(150);
    let mut random = Random(20_261_127);
    let sources: Vec<(String, String)> =
        examples().into_iter().filter_map(|(_, path)| Some((std::fs::read_to_string(&path).unwrap(), lock_of(&path)?))).collect();
    for round in 0..number {
        let (source, lock) = &sources[random.below(sources.len())];
        let mut bytes = lock.clone().into_bytes();
        if round % 10 == 0 {
            bytes = (0..random.below(400)).map(|_| random.below(256) as u8).collect();
        }
        let lines: Vec<&str> = lock.lines().collect();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            match random.below(5) {
                0 => drop(bytes.splice(at..at, [random.below(256) as u8])),
                1 if !bytes.is_empty() => bytes[at] = b"0123456789./[]\"=\n@ab"[random.below(20)],
                2 => bytes.truncate(at),
                3 => bytes.extend_from_slice(lines[random.below(lines.len())].as_bytes()),
                _ => {
                    // One line's value on another line.
                    let (from, to) = (lines[random.below(lines.len())], lines[random.below(lines.len())]);
                    if let (Some((_, value)), Some((path, _))) = (from.split_once(" = "), to.split_once(" = ")) {
                        bytes = lock.replace(to, &format!("{path} = {value}")).into_bytes();
                    }
                }
            }
        }
        let lock = String::from_utf8_lossy(&bytes).into_owned();
        let checked = check_with(source, Some(&lock));
        let _ = render::text(&checked.diagnostics, &checked.sources, false, 100);
        if !checked.has_errors() {
            let again = check_with(source, Some(&written(&checked)));
            assert!(!again.has_errors() && again.fresh().next().is_none(), "{lock}\n{:#?}", messages(&again));
        }
    }
}
