//! Codes of the parser (MR0xx), with their pages in `pages/`.

use super::{Code, Severity};

macro_rules! codes {
    ($($ident:ident $id:literal $name:literal;)*) => {
        $(pub static $ident: Code = Code {
            id: $id,
            name: $name,
            severity: Severity::Error,
            page: include_str!(concat!("pages/", $name, ".md")),
        };)*

        /// Every code of this module.
        pub static ALL: &[&Code] = &[$(&$ident),*];
    };
}

codes! {
    MISSING_EDITION "MR001" "missing-edition";
    UNKNOWN_EDITION "MR002" "unknown-edition";
    UNEXPECTED "MR003" "unexpected-token";
    UNCLOSED "MR004" "unclosed";
    UNTERMINATED "MR005" "unterminated";
    BAD_LITERAL "MR006" "bad-literal";
    STRAY_SEPARATOR "MR007" "stray-separator";
    UNEXPECTED_CHARACTER "MR008" "unexpected-character";
    ALLOW_WITHOUT_REASON "MR009" "allow-without-reason";
    TOO_DEEP "MR010" "too-deep";
    BAD_ESCAPE "MR011" "bad-escape";
}
