//! The standard library and patterns of one's own.

mod support;

use mrc::stdlib;
use support::{build, check_text, cloudformation, messages, terraform};

const FRAME: &str = "topology net { regions = [us-east-1, eu-west-1] }
pool corp = 10.0.0.0/8 { per_region = /12 }
transit_gateway core { asn = AS64512..AS64520 }
";

/// What the example in an entry's doc comment needs beside the frame.
fn around(name: &str) -> &'static str {
    match name {
        "shared_services" => {
            "segment prod { on = core }\nsegment dev { on = core }\nvpc tools {\n  cidr = /16 from corp\n  subnet work { size = /24 }\n  attach core\n}\nvpc app {\n  cidr = /16 from corp\n  subnet work { size = /24 }\n  attach core { segment = prod }\n}\nvpc lab {\n  cidr = /16 from corp\n  subnet work { size = /24 }\n  attach core { segment = dev }\n}\n"
        }
        "segmented" => {
            "vpc shop {\n  cidr = /16 from corp\n  subnet work { size = /24 }\n  attach core { segment = estate-prod }\n}\nvpc lab {\n  cidr = /16 from corp\n  subnet work { size = /24 }\n  attach core { segment = estate-dev }\n}\nvpc tools {\n  cidr = /16 from corp\n  subnet work { size = /24 }\n  attach core { segment = estate-shared }\n}\n"
        }
        "central_egress" | "inspection" => {
            "segment prod { on = core }\nsegment dev { on = core }\nvpc app in eu-west-1 {\n  cidr = /16 from corp\n  subnet work { size = /24  route = core }\n  attach core { segment = prod }\n}\n"
        }
        _ => "vpc plain {\n  cidr = /16 from corp\n  subnet work { size = /24 }\n  attach core\n}\n",
    }
}

#[test]
fn every_entry_works_as_its_doc_says() {
    let entries = stdlib::entries();
    assert!(entries.len() >= 7);
    for entry in entries {
        let examples: Vec<&str> = entry.doc.split('`').skip(1).step_by(2).filter(|code| code.contains('{')).collect();
        let [example] = examples[..] else { panic!("{}: one example in its doc comment, found {examples:?}", entry.name) };
        let text = format!("mr 1\nuse {}.{{{}}}\n{FRAME}{}{example}\n", entry.library, entry.name, around(&entry.name));
        let checked = check_text(&text);
        assert!(!checked.has_errors(), "{}: {:#?}", entry.name, messages(&checked));
        for target in [cloudformation(), terraform()] {
            assert!(!build(&checked, &target).is_empty());
        }
    }
}

#[test]
fn the_library_is_formatted_and_documented() {
    for library in stdlib::ALL {
        let parsed = mrc::syntax::parse(library.text, mrc::source::FileId(0), &mut Default::default());
        assert_eq!(mrc::syntax::format(&parsed.tree, library.text), library.text);
    }
    for entry in stdlib::entries() {
        assert!(!entry.doc.is_empty(), "{}", entry.name);
        assert!(mrc::kinds::find(&entry.name).is_none(), "{} is a kind", entry.name);
    }
}

/// A pattern says what its blocks would say where they are written out.
#[test]
fn a_use_is_what_it_writes() {
    let pattern = format!(
        "mr 1\n{FRAME}mesh m {{ of = core }}\npattern office(size: prefix, gateway: transit_gateway, zones: int = 2) {{\n  vpc ${{name}} {{\n    cidr = size from corp\n    azs = zones\n    subnet desk {{ size = /24 }}\n    attach gateway\n  }}\n}}\noffice paris {{\n  size = /20\n  gateway = core\n}}\noffice rome {{\n  size = /21\n  gateway = core\n  zones = 1\n}}\n"
    )
    .replace("cidr = size from corp", "cidr = /20 from corp")
    .replace("(size: prefix, ", "(")
    .replace("  size = /20\n  gateway", "  gateway")
    .replace("  size = /21\n  gateway", "  gateway");
    let written = |name: &str, zones: u8| {
        format!("vpc {name} {{\n  cidr = /20 from corp\n  azs = {zones}\n  subnet desk {{ size = /24 }}\n  attach core\n}}\n")
    };
    let plain = format!("mr 1\n{FRAME}mesh m {{ of = core }}\n{}{}", written("paris", 2), written("rome", 1));
    let (by_pattern, by_hand) = (check_text(&pattern), check_text(&plain));
    assert!(!by_pattern.has_errors(), "{:#?}", messages(&by_pattern));
    for target in [cloudformation(), terraform()] {
        assert_eq!(build(&by_pattern, &target), build(&by_hand, &target));
    }
}

#[test]
fn two_uses_with_one_mistake_are_two_diagnostics() {
    let text = format!(
        "mr 1\n{FRAME}pattern office() {{\n  vpc ${{name}} {{\n    cidr = 10.0.0.0/8\n    subnet desk {{ size = /24 }}\n  }}\n}}\noffice paris {{ }}\noffice rome {{ }}\n"
    );
    let checked = check_text(&text);
    let sizes: Vec<_> = checked.diagnostics.iter().filter(|each| each.code.name == "vpc-size").collect();
    assert_eq!(sizes.len(), 2, "{:#?}", messages(&checked));
    let line = |label: &mrc::diag::Label| checked.sources.get(label.span.file).line_column(label.span.start).0;
    for (each, used_in) in sizes.iter().zip([11, 12]) {
        assert_eq!((line(&each.labels[0]), line(&each.labels[1])), (used_in, 7), "the use first, then the pattern");
    }
}

#[test]
fn loops_around_uses_end() {
    let text = format!(
        "mr 1\n{FRAME}pattern one() {{\n  segment ${{name}} {{ on = core }}\n}}\nfor x in range(0, 5000) {{\n  one s${{x}} {{ }}\n}}\n"
    );
    let checked = check_text(&text);
    let limits = checked.diagnostics.iter().filter(|each| each.code.name == "out-of-range").count();
    assert!(limits >= 1, "{:#?}", messages(&checked).first());
}
