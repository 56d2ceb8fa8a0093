//! Codes of the stages before the checks, with their pages in `pages/`.

use super::Code;

/// Every code of this module.
pub static ALL: &[&Code] = &[];
