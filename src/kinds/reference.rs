//! The reference manual, derived from the kinds.
