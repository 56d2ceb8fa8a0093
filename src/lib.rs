//! mrc compiles a multi-region AWS topology to CloudFormation and Terraform, and checks it first.
//!
//! Modules in reading order; each may use only those above it.

pub mod source;
#[macro_use]
pub mod diag;
pub mod backend;
pub mod graph;
pub mod plan;
pub mod resources;
pub mod syntax;
