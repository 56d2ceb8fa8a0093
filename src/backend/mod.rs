//! Targets: each is a function from the graph to files in memory.

pub mod terraform;
