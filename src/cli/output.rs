//! An output folder: written whole or not at all, and only what is ours.
//!
//! The manifest of the previous build (`manifest.json` or `mrc.json`) says which files are ours:
//! those that are not written again are removed. Files that mrc did not write are never touched.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::backend::Previous;
use crate::driver::Files;

const MANIFESTS: &[&str] = &["manifest.json", "mrc.json"];

/// Writes the files: everything goes into a sibling folder first, which then takes the place.
pub fn write(folder: &Path, files: &Files) -> Result<(), String> {
    if folder.exists() && !folder.is_dir() {
        return Err(format!("{} is a file, not a folder", folder.display()));
    }
    let ours = ours(folder)?;
    let new: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    for path in &new {
        if folder.join(path).exists() && !ours.contains(*path) {
            return Err(format!("{} was not written by mrc; move it away, or choose another folder with -o", folder.join(path).display()));
        }
    }
    let cannot = |problem: io::Error| format!("cannot write {}: {problem}", folder.display());
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(cannot)?;
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .ok_or_else(|| format!("{} has no name to write to", folder.display()))?;
    let (fresh, old) = (parent.join(format!(".{name}.mrc-new")), parent.join(format!(".{name}.mrc-old")));
    remove(&fresh).map_err(cannot)?;
    let outcome = fill(&fresh, files).and_then(|()| swap(folder, &fresh, &old, &ours));
    if outcome.is_err() {
        let _ = remove(&fresh);
    }
    outcome.map_err(cannot)
}

/// What differs from a build: missing, changed and left-over files.
pub fn compare(folder: &Path, files: &Files) -> Result<Vec<String>, String> {
    let ours = ours(folder)?;
    let mut lines = Vec::new();
    for (path, bytes) in files {
        match fs::read(folder.join(path)) {
            Ok(found) if found == *bytes => {}
            Ok(_) => lines.push(format!("changed  {path}")),
            Err(_) => lines.push(format!("missing  {path}")),
        }
    }
    let new: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    lines.extend(
        ours.iter().filter(|path| !new.contains(path.as_str()) && folder.join(path).exists()).map(|path| format!("stale    {path}")),
    );
    Ok(lines)
}

/// What an earlier build left in the folder.
pub fn previous(folder: &Path) -> Previous<'_> {
    for name in MANIFESTS {
        let Ok(text) = fs::read_to_string(folder.join(name)) else { continue };
        if let Ok(manifest) = serde_json::from_str(&text) {
            return Previous::new(manifest, |path| fs::read(folder.join(path)).ok());
        }
    }
    Previous::none()
}

/// Replaces one file in a single step.
pub fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(".mrc-new");
    let fresh = file.with_file_name(name);
    fs::write(&fresh, bytes)?;
    if let Ok(metadata) = fs::metadata(file) {
        let _ = fs::set_permissions(&fresh, metadata.permissions());
    }
    fs::rename(&fresh, file).inspect_err(|_| drop(fs::remove_file(&fresh)))
}

/// Files that an earlier build wrote, by its manifest. Paths that lead out of the folder are not.
fn ours(folder: &Path) -> Result<BTreeSet<String>, String> {
    let mut ours = BTreeSet::new();
    for name in MANIFESTS {
        let path = folder.join(name);
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let manifest: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        // A manifest of something else, which happens to have the same name, lists no files of ours.
        let Some(files) = manifest.get("files").and_then(|files| files.as_object()) else { continue };
        if manifest.get("topology").is_none() {
            continue;
        }
        ours.insert((*name).to_owned());
        ours.extend(files.keys().filter(|path| !path.starts_with('/') && !path.split('/').any(|part| part == "..")).cloned());
    }
    Ok(ours)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(problem) if problem.kind() != io::ErrorKind::NotFound => Err(problem),
        _ => Ok(()),
    }
}

fn fill(folder: &Path, files: &Files) -> io::Result<()> {
    let mut made: BTreeSet<PathBuf> = BTreeSet::new();
    for (path, bytes) in files {
        let target = folder.join(path);
        let parent = target.parent().expect("a file is in a folder").to_path_buf();
        if !made.contains(&parent) {
            fs::create_dir_all(&parent)?;
            made.insert(parent);
        }
        fs::write(&target, bytes)?;
        if path.ends_with(".sh") {
            executable(&target)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn executable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Puts the fresh folder in place, with the files of others carried over.
fn swap(folder: &Path, fresh: &Path, old: &Path, ours: &BTreeSet<String>) -> io::Result<()> {
    // An earlier run that was killed between the two renames left the only copy here.
    if old.exists() && !folder.exists() {
        fs::rename(old, folder)?;
    }
    remove(old)?;
    if !folder.exists() {
        return fs::rename(fresh, folder);
    }
    // Links and copies only until the swap: the old folder stays whole if anything goes wrong.
    carry_over(folder, fresh, Path::new(""), ours)?;
    fs::rename(folder, old)?;
    fs::rename(fresh, folder).inspect_err(|_| drop(fs::rename(old, folder)))?;
    remove(old)
}

/// Links what is not ours into the fresh folder.
fn carry_over(folder: &Path, fresh: &Path, inside: &Path, ours: &BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(inside))? {
        let entry = entry?;
        let path = inside.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            let had_files = fs::read_dir(folder.join(&path))?.next().is_some();
            carry_over(folder, fresh, &path, ours)?;
            if !had_files {
                fs::create_dir_all(fresh.join(&path))?;
            }
            continue;
        }
        if ours.contains(&path.to_string_lossy().replace('\\', "/")) {
            continue;
        }
        let target = fresh.join(&path);
        fs::create_dir_all(target.parent().expect("a file is in a folder"))?;
        if kind.is_symlink() {
            copy_link(&folder.join(&path), &target)?;
        } else if fs::hard_link(folder.join(&path), &target).is_err() {
            fs::copy(folder.join(&path), &target)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to).map(drop)
}
