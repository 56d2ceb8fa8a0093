//! Where packets go: a forwarding model over tables alone, whatever they were derived from.
//!
//! A packet is in a [`State`]: it follows a table of a VPC, or a table of a gateway. A table cuts all
//! addresses into [`Piece`]s, each with one thing to do. Following the pieces from state to state
//! judges whole ranges, never samples of them: a range is split where tables tell parts of it apart.
//!
//! What AWS does where mrc has no word for it is not in the model: network ACLs, rules of firewalls,
//! names, and what stands in tables of others. An address of the internet is reached where the way
//! is there; whether something has a public address is its own affair.

mod claim;
mod matrix;
mod model;
mod render;
mod space;
mod tell;
mod walk;

pub use claim::{Broken, Why, answers, arrives, judge, same_way, ways};
pub use matrix::{Cell, Matrix, Out};
pub use model::{At, Cause, Model, Next, Piece, State, StateId, Stop};
pub use render::{csv, json, path_json, path_text, text};
pub use space::Stretch;
pub use walk::{End, Step, Trace};
