//! Documents that another process reads, and copies of artefacts without what is secret in them.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{Failure, digest_of, refuse, relative, unreadable, write_result};
use crate::assessment::evidence::EvidenceFile;

/// Opens a file to hand it over; a pipe or folder is none.
///
/// # Errors
///
/// A problem that names the file when it is missing, closed to us, or no file.
pub(crate) fn open_document(path: &Path) -> Result<File, Failure> {
    let name = path.display().to_string();
    let opened = match path.metadata() {
        Ok(data) if !data.is_file() => Err(std::io::Error::other("it is not a file")),
        Ok(_) => File::open(path),
        Err(error) => Err(error),
    };
    opened.map_err(|error| refuse(unreadable(&name, &error)))
}

/// Keeps the copy of an artefact beside the assessment `home`, in `HOME.evidence/`, under its own digest.
///
/// # Errors
///
/// When the folder or the disk does not let us.
pub(crate) fn keep_copy(home: &Path, copy: &str, ending: &OsStr) -> Result<EvidenceFile, Failure> {
    let mut folder = home.as_os_str().to_owned();
    folder.push(".evidence");
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).map_err(|error| Failure::Machine {
        message: format!("cannot create `{}`: {error}", folder.display()),
        help: Some("the copies of artefacts lie there; open its folder for writing".to_string()),
    })?;
    let sha256 = digest_of(copy.as_bytes());
    let mut path = folder.join(&sha256);
    // A copy is text, whatever its file was packed as.
    if !ending.is_empty() && ending != "gz" {
        path.set_extension(ending);
    }
    write_result(&path, copy.as_bytes())?;
    Ok(EvidenceFile {
        path: relative(&path, super::folder(home)),
        sha256,
    })
}
