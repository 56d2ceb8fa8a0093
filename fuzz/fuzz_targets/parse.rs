//! Any text: the tree is the text, and what parses without errors formats to the same meaning.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mrc::diag::Sink;
use mrc::source::FileId;
use mrc::syntax;

fuzz_target!(|text: &str| {
    let mut sink = Sink::default();
    let parsed = syntax::parse(text, FileId(0), &mut sink);
    assert_eq!(parsed.tree.text(text), text);
    if !sink.has_errors() {
        let once = syntax::format(&parsed.tree, text);
        let again = syntax::parse(&once, FileId(0), &mut sink);
        assert!(!sink.has_errors());
        assert_eq!(syntax::format(&again.tree, &once), once);
    }
});
