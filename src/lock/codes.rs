//! Codes about what is held.

use crate::diag::{Code, Severity};

pub static BAD_LOCK: Code = Code { id: "MR320", name: "bad-lock", severity: Severity::Error, page: include_str!("pages/bad-lock.md") };
pub static HELD_TWICE: Code =
    Code { id: "MR321", name: "held-twice", severity: Severity::Error, page: include_str!("pages/held-twice.md") };
pub static HELD_UNFIT: Code =
    Code { id: "MR322", name: "held-unfit", severity: Severity::Error, page: include_str!("pages/held-unfit.md") };
pub static HELD_IDLE: Code = Code { id: "MR920", name: "held-idle", severity: Severity::Note, page: include_str!("pages/held-idle.md") };

/// Every code of this module.
pub static ALL: &[&Code] = &[&BAD_LOCK, &HELD_TWICE, &HELD_UNFIT, &HELD_IDLE];
