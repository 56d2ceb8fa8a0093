//! Graph and plan in, files out: one folder per target.

pub mod cfn;
