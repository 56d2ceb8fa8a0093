//! Graph and plan to files, one backend for each target.

pub mod cfn;
pub mod terraform;
