//! What the build before this one left in the output folder: the state that a second build meets.
//!
//! A build into a folder that an earlier build wrote knows what was deployed from it. What the source
//! no longer has is named as retired, and what AWS changes only in steps is not changed at once.

use serde_json::Value;

type ReadFile<'f> = Box<dyn Fn(&str) -> Option<Vec<u8>> + 'f>;

/// The previous build's manifest, and its files. Nothing of either for a first build.
#[derive(Default)]
pub struct Previous<'f> {
    manifest: Option<Value>,
    files: Option<ReadFile<'f>>,
    pruned: bool,
}

impl<'f> Previous<'f> {
    /// A build over nothing.
    pub fn none() -> Previous<'static> {
        Previous::default()
    }

    /// The manifest as it was read, and how a file of the folder is read by its path.
    pub fn new(manifest: Value, files: impl Fn(&str) -> Option<Vec<u8>> + 'f) -> Previous<'f> {
        Previous { manifest: Some(manifest), files: Some(Box::new(files)), pruned: false }
    }

    /// What it called retired has been deleted since.
    pub fn pruned(self) -> Previous<'f> {
        Previous { pruned: true, ..self }
    }

    /// Whether what it called retired has been deleted since.
    pub fn is_pruned(&self) -> bool {
        self.pruned
    }

    /// The manifest, where it is one of this target and this topology.
    pub fn manifest(&self, target: &str, topology: &str) -> Option<&Value> {
        self.manifest.as_ref().filter(|each| each["target"] == target && each["topology"] == topology)
    }

    /// The manifest, where it is one of this target, whatever its topology was called.
    pub fn of(&self, target: &str) -> Option<&Value> {
        self.manifest.as_ref().filter(|each| each["target"] == target)
    }

    /// What a file held.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.files.as_ref().and_then(|read| read(path))
    }
}
