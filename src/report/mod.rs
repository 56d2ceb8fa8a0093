//! What can be read about a topology beside its diagnostics.

pub mod address;
