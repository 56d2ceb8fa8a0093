//! Codes that allocation raises.

use crate::diag::{Code, Severity};

pub static POOL_EXHAUSTED: Code =
    Code { id: "MR307", name: "pool-exhausted", severity: Severity::Error, page: include_str!("pages/pool-exhausted.md") };
pub static VPC_FULL: Code = Code { id: "MR308", name: "vpc-full", severity: Severity::Error, page: include_str!("pages/vpc-full.md") };
pub static ASN_RANGE_EXHAUSTED: Code =
    Code { id: "MR403", name: "asn-range-exhausted", severity: Severity::Error, page: include_str!("pages/asn-range-exhausted.md") };

/// Every code of this module.
pub static ALL: &[&Code] = &[&POOL_EXHAUSTED, &VPC_FULL, &ASN_RANGE_EXHAUSTED];
