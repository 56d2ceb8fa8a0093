//! What the declarations of kinds promise: their examples compile, their pages name everything.

mod support;

use mrc::kinds::{self, Presence, Support, reference};
use support::{build, check_text, cloudformation, messages, terraform};

#[test]
fn every_example_compiles() {
    for kind in kinds::ALL {
        let checked = check_text(kind.example);
        assert!(checked.diagnostics.is_empty(), "{}: {:#?}", kind.name, messages(&checked));
        assert!(kind.example.contains(&format!("{} ", kind.name)), "the example of {} does not show it", kind.name);
        assert!(!build(&checked, &cloudformation()).is_empty() && !build(&checked, &terraform()).is_empty());
    }
}

#[test]
fn examples_are_formatted() {
    for kind in kinds::ALL {
        let mut sink = Default::default();
        let parsed = mrc::syntax::parse(kind.example, mrc::source::FileId(0), &mut sink);
        assert_eq!(mrc::syntax::format(&parsed.tree, kind.example), kind.example, "{}", kind.name);
    }
}

#[test]
fn pages_name_every_attribute_and_block() {
    for kind in kinds::ALL {
        let page = reference::page(kind);
        for attribute in kind.attributes.iter().filter(|each| each.presence != Presence::Later) {
            assert!(page.contains(&format!("- `{}`", attribute.name)), "{}: {}", kind.name, attribute.name);
        }
        for block in kind.blocks.iter().filter(|block| block.support == Support::Full) {
            assert!(page.contains(&format!("## {}", block.name)), "{}: {}", kind.name, block.name);
        }
    }
}

#[test]
fn names_are_unique() {
    let mut words: Vec<&str> = kinds::words().collect();
    words.sort_unstable();
    assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    for kind in kinds::ALL {
        let mut names: Vec<&str> = kind.attributes.iter().map(|each| each.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{}", kind.name);
    }
}

/// What the language has and this release does not compile is refused, never passed over.
#[test]
fn what_comes_later_is_refused() {
    let frame =
        "mr 1\ntopology t { regions = [us-east-1] }\ntransit_gateway core { asn = AS64512 }\nvpc app { cidr = 10.0.0.0/16  attach core }\n";
    let later: Vec<&str> = kinds::words().filter(|word| matches!(kinds::find(word).unwrap().support, Support::Later(_))).collect();
    assert!(later.len() > 15);
    let items =
        later.iter().map(|word| format!("{word} x {{ }}")).chain(["moved vpc/a -> vpc/b", "assert survives(app, core)"].map(str::to_owned));
    for item in items {
        let checked = check_text(&format!("{frame}{item}\n"));
        let names: Vec<&str> = checked.diagnostics.iter().map(|each| each.code.name).collect();
        assert_eq!(names, ["not-supported-yet"], "{item}: {:#?}", messages(&checked));
    }
}
