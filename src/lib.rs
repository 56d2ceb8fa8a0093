//! mrc compiles a multi-region AWS topology to CloudFormation and Terraform, and checks it first.
//!
//! `driver` shows the road from text to artifacts; ARCHITECTURE.md has the modules in reading order.

pub mod source;
pub mod stdlib;
#[macro_use]
pub mod diag;
pub mod address;
pub mod aws;
pub mod backend;
pub mod check;
pub mod cli;
pub mod driver;
pub mod graph;
pub mod kinds;
pub mod lock;
pub mod nearest;
pub mod plan;
pub mod quota;
pub mod reach;
pub mod report;
pub mod resources;
pub mod routing;
pub mod syntax;
pub mod topology;
