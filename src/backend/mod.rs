//! Graph and plan to files, one backend for each target.

pub mod cfn;
mod previous;
pub mod terraform;

pub use previous::Previous;

use sha2::{Digest, Sha256};

/// The digest of a file, as manifests give it.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
