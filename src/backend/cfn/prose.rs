//! `deploy.sh` and `README.md`, from templates: prose and scripts, never data.

use super::Cx;
use super::manifest::Manifest;

/// The script that deploys everything with the AWS CLI.
pub fn deploy(_cx: &Cx, _manifest: &Manifest) -> Vec<u8> {
    Vec::new()
}

/// What is in the folder, for whoever gets it.
pub fn readme(_cx: &Cx, _manifest: &Manifest) -> Vec<u8> {
    Vec::new()
}
