//! Documents that another process reads, and copies of artefacts without what is secret in them.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::{Failure, digest, digest_of, refuse, relative, unreadable, write_result};
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

/// A file as it is recorded by an assessment in `folder`: its path from there, and its digest.
///
/// # Errors
///
/// When it cannot be read, or its name is no text.
pub(crate) fn recorded(path: &Path, folder: &Path) -> Result<EvidenceFile, Failure> {
    let sha256 = digest(path)?;
    let file = EvidenceFile {
        path: relative(path, folder),
        sha256,
    };
    match folder.join(&file.path).exists() {
        true => Ok(file),
        false => Err(Failure::Usage {
            message: format!(
                "the name of `{}` is not UTF-8, so it cannot be recorded",
                path.display()
            ),
            help: "rename the file, or the folder it lies in".to_string(),
        }),
    }
}

/// The copy of an artefact, before it is written.
#[derive(Debug)]
pub(crate) struct Copy {
    /// As the assessment records it.
    pub(crate) file: EvidenceFile,
    path: PathBuf,
    text: String,
}

/// The copy of an artefact as it is kept beside the assessment `home`: in `HOME.evidence/`, under its own
/// digest.
pub(crate) fn copy(home: &Path, text: String, ending: &OsStr) -> Copy {
    let mut folder = home.as_os_str().to_owned();
    folder.push(".evidence");
    let sha256 = digest_of(text.as_bytes());
    let mut path = PathBuf::from(folder).join(&sha256);
    // A copy is text, whatever its file was packed as; an ending that is no text could not be recorded.
    let ending = ending.to_str().unwrap_or_default();
    if !ending.is_empty() && ending != "gz" {
        path.set_extension(ending);
    }
    Copy {
        file: EvidenceFile {
            path: relative(&path, super::folder(home)),
            sha256,
        },
        path,
        text,
    }
}

impl Copy {
    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// When the folder or the disk does not let us.
    pub(crate) fn write(&self) -> Result<(), Failure> {
        let folder = super::folder(&self.path);
        fs::create_dir_all(folder).map_err(|error| Failure::Machine {
            message: format!("cannot create `{}`: {error}", folder.display()),
            help: Some(
                "the copies of artefacts lie there; open its folder for writing".to_string(),
            ),
        })?;
        write_result(&self.path, self.text.as_bytes())
    }
}
