//! mrc compiles a multi-region AWS topology to CloudFormation and Terraform, and checks it first.
//!
//! Modules in reading order; each may use only those above it.

pub mod source;
#[macro_use]
pub mod diag;
pub mod address;
pub mod aws;
pub mod check;
pub mod driver;
pub mod graph;
pub mod kinds;
pub mod nearest;
pub mod routing;
pub mod syntax;
pub mod topology;
