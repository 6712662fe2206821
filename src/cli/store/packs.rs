//! Loads packs: the built-in one, and those that lie in folders.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Failure, read_source, read_text};
use crate::assessment::PackReference;
use crate::built_in;
use crate::pack::{Pack, reader};
use crate::source::{Problem, Source};

/// Files in the folder of a manifest.
struct Folder(PathBuf);

impl reader::Files for Folder {
    fn open(&self, path: &str) -> Result<Arc<Source>, Problem> {
        read_text(&self.0.join(path))
    }
}

/// Loads the packs an assessment in `folder` refers to, in their order.
///
/// One without a path is the built-in pack. Whether its id and version are the ones meant is said
/// by the reader of the assessment, with the place and every other problem of the file.
///
/// # Errors
///
/// Every problem of a pack, or a pack that is not there.
pub(crate) fn load_packs(references: &[PackReference], folder: &Path) -> Result<Pack, Failure> {
    let mut pack: Option<Pack> = None;
    for reference in references {
        pack = Some(match &reference.path {
            Some(path) => load_pack_at(&folder.join(path), pack.as_ref())?,
            None => built_in::pack(),
        });
    }
    Ok(pack.unwrap_or_else(built_in::pack))
}

/// Loads the pack at a manifest or in a folder; an extension needs the pack it extends.
///
/// # Errors
///
/// Every problem of the pack.
pub(crate) fn load_pack_at(path: &Path, base: Option<&Pack>) -> Result<Pack, Failure> {
    let manifest = if path.is_dir() {
        path.join("pack.yaml")
    } else {
        path.to_path_buf()
    };
    let source = read_source(&manifest)?;
    let folder = Folder(super::folder(&manifest).to_path_buf());
    if !reader::is_extension(&source)? {
        return Ok(reader::read(&source, &folder)?);
    }
    match base {
        Some(base) => Ok(reader::extend(base, &source, &folder)?),
        None => Ok(reader::extend(&built_in::pack(), &source, &folder)?),
    }
}
